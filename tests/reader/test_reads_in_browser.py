"""A real browser reads: what it tells, when, and to whom."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Response, expect

from articles.models.edition import Edition, Generation
from articles.reader.reads import beacon, tally
from tests import newsroom
from tests.reader.telling import BROWSER, days, steps
from tests.waiting import wait_until

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

HERE = "/en/health/the-last-rung/"


@pytest.fixture
def site(live_server: Any) -> str:
    Generation.objects.get_or_create(id=1)  # see test_in_browser.py
    newsroom.live(slides=4)
    return str(live_server.url)


@pytest.fixture
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """A window that no program steers, as far as a page can tell; it has chosen a language once."""
    context = browser.new_context(user_agent=BROWSER, viewport={"width": 390, "height": 320})
    context.add_init_script("Object.defineProperty(navigator, 'webdriver', {get: () => false})")
    yield context
    context.close()


def listen(page: Page) -> list[Request]:
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))  # noqa: PLW0108 - it marks what it gets
    return asked


def told(asked: list[Request]) -> list[str | None]:
    return [request.post_data for request in asked if request.method == "POST"]


def is_told(response: Response) -> bool:
    return response.request.method == "POST"


def hide(page: Page, state: str) -> None:
    """What happens when the reader looks at another tab ("hidden"), or comes back ("visible")."""
    page.evaluate(
        """state => {
          Object.defineProperty(document, 'visibilityState', {get: () => state, configurable: true});
          document.dispatchEvent(new Event('visibilitychange'));
        }""",
        state,
    )


def see(page: Page, number: int) -> None:
    page.locator("ol.slides > li").nth(number - 1).evaluate("slide => slide.scrollIntoView()")
    notice(page)


def notice(page: Page) -> None:
    """Let the page notice what is on screen: observers are told after a frame is drawn."""
    page.evaluate(
        """() => new Promise(done => requestAnimationFrame(
          () => requestAnimationFrame(() => setTimeout(done))))"""
    )


def test_a_read_is_told_once_when_the_page_is_left(reader: BrowserContext, site: str) -> None:
    reader.add_cookies([{"name": "diptych-language", "value": "en", "url": site}])
    page = reader.new_page()
    asked = listen(page)
    page.goto(site + HERE)
    see(page, 1)
    see(page, 3)
    assert told(asked) == []
    with page.expect_response(is_told) as leaving:
        hide(page, "hidden")
    hide(page, "visible")
    hide(page, "hidden")
    assert told(asked) == ["0-3"]
    hide(page, "visible")
    see(page, 4)
    with page.expect_response(is_told):
        hide(page, "hidden")
    assert told(asked) == ["0-3", "4-4"]
    headers = leaving.value.request.all_headers()
    assert "cookie" not in headers and "referer" not in headers
    assert {request.url.startswith(site) for request in asked} == {True}
    assert leaving.value.status == 204
    assert [cookie["name"] for cookie in reader.cookies()] == ["diptych-language"]
    [edition] = Edition.objects.filter(language="en")
    assert sum(days(edition.article).values()) == 1
    assert steps(edition) == [1, 1, 1, 1, 1]


def test_a_page_that_is_left_for_another_tells_on_its_way_out(
    reader: BrowserContext, site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # On its way out Chromium forgets that it is to call itself something else than headless.
    monkeypatch.setattr(beacon, "is_left_out", lambda headers: False)
    page = reader.new_page()
    page.goto(site + HERE)
    page.goto(site + "/en/")
    # Nor does it tell of a request that outlives its page.
    assert wait_until(lambda: bool(tally._told))
    [edition] = Edition.objects.filter(language="en")
    assert sum(days(edition.article).values()) == 1


def test_the_slideshow_counts_as_far_as_it_is_followed(reader: BrowserContext, site: str) -> None:
    page = reader.new_page()
    asked = listen(page)
    page.goto(site + HERE)
    page.get_by_role("link", name="View as a slideshow").click()
    page.keyboard.press("ArrowRight")
    expect(page.locator("ol.slides > li").nth(1)).to_be_in_viewport(ratio=0.99)
    notice(page)
    hide(page, "hidden")
    assert told(asked) == ["0-2"]


def test_nothing_is_told_by_a_page_that_nobody_looked_at_nor_by_a_steered_browser(
    reader: BrowserContext, page: Page, site: str
) -> None:
    unseen = reader.new_page()
    unseen.add_init_script(
        "Object.defineProperty(document, 'visibilityState', {get: () => 'hidden'})"
    )
    for each in (unseen, page):
        asked = listen(each)
        each.goto(site + HERE)
        see(each, 2)
        each.goto(site + "/en/")
        assert told(asked) == []
