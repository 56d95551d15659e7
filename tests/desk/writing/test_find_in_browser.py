"""Finding and replacing in one language of the article, marks kept, all of it undone at once."""

import pytest
from playwright.sync_api import Locator, expect

from tests.desk.writing.conftest import Bench, leaf, line, rich, row

BODY = "<p>The bridge and <strong>a bri</strong>dge.</p><ul><li>Bridges</li></ul>"


@pytest.fixture
def text(bench: Bench) -> Bench:
    bench.show(
        *(
            row(
                key,
                leaf("en", line(key, "heading", "en", "A bridge"), rich(key, "en", BODY)),
                leaf("da", line(key, "heading", "da", "En bro over Øresund")),
            )
            for key in ("aaaaa", "bbbbb")
        )
    )
    return bench


def bar(text: Bench) -> Locator:
    return text.page.get_by_role("dialog", name="Find and replace")


def look_for(text: Bench, words: str) -> None:
    text.page.keyboard.press("Control+h")
    expect(bar(text)).to_be_visible()
    bar(text).get_by_label("Find", exact=True).fill(words)


def count(text: Bench) -> Locator:
    return bar(text).get_by_role("status")


def test_it_counts_goes_on_and_ends_where_it_found(text: Bench) -> None:
    look_for(text, "bridge")
    expect(count(text)).to_have_text("1 of 8")
    for at in (2, 3, 4, 5):
        text.page.keyboard.press("Enter")
        expect(count(text)).to_have_text(f"{at} of 8")
    expect(bar(text).locator(".find-context mark")).to_have_text("bridge")
    expect(text.page.locator("#slide-bbbbb .leaf.en .f-heading")).to_have_class(
        "f f-heading is-found"
    )
    text.page.keyboard.press("Escape")
    expect(bar(text)).to_be_hidden()
    field = text.page.locator("#f-bbbbb-heading_en")
    expect(field).to_be_focused()
    chosen = field.evaluate(
        "(field) => field.value.slice(field.selectionStart, field.selectionEnd)"
    )
    assert chosen == "bridge"
    expect(text.page.locator(".is-found")).to_have_count(0)


@pytest.mark.parametrize(
    ("button", "words", "left"),
    [("Match case", "Bridge", "1 of 2"), ("Whole words", "bridge", "1 of 6")],
)
def test_what_counts_as_found(text: Bench, button: str, words: str, left: str) -> None:
    look_for(text, words)
    bar(text).get_by_role("button", name=button).click()
    expect(count(text)).to_have_text(left)


def test_danish_letters_belong_to_words(text: Bench) -> None:
    look_for(text, "resund")
    bar(text).get_by_role("button", name="Danish").click()
    expect(count(text)).to_have_text("1 of 2")
    bar(text).get_by_role("button", name="Whole words").click()
    expect(count(text)).to_have_text("Nothing found")
    expect(bar(text).get_by_role("button", name="Replace all")).to_be_disabled()


def test_all_are_replaced_with_their_marks_and_undone_at_once(text: Bench) -> None:
    look_for(text, "bridge")
    bar(text).get_by_label("Replace by").fill("& tunnel")
    bar(text).get_by_role("button", name="Replace all").click()
    body = "<p>The &amp; tunnel and <strong>a &amp; tunnel</strong>.</p><ul><li>&amp; tunnels</li></ul>"
    assert text.value("aaaaa", "body", "en") == body
    assert text.value("bbbbb", "heading", "en") == "A & tunnel"
    assert text.value("bbbbb", "heading", "da") == "En bro over Øresund"
    expect(text.page.locator(".toast")).to_contain_text("8 replaced")
    text.page.locator(".toast").get_by_role("button", name="Undo").click()
    assert text.value("aaaaa", "body", "en") == BODY
    assert text.value("bbbbb", "heading", "en") == "A bridge"
    assert text.heard()[3] in (BODY, "A bridge")


def test_one_is_replaced_and_the_next_is_shown(text: Bench) -> None:
    look_for(text, "bridge")
    text.page.keyboard.press("Enter")
    text.page.keyboard.press("Enter")
    bar(text).get_by_label("Replace by").fill("tunnel")
    text.page.keyboard.press("Enter")
    assert text.heard() == [
        "aaaaa",
        "body",
        "en",
        BODY.replace("a bri</strong>dge", "a tunnel</strong>"),
    ]
    expect(count(text)).to_have_text("3 of 7")


def test_signs_mean_themselves(text: Bench) -> None:
    look_for(text, "a b.*")
    expect(count(text)).to_have_text("Nothing found")
    look_for(text, "bri\u00a0")
    expect(count(text)).to_have_text("Nothing found")


def test_what_is_selected_is_looked_for_in_its_language(text: Bench) -> None:
    field = text.page.locator("#f-aaaaa-heading_da")
    field.evaluate("(field) => { field.focus(); field.setSelectionRange(3, 6); }")
    text.page.keyboard.press("Control+h")
    expect(bar(text).get_by_label("Find", exact=True)).to_have_value("bro")
    expect(count(text)).to_have_text("1 of 2")


def test_what_is_written_meanwhile_is_found(text: Bench) -> None:
    look_for(text, "tunnel")
    expect(count(text)).to_have_text("Nothing found")
    text.page.locator("#f-aaaaa-heading_en").fill("A tunnel")
    expect(count(text)).to_have_text("1 of 1")
