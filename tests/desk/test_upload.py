"""What a script gets that sends one file per request, and what a form of many files gets."""

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from articles.models.photo import ImageCredit, Photo
from articles.models.staff import User
from tests import newsroom
from tests.cast import Cast
from tests.desk.desk import Desk
from tests.photos.pictures import encode, quarters, with_iptc
from tests.reader.dom import parse

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]
ADD = "/admin/articles/photo/add/"
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'/>"


def scene(seed: int, size: tuple[int, int] = (480, 320)) -> Image.Image:
    """A picture unlike those of other seeds: ten coarse patches."""
    picture = Image.new("RGB", (4, 4))
    picture.putdata([(seed * x * 37 % 256, seed * x * 91 % 256, x * 16) for x in range(16)])
    return picture.resize(size, Image.Resampling.BICUBIC)


def send(desk: Desk, *files: tuple[str, bytes], **more: str) -> Any:
    """As upload/send.js does it."""
    body = {"file": [SimpleUploadedFile(name, data) for name, data in files], **more}
    return desk.client.post(ADD, body, headers={"accept": "application/json"})


def test_a_stored_file_is_answered_with_its_photo_and_its_row(cast: Cast) -> None:
    ImageCredit.objects.create(name="Kystfoto")
    data = with_iptc(encode(scene(3)), creator="Søren Ærø".encode(), credit=b"KYSTFOTO")
    response = send(Desk(cast.photo_editor), ("jetty.jpg", data))
    photo = Photo.objects.get()
    told = response.json()
    row = parse(told.pop("row"))
    assert (response.status_code, told.pop("thumbnail").partition("?")[0]) == (
        200,
        f"/admin/articles/photo/{photo.pk}/thumbnail/",
    )
    said = "Read from the file: photographer and credit."
    number = f'<a href="/admin/articles/photo/{photo.pk}/change/">{photo.pk}</a>'
    assert told == {
        "status": "stored",
        "message": f"Stored as photo {photo.pk}. {said}",
        "answer": f"Stored as photo {number}. {said}",
        "photo": photo.pk,
        "number": str(photo.pk),
        "name": "jetty.jpg",
        "url": f"/admin/articles/photo/{photo.pk}/change/",
        "like": None,
        "read": ["photographer", "credit"],
        "again": False,
        "compare": "",
    }
    assert row.one(f'input[name="p{photo.pk}-byline"]')["value"] == "Søren Ærø"


def test_the_same_file_is_answered_with_the_photo_that_it_is(cast: Cast) -> None:
    desk, data = Desk(cast.photo_editor), encode(scene(3))
    send(desk, ("jetty.jpg", data))
    response = send(Desk(cast.editor), ("again.jpg", data))
    number = Photo.objects.get().pk
    told = response.json()
    assert (response.status_code, told["status"], told["row"]) == (200, "same", "")
    assert told["message"] == f"Same file as photo {number}. Nothing stored twice."


def test_what_one_sent_before_and_did_not_complete_has_its_row_again(cast: Cast) -> None:
    desk, data = Desk(cast.photo_editor), encode(scene(3))
    send(desk, ("jetty.jpg", data))  # and the answer is lost on its way
    told = send(desk, ("jetty.jpg", data)).json()
    assert told["status"] == "same"
    assert parse(told["row"]).one("div.photo-row")["data-photo"] == told["number"]


def test_a_picture_that_looks_the_same_is_stored_and_shown_beside_it(cast: Cast) -> None:
    desk = Desk(cast.photo_editor)
    send(desk, ("large.jpg", encode(scene(3, (960, 640)))))
    first = Photo.objects.get()
    told = send(desk, ("small.jpg", encode(scene(3, (480, 320)), quality=60))).json()
    new = Photo.objects.latest("pk")
    assert (told["status"], told["like"], told["photo"]) == ("similar", first.pk, new.pk)
    pair = parse(told["compare"])
    assert [each["src"].partition("?")[0] for each in pair.all("img")] == [
        f"/admin/articles/photo/{number}/preview/" for number in (first.pk, new.pk)
    ]
    assert pair.one("button[data-delete]")["data-delete"] == (
        f"/admin/articles/photo/{new.pk}/delete/"
    )


def test_who_may_not_delete_is_not_offered_it(cast: Cast) -> None:
    desk = Desk(cast.editor)
    send(desk, ("large.jpg", encode(scene(3, (960, 640)))))
    told = send(desk, ("small.jpg", encode(scene(3, (480, 320)), quality=60))).json()
    assert told["compare"]
    assert not parse(told["compare"]).all("button[data-delete]")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (SVG, "This is an SVG drawing. Send a JPEG, PNG, WebP, AVIF or HEIC."),
        (b"", "The file is empty. Look at the one you have, and send it again."),
        (
            encode(quarters())[:400],
            "The file is damaged. Export the picture again and upload the new file.",
        ),
    ],
)
def test_a_refused_file_says_why_and_leaves_nothing(
    cast: Cast, media_root: Path, data: bytes, reason: str
) -> None:
    response = send(Desk(cast.photo_editor), ("x.jpg", data))
    told = response.json()
    assert (response.status_code, told["status"], told["photo"]) == (422, "refused", None)
    assert told["message"] == told["answer"] == f"Refused: {reason}"
    assert [path for path in media_root.rglob("*") if path.is_file()] == []


def test_a_file_that_is_too_large_is_refused_unread(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("articles.desk.photos.upload.MAX_BYTES", 1000)
    response = send(Desk(cast.photo_editor), ("x.jpg", b"x" * 1001))
    assert (response.status_code, response.json()["status"]) == (413, "refused")


def test_a_file_that_was_taken_down_does_not_come_back(cast: Cast) -> None:
    desk, data = Desk(cast.photo_editor), encode(scene(3))
    send(desk, ("jetty.jpg", data))
    Photo.objects.update(taken_down_at=newsroom.MONDAY)
    told = send(desk, ("jetty.jpg", data)).json()
    assert (told["status"], told["photo"]) == ("refused", None)
    assert "was taken down" in told["message"]


@pytest.mark.parametrize("files", [[], [("a.jpg", SVG), ("b.jpg", SVG)]])
def test_a_request_holds_one_file(cast: Cast, files: list[tuple[str, bytes]]) -> None:
    response = send(Desk(cast.photo_editor), *files)
    assert (response.status_code, response.json()["status"]) == (422, "refused")


def test_an_answer_speaks_the_desks_language(cast: Cast) -> None:
    User.objects.filter(pk=cast.photo_editor.pk).update(interface_language="da")
    desk = Desk(User.objects.get(pk=cast.photo_editor.pk))
    told = send(desk, ("x.jpg", encode(quarters())[:400])).json()
    assert "damaged" not in told["message"]


@pytest.mark.parametrize("role", ["writer", "translator"])
def test_who_may_not_add_photos_sends_none(cast: Cast, role: str) -> None:
    assert send(Desk(getattr(cast, role)), ("x.jpg", encode(quarters()))).status_code == 403
    assert not Photo.objects.exists()


def test_a_stranger_is_sent_to_log_in(cast: Cast) -> None:
    response = send(Desk(cast.stranger), ("x.jpg", encode(quarters())))
    assert response["Location"].startswith("/admin/login/")


def test_without_the_pages_token_nothing_comes_in(cast: Cast) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.photo_editor)
    file = io.BytesIO(encode(quarters()))
    file.name = "x.jpg"
    assert client.post(ADD, {"file": file}).status_code == 403
    assert not Photo.objects.exists()


# --- Without script ------------------------------------------------------------------------------


def test_a_form_of_many_files_tells_each_ones_fate(cast: Cast) -> None:
    data = encode(scene(3))
    files = [("a.jpg", data), ("b.jpg", SVG), ("c.jpg", data), ("d.jpg", encode(scene(5)))]
    body = {"file": [SimpleUploadedFile(name, content) for name, content in files]}
    page = parse(Desk(cast.photo_editor).client.post(ADD, body).content.decode())
    first, last = Photo.objects.order_by("pk").values_list("pk", flat=True)
    assert list(zip(page.texts(".ulist .fn"), page.texts(".ulist .ans"), strict=True)) == [
        ("a.jpg", f"Stored as photo {first}."),
        ("b.jpg", "Refused: This is an SVG drawing. Send a JPEG, PNG, WebP, AVIF or HEIC."),
        ("c.jpg", f"Same file as photo {first}. Nothing stored twice."),
        ("d.jpg", f"Stored as photo {last}."),
    ]
    assert page.one(".onward a")["href"] == f"/admin/articles/photo/complete/?ids={first}%2C{last}"


def test_more_files_than_one_batch_are_told_so(cast: Cast) -> None:
    body = {"file": [SimpleUploadedFile(f"{n}.jpg", b"x") for n in range(201)]}
    response = Desk(cast.photo_editor).client.post(ADD, body)
    assert response.status_code == 422
    said = parse(response.content.decode()).texts(".errornote")
    assert said == ["Choose at most 200 files; these were 201."]


# --- The way there -------------------------------------------------------------------------------


def entries(desk: Desk, address: str) -> dict[str, bool]:
    """The entries of the photo desk in the sidebar, and whether each is the current one."""
    page = parse(desk.client.get(address).content.decode())
    links = page.one('nav[id="nav-sidebar"]').all("th a")
    return {link.text: "aria-current" in link.attributes for link in links}


def test_uploading_stands_in_the_sidebar_for_who_may(cast: Cast) -> None:
    found = entries(Desk(cast.photo_editor), ADD)
    assert (found["Photos"], found["Upload"], found["Photo credits"]) == (False, True, False)
    assert entries(Desk(cast.photo_editor), "/admin/articles/photo/")["Photos"]
    assert "Upload" not in entries(Desk(cast.writer), "/admin/articles/photo/")


def test_the_screen_says_how_many_of_ones_own_are_not_complete(cast: Cast) -> None:
    newsroom.photo(uploaded_by=cast.photo_editor)  # our right to it is not known
    page = parse(Desk(cast.photo_editor).client.get(ADD).content.decode())
    assert page.texts(".object-tools li") == ["1 of yours is not complete", "All photos"]
