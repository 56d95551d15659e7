"""The generation: one query, advanced by every success, and by the clock at its instants."""

import datetime as dt
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models import generation
from articles.models.clock import DatabaseNow, database_now, now_sql, pinned, read_instant
from articles.models.edition import Generation, Instant
from articles.models.generation import Moment, advance, ask, current, set_instants
from articles.models.photo import Original
from tests import newsroom
from tests.newsroom import MONDAY
from tests.publishing.facts import DAY, HOUR, SECOND

MICROSECOND = dt.timedelta(microseconds=1)
TUESDAY = MONDAY + DAY


@pytest.mark.django_db
def test_one_query_says_everything(django_assert_num_queries: Any) -> None:
    set_instants("a", {MONDAY - HOUR, MONDAY + HOUR})
    set_instants("b", {MONDAY - DAY, TUESDAY})
    count = Generation.objects.get().counter
    with pinned(MONDAY), django_assert_num_queries(1):
        moment = ask()
    assert moment == Moment(count, MONDAY - HOUR, MONDAY + HOUR, MONDAY)
    assert moment.seconds_left() == 3600


@pytest.mark.django_db
def test_with_nothing_to_come() -> None:
    with pinned(MONDAY):
        moment = ask()
    assert (moment.passed, moment.upcoming, moment.seconds_left()) == (None, None, None)


@pytest.mark.django_db
@pytest.mark.parametrize("fraction", [0, 1, 500, 123_000, 123_456, 999_999])
def test_an_instant_has_passed_when_the_clock_shows_it(fraction: int) -> None:
    instant = MONDAY.replace(microsecond=fraction)
    set_instants("a", {instant})
    for moment, passed in (
        (instant - MICROSECOND, None),
        (instant, instant),
        (instant + MICROSECOND, instant),
    ):
        with pinned(moment):
            assert ask().passed == passed


@pytest.mark.sqlite
@pytest.mark.django_db
def test_sqlites_clock_is_no_earlier_than_the_same_instant_stored() -> None:
    # Both are texts there, and its clock has milliseconds only.
    sql, params = now_sql()
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {sql}", params)
        [shown] = cursor.fetchone()
    assert connection.ops.adapt_datetimefield_value(read_instant(shown)) <= shown


@pytest.mark.django_db
def test_the_databases_clock_tells_the_time() -> None:
    before = dt.datetime.now(dt.UTC)
    now = database_now()
    after = dt.datetime.now(dt.UTC)
    assert before - SECOND / 1000 <= now <= after
    assert now.utcoffset() == dt.timedelta(0)


@pytest.mark.parametrize(
    "answer",
    [
        "2026-11-23 12:00:00",
        "2026-11-23 12:00:00.000000",
        dt.datetime(2026, 11, 23, 12),  # noqa: DTZ001
        dt.datetime(2026, 11, 23, 13, tzinfo=dt.timezone(HOUR)),
    ],
)
def test_whatever_the_database_answers_is_an_instant_in_utc(answer: Any) -> None:
    found = read_instant(answer)
    assert (found, found.utcoffset()) == (MONDAY, dt.timedelta(0))


@pytest.mark.django_db
def test_advancing_counts_by_one_and_survives_a_flush() -> None:
    advance()
    before = ask().counter
    advance()
    assert ask().counter == before + 1
    Generation.objects.all().delete()
    assert ask().counter == 0
    advance()
    advance()
    assert ask().counter == 2


@pytest.mark.django_db
def test_instants_are_set_anew_for_their_key_alone() -> None:
    set_instants("a", {MONDAY, TUESDAY})
    set_instants("b", {MONDAY})
    set_instants("a", {TUESDAY + DAY})
    found = Instant.objects.order_by("key", "at").values_list("key", "at")
    assert list(found) == [("a", TUESDAY + DAY), ("b", MONDAY)]


@pytest.mark.django_db
def test_a_process_asks_at_most_once_a_second(
    monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Any
) -> None:
    ticks = iter([0.0, 0.5, 0.999, 1.0, 1.0, 1.5])
    monkeypatch.setattr(generation, "time", SimpleNamespace(monotonic=lambda: next(ticks)))
    generation.forget()
    with django_assert_num_queries(1):
        first = current()  # asked at 0.0
        assert current() is first  # 0.5
        assert current() is first  # 0.999
    with django_assert_num_queries(1):
        assert current() is not first  # 1.0
    generation.forget()


@pytest.mark.django_db
def test_nothing_is_used_past_the_instant_it_waits_for(
    monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Any
) -> None:
    set_instants("a", {MONDAY + SECOND / 4})
    ticks = iter([0.0, 0.2, 0.25, 0.25])
    monkeypatch.setattr(generation, "time", SimpleNamespace(monotonic=lambda: next(ticks)))
    generation.forget()
    with pinned(MONDAY), django_assert_num_queries(2):
        first = current()  # asked at 0.0
        assert current() is first  # 0.2
        assert current() is not first  # 0.25
    generation.forget()


def test_an_answer_from_before_a_write_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter([Moment(1, None, None, MONDAY), Moment(2, None, None, MONDAY)])

    def ask_while_another_thread_commits() -> Moment:
        answer = next(answers)
        generation.forget()
        return answer

    monkeypatch.setattr(generation, "ask", ask_while_another_thread_commits)
    assert (current().counter, current().counter) == (1, 2)
    generation.forget()


@pytest.mark.django_db(transaction=True)
def test_whoever_published_sees_it_at_once() -> None:
    article = newsroom.article()
    generation.forget()
    before = current()
    newsroom.publish_verb(article=article, languages=["en"], by=None)
    after = current()
    assert after.counter == before.counter + 1
    generation.forget()


@pytest.mark.usefixtures("monday")
def test_the_end_of_a_photos_licence_is_an_instant_of_its_own() -> None:
    article = newsroom.article(slides=2, lead_photo=newsroom.photo(expires_at=TUESDAY))
    first, second = article.slides.all()
    for slide, expiry in ((first, MONDAY + HOUR), (second, TUESDAY)):
        assert slide.photo
        slide.photo.expires_at = expiry
        slide.photo.save()
    newsroom.publish(article, "en")
    upcoming = []
    for instant in (MONDAY, MONDAY + HOUR, TUESDAY):
        with pinned(instant):
            upcoming.append(ask().upcoming)
    assert upcoming == [MONDAY + HOUR, TUESDAY, None]


@pytest.mark.usefixtures("monday")
def test_going_live_by_the_clock_is_another_moment_without_a_write() -> None:
    article = newsroom.article()
    newsroom.publish(article, "en", at=TUESDAY)
    moments = []
    for instant in (MONDAY, TUESDAY - MICROSECOND, TUESDAY, TUESDAY + DAY):
        with pinned(instant):
            moments.append(ask())
    states = [(moment.counter, moment.passed) for moment in moments]
    assert states[0] == states[1] != states[2] == states[3]
    assert moments[1].seconds_left() == 0.000001


@pytest.mark.django_db
def test_the_clock_is_part_of_a_query_that_has_other_parameters_and_is_logged() -> None:
    """As on a development machine, where Django puts every query together to show it."""
    rows = Original.objects.filter(stem="ab/0").annotate(now=DatabaseNow())
    with CaptureQueriesContext(connection) as asked:
        assert list(rows.values_list("now")) == []
    assert len(asked) == 1
