"""Lifetimes reckoned from a chain alone: no database."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.publishing.lifetimes import Lifetime, Span, reckon
from tests.newsroom import MONDAY
from tests.publishing.facts import HOUR

KINDS = ["first", "update", "correction", "minor", "reissue"]


def hour(number: int) -> dt.datetime:
    return MONDAY + number * HOUR


def a_chain(drawn: list[tuple[int, str, int | None]]) -> list[Span]:
    return [
        Span(number, kind, hour(start), hour(start + after) if after is not None else None)
        for number, (start, kind, after) in enumerate(sorted(drawn, key=lambda each: each[0]), 1)
    ]


CHAINS = st.lists(
    st.tuples(st.integers(0, 8), st.sampled_from(KINDS), st.none() | st.integers(0, 4)),
    max_size=7,
).map(a_chain)


def test_no_chain_no_lifetimes() -> None:
    assert reckon([]) == {}


def test_a_chain_with_everything() -> None:
    chain = [
        Span(1, "first", hour(0)),
        Span(2, "update", hour(1)),  # replaced in the same instant
        Span(3, "minor", hour(1), withdrawn_at=hour(2)),
        Span(4, "correction", hour(5)),
        Span(5, "reissue", hour(7)),
    ]
    assert reckon(chain) == {
        1: Lifetime(hour(1), hour(0), hour(0)),
        2: Lifetime(hour(1), hour(0), hour(1)),
        3: Lifetime(hour(2), hour(0), hour(1)),
        4: Lifetime(hour(7), hour(0), hour(5)),
        5: Lifetime(None, hour(0), hour(5)),
    }


@pytest.mark.parametrize("kind", ["minor", "reissue"])
def test_the_first_that_is_seen_has_its_own_date(kind: str) -> None:
    chain = [Span(1, "first", hour(0), withdrawn_at=hour(0)), Span(2, kind, hour(3))]
    assert reckon(chain) == {
        1: Lifetime(hour(0), hour(3), hour(3)),
        2: Lifetime(None, hour(3), hour(3)),
    }


@given(CHAINS)
def test_no_two_at_once_and_no_gap_but_a_withdrawal(chain: list[Span]) -> None:
    lifetimes = reckon(chain)
    for place, span in enumerate(chain):
        end = lifetimes[span.id].live_until
        following = chain[place + 1].live_from if place + 1 < len(chain) else None
        assert end is None or end >= span.live_from
        if span.withdrawn_at is None:
            assert end == following
        else:
            assert end == min(filter(None, [span.withdrawn_at, following]))


@given(CHAINS)
def test_dates_of_readers_stand_in_order(chain: list[Span]) -> None:
    lifetimes = reckon(chain)
    assert len({each.first_live_from for each in lifetimes.values()}) <= 1
    seen = [s for s in chain if lifetimes[s.id].live_until != s.live_from]
    for span in seen:
        dates = lifetimes[span.id]
        assert seen[0].live_from == dates.first_live_from
        assert dates.first_live_from <= dates.modified_at <= span.live_from
        if span.kind not in ("minor", "reissue"):
            assert dates.modified_at == span.live_from
    modified = [lifetimes[span.id].modified_at for span in chain]
    assert modified == sorted(modified)


@given(CHAINS)
def test_what_comes_later_does_not_move_the_first_date(chain: list[Span]) -> None:
    lifetimes = reckon(chain)
    for count in range(1, len(chain)):
        earlier = reckon(chain[:count])
        seen = [s for s in chain[:count] if lifetimes[s.id].live_until != s.live_from]
        if seen:
            assert earlier[1].first_live_from == lifetimes[1].first_live_from
