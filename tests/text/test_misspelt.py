"""The words that a misspelt one may have been meant to be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.misspelt import neighbours


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("lithum", "lithium"),
        ("brigde", "bridge"),
        ("whalee", "whale"),
        ("whake", "whale"),
        ("smorrebrod", "smoerrebroed"),
        ("kobenhavn", "koebenhavn"),
        ("arhus", "aarhus"),
        ("fotograf", "photograph"),
    ],
)
def test_what_was_meant_is_near(typed: str, meant: str) -> None:
    assert meant in neighbours(typed)


@pytest.mark.parametrize("word", ["", "a", "ab", "x" * 25, "🐋"])
def test_too_short_or_too_long_a_word_has_no_neighbours(word: str) -> None:
    assert neighbours(word) == frozenset()


@given(st.text(max_size=40))
def test_there_are_never_too_many_and_the_word_is_none_of_them(word: str) -> None:
    near = neighbours(word)
    assert len(near) < 3_000
    assert word not in near
