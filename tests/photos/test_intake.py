"""A file comes in whole or not at all, and is judged by its content."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from PIL import Image, ImageFile

from articles.models.photo import ImageCredit, Photo
from articles.photos import intake
from articles.photos.errors import PhotoRefused
from articles.photos.intake import examine, take_in
from tests.cast import Cast, hire
from tests.photos.pictures import encode, png_that_claims, quarters, with_iptc

pytestmark = pytest.mark.django_db

JPEG = encode(quarters(500, 300))
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
UNREADABLE = "This is not a picture we can read. Send a JPEG, PNG, WebP or AVIF file."
DAMAGED = "The file is damaged. Export the picture again and upload the new file."
TOO_MANY = "The picture has more than 100 million pixels. Save it smaller and try again."
MOVING = "Moving pictures are not taken. Save one frame and upload that."
NARROW = "The picture is too narrow to be shown. Crop it and try again."


def animated(kind: str) -> bytes:
    frames = [quarters(), quarters().rotate(180)]
    return encode(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)


@pytest.fixture
def cast(db: None) -> Cast:
    return hire()


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_a_photo_with_what_its_file_says(cast: Cast, media_root: Path) -> None:
    credit = ImageCredit.objects.create(name="Linse & Lys")
    data = with_iptc(
        JPEG,
        creator=b"Signe Brandt",
        credit=b"linse & lys",
        copyright="© Linse & Lys".encode(),
        caption=b"At dawn.",
    )
    taken = take_in(data, filename="../../etc/dawn.jpg", by=cast.photo_editor)
    photo = Photo.objects.get()
    assert (taken.photo, taken.created) == (photo, True)
    assert (photo.filename, photo.width, photo.height) == ("dawn.jpg", 500, 300)
    assert (photo.byline, photo.credit, photo.copyright_notice) == (
        "Signe Brandt",
        credit,
        "© Linse & Lys",
    )
    assert photo.metadata == {"caption": "At dawn.", "credit": "linse & lys"}
    assert photo.uploaded_by == cast.photo_editor
    stem = f"{photo.sha256[:2]}/{photo.sha256[:24]}"
    assert photo.renditions == [
        {"format": kind, "width": width, "height": height, "name": f"{stem}-{width}.{suffix}"}
        for width, height in [(500, 300), (400, 240)]
        for kind, suffix in [("avif", "avif"), ("jpeg", "jpg")]
    ]
    original = f"originals/{photo.sha256[:2]}/{photo.sha256}.jpg"
    assert photo.file.name == original
    assert files(media_root) == {
        original,
        *(f"renditions/{each['name']}" for each in photo.renditions),
    }
    assert (media_root / original).read_bytes() == data


def test_the_same_bytes_are_the_same_photo(media_root: Path) -> None:
    first = take_in(JPEG, filename="dawn.jpg", by=None)
    kept = files(media_root)
    again = take_in(JPEG, filename="copy of dawn.jpg", by=None)
    assert (again.photo, again.created) == (first.photo, False)
    assert Photo.objects.get().filename == "dawn.jpg"
    assert files(media_root) == kept


@pytest.mark.parametrize(
    ("kind", "suffix"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp"), ("AVIF", "avif")]
)
def test_the_content_says_what_it_is_and_not_the_name(kind: str, suffix: str) -> None:
    photo = take_in(encode(quarters(), kind), filename="picture.exe", by=None).photo
    assert photo.file.name == f"originals/{photo.sha256[:2]}/{photo.sha256}.{suffix}"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"", UNREADABLE, id="empty"),
        pytest.param(SVG, UNREADABLE, id="svg"),
        pytest.param(b"just text", UNREADABLE, id="text"),
        pytest.param(encode(quarters(), "GIF"), UNREADABLE, id="gif"),
        pytest.param(JPEG[: len(JPEG) // 2], DAMAGED, id="truncated jpeg"),
        pytest.param(encode(quarters(), "PNG")[:-60], DAMAGED, id="truncated png"),
        pytest.param(animated("WEBP"), MOVING, id="animated webp"),
        pytest.param(animated("PNG"), MOVING, id="animated png"),
        pytest.param(animated("AVIF"), MOVING, id="animated avif"),
        pytest.param(encode(quarters(2100, 100)), NARROW, id="narrow"),
        pytest.param(png_that_claims(20_000, 5_001), TOO_MANY, id="bomb"),
        pytest.param(png_that_claims(60_000, 60_000), TOO_MANY, id="huge bomb"),
    ],
)
def test_refused(data: bytes, message: str, media_root: Path) -> None:
    with pytest.raises(PhotoRefused, match=f"^{re.escape(message)}$"):
        examine(data)
    with pytest.raises(PhotoRefused, match=f"^{re.escape(message)}$"):
        take_in(data, filename="dawn.jpg", by=None)
    assert files(media_root) == set()
    assert not Photo.objects.exists()


def test_too_many_bytes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "MAX_BYTES", len(JPEG))
    examine(JPEG)
    with pytest.raises(PhotoRefused, match=r"^The file is larger than 40 MB\."):
        examine(JPEG + b"\0")


@pytest.mark.parametrize(("width", "height"), [(20_000, 5_001), (60_000, 60_000)])
def test_a_bomb_is_refused_before_a_pixel_is_decoded(
    monkeypatch: pytest.MonkeyPatch, width: int, height: int
) -> None:
    def decode(self: Image.Image, *args: Any) -> None:
        raise AssertionError("it was decoded")

    monkeypatch.setattr(ImageFile.ImageFile, "load", decode)
    with pytest.raises(PhotoRefused, match="100 million"):
        examine(png_that_claims(width, height))


def test_as_many_pixels_as_allowed_get_as_far_as_the_decoder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def decode(self: Image.Image, *args: Any) -> None:
        raise OSError("as far as here")

    monkeypatch.setattr(ImageFile.ImageFile, "load", decode)
    with pytest.raises(PhotoRefused, match=f"^{re.escape(DAMAGED)}$"):
        examine(png_that_claims(10_000, 10_000))


@pytest.mark.parametrize("halfway", [False, True], ids=["before writing", "halfway"])
def test_a_failure_at_the_last_file_leaves_none(
    media_root: Path, monkeypatch: pytest.MonkeyPatch, halfway: bool
) -> None:
    save = default_storage.save

    def full(name: str, content: Any, **options: Any) -> str:
        if not name.startswith("originals/"):
            return save(name, content, **options)
        assert len(files(media_root)) == 4  # all renditions are there
        if halfway:
            save(name, content, **options)
        raise OSError("No space left on device")

    monkeypatch.setattr(default_storage, "save", full)
    with pytest.raises(OSError, match="No space left"):
        take_in(JPEG, filename="dawn.jpg", by=None)
    assert files(media_root) == set()
    assert not Photo.objects.exists()


def test_a_failure_of_the_database_leaves_no_file(
    media_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def down(**fields: Any) -> None:
        raise RuntimeError("database gone")

    monkeypatch.setattr(Photo.objects, "create", down)
    with pytest.raises(RuntimeError, match="database gone"):
        take_in(JPEG, filename="dawn.jpg", by=None)
    assert files(media_root) == set()


def test_a_failed_photo_can_come_in_again(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(intake, "_record", lambda *a, **k: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            take_in(JPEG, filename="dawn.jpg", by=None)
    assert take_in(JPEG, filename="dawn.jpg", by=None).created
