"""The library in Chromium: filters at once, ticking by range, a change with its Undo, choosing."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import ConsoleMessage, Page, expect

from articles.models.photo import ImageCredit, Photo
from tests import newsroom
from tests.cast import Cast, hire
from tests.desk.browsing import open_as

NAMES = ("dunes", "ferry", "harbour", "jetty", "lighthouse")


@pytest.fixture
def staffed(transactional_db: None) -> Cast:
    cast = hire()
    for number, name in enumerate(NAMES):
        fields = {"alt_en": name, "alt_da": f"dansk {name}", "basis": "own"}
        newsroom.photo(**fields, width=900 if number % 2 else 1600, height=1200)
    ImageCredit.objects.create(name="Ritzau Scanpix")
    return cast


@pytest.fixture
def complaints(page: Page) -> Iterator[list[str]]:
    """What the browser complains of: blocked by policy, errors of script, missing files."""
    said: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            said.append(message.text)

    page.on("console", note)
    page.on("pageerror", lambda error: said.append(str(error)))
    yield said
    assert said == []


def ticked(page: Page) -> list[str]:
    cards = page.locator("li.pcard:has([data-pick]:checked) a.cap")
    return sorted(cards.all_inner_texts())


def test_filters_act_at_once_and_keep_the_keyboards_place(
    page: Page, live_server: Any, staffed: Cast, complaints: list[str]
) -> None:
    open_as("signe", page, live_server.url, "/admin/articles/photo/")
    portrait = page.get_by_label("Portrait")
    portrait.focus()
    page.keyboard.press("Space")
    expect(page.locator("li.pcard")).to_have_count(2)
    expect(page).to_have_url(f"{live_server.url}/admin/articles/photo/?shape=portrait")
    expect(page.get_by_label("Portrait")).to_be_focused()
    expect(page.get_by_role("status").first).to_have_text("2 photos")
    page.get_by_label("Search photos").fill("FERRY")
    expect(page.locator("li.pcard")).to_have_count(1)
    expect(page.get_by_label("Search photos")).to_be_focused()
    page.go_back()
    expect(page.locator("li.pcard")).to_have_count(2)
    page.get_by_role("link", name="Take away: Portrait").click()
    expect(page.locator("li.pcard")).to_have_count(5)


def test_a_range_is_ticked_changed_and_put_back(
    page: Page, live_server: Any, staffed: Cast, complaints: list[str]
) -> None:
    open_as("signe", page, live_server.url, "/admin/articles/photo/?sort=name")
    bar = page.get_by_role("region", name="The selected photos")
    expect(bar).to_be_hidden()
    expect(page.locator("html.scripted")).to_be_attached()
    page.get_by_label("Select: dunes").focus()
    page.keyboard.press("Space")
    page.get_by_label("Select: jetty").click(modifiers=["Shift"])
    assert ticked(page) == ["dunes", "ferry", "harbour", "jetty"]
    expect(bar.get_by_role("status")).to_have_text("4 selected")
    bar.get_by_role("combobox", name="Credit").select_option(label="Ritzau Scanpix")
    bar.get_by_role("button", name="Same for all 4").click()
    expect(page.get_by_role("row", name="Credit Ritzau")).to_contain_text(
        "in place of Kystfoto (4)"
    )
    page.get_by_role("button", name="Change 4 photos").click()
    expect(page).to_have_url(f"{live_server.url}/admin/articles/photo/?sort=name")
    expect(page.locator(".messagelist")).to_contain_text("4 photos were changed.")
    assert Photo.objects.filter(credit__name="Ritzau Scanpix").count() == 4
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".messagelist")).to_contain_text("4 photos are as they were before.")
    assert not Photo.objects.filter(credit__name="Ritzau Scanpix").exists()


def test_all_shown_are_ticked_and_let_go(
    page: Page, live_server: Any, staffed: Cast, complaints: list[str]
) -> None:
    open_as("signe", page, live_server.url, "/admin/articles/photo/")
    expect(page.locator("html.scripted")).to_be_attached()
    page.get_by_label("Select: dunes").check()
    bar = page.get_by_role("region", name="The selected photos")
    bar.get_by_role("button", name="Select all shown").click()
    expect(bar.get_by_role("status")).to_have_text("5 selected")
    page.get_by_label("Select: jetty").focus()
    page.keyboard.press("Escape")
    expect(bar).to_be_hidden()
    assert ticked(page) == []


def test_a_photo_is_found_and_chosen_in_place_of_another(
    page: Page, live_server: Any, staffed: Cast, complaints: list[str]
) -> None:
    photo = newsroom.photo()
    there = f"/admin/articles/photo/{photo.pk}/change/"
    open_as("rasmus", page, live_server.url, there)
    page.get_by_label("Another photo").check()
    spare = page.locator(".spare").first
    with page.expect_popup() as opened:
        spare.get_by_role("link", name="Choose…").click()
    window = opened.value
    expect(window.get_by_role("link", name="Upload")).to_be_visible()
    window.get_by_label("Search photos").fill("lighthouse")
    expect(window.locator("li.pcard")).to_have_count(1)
    with window.expect_event("close"):
        # The window closes in the middle of the click: so it is made after the call is answered.
        link = window.get_by_role("link", name="lighthouse")
        link.evaluate("link => setTimeout(() => link.click())")
    chosen = Photo.objects.get(alt_en="lighthouse")
    expect(spare.get_by_label("Photo no.")).to_have_value(str(chosen.pk))


def test_without_script_the_whole_library_works(
    browser: Any, live_server: Any, staffed: Cast, complaints: list[str]
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    open_as("signe", page, live_server.url, "/admin/articles/photo/")
    page.get_by_label("Portrait").check()
    page.get_by_role("button", name="Show").click()
    page.get_by_label("Select: ferry").check()
    bar = page.get_by_role("region", name="The selected photos")
    bar.get_by_role("textbox", name="Photographer").fill("Ida Bo")
    bar.get_by_role("button", name="Same for all").click()
    page.get_by_role("button", name="Change 1 photo").click()
    expect(page.locator(".messagelist")).to_contain_text("1 photo was changed.")
    assert Photo.objects.get(byline="Ida Bo").alt_en == "ferry"
    page.context.close()
