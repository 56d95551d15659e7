"""Lines: lengths, addresses that follow their headline, Enter, pastes with line breaks."""

import pytest
from playwright.sync_api import Locator, expect

from articles.text.slugs import slugify
from tests.desk.writing.conftest import Bench, leaf, line, rich, row
from tests.text.test_slugs import SHARED


def cover(headline: str = "", slug: str = "") -> str:
    return row(
        "",
        leaf(
            "en",
            line("", "headline", "en", headline, limit=20),
            line("", "slug", "en", slug),
            line("", "standfirst", "en"),
        ),
        leaf("da", line("", "headline", "da"), line("", "slug", "da")),
    )


def field(bench: Bench, name: str, language: str = "en") -> Locator:
    return bench.page.locator(f"#f-article-{name}_{language}")


# --- Lengths -------------------------------------------------------------------------------------


def test_a_text_that_becomes_too_long_is_said_once(bench: Bench) -> None:
    bench.show(cover=cover("Nineteen characters"))
    count, said = bench.page.locator(".count"), bench.page.locator("#say")
    expect(count).to_have_text("19/20")
    field(bench, "headline").press("End")
    bench.page.keyboard.type("!!")
    expect(count).to_have_text("21/20")
    expect(count).to_have_class("count over")
    expect(said).to_have_text("Headline: longer than 20 characters.")
    bench.page.evaluate("document.getElementById('say').textContent = ''")
    bench.page.keyboard.type("!")
    expect(count).to_have_text("22/20")
    expect(said).to_have_text("")
    for _ in range(2):
        bench.page.keyboard.press("Backspace")
    expect(count).to_have_class("count")


def test_a_character_that_takes_two_counts_once(bench: Bench) -> None:
    bench.show(cover=cover("Hej 👋"))
    expect(bench.page.locator(".count")).to_have_text("5/20")


def test_a_value_from_elsewhere_is_counted(bench: Bench) -> None:
    bench.show(cover=cover("One"))
    bench.write("", "headline", "en", "Three")
    expect(bench.page.locator(".count")).to_have_text("5/20")


# --- Addresses -----------------------------------------------------------------------------------


def test_addresses_are_made_as_the_server_makes_them(bench: Bench) -> None:
    every = [f"a{chr(code)}b" for code in range(0x2FFF) if not 0xD800 <= code <= 0xDFFF]
    texts = [text for text, slug in SHARED] + every
    assert bench.call("slugify", "slugify", texts) == [slugify(text) for text in texts]


def test_the_address_follows_its_own_headline(bench: Bench) -> None:
    bench.show(cover=cover())
    field(bench, "headline").press_sequentially("Æbler på Ærø")
    expect(field(bench, "slug")).to_have_value("aebler-paa-aeroe")
    expect(field(bench, "slug", "da")).to_have_value("")
    assert bench.heard() == ["", "slug", "en", "aebler-paa-aeroe"]


def test_written_by_hand_it_stays_and_cleared_it_follows_again(bench: Bench) -> None:
    bench.show(cover=cover("Old", "old"))
    field(bench, "slug").fill("My Own Æ")
    field(bench, "headline").press("End")
    bench.page.keyboard.type(" and new")
    expect(field(bench, "slug")).to_have_value("my-own-ae")
    field(bench, "slug").fill("")
    field(bench, "headline").press("End")
    bench.page.keyboard.type("s")
    expect(field(bench, "slug")).to_have_value("old-and-news")


def test_one_that_was_written_before_is_left_alone(bench: Bench) -> None:
    bench.show(cover=cover("Old", "chosen"))
    field(bench, "headline").press_sequentially(" and new")
    expect(field(bench, "slug")).to_have_value("chosen")


@pytest.mark.parametrize(
    ("state", "why"), [("live", "Readers have this address."), ("past", "Readers have had")]
)
def test_one_that_readers_know_stays_and_says_why(bench: Bench, state: str, why: str) -> None:
    known = {"en": {"slug": "old", "address": "/en/coast/old/", "state": state}}
    bench.show(cover=cover("Old", "old"), addresses=known)
    note = bench.page.locator("#slug-note-en")
    expect(note).to_be_hidden()
    field(bench, "headline").press_sequentially(" and new")
    expect(field(bench, "slug")).to_have_value("old")
    expect(note).to_contain_text(why)
    field(bench, "slug").fill("new")
    expect(note).to_have_text("Once published, /en/coast/old/ leads here by itself.")
    field(bench, "slug").fill("")
    field(bench, "headline").focus()
    expect(field(bench, "slug")).to_have_value("old")


# --- Lines ---------------------------------------------------------------------------------------


def test_enter_goes_to_the_next_field_of_its_language(bench: Bench) -> None:
    slide = row("aaaaa", leaf("en", line("aaaaa", "heading", "en"), rich("aaaaa", "en")))
    bench.show(slide, cover=cover())
    field(bench, "headline").focus()
    bench.page.keyboard.press("Enter")  # the address fills itself: Tab leads there
    expect(field(bench, "standfirst")).to_be_focused()
    bench.page.keyboard.press("Enter")
    expect(bench.page.locator("#f-aaaaa-heading_en")).to_be_focused()
    bench.page.keyboard.press("Enter")
    expect(bench.page.locator(".rt")).to_be_focused()
    bench.page.keyboard.type("One")
    bench.page.keyboard.press("Enter")
    bench.page.keyboard.type("Two")
    assert bench.value("aaaaa", "body", "en") == "<p>One</p><p>Two</p>"
    assert bench.value("", "headline", "en") == ""


def test_pasted_line_breaks_become_blanks(bench: Bench) -> None:
    bench.show(cover=cover("Old"))
    field(bench, "headline").press("End")
    bench.paste("", " one\r\n two\u00ad\tthree\n")
    expect(field(bench, "headline")).to_have_value("Old one two three")
    assert bench.value("", "headline", "en") == "Old one two three"
    field(bench, "headline").fill("From\nelsewhere")
    expect(field(bench, "headline")).to_have_value("From elsewhere")


def test_a_long_line_is_shown_whole(bench: Bench) -> None:
    bench.show(cover=cover("One"))
    before = field(bench, "headline").bounding_box()
    bench.write("", "headline", "en", "Nine places where the coast is changing shape " * 4)
    after = field(bench, "headline").bounding_box()
    assert before and after and after["height"] > 1.5 * before["height"]


def test_a_paste_that_is_too_long_is_there_whole(bench: Bench) -> None:
    bench.show(cover=cover())
    field(bench, "headline").focus()
    bench.page.keyboard.insert_text("x" * 201)
    expect(field(bench, "headline")).to_have_value("x" * 201)
    assert bench.value("", "headline", "en") == "x" * 201
