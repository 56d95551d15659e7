"""Every response says what its page may do, and no page needs more."""

from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from django.contrib import admin
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from articles.models.staff import User
from tests import newsroom


class InlineCode(HTMLParser):
    """Collects what a policy without 'unsafe-inline' would block."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        data = values.get("type") in ("application/json", "application/ld+json")
        if tag == "style" or (tag == "script" and "src" not in values and not data):
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            runs = name.startswith("on") or (value or "").strip().lower().startswith("javascript:")
            if runs or name == "style":
                self.found.append(f"<{tag} {name}={value}>")


def inline_code(page: bytes) -> list[str]:
    parser = InlineCode()
    parser.feed(page.decode())
    return parser.found


@pytest.fixture
def chief(client: Client, db: None) -> Client:
    client.force_login(User.objects.create_superuser("chief"))
    return client


def test_inline_code_is_found_where_there_is_some() -> None:
    page = (
        b'<style></style><script>1</script><script src="x.js"></script><p style="a" onclick="b">'
        b'<a href=" JavaScript:c"><script type="application/ld+json">{}</script>'
    )
    assert inline_code(page) == [
        "<style>",
        "<script>",
        "<p style=a>",
        "<p onclick=b>",
        "<a href= JavaScript:c>",
    ]


def desk_pages() -> Iterator[str]:
    yield from ("/admin/", "/admin/password_change/")
    for model in admin.site._registry:
        name = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        yield from (reverse(f"{name}_changelist"), reverse(f"{name}_add"))
    yield reverse("admin:articles_sitesettings_change", args=[1])


@pytest.mark.one_engine
def test_desk_pages_have_no_inline_code(chief: Client) -> None:
    pages = {address: chief.get(address, follow=True) for address in desk_pages()}
    assert "/admin/auth/group/add/" in pages
    # What nobody may add (a frozen Edition, say) answers 403.
    assert {page.status_code for page in pages.values()} <= {200, 403}
    assert [
        (address, code) for address, page in pages.items() for code in inline_code(page.content)
    ] == []


def test_the_login_page_has_no_inline_code(client: Client, db: None) -> None:
    assert inline_code(client.get("/admin/login/").content) == []


def test_headers_of_the_desk(chief: Client) -> None:
    headers = chief.get("/admin/").headers
    assert {name: headers[name] for name in EXPECTED_AT_DESK} == EXPECTED_AT_DESK


def test_headers_of_the_site(client: Client, db: None) -> None:
    headers = client.get("/en/no-such-page/").headers
    assert {name: headers[name] for name in EXPECTED_ON_SITE} == EXPECTED_ON_SITE


def test_no_page_trips_over_its_own_policy(page: Page, live_server: LiveServer) -> None:
    """In Chromium, which reports whatever a policy blocks."""
    User.objects.create_superuser("chief", password="a long pass phrase")
    newsroom.live()
    blocked: list[str] = []
    page.expose_function("blocked", lambda what: blocked.append(what))  # noqa: PLW0108 - Playwright marks it
    page.add_init_script(
        "addEventListener('securitypolicyviolation', event => blocked(`${event.documentURI}: "
        "${event.effectiveDirective} ${event.blockedURI}`))"
    )
    page.goto(f"{live_server.url}/admin/")
    page.fill("#id_username", "chief")
    page.fill("#id_password", "a long pass phrase")
    page.press("#id_password", "Enter")
    page.wait_for_selector("#logout-form")
    for address in desk_pages():
        page.goto(f"{live_server.url}{address}")
    for address, status in SITE_PAGES.items():
        response = page.goto(f"{live_server.url}{address}")
        assert (address, response and response.status) == (address, status)
    assert blocked == []
    page.evaluate(  # and it would be seen
        "new Promise(seen => {"
        " addEventListener('securitypolicyviolation', seen);"
        " document.body.insertAdjacentHTML('beforeend', '<p style=color:red>')"
        "}).then(() => null)"
    )
    assert blocked == [f"{page.url}: style-src-attr inline"]


SITE_PAGES = {
    "/en/": 200,
    "/da/sundhed/": 200,
    "/en/health/the-last-rung/": 200,
    "/en/nothing-here/": 404,
}
COMMON = {
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
EXPECTED_ON_SITE = COMMON | {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'"
    ),
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Frame-Options": "DENY",
}
EXPECTED_AT_DESK = COMMON | {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'self'"
    ),
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "SAMEORIGIN",
}
