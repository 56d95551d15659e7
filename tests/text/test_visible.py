"""Edits of what readers see of a text leave its markup and its links alone."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.sanitise import clean_body, plain
from articles.text.visible import MASK, Slip, visible
from tests.text.test_sanitise import MARKUP

BODIES = st.lists(MARKUP, max_size=14).map("".join).map(clean_body)
TAG = re.compile(r'<(?:[^<>"]|"[^"]*")*>')


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("", ""),
        ("<p>one</p><p>two</p>", "one\ntwo\n"),
        ("<p>a &amp; b &lt; c</p>", "a & b < c\n"),
        ("<p>10&nbsp;kr.</p>", "10\xa0kr.\n"),
        ("<p>one\n  two</p>", "one two\n"),
        ("<p>one<br>two <em>three</em></p>", "one\ntwo three\n"),
        ("<ul><li>one</li><li>two</li></ul>", "one\ntwo\n"),
        ('<p><a href="/x>y" rel="noopener">a</a>b</p>', "ab\n"),
    ],
)
def test_what_is_seen_of_a_body(body: str, text: str) -> None:
    assert visible(body, "en", is_html=True).text == text


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("See https://x.example/a,b. Then", "See *. Then"),
        ("(www.x.example/a)", "(*)"),
        ("to a.b@x.example, or", "to *, or"),
        ("at dr.dk/nyt: news", "at *: news"),
        ("Booking.com and Node.js", "* and *"),
        ("cold.The gulls", "cold.The gulls"),
        ("cold.Then U.S. f.eks.", "cold.Then U.S. f.eks."),
        ("a #tag.Word", "a *"),
        ("R&amp;D", "R*D"),
    ],
)
def test_addresses_are_masked(text: str, masked: str) -> None:
    assert re.sub(f"{MASK}+", "*", visible(text, "en", is_html=False).masked) == masked


def test_a_passage_in_another_language_is_masked() -> None:
    body = '<p>a <em lang="en-GB">b <strong lang="da">c</strong></em> d</p><p lang="en">e</p>'
    assert visible(body, "da", is_html=True).masked == f"a {MASK * 2}c d\n{MASK}\n"
    assert visible(body, "en", is_html=True).masked == f"a b {MASK} d\ne\n"


@pytest.mark.parametrize(
    ("body", "words", "new", "mended"),
    [
        ("<p>a <em>b</em> c</p>", "b c", "d", "<p>a <em>d</em></p>"),
        ("<p><em>a.</em>B</p>", "", " ", None),
        ("<p>a &lt; b</p>", "<", "&", "<p>a &amp; b</p>"),
        ("<p>a&nbsp; b</p>", "\xa0 ", "\xa0", "<p>a&nbsp;b</p>"),
        ('<p>a <a href="/b,c" rel="noopener">b ,c</a></p>', " ,", ", ", '<p>a <a href="/b,c" rel="noopener">b, c</a></p>'),
        ('<p>a <a href="/b" rel="noopener">b</a></p>', "b", "", None),  # no link is lost
        ("<p>a<em>!</em>!</p>", "!!", "!", "<p>a<em>!</em></p>"),
    ],
)  # fmt: skip
def test_an_edit_replaces_what_is_seen(body: str, words: str, new: str, mended: str | None) -> None:
    seen = visible(body, "en", is_html=True)
    at = seen.text.index(words) if words else 2
    expected = mended if words else "<p><em>a.</em> B</p>"
    assert seen.mended([Slip(at, at + len(words), new)]) == expected


def test_edits_that_overlap_or_touch_a_border_are_left_out() -> None:
    seen = visible("<p>abc</p><p>d</p>", "en", is_html=True)
    slips = [Slip(0, 2, "x"), Slip(1, 3, "y"), Slip(2, 5, "z"), Slip(4, 5)]
    assert seen.mended(slips) == "<p>xc</p><p>d</p>"


@given(BODIES, st.data())
def test_any_edit_keeps_the_markup(body: str, data: st.DataObject) -> None:
    seen = visible(body, "en", is_html=True)
    assert len(seen.masked) == len(seen.text) == len(seen.starts) == len(seen.ends)
    places = st.integers(0, len(seen.text))
    news = st.sampled_from(["", " ", "x", "<", "&", "\xa0", '"', "&lt;"])
    slips = data.draw(
        st.lists(st.builds(lambda a, b, c: Slip(min(a, b), max(a, b), c), places, places, news))
    )
    mended = seen.mended(slips)
    if mended is not None:
        assert TAG.findall(mended) == TAG.findall(body)
        assert clean_body(mended) == mended


@given(BODIES)
def test_all_that_is_seen_is_read(body: str) -> None:
    text = visible(body, "en", is_html=True).text
    assert "".join(text.split()) == "".join(plain(body).split())
    assert visible(body, "en", is_html=True).mended([]) == body


@given(st.text())
def test_a_line_is_itself(line: str) -> None:
    seen = visible(line, "da", is_html=False)
    assert seen.text == line
    assert seen.mended([]) == line
    assert seen.mended([Slip(0, len(line), "x")]) == (line if "\n" in line else "x")


def test_around_gives_the_words_for_a_message() -> None:
    seen = visible("<p>The ferry,the last one - sails</p><p>at noon</p>", "en", is_html=True)
    assert seen.around(10, 10) == "ferry,the"
    dash = seen.text.index("-")
    assert seen.around(dash, dash + 1) == "one - sails"
    assert seen.around(0, 3, 2) == "The ferry,the last"
