"""Pasting from Word, Google Docs and web pages leaves clean text, under the desk's policy."""

import pytest
from playwright.sync_api import expect

from articles.text.sanitise import clean_body
from tests.desk.writing import clipboards
from tests.desk.writing.conftest import Bench, leaf, rich, row

SAMPLES = {
    "word": (clipboards.WORD, clipboards.WORD_CLEAN),
    "google": (clipboards.GOOGLE, clipboards.GOOGLE_CLEAN),
    "web": (clipboards.WEB, clipboards.WEB_CLEAN),
}


@pytest.fixture
def text(bench: Bench) -> Bench:
    bench.show(row("aaaaa", leaf("en", rich("aaaaa", "en"))))
    bench.page.locator(".rt").click()
    return bench


@pytest.mark.parametrize("name", SAMPLES)
def test_clean_text_is_left(text: Bench, name: str) -> None:
    copied, clean = SAMPLES[name]
    text.paste(copied)
    assert text.heard() == ["aaaaa", "body", "en", clean]
    assert clean_body(clean) == clean


def test_part_of_a_line_stays_in_the_line(text: Bench) -> None:
    text.page.keyboard.type("Only ")
    text.paste(clipboards.SNIPPET)
    text.page.keyboard.type(" end")
    assert text.value("aaaaa", "body", "en") == "<p>Only part of a <strong>line end</strong></p>"


def test_plain_text_makes_a_paragraph_of_each_line(text: Bench) -> None:
    text.paste("", "One\n\nTwo")
    assert text.value("aaaaa", "body", "en") == "<p>One</p><p>Two</p>"


def test_an_address_makes_a_link_of_what_is_selected(text: Bench) -> None:
    text.page.keyboard.type("here")
    text.page.keyboard.press("Control+A")
    text.paste("", "https://example.org/a")
    expect(text.page.locator(".rt a")).to_have_text("here")


def test_what_is_copied_here_comes_out_as_it_was(text: Bench) -> None:
    body = "<p>One <strong>bold</strong></p><ul><li>a</li><li>b</li></ul>"
    text.write("aaaaa", "body", "en", body)
    text.page.keyboard.press("Control+A")
    copied = text.page.evaluate(
        """() => {
            const data = new DataTransfer();
            const init = { clipboardData: data, bubbles: true, cancelable: true };
            document.activeElement.dispatchEvent(new ClipboardEvent("copy", init));
            return data.getData("text/html");
        }"""
    )
    text.page.keyboard.press("Delete")
    text.paste(copied)
    assert text.value("aaaaa", "body", "en") == body
