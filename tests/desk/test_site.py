"""The chief editor says what the site is called, how it looks, and writes its simple pages."""

import io
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from articles.models.edition import Generation
from articles.models.site import Page, SiteSettings
from tests import newsroom
from tests.desk.desk import Desk
from tests.desk.desk import Page as Screen
from tests.reader.dom import Node, parse

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

SETTINGS = "/admin/articles/sitesettings/1/change/"
ADD = "/admin/articles/page/add/"
LOGO = b'<svg viewBox="0 0 90 30"><path d="M0 0h90v30z" fill="currentColor"/></svg>'
ABOUT = {
    "title_en": "About us",
    "body_en": "We *write*.",
    "title_da": "Om os",
    "body_da": "Vi *skriver*.",
    "is_public": "on",
}


def png(width: int = 512, height: int = 512) -> bytes:
    file = io.BytesIO()
    Image.new("RGBA", (width, height), "#2438b0").save(file, "PNG")
    return file.getvalue()


def save(chief: Desk, **typed: Any) -> Screen:
    page = chief.open(SETTINGS, form="sitesettings_form")
    return chief.send(page, form="sitesettings_form", **typed)


def get(chief: Desk, address: str) -> Any:
    """What a reader gets a second later: nothing is committed in a test, so nothing is told."""
    newsroom.generation.forget()
    return chief.client.get(address)


def read(chief: Desk, address: str) -> Node:
    return parse(get(chief, address).content.decode())


def front(chief: Desk, language: str = "en") -> Node:
    return read(chief, f"/{language}/")


def test_what_is_saved_is_on_every_page_at_once(chief: Desk) -> None:
    assert "Diptych" in front(chief).one("title").text
    before = Generation.objects.get().counter
    saved = save(
        chief,
        name="Kystbladet",
        tagline_en="The coast in pictures",
        tagline_da="Kysten i billeder",
        publisher="Kystbladet ApS",
        company_number="12 34 56 78",
        responsible_editor="Ingrid Dahl",
        address="Havnegade 1\n1058 København",
        email="post@kystbladet.example",
        phone="+45 12 34 56 78",
        complaints_da="Klag til redaktøren.",
    )
    assert saved.notes == ["The site’s settings were saved. Readers see them now."]
    assert Generation.objects.get().counter == before + 1
    page, side = front(chief), front(chief, "da")
    assert page.one("title").text == "Kystbladet: The coast in pictures"
    assert side.one("title").text == "Kystbladet: Kysten i billeder"
    assert page.one("a.brand").text == "Kystbladet, front page"
    assert page.one("footer.site .imprint").text == (
        "The coast in pictures Kystbladet ApS, Havnegade 1, 1058 København"
        "Company no. (CVR) 12 34 56 78 Responsible editor: Ingrid Dahl"
        " post@kystbladet.example +45 12 34 56 78"
    )
    assert page.values("footer.site .imprint a", "href") == [
        "mailto:post@kystbladet.example",
        "tel:+4512345678",
    ]
    assert side.one("footer.site .complaints").text == "Klag til redaktøren."
    assert page.all("footer.site .complaints") == []


def test_own_colours_are_a_style_sheet_of_their_own(chief: Desk) -> None:
    assert len(front(chief).all('link[rel="stylesheet"]')) == 1
    save(chief, accent="#8a1c1c")
    address = front(chief).values('link[rel="stylesheet"]', "href")[1]
    response = get(chief, address)
    assert response["Content-Type"] == "text/css; charset=utf-8"
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response.content.decode() == (
        ":root{--blue:#8a1c1c;--focus:#8a1c1c}"
        "@media (prefers-color-scheme:dark){:root{--blue:#a9b8ff;--focus:#a9b8ff;--gold:#d9ab45}}"
    )
    save(chief, accent="#7a1c1c")
    assert get(chief, address).status_code == 404
    assert front(chief).values('link[rel="stylesheet"]', "href")[1] != address


def test_a_colour_that_nobody_can_read_is_refused(chief: Desk) -> None:
    saved = save(chief, accent="#ffcc00", accent_dark="blue")
    assert set(saved.errors) == {
        "Write a colour as # and six letters or digits, like #2438b0.",
        "This colour is hard to read on the page: its contrast is 1.5 : 1, and at least 4.5 : 1"
        " is needed. Choose one that stands out more; Diptych’s own is #2438b0.",
    }
    assert saved.values["accent"] == "#ffcc00"
    assert not SiteSettings.objects.filter(accent="#ffcc00").exists()


def test_a_logo_stands_in_the_page(chief: Desk) -> None:
    save(chief, logo_file=SimpleUploadedFile("logo.svg", LOGO))
    brand = front(chief).one("a.brand svg")
    assert (brand["viewbox"], brand["width"], brand["height"]) == ("0 0 90 30", "96", "32")
    save(chief, tagline_en="Saved again")
    assert front(chief).one("a.brand svg")["width"] == "96"
    save(chief, no_logo="on")
    assert front(chief).one("a.brand svg")["width"] == "138"


def test_a_logo_with_more_than_shapes_is_refused(chief: Desk) -> None:
    file = SimpleUploadedFile("logo.svg", LOGO.replace(b"<path", b"<script/><path"))
    assert save(chief, logo_file=file).errors == [
        "The logo has <script> in it. Only shapes are taken: turn text and effects into paths."
    ]
    assert SiteSettings.current().logo == ""


def test_one_icon_makes_the_whole_set(chief: Desk) -> None:
    save(chief, icon_file=SimpleUploadedFile("icon.png", png()))
    page = front(chief)
    stem = SiteSettings.current().icon
    assert page.values('link[rel="icon"]', "href") == [
        f"/icons/{stem}-32.png",
        f"/icons/{stem}-192.png",
    ]
    assert get(chief, "/favicon.ico")["Location"] == f"/icons/{stem}-32.png"
    listed = get(chief, "/da/manifest.webmanifest").json()["icons"]
    for address in (
        *page.values('link[rel="icon"]', "href"),
        page.one('link[rel="apple-touch-icon"]')["href"],
        *(each["src"] for each in listed),
    ):
        response = get(chief, address)
        assert response["Content-Type"] == "image/png"
        assert response["Cache-Control"] == "public, max-age=31536000, immutable"
        with Image.open(io.BytesIO(response.getvalue())) as opened:
            assert str(opened.width) == address.rsplit("-", 1)[1].split(".")[0] or (
                "maskable" in address and opened.width == 512
            )


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"no picture", "This is no PNG file. Save the icon as PNG."),
        (png(512, 500), "The icon is not square. Crop it so that it is."),
        (png(64, 64), "The icon is too small: it has to be at least 512 × 512 pixels."),
        (png() + b"0" * 2_100_000, "The icon is larger than 2 MB. Save a smaller one."),
    ],
)
def test_an_icon_that_will_not_do_leaves_nothing(chief: Desk, data: bytes, error: str) -> None:
    assert save(chief, icon_file=SimpleUploadedFile("icon.png", data)).errors == [error]
    assert not default_storage.exists("icons")


def test_the_manifest_is_in_the_sites_words(chief: Desk) -> None:
    response = get(chief, "/da/manifest.webmanifest")
    assert response["Content-Type"] == "application/manifest+json"
    assert response.json() == {
        "name": "Diptych",
        "short_name": "Diptych",
        "description": "Historier i billeder på dansk og engelsk.",
        "lang": "da",
        "dir": "ltr",
        "id": "/da/",
        "start_url": "/da/",
        "scope": "/",
        "display": "minimal-ui",
        "background_color": "#fcfcfb",
        "theme_color": "#fcfcfb",
        "icons": [
            {"src": f"/static/reader/icons/{size}.png", "sizes": sizes, "type": "image/png", **rest}
            for size, sizes, rest in (
                ("192", "192x192", {}),
                ("512", "512x512", {}),
                ("512-maskable", "512x512", {"purpose": "maskable"}),
            )
        ],
    }


def test_the_list_of_one_leads_to_it_and_it_can_not_be_deleted(chief: Desk) -> None:
    response = get(chief, "/admin/articles/sitesettings/")
    assert response["Location"] == SETTINGS
    assert chief.client.post(SETTINGS.replace("change", "delete")).status_code == 403
    assert get(chief, "/admin/articles/sitesettings/2/change/").status_code == 302


# --- Simple pages ---------------------------------------------------------------------------------


def test_a_page_in_both_languages(chief: Desk) -> None:
    page = chief.open(ADD, form="page_form")
    chief.send(page, description_en="Who we are.", **ABOUT)
    about = read(chief, "/en/about-us/")
    assert about.one("main h1").text == "About us"
    assert about.one("main .prose em").text == "write"
    assert about.one('meta[name="description"]')["content"] == "Who we are."
    assert about.one('link[rel="canonical"]')["href"].endswith("/en/about-us/")
    assert [
        each["href"].partition("8000")[2] for each in about.all('link[rel="alternate"][hreflang]')
    ] == [
        "/en/about-us/",
        "/da/om-os/",
        "/en/about-us/",
    ]
    side = front(chief, "da")
    assert {each.text: each["href"] for each in side.all("footer.site nav a")}["Om os"] == (
        "/da/om-os/"
    )


def test_a_page_stands_only_where_it_is_written_and_public(chief: Desk) -> None:
    page = chief.open(ADD, form="page_form")
    chief.send(page, **{**ABOUT, "title_da": "", "body_da": ""})
    assert get(chief, "/en/about-us/").status_code == 200
    about = read(chief, "/en/about-us/")
    assert about.all('link[rel="alternate"][hreflang]') == []
    assert "Om os" not in front(chief, "da").one("footer.site").text
    made = Page.objects.get()
    page = chief.open(f"/admin/articles/page/{made.pk}/change/", form="page_form")
    chief.send(page, form="page_form", is_public=None)
    assert get(chief, "/en/about-us/").status_code == 404
    assert "About us" not in front(chief).one("footer.site").text


def test_an_old_address_leads_to_the_new_one(chief: Desk) -> None:
    chief.send(chief.open(ADD, form="page_form"), **ABOUT)
    edit = f"/admin/articles/page/{Page.objects.get().pk}/change/"
    for slug in ("us", "who-we-are"):
        chief.send(chief.open(edit, form="page_form"), form="page_form", slug_en=slug)
    for old in ("about-us", "us"):
        moved = get(chief, f"/en/{old}/")
        assert (moved.status_code, moved["Location"]) == (301, "/en/who-we-are/")
    chief.send(chief.open(edit, form="page_form"), form="page_form", slug_en="us")
    assert get(chief, "/en/us/").status_code == 200
    assert get(chief, "/en/who-we-are/")["Location"] == "/en/us/"


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ({"title_en": "", "title_da": "", "body_en": "", "body_da": ""},
         "Write the page in at least one language: title and text."),
        ({"body_da": ""}, "The page has a title and no text."),
        ({"title_da": ""}, "The text has no title."),
        ({"slug_en": "search"}, "The site uses this word itself. Type a different one."),
        ({"slug_en": "health"}, "A topic has this address. Type a different one."),
        ({"slug_da": "kontakt"}, "Another page has this address. Type a different one."),
        ({"title_en": "?!"}, "No address can be made from the title. Type one."),
    ],
)  # fmt: skip
def test_a_page_that_will_not_do_says_why_and_keeps_what_was_typed(
    chief: Desk, typed: dict[str, str], error: str
) -> None:
    newsroom.topic()
    Page.objects.create(title_da="Kontakt", slug_da="kontakt", body_da="Skriv.")
    sent = chief.send(chief.open(ADD, form="page_form"), form="page_form", **{**ABOUT, **typed})
    assert sent.errors == [error]
    assert sent.values["body_en"] == {**ABOUT, **typed}["body_en"]
    assert Page.objects.count() == 1


def test_a_topic_does_not_take_a_pages_address(chief: Desk) -> None:
    Page.objects.create(title_en="About", slug_en="about", body_en="We.")
    page = chief.open("/admin/articles/topic/add/", form="topic_form")
    sent = chief.send(page, form="topic_form", name_en="About")
    assert sent.errors == ["A page has this address. Type a different one."]
