"""The worker's round: every job, in order, whatever the others do."""

import logging
from typing import Any

import pytest
from django.db import OperationalError

from articles.management import photo_worker
from articles.models.clock import database_now
from articles.models.edition import Edition
from articles.photos.intake import replace_file, take_in
from tests import newsroom
from tests.photos.pictures import encode, quarters

pytestmark = pytest.mark.django_db


@pytest.fixture
def jobs(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What jobs named a and b, and c at leisure, do when they are called: return or raise the
    first of a list."""
    outcomes: dict[str, Any] = {"a": [], "b": [], "c": []}
    called: list[str] = []

    def job(name: str) -> Any:
        def run() -> bool:
            called.append(name)
            outcome = outcomes[name].pop(0) if outcomes[name] else False
            if isinstance(outcome, BaseException):
                raise outcome
            return outcome

        return run

    monkeypatch.setattr(photo_worker, "JOBS", (job("a"), job("b")))
    monkeypatch.setattr(photo_worker, "AT_LEISURE", (job("c"),))
    monkeypatch.setattr(photo_worker, "BREATH", 0)
    return outcomes | {"called": called}


def test_once_goes_on_until_nobody_has_anything_to_do(jobs: dict[str, Any]) -> None:
    jobs["a"] += [True, False, True]
    jobs["b"] += [False, True]
    photo_worker.work(once=True)
    assert "".join(jobs["called"]) == "ababababc"


def test_what_nobody_waits_for_is_done_while_there_is_nothing_else(jobs: dict[str, Any]) -> None:
    jobs["a"] += [True, False, False, True]
    jobs["c"] += [True, True]
    photo_worker.work(once=True)
    assert "".join(jobs["called"]) == "ababcabcababc"


def test_a_job_that_fails_is_logged_and_rests_while_the_others_go_on(
    jobs: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    jobs["a"] += [ValueError("no")]
    jobs["b"] += [True]
    photo_worker.work(once=True)
    assert "".join(jobs["called"]) == "abbc"
    assert [record.levelno for record in caplog.records] == [logging.ERROR]


def test_a_database_that_is_away_is_no_failure_of_a_job(jobs: dict[str, Any]) -> None:
    jobs["a"] += [OperationalError("away")]
    with pytest.raises(OperationalError):
        photo_worker.work(once=True)
    assert jobs["called"] == ["a"]


def test_the_jobs_are_those_of_photos() -> None:
    assert [f"{job.__module__}.{job.__name__}" for job in photo_worker.JOBS] == [
        "articles.photos.queue.run_one",
        "articles.publishing.waiting.work",
        "articles.publishing.take_down.work",
        "articles.publishing.catch_up.work",
        "articles.photos.purge.send_due",
    ]
    assert [job.__module__ for job in photo_worker.AT_LEISURE] == [
        "articles.publishing.watch",
        "articles.reader.reads.fold",
        "articles.publishing.related",
        "articles.publishing.merging",
    ]


@pytest.mark.django_db(transaction=True)
def test_a_corrected_file_reaches_the_pages_that_show_it() -> None:
    photo = take_in(encode(quarters()), filename="dawn.jpg", by=None).photo
    newsroom.change(photo, alt_en="A jetty.", alt_da="En badebro.", byline="Signe Brandt")
    photo_worker.work(once=True)
    article = newsroom.article(slides=1)
    article.slides.update(photo=photo)
    before = newsroom.publish(article, "en")[0]
    replace_file(photo, encode(quarters(120, 80)), filename="dawn-2.jpg", by=None)
    photo_worker.work(once=True)
    after = Edition.objects.live(database_now()).get()
    photo.refresh_from_db()
    assert (after.number, after.kind) == (2, Edition.Kind.REISSUE)
    assert shown(after) == {each["name"] for each in photo.renditions}
    assert shown(before).isdisjoint(shown(after)) and not photo.pages_due


def shown(edition: Edition) -> set[str]:
    """The names of the files on its one slide."""
    photo = edition.document["slides"][0]["photo"]
    return {each["name"] for each in photo["renditions"]}
