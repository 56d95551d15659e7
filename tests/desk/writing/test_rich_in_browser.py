"""Slide text in place: it becomes an editor where one clicks, and is text again elsewhere."""

import pytest
from playwright.sync_api import Locator, expect

from tests.desk.writing.conftest import Bench, leaf, line, rich, row

BODY = "<p>The tower of Rubjerg Knude was moved inland.</p>"


@pytest.fixture
def text(bench: Bench) -> Bench:
    keys = ("aaaaa", "bbbbb", "ccccc", "ddddd", "eeeee")
    bench.show(
        *(row(key, leaf("en", line(key, "heading", "en"), rich(key, "en", BODY))) for key in keys)
    )
    return bench


# The editor hears of a caret that keys have moved a moment after it has moved.
CARET_IN_LAST_ITEM = """() => new Promise((done) => {
    const look = () => {
        const item = getSelection().anchorNode?.parentElement?.closest("li:last-child");
        if (item) requestAnimationFrame(() => setTimeout(done));
        else requestAnimationFrame(look);
    };
    look();
})"""


def area(bench: Bench, key: str = "aaaaa") -> Locator:
    return bench.page.locator(f"#slide-{key} .rt")


def test_the_caret_stands_where_one_clicked(text: Bench) -> None:
    at = text.page.evaluate(
        """() => {
            const words = document.querySelector("#slide-aaaaa .rt p").firstChild;
            const range = document.createRange();
            range.setStart(words, 9);
            range.setEnd(words, 9);
            const { x, y, height } = range.getBoundingClientRect();
            return [x, y + height / 2];
        }"""
    )
    text.page.mouse.click(*at)
    text.page.keyboard.type("!")
    assert text.heard() == ["aaaaa", "body", "en", BODY.replace("tower", "tower!")]


def test_the_first_press_may_select(text: Bench) -> None:
    box = area(text).locator("p").bounding_box()
    assert box
    middle = box["y"] + 10
    text.page.mouse.move(box["x"] + 1, middle)
    text.page.mouse.down()
    text.page.mouse.move(box["x"] + 2000, middle, steps=5)
    text.page.mouse.up()
    text.page.keyboard.type("New.")
    assert text.value("aaaaa", "body", "en") == "<p>New.</p>"


def test_keys_of_the_board_are_left_to_it(text: Bench) -> None:
    text.write("aaaaa", "body", "en", "<ul><li>a</li><li>b</li></ul>")
    area(text).click()
    expect(area(text)).to_have_attribute("contenteditable", "true")
    text.page.keyboard.press("Control+End")
    text.page.evaluate(CARET_IN_LAST_ITEM)
    text.page.keyboard.press("Control+Enter")
    text.page.keyboard.press("Control+]")
    nested = "<ul><li>a<ul><li>b</li></ul></li></ul>"
    assert text.value("aaaaa", "body", "en") == nested
    text.page.keyboard.press("Tab")
    expect(text.page.locator("#f-bbbbb-heading_en")).to_be_focused()
    assert text.value("aaaaa", "body", "en") == nested


def test_a_line_may_break_within_a_paragraph(text: Bench) -> None:
    text.write("aaaaa", "body", "en", "<p>a</p>")
    area(text).click()
    text.page.keyboard.press("Shift+Enter")
    text.page.keyboard.type("b")
    assert text.value("aaaaa", "body", "en") == "<p>a<br>b</p>"


def test_with_tab_one_comes_to_its_end(text: Bench) -> None:
    text.page.locator("#slide-aaaaa .f-heading textarea").focus()
    text.page.keyboard.press("Tab")
    text.page.keyboard.type(" Twice.")
    assert text.value("aaaaa", "body", "en") == BODY.replace("inland.", "inland. Twice.")


def test_only_the_last_few_stay_editors_and_keep_their_undoing(text: Bench) -> None:
    for key in ("aaaaa", "bbbbb", "ccccc", "ddddd"):
        area(text, key).click()
        text.page.keyboard.press("Control+End")
        text.page.keyboard.type("x")
    expect(text.page.locator('.rt[contenteditable="true"]')).to_have_count(3)
    expect(area(text, "aaaaa")).to_have_text("The tower of Rubjerg Knude was moved inland.x")
    area(text, "ccccc").click()
    text.page.keyboard.press("Control+Z")
    assert text.value("ccccc", "body", "en") == BODY
    area(text, "aaaaa").click()
    text.page.keyboard.type("y")
    assert "y" in text.value("aaaaa", "body", "en")


def test_what_is_said_of_the_field_stays_said(text: Bench) -> None:
    names = ("role", "lang", "spellcheck", "aria-multiline", "aria-labelledby")
    before = {name: area(text).get_attribute(name) or "" for name in names}
    area(text).click()
    for name, value in before.items():
        expect(area(text)).to_have_attribute(name, value)


@pytest.mark.parametrize(
    ("button", "key", "html"),
    [
        ("Bold", "Control+B", "<p><strong>word</strong></p>"),
        ("Italic", "Control+I", "<p><em>word</em></p>"),
        ("List", "Control+Shift+8", "<ul><li>word</li></ul>"),
    ],
)
def test_buttons_and_keys_do_the_same(text: Bench, button: str, key: str, html: str) -> None:
    text.write("aaaaa", "body", "en", "<p>word</p>")
    area(text).click()
    text.page.keyboard.press("Control+A")
    pressed = text.page.get_by_role("button", name=button)
    pressed.click()
    expect(pressed).to_have_attribute("aria-pressed", "true")
    assert text.value("aaaaa", "body", "en") == html
    text.page.keyboard.press(key)
    expect(pressed).to_have_attribute("aria-pressed", "false")
    assert text.value("aaaaa", "body", "en") == "<p>word</p>"


def test_a_list_begins_with_a_hyphen(text: Bench) -> None:
    text.write("aaaaa", "body", "en", "")
    area(text).click()
    text.page.keyboard.type("- one")
    text.page.keyboard.press("Enter")
    text.page.keyboard.type("two **not bold**")
    assert text.value("aaaaa", "body", "en") == "<ul><li>one</li><li>two **not bold**</li></ul>"


# --- Links ---------------------------------------------------------------------------------------


def test_a_link_is_made_changed_and_taken_away(text: Bench) -> None:
    page, dialog = text.page, text.page.get_by_role("dialog", name="Link")
    text.write("aaaaa", "body", "en", "<p>film</p>")
    area(text).click()
    page.keyboard.press("Control+A")
    for typed, href in (
        ("example.org/a", "https://example.org/a"),
        ("d@example.org", "mailto:d@example.org"),
    ):
        page.keyboard.press("Control+K")
        page.keyboard.press("Control+A")
        page.keyboard.type(typed)
        page.keyboard.press("Enter")
        expect(dialog).to_be_hidden()
        linked = f'<p><a href="{href}" rel="noopener">film</a></p>'
        assert text.value("aaaaa", "body", "en") == linked
        expect(area(text)).to_be_focused()
    page.get_by_role("button", name="Link", exact=True).click()
    dialog.get_by_role("button", name="Remove link").click()
    assert text.value("aaaaa", "body", "en") == "<p>film</p>"


@pytest.mark.parametrize(
    "typed", ["", "javascript:alert(1)", "no address", "http://", "ftp://a.dk/x"]
)
def test_what_is_no_address_is_said_and_kept(text: Bench, typed: str) -> None:
    area(text).click()
    text.page.keyboard.press("Control+K")
    dialog = text.page.get_by_role("dialog", name="Link")
    dialog.get_by_label("Address").fill(typed)
    dialog.get_by_role("button", name="Save link").click()
    expect(dialog.get_by_role("alert")).to_contain_text("This is no address.")
    text.page.keyboard.press("Escape")
    expect(area(text)).to_be_focused()
    assert text.value("aaaaa", "body", "en") == BODY


# --- From others ---------------------------------------------------------------------------------


def test_what_others_wrote_arrives_with_and_without_an_editor(text: Bench) -> None:
    area(text, "bbbbb").click()
    area(text, "aaaaa").click()
    for key in ("bbbbb", "ccccc"):
        text.write(key, "body", "en", "<p>Theirs.</p>")
        expect(area(text, key)).to_have_text("Theirs.")
        assert text.value(key, "body", "en") == "<p>Theirs.</p>"
    assert text.heard() is None
    area(text, "bbbbb").click()
    text.page.keyboard.press("Control+End")
    text.page.keyboard.type(" Mine.")
    assert text.heard() == ["bbbbb", "body", "en", "<p>Theirs. Mine.</p>"]


def test_an_empty_text_says_what_goes_there(text: Bench) -> None:
    text.write("aaaaa", "body", "en", "")
    expect(area(text)).to_have_class("rt is-empty")
    area(text).click()
    text.page.keyboard.type("a")
    expect(area(text)).not_to_have_class("is-empty")
    text.page.keyboard.press("Backspace")
    assert text.heard() == ["aaaaa", "body", "en", ""]
