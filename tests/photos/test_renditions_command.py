"""`manage.py renditions`: counts, repairs what is missing, sweeps what nothing knows."""

import json
import os
import time
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from articles.models.clock import database_now
from articles.models.photo import Photo
from articles.photos import queue, storage
from articles.photos.intake import take_in
from articles.photos.work_off import work_off
from tests import newsroom
from tests.photos.pictures import encode, quarters

pytestmark = pytest.mark.django_db


def taken(width: int = 96) -> Photo:
    """A photo with all its files."""
    photo = take_in(encode(quarters(width)), filename=f"{width}.jpg", by=None).photo
    return work_off([photo], progress=lambda done: None)[0]


def run(*arguments: str) -> tuple[int, list[str]]:
    """Exit code and lines of the command."""
    out = StringIO()
    try:
        call_command("renditions", *arguments, stdout=out)
    except CommandError as error:
        return error.returncode, [*out.getvalue().splitlines(), str(error)]
    return 0, out.getvalue().splitlines()


def names(root: Path) -> list[str]:
    return sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file())


def age(path: Path, *, minutes: int) -> None:
    then = time.time() - minutes * 60
    os.utime(path, (then, then))


def put(root: Path, name: str, *, minutes: int = 90) -> str:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"?")
    age(path, minutes=minutes)
    return name


def test_it_counts_photos_by_state() -> None:
    newsroom.photo(), newsroom.photo(), newsroom.photo(work=Photo.Work.FAILED)
    assert run() == (
        0,
        ["waiting       0", "working       0", "ready         2", "failed        1"],
    )
    counts = {"waiting": 0, "working": 0, "ready": 2, "failed": 1}
    assert json.loads("".join(run("--json")[1])) == counts


class TestMissing:
    def test_makes_what_is_not_there_or_was_never_made(self, media_root: Path) -> None:
        whole, broken, failed, new = taken(96), taken(97), taken(98), taken(99)
        before = names(media_root)
        for each in broken.renditions[:2]:
            (media_root / "renditions" / each["name"]).unlink()
        (media_root / storage.thumbnail_name(whole)).unlink()
        Photo.objects.filter(pk=failed.pk).update(work="failed", work_tries=5)
        Photo.objects.filter(pk=new.pk).update(work="waiting", renditions=[])
        assert run("--missing") == (
            0,
            [
                f"photo {broken.pk}: made anew, 2 files were missing",
                f"photo {failed.pk}: made anew, it was still to do",
                f"photo {new.pk}: made anew, it was still to do",
                "complete        1",
                "made anew       3",
                "thumbnails      1",
                "failed          0",
            ],
        )
        assert names(media_root) == before
        assert set(Photo.objects.values_list("work", flat=True)) == {"ready"}
        assert run("--missing")[1][0] == "complete        4"

    def test_tells_what_it_could_not_make(self, media_root: Path) -> None:
        lost = taken()
        for name in names(media_root):
            (media_root / name).unlink()
        why = "The original file is missing from the storage."
        assert run("--missing") == (
            1,
            [
                f"photo {lost.pk}: failed. {why}",
                "complete        0",
                "made anew       0",
                "thumbnails      0",
                "failed          1",
                "1 photo could not be repaired.",
            ],
        )
        code, lines = run("--missing", "--json")
        assert code == 1 and json.loads("".join(lines[:-1])) == {
            "complete": 0,
            "thumbnails": 0,
            "made": {},
            "failed": {str(lost.pk): why},
        }

    def test_leaves_alone_what_was_taken_down(self, media_root: Path) -> None:
        gone = taken()
        Photo.objects.update(taken_down_at=database_now())
        for each in gone.renditions:
            (media_root / "renditions" / each["name"]).unlink()
        assert run("--missing")[0] == 0
        assert not [name for name in names(media_root) if name.startswith("renditions")]


class TestSweep:
    def test_lists_and_with_delete_removes_what_nothing_knows(self, media_root: Path) -> None:
        taken()
        known = names(media_root)
        for name in known:
            age(media_root / name, minutes=90)
        stem = f"cd/{'0' * 24}"
        strays = [
            put(media_root, "originals/cd/stray.jpg"),
            put(media_root, f"renditions/{stem}-400-0123456789.avif"),
            put(media_root, f"thumbnails/{stem}.jpg"),
        ]
        spared = [
            put(media_root, f"renditions/{stem}-800-0123456789.avif", minutes=30),
            put(media_root, "quarantine/originals/cd/evidence.jpg"),
            put(media_root, "kept-by-hand.txt"),
        ]
        assert run("--sweep") == (0, [*strays, "3 files to be deleted (with --delete)"])
        assert names(media_root) == sorted([*known, *strays, *spared])
        assert run("--sweep", "--delete") == (0, [*strays, "3 files deleted"])
        assert names(media_root) == sorted([*known, *spared])
        assert json.loads("".join(run("--sweep", "--json")[1])) == {"files": [], "deleted": False}

    def test_what_an_older_edition_shows_stays(self, media_root: Path) -> None:
        article = newsroom.article(slides=1)
        photo = article.slides.get().photo
        newsroom.publish(article)
        shown = put(media_root, f"renditions/{photo.renditions[0]['name']}")
        other = put(media_root, f"renditions/{photo.renditions[0]['name'][:27]}-share-0.jpg")
        Photo.objects.update(renditions=[])
        assert run("--sweep", "--delete")[1] == [other, "1 file deleted"]
        assert names(media_root) == [shown]

    def test_what_is_just_being_made_stays(self, media_root: Path) -> None:
        photo = newsroom.photo(work=Photo.Work.WAITING)
        stray = put(media_root, f"renditions/{photo.originals.get().stem}-400-0123456789.avif")
        queue.claim()
        assert run("--sweep", "--delete") == (0, ["0 files deleted"])
        assert names(media_root) == [stray]

    def test_leftovers_of_killed_processes_go(
        self, media_root: Path, settings: Any, tmp_path: Path
    ) -> None:
        settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path / "uploads")
        half = put(tmp_path, "uploads/tmpab12.upload.jpg")
        put(tmp_path, "uploads/tmpcd34.upload.jpg", minutes=5)
        put(media_root, "incoming/ab12/0.avif")
        age(media_root / "incoming/ab12", minutes=90)
        assert run("--sweep", "--delete") == (0, [str(tmp_path / half), "1 file deleted"])
        assert names(tmp_path / "uploads") == ["tmpcd34.upload.jpg"]
        assert names(media_root) == []


def test_delete_alone_is_refused() -> None:
    assert run("--delete") == (2, ["--delete goes with --sweep."])
