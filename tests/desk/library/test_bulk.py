"""The same for many photos at once: asked, summed up, done, undone; and deleting them."""

from pathlib import Path
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry

from articles.models.edition import Edition
from articles.models.photo import ImageCredit, Photo
from tests import newsroom
from tests.cast import Cast
from tests.desk.desk import Desk, Page, said
from tests.desk.library.shelves import LIBRARY, library

pytestmark = pytest.mark.django_db
BULK, UNDO, REMOVE = (f"{LIBRARY}{name}/" for name in ("bulk", "undo", "remove"))


@pytest.fixture
def photos(cast: Cast) -> list[Photo]:
    return [newsroom.photo(basis="own", usage_terms="Once.") for _ in range(3)]


@pytest.fixture
def ritzau(cast: Cast) -> ImageCredit:
    return ImageCredit.objects.create(name="Ritzau Scanpix")


def ask(desk: Desk, photos: list[Photo], **typed: Any) -> Page:
    """What the bar under the library sends: the ticked photos and what was filled in."""
    data = {"_selected_action": [photo.pk for photo in photos], **typed}
    return desk._page(BULK, desk.client.post(BULK, data, follow=True), "bulk_form")


def agree(desk: Desk, page: Page) -> Page:
    return desk.send(page, form="bulk_form", button="confirm")


def change(desk: Desk, photos: list[Photo], **typed: Any) -> Page:
    return agree(desk, ask(desk, photos, **typed))


def undo(desk: Desk) -> Page:
    return desk._page(LIBRARY, desk.client.post(UNDO, follow=True), "")


def test_it_says_what_would_change_and_changes_nothing_yet(
    signe: Desk, photos: list[Photo], ritzau: ImageCredit
) -> None:
    newsroom.change(photos[0], credit=ritzau)
    page = ask(signe, photos, credit=ritzau.pk, byline="Ida Bo")
    assert page.root.texts("table.changes-table tbody tr") == [
        "CreditRitzau Scanpix in place of Kystfoto (2) · 1 has it already",
        "PhotographerIda Bo in place of Signe Brandt (3)",
    ]
    assert page.root.texts("button[name=confirm]") == ["Change 3 photos"]
    assert said(photos[1], "byline") == ("Signe Brandt",)


def test_all_get_the_same_and_nothing_else(
    signe: Desk, photos: list[Photo], ritzau: ImageCredit
) -> None:
    page = change(signe, photos[:2], credit=ritzau.pk, until="2026-12-31", basis="agency")
    assert page.notes[0] == "2 photos were changed."
    for photo in photos[:2]:
        assert said(photo, "credit", "basis", "byline", "usage_terms") == (
            ritzau,
            "agency",
            "Signe Brandt",
            "Once.",
        )
        assert f"{photo.expires_at:%Y-%m-%d %H:%M}" == "2026-12-31 22:59"  # to its end in Denmark
    assert said(photos[2], "basis", "expires_at") == ("own", None)
    assert LogEntry.objects.filter(object_id__in=[p.pk for p in photos]).count() == 2


def test_to_empty_a_field_is_said_in_so_many_words(signe: Desk, photos: list[Photo]) -> None:
    change(signe, photos, clear=["usage_terms", "byline"])
    assert {said(photo, "usage_terms", "byline", "basis") for photo in photos} == {("", "", "own")}


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ({"asked": "1"}, "Nothing would change. Fill in what shall be the same for all."),
        ({"byline": "Ida", "clear": "byline"}, "Fill in or empty, not both: Photographer."),
        ({"until": "31.12.26x"}, "Nothing was changed. See the notes below."),
        ({"credit": "999999"}, "Nothing was changed. See the notes below."),
    ],
)
def test_what_makes_no_sense_is_refused(
    signe: Desk, photos: list[Photo], typed: dict[str, str], error: str
) -> None:
    page = ask(signe, photos, **typed)
    assert page.status == 422
    assert page.notes == [error]
    assert page.root.all("button[name=confirm]") == []


def test_with_nothing_filled_in_it_asks_what_shall_be_the_same(
    signe: Desk, photos: list[Photo]
) -> None:
    page = ask(signe, photos, byline="", credit="")
    assert (page.status, page.notes) == (200, [])
    assert page.root.values('input[type="submit"]', "value") == ["See what changes"]


def test_undo_gives_back_what_nobody_has_changed_since(
    signe: Desk, photos: list[Photo], ritzau: ImageCredit
) -> None:
    page = change(signe, photos, credit=ritzau.pk, until="2026-12-31", clear=["usage_terms"])
    assert page.root.texts("form.undo span") == ["3 photos were given the same."]
    Photo.objects.filter(pk=photos[0].pk).update(usage_terms="Twice.")
    page = undo(signe)
    assert page.notes == [
        "1 value was changed since, and stays.",
        "3 photos are as they were before.",
    ]
    kystfoto = ImageCredit.objects.get(name="Kystfoto")
    assert [said(p, "credit", "expires_at", "usage_terms") for p in photos] == [
        (kystfoto, None, "Twice."),
        (kystfoto, None, "Once."),
        (kystfoto, None, "Once."),
    ]
    assert undo(signe).notes == ["There is nothing to undo."]


def test_undo_is_everybodys_own(
    cast: Cast, signe: Desk, photos: list[Photo], ritzau: ImageCredit
) -> None:
    change(signe, photos, credit=ritzau.pk)
    other = Desk(cast.editor)
    assert library(other).root.all("form.undo") == []
    assert undo(other).notes == ["There is nothing to undo."]
    assert said(photos[0], "credit") == (ritzau,)


def test_what_was_taken_down_stays_as_it_is(
    signe: Desk, photos: list[Photo], ritzau: ImageCredit
) -> None:
    newsroom.change(photos[0], taken_down_at=newsroom.MONDAY)
    page = ask(signe, photos, credit=ritzau.pk)
    assert page.root.texts("p.note") == ["1 photo was taken down and stays as it is."]
    agree(signe, page)
    assert said(photos[0], "credit") != (ritzau,)
    assert said(photos[1], "credit") == (ritzau,)


@pytest.mark.django_db(transaction=True)
def test_live_pages_follow_at_once_and_are_named(signe: Desk, ritzau: ImageCredit) -> None:
    article = newsroom.live()
    photos = [slide.photo for slide in article.slides.all() if slide.photo]
    page = ask(signe, photos, credit=ritzau.pk)
    assert (
        "2 pages that are live or scheduled show these photos, and are updated at once."
        in page.root.texts("p.note")
    )
    page = agree(signe, page)
    assert page.notes[0].startswith("3 photos were changed. 2 pages were reissued:")
    assert page.root.texts("ul.reissued a") == ["The last rung", "Det nederste trin"]
    now = Edition.objects.live(newsroom.MONDAY).get(language="en")
    assert {slide["photo"]["credit"] for slide in now.document["slides"]} == {"Ritzau Scanpix"}
    undo(signe)
    now = Edition.objects.live(newsroom.MONDAY).get(language="en")
    assert {slide["photo"]["credit"] for slide in now.document["slides"]} == {"Kystfoto"}


def test_without_script_the_lists_own_actions_lead_on(signe: Desk, photos: list[Photo]) -> None:
    ids = [photo.pk for photo in photos[:2]]
    ways = {"same": "bulk", "texts": "complete", "remove": "remove"}
    for action, name in ways.items():
        response = signe.client.post(
            f"{LIBRARY}?q=jetty",
            {"action": action, "_selected_action": ids, "next": f"{LIBRARY}?q=jetty"},
        )
        there, _, query = response["Location"].partition("?")
        assert there == f"{LIBRARY}{name}/"
        assert query == f"ids={ids[1]},{ids[0]}&next=%2Fadmin%2Farticles%2Fphoto%2F%3Fq%3Djetty"
        assert signe.client.get(response["Location"]).status_code == 200


def test_one_is_offered_what_one_may_do(cast: Cast, photos: list[Photo]) -> None:
    offered = {}
    for role in ("writer", "editor", "photo_editor"):
        page = library(Desk(getattr(cast, role))).root
        offered[role] = page.texts("section.bulk button[type=submit]")
    assert offered == {
        "writer": ["List as CSV"],
        "editor": ["Same for all", "Texts one by one", "List as CSV"],
        "photo_editor": ["Same for all", "Texts one by one", "List as CSV", "Delete…"],
    }


def test_the_list_is_a_file_that_spreadsheets_open(cast: Cast, photos: list[Photo]) -> None:
    newsroom.change(photos[0], alt_en="=HYPERLINK(1)", byline="Søren Ærø")
    desk = Desk(cast.writer, language="da")
    response = desk.client.post(LIBRARY, {"action": "listing", "_selected_action": [photos[0].pk]})
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response.content.startswith(b"\xef\xbb\xbf")
    _header, row, rest = response.content.decode("utf-8-sig").split("\r\n")
    assert row.split(";")[0] == str(photos[0].pk)
    assert row.split(";")[3] == "Søren Ærø"
    assert "'=HYPERLINK(1)" in row.split(";")
    assert rest == ""


# --- Deleting ------------------------------------------------------------------------------------


def remove(desk: Desk, photos: list[Photo]) -> Page:
    address = f"{REMOVE}?ids={','.join(str(photo.pk) for photo in photos)}"
    return desk.open(address, form="remove_form")


def test_what_is_used_stays_and_the_answer_says_where(signe: Desk, photos: list[Photo]) -> None:
    article = newsroom.article()
    newsroom.change(article.slides.all()[0], photo=photos[0])
    newsroom.publish(article, "en")
    newsroom.change(article, lead_photo=photos[1])
    page = remove(signe, photos)
    assert page.root.texts("div.held li") == [
        "The last rung · Working copy: slide 1 · Edition 1, English: lead photo, slide 1",
        "The last rung · Working copy: lead photo",
    ]
    assert f"/admin/articles/article/{article.pk}/change/" in page.root.values(
        "div.held li a", "href"
    )
    assert "/en/health/the-last-rung/" in page.root.values("div.held li a", "href")
    assert page.root.values('form[id="remove_form"] input[name="_selected_action"]', "value") == [
        str(photos[2].pk)
    ]
    signe.send(page, form="", button="")
    assert set(Photo.objects.filter(pk__in=[p.pk for p in photos])) == {photos[0], photos[1]}


def test_an_earlier_edition_a_substitute_and_evidence_keep_a_photo(
    signe: Desk, photos: list[Photo]
) -> None:
    article = newsroom.article()
    newsroom.change(article.slides.all()[0], photo=photos[0])
    newsroom.publish(article, "en")
    newsroom.change(article.slides.all()[0], photo=newsroom.photo())
    newsroom.publish(article, "en")
    newsroom.change(newsroom.photo(filename="old.jpg"), substitute=photos[1])
    newsroom.change(photos[2], taken_down_at=newsroom.MONDAY)
    page = remove(signe, photos)
    assert page.root.texts("div.held li") == [
        "Earlier edition: The last rung · English 1",
        "Shown instead of old.jpg",
        "It was taken down, and is kept as evidence.",
    ]
    for photo in photos:
        answer = signe.client.post(f"{LIBRARY}{photo.pk}/delete/", {"post": "yes"})
        assert answer.status_code == 409
    assert Photo.objects.filter(pk__in=[p.pk for p in photos]).count() == 3


@pytest.mark.django_db(transaction=True)
def test_unused_ones_go_with_every_file_of_every_original(
    signe: Desk, photos: list[Photo], media_root: Path
) -> None:
    stems = [photo.originals.get().stem for photo in photos]
    names = [
        *(f"renditions/{stem}-400.jpg" for stem in stems[:2]),
        f"renditions/{stems[0]}-400-0123456789.jpg",  # of an earlier credit
        *(f"thumbnails/{stem}.jpg" for stem in stems),
        *(str(photo.file) for photo in photos),
    ]
    for name in names:
        (media_root / name).parent.mkdir(parents=True, exist_ok=True)
        (media_root / name).write_bytes(b"x")
    page = remove(signe, photos[:2])
    answer = signe.send(page, form="", button="")
    assert answer.notes == ["2 photos were deleted."]
    left = {str(path.relative_to(media_root)) for path in media_root.rglob("*") if path.is_file()}
    assert left == {f"thumbnails/{stems[2]}.jpg", str(photos[2].file)}
