"""Slugs: ASCII words and hyphens, Danish letters spelled as Danes spell them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.text.slugs import MAX_LENGTH, is_slug, slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("The last rung", "the-last-rung"),
        ("Rødgrød med fløde", "roedgroed-med-floede"),
        ("Æbler på Ærø", "aebler-paa-aeroe"),
        ("ÅRHUS – Aalborg", "aarhus-aalborg"),
        ("A\u030arhus", "aarhus"),  # an A and a ring, composed by the reader's eye alone
        ("\u212brhus", "aarhus"),  # the ångström sign looks the same
        ("én gǻr, allé", "en-gaar-alle"),
        ("ǿl og ǽble", "oel-og-aeble"),
        ("Don’t panic, it's 'fine'", "dont-panic-its-fine"),
        ("Straße, œuvre, Łódź, þing", "strasse-oeuvre-lodz-thing"),
        ("10 ways to sleep — a guide", "10-ways-to-sleep-a-guide"),
        ("Price: 1.000,50 €", "price-1-000-50"),
        ("  --  ", ""),
        ("北京", ""),
        ("", ""),
        ("<script>alert(1)</script>", "script-alert-1-script"),
        ("../../etc/passwd", "etc-passwd"),
        ("a\x00b\nc", "a-b-c"),
    ],
)
def test_what_becomes_of_a_headline(text: str, slug: str) -> None:
    assert slugify(text) == slug


def test_a_long_one_ends_at_the_last_whole_word() -> None:
    assert slugify("seventeen letters each", max_length=17) == "seventeen-letters"
    assert slugify("seventeen letters each", max_length=18) == "seventeen-letters"
    assert slugify("seventeen letters each", max_length=21) == "seventeen-letters"


def test_one_long_word_is_cut() -> None:
    assert slugify("Speciallægepraksisplanlægning", max_length=12) == "speciallaege"


def test_danish_letters_count_as_spelled() -> None:
    assert slugify("å" * 60) == "a" * MAX_LENGTH


@given(st.text(), st.integers(min_value=1, max_value=100))
@example("ﬁ ½ İ ẞ ŉ", 80)
def test_a_slug_is_a_slug_and_stays_one(text: str, length: int) -> None:
    slug = slugify(text, max_length=length)
    assert slug == "" or is_slug(slug)
    assert len(slug) <= length
    assert slugify(slug, max_length=length) == slug


@pytest.mark.parametrize("text", ["", "-a", "a-", "a--b", "A", "å", "a b", "a\n"])
def test_what_is_no_slug(text: str) -> None:
    assert not is_slug(text)
