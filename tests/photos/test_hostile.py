"""Files made to break us, through the intake and through the real upload: none does, none stays."""

import resource
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.models.photo import Photo
from articles.photos.errors import PhotoRefused
from articles.photos.intake import examine
from tests.cast import hire
from tests.desk.desk import Desk
from tests.photos import hostile
from tests.photos.disk import residue
from tests.photos.pictures import encode, png_that_claims, quarters, scene

pytestmark = [pytest.mark.django_db, pytest.mark.decoder, pytest.mark.one_engine]

SECONDS = 5
SEND = "Send a JPEG, PNG, WebP, AVIF or HEIC."
DAMAGED = "The file is damaged. Export the picture again and upload the new file."
MOVING = "Moving pictures are not taken. Save one frame and upload that."
FILES = {
    "jpeg": encode(scene(1)),
    "progressive": encode(scene(1), progressive=True),
    "png": encode(scene(1), "PNG"),
    "webp": encode(scene(1), "WEBP"),
    "avif": encode(scene(1), "AVIF"),
    "heic": hostile.heic(scene(1)),
}


def worked() -> float:
    """Seconds that processes of ours have worked: what a busy machine does not change."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def outcome(data: bytes, media_root: Path) -> str:
    """What `examine` says ("" if the file is taken), after looking at the work done and the disk."""
    before = worked()
    try:
        examine(data)
        said = ""
    except PhotoRefused as refusal:
        said = str(refusal)
    assert worked() - before < SECONDS
    assert residue(media_root) == set()
    return said


def moving(kind: str) -> bytes:
    frames = [quarters(), quarters().rotate(180)]
    return encode(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)


@pytest.mark.parametrize("name", hostile.EITHER)
def test_hostile_files_end_soon_and_leave_nothing(name: str, media_root: Path) -> None:
    said = outcome(hostile.EITHER[name](), media_root)
    assert said == "" or said.startswith(("The file is damaged", "The picture takes too", "This "))


@pytest.mark.parametrize("name", hostile.TAKEN)
def test_odd_files_are_pictures_all_the_same(name: str, media_root: Path) -> None:
    make, size = hostile.TAKEN[name]
    desk = Desk(hire().photo_editor)
    answer = desk.client.post(
        "/admin/articles/photo/add/",
        {"file": SimpleUploadedFile("picture", make())},
        headers={"accept": "application/json"},
    )
    photo = Photo.objects.get()
    assert (answer.status_code, (photo.width, photo.height)) == (200, size)
    assert len(residue(media_root)) == 2


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(moving("WEBP"), MOVING, id="animated webp"),
        pytest.param(moving("PNG"), MOVING, id="animated png"),
        pytest.param(moving("AVIF"), MOVING, id="animated avif"),
        pytest.param(
            png_that_claims(20_000, 5_001),
            "This PNG has 100.1 million pixels; the limit for PNG is 60. Save it as JPEG, or smaller.",
            id="large png",
        ),
        pytest.param(
            hostile.frame(encode(quarters()), 65_000, 65_000),
            "The picture has 4225.0 million pixels; the limit is 100. Save it smaller and try again.",
            id="huge jpeg",
        ),
        pytest.param(
            hostile.frame(encode(scene(1), progressive=True, subsampling=0), 9_000, 9_000),
            "This progressive JPEG has 81.0 million pixels; the limit for such is 40. "
            "Save it without “progressive”, or smaller.",
            id="large progressive jpeg",
        ),
        pytest.param(
            hostile.webp_that_claims(9_000, 9_000),
            "This WebP has 81.0 million pixels; the limit for WebP is 20. Save it as JPEG, or smaller.",
            id="large webp",
        ),
        pytest.param(
            hostile.rewritten(FILES["avif"], b"ispe", 9_000, 9_000),
            "This AVIF has 81.0 million pixels; the limit for AVIF is 36. Save it as JPEG, or smaller.",
            id="large avif",
        ),
        pytest.param(
            png_that_claims(30_001, 1_600),
            "The picture is 30001 pixels long; the limit is 30000. Crop it or save it smaller.",
            id="long",
        ),
        pytest.param(
            encode(quarters(2100, 100)),
            "The picture is 2100 × 100 pixels: too narrow to be shown. Crop it to at most 20 times "
            "as long as wide.",
            id="narrow",
        ),
        pytest.param(
            encode(quarters(1, 1)),
            "The picture is 1 × 1 pixels. Less than 8 is too small to show.",
            id="dot",
        ),
    ],
)
def test_what_is_over_a_limit_is_told_with_its_figure(
    data: bytes, message: str, media_root: Path
) -> None:
    assert outcome(data, media_root) == message


@pytest.mark.parametrize("kind", FILES)
def test_a_file_that_was_cut_short_is_damaged(kind: str, media_root: Path) -> None:
    data = FILES[kind]
    offsets = [9, 40, len(data) // 3, len(data) * 2 // 3, len(data) - 40]
    for offset in offsets:
        said = outcome(data[:offset], media_root)
        assert said in (DAMAGED, f"This is not a picture that we know. {SEND}"), offset


@pytest.mark.parametrize("kind", FILES)
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(flips=st.lists(st.tuples(st.floats(0, 0.999), st.integers(1, 255)), min_size=1, max_size=20))
def test_flipped_bits_do_no_harm(
    kind: str, media_root: Path, flips: list[tuple[float, int]]
) -> None:
    data = bytearray(FILES[kind])
    for place, mask in flips:
        data[int(place * len(data))] ^= mask
    outcome(bytes(data), media_root)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_heic_is_set_upright(orientation: int) -> None:
    image = quarters(100, 60)
    turn = image.getexif()
    turn[0x0112] = orientation
    assert uploaded(hostile.heic(image, exif=turn.tobytes())).status_code == 200
    photo = Photo.objects.get()
    assert (photo.width, photo.height) == ((100, 60) if orientation < 5 else (60, 100))


def uploaded(data: bytes, name: str = "picture.jpg"):  # type: ignore[no-untyped-def]
    return Desk(hire().photo_editor).client.post(
        "/admin/articles/photo/add/",
        {"file": SimpleUploadedFile(name, data)},
        headers={"accept": "application/json"},
    )


@pytest.mark.parametrize("name", ["exif that names itself", "png, text of 150 MB", "deep xmp"])
def test_hostile_files_are_an_answer_of_the_upload_and_no_error(
    name: str, media_root: Path
) -> None:
    answer = uploaded(hostile.EITHER[name]())
    assert answer.status_code in (200, 422)
    stored = Photo.objects.count()
    assert (answer.status_code == 200) == bool(stored)
    assert len(residue(media_root)) == 2 * stored


def test_what_the_upload_refuses_leaves_nothing(media_root: Path) -> None:
    answer = uploaded(b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    assert answer.status_code == 422
    assert f"This is an SVG drawing. {SEND}" in answer.content.decode()
    assert (residue(media_root), Photo.objects.exists()) == (set(), False)
