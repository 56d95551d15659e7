"""The page of one photo: what it shows, what saving does, and how two people meet on it."""

import datetime as dt

import pytest
from django.contrib.admin.models import LogEntry

from articles.models.photo import ImageCredit, Photo
from tests import newsroom
from tests.cast import Cast
from tests.desk.desk import Desk, Page, said

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


def address(photo: Photo) -> str:
    return f"/admin/articles/photo/{photo.pk}/change/"


def opened(desk: Desk, photo: Photo, query: str = "") -> Page:
    return desk.open(f"{address(photo)}{query}", form="photo_form")


@pytest.fixture
def desk(cast: Cast) -> Desk:
    return Desk(cast.photo_editor)


# --- Saving --------------------------------------------------------------------------------------


def test_the_focal_point_is_typed_in_per_cent(desk: Desk) -> None:
    photo = newsroom.photo(focal_x=0.384)
    page = opened(desk, photo)
    assert (page.values["focal_x"], page.values["focal_y"]) == ("38.4", "50")
    desk.send(page, focal_y="66.5")
    assert said(photo, "focal_x", "focal_y") == (0.384, 0.665)


@pytest.mark.parametrize("typed", ["101", "-1", "left", ""])
def test_a_focal_point_outside_the_picture_is_refused(desk: Desk, typed: str) -> None:
    photo = newsroom.photo()
    page = desk.send(opened(desk, photo), focal_x=typed)
    assert page.status == 422 and page.errors
    assert said(photo, "focal_x") == (0.5,)


@pytest.mark.parametrize(
    ("day", "time", "instant"),
    [
        ("2026-11-27", "18:30", dt.datetime(2026, 11, 27, 17, 30, tzinfo=dt.UTC)),
        # A day alone means to its last minute.
        ("2026-11-27", "", dt.datetime(2026, 11, 27, 22, 59, tzinfo=dt.UTC)),
        # That hour comes twice; rights are not stretched by a clock.
        ("2026-10-25", "02:30", dt.datetime(2026, 10, 25, 0, 30, tzinfo=dt.UTC)),
        ("", "", None),
    ],
)
def test_rights_end_by_copenhagens_clock(
    desk: Desk, day: str, time: str, instant: dt.datetime | None
) -> None:
    photo = newsroom.photo(expires_at=dt.datetime(2030, 1, 1, tzinfo=dt.UTC))
    desk.send(opened(desk, photo), expires_at_0=day, expires_at_1=time)
    assert said(photo, "expires_at") == (instant,)


@pytest.mark.parametrize(
    ("day", "time", "reason"),
    [
        ("2026-03-29", "02:30", "does not exist"),
        ("", "18:30", "Say on which day, too."),
        ("soon", "", "valid date"),
    ],
)
def test_an_end_that_is_none_is_refused(desk: Desk, day: str, time: str, reason: str) -> None:
    photo = newsroom.photo()
    page = desk.send(opened(desk, photo), expires_at_0=day, expires_at_1=time)
    assert page.status == 422
    assert reason in page.errors[0]
    assert said(photo, "expires_at") == (None,)


def test_a_substitute_is_chosen_and_given_up(desk: Desk) -> None:
    photo, other = newsroom.photo(), newsroom.photo()
    page = opened(desk, photo)
    assert page.values["after"] == ["nothing"]
    desk.send(page, after="substitute", substitute=str(other.pk))
    assert said(photo, "substitute_id") == (other.pk,)
    page = opened(desk, photo)
    assert page.values["after"] == ["substitute"]
    desk.send(page, after="nothing")
    assert said(photo, "substitute_id") == (None,)


def test_what_can_not_stand_in_is_refused(desk: Desk) -> None:
    tomorrow = dt.datetime(2026, 11, 27, tzinfo=dt.UTC)
    photo = newsroom.photo(expires_at=tomorrow)
    over = newsroom.photo(expires_at=tomorrow - dt.timedelta(hours=1))
    gone = newsroom.photo(taken_down_at=tomorrow)
    for typed, reason in (
        (photo.pk, "itself"),
        (over.pk, "by then either"),
        (gone.pk, "taken down"),
        ("", "Choose the photo"),
    ):
        page = desk.send(opened(desk, photo), after="substitute", substitute=str(typed))
        assert page.status == 422 and reason in page.errors[0], typed
    assert said(photo, "substitute_id") == (None,)


def test_saving_says_what_was_changed_and_keeps_it_in_the_history(desk: Desk, cast: Cast) -> None:
    photo = newsroom.photo()
    page = desk.send(opened(desk, photo), byline="Jane Doe")
    assert page.notes[0] == f"“{photo.caption_en}” is saved."
    entry = LogEntry.objects.get()
    assert (entry.user, entry.get_change_message()) == (cast.photo_editor, "Changed Photographer.")


def test_saving_nothing_writes_nothing(desk: Desk) -> None:
    photo = newsroom.photo(expires_at=dt.datetime(2026, 11, 27, 12, 0, 30, tzinfo=dt.UTC))
    before = Photo.objects.values().get(pk=photo.pk)
    page = desk.send(opened(desk, photo))
    assert page.notes == ["Nothing was changed."]
    assert Photo.objects.values().get(pk=photo.pk) == before
    assert not LogEntry.objects.exists()


# --- Two people ----------------------------------------------------------------------------------


def test_two_people_who_change_different_things_never_meet(desk: Desk, cast: Cast) -> None:
    photo, colleague = newsroom.photo(), Desk(cast.editor)
    mine, theirs = opened(desk, photo), opened(colleague, photo)
    colleague.send(theirs, alt_da="En badebro.", expires_at_0="2026-12-01")
    page = desk.send(mine, alt_en="A jetty.")
    assert said(photo, "alt_en", "alt_da") == ("A jetty.", "En badebro.")
    assert photo.expires_at is not None
    assert "Rasmus Toft" in page.notes[0] and "were added to theirs" in page.notes[0]


def test_what_two_people_change_is_shown_to_the_second(desk: Desk, cast: Cast) -> None:
    photo, colleague = newsroom.photo(byline="", focal_x=0.5), Desk(cast.editor)
    mine, theirs = opened(desk, photo), opened(colleague, photo)
    colleague.send(theirs, byline="Jane Doe", focal_x="20")
    page = desk.send(mine, byline="Joan Roe", focal_x="80", form="photo_form")
    assert page.status == 422
    assert said(photo, "byline", "focal_x") == ("Jane Doe", 0.2)
    shown = " ".join(page.errors)
    assert "Rasmus Toft" in shown and "Jane" in shown and "Joan" in shown
    assert page.values["byline"] == "Joan Roe"
    desk.send(page)
    assert said(photo, "byline", "focal_x") == ("Joan Roe", 0.8)


def test_a_page_that_was_not_complete_saves_nothing(desk: Desk) -> None:
    photo = newsroom.photo()
    page = opened(desk, photo)
    page.values["seen"] = ""
    page = desk.send(page, byline="Jane Doe")
    assert page.status == 422
    assert said(photo, "byline") == ("Signe Brandt",)


# --- Who may -------------------------------------------------------------------------------------


def test_who_may_only_look_finds_no_field(cast: Cast) -> None:
    photo = newsroom.photo()
    page = opened(Desk(cast.writer), photo)
    assert page.status == 200
    assert page.root.all("form[id=photo_form] textarea") == []
    assert page.root.all("button[id=save]") == []
    assert photo.alt_da in page.root.text
    assert "False" not in page.root.text
    ways = ("original", "statement", "replace", "stop", "take-down", "release", "delete")
    offered = page.root.values("a", "href")
    assert not [each for each in offered if each.endswith(tuple(f"/{way}/" for way in ways))]
    assert Desk(cast.writer).client.post(address(photo)).status_code == 403


def test_a_photo_that_was_taken_down_is_read_only(desk: Desk) -> None:
    photo = newsroom.photo(taken_down_at=newsroom.MONDAY)
    page = opened(desk, photo)
    assert "Taken down." in page.root.one(".banner").text
    assert page.root.all("form[id=photo_form] textarea") == []
    assert desk.client.post(address(photo)).status_code == 403


def test_a_photo_that_is_not_there(desk: Desk) -> None:
    for pk in ("4711", "x"):
        page = desk.open(f"/admin/articles/photo/{pk}/change/")
        assert page.status == 302, pk


# --- What is shown -------------------------------------------------------------------------------


def test_what_is_missing_is_said_at_its_field(desk: Desk) -> None:
    credit = ImageCredit.objects.create(name="Shutterstock.com", byline_required=True)
    photo = newsroom.photo(
        byline="",
        credit=credit,
        alt_en="shutterstock_1093384417,Coast,,Storm,Groyne",
        alt_da="",
        metadata={"creator": "Nordic Moonlight", "credit": "© SHUTTERSTOCK"},
    )
    page = opened(desk, photo)
    found = page.root.texts(".finding")
    assert any("A file name or stock keywords" in each for each in found)
    assert any("no Danish page can be published" in each for each in found)
    assert any("Shutterstock.com asks for the photographer" in each for each in found)
    offer = page.root.one("button[data-use=id_byline]")
    assert offer["data-text"] == "Nordic Moonlight"
    assert "The file says “© SHUTTERSTOCK”." in page.root.text


def test_where_it_is_used_is_told_page_by_page(desk: Desk) -> None:
    article = newsroom.article()
    photo = article.slides.all()[1].photo
    newsroom.publish(article)
    page = opened(desk, photo)
    lines = page.root.texts(".items .sub li")
    assert lines[0] == "Working copy: slide 2"
    assert lines[1].startswith("Edition 1, Danish: slide 2")
    assert lines[2].startswith("Edition 1, English: slide 2")
    links = [each["href"] for each in page.root.all(".items .sub a.out")]
    assert links == ["/da/sundhed/det-nederste-trin/", "/en/health/the-last-rung/"]


def test_a_draft_is_nobody_elses_business(cast: Cast) -> None:
    article = newsroom.article("A secret draft")
    page = opened(Desk(cast.writer), article.slides.all()[0].photo)
    assert "A secret draft" not in page.root.text
    assert "One more draft" in page.root.text


def test_one_goes_on_in_the_order_of_the_library(desk: Desk) -> None:
    first, second, third = (newsroom.photo(byline=name) for name in ("Ann", "Bo", "Ann"))
    page = opened(desk, third, "?_changelist_filters=q%3DAnn")
    page = desk.send(page, button="_next", form="photo_form")
    assert page.address == f"{address(first)}?_changelist_filters=q%3DAnn"
    page = desk.send(opened(desk, third), button="_next", form="photo_form")
    assert page.address == address(second)
