"""Photos and links in the storyboard, through its addresses: what is offered, shown and set."""

import json
from typing import Any

import pytest
from django.urls import reverse

from articles.models.article import Article
from articles.models.photo import Photo
from tests import newsroom
from tests.cast import Cast
from tests.desk.desk import Desk

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


def get(desk: Desk, name: str, *args: int, **query: Any) -> Any:
    return desk.client.get(reverse(f"admin:articles_article_{name}", args=args), query)


def aim(desk: Desk, photo: Photo, point: Any, seen: Any) -> Any:
    address = reverse("admin:articles_article_photo_focal", args=[photo.pk])
    body = json.dumps({"focal": point, "seen": seen})
    return desk.client.post(address, body, content_type="application/json")


@pytest.fixture
def article(cast: Cast) -> Article:
    return newsroom.article(owner=cast.writer)


# --- Photos --------------------------------------------------------------------------------------


def test_the_library_is_searched_in_both_languages(writer: Desk, article: Article) -> None:
    newsroom.photo(alt_en="A ladder.", alt_da="En stige.")
    for word in ("ladder", "stige"):
        found = get(writer, "photos", article.pk, q=word).json()
        assert (found["count"], found["html"].count('class="choice"')) == (1, 1)


def test_a_photo_taken_down_is_not_offered_and_one_expired_says_so(
    writer: Desk, article: Article
) -> None:
    newsroom.photo(alt_en="A ladder, gone.", taken_down_at=newsroom.MONDAY)
    newsroom.photo(alt_en="A ladder, late.", expires_at=newsroom.MONDAY)
    found = get(writer, "photos", article.pk, q="ladder").json()
    assert found["count"] == 1
    assert "Expired: readers do not see it" in found["html"]


def test_my_uploads_are_mine(writer: Desk, cast: Cast, article: Article) -> None:
    mine = newsroom.photo(uploaded_by=cast.writer)
    newsroom.photo(uploaded_by=cast.editor)
    found = get(writer, "photos", article.pk, shelf="recent").json()
    assert found["count"] == 1
    assert f'data-photo="{mine.pk}"' in found["html"]


def test_those_of_the_article_are_asked_for_by_number(writer: Desk, article: Article) -> None:
    photo = newsroom.photo()
    found = get(writer, "photos", article.pk, shelf="these", ids=f"{photo.pk},x,").json()
    assert found["count"] == 1


def test_a_cell_says_whom_it_is_by_and_what_it_lacks(writer: Desk) -> None:
    photo = newsroom.photo(alt_da="")
    cell = get(writer, "photo_cell", photo.pk).json()
    assert "Photo: Signe Brandt/Kystfoto" in cell["html"]
    assert "No alt in Danish" in cell["html"]
    assert 'data-photo-do="alt"' in cell["html"]
    assert cell["words"]["alt_da"] == ""


def test_a_cell_speaks_the_language_of_the_desk(cast: Cast) -> None:
    cell = get(Desk(cast.writer, language="da"), "photo_cell", newsroom.photo().pk).json()
    assert "Foto: Signe Brandt/Kystfoto" in cell["html"]


def test_the_focal_point_is_set_and_the_share_picture_cut_anew(editor: Desk) -> None:
    photo = newsroom.photo()
    assert aim(editor, photo, [20, 75], [50, 50]).status_code == 200
    photo.refresh_from_db()
    assert (photo.focal_x, photo.focal_y) == (0.2, 0.75)
    assert photo.work == Photo.Work.WAITING


def test_a_focal_point_that_a_colleague_set_meanwhile_stands(editor: Desk) -> None:
    photo = newsroom.photo(focal_x=0.1)
    assert aim(editor, photo, [20, 75], [50, 50]).status_code == 409
    photo.refresh_from_db()
    assert photo.focal_x == 0.1


@pytest.mark.parametrize("point", [None, [1], [101, 5], ["1", 2], [True, 1], {"x": 1}])
def test_what_is_no_point_is_refused(editor: Desk, point: Any) -> None:
    assert aim(editor, newsroom.photo(), point, [50, 50]).status_code == 400


def test_a_writer_does_not_aim_the_librarys_photos(writer: Desk) -> None:
    assert aim(writer, newsroom.photo(), [20, 75], [50, 50]).status_code == 403


# --- Links ---------------------------------------------------------------------------------------


def test_articles_are_found_by_either_language(editor: Desk, article: Article) -> None:
    other = newsroom.article("Ladders of Skagen", "Stigerne i Skagen")
    for word in ("ladders", "stigerne"):
        found = get(editor, "links", article.pk, q=word).json()
        assert f'data-article="{other.pk}"' in found["html"]
        assert found["count"] == 1


def test_neither_itself_nor_what_is_linked_is_offered(editor: Desk, article: Article) -> None:
    linked = newsroom.live("The last rung again", "Det nederste trin igen")
    found = get(editor, "links", article.pk, but=str(linked.pk)).json()
    assert found["count"] == 0
    # Whoever searches for it is told so.
    found = get(editor, "links", article.pk, q="rung", but=str(linked.pk)).json()
    assert found["html"].count('role="option"') == 1
    assert f'aria-disabled="true" data-article="{linked.pk}"' in found["html"]
    assert "Linked here already" in found["html"]


def test_related_articles_come_before_others(editor: Desk, article: Article) -> None:
    far = newsroom.article("Elsewhere", "Et andet sted", topic=newsroom.topic("Sea", "Hav"))
    near = newsroom.article("Close by", "Tæt på")
    for each in (near, far):
        newsroom.publish(each)
    html = get(editor, "links", article.pk).json()["html"]
    assert html.index(f'data-article="{near.pk}"') < html.index(f'data-article="{far.pk}"')


def test_drafts_of_others_are_not_offered_to_a_writer(writer: Desk, article: Article) -> None:
    newsroom.article("Ladders of Skagen", "Stigerne i Skagen")
    assert get(writer, "links", article.pk, q="ladders").json()["count"] == 0


def test_readers_see_the_live_headline_or_nothing(editor: Desk) -> None:
    target = newsroom.live("Live in English", "Ikke på dansk", only="en")
    newsroom.change(target, headline_en="Written since")
    seen = get(editor, "link_seen", target.pk).json()["seen"]
    assert (seen["en"]["headline"], seen["en"]["out"]) == ("Live in English", "")
    assert seen["da"]["out"] == "Left out in Danish: the article is not live in Danish"


def test_a_link_to_what_was_withdrawn_is_left_out(editor: Desk) -> None:
    target = newsroom.live()
    newsroom.withdraw(target, "en")
    seen = get(editor, "link_seen", target.pk).json()["seen"]
    assert seen["en"]["out"] == "Left out in English: the article was withdrawn"
    assert seen["da"]["out"] == ""
