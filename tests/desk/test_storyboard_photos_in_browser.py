"""Photos and links put in place, in Chromium: chosen, uploaded, dropped, searched for by keyboard."""

import base64
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from articles.models.article import Article, CrossLink, Slide
from articles.models.photo import Photo
from tests import newsroom
from tests.cast import Cast, hire
from tests.desk.browsing import open_as
from tests.desk.test_upload import scene
from tests.photos.pictures import encode
from tests.waiting import wait_until

DROP = """([selector, files]) => {
    const data = new DataTransfer();
    for (const [name, text] of files) {
        const bytes = Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
        data.items.add(new File([bytes], name, { type: "image/jpeg" }));
    }
    const init = { dataTransfer: data, bubbles: true, cancelable: true };
    for (const type of ["dragover", "drop"])
        document.querySelector(selector).dispatchEvent(new DragEvent(type, init));
}"""


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    return hire()


@pytest.fixture
def article(cast: Cast) -> Article:
    """Three slides, the last two of them without a photo."""
    made = newsroom.article(owner=cast.editor)
    first = made.slides.order_by("order").first()
    assert first is not None
    made.slides.exclude(pk=first.pk).update(photo=None)
    return made


@pytest.fixture
def board(page: Page, live_server: Any, article: Article) -> Page:
    page.set_default_timeout(10_000)
    open_as("rasmus", page, live_server.url, f"/admin/articles/article/{article.pk}/change/")
    page.wait_for_selector("html.scripted")
    return page


def saving(page: Page, act: Callable[[], Any]) -> None:
    """Do it, and wait until the server has all of it."""
    with page.expect_response(lambda each: each.url.endswith("/changes/")):
        act()


def photos(article: Article) -> list[int | None]:
    rows = Slide.objects.filter(article=article).order_by("order")
    return list(rows.values_list("photo", flat=True))


def jpeg(number: int) -> tuple[str, str]:
    return f"{number}.jpg", base64.b64encode(encode(scene(number))).decode()


def test_a_photo_is_chosen_by_keyboard_alone(board: Page, article: Article) -> None:
    chosen = newsroom.photo(alt_en="A heron on a pole.")
    board.locator(".slide .empty").first.focus()
    board.keyboard.press("Enter")
    expect(board.locator("#photo-q")).to_be_focused()
    board.keyboard.type("heron")
    expect(board.locator("#dlg-photo .choice")).to_have_count(1)
    saving(board, lambda: board.keyboard.press("Enter"))
    expect(board.locator("#slides .slide").nth(1).locator(".pic")).to_be_focused()
    assert photos(article)[1] == chosen.pk


def test_a_photo_is_uploaded_where_it_is_chosen(board: Page, article: Article) -> None:
    board.locator(".slide .empty").first.click()
    file = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": encode(scene(3))}
    saving(board, lambda: board.locator("#photo-file").set_input_files([file]))
    assert photos(article)[1] == Photo.objects.get(filename="a.jpg").pk
    cell = board.locator("#slides .slide").nth(1).locator(".f.photo")
    expect(cell).to_contain_text("No credit")


def test_what_is_no_picture_is_refused_in_words(board: Page, article: Article) -> None:
    board.locator(".slide .empty").first.click()
    file = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": b"no picture"}
    board.locator("#photo-file").set_input_files([file])
    expect(board.locator(".sending .failed")).to_contain_text("Refused")
    assert photos(article)[1] is None


def test_five_dropped_fill_two_empty_slides_and_make_three(board: Page, article: Article) -> None:
    files = [jpeg(number) for number in range(1, 6)]
    board.evaluate(DROP, ["#slides .slide .f-heading", files])
    expect(board.locator("#slides .slide")).to_have_count(6)
    expect(board.locator("#slides .slide .pic")).to_have_count(6)
    expect(board.locator(".toast")).to_contain_text("5")
    assert wait_until(lambda: len(photos(article)) == 6 and None not in photos(article))
    placed = Photo.objects.filter(pk__in=[each for each in photos(article)[1:] if each])
    assert sorted(placed.values_list("filename", flat=True)) == [name for name, _ in files]
    board.get_by_role("button", name="Undo").last.click()
    expect(board.locator("#slides .slide")).to_have_count(3)
    expect(board.locator("#slides .slide .empty")).to_have_count(2)


def test_a_link_is_searched_for_by_keyboard(board: Page, article: Article) -> None:
    target = newsroom.live("Ladders of Skagen", "Stigerne i Skagen", only="en")
    board.locator("[data-do=newlink]").first.evaluate("button => button.click()")
    expect(board.locator(".row.also [data-q]")).to_be_focused()
    board.keyboard.type("stigerne")
    expect(board.locator(".offers .offer")).to_have_count(1)
    board.keyboard.press("ArrowDown")
    saving(board, lambda: board.keyboard.press("Enter"))
    row = board.locator(".row.also")
    expect(row.locator('[data-aim="en"]')).to_have_text("Ladders of Skagen")
    expect(row.locator('[data-aim="da"]')).to_contain_text("Left out in Danish")
    mine = CrossLink.objects.filter(article=article, target=target)
    assert wait_until(mine.exists)
