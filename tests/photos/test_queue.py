"""The queue: one claim per photo, tries with pauses between, and a reason in the end."""

import datetime as dt
import errno
from typing import Any

import pytest
from django.utils import translation

from articles.models.clock import database_now
from articles.models.photo import Photo
from articles.photos import queue
from articles.photos.errors import PhotoRefused
from articles.photos.rendering import Made
from tests import newsroom

pytestmark = pytest.mark.django_db

FILES = [{"format": "jpeg", "width": 400, "height": 267, "name": "ab/new-400.jpg"}]
MADE = Made(FILES, "#336699")
MINUTE = dt.timedelta(minutes=1)


def waiting(**fields: Any) -> Photo:
    return newsroom.photo(**{"work": Photo.Work.WAITING, "renditions": [], **fields})


@pytest.fixture(autouse=True)
def maker(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What making renditions does, one after the other: return MADE or raise; MADE at the end."""
    outcomes: list[Any] = []

    def make(photo: Photo) -> Any:
        outcome = outcomes.pop(0) if outcomes else MADE
        if isinstance(outcome, BaseException):
            raise outcome
        return outcome

    monkeypatch.setattr(queue, "render_files", make)
    return outcomes


def as_it_stands(photo: Photo) -> Photo:
    return Photo.objects.get(pk=photo.pk)


def later(**ago: int) -> Any:
    return newsroom.at(database_now() + dt.timedelta(**ago))


def test_photos_are_made_in_the_order_in_which_they_came() -> None:
    first, second = waiting(), waiting()
    assert queue.run_one()
    assert [as_it_stands(each).work for each in (first, second)] == ["ready", "waiting"]
    assert queue.run_one() and not queue.run_one()
    done = as_it_stands(second)
    assert (done.work, done.renditions, done.colour) == ("ready", FILES, "#336699")
    assert (done.work_tries, done.work_since) == (0, None)
    assert not done.pages_due


def test_what_is_ready_failed_or_taken_down_is_left_alone() -> None:
    newsroom.photo()
    newsroom.photo(work=Photo.Work.FAILED)
    waiting(taken_down_at=database_now())
    assert queue.claim() is None


def test_a_claim_is_for_one_alone_until_it_is_stale() -> None:
    photo = waiting()
    mine = queue.claim()
    assert mine and mine.photo == photo
    with later(minutes=2):
        assert queue.claim() is None
    with later(minutes=3, seconds=1):
        taken_again = queue.claim()
    assert taken_again and taken_again.photo.work_tries == 2
    queue.settle(mine, lambda: Made([]))  # the first wakes up: it has nothing to say any more
    assert as_it_stands(photo).work == "working"
    queue.settle(taken_again, lambda: MADE)
    assert as_it_stands(photo).renditions == FILES


def test_one_that_kills_its_workers_fails_and_stops_no_other() -> None:
    poison, good = waiting(work_tries=4), waiting()
    assert queue.claim().photo == good
    assert queue.claim().photo == poison
    with later(minutes=4):
        assert queue.claim().photo == good
        assert queue.claim() is None
    failed = as_it_stands(poison)
    assert (failed.work, queue.why(failed)) == (
        "failed",
        "The work on this picture was cut short five times.",
    )


def test_a_failure_is_tried_five_times_with_growing_pauses(maker: list[Any]) -> None:
    maker += [PhotoRefused("It is damaged.")] * 5
    photo, pauses, now = waiting(), [], database_now()
    for _ in range(5):
        with newsroom.at(now):
            assert queue.run_one() and not queue.run_one()
        due = as_it_stands(photo).work_since
        pauses.append((due - now).total_seconds() if due else None)
        now = due or now
    assert pauses == [5, 20, 60, 240, None]
    assert (as_it_stands(photo).work, queue.why(as_it_stands(photo))) == (
        "failed",
        "It is damaged.",
    )
    queue.try_again(photo)
    assert (photo.work, photo.work_tries, photo.work_error) == ("waiting", 0, "")
    assert queue.run_one() and as_it_stands(photo).work == "ready"


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (FileNotFoundError("originals/ab/x.jpg"), "The original file is missing from the storage."),
        (OSError(errno.ENOSPC, "No space left on device"), "The disk of the server is full."),
        (KeyError("x"), "Something went wrong on the server. Its log says more."),
    ],
)
def test_staff_are_told_why(maker: list[Any], error: Exception, told: str) -> None:
    maker.append(error)
    photo = waiting()
    with translation.override("da"):
        assert queue.run_one()
    photo = as_it_stands(photo)
    assert (photo.work, photo.work_error, queue.why(photo)) == ("waiting", told, told)


def test_a_stop_in_the_middle_hands_the_photo_back(maker: list[Any]) -> None:
    maker.append(SystemExit(0))
    photo = waiting()
    with pytest.raises(SystemExit):
        queue.run_one()
    photo = as_it_stands(photo)
    assert (photo.work, photo.work_tries, photo.work_since) == ("waiting", 0, None)


def test_other_files_than_before_are_due_on_live_pages(maker: list[Any]) -> None:
    photo = newsroom.photo(work=Photo.Work.WAITING)
    same = photo.renditions
    maker.append(Made(same))
    queue.run_one()
    assert not as_it_stands(photo).pages_due
    queue.try_again(photo)
    queue.run_one()
    assert as_it_stands(photo).pages_due


def test_what_was_made_of_a_photo_taken_down_meanwhile_is_deleted(media_root: Any) -> None:
    photo = waiting()
    file = media_root / "renditions/ab/new-400.jpg"

    def make() -> Any:
        file.parent.mkdir(parents=True)
        file.write_bytes(b"picture")
        Photo.objects.update(taken_down_at=database_now())
        return MADE

    queue.settle(queue.claim(), make)
    assert not file.exists()
    assert as_it_stands(photo).renditions == []


def test_the_wait_list_counts_what_is_where() -> None:
    waiting(), waiting(), newsroom.photo(work=Photo.Work.FAILED), newsroom.photo()
    waiting(taken_down_at=database_now())
    queue.claim()
    assert queue.wait_list() == queue.WaitList(waiting=1, working=1, ready=1, failed=1)
