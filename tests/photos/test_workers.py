"""Several workers on one queue, and what becomes of a photo whose worker is killed."""

import datetime as dt
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.db.models import F

from articles.models.photo import Photo
from articles.photos.intake import take_in
from articles.photos.queue import try_again
from tests.photos.pictures import encode, quarters
from tests.publishing.processes import actors
from tests.waiting import wait_until

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def same_media(media_root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDIA_ROOT", str(media_root))


def waiting(count: int) -> list[Photo]:
    photos = []
    for number in range(count):
        data = encode(quarters(96 + number, 64))
        photos.append(take_in(data, filename=f"{number}.jpg", by=None).photo)
        try_again(photos[-1])
    return photos


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def named() -> set[str]:
    return {each["name"] for photo in Photo.objects.all() for each in photo.renditions}


def let_claims_grow_stale() -> None:
    Photo.objects.update(work_since=F("work_since") - dt.timedelta(minutes=4))


def test_two_workers_do_each_photo_once(database_url: str, media_root: Path) -> None:
    waiting(6)
    with actors(database_url, 2) as company:
        for actor in company:
            actor.tell("render")
        assert sum(actor.hear()["rendered"] for actor in company) == 6
    assert set(Photo.objects.values_list("work", "work_tries")) == {("ready", 0)}
    assert files(media_root / "renditions") == named()


def test_two_that_see_the_same_photo_do_not_both_take_it(database_url: str) -> None:
    waiting(1)
    with actors(database_url, 2) as (slow, quick):
        slow.do("pause_at", place="articles.photos.queue._as_seen", when="before")
        slow.tell("render")
        assert slow.hear() == {"paused": "articles.photos.queue._as_seen"}
        assert quick.do("render") == {"rendered": 1}
        slow.go_on()
        assert slow.hear() == {"rendered": 0}


@pytest.mark.parametrize(
    ("place", "when"),
    [
        ("articles.photos.queue.render_files", "before"),
        ("articles.photos.storage.put", "after"),  # one file is there, the others are not
        ("articles.photos.queue._finish", "before"),  # all are there, and no row names them
        ("articles.photos.queue._finish", "after"),
    ],
)
def test_a_photo_whose_worker_is_killed_is_taken_up_again(
    database_url: str, media_root: Path, place: str, when: str
) -> None:
    waiting(1)
    Photo.objects.update(renditions=[])
    with actors(database_url, 2) as (victim, other):
        victim.do("pause_at", place=place, when=when)
        victim.tell("render")
        assert victim.hear() == {"paused": place}
        victim.kill()
        assert bool(named()) == (place.endswith("_finish") and when == "after")
        assert other.do("render") == {"rendered": 0}  # not before the claim is stale
        let_claims_grow_stale()
        other.do("render")
    photo = Photo.objects.get()
    assert photo.work == "ready" and photo.renditions
    assert files(media_root / "renditions") == named()
    assert all((media_root / "renditions" / name).stat().st_size for name in named())


# --- The command ---------------------------------------------------------------------------------


def worker(database_url: str, *arguments: str, **variables: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "manage.py", "photo_worker", *arguments],
        cwd=settings.BASE_DIR,
        env=os.environ | {"DATABASE_URL": database_url, "DEBUG": "true"} | variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def end(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    """Exit code and output of a process that has been told to stop, or stops by itself."""
    try:
        out, errors = process.communicate(timeout=20)
    finally:
        process.kill()
    return process.returncode, out, errors


def test_once_ends_when_nothing_is_left(database_url: str) -> None:
    waiting(2)
    assert end(worker(database_url, "--once")) == (0, "", "")
    assert set(Photo.objects.values_list("work", flat=True)) == {"ready"}


@pytest.mark.one_engine
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_at_once_when_told(database_url: str, number: int) -> None:
    (photo,) = waiting(1)
    process = worker(database_url)
    assert wait_until(lambda: Photo.objects.get().work == "ready")
    process.send_signal(number)
    assert end(process) == (0, "", "")


@pytest.mark.one_engine
def test_it_ends_with_its_parent(database_url: str) -> None:
    assert end(worker(database_url, "--parent", "1")) == (0, "", "")


@pytest.mark.sqlite
def test_it_outlives_a_database_that_is_away(tmp_path: Path) -> None:
    process = worker(f"sqlite:///{tmp_path}/none.sqlite3")
    assert process.stderr
    assert "The database is away, and will be tried again" in process.stderr.readline()
    migrated = subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity", "0"],
        cwd=settings.BASE_DIR,
        env=os.environ | {"DATABASE_URL": f"sqlite:///{tmp_path}/none.sqlite3"},
    )
    assert migrated.returncode == 0
    assert "The database is back." in process.stderr.readline()
    process.terminate()
    assert end(process) == (0, "", "")


@pytest.mark.postgres
def test_it_comes_back_after_its_connection_was_cut(database_url: str) -> None:
    waiting(1)
    process = worker(database_url)
    assert wait_until(lambda: Photo.objects.get().work == "ready")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    try_again(Photo.objects.get())
    assert wait_until(lambda: Photo.objects.get().work == "ready")
    process.terminate()
    code, out, errors = end(process)
    assert (code, out) == (0, "") and "Traceback" not in errors


def test_a_picture_in_the_middle_is_given_back(database_url: str, media_root: Path) -> None:
    data = encode(quarters(6000, 4000), quality=95)  # takes seconds
    photo = take_in(data, filename="large.jpg", by=None).photo
    process = worker(database_url)
    assert wait_until(lambda: Photo.objects.get().work == "working")
    assert wait_until(lambda: any((media_root / "incoming").glob("*/errors.txt")))
    process.terminate()
    assert end(process) == (0, "", "")
    photo.refresh_from_db()
    assert (photo.work, photo.work_tries, photo.renditions) == ("waiting", 0, [])
    assert files(media_root / "incoming") == files(media_root / "renditions") == set()
