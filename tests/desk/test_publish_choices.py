"""The publish panel's choices: rows with ticks, pictures that are awaited, night duty."""

import datetime as dt
from collections.abc import Iterator

import pytest
from django.contrib.auth.models import Group

from articles.editing.apply import EVERYTHING, apply
from articles.editing.changes import Set
from articles.models.article import Article
from articles.models.desk import Waiting
from articles.models.edition import Edition
from articles.models.photo import Photo
from articles.publishing import waiting
from articles.publishing.errors import Overtaken
from articles.publishing.publish import publish as verb
from tests import newsroom
from tests.cast import Cast
from tests.desk.desk import Desk, Page
from tests.desk.test_publish_panel import live, publish

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    with newsroom.at(newsroom.MONDAY):
        yield


@pytest.fixture
def article(db: None) -> Article:
    return newsroom.article()


@pytest.fixture
def edited(article: Article) -> Article:
    """Live in both languages, with a headline and a text of its second slide changed since."""
    newsroom.publish(article)
    newsroom.change(article, headline_en="Half done")
    newsroom.change(article.slides.all()[1], heading_en="Mended")
    return article


def second(edition: Edition) -> str:
    return str(edition.document["slides"][1]["heading"])


# --- Rows ----------------------------------------------------------------------------------------


def test_what_is_not_ticked_stays_unpublished(editor: Desk, edited: Article) -> None:
    page = editor.panel(edited)
    key = edited.slides.all()[1].key
    assert page.values["take_en"] == ["headline", f"{key}.heading"]
    publish(editor, page, languages=["en"], take_en=[f"{key}.heading"])
    edition = edited.editions.get(language="en", number=2)
    assert (edition.document["headline"], second(edition)) == ("The last rung", "Mended")
    assert editor.panel(edited).values["take_en"] == ["headline"]


def test_the_gate_looks_at_what_is_ticked_alone(editor: Desk, edited: Article) -> None:
    newsroom.change(edited, standfirst_en="")
    page = editor.panel(edited)
    assert publish(editor, page, languages=["en"]).status == 422
    publish(editor, page, languages=["en"], take_en=["headline"])
    assert edited.editions.filter(language="en").count() == 2


def test_nothing_ticked_is_nothing_to_publish(editor: Desk, edited: Article) -> None:
    page = publish(editor, editor.panel(edited), languages=["en"], take_en=[])
    assert page.status == 422
    assert page.values.get("take_en") is None  # as the editor left it
    assert edited.editions.count() == 2


def test_who_published_meanwhile_is_not_undone(editor: Desk, edited: Article) -> None:
    page = editor.panel(edited)
    newsroom.publish(edited, "en")
    newsroom.change(edited, headline_en="Three quarters done")
    answer = publish(editor, page, languages=["en"], take_en=["headline"])
    assert answer.status == 422
    assert "Somebody has published since you looked." in answer.notes[0]


# --- Pictures in work ----------------------------------------------------------------------------


@pytest.fixture
def photo(article: Article) -> Photo:
    """One of the article's pictures, in work."""
    photo = article.slides.all()[1].photo
    assert photo is not None
    newsroom.change(photo, work=Photo.Work.WAITING)
    return photo


def wait(editor: Desk, article: Article) -> Waiting:
    publish(editor, editor.panel(article), languages=["en", "da"], wait="1")
    return Waiting.objects.get(article=article)


def test_it_goes_out_when_its_pictures_are_ready(
    editor: Desk, cast: Cast, article: Article, photo: Photo
) -> None:
    assert editor.panel(article).root.all('button[name="wait"]')
    row = wait(editor, article)
    assert (waiting.work(), live(article)) == (False, [])
    newsroom.change(photo, work=Photo.Work.READY)
    assert (waiting.work(), live(article)) == (True, ["da", "en"])
    row.refresh_from_db()
    assert (row.state, waiting.work()) == ("done", False)
    assert {each.published_by for each in article.editions.all()} == {cast.editor}


def test_a_picture_that_failed_is_told(editor: Desk, article: Article, photo: Photo) -> None:
    row = wait(editor, article)
    newsroom.change(photo, work=Photo.Work.FAILED)
    assert waiting.work()
    row.refresh_from_db()
    assert (row.state, live(article)) == ("failed", [])
    assert "could not be prepared" in editor.panel(article).root.one(".waiting-note").text


def test_a_text_changed_meanwhile_does_not_go_out(
    editor: Desk, article: Article, photo: Photo
) -> None:
    row = wait(editor, article)
    newsroom.change(article, headline_en="Not seen")
    newsroom.change(photo, work=Photo.Work.READY)
    waiting.work()
    row.refresh_from_db()
    assert (row.state, live(article)) == ("failed", [])


def test_what_waits_is_cancelled(
    editor: Desk, writer: Desk, article: Article, photo: Photo
) -> None:
    row = wait(editor, article)
    address = f"/admin/articles/article/{article.pk}/waiting/{row.pk}/cancel/"
    assert writer.client.post(address).status_code == 404
    assert editor.client.post(address).status_code == 302
    newsroom.change(photo, work=Photo.Work.READY)
    assert (waiting.work(), live(article)) == (False, [])


def test_anything_else_that_stops_it_is_not_waited_for(
    editor: Desk, article: Article, photo: Photo
) -> None:
    newsroom.change(article, headline_en="")
    page = publish(editor, editor.panel(article), languages=["en"], wait="1")
    assert (page.status, Waiting.objects.count()) == (422, 0)


# --- Night duty ----------------------------------------------------------------------------------


@pytest.fixture
def night(cast: Cast, article: Article) -> Desk:
    """Maja on night duty, at an article of her own."""
    cast.writer.groups.add(Group.objects.get(name="night duty"))
    newsroom.change(article, owner=cast.writer)
    return Desk(cast.writer)


def test_night_duty_publishes_one_language_of_ones_own(night: Desk, article: Article) -> None:
    page = night.panel(article)
    assert {each["type"] for each in page.root.all('input[name="languages"]')} == {"radio"}
    both = publish(night, page, languages=["en", "da"])
    assert (both.status, live(article)) == (422, [])
    publish(night, page, languages=["en"])
    assert live(article) == ["en"]
    assert night.article(article).root.all('button[name="_save"]')  # and goes on writing


def test_night_duty_is_no_more_than_that(night: Desk, cast: Cast, article: Article) -> None:
    newsroom.publish(article)
    newsroom.change(article, headline_en="Half done")
    page = night.panel(article)
    assert "correction" not in page.root.values('input[name="kind"]', "value")
    forged = publish(night, page, languages=["en"], kind="correction", note_en="Wrong.")
    assert (forged.status, article.editions.count()) == (422, 2)
    base = f"/admin/articles/article/{article.pk}"
    assert night.client.post(f"{base}/withdraw/").status_code == 403
    newsroom.change(article, owner=cast.editor)
    assert night.client.get(f"{base}/publish/").status_code == 403


def test_night_duty_brings_nothing_back(night: Desk, article: Article) -> None:
    newsroom.publish(article)
    newsroom.withdraw(article, "da")
    page = night.panel(article)
    assert page.root.values('input[name="languages"]', "value") == ["en"]
    old = article.editions.get(language="da")
    address = f"/admin/articles/article/{article.pk}/editions/{old.pk}/republish/"
    assert night.send(Page(address, 200, page.root)).status == 403


def test_in_the_dialog_the_answer_is_for_the_script(editor: Desk, article: Article) -> None:
    page = editor.open(
        f"/admin/articles/article/{article.pk}/publish/?dialog=1", form="publish_form"
    )
    assert not page.root.all("html")
    answer = editor.client.post(page.address, {**page.values, "languages": ["en"]}).json()
    assert answer["done"][0]["text"] == "The English edition is live."
    assert answer["done"][0]["href"].startswith("/en/")
    assert answer["states"]["en"]["state"] == "live"


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("day=2026-11-27&time=02:00", "In 3 days and 13 hours: 27 November 2026, 02:00 CET"),
        ("day=2027-03-28&time=02:30", "02:30 does not exist"),
        ("day=2027-10-31&time=02:30", "02:30 comes twice"),
        ("day=2026-11-23&time=09:00", "That time has passed."),
    ],
)
def test_an_hour_is_answered_in_words(editor: Desk, asked: str, text: str) -> None:
    answer = editor.client.get(f"/admin/articles/article/publish/hour/?{asked}").json()
    assert text in answer["text"]


# --- What the panel proposes, and says -----------------------------------------------------------


def ticked(desk: Desk, article: Article) -> list[str]:
    return desk.panel(article).root.values('input[name="languages"][checked]', "value")


@pytest.mark.parametrize(
    ("fields", "proposed"),
    [
        ({}, ["en", "da"]),  # breaking news: neither was given a stage
        ({"standfirst_da": ""}, ["en"]),  # the gate stops the other
        ({"stage_en": "ready"}, ["en"]),  # the other is still in writing
        ({"stage_en": "ready", "stage_da": "ready"}, ["en", "da"]),
        ({"stage_da": "not_planned"}, ["en"]),
    ],
)
def test_what_is_ready_is_ticked(editor: Desk, fields: dict[str, str], proposed: list[str]) -> None:
    assert ticked(editor, newsroom.article(**fields)) == proposed


def test_a_translation_that_is_behind_is_named_and_not_proposed(editor: Desk) -> None:
    article = newsroom.article()
    change = Set("1", "", "headline", "en", article.headline_en, "Down again")
    apply(article_id=article.pk, changes=[change], by=None, may=EVERYTHING)
    page = editor.panel(article)
    assert ticked(editor, article) == ["en"]
    assert page.root.texts(".behind") == [
        "1 field was translated from a text that has changed since."
    ]


def test_pressing_twice_publishes_once(editor: Desk, article: Article) -> None:
    page = editor.panel(article)
    publish(editor, page, languages=["en"])
    again = publish(editor, page, languages=["en"])
    assert (again.status, article.editions.count()) == (422, 1)
    assert again.errors[0] == "Nothing has changed in English: there is nothing to publish."
    # Both presses may be judged before the first one is through: then the verb says no.
    with pytest.raises(Overtaken):
        verb(article=article, languages=["en"], by=None, seen={"en": 0})
    assert article.editions.count() == 1


def test_what_has_become_needless_is_told_of(editor: Desk, article: Article) -> None:
    newsroom.publish(article, "en")
    newsroom.change(article, headline_en="Half done")
    newsroom.publish(article, "en", at=newsroom.MONDAY + dt.timedelta(hours=5))
    page = publish(editor, editor.panel(article), languages=["en"], ahead="rebuild")
    assert page.root.texts(".messagelist li") == [
        "The English edition is live.",
        "The English edition of 23 November 2026, 18:00 CET is cancelled.",
    ]


def test_a_publication_ends_the_version(editor: Desk, cast: Cast, article: Article) -> None:
    def write(text: str, base: str) -> None:
        change = Set("1", "", "kicker", "en", base, text)
        apply(article_id=article.pk, changes=[change], by=cast.editor, may=EVERYTHING)

    write("Before", article.kicker_en or "")
    publish(editor, editor.panel(article), languages=["en"])
    write("After", "Before")
    kept = article.sittings.exclude(changes=[]).order_by("pk")
    assert [each.changes[0]["value"] for each in kept] == ["Before", "After"]


def test_the_history_tells_a_corrections_note(chief: Desk, article: Article) -> None:
    newsroom.publish(article, "en")
    newsroom.change(article, headline_en="Mended")
    notes = {"note_en": "The number was wrong.", "note_da": ""}
    publish(chief, chief.panel(article), languages=["en"], kind="correction", **notes)
    page = chief.open(f"/admin/articles/article/{article.pk}/history/")
    assert page.root.texts("q.note") == ["The number was wrong."]
