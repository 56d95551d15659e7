"""New photos are completed, row by row: nobody's words are lost, and nothing odd gets in."""

import datetime as dt
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.db.models import QuerySet

from articles.desk.photos.row import incomplete, missing
from articles.models.photo import ImageCredit, Photo
from tests import newsroom
from tests.cast import Cast
from tests.desk.desk import Desk, Page, said

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]
COMPLETE = "/admin/articles/photo/complete/"
BARE = {
    "byline": "",
    "credit": None,
    "alt_en": "",
    "alt_da": "",
    "caption_en": "",
    "caption_da": "",
}


@pytest.fixture
def desk(cast: Cast) -> Desk:
    return Desk(cast.photo_editor)


def bare(cast: Cast, **fields: Any) -> Photo:
    """A photo that nothing is known of yet."""
    return newsroom.photo(**{**BARE, "uploaded_by": cast.photo_editor, **fields})


def grid(desk: Desk, *photos: Photo) -> Page:
    ids = ",".join(str(photo.pk) for photo in photos)
    return desk.open(f"{COMPLETE}?ids={ids}", form="complete_form")


def save(desk: Desk, page: Page, **typed: Any) -> Page:
    """The form without script."""
    for box in ("row", "selected"):
        page.values[box] = [node["value"] for node in page.root.all(f'input[name="{box}"]')]
    return desk.send(page, form="complete_form", button="_save", **typed)


def send(desk: Desk, page: Page, photo: Photo, **typed: str) -> dict[str, Any]:
    """One row, as upload/save.js does it; the answer's part for that row."""
    prefix = f"p{photo.pk}-"
    values = {name: value for name, value in page.values.items() if name.startswith(prefix)}
    values |= {f"{prefix}{name}": value for name, value in typed.items()}
    body = {**values, "row": str(photo.pk)}
    response = desk.client.post(COMPLETE, body, headers={"accept": "application/json"})
    assert response.status_code == 200
    return response.json()["rows"][str(photo.pk)]


def notes(page: Page) -> list[str]:
    return page.root.texts(".finding div")


# --- What is shown -------------------------------------------------------------------------------


def test_what_is_missing_stands_at_its_field(cast: Cast, desk: Desk) -> None:
    page = grid(desk, bare(cast))
    assert notes(page) == [
        "No credit in the file.",
        "Choose one.",
        "English alt text is missing.",
        "Danish alt text is missing.",
    ]


def test_without_a_choice_ones_own_that_are_not_complete_are_shown(cast: Cast, desk: Desk) -> None:
    mine = bare(cast)
    newsroom.photo(uploaded_by=cast.photo_editor, basis="own")  # complete
    bare(cast, uploaded_by=cast.editor)
    bare(cast, taken_down_at=newsroom.MONDAY)
    page = desk.open(COMPLETE)
    assert [row["id"] for row in page.root.all("div.photo-row")] == [f"photo-{mine.pk}"]


@pytest.mark.parametrize("ids", ["", "x", "0", "99999999999999999999", "1,,2;drop", "-1"])
def test_numbers_of_no_photo_are_passed_over(desk: Desk, ids: str) -> None:
    page = desk.open(f"{COMPLETE}?ids={ids}")
    assert (page.status, page.root.texts(".nothing p")) == (
        200,
        ["None of these photos is in the library."],
    )


@pytest.mark.parametrize(
    ("fields", "lacking"),
    [
        ({}, ()),
        ({"credit": None}, ()),
        ({"byline": ""}, ()),
        ({"byline": "", "credit": None}, ("credit",)),
        ({"basis": "unknown"}, ("basis",)),
        ({"alt_en": ""}, ("alt_en",)),
        ({"alt_da": ""}, ("alt_da",)),
    ],
)
def test_complete_is_the_same_in_the_database(fields: dict[str, Any], lacking: Any) -> None:
    photo = newsroom.photo(**{"basis": "own", **fields})
    rows: QuerySet[Photo] = Photo.objects.filter(incomplete())
    assert (missing(photo), rows.filter(pk=photo.pk).exists()) == (lacking, bool(lacking))


def test_a_credit_may_want_the_photographer_named() -> None:
    strict = ImageCredit.objects.create(name="Strict", byline_required=True)
    photo = newsroom.photo(basis="own", credit=strict, byline="")
    assert missing(photo) == ("byline",)
    assert Photo.objects.filter(incomplete()).get() == photo


def test_what_the_file_says_is_offered_and_marked(cast: Cast, desk: Desk) -> None:
    read = {"creator": "Søren Ærø", "captions": {"": "Molen."}, "alts": {"en": "IMG_2210.JPG"}}
    photo = bare(cast, byline="Søren Ærø", metadata=read)
    page = grid(desk, photo)
    assert len(page.root.all(".cell-byline .from-file")) == 1
    offers = {node["data-value"] for node in page.root.all("button.offer")}
    assert offers == {"Molen."}
    send(desk, page, photo, alt_en="A mole.")
    assert not grid(desk, photo).root.all(".from-file")


def test_accepting_what_was_read_takes_the_mark_away(cast: Cast, desk: Desk) -> None:
    photo = bare(cast, byline="Søren Ærø", metadata={"creator": "Søren Ærø"})
    send(desk, grid(desk, photo), photo, accept="1")
    assert LogEntry.objects.get().get_change_message() == "No fields changed."
    assert not grid(desk, photo).root.all(".from-file")


# --- Saving --------------------------------------------------------------------------------------


def test_a_row_is_saved_and_says_that_it_is_complete(cast: Cast, desk: Desk) -> None:
    ImageCredit.objects.get_or_create(name="Kystfoto")
    photo = bare(cast)
    told = send(
        desk,
        grid(desk, photo),
        photo,
        credit="© KYST FOTO",
        basis="agency",
        until="2027-01-31",
        alt_en="A jetty at dawn.",
        alt_da="En badebro ved daggry.",
    )
    assert (told["status"], told["complete"], told["missing"]) == ("saved", True, [])
    assert told["fields"]["credit"]["value"] == "Kystfoto"
    photo.refresh_from_db()
    assert (str(photo.credit), photo.alt_da) == ("Kystfoto", "En badebro ved daggry.")
    assert photo.expires_at == dt.datetime(2027, 1, 31, 22, 59, tzinfo=dt.UTC)
    assert LogEntry.objects.get().user == cast.photo_editor


def test_one_sitting_is_one_entry_of_the_history(cast: Cast, desk: Desk) -> None:
    photo = bare(cast)
    send(desk, grid(desk, photo), photo, alt_en="A jetty.")
    send(desk, grid(desk, photo), photo, alt_en="A jetty at dawn.", byline="Jane Doe")
    assert LogEntry.objects.get().get_change_message() == "Changed Alt text and Photographer."
    LogEntry.objects.update(action_time=newsroom.MONDAY)
    send(desk, grid(desk, photo), photo, alt_en="A jetty at dusk.")
    assert LogEntry.objects.count() == 2


def test_a_person_and_an_agency_in_one_text_are_taken_apart(cast: Cast, desk: Desk) -> None:
    ImageCredit.objects.get_or_create(name="Kystfoto")
    photo = bare(cast)
    send(desk, grid(desk, photo), photo, credit="Jane Doe / Kystfoto")
    photo.refresh_from_db()
    assert (photo.byline, str(photo.credit)) == ("Jane Doe", "Kystfoto")


def test_a_new_name_is_added_where_that_is_meant(cast: Cast, desk: Desk) -> None:
    photo = bare(cast)
    told = send(desk, grid(desk, photo), photo, credit="Nordlys", alt_en="Kept all the same.")
    assert told["status"] == "refused"
    assert f'name="p{photo.pk}-add"' in told["fields"]["credit"]["notes"]
    assert said(photo, "credit_id", "alt_en") == (None, "Kept all the same.")
    told = send(desk, grid(desk, photo), photo, credit="Nordlys", add="1")
    photo.refresh_from_db()
    assert (told["status"], str(photo.credit)) == ("saved", "Nordlys")


@pytest.mark.parametrize(
    ("field", "text", "reason"),
    [
        ("alt_en", "IMG_2210.HEIC", "This is the name of a file. Say what is seen."),
        ("caption_da", "shutterstock_1093384417.jpg", "This is the name of a file."),
        ("alt_da", "x" * 301, "Too long: 301 characters, at most 300."),
        ("caption_en", "x" * 501, "Too long: 501 characters, at most 500."),
        ("byline", "x" * 121, "Too long: 121 characters, at most 120."),
        ("credit", "x" * 121, "Too long: 121 characters, at most 120."),
        ("basis", "stolen", "Choose one of the list."),
        ("until", "31/1/2027", "Give a date, as 2027-01-31."),
        ("until", "9999-12-31", ""),
    ],
)
def test_what_can_not_be_stored_is_given_back_with_the_reason(
    cast: Cast, desk: Desk, field: str, text: str, reason: str
) -> None:
    photo = bare(cast)
    told = send(desk, grid(desk, photo), photo, **{field: text})
    assert reason in told["fields"][field]["notes"]
    assert told["fields"][field]["value"] == text
    if reason:
        assert (told["status"], told["complete"]) == ("refused", False)


def test_what_somebody_else_wrote_is_not_overwritten(cast: Cast, desk: Desk) -> None:
    photo = bare(cast)
    page = grid(desk, photo)
    newsroom.change(photo, alt_en="Theirs.", alt_da="Deres.")
    told = send(desk, page, photo, alt_en="Mine.", caption_en="Mine too.")
    assert told["status"] == "refused"
    assert "Theirs." in told["fields"]["alt_en"]["notes"]
    assert told["fields"]["alt_da"]["value"] == "Deres."
    assert said(photo, "alt_en", "alt_da", "caption_en") == ("Theirs.", "Deres.", "Mine too.")
    again = {"seen": told["seen"], "alt_en": "Mine."}
    assert send(desk, page, photo, alt_da="Deres.", **again)["status"] == "saved"
    assert said(photo, "alt_en", "alt_da") == ("Mine.", "Deres.")


def test_a_row_that_is_gone_is_left_out(cast: Cast, desk: Desk) -> None:
    photo = bare(cast)
    body = {"row": [photo.pk, photo.pk + 1], f"p{photo.pk}-alt_en": "A jetty."}
    answer = desk.client.post(COMPLETE, body, headers={"accept": "application/json"}).json()
    assert list(answer["rows"]) == [str(photo.pk)]


def test_a_live_page_follows_at_once(cast: Cast, desk: Desk) -> None:
    article = newsroom.live(slides=1)
    photo = article.slides.get().photo
    assert photo is not None
    body = {"row": photo.pk, f"p{photo.pk}-byline": "Jane Doe", f"p{photo.pk}-seen": ""}
    page = grid(desk, photo)
    body |= {f"p{photo.pk}-seen": page.values[f"p{photo.pk}-seen"]}
    answer = desk.client.post(COMPLETE, body, headers={"accept": "application/json"}).json()
    assert "2 pages were reissued" in answer["pages"]
    newest = article.editions.filter(language="en").latest("number")
    assert newest.document["slides"][0]["photo"]["creator"] == "Jane Doe"


# --- Without script ------------------------------------------------------------------------------


def test_the_form_saves_all_rows_and_comes_back(cast: Cast, desk: Desk) -> None:
    first, second = bare(cast), bare(cast)
    page = grid(desk, first, second)
    typed = {f"p{first.pk}-alt_en": "First.", f"p{second.pk}-alt_da": "Den anden."}
    page = save(desk, page, **typed)
    assert page.notes == ["2 photos were changed."]
    assert said(first, "alt_en", "alt_da") == ("First.", "")
    assert said(second, "alt_en", "alt_da") == ("", "Den anden.")


def test_an_error_gives_back_what_was_typed(cast: Cast, desk: Desk) -> None:
    photo = bare(cast)
    page = save(desk, grid(desk, photo), **{f"p{photo.pk}-alt_en": "IMG_2210.HEIC"})
    assert page.status == 422
    assert page.values[f"p{photo.pk}-alt_en"] == "IMG_2210.HEIC"
    assert "This is the name of a file. Say what is seen." in notes(page)


def test_the_same_for_all_fills_what_is_empty_in_those_selected(cast: Cast, desk: Desk) -> None:
    empty, named, other = bare(cast), bare(cast, byline="Jane Doe"), bare(cast)
    page = grid(desk, empty, named, other)
    page.values["row"] = [empty.pk, named.pk, other.pk]
    same = {"selected": [empty.pk, named.pk], "all-byline": "Signe Brandt", "all-basis": "own"}
    desk.send(page, button="_same", **same)
    assert [said(photo, "byline", "basis") for photo in (empty, named, other)] == [
        ("Signe Brandt", "own"),
        ("Jane Doe", "own"),
        ("", "unknown"),
    ]


def test_the_same_for_all_overwrites_where_that_is_asked_for(cast: Cast, desk: Desk) -> None:
    photo = bare(cast, byline="Jane Doe")
    page = grid(desk, photo)
    same = {"row": [photo.pk], "selected": [photo.pk], "all-overwrite": "1"}
    desk.send(page, button="_same", **same, **{"all-byline": "Signe Brandt"})
    assert said(photo, "byline") == ("Signe Brandt",)


# --- Translations that are behind ----------------------------------------------------------------

CHANGED = "The English has changed since this was translated:"


def translated(cast: Cast, desk: Desk) -> Photo:
    """A photo whose Danish alt text is of an English one that has changed since."""
    photo = bare(cast, alt_en="A red boat")
    send(desk, grid(desk, photo), photo, alt_da="En rød båd")
    send(desk, grid(desk, photo), photo, alt_en="A blue boat")
    return photo


def test_words_whose_original_has_changed_are_marked(cast: Cast, desk: Desk) -> None:
    page = grid(desk, photo := translated(cast, desk))
    [note] = [each for each in page.root.all(".cell-alt_da .finding") if CHANGED in each.text]
    assert [each.text for each in note.all("del")] == ["red"]
    assert [each.text for each in note.all("ins")] == ["blue"]
    told = send(desk, page, photo, alt_da="En blå båd")
    assert CHANGED not in told["fields"]["alt_da"]["notes"]
    photo.refresh_from_db()
    assert photo.ledger["alt"]["of"] == "A blue boat"


def test_they_may_be_still_right(cast: Cast, desk: Desk) -> None:
    page = grid(desk, photo := translated(cast, desk))
    told = send(desk, page, photo, still="alt_da")
    assert CHANGED not in told["fields"]["alt_da"]["notes"]
    assert said(photo, "alt_da") == ("En rød båd",)


def test_neither_spacing_nor_marks_leave_words_behind(cast: Cast, desk: Desk) -> None:
    photo = bare(cast, alt_en="A red boat")
    send(desk, grid(desk, photo), photo, alt_da="En rød båd")
    told = send(desk, grid(desk, photo), photo, alt_en="A red boat.")
    assert CHANGED not in told["fields"]["alt_da"]["notes"]


def test_a_photos_page_says_it_too(cast: Cast, desk: Desk) -> None:
    photo = translated(cast, desk)
    address = f"/admin/articles/photo/{photo.pk}/change/"
    page = desk.open(address, form="photo_form")
    assert CHANGED in page.root.text
    assert CHANGED not in desk.send(page, form="photo_form", still="alt_da").root.text
    page = desk.open(address, form="photo_form")
    desk.send(page, form="photo_form", alt_en="A green boat")
    assert CHANGED in desk.open(address).root.text
