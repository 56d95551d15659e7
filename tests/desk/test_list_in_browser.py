"""The list of articles in Chromium: ticking by range, page and all found; a bar that works on."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from articles.desk.listing.mixin import Listing
from articles.models.article import Article
from tests import newsroom
from tests.cast import Cast, hire
from tests.desk.browsing import open_as

LIST = "/admin/articles/article/"


@pytest.fixture
def staffed(transactional_db: None) -> Cast:
    cast = hire()
    for number in range(7):
        newsroom.article(f"Bridge {number}", f"Bro {number}", slides=1)
    return cast


@pytest.fixture
def listed(page: Page, live_server: Any, staffed: Cast, monkeypatch: pytest.MonkeyPatch) -> Page:
    monkeypatch.setattr(Listing, "list_per_page", 5)
    open_as("rasmus", page, live_server.url, LIST)
    return page


def test_ticking_a_range_the_page_and_all_found(listed: Page) -> None:
    boxes, bar = listed.locator("[data-pick]"), listed.locator("[data-bar]")
    expect(bar).to_be_hidden()
    boxes.nth(1).check()
    boxes.nth(3).click(modifiers=["Shift"])
    expect(bar.get_by_role("status")).to_have_text("3 selected")
    listed.get_by_label("Select all on this page").check()
    expect(bar.get_by_role("status")).to_have_text("5 selected")
    bar.get_by_role("button", name="Select all 7 found").click()
    expect(bar.get_by_role("status")).to_have_text("7 selected")
    listed.keyboard.press("Escape")
    expect(bar).to_be_hidden()


def test_all_found_are_marked_as_ready_and_put_back_by_keyboard(listed: Page) -> None:
    listed.get_by_label("Select all on this page").check()
    listed.get_by_role("button", name="Select all 7 found").press("Enter")
    listed.get_by_role("button", name="Mark as ready…").press("Enter")
    listed.get_by_role("button", name="Change them").press("Enter")
    expect(listed.get_by_text("Done: 7")).to_be_visible()
    assert Article.objects.filter(stage_en="ready", stage_da="ready").count() == 7
    listed.get_by_role("button", name="Undo").press("Enter")
    expect(listed.get_by_text("Done: 7")).to_be_visible()
    expect(listed.get_by_role("heading", name="Undo")).to_be_visible()
    assert not Article.objects.filter(stage_en="ready").exists()
