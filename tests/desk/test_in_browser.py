"""The desk in Chromium: from an empty page to two live ones, by mouse and by keyboard alone."""

import io
from collections.abc import Iterator
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import ConsoleMessage, Locator, Page, expect

from articles.models.article import Article
from articles.models.edition import Edition
from articles.photos import queue
from articles.photos.intake import take_in
from tests import newsroom
from tests.cast import Cast, hire
from tests.desk.browsing import PASSWORD, give_password, sign_in
from tests.desk.desk import headings


@pytest.fixture
def newsroom_open(transactional_db: None) -> Cast:
    """Everybody has a password; there is a topic, and two photos are in the library."""
    cast = hire()
    give_password(cast.chief, cast.editor, cast.writer)
    newsroom.topic()
    for colour, name in (("navy", "sea.jpg"), ("olive", "dunes.jpg")):
        data = io.BytesIO()
        Image.new("RGB", (900, 600), colour).save(data, "JPEG")
        photo = take_in(data.getvalue(), filename=name, by=None).photo
        assert queue.run_one()
        photo.refresh_from_db()
        seen = name.removesuffix(".jpg")
        words = {"alt_en": f"The {seen}", "alt_da": f"Billedet {seen}", "byline": "Signe Brandt"}
        newsroom.change(photo, **words)
    return cast


@pytest.fixture
def complaints(page: Page) -> Iterator[list[str]]:
    """What the browser complains of: blocked by policy, errors of script, missing files.

    Not the pictures of articles that were made without any.
    """
    said: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and "/media/" not in message.location["url"]:
            said.append(message.text)

    page.on("console", note)
    page.on("pageerror", lambda error: said.append(str(error)))
    yield said
    assert said == []


def log_in(page: Page, site: str, name: str) -> None:
    page.goto(f"{site}/admin/")
    sign_in(page, name)


def choose_photo(page: Page, slide: Locator, name: str) -> None:
    slide.get_by_role("button", name="Choose or drop a photo").click()
    page.get_by_role("dialog").get_by_role("button", name=name).click()
    expect(slide.locator(".photo img")).to_be_visible()


def field(row: Locator, name: str, language: str) -> Locator:
    """A field of a row; text written in place is an editor once it has the focus."""
    within = row.locator(f".leaf.{language} .f-{name}")
    return within.locator("[role=textbox], textarea:visible, input:visible").first


def write(page: Page, row: Locator, **texts: str) -> None:
    """Type into fields of a row: `heading_en="Step 1"`."""
    for name, text in texts.items():
        where, _, language = name.rpartition("_")
        field(row, where, language).click()
        page.keyboard.type(text)


def saved(page: Page) -> None:
    """Everything has reached the server."""
    page.evaluate(
        "async () => { const store = await import('/static/desk/storyboard/store.js');"
        " while (store.pending().length) await store.flush(); }"
    )


def test_from_an_empty_page_to_two_live_ones(
    page: Page, live_server: Any, newsroom_open: Cast, complaints: list[str]
) -> None:
    site = live_server.url
    log_in(page, site, "rasmus")
    page.goto(f"{site}/admin/articles/article/add/")
    page.wait_for_selector("html.scripted")
    page.keyboard.type("The last rung")  # the headline has the focus
    cover = page.locator("#cover")
    write(page, cover, headline_da="Det nederste trin")
    write(page, cover, standfirst_en="Seven steps into the sea.", standfirst_da="Syv trin ned.")
    page.get_by_label("Topic").select_option(label="Health")
    slides = page.locator(".slide")
    for number, name in ((0, "sea"), (1, "dunes")):
        slide = slides.nth(number)
        if number:
            page.keyboard.press("Control+Enter")
        write(page, slide, heading_en=f"Step {number + 1}", heading_da=f"Trin {number + 1}")
        choose_photo(page, slide, f"The {name}")
        write(page, slide, body_en="Cold.", body_da="Koldt.")
    page.keyboard.press("Alt+Shift+ArrowUp")
    expect(page.locator("#say")).to_have_text("The slide is now number 1 of 2.")
    saved(page)

    article = Article.objects.get()
    assert headings(article) == ["Step 2", "Step 1"]
    page.goto(f"{site}/admin/articles/article/{article.pk}/publish/")
    expect(page.get_by_role("checkbox", name="English", exact=True)).to_be_checked()
    page.get_by_role("button", name="Publish").click()
    expect(page.locator(".messagelist")).to_contain_text("The Danish edition is live.")
    assert Edition.objects.filter(article=article, published_by=newsroom_open.editor).count() == 2
    for address, text in (
        ("/en/health/the-last-rung/", "Step 2"),
        ("/da/sundhed/det-nederste-trin/", "Trin 2"),
    ):
        page.goto(site + address)
        expect(page.locator("ol.slides h2").first).to_have_text(text)


def test_by_keyboard_alone(
    page: Page, live_server: Any, newsroom_open: Cast, complaints: list[str]
) -> None:
    article = newsroom.article(owner=newsroom_open.writer)
    page.goto(f"{live_server.url}/admin/articles/article/{article.pk}/change/")
    page.keyboard.type("maja")  # the name has the focus
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_selector("html.scripted")
    page.keyboard.press("g")  # the list of slides
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(field(page.locator(".slide").nth(2), "heading", "en")).to_be_focused()
    page.keyboard.press("Alt+Shift+ArrowUp")
    page.keyboard.press("End")
    page.keyboard.type(", by keyboard")
    page.keyboard.press("Control+s")
    saved(page)
    assert headings(article) == ["Step 1", "Step 3, by keyboard", "Step 2"]


def test_the_panels_button_says_what_it_will_do(
    page: Page, live_server: Any, newsroom_open: Cast, complaints: list[str]
) -> None:
    article = newsroom.article()
    log_in(page, live_server.url, "rasmus")
    page.goto(f"{live_server.url}/admin/articles/article/{article.pk}/publish/")
    expect(page.get_by_label("Date")).to_be_hidden()
    page.get_by_label("Later (Danish time)").check()
    page.get_by_label("Date").fill("2099-10-25")
    page.get_by_label("Time:", exact=True).fill("06:00")
    page.get_by_role("button", name="Schedule").click()
    expect(page.locator(".messagelist")).to_contain_text("goes live on 25 October 2099, 06:00")
