"""Pairs that say the same and pairs that do not, from both sides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.discrepancies import Difference, difference
from tests.text.pairs import DIFFERENT, SAME


@pytest.mark.parametrize(("english", "danish"), SAME)
def test_the_same(english: str, danish: str) -> None:
    assert difference(english, danish, "en") is None
    assert difference(danish, english, "da") is None


@pytest.mark.parametrize(("english", "danish"), DIFFERENT)
def test_different(english: str, danish: str) -> None:
    found, back = difference(english, danish, "en"), difference(danish, english, "da")
    assert found
    assert back
    assert (found.here, found.there) == (back.there, back.here)


@pytest.mark.parametrize(
    ("english", "danish", "here", "there"),
    [
        ("72 patients", "27 patienter", ("72",), ("27",)),
        ("The 340 nurses", "Sygeplejerskerne", ("340",), ()),
        ("Nurses", "340 sygeplejersker", (), ("340",)),
        ("Two loaves", "Tre brød", ("Two",), ("Tre",)),
        (
            "On 24 November",
            "Den 24. december",
            ("24 November", "November"),
            ("24. december", "december"),
        ),
        ("£5m", "6 mio. pund", ("£5m",), ("6 mio. pund",)),
        ("At 6 pm", "Kl. 19", ("6",), ("19",)),
        ("1, 22, 33, 44, 55", "1", ("22", "33", "44"), ()),
    ],
)
def test_it_quotes_what_differs(
    english: str, danish: str, here: tuple[str, ...], there: tuple[str, ...]
) -> None:
    assert difference(english, danish, "en") == Difference(here, there)


def test_a_figure_may_have_moved_to_another_field() -> None:
    assert difference("72 patients", "Patienter", "en", far=["I alt 72"]) is None
    assert difference("Patients", "72 patienter", "en", near=["Seventy-two in all"]) is None
    assert difference("72 patients", "Patienter", "en", far=["I alt 27"])


@given(st.text(), st.text())
def test_no_text_upsets_it(here: str, there: str) -> None:
    one, two = difference(here, there, "en"), difference(there, here, "da")
    assert (one is None) == (two is None)


@given(st.integers(2, 10**9), st.integers(2, 10**9))
def test_whole_numbers_in_either_dress(one: int, two: int) -> None:
    danish = f"{two:,}".replace(",", ".")
    assert (difference(f"{one:,} gulls", f"{danish} måger", "en") is None) == (one == two)
