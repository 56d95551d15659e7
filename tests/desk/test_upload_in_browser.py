"""Bringing photos in and completing them, in Chromium: what scripts add to what works without."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Dialog, Locator, Page, Route, expect

from articles.models.photo import ImageCredit, Photo
from tests import newsroom
from tests.cast import Cast, hire
from tests.desk.browsing import listen, open_as
from tests.desk.desk import said
from tests.desk.test_upload import scene
from tests.photos.pictures import encode

ADD = "/admin/articles/photo/add/"
COMPLETE = "/admin/articles/photo/complete/"


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    cast = hire()
    ImageCredit.objects.get_or_create(name="Kystfoto")
    return cast


@pytest.fixture
def complaints(page: Page) -> Iterator[list[str]]:
    """What the browser complains of, but for answers that are refusals."""
    said = listen(page)
    yield said
    assert said == []


@pytest.fixture
def desk(page: Page, live_server: Any, cast: Cast, complaints: list[str]) -> Page:
    """Signe's browser, on the upload screen."""
    open_as("signe", page, live_server.url, ADD)
    return page


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Twelve files: seven good ones, two that are the first again, three that are none."""
    made = tmp_path / "files"
    made.mkdir()
    for number in range(1, 8):
        (made / f"0{number}.jpg").write_bytes(encode(scene(number)))
    for name in ("08-again.jpg", "09-again.jpg"):
        (made / name).write_bytes(encode(scene(1)))
    (made / "10.jpg").write_bytes(encode(scene(9))[:500])
    (made / "11.jpg").write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    (made / "12.jpg").write_bytes(b"no picture at all")
    return made


def choose(desk: Page, *files: Path) -> None:
    desk.locator("#files").set_input_files([str(path) for path in files])


def row(desk: Page, name: str) -> Locator:
    return desk.locator(".ulist li", has=desk.get_by_text(name, exact=True))


def overall(desk: Page) -> Locator:
    return desk.locator('[data-count="overall"]')


def drop_network(desk: Page, times: int = 100) -> list[Route]:
    """Let uploads fail as they do when the network drops; the routes that did."""
    dropped: list[Route] = []

    def handle(route: Route) -> None:
        if route.request.method == "POST" and len(dropped) < times:
            dropped.append(route)
            route.abort("connectionreset")
        else:
            route.continue_()

    desk.route(f"**{ADD}", handle)
    return dropped


def hold(desk: Page) -> list[Route]:
    """Let uploads hang until they are continued."""
    held: list[Route] = []

    def handle(route: Route) -> None:
        held.append(route) if route.request.method == "POST" else route.continue_()

    desk.route(f"**{ADD}", handle)
    return held


# --- The batch -----------------------------------------------------------------------------------


def test_twelve_files_of_which_three_are_broken(desk: Page, folder: Path) -> None:
    choose(desk, *sorted(folder.iterdir()))
    expect(overall(desk)).to_have_text("12 of 12", timeout=60_000)
    assert desk.locator(".batch header [data-count]:not([hidden])").all_inner_texts() == [
        "12 files",
        "7 stored",
        "2 known",
        "3 refused",
    ]
    expect(desk.locator("#upload-said")).to_have_text(
        "All files are done: 7 stored, 2 known, 3 refused."
    )
    expect(row(desk, "11.jpg")).to_contain_text("This is an SVG drawing")
    expect(desk.locator(".photo-row")).to_have_count(7)
    assert Photo.objects.count() == 7


def test_what_is_plainly_wrong_is_not_sent(desk: Page, folder: Path) -> None:
    (folder / "notes.pdf").write_bytes(b"%PDF")
    (folder / "empty.jpg").write_bytes(b"")
    sent = hold(desk)
    choose(desk, folder / "notes.pdf", folder / "empty.jpg")
    expect(row(desk, "notes.pdf")).to_contain_text("Not sent: this is no photo.")
    expect(row(desk, "empty.jpg")).to_contain_text("Not sent: the file is empty.")
    assert sent == []


def test_three_are_sent_at_a_time_and_the_rest_can_be_cancelled(desk: Page, folder: Path) -> None:
    held = hold(desk)
    choose(desk, *sorted(folder.iterdir())[:7])
    expect(desk.locator('.ulist li[data-state="waiting"]')).to_have_count(4)
    assert len(held) == 3
    row(desk, "01.jpg").get_by_role("button", name="Cancel").click()
    expect(row(desk, "01.jpg")).to_contain_text("Cancelled. Nothing was stored.")
    expect(desk.locator('.ulist li[data-state="waiting"]')).to_have_count(3)
    desk.get_by_role("button", name="Cancel the rest").click()
    expect(desk.locator('.ulist li[data-state="cancelled"]')).to_have_count(7)
    assert not Photo.objects.exists()


def test_a_file_is_tried_again_by_itself(desk: Page, folder: Path) -> None:
    dropped = drop_network(desk, times=2)
    choose(desk, folder / "01.jpg")
    expect(row(desk, "01.jpg")).to_contain_text("Stored as photo", timeout=20_000)
    assert len(dropped) == 2


def test_after_three_tries_a_button_tries_again(desk: Page, folder: Path) -> None:
    dropped = drop_network(desk)
    choose(desk, folder / "01.jpg")
    retry = row(desk, "01.jpg").get_by_role("button", name="Retry")
    expect(retry).to_be_visible(timeout=20_000)
    expect(row(desk, "01.jpg")).to_contain_text("The file is still in the queue.")
    assert len(dropped) == 3
    desk.unroute_all()
    retry.click()
    expect(row(desk, "01.jpg")).to_contain_text("Stored as photo")


def test_who_is_logged_out_is_told_and_loses_nothing(
    desk: Page, context: BrowserContext, folder: Path
) -> None:
    cookies = context.cookies()
    context.clear_cookies(name="sessionid")
    choose(desk, folder / "01.jpg", folder / "02.jpg")
    expect(desk.get_by_role("alert")).to_contain_text("You are no longer logged in.")
    context.add_cookies(cookies)
    desk.get_by_role("button", name="Retry all").click()
    expect(overall(desk)).to_have_text("2 of 2")
    expect(desk.locator('.ulist li[data-state="done"]')).to_have_count(2)
    expect(desk.get_by_role("alert")).to_be_hidden()


def test_leaving_with_files_in_the_queue_asks_first(desk: Page, folder: Path) -> None:
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    desk.on("dialog", stay)
    hold(desk)
    choose(desk, folder / "01.jpg")
    expect(row(desk, "01.jpg")).to_be_visible()
    desk.get_by_role("heading", level=1).click()  # browsers ask only those who did something
    desk.get_by_role("link", name="All photos").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text("Photos")
    assert asked == ["beforeunload"]


def test_a_twin_is_compared_and_let_go(desk: Page, folder: Path) -> None:
    (folder / "small.jpg").write_bytes(encode(scene(1, (360, 240)), quality=60))
    choose(desk, folder / "01.jpg")
    expect(row(desk, "01.jpg")).to_contain_text("Stored as photo")
    first = Photo.objects.get()
    choose(desk, folder / "small.jpg")
    compare = row(desk, "small.jpg").get_by_role("button", name="Compare")
    compare.click()
    dialog = desk.get_by_role("dialog")
    expect(dialog.locator("img")).to_have_count(2)
    desk.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(compare).to_be_focused()
    desk.keyboard.press("Enter")
    dialog.get_by_role("button", name=f"Use {first.pk} instead: delete the new one").click()
    expect(row(desk, "small.jpg")).to_contain_text(f"Use photo {first.pk}.")
    expect(desk.locator(".photo-row")).to_have_count(1)
    assert Photo.objects.get() == first


def test_pasted_and_dropped_files_come_in(desk: Page, folder: Path) -> None:
    desk.wait_for_selector("html.scripted")  # nobody drops a file before the page is there
    desk.evaluate(
        """async (bytes) => {
            const data = new DataTransfer();
            data.items.add(new File([new Uint8Array(bytes)], "dropped.jpg", { type: "image/jpeg" }));
            dispatchEvent(new DragEvent("drop", { dataTransfer: data, cancelable: true }));
            const copied = new DataTransfer();
            copied.items.add(new File([new Uint8Array(bytes)], "image.png", { type: "image/png" }));
            dispatchEvent(new ClipboardEvent("paste", { clipboardData: copied, cancelable: true }));
        }""",
        list((folder / "01.jpg").read_bytes()),
    )
    expect(overall(desk)).to_have_text("2 of 2")
    expect(row(desk, "dropped.jpg")).to_be_visible()
    expect(desk.locator(".ulist .fn b", has_text="pasted-")).to_have_count(1)


# --- The grid ------------------------------------------------------------------------------------


@pytest.fixture
def bare(cast: Cast) -> list[Photo]:
    """Three photos that nothing is known of."""
    words = ("byline", "alt_en", "alt_da", "caption_en", "caption_da")
    empty = {**dict.fromkeys(words, ""), "credit": None}
    return [newsroom.photo(uploaded_by=cast.photo_editor, **empty) for _ in range(3)]


@pytest.fixture
def grid(desk: Page, live_server: Any, bare: list[Photo]) -> Page:
    desk.goto(f"{live_server.url}{COMPLETE}?ids={','.join(str(photo.pk) for photo in bare)}")
    expect(desk.locator(".photo-row")).to_have_count(3)
    return desk


def saved(grid: Page, photo: Photo) -> None:
    expect(grid.locator(f"#photo-{photo.pk} .saving")).to_have_text("Saved")


def test_two_languages_with_the_keyboard_alone(grid: Page, bare: list[Photo]) -> None:
    keys = grid.keyboard
    grid.locator(f"#id_p{bare[0].pk}-byline").focus()
    keys.type("Signe Brandt")
    keys.press("Tab")
    keys.type("kystfoto")
    keys.press("Tab")
    keys.type("Our own")
    # The date has a place each for day, month, year and calendar.
    while not grid.evaluate("document.activeElement.name.endsWith('caption_en')"):
        keys.press("Tab")
    for text in ("The jetty.", "A jetty at dawn.", "Broen.", "En badebro ved daggry."):
        keys.type(text)
        keys.press("Tab")
    saved(grid, bare[0])
    assert said(bare[0], "byline", "basis", "caption_en", "alt_en", "caption_da", "alt_da") == (
        "Signe Brandt",
        "own",
        "The jetty.",
        "A jetty at dawn.",
        "Broen.",
        "En badebro ved daggry.",
    )
    expect(grid.locator(f"#id_p{bare[0].pk}-credit")).to_have_value("Kystfoto")
    expect(grid.locator('[data-count="complete"]')).to_have_text("1 is complete")


def test_alt_and_an_arrow_go_to_the_same_field_of_the_next_photo(
    grid: Page, bare: list[Photo]
) -> None:
    fields = [grid.locator(f"#id_p{photo.pk}-alt_da") for photo in bare]
    fields[0].focus()
    grid.keyboard.type("Første.")
    grid.keyboard.press("Alt+ArrowDown")
    expect(fields[1]).to_be_focused()
    saved(grid, bare[0])
    grid.keyboard.type("Anden.")
    grid.keyboard.press("Control+s")
    saved(grid, bare[1])
    expect(fields[1]).to_be_focused()
    grid.keyboard.press("Alt+ArrowUp")
    expect(fields[0]).to_be_focused()
    assert [said(photo, "alt_da") for photo in bare] == [("Første.",), ("Anden.",), ("",)]


def test_the_same_for_all_and_undo(grid: Page, bare: list[Photo]) -> None:
    grid.locator(f"#id_p{bare[1].pk}-byline").fill("Jane Doe")
    grid.get_by_label(f"Select photo {bare[2].pk}").uncheck()
    same = grid.locator("#same")
    expect(same.locator("legend")).to_have_text("Same for all 2 selected")
    same.get_by_label("Photographer").fill("Signe Brandt")
    same.get_by_label("Our right to it").select_option(label="Our own")
    same.get_by_role("button", name="Fill in where empty").click()
    expect(same.get_by_role("status")).to_have_text("Filled in 3 fields.")
    for photo in bare[:2]:
        saved(grid, photo)
    told = [said(photo, "byline", "basis") for photo in bare]
    assert told == [("Signe Brandt", "own"), ("Jane Doe", "own"), ("", "unknown")]
    same.get_by_role("button", name="Undo").click()
    expect(same.get_by_role("status")).to_have_text("Undone.")
    expect(grid.locator(f"#id_p{bare[0].pk}-byline")).to_have_value("")
    saved(grid, bare[0])
    saved(grid, bare[1])
    assert said(bare[1], "byline", "basis") == ("Jane Doe", "unknown")


def test_somebody_elses_words_are_shown_and_can_be_taken(grid: Page, bare: list[Photo]) -> None:
    newsroom.change(bare[0], alt_en="Theirs.")
    field = grid.locator(f"#id_p{bare[0].pk}-alt_en")
    field.fill("Mine.")
    grid.keyboard.press("Control+s")
    note = grid.locator(f"#photo-{bare[0].pk} .cell-alt_en .finding")
    expect(note).to_contain_text("Somebody else has changed this meanwhile.")
    expect(field).to_have_value("Mine.")
    note.get_by_role("button", name="Take theirs").click()
    expect(field).to_have_value("Theirs.")
    expect(note).to_have_count(0)
    assert said(bare[0], "alt_en") == ("Theirs.",)


def test_a_new_name_is_added_at_its_field(grid: Page, bare: list[Photo]) -> None:
    grid.locator(f"#id_p{bare[0].pk}-credit").fill("Nordlys")
    grid.keyboard.press("Control+s")
    grid.get_by_label("Add “Nordlys” to the register").check()
    saved(grid, bare[0])
    assert ImageCredit.objects.filter(name="Nordlys").exists()


def test_in_a_window_of_its_own_a_stored_photo_can_be_chosen(
    desk: Page, live_server: Any, folder: Path
) -> None:
    desk.goto(f"{live_server.url}/admin/articles/photo/{newsroom.photo().pk}/change/")
    with desk.expect_popup() as opened:
        desk.evaluate(f"window.open('{ADD}?_popup=1', 'id_substitute')")
    window = opened.value
    desk.evaluate(
        """() => {
            window.dismissAddRelatedObjectPopup = (win, id) => {
                window.chosen = id;
                win.close();
            };
        }"""
    )
    choose(window, folder / "01.jpg")
    use = row(window, "01.jpg").get_by_role("button", name="Use")
    expect(use).to_be_visible()
    with window.expect_event("close"):
        use.evaluate("button => setTimeout(() => button.click())")
    assert desk.evaluate("window.chosen") == str(Photo.objects.get(filename="01.jpg").pk)
