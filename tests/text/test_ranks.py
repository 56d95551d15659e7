"""Ranks: between any two there is room, and a list spread anew stays in order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.ranks import between, spread

RANKS = st.from_regex(r"[0-9]{0,12}[1-9]", fullmatch=True)


def is_rank(text: str) -> bool:
    return text.isascii() and text.isdigit() and not text.endswith("0")


@given(st.sets(RANKS, min_size=2, max_size=2).map(sorted))
def test_between_two_ranks_there_is_another(pair: list[str]) -> None:
    low, high = pair
    middle = between(low, high)
    assert low < middle < high
    assert is_rank(middle)


@given(RANKS)
def test_there_is_room_at_both_ends(rank: str) -> None:
    first, last = between("", rank), between(rank, "")
    assert first < rank < last
    assert is_rank(first)
    assert is_rank(last)


def test_the_first_of_all_stands_in_the_middle() -> None:
    assert between("", "") == "5"


@pytest.mark.parametrize(("low", "high"), [("5", "5"), ("6", "5"), ("51", "5")])
def test_no_rank_fits_between_two_in_the_wrong_order(low: str, high: str) -> None:
    with pytest.raises(ValueError, match="no rank fits"):
        between(low, high)


@given(st.lists(st.integers(min_value=0, max_value=10_000), max_size=120))
def test_any_sequence_of_insertions_keeps_the_order(places: list[int]) -> None:
    ranks: list[str] = []
    for place in places:
        at = place % (len(ranks) + 1)
        low = ranks[at - 1] if at else ""
        high = ranks[at] if at < len(ranks) else ""
        ranks.insert(at, between(low, high))
    assert ranks == sorted(set(ranks))


def test_hundreds_of_moves_to_the_top_fit_the_column() -> None:
    rank = ""
    for _ in range(500):
        rank = between("", rank)
    assert len(rank) <= 255


@given(st.integers(min_value=0, max_value=1200))
def test_a_spread_is_in_order_with_room_everywhere(count: int) -> None:
    ranks = list(spread(count))
    assert len(ranks) == count
    assert ranks == sorted(set(ranks))
    assert all(is_rank(rank) for rank in ranks)
    for low, high in zip(["", *ranks], [*ranks, ""], strict=True):
        assert len(between(low, high)) <= 6


def test_ten_slides_are_spread_in_short_ranks() -> None:
    assert list(spread(10)) == ["09", "18", "27", "36", "45", "54", "63", "72", "81", "9"]
