"""Slugs: ASCII words and hyphens, Danish letters spelled as Danes spell them."""

import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.text.slugs import MAX_LENGTH, is_slug, slugify

# Also what the desk's own slugify, in the browser, is held to.
SHARED = json.loads((Path(__file__).parent / "slugs.json").read_text())


@pytest.mark.parametrize(("text", "slug"), SHARED)
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
