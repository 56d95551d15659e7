"""The desk in Chromium: from an empty page to two live ones, by mouse and by keyboard alone."""

import io
from collections.abc import Iterator
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import ConsoleMessage, Page, expect

from articles.models.article import Article
from articles.models.edition import Edition
from articles.photos import queue
from articles.photos.intake import take_in
from tests import newsroom
from tests.cast import Cast, hire
from tests.desk.desk import headings, said

PASSWORD = "four words are enough"


@pytest.fixture
def newsroom_open(transactional_db: None) -> Cast:
    """Everybody has a password; there is a topic, and two photos are in the library."""
    cast = hire()
    for person in (cast.chief, cast.editor, cast.writer):
        person.set_password(PASSWORD)
        person.save()
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
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()


def choose_photo(page: Page, slide: Any, name: str) -> None:
    with page.expect_popup() as opened:
        slide.get_by_role("link", name="Choose…").click()
    window = opened.value
    window.wait_for_selector("html.scripted")
    with window.expect_event("close"):
        # The window closes in the middle of the click: so it is made after the call is answered.
        window.get_by_role("link", name=name).evaluate("link => setTimeout(() => link.click())")
    expect(slide.locator(".photo-chooser img")).to_be_visible()


def test_from_an_empty_page_to_two_live_ones(
    page: Page, live_server: Any, newsroom_open: Cast, complaints: list[str]
) -> None:
    site = live_server.url
    log_in(page, site, "rasmus")
    page.get_by_role("link", name="Articles").first.click()
    page.get_by_role("link", name="Add article").click()
    page.get_by_label("Headline (English)").fill("The last rung")
    page.get_by_label("Headline (Danish)").fill("Det nederste trin")
    page.get_by_label("Standfirst (English)").fill("Seven steps into the sea.")
    page.get_by_label("Standfirst (Danish)").fill("Syv trin ned i havet.")
    page.get_by_label("Topic").select_option(label="Health")
    page.get_by_role("button", name="Add a slide").click()
    slides = page.locator(".slide:not(.empty-form)")
    expect(slides).to_have_count(2)
    for number, name in ((0, "sea"), (1, "dunes")):
        slide = slides.nth(number)
        slide.get_by_label("Heading (English)").fill(f"Step {number + 1}")
        slide.get_by_label("Heading (Danish)").fill(f"Trin {number + 1}")
        slide.get_by_label("Text (English):", exact=True).fill("Cold.\n\nColder.")
        slide.get_by_label("Text (Danish):", exact=True).fill("Koldt.\n\nKoldere.")
        choose_photo(page, slide, f"The {name}")
    slides.nth(1).get_by_role("button", name="Move up").click()
    expect(page.get_by_role("status")).to_have_text("The slide is now number 1.")
    page.get_by_role("button", name="Save and continue editing").last.click()
    expect(slides.nth(0).get_by_label("Heading (English)")).to_have_value("Step 2")

    article = Article.objects.get()
    page.get_by_role("link", name="Preview (Danish)").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Det nederste trin")
    expect(page.locator("ol.slides h2")).to_have_text(["Trin 2", "Trin 1"])
    page.get_by_role("link", name="Back to the article").click()

    page.get_by_role("link", name="Publish…").click()
    expect(page.get_by_label("English", exact=True)).to_be_checked()
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
    third = page.locator("#slides-2")
    third.get_by_label("Position").focus()
    page.keyboard.press("Tab")
    expect(third.get_by_role("button", name="Move up")).to_be_focused()
    page.keyboard.press("Enter")
    expect(third.get_by_role("button", name="Move up")).to_be_focused()
    expect(third.get_by_label("Position")).to_have_value("2")
    page.keyboard.press("Space")
    page.get_by_label("Kicker (English)").fill("By keyboard")
    page.keyboard.press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("was changed successfully")
    assert headings(article) == ["Step 3", "Step 1", "Step 2"]
    assert said(article, "kicker_en") == ("By keyboard",)


def test_a_slide_that_was_added_and_taken_out_leaves_the_others_alone(
    page: Page, live_server: Any, newsroom_open: Cast, complaints: list[str]
) -> None:
    article = newsroom.article(owner=newsroom_open.writer)
    log_in(page, live_server.url, "maja")
    page.goto(f"{live_server.url}/admin/articles/article/{article.pk}/change/")
    slides = page.locator(".slide:not(.empty-form)")
    for number, heading in ((3, "Taken out"), (4, "Kept")):
        page.get_by_role("button", name="Add a slide").click()
        slides.nth(number).get_by_label("Heading (English)").fill(heading)
    slides.nth(4).get_by_role("button", name="Move up").click()
    slides.nth(3).get_by_role("button", name="Move up").click()
    slides.nth(4).get_by_role("button", name="Delete").click()
    expect(slides).to_have_count(4)
    page.get_by_role("button", name="Save and continue editing").last.click()
    expect(page.locator(".messagelist")).to_contain_text("was changed successfully")
    assert headings(article) == ["Step 1", "Step 2", "Kept", "Step 3"]


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
