"""Dates and times in both languages, and the two nights on which Copenhagen's clock moves."""

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text import dates
from articles.text.dates import at_copenhagen, clock, day, is_doubled, iso, local, moment, weekday

AUTUMN_FIRST = dt.datetime(2026, 10, 25, 0, 30, tzinfo=dt.UTC)  # 2.30 in summer time
AUTUMN_SECOND = dt.datetime(2026, 10, 25, 1, 30, tzinfo=dt.UTC)  # 2.30 again, in normal time
MONDAY = dt.datetime(2026, 11, 23, 4, 5, 6, 7, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("show", "english", "danish"),
    [
        (day, "23 November 2026", "23.\u00a0november 2026"),
        (weekday, "Monday 23 November 2026", "mandag 23.\u00a0november 2026"),
        (clock, "05:05", "kl.\u00a05.05"),
        (moment, "23 November 2026, 05:05 CET", "23.\u00a0november 2026 kl.\u00a05.05"),
    ],
)
def test_both_languages(show: Callable[[dt.datetime, str], str], english: str, danish: str) -> None:
    assert (show(MONDAY, "en"), show(MONDAY, "da")) == (english, danish)


def test_a_day_without_its_year() -> None:
    assert day(MONDAY, "en", year=False) == "23 November"
    assert day(MONDAY, "da", year=False) == "23.\u00a0november"


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_its_name(month: int) -> None:
    instant = dt.datetime(2026, month, 15, 12, tzinfo=dt.UTC)
    english = instant.strftime("%B")
    danish = "januar februar marts april maj juni juli august september oktober november december"
    assert day(instant, "en") == f"15 {english} 2026"
    assert day(instant, "da") == f"15.\u00a0{danish.split()[month - 1]} 2026"


@pytest.mark.parametrize("number", range(7))
def test_every_weekday_has_its_name(number: int) -> None:
    instant = MONDAY + dt.timedelta(days=number)
    names = "mandag tirsdag onsdag torsdag fredag lørdag søndag"
    assert weekday(instant, "en").split()[0] == f"{instant:%A}"
    assert weekday(instant, "da").split()[0] == names.split()[number]


def test_the_day_is_copenhagens() -> None:
    late = dt.datetime(2026, 12, 31, 23, 0, tzinfo=dt.UTC)
    assert moment(late, "da") == "1.\u00a0januar 2027 kl.\u00a00.00"
    assert iso(late) == "2027-01-01T00:00:00+01:00"


def test_the_hour_that_comes_twice_is_told_apart() -> None:
    assert moment(AUTUMN_FIRST, "en") == "25 October 2026, 02:30 CEST"
    assert moment(AUTUMN_SECOND, "en") == "25 October 2026, 02:30 CET"
    assert moment(AUTUMN_FIRST, "da") == "25.\u00a0oktober 2026 kl.\u00a02.30 (sommertid)"
    assert moment(AUTUMN_SECOND, "da") == "25.\u00a0oktober 2026 kl.\u00a02.30 (normaltid)"
    assert iso(AUTUMN_FIRST) == "2026-10-25T02:30:00+02:00"
    assert iso(AUTUMN_SECOND) == "2026-10-25T02:30:00+01:00"


@pytest.mark.parametrize(
    ("minutes", "doubled"), [(-1, False), (0, True), (59, True), (119, True), (120, False)]
)
def test_only_the_hour_from_two_to_three_comes_twice(minutes: int, doubled: bool) -> None:
    two_o_clock = dt.datetime(2026, 10, 25, 0, 0, tzinfo=dt.UTC)
    assert is_doubled(two_o_clock + dt.timedelta(minutes=minutes)) is doubled


def test_of_a_doubled_time_the_first_is_meant_unless_said() -> None:
    naive = dt.datetime(2026, 10, 25, 2, 30)  # noqa: DTZ001
    assert at_copenhagen(naive) == AUTUMN_FIRST
    assert at_copenhagen(naive, later=True) == AUTUMN_SECOND


@pytest.mark.parametrize("minute", [0, 30, 59])
@pytest.mark.parametrize("later", [False, True])
def test_a_time_that_the_clock_skips_is_refused(minute: int, later: bool) -> None:
    with pytest.raises(ValueError, match=f"2027-03-28 02:{minute:02} does not exist"):
        at_copenhagen(dt.datetime(2027, 3, 28, 2, minute), later=later)  # noqa: DTZ001


def test_the_skipped_hour_has_edges() -> None:
    before, after = dt.datetime(2027, 3, 28, 1, 59), dt.datetime(2027, 3, 28, 3, 0)  # noqa: DTZ001
    assert at_copenhagen(before) == dt.datetime(2027, 3, 28, 0, 59, tzinfo=dt.UTC)
    assert at_copenhagen(after) == dt.datetime(2027, 3, 28, 1, 0, tzinfo=dt.UTC)


YEARS = st.datetimes(
    min_value=dt.datetime(1990, 1, 1),  # noqa: DTZ001
    max_value=dt.datetime(2090, 1, 1),  # noqa: DTZ001
    timezones=st.just(dt.UTC),
)


@given(YEARS)
def test_what_the_clock_shows_leads_back_to_the_instant(instant: dt.datetime) -> None:
    shown = local(instant).replace(tzinfo=None)
    both = {at_copenhagen(shown), at_copenhagen(shown, later=True)}
    assert instant in both
    assert (len(both) == 2) is is_doubled(instant)


@given(YEARS)
def test_the_attribute_of_time_is_the_instant_to_the_second(instant: dt.datetime) -> None:
    assert dt.datetime.fromisoformat(dates.iso(instant)) == instant.replace(microsecond=0)
