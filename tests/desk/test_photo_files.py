"""A photo's private files: pictures for the desk, originals to be saved, a corrected file."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from articles.models.photo import Photo
from articles.photos import queue
from articles.photos.intake import take_in
from tests import newsroom
from tests.cast import Cast
from tests.desk.desk import Desk, Page, said
from tests.photos.pictures import encode, quarters
from tests.reader.dom import parse

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


@pytest.fixture
def desk(cast: Cast) -> Desk:
    return Desk(cast.photo_editor)


@pytest.fixture
def photo(cast: Cast) -> Photo:
    return take_in(encode(quarters(900, 600)), filename="jetty.jpg", by=cast.photo_editor).photo


def address(photo: Photo, what: str) -> str:
    return f"/admin/articles/photo/{photo.pk}/{what}/"


def picture(desk: Desk, path: str) -> Iterator[Any]:
    response = desk.client.get(path)
    yield response["Content-Type"]
    yield b"".join(response)  # type: ignore[arg-type]


def width_of(desk: Desk, path: str) -> int:
    import io

    kind, data = picture(desk, path)
    assert kind == "image/jpeg"
    return Image.open(io.BytesIO(data)).width


# --- Pictures ------------------------------------------------------------------------------------


def test_a_photo_in_work_is_seen_at_the_desk_already(desk: Desk, photo: Photo) -> None:
    assert photo.work == Photo.Work.WAITING
    assert width_of(desk, address(photo, "thumbnail")) == 480
    assert width_of(desk, address(photo, "preview")) == 480
    assert queue.run_one()
    assert width_of(desk, address(photo, "preview")) == 900


def test_what_is_not_there_is_an_empty_frame(desk: Desk) -> None:
    kind, data = picture(desk, address(newsroom.photo(), "thumbnail"))
    assert (kind, data[:4]) == ("image/svg+xml", b"<svg")


def test_they_are_private_and_kept_by_the_browser_for_a_while(desk: Desk, photo: Photo) -> None:
    response = desk.client.get(address(photo, "thumbnail"))
    b"".join(response)  # type: ignore[arg-type]
    assert response["Cache-Control"] == "private, max-age=3600"


# --- Originals -----------------------------------------------------------------------------------


def test_who_saves_an_original_is_noted(desk: Desk, cast: Cast, photo: Photo) -> None:
    response = desk.client.get(address(photo, "original"))
    assert b"".join(response) == encode(quarters(900, 600))  # type: ignore[arg-type]
    entry = LogEntry.objects.get()
    assert entry.user == cast.photo_editor
    assert entry.change_message == "Downloaded the original file jetty.jpg."
    b"".join(desk.client.head(address(photo, "original")))  # type: ignore[arg-type]
    assert LogEntry.objects.count() == 1


def test_a_file_that_is_lost_is_not_found(desk: Desk) -> None:
    assert desk.client.get(address(newsroom.photo(), "original")).status_code == 404


# --- A corrected file ----------------------------------------------------------------------------


def replace(desk: Desk, photo: Photo, data: bytes, **typed: str) -> Page:
    file = SimpleUploadedFile("better.jpg", data, content_type="image/jpeg")
    path = address(photo, "replace")
    response = desk.client.post(path, {"file": file, **typed}, follow=True)
    there = response.redirect_chain[-1][0] if response.redirect_chain else path
    return Page(there, response.status_code, parse(response.content.decode()))


def test_a_corrected_file_takes_the_place_of_the_first(desk: Desk, photo: Photo) -> None:
    page = replace(desk, photo, encode(quarters(1200, 800)))
    assert page.address == address(photo, "change")
    assert page.notes == ["The file is replaced; its renditions are being made."]
    assert said(photo, "width", "filename", "work") == (1200, "better.jpg", "waiting")
    assert page.root.texts("ul.earlier a") == ["jetty.jpg"]
    assert LogEntry.objects.latest("pk").change_message == "Replaced the file by better.jpg."


def test_the_earlier_file_can_come_back(desk: Desk, photo: Photo) -> None:
    replace(desk, photo, encode(quarters(1200, 800)))
    earlier = photo.originals.get(width=900)
    kind, data = picture(desk, address(photo, f"original/{earlier.pk}/thumbnail"))
    assert kind == "image/jpeg" and data
    desk.client.post(address(photo, "replace"), {"back": earlier.pk})
    assert said(photo, "width", "filename") == (900, "jetty.jpg")


def test_the_same_file_changes_nothing(desk: Desk, photo: Photo) -> None:
    page = replace(desk, photo, encode(quarters(900, 600)))
    assert page.notes == ["It has this very file already. Nothing was changed."]
    assert photo.originals.count() == 1


def test_a_file_that_looks_like_another_picture_is_asked_about(desk: Desk, photo: Photo) -> None:
    unlike = encode(quarters(900, 600).transpose(Image.Transpose.FLIP_LEFT_RIGHT))
    page = replace(desk, photo, unlike)
    assert page.status == 422
    assert page.errors == ["This looks like another picture. Choose it again if it is."]
    assert said(photo, "filename") == ("jetty.jpg",)
    page = replace(desk, photo, unlike, sure="on")
    assert said(photo, "filename") == ("better.jpg",)


def test_what_is_no_picture_is_refused(desk: Desk, photo: Photo) -> None:
    page = replace(desk, photo, b"%PDF-1.7 not a picture")
    assert page.status == 422 and page.errors
    assert said(photo, "filename") == ("jetty.jpg",)


def test_another_photo_of_the_library_is_refused(desk: Desk, photo: Photo) -> None:
    data = encode(quarters(640, 480))
    other = take_in(data, filename="other.jpg", by=None).photo
    page = replace(desk, photo, data, sure="on")
    assert page.errors == [f"That file is photo {other.pk} of the library. Use that one instead."]


def test_another_shape_is_a_reason_to_look_at_the_crops(desk: Desk, photo: Photo) -> None:
    page = replace(desk, photo, encode(quarters(900, 700)), sure="on")
    assert page.notes[1] == "The new file has another shape. Look at the focal point."


# --- How far the public files are ----------------------------------------------------------------


def test_how_far_its_files_are_is_told_in_a_few_bytes(desk: Desk, photo: Photo) -> None:
    path = address(photo, "state")
    assert desk.client.get(path).json() == {
        "level": "due",
        "text": "Waiting",
        "open": True,
        "error": "",
    }
    assert queue.run_one()
    answer = desk.client.get(path).json()
    made = len(Photo.objects.get(pk=photo.pk).renditions)
    assert (answer["text"], answer["open"]) == (f"{made} of {made} made", False)


def test_what_failed_is_tried_again(desk: Desk, photo: Photo) -> None:
    newsroom.change(photo, work="failed", work_tries=5, work_error="The server’s disk is full.")
    page = desk.open(address(photo, "change"))
    assert page.root.one("button[form=again]").text == "Try again"
    desk.client.post(address(photo, "try-again"))
    assert said(photo, "work", "work_tries", "work_error") == ("waiting", 0, "")
    newsroom.change(photo, work="ready")
    desk.client.post(address(photo, "try-again"))
    assert said(photo, "work") == ("ready",)


@pytest.mark.parametrize("where", ["original/1", "original/1/thumbnail", "take-down/1", "state"])
def test_a_number_beyond_all_numbers_is_no_photo(desk: Desk, where: str) -> None:
    response = desk.client.get(f"/admin/articles/photo/{'9' * 20}/{where}/")
    assert response.status_code == 404
