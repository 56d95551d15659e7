"""Text out of files comes out as it was meant, on one line, and of bounded length."""

import contextlib
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from articles.photos.words import LONGEST, address, clean, decode, repaired

DANISH = st.text("abcæøåÆØÅéü –“”’ 1.", max_size=40)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  Søren\r\n\tÆrø ", "Søren Ærø"),
        ("Søren\x00\x00", "Søren"),
        ("a\x00b", "a b"),
        ("A\u030arhus", "Århus"),
        ("left\u202eright\u200b\ufeff", "leftright"),
        ("half \ud800 sign", "half sign"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🔬 🇩🇰", "👩\u200d🔬 🇩🇰"),
        ("\x07\x1b[31mred", "[31mred"),
        ("x" * 6_000, "x" * LONGEST),
        (" " * 30_000 + "x", ""),
    ],
)
def test_it_is_cleaned(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(st.text())
def test_what_is_clean_stays_and_shows(text: str) -> None:
    once = clean(text)
    assert " ".join(once.split()) == once
    assert not [sign for sign in once if unicodedata.category(sign) in ("Cc", "Cs")]
    assert len(once) <= LONGEST


def is_utf_8(data: bytes) -> bool:
    with contextlib.suppress(UnicodeDecodeError):
        return bool(data.decode("utf-8"))
    return False


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@given(text=DANISH)
def test_undeclared_text_is_decoded(encoding: str, text: str) -> None:
    if encoding == "cp1252":  # some pairs of its letters are one letter of UTF-8: nobody can tell
        assume(text.isascii() or not is_utf_8(text.encode(encoding)))
    assert decode(text.encode(encoding)) == text


def test_bytes_that_windows_assigns_to_nothing() -> None:
    assert decode(b"S\xf8ren \x81\x8d\x8f\x90\x9d") == "Søren \x81\x8d\x8f\x90\x9d"


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("SÃ¸ren Ã†rÃ¸ Ã…gÃ¥rd", "Søren Ærø Ågård"),
        ("SÃ\x83Â¸ren", "Søren"),
        ("Ã\x98ster SÃ¸gade", "Øster Søgade"),
        ("Itâ€™s â€œblueâ€\x9d â€“ 20 â‚¬", "It’s “blue” – 20 €"),
        ("Â© 2026 JosÃ©", "© 2026 José"),
        ("WaÅ‚Ä™sa", "Wałęsa"),
    ],
)
def test_what_was_encoded_twice_is_repaired(text: str, meant: str) -> None:
    assert repaired(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Søren Ærø",
        "Ã",
        "SÃO PAULO",
        "BLÅ” sagde han",
        "CAFÉ» og »É«",
        "Søren og SÃ¸ren",
        "Ångström – “Å”",
        "王 Ã¸",
        "plain",
    ],
)
def test_what_may_be_meant_is_left_alone(text: str) -> None:
    assert repaired(text) == text


@given(DANISH)
def test_danish_is_never_taken_for_broken(text: str) -> None:
    assert repaired(text) == text
    assert repaired(text.encode().decode("latin-1")) == text or text.isascii() or "Å" in text


@pytest.mark.parametrize(
    ("text", "link"),
    [
        (" https://example.org/a?b=1&c ", "https://example.org/a?b=1&c"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("www.example.org/terms", "https://www.example.org/terms"),
        ("example.org", ""),
        ("javascript:alert(1)", ""),
        ("https://", ""),
        ("https://a b", ""),
        ('https://a"onclick="', ""),
        ("https://" + "a" * 2_000, ""),
        ("", ""),
    ],
)
def test_only_an_address_that_can_be_opened_is_one(text: str, link: str) -> None:
    assert address(text) == link
