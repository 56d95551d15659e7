"""A corrected photo is corrected on every page that shows it, and the desk says on which."""

import json
from typing import Any

import pytest

from articles.desk.photos.reissuing import progress_address
from articles.models import generation
from articles.models.edition import Edition
from articles.models.photo import ImageCredit, Photo
from articles.photos import queue
from articles.photos.intake import take_in
from tests import newsroom
from tests.cast import Cast
from tests.desk.desk import Desk, Page
from tests.photos.pictures import encode, quarters
from tests.reader.dom import parse

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]
PROGRESS = "/admin/articles/photo/progress/"


@pytest.fixture
def desk(cast: Cast) -> Desk:
    return Desk(cast.photo_editor)


def on_pages(count: int, **fields: Any) -> Photo:
    """A photo on `count` live English pages."""
    photo = newsroom.photo(**fields)
    for number in range(count):
        article = newsroom.article(f"Story {number}", f"Historie {number}")
        article.slides.update(photo=photo)
        newsroom.publish(article, "en")
    return photo


def opened(desk: Desk, photo: Photo) -> Page:
    return desk.open(f"/admin/articles/photo/{photo.pk}/change/", form="photo_form")


def reader_sees(address: str) -> str:
    generation.forget()  # a test's transaction never commits, so nothing else says so
    return Desk(None).open(address).root.text


def test_a_corrected_credit_is_on_the_page_at_the_next_request(desk: Desk) -> None:
    photo = on_pages(1)
    assert "Photo: Signe Brandt/Kystfoto" in reader_sees("/en/health/story-0/")
    page = desk.send(opened(desk, photo), byline="Jane Doe")
    assert page.notes[0].startswith(f"“{photo.caption_en}” is saved. 1 page was reissued:")
    assert page.root.one("ul.reissued a")["href"] == "/en/health/story-0/"
    text = reader_sees("/en/health/story-0/")
    assert "Photo: Jane Doe/Kystfoto" in text and "Signe Brandt" not in text


def test_the_older_edition_still_shows_what_was_published(desk: Desk) -> None:
    photo = on_pages(1)
    desk.send(opened(desk, photo), byline="Jane Doe")
    first, second = Edition.objects.order_by("number")
    assert second.kind == Edition.Kind.REISSUE
    for edition, name in ((first, "Signe Brandt"), (second, "Jane Doe")):
        page = desk.open(f"/admin/articles/article/{edition.article_id}/editions/{edition.pk}/")
        assert f"Photo: {name}/Kystfoto" in page.root.text


def test_what_no_page_shows_makes_no_edition(desk: Desk) -> None:
    photo = on_pages(1)
    page = desk.send(opened(desk, photo), licence_ref="2026-114", basis="stock")
    assert page.notes == [f"“{photo.caption_en}” is saved."]
    assert Edition.objects.count() == 1
    assert not Photo.objects.get(pk=photo.pk).pages_due


def test_the_button_knows_how_many_pages_each_language_has(desk: Desk) -> None:
    photo = on_pages(2)
    labels = json.loads(opened(desk, photo).root.one("button[id=save]")["data-labels"])
    assert labels == {
        "en": "Save, and reissue 2 pages",
        "da": "Save",
        "both": "Save, and reissue 2 pages",
    }


def test_a_moved_focal_point_cuts_the_share_picture_anew(desk: Desk) -> None:
    photo = take_in(encode(quarters(900, 900)), filename="jetty.jpg", by=None).photo
    assert queue.run_one()
    before = Photo.objects.get(pk=photo.pk).renditions
    desk.send(opened(desk, photo), focal_y="0")
    assert Photo.objects.get(pk=photo.pk).renditions == before
    assert queue.run_one()
    after = Photo.objects.get(pk=photo.pk).renditions
    differ = [new["format"] for old, new in zip(before, after, strict=True) if old != new]
    assert differ == ["share"]


# --- Many pages ----------------------------------------------------------------------------------


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> Photo:
    """More pages than one request should make: seven, where five are the most."""
    for module in ("reissuing", "progress"):
        monkeypatch.setattr(f"articles.desk.photos.{module}.AT_ONCE", 5)
    return on_pages(7)


def test_many_pages_are_left_to_a_screen_with_a_bar(desk: Desk, many: Photo) -> None:
    page = desk.send(opened(desk, many), byline="Jane Doe", form="step")
    assert page.address.startswith(f"{PROGRESS}?photo={many.pk}&since=")
    assert page.root.one("progress")["value"] == "0"
    assert page.root.one("[role=status]").text == "0 of 7 pages are up to date."
    page = desk.send(page, button="", form="step")
    assert page.root.one("[role=status]").text == "5 of 7 pages are up to date."
    page = desk.send(desk.open(page.address, form="step"), button="", form="step")
    assert page.root.one("[role=status]").text == "7 of 7 pages are up to date."
    assert len(page.root.texts("ol.pages li")) == 7
    assert page.root.texts("form[id=step] a") == ["Go on"]


def test_script_goes_on_step_by_step(desk: Desk, many: Photo) -> None:
    page = desk.send(opened(desk, many), byline="Jane Doe")
    json_please = {"accept": "application/json"}
    first = desk.client.post(page.address, headers=json_please).json()
    second = desk.client.post(page.address, headers=json_please).json()
    third = desk.client.post(page.address, headers=json_please).json()
    assert [len(each["made"]) for each in (first, second, third)] == [5, 2, 0]
    assert [each["left"] for each in (first, second, third)] == [2, 0, 0]
    assert first["made"][0] == {
        "language": "en",
        "address": "/en/health/story-0/",
        "headline": "Story 0",
    }


def test_a_credit_that_was_renamed_brings_its_pages_up_to_date(desk: Desk) -> None:
    photo = on_pages(2)
    assert photo.credit is not None
    ImageCredit.objects.filter(pk=photo.credit.pk).update(name="Kyst Foto")
    page = desk.open(desk_address(desk, f"?credit={photo.credit.pk}"), form="step")
    assert page.root.one("[role=status]").text == "0 of 2 pages are up to date."
    desk.send(page, button="", form="step")
    assert "Kyst Foto" in reader_sees("/en/health/story-1/")


def desk_address(desk: Desk, query: str) -> str:
    """Where the screen leads at once: to an address that says since when."""
    address = desk.client.get(f"{PROGRESS}{query}")["Location"]
    assert "since=" in address
    return address


def test_a_thousand_photos_fit_into_one_address(desk: Desk, many: Photo) -> None:
    others = range(10_000, 10_000 + 999)
    address = progress_address(
        [many.pk, *others], since="2026-11-23T12:00:00+00:00", back="/admin/"
    )
    assert len(address) < 8_000  # what nginx takes by default is 8 kB
    Photo.objects.filter(pk=many.pk).update(byline="Jane Doe")
    page = parse(desk.client.get(address).content.decode())
    assert page.one("form[id=step] a")["href"] == "/admin/"
    assert page.one("[role=status]").text == "7 of 14 pages are up to date."


def test_the_way_back_leads_nowhere_else(desk: Desk) -> None:
    for back in ("https://example.org/", "//example.org/", "javascript:alert(1)", "/\\example.org"):
        query = f"?photo=1&since=2026-11-23T12:00:00Z&back={back}"
        page = parse(desk.client.get(f"{PROGRESS}{query}").content.decode())
        assert page.one("form[id=step] a")["href"] == "/admin/articles/photo/", back


@pytest.mark.parametrize(
    "query", ["?photo=x", "?photo=", "?photo=99999999999999999999", "?credit=x", "?since=never"]
)
def test_an_address_that_says_nothing_does_nothing(desk: Desk, query: str) -> None:
    response = desk.client.get(f"{PROGRESS}{query}", follow=True)
    assert response.status_code == 200
    page = parse(response.content.decode())
    assert page.one("[role=status]").text == "No page is waiting."
