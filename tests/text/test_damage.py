"""Text that programs spoilt is found, and put right where that is certain."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.damage import (
    in_words,
    is_seen_wrong,
    misread,
    reread,
    shown_html,
    unseen,
    without_html,
    without_unseen,
)

WRITTEN = "Rødgrød på blå ø, “crème” – naïve ’æbler’ à 40 °C, £5 €6 … Ærø Øster Å É ü"


def spoilt(text: str, codec: str) -> str:
    """`text` as a program shows it that takes its UTF-8 for `codec`."""
    raw = text.encode()
    return "".join(
        bytes([each]).decode(codec, "ignore") or bytes([each]).decode("latin-1") for each in raw
    )


@pytest.mark.parametrize("codec", ["cp1252", "latin-1"])
@pytest.mark.parametrize("word", WRITTEN.split())
def test_what_was_read_in_the_wrong_encoding_is_put_right(word: str, codec: str) -> None:
    broken = spoilt(word, codec)
    assert any(misread(broken)) is (broken != word)
    assert reread(broken) == word


@pytest.mark.parametrize("word", ["rødgrød", "på", "æble", "’Ærø’"])
@pytest.mark.parametrize("codec", ["mac_roman", "cp850"])
def test_other_machines_have_other_encodings(word: str, codec: str) -> None:
    assert reread(word.encode().decode(codec)) == word


def test_it_may_have_happened_twice() -> None:
    twice = spoilt(spoilt("blåbær på Ærø", "cp1252"), "cp1252")
    assert reread(twice) == "blåbær på Ærø"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("ï»¿Havnen", "Havnen"),
        ("r=C3=B8d", "rød"),
        ("r\\u00f8d og bl\\u00e5", "rød og blå"),
        ("r%C3%B8d", "rød"),
        ("k\ufffdbenhavn", None),
        ("Itâ€ s", None),
        ("20 Â kroner", None),
        ("GarcÃa", None),
        ("For to ?r siden", None),
        ("K?benhavn og Sm?rum", None),
        ("Olieprisen p? 95 dollar steg ogs? i dag", None),
        ("?sters?en er kold", None),
        ("K¢benhavn", "København"),
        ("r›dgr›d p† vej", "rødgrød på vej"),
        ("r¿dgr¿d er bl¾ser", "rødgrød er blæser"),
        ("K|benhavn s}", "København s}"),
        ("v{re p} vej", "være på vej"),
        ("Kшbenhavn", "København"),
        ("Ogsĺ pĺ vej før", "Også på vej før"),
        ("For fřrste gang", None),
        ("pŒ vej", "på vej"),
    ],
)
def test_what_else_is_spoilt(text: str, meant: str | None) -> None:
    assert any(misread(text))
    assert reread(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        WRITTEN,
        "",
        "»Ved Vorgod Å«",
        "“MALMÖ”, “CAFÉ”, »RENÉ Ø«",
        "São Paulo, SÃO PAULO, “MAÇÃ”, Łódź, Brâncuși, CRĂCIUN, château",
        "Ångström, Äpfel, Ö, Ð, ß…",
        "https://x.example/r%C3%B8d?q=%C3%B8",
        "a ≠ b, √2, ∞, ½, 40 °C, 5 µm, © 2026, ™",
        "Ja! 🎉 👩\u200d🚀",
        "Jiří Dvořák, Petrović, Škvorecký, Київ, Москва, |, {}, 5¢, 1¾, p † q",
        "Hvad så? spurgte hun. »Hvor?« Og hvornår? 95 svarede. (hvad?)",
        "See x.example/find?q=gulls, /?page=2 and Nxe5? and really?! “Why?” she asked",
    ],
)
def test_what_is_right_stays(text: str) -> None:
    assert list(misread(text)) == []


def test_the_word_at_fault_is_told() -> None:
    assert [found.words for found in misread("Der er rÃ¸dgrÃ¸d.")] == ["rÃ¸dgrÃ¸d.", "rÃ¸dgrÃ¸d."]


LETTERS = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"], max_codepoint=0x2122))


@given(LETTERS.map(lambda text: spoilt(text, "cp1252")) | st.text())
def test_rereading_is_done_once_and_leaves_nothing(text: str) -> None:
    mended = reread(text)
    assert mended is None or not any(misread(mended))
    assert mended is None or reread(mended) == mended


# --- Signs that nobody sees ------------------------------------------------------------------------

UNSEEN = [
    ("Hand\u200bball", "Handball", False),
    ("\ufeffHavnen", "Havnen", False),
    ("Hav\u00adnen", "Havnen", False),
    ("Havnen \u200b er lukket", "Havnen er lukket", False),
    ("It\x92s late \x96 go", "It’s late – go", True),
    ("A\u202eB", "AB", True),
    ("Punkt \ue000 et", "Punkt et", True),
    ("A\u2028B", "A B", False),
    ("A\x00B", "AB", True),
    ("ord\u200d", "ord", False),
]


@pytest.mark.parametrize(("text", "mended", "wrong"), UNSEEN)
def test_signs_that_nobody_sees(text: str, mended: str, wrong: bool) -> None:
    assert without_unseen(text) == mended
    assert is_seen_wrong(unseen(text)) is wrong


def test_what_may_stand_for_a_letter_is_not_taken_out() -> None:
    assert unseen("e\uf001ekt") == "\uf001"
    assert without_unseen("e\uf001ekt") is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        WRITTEN,
        "A\tB",
        "👩\u200d🚀 ❤\ufe0f 1\ufe0f\u20e3",
        "مي\u200cخواهم\u200f",
        "क\u094d\u200dष",
        "10\xa0kr.",
    ],
)
def test_signs_that_belong_there(text: str) -> None:
    assert unseen(text) == ""


@given(st.text())
def test_taking_them_out_is_done_once_and_leaves_nothing(text: str) -> None:
    mended = without_unseen(text)
    assert mended is None or unseen(mended) == ""
    assert mended is None or without_unseen(mended) == mended


# --- HTML shown as text ----------------------------------------------------------------------------

SHOWN = [
    ("Fish &amp; chips", "Fish & chips"),
    ("10&nbsp;kroner", "10 kroner"),
    ("Gr&oslash;n &#248;", "Grøn ø"),
    ("&amp;amp;nbsp;Ja", "Ja"),
    ("One<br>two", "One two"),
    ("<p>Kun en linje</p>", "Kun en linje"),
    ("Det <b>var</b> <em>koldt</em>", "Det var koldt"),
    ('<span style="color: red">rød</span>', "rød"),
    ('<a href="https://x.example">her</a>', None),
    ("<img src=x>", None),
    ("<o:p></o:p>Havn", None),
    ("Havn <div class=", None),
    ("p.x { color: red; }", None),
    ("mso-ansi-language:DA", None),
    ("10&nbsp kroner", "10 kroner"),
]


@pytest.mark.parametrize(("text", "mended"), SHOWN)
def test_html_that_readers_see(text: str, mended: str | None) -> None:
    assert any(shown_html(text))
    assert without_html(text) == mended


@pytest.mark.parametrize(
    "text",
    ["", WRITTEN, "R&D", "AT&T; Marks & Spencer;", "a < b > c", "<3", "x=1; y=2", "<Her>", "{a}"],
)
def test_what_is_no_html(text: str) -> None:
    assert list(shown_html(text)) == []


@given(st.text() | st.text('<>&;ampbr/ "=p#x2', max_size=30))
def test_taking_it_out_is_done_once_and_leaves_nothing(text: str) -> None:
    mended = without_html(text)
    assert mended is None or not any(shown_html(mended))
    assert mended is None or without_html(mended) == mended


# --- In stored HTML --------------------------------------------------------------------------------


def test_only_words_are_mended_and_not_markup() -> None:
    body = '<p>rÃ¸d &amp; <a href="https://x.example/rÃ¸d" rel="noopener">blÃ¥</a>&nbsp;x</p>'
    assert in_words(body, reread) == (
        '<p>rød &amp; <a href="https://x.example/rÃ¸d" rel="noopener">blå</a>&nbsp;x</p>'
    )
    assert in_words("<p>a &amp;lt;b&amp;gt; c</p>", without_html) == "<p>a c</p>"
    assert in_words("<p>\ufffd</p>", reread) is None


@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<em>", "</em>", "rÃ¸d", " ", "&amp;", "&lt;br&gt;", "\x92"]
        )
    )
)
def test_tags_stay_as_they_are(parts: list[str]) -> None:
    body = "".join(parts)
    for mend in (reread, without_unseen, without_html):
        mended = in_words(body, mend)
        assert mended is None or re.findall(r"<[^>]*>", mended) == re.findall(r"<[^>]*>", body)
        assert mended is None or html.unescape(mended).count("<") <= html.unescape(body).count("<")
