"""A file comes in whole or not at all; the same file twice is the same photo."""

import datetime as dt
import errno
import re
import threading
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection

from articles.demo.camera import develop
from articles.models.photo import ImageCredit, Original, Photo
from articles.photos import intake, storage
from articles.photos.errors import DiskFull, PhotoRefused
from articles.photos.intake import examine, replace_file, take_in
from tests.cast import Cast, hire
from tests.photos.disk import files, residue
from tests.photos.pictures import encode, quarters, scene, with_iptc

pytestmark = pytest.mark.django_db

JPEG = encode(quarters(500, 300))
OTHER = encode(quarters(300, 500), "PNG")


@pytest.fixture
def cast(db: None) -> Cast:
    return hire()


def names(photo: Photo, suffix: str = "jpg") -> set[str]:
    """The private files that a photo has."""
    stem = f"{photo.sha256[:2]}/{photo.sha256[:24]}"
    return {f"originals/{photo.sha256[:2]}/{photo.sha256}.{suffix}", f"thumbnails/{stem}.jpg"}


def test_a_photo_with_what_its_file_says(cast: Cast, media_root: Path) -> None:
    credit = ImageCredit.objects.create(name="Linse & Lys")
    data = with_iptc(
        JPEG,
        creator=b"Signe Brandt",
        credit=b"linse & lys",
        copyright="© Linse & Lys".encode(),
        caption=b"At dawn.",
    )
    taken = take_in(data, filename="..\\..\\etc/dawn\n.jpg", by=cast.photo_editor)
    photo = Photo.objects.get()
    assert (taken.photo, taken.created, taken.looks_like) == (photo, True, None)
    assert (photo.filename, photo.width, photo.height) == ("dawn.jpg", 500, 300)
    assert (photo.size, photo.colour, len(photo.phash)) == (len(data), "#be80bf", 16)
    assert (photo.byline, photo.credit) == ("Signe Brandt", credit)
    assert photo.copyright_notice == "© Linse & Lys"
    assert photo.metadata["captions"] == {"": "At dawn."}
    assert (photo.caption_en, photo.caption_da) == ("", "")
    assert (photo.work, photo.renditions, photo.uploaded_by) == ("waiting", [], cast.photo_editor)
    assert files(media_root) == names(photo)
    assert (media_root / str(photo.file)).read_bytes() == data


def test_the_original_file_is_a_row_of_its_own(cast: Cast) -> None:
    photo = take_in(JPEG, filename="dawn.jpg", by=cast.photo_editor).photo
    original = photo.originals.get()
    assert original.stem == f"{photo.sha256[:2]}/{photo.sha256[:24]}"
    assert (original.sha256, original.file) == (photo.sha256, str(photo.file))
    assert (original.width, original.height, original.size) == (500, 300, len(JPEG))
    assert (original.filename, original.uploaded_by) == ("dawn.jpg", cast.photo_editor)


@pytest.mark.parametrize("kind", ["bytes", "path", "upload"])
def test_it_may_come_as_bytes_as_a_path_or_as_an_upload(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "dawn.jpg"
    path.write_bytes(JPEG)
    source: Any = {"bytes": JPEG, "path": path, "upload": SimpleUploadedFile("dawn.jpg", JPEG)}
    photo = take_in(source[kind], filename="dawn.jpg", by=None).photo
    with photo.file.open() as stored:
        assert stored.read() == JPEG
    assert path.read_bytes() == JPEG


def test_the_same_bytes_are_the_same_photo(media_root: Path) -> None:
    first = take_in(JPEG, filename="dawn.jpg", by=None)
    kept = residue(media_root)
    again = take_in(JPEG, filename="copy of dawn.jpg", by=None)
    assert (again.photo, again.created) == (first.photo, False)
    assert Photo.objects.get().filename == "dawn.jpg"
    assert residue(media_root) == kept


def test_nearly_the_same_picture_is_named() -> None:
    first = take_in(develop(scene(1)), filename="dawn.jpg", by=None).photo
    smaller = take_in(encode(scene(1, 240, 160), "WEBP"), filename="small.webp", by=None)
    other = take_in(encode(scene(2)), filename="other.jpg", by=None)
    assert (smaller.created, smaller.looks_like, other.looks_like) == (True, first, None)


@pytest.mark.parametrize(
    ("kind", "suffix"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp"), ("AVIF", "avif")]
)
def test_the_content_says_what_it_is_and_not_the_name(kind: str, suffix: str) -> None:
    photo = take_in(encode(quarters(), kind), filename="picture.exe", by=None).photo
    assert photo.file.name == f"originals/{photo.sha256[:2]}/{photo.sha256}.{suffix}"


def test_too_many_bytes_are_refused(media_root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "MAX_BYTES", len(JPEG))
    examine(JPEG)
    for source in (JPEG + b"\0", SimpleUploadedFile("dawn.jpg", JPEG + b"\0")):
        with pytest.raises(PhotoRefused, match=r"^The file is larger than 0 MB\."):
            take_in(source, filename="dawn.jpg", by=None)
    assert residue(media_root) == set()


def test_examining_stores_nothing(media_root: Path) -> None:
    examine(JPEG)
    assert (residue(media_root), Photo.objects.exists()) == (set(), False)


# --- What goes wrong -----------------------------------------------------------------------------


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
@pytest.mark.parametrize("last", [False, True], ids=["at once", "at the last file"])
def test_a_full_disk_is_told_and_nothing_is_left(
    media_root: Path, monkeypatch: pytest.MonkeyPatch, number: int, last: bool
) -> None:
    settle = storage.settle

    def full(path: Path) -> None:
        if not last or any(name.startswith("originals/") for name in files(media_root)):
            raise OSError(number, "no room")
        settle(path)

    monkeypatch.setattr(storage, "settle", full)
    with pytest.raises(DiskFull, match=r"^The disk is full"):
        take_in(JPEG, filename="dawn.jpg", by=None)
    assert (residue(media_root), Photo.objects.exists()) == (set(), False)


@pytest.mark.parametrize("what", [Photo, Original])
def test_a_failure_of_the_database_leaves_no_file(
    media_root: Path, monkeypatch: pytest.MonkeyPatch, what: type
) -> None:
    def down(*args: Any, **fields: Any) -> None:
        raise RuntimeError("database gone")

    with monkeypatch.context() as patched:
        patched.setattr(what, "save", down)
        with pytest.raises(RuntimeError, match="database gone"):
            take_in(JPEG, filename="dawn.jpg", by=None)
    assert (residue(media_root), Photo.objects.exists()) == (set(), False)
    assert take_in(JPEG, filename="dawn.jpg", by=None).created


@pytest.mark.django_db(transaction=True)
def test_two_who_bring_the_same_file_at_once_get_one_photo(media_root: Path) -> None:
    results: list[Any] = []
    start = threading.Barrier(2)

    def bring() -> None:
        start.wait()
        try:
            results.append(take_in(JPEG, filename="dawn.jpg", by=None))
        finally:
            connection.close()

    threads = [threading.Thread(target=bring) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    photo = Photo.objects.get()
    assert [each.photo for each in results] == [photo, photo]
    assert sorted(each.created for each in results) == [False, True]
    assert residue(media_root) == names(photo)


# --- A corrected file ----------------------------------------------------------------------------


def test_a_corrected_file_takes_the_place_of_the_first(cast: Cast, media_root: Path) -> None:
    photo = take_in(JPEG, filename="dawn.jpg", by=None).photo
    before = names(photo)
    photo.byline, photo.alt_en = "Signe Brandt", "A jetty."
    photo.renditions = [{"format": "jpeg", "width": 400, "height": 240, "name": "ab/x.jpg"}]
    photo.work = Photo.Work.READY
    photo.save()
    replaced = replace_file(photo, OTHER, filename="better.png", by=cast.photo_editor)
    photo.refresh_from_db()
    assert (replaced.photo, replaced.created) == (photo, True)
    assert (photo.filename, photo.width, photo.height, photo.work) == (
        "better.png",
        300,
        500,
        "waiting",
    )
    assert (photo.byline, photo.alt_en, photo.size) == ("Signe Brandt", "A jetty.", len(OTHER))
    assert photo.renditions[0]["name"] == "ab/x.jpg"  # readers have it until the new ones are made
    assert [each.filename for each in photo.originals.all()] == ["better.png", "dawn.jpg"]
    assert files(media_root) == before | names(photo, "png")


def test_the_first_file_can_come_back(media_root: Path) -> None:
    photo = take_in(JPEG, filename="dawn.jpg", by=None).photo
    replace_file(photo, OTHER, filename="better.png", by=None)
    replace_file(photo, JPEG, filename="dawn.jpg", by=None)
    photo.refresh_from_db()
    assert (photo.filename, photo.originals.first().sha256) == ("dawn.jpg", photo.sha256)
    assert photo.originals.count() == 2
    assert take_in(OTHER, filename="again.png", by=None).photo == photo


def test_the_file_that_it_has_changes_nothing() -> None:
    photo = take_in(JPEG, filename="dawn.jpg", by=None).photo
    assert not replace_file(photo, JPEG, filename="dawn (1).jpg", by=None).created
    assert photo.originals.count() == 1


def test_another_photo_s_file_is_refused(media_root: Path) -> None:
    photo = take_in(JPEG, filename="dawn.jpg", by=None).photo
    other = take_in(OTHER, filename="other.png", by=None).photo
    kept = residue(media_root)
    message = f"That file is photo {other.pk} of the library. Use that one instead."
    with pytest.raises(PhotoRefused, match=f"^{re.escape(message)}$"):
        replace_file(photo, OTHER, filename="other.png", by=None)
    assert residue(media_root) == kept


def test_what_was_taken_down_gets_no_other_file() -> None:
    photo = take_in(JPEG, filename="dawn.jpg", by=None).photo
    photo.taken_down_at = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
    with pytest.raises(PhotoRefused, match=r"^The photo is taken down\."):
        replace_file(photo, OTHER, filename="better.png", by=None)


def test_a_refused_correction_changes_nothing(media_root: Path) -> None:
    photo = take_in(JPEG, filename="dawn.jpg", by=None).photo
    kept = residue(media_root)
    with pytest.raises(PhotoRefused, match="damaged"):
        replace_file(photo, OTHER[:-60], filename="better.png", by=None)
    assert (residue(media_root), photo.originals.count()) == (kept, 1)
