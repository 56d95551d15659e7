"""Several processes count at once, and old days are folded meanwhile: no read is lost or doubled."""

import datetime as dt

import pytest
from django.db.models import Sum

from articles.models.clock import database_now
from articles.models.reads import Reached, ReadsOnDay
from articles.publishing.publish import publish
from articles.reader.reads import fold
from articles.text.dates import local
from tests import newsroom
from tests.newsroom import MONDAY
from tests.publishing.processes import actors
from tests.tables import nothing_written

DAY = dt.timedelta(days=1)


@pytest.mark.django_db(transaction=True)
def test_processes_that_write_at_once_lose_nothing_and_add_nothing_twice(database_url: str) -> None:
    made = [newsroom.article(f"N{number}", f"M{number}", slides=2) for number in range(3)]
    live = [
        edition.pk
        for article in made
        for edition in publish(article=article, languages=["en", "da"], by=None)
    ]
    long_ago = local(database_now()).date() - dt.timedelta(days=400)
    for number in range(30):
        ReadsOnDay.objects.create(
            article=made[0], language="en", day=long_ago + number * DAY, reads=1
        )
    with actors(database_url, 3) as (*servers, worker):
        for number, server in enumerate(servers):
            # Each in another order, in which two would wait for one another.
            server.tell("be_read", editions=live[number:] + live[:number], times=40)
        worker.tell("fold_now", as_of=database_now().isoformat())
        assert [server.hear() for server in servers] == [{"left": 0}] * 2
        assert worker.hear()["folded"] in (29, 30)
    reads = ReadsOnDay.objects.exclude(day__lt=long_ago + 100 * DAY)
    assert reads.count() == 6
    assert set(reads.values_list("reads", flat=True)) == {80}
    assert list(Reached.objects.values_list("reads", flat=True)) == [80] * 18
    old = ReadsOnDay.objects.filter(day__lt=long_ago + 100 * DAY)
    assert old.aggregate(n=Sum("reads"))["n"] == 30


@pytest.mark.django_db(transaction=True)
def test_killed_halfway_nothing_is_counted(database_url: str) -> None:
    [edition] = publish(article=newsroom.article(slides=2), languages=["en"], by=None)
    with actors(database_url, 1) as [server], nothing_written():
        place = "articles.reader.reads.store.add_days"
        assert server.do("pause_at", place=place, when="after") == {}
        server.tell("be_read", editions=[edition.pk], times=1)
        assert "paused" in server.hear()
        server.kill()


# --- Folding -------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_old_days_become_months_and_the_sum_stays() -> None:
    first, second = newsroom.article(), newsroom.article("Another", "En anden")
    today = dt.date(2026, 11, 23)
    for article, language, day, reads in (
        (first, "en", dt.date(2026, 1, 1), 1),
        (first, "en", dt.date(2026, 1, 2), 2),
        (first, "en", dt.date(2026, 1, 31), 3),
        (first, "en", dt.date(2026, 2, 28), 4),
        (first, "da", dt.date(2026, 1, 31), 5),
        (second, "en", dt.date(2026, 1, 31), 6),
        (first, "en", today - 93 * DAY, 7),
        (first, "en", today - 92 * DAY, 8),
        (first, "en", today, 9),
    ):
        ReadsOnDay.objects.create(article=article, language=language, day=day, reads=reads)
    assert fold.fold(as_of=MONDAY) == 6
    rows = ReadsOnDay.objects.order_by("article_id", "language", "day")
    assert [(row.article, row.language, row.day.isoformat(), row.reads) for row in rows] == [
        (first, "da", "2026-01-01", 5),
        (first, "en", "2026-01-01", 6),
        (first, "en", "2026-02-01", 4),
        (first, "en", "2026-08-01", 7),
        (first, "en", "2026-08-23", 8),
        (first, "en", "2026-11-23", 9),
        (second, "en", "2026-01-01", 6),
    ]
    with nothing_written():
        assert fold.fold(as_of=MONDAY) == 0


@pytest.mark.django_db
def test_the_worker_folds_a_little_at_a_time_and_then_looks_once_an_hour(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fold, "_ROWS", 2)
    monkeypatch.setattr(fold, "_looked", -fold._EVERY)
    article = newsroom.article()
    with newsroom.at(MONDAY):
        for number in range(2, 5):
            day = dt.date(2026, 1, number)
            ReadsOnDay.objects.create(article=article, language="en", day=day, reads=1)
        assert [fold.work() for _ in range(3)] == [True, True, False]
        day = dt.date(2026, 2, 2)
        ReadsOnDay.objects.create(article=article, language="en", day=day, reads=1)
        assert not fold.work()
        monkeypatch.setattr(fold.time, "monotonic", lambda: fold._looked + fold._EVERY + 1)
        assert fold.work()
