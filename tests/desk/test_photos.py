"""Photos come in, once each; what cannot be taken is refused with a reason."""

import io
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from articles.models.photo import Photo
from articles.models.staff import User
from tests import newsroom
from tests.cast import Cast
from tests.desk.desk import Desk, Page, said
from tests.reader.dom import parse

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]
ADD = "/admin/articles/photo/add/"


def picture(colour: str = "navy", size: tuple[int, int] = (640, 400)) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", size, colour).save(data, "JPEG")
    return data.getvalue()


def upload(desk: Desk, data: bytes, name: str = "jetty.jpg", **more: str) -> Page:
    file = SimpleUploadedFile(name, data, content_type="image/jpeg")
    response = desk.client.post(ADD, {"file": file, **more}, follow=True)
    address = response.redirect_chain[-1][0] if response.redirect_chain else ADD
    return Page(address, response.status_code, parse(response.content.decode()))


def fates(page: Page) -> list[str]:
    """What is said of each file, in their order."""
    return page.root.texts(".ulist .ans")


def test_a_photo_comes_in_and_asks_for_its_words(cast: Cast) -> None:
    page = upload(Desk(cast.photo_editor), picture())
    photo = Photo.objects.get()
    assert page.notes == ["1 photo stored."]
    assert fates(page) == [f"Stored as photo {photo.pk}."]
    onward = page.root.one(".onward a")["href"]
    assert onward == f"/admin/articles/photo/complete/?ids={photo.pk}"
    assert (photo.filename, photo.uploaded_by) == ("jetty.jpg", cast.photo_editor)


def test_the_same_file_twice_is_the_same_photo(cast: Cast) -> None:
    desk = Desk(cast.photo_editor)
    upload(desk, picture())
    page = upload(desk, picture(), "again.jpg")
    assert fates(page) == [f"Same file as photo {Photo.objects.get().pk}. Nothing stored twice."]
    assert not page.root.all(".onward a")


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"%PDF-1.7 not a picture", "jetty.jpg", "This is a PDF. Send a JPEG"),
        (picture()[:600], "jetty.jpg", "The file is damaged."),
        (
            b"<svg xmlns='http://www.w3.org/2000/svg'/>",
            "x.jpg",
            "This is an SVG drawing. Send a JPEG",
        ),
        (b"", "empty.jpg", "The file is empty."),
    ],
)
def test_what_is_no_picture_is_refused_with_a_reason(
    cast: Cast, media_root: Path, data: bytes, name: str, reason: str
) -> None:
    page = upload(Desk(cast.photo_editor), data, name)
    assert page.status == 422
    (fate,) = fates(page)
    assert fate.startswith(f"Refused: {reason}")
    assert not Photo.objects.exists()
    assert [path for path in media_root.rglob("*") if path.is_file()] == []


def test_without_a_file_one_is_asked_for(cast: Cast) -> None:
    response = Desk(cast.photo_editor).client.post(ADD)
    assert parse(response.content.decode()).texts(".errornote") == ["Choose at least one file."]


def test_a_refusal_speaks_the_desks_language(cast: Cast) -> None:
    User.objects.filter(pk=cast.photo_editor.pk).update(interface_language="da")
    page = upload(Desk(User.objects.get(pk=cast.photo_editor.pk)), b"nothing")
    assert page.root.one("html")["lang"] == "da"
    assert fates(page)
    assert "picture" not in fates(page)[0]


def test_in_its_own_window_the_chooser_gets_the_new_photo(cast: Cast) -> None:
    page = upload(Desk(cast.photo_editor), picture(), _popup="1")
    photo = Photo.objects.get()
    answer = page.root.one("script[data-popup-response]")["data-popup-response"]
    assert f'"value": "{photo.pk}"' in answer


def test_words_and_rights_of_a_photo_are_written(cast: Cast) -> None:
    desk, photo = Desk(cast.photo_editor), newsroom.photo()
    page = desk.open(f"/admin/articles/photo/{photo.pk}/change/", form="photo_form")
    desk.send(page, alt_da="En badebro.", caption_en="The jetty.", basis="own", byline="S. Brandt")
    assert said(photo, "alt_da", "caption_en", "basis", "byline") == (
        "En badebro.",
        "The jetty.",
        "own",
        "S. Brandt",
    )


def test_the_original_is_a_file_to_be_saved(cast: Cast, media_root: Path) -> None:
    upload(Desk(cast.photo_editor), picture())
    photo = Photo.objects.get()
    response = Desk(cast.editor).client.get(f"/admin/articles/photo/{photo.pk}/original/")
    assert b"".join(response) == picture()
    assert response["Content-Disposition"] == 'attachment; filename="jetty.jpg"'
    assert response["Content-Type"] == "application/octet-stream"
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))


def test_no_address_leads_readers_to_an_original(cast: Cast) -> None:
    upload(Desk(cast.photo_editor), picture())
    name = Photo.objects.get().file.name
    assert Desk(None).open(f"/media/{name}").status == 404


@pytest.mark.django_db(transaction=True)
def test_a_photo_leaves_with_its_files(cast: Cast, media_root: Path) -> None:
    desk = Desk(cast.photo_editor)
    upload(desk, picture())
    assert [path for path in media_root.rglob("*") if path.is_file()] != []
    desk.client.post(f"/admin/articles/photo/{Photo.objects.get().pk}/delete/", {"post": "yes"})
    assert [path for path in media_root.rglob("*") if path.is_file()] == []


def test_a_photo_that_readers_see_can_not_be_deleted(cast: Cast) -> None:
    article = newsroom.live()
    photo = article.slides.all()[0].photo
    assert photo is not None
    article.slides.all().delete()
    response = Desk(cast.chief).client.post(
        f"/admin/articles/photo/{photo.pk}/delete/", {"post": "yes"}
    )
    assert response.status_code == 409
    assert Photo.objects.filter(pk=photo.pk).exists()
