"""Arranging the front page in Chromium: by mouse, by keys, with undo and a live preview."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from articles.models.newsroom import HIDDEN, FrontSlot
from tests import newsroom
from tests.again import again
from tests.cast import hire
from tests.desk.browsing import listen, open_as

NAMES = ["One", "Two", "Three", "Four", "Five", "Six"]


@pytest.fixture
def complaints(page: Page) -> Iterator[list[str]]:
    said = listen(page)
    yield said
    assert said == []


@pytest.fixture
def desk(page: Page, live_server: Any, transactional_db: None, complaints: list[str]) -> Page:
    """Rasmus' browser at the English front page; six stories are live, One is the newest."""
    again(hire)
    again(publish_six)
    page.set_default_timeout(5_000)
    open_as("rasmus", page, live_server.url, "/admin/articles/frontslot/?language=en")
    page.wait_for_selector("html.scripted")
    return page


def publish_six() -> None:
    for number, name in enumerate(NAMES):
        article = newsroom.article(name)
        with newsroom.at(newsroom.MONDAY - dt.timedelta(days=number)):
            newsroom.publish(article, "en")


def order(desk: Page) -> Locator:
    return desk.locator("#top .front-row:visible .headline")


def grip(desk: Page, name: str) -> Locator:
    return desk.locator(".front-row", has=desk.get_by_text(name, exact=True)).locator(".grip")


def lead(desk: Page) -> Locator:
    return desk.frame_locator(".pframe iframe.is-shown").locator("section.lead h2")


def slots() -> dict[str, int]:
    found = FrontSlot.objects.select_related("article")
    return {slot.article.headline_en: slot.position for slot in found}  # type: ignore[attr-defined]


def save(desk: Page) -> None:
    desk.get_by_role("button", name="Save").click()
    expect(desk.locator(".messagelist")).to_contain_text("Readers see it now.")


def test_keys_on_the_grip_move_and_say_so(desk: Page) -> None:
    grip(desk, "Three").focus()
    for key in ("Space", "ArrowUp", "ArrowUp"):
        desk.keyboard.press(key)
    expect(desk.locator("#say")).to_have_text("Three: now the lead.")
    desk.keyboard.press("Space")
    expect(order(desk)).to_have_text(["Three", "One", "Two", "Four", "Five", "Six"])
    expect(grip(desk, "Three")).to_be_focused()
    expect(lead(desk)).to_have_text("Three")
    save(desk)
    assert slots() == {"Three": 0}


def test_escape_puts_back_what_was_lifted(desk: Page) -> None:
    grip(desk, "Two").focus()
    for key in ("Space", "ArrowDown", "ArrowDown", "Escape"):
        desk.keyboard.press(key)
    expect(order(desk)).to_have_text(NAMES)
    expect(desk.get_by_role("button", name="Undo")).to_be_disabled()


def test_dragging_pins_and_undo_takes_it_back(desk: Page) -> None:
    grip(desk, "Four").hover()
    desk.mouse.down()
    box = grip(desk, "One").bounding_box()
    assert box
    desk.mouse.move(box["x"] + 8, box["y"] + 30, steps=4)
    desk.mouse.move(box["x"] + 8, box["y"] - 2, steps=8)
    desk.mouse.up()
    expect(order(desk)).to_have_text(["Four", "One", "Two", "Three", "Five", "Six"])
    expect(desk.locator("#unsaved")).to_have_text("Not saved yet")
    desk.keyboard.press("Control+Z")
    expect(order(desk)).to_have_text(NAMES)
    expect(desk.locator("#unsaved")).to_have_text("")


def test_what_is_pinned_keeps_its_place_and_the_newest_fill(desk: Page) -> None:
    desk.get_by_role("button", name="Pin here: Three").click()
    expect(desk.get_by_role("button", name="Unpin: Three")).to_be_focused()
    desk.get_by_role("button", name="Hide: One").click()
    expect(order(desk)).to_have_text(["Two", "Four", "Three", "Five", "Six"])
    expect(desk.locator("#hidden .headline")).to_have_text("One")
    expect(lead(desk)).to_have_text("Two")
    save(desk)
    assert slots() == {"Three": 2, "One": HIDDEN}
    desk.get_by_role("button", name="Show again: One").click()
    desk.get_by_role("button", name="Unpin: Three").click()
    save(desk)
    assert slots() == {}


def test_an_hour_pins_until_then(desk: Page) -> None:
    desk.get_by_role("button", name="Pin here: Two").click()
    desk.get_by_label("Until, Two").fill("2099-12-01T18:00")
    save(desk)
    until = FrontSlot.objects.get().shown_until
    assert until == dt.datetime(2099, 12, 1, 17, tzinfo=dt.UTC)
    expect(desk.get_by_label("Until, Two")).to_have_value("2099-12-01T18:00")


def test_a_search_adds_with_the_keyboard_alone(desk: Page) -> None:
    desk.get_by_role("combobox", name="Add an article").focus()
    desk.keyboard.type("six")
    expect(desk.get_by_role("option")).to_have_count(1)
    desk.keyboard.press("Enter")
    expect(order(desk).first).to_have_text("Six")
    expect(grip(desk, "Six")).to_be_focused()
    desk.keyboard.press("Control+S")
    expect(desk.locator(".messagelist")).to_contain_text("Readers see it now.")
    assert slots() == {"Six": 0}


def test_an_article_beyond_the_places_is_added(desk: Page) -> None:
    for number in range(10):
        with newsroom.at(newsroom.MONDAY - dt.timedelta(days=20 + number)):
            newsroom.publish(newsroom.article(f"Old {number}"), "en")
    desk.reload()
    desk.get_by_role("combobox", name="Add an article").fill("Old 9")
    desk.get_by_role("option", name="Old 9").click()
    expect(order(desk).first).to_have_text("Old 9")
    expect(lead(desk)).to_have_text("Old 9")
    save(desk)
    assert slots() == {"Old 9": 0}


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_nothing_sticks_out(desk: Page, width: int) -> None:
    desk.set_viewport_size({"width": width, "height": 900})
    assert desk.evaluate("document.documentElement.scrollWidth") <= width
