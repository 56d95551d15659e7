"""Files of photos are there whole or not at all, and found again when they must go."""

import os
from pathlib import Path

import pytest
from django.core.files.storage import InMemoryStorage

from articles.models.photo import ImageCredit, Photo
from articles.photos import stamp as stamping
from articles.photos import storage
from articles.photos.intake import replace_file, take_in
from articles.photos.rendering import render_files
from articles.photos.stamp import stamp
from tests.photos.disk import files, residue
from tests.photos.pictures import encode, scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def photo(media_root: Path) -> Photo:
    """In the library, with its public files."""
    made = take_in(encode(scene(1, 450, 300)), filename="dawn.jpg", by=None).photo
    return rendered(made)


def rendered(photo: Photo) -> Photo:
    photo.renditions = render_files(photo).renditions
    photo.work = Photo.Work.READY
    photo.save()
    return photo


def public(folder: Path) -> set[str]:
    return {name for name in files(folder) if name.startswith("renditions/")}


def test_a_stop_between_writing_and_naming_leaves_no_half_file(
    media_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(path: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(storage, "settle", stopped)
    with pytest.raises(KeyboardInterrupt):
        storage.put_bytes(b"whole", "originals/ab/x.jpg")
    assert residue(media_root) == set()


def test_a_truncated_file_of_that_name_is_written_over(media_root: Path) -> None:
    assert storage.put_bytes(b"half", "originals/ab/x.jpg")
    assert storage.put_bytes(b"whole", "originals/ab/x.jpg")
    assert not storage.put_bytes(b"WHOLE", "originals/ab/x.jpg")  # as long: that very file
    assert (media_root / "originals/ab/x.jpg").read_bytes() == b"whole"
    assert (media_root / "originals/ab/x.jpg").stat().st_mode & 0o777 == 0o644


def test_all_are_stored_or_none(media_root: Path, tmp_path: Path) -> None:
    there, here = tmp_path / "there", tmp_path / "here"
    storage.put_bytes(b"old", "renditions/old")
    there.write_bytes(b"old")
    here.write_bytes(b"new")
    missing = {"renditions/old": there, "renditions/new": here, "renditions/x": tmp_path / "none"}
    with pytest.raises(FileNotFoundError):
        storage.put_all(missing)
    assert files(media_root) == {"renditions/old"}


def test_what_killed_processes_left_is_swept(media_root: Path) -> None:
    with storage.workplace() as at_work:
        left = media_root / "incoming" / "left"
        left.mkdir()
        (left / "original").write_bytes(b"x")
        os.utime(left, (0, 0))
        assert (storage.sweep(), left.exists(), at_work.exists()) == (1, False, True)
    assert storage.sweep() == 0


def test_taken_down_files_are_put_away_and_back(photo: Photo, media_root: Path) -> None:
    before = files(media_root)
    private = before - public(media_root)
    for _twice in range(2):
        storage.delete_public(photo)
        storage.quarantine(photo)
    assert files(media_root) == {f"quarantine/{name}" for name in private}
    for _twice in range(2):
        storage.restore(photo)
    assert files(media_root) == private


def test_every_public_file_there_ever_was_is_found(photo: Photo, media_root: Path) -> None:
    other = take_in(encode(scene(2, 450, 300)), filename="other.jpg", by=None).photo
    rendered(other)
    kept = public(media_root) - set(storage.public_names(photo))
    photo.byline = "Signe Brandt"
    stamp(photo)
    replace_file(photo, encode(scene(3, 450, 300)), filename="better.jpg", by=None)
    rendered(photo)
    assert len(public(media_root) - kept) == 15
    assert storage.delete_public(photo) == 15
    assert public(media_root) == kept
    storage.delete(storage.all_names(photo))
    assert {name for name in files(media_root) if "originals" in name} == {str(other.file)}


# --- Stamping ------------------------------------------------------------------------------------


def test_a_corrected_credit_is_written_into_new_files(photo: Photo, media_root: Path) -> None:
    before, old = list(photo.renditions), public(media_root)
    photo.byline, photo.credit = "Søren Ærø", ImageCredit.objects.create(name="Kystfoto")
    after = stamp(photo)
    photo.refresh_from_db()
    assert photo.renditions == after
    assert public(media_root) == old | {f"renditions/{each['name']}" for each in after}
    for was, now in zip(before, after, strict=True):
        first, second = (
            (media_root / "renditions" / each["name"]).read_bytes() for each in (was, now)
        )
        assert len(first) == len(second) and "Søren Ærø".encode() in second
        assert now == {**was, "name": now["name"]} != was


def test_stamping_again_changes_nothing(photo: Photo, media_root: Path) -> None:
    photo.byline = "Signe Brandt"
    after, there = stamp(photo), files(media_root)
    assert (stamp(photo), files(media_root)) == (after, there)
    assert photo.work == "ready"


@pytest.mark.parametrize("why", ["missing", "too long"])
def test_what_cannot_be_stamped_is_rendered_anew(photo: Photo, media_root: Path, why: str) -> None:
    if why == "missing":
        (media_root / "renditions" / photo.renditions[-1]["name"]).unlink()
    else:
        photo.usage_terms = "For this and that. " * 90
    before = list(photo.renditions)
    assert stamp(photo) == before
    photo.refresh_from_db()
    assert (photo.work, photo.renditions) == ("waiting", before)


def test_what_was_rendered_meanwhile_is_not_written_over(photo: Photo) -> None:
    seen = Photo.objects.get()
    newer = [{**photo.renditions[0], "name": "ab/newer.avif"}]
    Photo.objects.update(renditions=newer)
    seen.byline = "Signe Brandt"
    assert stamp(seen) == newer


def test_the_pages_of_the_credit_stand_in(photo: Photo) -> None:
    photo.credit = ImageCredit(name="Kystfoto", license_url="https://k.example/l", acquire_url="")
    photo.acquire_url = "https://k.example/buy"
    said = stamping.said_of(photo)
    assert said["license_url"] == "https://k.example/l"
    assert said["acquire_url"] == "https://k.example/buy"


# --- Elsewhere -----------------------------------------------------------------------------------


def test_a_storage_that_is_no_disk_will_do(monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = InMemoryStorage()
    monkeypatch.setattr(storage, "default_storage", elsewhere)
    monkeypatch.setattr(stamping, "default_storage", elsewhere)
    photo = take_in(encode(scene(1, 450, 300)), filename="dawn.jpg", by=None).photo
    rendered(photo)
    assert len(storage.public_names(photo)) == 5
    storage.quarantine(photo)
    assert elsewhere.exists(f"quarantine/{photo.file}") and not elsewhere.exists(str(photo.file))
    storage.restore(photo)
    photo.byline = "Signe Brandt"
    assert len(stamp(photo)) == 5
    assert storage.delete_public(photo) == 10
