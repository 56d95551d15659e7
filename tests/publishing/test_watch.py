"""The watch over what is live: when it looks, a few articles at a time, and what it keeps."""

import datetime as dt
import io
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from django.core.management import call_command

from articles.models.article import Article
from articles.models.clock import database_now
from articles.models.live import Watch
from articles.publishing import watch
from articles.text.dates import local
from tests import newsroom
from tests.cast import Cast
from tests.publishing.facts import DAY, HOUR

pytestmark = pytest.mark.django_db
MONDAY = newsroom.MONDAY


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    with newsroom.at(MONDAY):
        yield


@pytest.fixture
def one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """One article at a time, as on a slow machine."""
    monkeypatch.setattr(watch, "_STEP", -1.0)


def live(headline: str = "The last rung", **fields: Any) -> Article:
    made = newsroom.article(headline, f"{headline} på dansk", **fields)
    newsroom.publish(made)
    return made


def expiring(headline: str = "The last rung") -> Article:
    """Its second picture may be shown for an hour more."""
    made = newsroom.article(headline, f"{headline} på dansk")
    photo = newsroom.photo(expires_at=MONDAY + HOUR)
    newsroom.change(made.slides.all()[1], photo=photo)
    newsroom.publish(made)
    return made


def until_done() -> Watch:
    for _ in range(20):
        if not watch.work():
            return Watch.objects.get(done=True)
    raise AssertionError("it never ends")


# --- When ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("checked", "now", "due"),
    [
        (None, "2026-11-26 12:00", True),
        ("2026-11-26 03:59", "2026-11-26 04:00", True),
        ("2026-11-26 04:00", "2026-11-26 04:01", False),
        ("2026-11-26 04:02", "2026-11-27 03:59", False),
        ("2026-11-26 04:02", "2026-11-27 04:00", True),
        ("2026-11-25 20:00", "2026-11-26 09:00", True),  # the worker was off at night
        ("2026-03-28 04:01", "2026-03-29 03:30", False),  # the hour from 2 to 3 is skipped
        ("2026-03-28 04:01", "2026-03-29 04:00", True),
        ("2026-10-24 04:01", "2026-10-25 03:30", False),  # it comes twice
        ("2026-10-24 04:01", "2026-10-25 04:00", True),
    ],
)
def test_it_is_due_once_a_night(checked: str | None, now: str, due: bool) -> None:
    zone = local(MONDAY).tzinfo

    def instant(text: str) -> dt.datetime:
        return dt.datetime.fromisoformat(text).replace(tzinfo=zone).astimezone(dt.UTC)

    assert watch.is_due(checked and instant(checked), instant(now)) is due  # type: ignore[arg-type]


def test_whatever_the_hour_it_is_never_a_day_old() -> None:
    start = dt.datetime(2026, 3, 20, tzinfo=dt.UTC)
    for hours in range(0, 24 * 300, 7):
        now = start + hours * HOUR
        assert watch.is_due(now - DAY - HOUR, now)
        assert not watch.is_due(now, now)


def test_the_worker_looks_at_its_start_and_then_not_until_night() -> None:
    live()
    assert until_done().at == MONDAY
    assert watch.work() is False
    with newsroom.at(MONDAY + DAY):
        assert watch.work() is True
    assert Watch.objects.count() == 2


# --- A few at a time -----------------------------------------------------------------------------


def test_it_goes_article_by_article_and_on_where_it_was(one_by_one: None) -> None:
    rows = [live(f"Story {number}") for number in range(3)]
    for row in rows[:2]:
        assert watch.work() is True
        at_work = Watch.objects.get()
        assert (at_work.done, at_work.at, at_work.upto) == (False, None, row.pk)
    assert until_done().articles == 3


def test_what_another_worker_has_looked_at_counts_once(
    one_by_one: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    live()
    expiring("Gulls")
    look = watch._look

    def overtaken(row: Watch, article: int, now: dt.datetime) -> None:
        look(row, article, now)
        monkeypatch.setattr(watch, "_look", look)
        watch.work()  # the other is faster

    monkeypatch.setattr(watch, "_look", overtaken)
    watch.work()
    assert until_done().articles == 2


def test_nothing_live_is_a_check_as_well() -> None:
    newsroom.article()
    done = until_done()
    assert (done.articles, done.findings, done.warnings) == (0, [], {})


def test_a_text_that_a_rule_stumbles_over_keeps_no_other_unseen(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    broken, sound = live("Broken"), expiring("Gulls")
    audit = watch.audit_live

    def stumbling(*, as_of: dt.datetime, article: int) -> Any:
        if article == broken.pk:
            raise ValueError("no")
        return audit(as_of=as_of, article=article)

    monkeypatch.setattr(watch, "audit_live", stumbling)
    with newsroom.at(MONDAY + 2 * HOUR):
        done = until_done()
    assert (done.skipped, done.articles) == ([broken.pk], 2)
    assert {each["article"] for each in done.findings} == {sound.pk}
    assert f"Article {broken.pk} could not be checked." in caplog.text


# --- What is kept --------------------------------------------------------------------------------


def test_what_stops_is_kept_in_both_languages_and_warnings_are_counted() -> None:
    article = expiring()
    done = until_done()
    english = article.editions.get(language="en")
    danish = article.editions.get(language="da")
    assert (done.findings, done.warnings) == ([], {str(english.pk): 1, str(danish.pk): 1})
    with newsroom.at(MONDAY + DAY):
        watch.work()
    newest = Watch.objects.exclude(pk=done.pk).get()
    assert [each["edition"] for each in newest.findings] == [danish.pk, english.pk]
    message = newest.findings[1].pop("message")
    assert set(message) == {"en", "da"} and message["en"] != message["da"]
    assert newest.findings[1] == {
        "edition": english.pk,
        "article": article.pk,
        "language": "en",
        "code": "photo.expired",
        "level": "blocks",
        "slide": article.slides.all()[1].key,
        "number": 2,
        "field": "photo",
    }
    assert newest.warnings == {}


def test_fourteen_are_kept() -> None:
    for day in range(17):
        with newsroom.at(MONDAY + day * DAY):
            watch.work()
    kept = Watch.objects.filter(done=True).order_by("at")
    assert [row.at for row in kept] == [MONDAY + day * DAY for day in range(3, 17)]


def test_asked_for_twice_it_is_done_once(cast: Cast) -> None:
    until_done()
    first = watch.ask(by=cast.editor)
    assert watch.ask(by=cast.chief) == first
    assert (first.asked_by, first.asked_at) == (cast.editor, MONDAY)
    assert watch.work() is True
    assert watch.work() is False


# --- The command ---------------------------------------------------------------------------------


def audit(*args: str) -> None:
    with suppress(SystemExit):
        call_command("audit", "--json", *args, stdout=io.StringIO())


def test_the_command_keeps_a_look_at_everything() -> None:
    article = expiring()
    with newsroom.at(MONDAY + 2 * HOUR):
        audit()
        [row] = Watch.objects.all()
        assert (row.done, row.at, row.articles) == (True, database_now(), 1)
    assert {each["code"] for each in row.findings} == {"photo.expired"}
    assert len(row.findings) == 2 and row.findings[0]["article"] == article.pk


@pytest.mark.parametrize("narrowed", [["--working-copy"], ["--article"]])
def test_narrowed_it_keeps_nothing(narrowed: list[str]) -> None:
    article = live()
    audit(*narrowed, *([str(article.pk)] if "--article" in narrowed else []))
    assert not Watch.objects.exists()


def test_beside_a_check_at_work_it_keeps_its_own(one_by_one: None) -> None:
    live()
    live("Gulls")
    watch.work()
    audit()
    assert list(Watch.objects.values_list("done", flat=True)) == [False, True]
