"""Months of Copenhagen's calendar."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.dates import COPENHAGEN
from articles.text.months import Month

_1950, _2100 = -631_152_000, 4_102_444_800
instants = st.integers(_1950, _2100).map(lambda second: dt.datetime.fromtimestamp(second, dt.UTC))
months = st.builds(Month, st.integers(1950, 2100), st.integers(1, 12))


@given(instants)
def test_an_instant_is_in_one_month_alone(instant: dt.datetime) -> None:
    month = Month.of(instant)
    assert month.start <= instant < month.end
    there = instant.astimezone(COPENHAGEN)
    assert (month.year, month.number) == (there.year, there.month)


@given(months)
def test_months_follow_each_other_without_a_gap(month: Month) -> None:
    assert month.end == month.next().start
    assert month.next().before() == month == month.before().next()
    assert month.before() < month < month.next()
    assert (
        dt.timedelta(days=27, hours=23) < month.end - month.start < dt.timedelta(days=31, hours=2)
    )


@pytest.mark.parametrize(
    ("instant", "month"),
    [
        ("2026-10-31T22:59:59+00:00", Month(2026, 10)),
        ("2026-10-31T23:00:00+00:00", Month(2026, 11)),  # winter: an hour ahead
        ("2026-06-30T21:59:59+00:00", Month(2026, 6)),
        ("2026-06-30T22:00:00+00:00", Month(2026, 7)),  # summer: two
        ("2026-12-31T23:00:00+00:00", Month(2027, 1)),
    ],
)
def test_midnight_is_copenhagens(instant: str, month: Month) -> None:
    assert Month.of(dt.datetime.fromisoformat(instant)) == month


@pytest.mark.parametrize("year", ["0000", "0001", "1899", "9999"])
def test_years_without_stories_are_none(year: str) -> None:
    assert Month.read(year, "12") is None


def test_digits_of_an_address() -> None:
    assert Month.read("2026", "03") == Month(2026, 3)
