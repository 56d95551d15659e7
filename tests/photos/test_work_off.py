"""Renditions made here and now: in parallel, beside other workers, and handed back when stopped."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from articles.models.photo import Photo
from articles.photos import queue, work_off
from articles.photos.errors import PhotoRefused
from articles.photos.intake import take_in
from tests import newsroom
from tests.photos import fakes
from tests.photos.pictures import encode, quarters

pytestmark = pytest.mark.django_db


def waiting(**fields: Any) -> Photo:
    return newsroom.photo(work=Photo.Work.WAITING, renditions=[], **fields)


def do(*photos: Photo) -> tuple[list[str], list[int]]:
    """How the photos stand afterwards, and the progress that was told."""
    told: list[int] = []
    done = work_off.work_off(photos, progress=told.append)
    assert [photo.pk for photo in done] == [photo.pk for photo in photos]
    return [photo.work for photo in done], told


def test_real_pictures_are_ready_with_all_their_files(media_root: Path) -> None:
    photos = [take_in(encode(quarters(w)), filename="a.jpg", by=None).photo for w in (500, 501)]
    assert do(*photos)[0] == ["ready", "ready"]
    names = {each["name"] for photo in Photo.objects.all() for each in photo.renditions}
    files = {str(p.relative_to(media_root / "renditions")) for p in media_root.rglob("*/*-*.*")}
    assert len(names) >= 8 and files == names


def test_progress_counts_up_to_all_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work_off, "render_files", fakes.rendered)
    works, told = do(waiting(), newsroom.photo(), waiting(), waiting(), waiting())
    assert works == ["ready"] * 5
    assert told == sorted(told) and told[-1] == 5


def test_one_that_fails_stays_in_the_queue(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(photo: Photo) -> Any:
        raise PhotoRefused("It is damaged.")

    monkeypatch.setattr(work_off, "render_files", fail)
    photo = waiting()
    assert do(photo)[0] == ["waiting"]
    photo.refresh_from_db()
    assert (photo.work_tries, queue.why(photo)) == (1, "It is damaged.")


def test_one_that_another_worker_has_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    photo = waiting()
    theirs = queue.claim()
    monkeypatch.setattr(
        work_off.time, "sleep", lambda _: queue.settle(theirs, lambda: fakes.rendered(photo))
    )
    assert do(photo)[0] == ["ready"]


def test_one_that_another_worker_hands_back_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work_off, "render_files", fakes.rendered)
    photo = waiting()
    theirs = queue.claim()
    monkeypatch.setattr(work_off.time, "sleep", lambda _: queue.hand_back(theirs))
    assert do(photo)[0] == ["ready"]


def test_what_was_begun_is_handed_back_when_it_is_stopped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(work_off, "render_files", fakes.rendered)

    def photos() -> Iterator[Photo]:
        yield waiting()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work_off.work_off(photos(), progress=lambda done: None)
    assert Photo.objects.values_list("work", "work_tries").get() == ("waiting", 0)
