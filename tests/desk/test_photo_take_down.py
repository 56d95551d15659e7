"""A photo is taken down at the desk, accounted for, and given back; or just no longer used."""

import pytest
from django.contrib.admin.models import LogEntry

from articles.models import generation
from articles.models.article import Article
from articles.models.photo import Photo, TakeDown
from articles.photos import queue
from articles.photos.intake import take_in
from tests import newsroom
from tests.cast import Cast
from tests.desk.desk import Desk, Page, said
from tests.photos.pictures import encode, quarters
from tests.reader.dom import Node

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]
PAGE = "/en/health/the-last-rung/"


@pytest.fixture
def desk(cast: Cast) -> Desk:
    return Desk(cast.photo_editor)


@pytest.fixture
def photo(cast: Cast) -> Photo:
    """With all its files, on slide 2 of an article that is live in both languages."""
    taken = take_in(encode(quarters(900, 600)), filename="jetty.jpg", by=cast.photo_editor).photo
    assert queue.run_one()
    taken.refresh_from_db()
    newsroom.change(taken, byline="Signe Brandt", alt_en="A jetty.", alt_da="En badebro.")
    return taken


@pytest.fixture
def story(photo: Photo) -> Article:
    article = newsroom.article()
    second = article.slides.all()[1]
    newsroom.change(second, photo=photo)
    newsroom.publish(article)
    return article


def address(photo: Photo, what: str) -> str:
    return f"/admin/articles/photo/{photo.pk}/{what}/"


def reader_gets(path: str) -> Page:
    generation.forget()  # a test's transaction never commits, so nothing else says so
    return Desk(None).open(path)


def statuses(photo: Photo) -> set[int]:
    """What the public addresses of its files answer."""
    found = set()
    for each in photo.renditions:
        response = Desk(None).client.get(f"/media/renditions/{each['name']}")
        b"".join(response)  # type: ignore[arg-type]
        found.add(response.status_code)
    return found


def slides(page: Page) -> list[Node]:
    return page.root.all("ol.slides li.slide")


def take_down(desk: Desk, photo: Photo, **typed: str) -> Page:
    page = desk.open(address(photo, "take-down"), form="take_down_form")
    answers = {"reason": "Not ours.", **typed}
    return desk.send(page, button="", form="take_down_form", **answers)


# --- Take down now -------------------------------------------------------------------------------


def test_every_use_is_listed_and_the_button_names_the_act(
    desk: Desk, photo: Photo, story: Article
) -> None:
    draft = newsroom.article("A draft", "En kladde", lead_photo=photo)
    page = desk.open(address(photo, "take-down"), form="take_down_form")
    headlines = [node.all("a")[0].text for node in page.root.all("ul.deciding .t")]
    assert set(headlines) == {draft.headline_en, story.headline_en}
    lines = page.root.texts("ul.deciding .sub li")
    assert lines[:2] == ["Working copy: lead photo", "Working copy: slide 2"]
    assert page.root.one("button.red").text == "Take down from 2 pages"


def test_without_a_reason_nothing_is_done(desk: Desk, photo: Photo, story: Article) -> None:
    page = take_down(desk, photo, reason=" ")
    assert page.status == 422
    assert page.errors == ["This field is required."]
    assert not TakeDown.objects.exists()


def test_at_the_next_request_no_page_shows_it_and_its_files_are_gone(
    desk: Desk, photo: Photo, story: Article
) -> None:
    assert statuses(photo) == {200}
    page = take_down(desk, photo)
    assert page.status == 200
    after = reader_gets(PAGE)
    assert len(slides(after)) == 3 and slides(after)[1].all("img") == []
    assert statuses(photo) == {410}
    assert story.slides.filter(photo=photo).count() == 0


def test_what_was_done_is_kept_as_evidence(desk: Desk, photo: Photo, story: Article) -> None:
    page = take_down(desk, photo)
    row = TakeDown.objects.get()
    assert page.address == address(photo, f"take-down/{row.pk}")
    facts = " ".join(page.root.texts("dl.facts dd"))
    assert "Signe Brandt" in facts and "Not ours." in facts
    assert photo.sha256 in facts and "in quarantine" in facts
    assert page.root.texts(".items .sub li") == [
        "No photo",
        "Danish: edition 2 in place of edition 1 See it on the site",
        "English: edition 2 in place of edition 1 See it on the site",
    ]
    assert LogEntry.objects.latest("pk").change_message == "Taken down: Not ours."


def test_each_article_may_have_an_answer_of_its_own(
    desk: Desk, photo: Photo, story: Article
) -> None:
    other = newsroom.article("The first rung", "Det øverste trin")
    newsroom.change(other.slides.all()[0], photo=photo)
    newsroom.publish(other, "en")
    spare = newsroom.photo()
    chosen = {f"kind-{other.pk}": "substitute", f"substitute-{other.pk}": str(spare.pk)}
    page = take_down(desk, photo, kind="drop", **chosen)
    assert page.root.texts(".items .sub li")[0] == "The slide is dropped"
    assert f"Photo {spare.pk} instead" in page.root.texts(".items .sub li")
    assert len(slides(reader_gets(PAGE))) == 2
    assert other.slides.filter(photo=spare).count() == 1


@pytest.mark.parametrize("typed", ["", "itself", "in work", "4711"])
def test_a_photo_that_can_not_stand_in_is_refused(
    desk: Desk, photo: Photo, story: Article, typed: str
) -> None:
    busy = newsroom.photo(work="waiting")
    number = {"itself": str(photo.pk), "in work": str(busy.pk)}.get(typed, typed)
    page = take_down(desk, photo, kind="substitute", substitute=number)
    assert page.status == 422 and len(page.errors) == 1
    assert not TakeDown.objects.exists()


def test_what_takes_longer_goes_on_step_by_step(
    desk: Desk, photo: Photo, story: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("articles.desk.photos.takedown._SECONDS", 0)
    page = take_down(desk, photo)
    assert page.root.one("[role=status]").text == "0 of 1 articles are done."
    answer = desk.client.post(page.address, headers={"accept": "application/json"}).json()
    assert [each["language"] for each in answer["made"]] == ["en", "da"]
    assert answer["left"] == 0
    assert desk.open(page.address).root.all("progress") == []


def test_one_that_is_down_is_not_taken_down_again(desk: Desk, photo: Photo) -> None:
    take_down(desk, photo)
    response = desk.client.post(address(photo, "take-down"), {"reason": "Again."}, follow=True)
    assert "This photo was taken down already." in response.content.decode()
    assert TakeDown.objects.count() == 1


# --- Pictures and files of one that is down ------------------------------------------------------


def test_only_who_may_release_it_sees_it_still(desk: Desk, cast: Cast, photo: Photo) -> None:
    take_down(desk, photo)
    for what in ("thumbnail", "preview"):
        assert desk.client.get(address(photo, what))["Content-Type"] == "image/svg+xml"
        response = Desk(cast.chief).client.get(address(photo, what))
        assert response["Content-Type"] == "image/jpeg"
        assert b"".join(response)  # type: ignore[arg-type]
    assert desk.client.get(address(photo, "original")).status_code == 403
    response = Desk(cast.chief).client.get(address(photo, "original"))
    assert b"".join(response) == encode(quarters(900, 600))  # type: ignore[arg-type]


def test_it_is_given_back_to_the_library(desk: Desk, cast: Cast, photo: Photo) -> None:
    take_down(desk, photo)
    chief = Desk(cast.chief)
    page = chief.open(address(photo, "release"), form="release_form")
    page = chief.send(page, button="")
    assert page.notes == ["The photo is back in the library. Check its rights."]
    assert said(photo, "taken_down_at", "work") == (None, "waiting")
    assert TakeDown.objects.get().released_by == cast.chief
    response = chief.client.post(address(photo, "release"), follow=True)
    assert "This photo is not taken down." in response.content.decode()


# --- Stop using ----------------------------------------------------------------------------------


def test_from_now_on_readers_see_the_slide_without_it(
    desk: Desk, photo: Photo, story: Article
) -> None:
    page = desk.open(address(photo, "stop"), form="stop_form")
    assert "2 live pages show what you choose below" in page.root.text
    page = desk.send(page, button="")
    assert page.notes[0].startswith("“A jetty.” may not be used any more, from now on.")
    assert slides(reader_gets(PAGE))[1].all("img") == []
    assert statuses(photo) == {410}
    assert story.slides.filter(photo=photo).count() == 1
    response = desk.client.get(address(photo, "thumbnail"))
    assert response["Content-Type"] == "image/jpeg" and b"".join(response)  # type: ignore[arg-type]


def test_or_another_photo(desk: Desk, photo: Photo, story: Article) -> None:
    spare = newsroom.photo(byline="Bo Bak")
    page = desk.open(address(photo, "stop"), form="stop_form")
    desk.send(page, button="", after="substitute", substitute=str(spare.pk))
    assert "Photo: Bo Bak/Kystfoto" in slides(reader_gets(PAGE))[1].text


def test_a_photo_that_can_not_stand_in_ends_nothing(desk: Desk, photo: Photo) -> None:
    page = desk.open(address(photo, "stop"), form="stop_form")
    page = desk.send(page, button="", after="substitute", substitute=str(photo.pk))
    assert page.status == 422
    assert said(photo, "expires_at") == (None,)
