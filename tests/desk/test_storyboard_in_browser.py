"""The board in Chromium: rows come, go, move and fold, by mouse and by keyboard."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from articles.models.article import Article, CrossLink, Slide
from tests import newsroom
from tests.cast import Cast, hire
from tests.desk.browsing import listen, open_as
from tests.waiting import wait_until


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    return hire()


@pytest.fixture
def article(cast: Cast) -> Article:
    """Three slides; after the first a link."""
    made = newsroom.article(owner=cast.editor, assignee_da=cast.translator, by="")
    newsroom.link(made, "https://example.org/", after=made.slides.first(), label_en="More")
    return made


@pytest.fixture
def complaints(page: Page) -> Iterator[list[str]]:
    """What the browser complains of; not pictures of photos that have no file."""
    said = listen(page, but="/photo/")
    yield said
    assert said == []


def open_board(page: Page, site: str, path: str, name: str = "rasmus") -> None:
    open_as(name, page, site, f"/admin/articles/article/{path}")
    page.wait_for_selector("html.scripted")


@pytest.fixture
def board(page: Page, live_server: Any, article: Article, complaints: list[str]) -> Page:
    open_board(page, live_server.url, f"{article.pk}/change/")
    return page


def rows(board: Page) -> list[str]:
    """The rows as one sees them: a slide's heading, a link's dash."""
    return board.locator("#slides > .row").evaluate_all(
        "rows => rows.map(row => row.matches('.slide')"
        " ? row.querySelector('.leaf.en .f-heading textarea').value : '-')"
    )


def heading(board: Page, text: str) -> Locator:
    at = rows(board).index(text)
    return board.locator("#slides > .row").nth(at).locator(".leaf.en .f-heading textarea")


def grip(board: Page, text: str) -> Locator:
    at = rows(board).index(text)
    return board.locator("#slides > .row").nth(at).locator(".drag")


def saved(board: Page) -> None:
    """Everything has reached the server."""
    board.evaluate(
        "async () => { const store = await import('/static/desk/storyboard/store.js');"
        " while (store.pending().length) await store.flush(); }"
    )


def stored(article: Article) -> list[str]:
    found = []
    links = list(CrossLink.objects.filter(article=article))
    found += ["-" for link in links if link.after_id is None]
    for slide in Slide.objects.filter(article=article):
        found.append(slide.heading_en or "")
        found += ["-" for link in links if link.after_id == slide.pk]
    return found


def test_a_slide_is_put_between_two_others(board: Page, article: Article) -> None:
    first = board.locator(".slide").first
    first.locator("> .insert").hover()
    first.locator("> .insert").get_by_role("button", name="Slide").click()
    board.keyboard.type("Between")
    assert rows(board) == ["Step 1", "Between", "-", "Step 2", "Step 3"]
    expect(board.locator(".jump .n")).to_have_text(["1", "2", "3", "4"])
    saved(board)
    assert stored(article) == ["Step 1", "Between", "-", "Step 2", "Step 3"]


def test_a_slide_moves_with_its_link_and_keeps_the_focus(board: Page, article: Article) -> None:
    heading(board, "Step 1").focus()
    board.keyboard.press("Alt+Shift+ArrowDown")
    assert rows(board) == ["Step 2", "Step 1", "-", "Step 3"]
    expect(heading(board, "Step 1")).to_be_focused()
    expect(board.locator("#say")).to_have_text("The slide is now number 2 of 3.")
    saved(board)
    assert stored(article) == ["Step 2", "Step 1", "-", "Step 3"]
    grip(board, "Step 1").focus()
    board.keyboard.press("Control+z")
    assert rows(board) == ["Step 1", "-", "Step 2", "Step 3"]
    saved(board)
    assert stored(article) == ["Step 1", "-", "Step 2", "Step 3"]


def test_the_grip_lifts_and_escape_puts_back(board: Page, article: Article) -> None:
    grip(board, "Step 3").focus()
    board.keyboard.press("Space")
    board.keyboard.press("ArrowUp")
    board.keyboard.press("ArrowUp")
    assert rows(board) == ["Step 3", "Step 1", "-", "Step 2"]
    board.keyboard.press("Escape")
    assert rows(board) == ["Step 1", "-", "Step 2", "Step 3"]
    expect(grip(board, "Step 3")).to_be_focused()
    board.keyboard.press("Space")
    board.keyboard.press("ArrowUp")
    board.keyboard.press("Space")
    saved(board)
    assert stored(article) == ["Step 1", "-", "Step 3", "Step 2"]


def drag(board: Page, one: str, onto: str) -> list[str]:
    """The rows after dragging; a machine with much to do may miss where a hurried hand lets go."""
    before = rows(board)
    for _again in range(3):
        grip(board, one).drag_to(grip(board, onto), steps=12)
        if wait_until(lambda: rows(board) != before, within=3):
            break
    return rows(board)


def test_a_slide_is_dragged_by_its_grip(board: Page, article: Article) -> None:
    board.locator("[data-do=foldall]").click()  # so that all of them are in sight
    grip(board, "Step 1").scroll_into_view_if_needed()
    wanted = drag(board, "Step 1", "Step 3")
    assert wanted in (["Step 2", "Step 3", "Step 1", "-"], ["Step 2", "Step 1", "-", "Step 3"])
    saved(board)
    assert stored(article) == wanted


def test_a_slide_is_deleted_at_once_and_put_back(board: Page, article: Article) -> None:
    menu = board.locator(".slide").nth(1).locator("[data-do=menu]")
    menu.click()
    board.get_by_role("menuitem", name="Delete slide").click()
    assert rows(board) == ["Step 1", "-", "Step 3"]
    saved(board)
    assert stored(article) == ["Step 1", "-", "Step 3"]
    board.get_by_role("button", name="Undo").click()
    assert rows(board) == ["Step 1", "-", "Step 2", "Step 3"]
    saved(board)
    assert stored(article) == ["Step 1", "-", "Step 2", "Step 3"]


def test_a_copy_stands_below_with_all_that_was_typed(board: Page, article: Article) -> None:
    heading(board, "Step 2").fill("Step two")
    board.locator(".slide").nth(1).locator("[data-do=menu]").click()
    board.get_by_role("menuitem", name="Duplicate").click()
    assert rows(board) == ["Step 1", "-", "Step two", "Step two", "Step 3"]
    saved(board)
    assert stored(article) == ["Step 1", "-", "Step two", "Step two", "Step 3"]
    second, copy = Slide.objects.filter(article=article, heading_en="Step two")
    assert (second.photo, second.body_da) == (copy.photo, copy.body_da)


def test_a_slide_folds_to_one_line(board: Page) -> None:
    heading(board, "Step 2").fill("Folded")
    board.keyboard.press("Alt+c")
    second = board.locator(".slide").nth(1)
    expect(second.locator(".leaf.en .line .txt")).to_have_text("Folded")
    expect(second.locator(".leaf.en .f-heading")).to_be_hidden()
    expect(second.get_by_role("button", name="Unfold Slide 2")).to_be_focused()
    board.keyboard.press("Enter")
    expect(second.locator(".leaf.en .f-heading")).to_be_visible()
    board.get_by_role("button", name="Collapse all").click()
    expect(board.locator(".slide .f-heading").first).to_be_hidden()
    assert second.evaluate("row => row.getBoundingClientRect().height") < 90


def test_the_list_at_the_side_leads_to_a_slide(board: Page) -> None:
    board.locator(".jump").get_by_role("link", name="Step 3").click()
    expect(board.locator(".slide").nth(2)).to_have_class("row slide current")
    at, bar = grip(board, "Step 3").bounding_box(), board.locator(".heads").bounding_box()
    assert at is not None
    assert bar is not None
    assert at["y"] >= bar["y"] + bar["height"]  # nothing lies under what is sticky
    board.keyboard.press("g")
    expect(board.locator(".jump a").nth(2)).to_be_focused()
    board.keyboard.press("Enter")
    expect(heading(board, "Step 3")).to_be_focused()
    board.keyboard.press("Alt+Enter")
    expect(board.locator(".slide").nth(2).locator(".leaf.da .f-heading textarea")).to_be_focused()


def test_one_language_alone_is_shown_on_request_and_remembered(board: Page) -> None:
    board.get_by_role("button", name="DA, Danish").first.click()
    expect(board.locator("#cover .leaf.en")).to_be_hidden()
    board.reload()
    expect(board.locator("#cover .leaf.en")).to_be_hidden()
    board.locator(".slide .leaf.da textarea").first.focus()
    board.keyboard.press("Alt+Enter")  # crosses, and shows where it lands
    expect(board.locator(".slide .leaf.en .f-heading textarea").first).to_be_focused()


def test_a_board_without_slides_offers_the_first(board: Page, article: Article) -> None:
    for _ in range(4):
        board.locator("#slides > .row [data-do=menu]").first.click()
        board.get_by_role("menuitem", name="Delete").click()
    board.get_by_role("button", name="Add the first slide").click()
    board.keyboard.type("Anew")
    saved(board)
    assert stored(article) == ["Anew"]


def test_a_narrow_screen_shows_one_language_and_does_not_scroll_sideways(board: Page) -> None:
    board.set_viewport_size({"width": 390, "height": 800})
    expect(board.locator("#cover .leaf.da")).to_be_hidden()
    expect(board.get_by_role("button", name="Both")).to_be_hidden()
    assert board.evaluate("document.documentElement.scrollWidth") == 390
    board.get_by_role("button", name="DA, Danish").first.click()
    expect(board.locator("#cover .leaf.da")).to_be_visible()


def test_a_slide_stands_in_one_language_alone(board: Page, article: Article) -> None:
    first = board.locator(".slide").first
    first.locator("[data-do=menu]").click()
    board.get_by_role("menuitemradio", name="English only").click()
    expect(first.locator(".leaf.da .absent")).to_be_visible()
    expect(first.locator(".leaf.da .f-heading")).to_be_hidden()
    saved(board)
    assert Slide.objects.filter(article=article, languages="en").count() == 1


def test_shortcuts_are_listed_and_letters_in_fields_are_letters(board: Page) -> None:
    board.locator("#say").evaluate("() => document.activeElement.blur()")
    board.keyboard.press("?")
    expect(board.get_by_role("dialog", name="Keyboard")).to_contain_text("New slide below")
    board.keyboard.press("Escape")
    heading(board, "Step 1").focus()
    board.keyboard.press("End")
    board.keyboard.type("c1?")
    assert rows(board)[0] == "Step 1c1?"
    expect(board.get_by_role("dialog", name="Keyboard")).to_be_hidden()


def test_a_new_article_is_written_from_the_first_key(
    page: Page, live_server: Any, cast: Cast, complaints: list[str]
) -> None:
    open_board(page, live_server.url, "add/")
    page.keyboard.type("The last rung")  # the headline has the focus
    page.locator(".slide .leaf.en .f-heading textarea").fill("Down")
    page.keyboard.press("Control+Enter")
    page.keyboard.type("Further down")
    saved(page)
    made = Article.objects.get()
    assert made.headline_en == "The last rung"
    assert stored(made) == ["Down", "Further down"]
    assert page.url.endswith(f"/{made.pk}/change/")


def test_a_name_is_found_by_typing(board: Page, article: Article) -> None:
    newsroom.byline(newsroom.article("Another"), "Maja Holt")
    board.get_by_role("button", name="Add: Bylines").click()
    board.get_by_role("combobox", name="Add: Bylines").fill("maja")
    board.get_by_role("listbox").get_by_role("option", name="Maja Holt").wait_for()
    board.keyboard.press("Enter")
    board.get_by_role("combobox", name="Role of Maja Holt").select_option("editing")
    saved(board)
    assert [(str(each.contributor), each.role) for each in article.bylines.all()] == [
        ("Maja Holt", "editing")
    ]


def test_a_translator_is_offered_words_alone(
    page: Page, live_server: Any, article: Article, complaints: list[str]
) -> None:
    open_board(page, live_server.url, f"{article.pk}/change/", "lea")
    expect(page.locator(".slide .leaf.da .f-heading textarea").first).to_be_editable()
    expect(page.locator(".slide .leaf.en textarea")).to_have_count(0)
    expect(page.locator(":is(.drag, .insert, [data-do=menu], .chip-add)")).to_have_count(0)


def test_what_others_add_arrives_without_disturbing(board: Page, article: Article) -> None:
    typing = board.locator(f"#f-{article.slides.all()[2].key}-heading_en")
    typing.focus()
    before = typing.bounding_box()
    newsroom.slide(article, 9, order="0000001", key="zzzzz")
    board.evaluate(
        "async () => { const page = await import('/static/desk/storyboard/page.js');"
        " const keys = [...document.querySelectorAll('#slides > .row')]"
        "   .map(row => [row.dataset.row, row.dataset.kind]);"
        " page.emit('arrived', { values: {}, order: [['zzzzz', 'slide'], ...keys] }); }"
    )
    expect(board.locator("#slide-zzzzz")).to_have_count(1)
    assert rows(board) == ["Step 9", "Step 1", "-", "Step 2", "Step 3"]
    expect(typing).to_be_focused()
    assert before is not None
    after = typing.bounding_box()
    assert after is not None
    assert abs(after["y"] - before["y"]) < 4


def test_typing_raises_no_alarm(board: Page) -> None:
    heading(board, "Step 1").focus()
    said = board.evaluate(
        "() => { const box = document.querySelector('.artbar .saved'); window.said = new Set();"
        " new MutationObserver(() => window.said.add(box.textContent))"
        "   .observe(box, { childList: true, subtree: true, characterData: true }); }"
    )
    board.keyboard.type(" and on, and on", delay=40)
    saved(board)
    said = board.evaluate("() => [...window.said]")
    assert [text for text in said if "Not saved" in text] == []


def test_a_link_that_is_edited_leaves_the_glyphs_alive(board: Page) -> None:
    board.locator(".row.also .leaf.en input, .row.also .leaf.en textarea").first.fill("Even more")
    heading(board, "Step 3").fill("")
    board.locator("#cover textarea").first.focus()
    item = board.locator(".jump li[data-jump] a").nth(2)
    expect(item.locator('.leaf-glyph[data-language="en"]')).to_have_class("leaf-glyph block")
    expect(item).to_have_accessible_name(
        "3 What happened at step 3. English: stopped by the gate, Danish: Writing"
    )


def test_a_carried_slide_keeps_the_caret_in_its_text(board: Page, article: Article) -> None:
    text = board.locator(".slide").nth(1).locator(".leaf.en .rt")
    text.click()
    board.keyboard.press("Control+End")
    board.keyboard.type(" AA")
    board.keyboard.press("Alt+Shift+ArrowUp")
    board.keyboard.type("ZZ")
    saved(board)
    moved = Slide.objects.filter(article=article).order_by("order")[0]
    assert moved.heading_en == "Step 2"
    assert moved.body_en is not None
    assert moved.body_en.endswith(" AAZZ</p>")


def test_the_last_act_is_undone_first(board: Page) -> None:
    heading(board, "Step 2").focus()
    board.keyboard.press("End")
    board.keyboard.type("!")
    board.keyboard.press("Alt+Shift+ArrowUp")
    assert rows(board) == ["Step 2!", "Step 1", "-", "Step 3"]
    board.keyboard.press("Control+z")
    assert rows(board) == ["Step 1", "-", "Step 2!", "Step 3"]
    board.keyboard.press("Control+Shift+z")
    assert rows(board) == ["Step 2!", "Step 1", "-", "Step 3"]
    board.keyboard.type("?")
    board.keyboard.press("Control+z")  # what was typed last
    assert rows(board) == ["Step 2!", "Step 1", "-", "Step 3"]


def test_a_lifted_slide_is_dropped_when_the_focus_leaves_its_grip(
    board: Page, article: Article
) -> None:
    grip(board, "Step 3").focus()
    board.keyboard.press("Space")
    board.keyboard.press("ArrowUp")
    heading(board, "Step 3").focus()
    expect(board.locator(".grabbed")).to_have_count(0)
    saved(board)
    assert stored(article) == ["Step 1", "-", "Step 3", "Step 2"]


def test_a_slide_dropped_before_anothers_link_goes_below_it(board: Page, article: Article) -> None:
    board.locator("[data-do=foldall]").click()
    link = board.locator(".row.also")
    at = link.bounding_box()
    assert at is not None
    grip(board, "Step 3").drag_to(
        link, target_position={"x": at["width"] / 2, "y": 4}, steps=12, force=True
    )
    assert rows(board).index("-") == rows(board).index("Step 1") + 1
    wanted = rows(board)
    saved(board)
    assert stored(article) == wanted


def test_keys_lead_to_the_headline_and_to_the_last_slide(board: Page) -> None:
    heading(board, "Step 2").focus()
    board.keyboard.press("Alt+PageDown")
    expect(heading(board, "Step 3")).to_be_focused()
    board.keyboard.press("Alt+PageUp")
    expect(board.locator("#cover .leaf.en .f-headline textarea")).to_be_focused()


def test_what_is_said_over_a_dialog_is_said_within_it(board: Page) -> None:
    board.get_by_role("button", name="Keyboard shortcuts").click()
    board.evaluate(
        "async () => (await import('/static/desk/storyboard/page.js')).say('The link is made.')"
    )
    expect(board.locator("#dlg-keys > .spoken")).to_have_text("The link is made.")


def test_a_finding_describes_what_one_writes_in(board: Page, article: Article) -> None:
    text = board.locator(".slide").nth(1).locator(".leaf.en .rt")
    text.click()
    board.keyboard.press("Control+a")
    board.keyboard.press("Delete")
    board.locator("#cover textarea").first.focus()
    expect(text).to_have_attribute("aria-invalid", "true")
    expect(text).to_have_accessible_description(
        "Stops publication: The slide has no text. Write it, or delete the slide."
    )
