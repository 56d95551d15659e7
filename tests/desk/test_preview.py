"""The preview is the readers' own page, of what is not published, for whoever may see that."""

import pytest
from django.test import Client

from tests import newsroom
from tests.cast import Cast
from tests.desk.desk import Desk

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


def address(article: object, language: str) -> str:
    return f"/admin/articles/article/{article.pk}/preview/{language}/"  # type: ignore[attr-defined]


def test_a_preview_is_the_readers_page_of_the_working_copy(cast: Cast) -> None:
    article = newsroom.live(owner=cast.writer)
    newsroom.change(article, headline_da="Det øverste trin")
    newsroom.change(article.slides.all()[1], languages="en")
    page = Desk(cast.editor).open(address(article, "da")).root
    assert page.one("html")["lang"] == "da"
    assert page.one("main article h1").text == "Det øverste trin"
    assert page.texts("ol.slides h2") == ["Trin 1", "Trin 3"]
    assert page.one(".preview-bar b").text == "Preview"
    assert page.one(".preview-bar")["lang"] == "en"


def test_a_preview_is_kept_by_no_cache_and_no_search_engine(cast: Cast) -> None:
    article = newsroom.article()
    response = Desk(cast.editor).client.get(address(article, "en"))
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert '<meta name="robots" content="noindex">' in response.content.decode()
    assert "canonical" not in response.content.decode()


@pytest.mark.parametrize("language", ["en", "da"])
def test_nobody_else_learns_of_it(language: str, cast: Cast) -> None:
    article = newsroom.article("A secret canary", "En hemmelig kanariefugl", owner=cast.editor)
    path = address(article, language)
    for client, status in (
        (Client(), 302),
        (Desk(cast.stranger).client, 302),
        (Desk(cast.writer).client, 404),
        (Desk(cast.translator).client, 404),
    ):
        response = client.get(path)
        assert response.status_code == status
        assert b"kanari" not in response.content
        assert b"canary" not in response.content


def test_an_old_edition_is_shown_under_its_own_article_alone(cast: Cast) -> None:
    article, other = newsroom.article(), newsroom.article("Another")
    (edition,) = newsroom.publish(article, "en")
    desk = Desk(cast.editor)
    assert desk.open(f"/admin/articles/article/{article.pk}/editions/{edition.pk}/").status == 200
    assert desk.open(f"/admin/articles/article/{other.pk}/editions/{edition.pk}/").status == 404


def test_a_preview_works_while_nothing_is_written(cast: Cast) -> None:
    article = newsroom.article("", "", slides=0, topic=None)
    newsroom.change(article, topic=None, standfirst_en="", headline_en="")
    page = Desk(cast.editor).open(address(article, "en"))
    assert page.status == 200


def test_there_are_two_languages(cast: Cast) -> None:
    assert Desk(cast.editor).open(address(newsroom.article(), "sv")).status == 404


@pytest.mark.parametrize("ends", ["expires_at", "taken_down_at"])
def test_as_published_but_without_a_picture_that_has_no_address_any_more(
    cast: Cast, ends: str
) -> None:
    article = newsroom.article()
    (old,) = newsroom.publish(article, "en")
    photo = article.slides.all()[1].photo
    assert photo
    newsroom.change(photo, byline="Corrected since")
    desk = Desk(cast.editor)
    there = f"/admin/articles/article/{article.pk}/editions/{old.pk}/"
    assert desk.open(there).root.texts("li.slide .credit") == ["Photo: Signe Brandt/Kystfoto"] * 3
    newsroom.change(photo, **{ends: newsroom.MONDAY})
    page = desk.open(there).root
    assert len(page.all("li.slide")) == 3
    assert len(page.all("li.slide img")) == 2
