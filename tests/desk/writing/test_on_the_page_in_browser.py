"""Writing on the storyboard itself: what is typed is what the database gets."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from articles.models.article import Article
from tests import newsroom
from tests.cast import hire
from tests.desk.browsing import listen, open_as
from tests.desk.desk import said
from tests.desk.writing import clipboards


@pytest.fixture
def complaints(page: Page) -> Iterator[list[str]]:
    said = listen(page, but="/photo/")
    yield said
    assert said == []


@pytest.fixture
def article(transactional_db: None) -> Article:
    return newsroom.article("The last rung", owner=hire().editor)


@pytest.fixture
def board(page: Page, live_server: Any, article: Article, complaints: list[str]) -> Page:
    page.set_default_timeout(8_000)
    open_as("rasmus", page, live_server.url, f"/admin/articles/article/{article.pk}/change/")
    page.wait_for_selector("html.scripted")
    return page


def saved(board: Page) -> None:
    """Everything has reached the server."""
    board.evaluate(
        "async () => { const store = await import('/static/desk/storyboard/store.js');"
        " while (store.pending().length) await store.flush(); }"
    )


def paste(board: Page, html: str) -> None:
    board.evaluate(
        """(html) => {
            const data = new DataTransfer();
            data.setData("text/html", html);
            const init = { clipboardData: data, bubbles: true, cancelable: true };
            document.activeElement.dispatchEvent(new ClipboardEvent("paste", init));
        }""",
        html,
    )


def test_what_was_pasted_and_typed_is_stored_as_it_stands(board: Page, article: Article) -> None:
    slide = article.slides.first()
    text = board.locator(f"#slide-{slide.key} .leaf.en .rt")
    text.click()
    expect(text).to_have_attribute("contenteditable", "true")
    board.keyboard.press("Control+A")
    paste(board, clipboards.WORD)
    saved(board)
    assert said(slide, "body_en") == (clipboards.WORD_CLEAN,)
    board.reload()
    expect(text.locator("strong")).to_have_text("720-tonne")
    for name, value in (("lang", "en"), ("spellcheck", "true"), ("role", "textbox")):
        expect(text).to_have_attribute(name, value)


def test_the_address_follows_the_headline_into_the_database(board: Page, article: Article) -> None:
    newsroom.change(article, slug_en="the-last-rung")
    board.reload()
    board.wait_for_selector("html.scripted")
    board.locator("#f-article-headline_en").fill("Æbler på Ærø")
    expect(board.locator("#f-article-slug_en")).to_have_value("aebler-paa-aeroe")
    saved(board)
    assert said(article, "headline_en", "slug_en") == ("Æbler på Ærø", "aebler-paa-aeroe")


def test_of_a_live_article_it_stays(board: Page, article: Article) -> None:
    newsroom.publish(article, "en")
    board.reload()
    board.wait_for_selector("html.scripted")
    board.locator("#f-article-headline_en").fill("Another headline")
    expect(board.locator("#slug-note-en")).to_contain_text("Readers have this address.")
    saved(board)
    assert said(article, "slug_en")[0] in ("", "the-last-rung")


def test_finding_unfolds_what_it_finds_and_shows_its_language(
    board: Page, article: Article
) -> None:
    slide = article.slides.last()
    row = board.locator(f"#slide-{slide.key}")
    newsroom.change(slide, heading_da="Et sjældent ord")
    board.reload()
    board.wait_for_selector("html.scripted")
    board.locator("h1").click()
    board.keyboard.press("c")
    board.keyboard.press("1")
    expect(row).to_have_class(re.compile("is-collapsed"))
    board.keyboard.press("Control+h")
    bar = board.get_by_role("dialog", name="Find and replace")
    bar.get_by_role("button", name="DA, Danish").click()
    bar.get_by_label("Find", exact=True).fill("sjældent")
    expect(row).not_to_have_class(re.compile("is-collapsed"))
    expect(board.locator(f"#f-{slide.key}-heading_da")).to_be_visible()
    bar.get_by_label("Replace by").fill("kendt")
    bar.get_by_role("button", name="Replace all").click()
    saved(board)
    assert said(slide, "heading_da") == ("Et kendt ord",)


def test_the_text_of_a_new_slide_is_written_at_once(board: Page, article: Article) -> None:
    before = set(article.slides.values_list("key", flat=True))
    board.locator(".slide .leaf.en .f-heading textarea").last.focus()
    board.keyboard.press("Control+Enter")
    board.keyboard.type("New")
    board.keyboard.press("Enter")
    board.keyboard.type("- one")
    board.keyboard.press("Enter")
    board.keyboard.type("two")
    saved(board)
    new = article.slides.exclude(key__in=before).get()
    assert said(new, "heading_en", "body_en") == ("New", "<ul><li>one</li><li>two</li></ul>")
