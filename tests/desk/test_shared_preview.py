"""A link for somebody without a login: to one article's working copy, for a while, revocable."""

import datetime as dt
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client

from articles.models.article import Article
from articles.models.clock import database_now
from articles.models.desk import PreviewLink
from articles.models.photo import Photo
from articles.models.staff import User
from tests import newsroom
from tests.cast import Cast
from tests.desk.desk import Desk

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


def ask(desk: Desk, article: Article, **body: Any) -> Any:
    address = f"/admin/articles/article/{article.pk}/preview-links/"
    return desk.client.post(address, body, content_type="application/json")


def share(person: User, article: Article, **asked: Any) -> dict[str, Any]:
    """A new link, as the dialog has it."""
    answer = ask(Desk(person), article, make={"note": "Karen, for facts", "days": 3, **asked})
    return dict(answer.json()["links"][0])


def read(link: dict[str, Any], language: str = "en") -> Any:
    return Client().get(urlsplit(link["urls"][language]).path)


def test_somebody_without_a_login_reads_the_working_copy_as_it_is_now(cast: Cast) -> None:
    article = newsroom.article(owner=cast.writer)
    link = share(cast.writer, article)
    newsroom.change(article, headline_da="Rettet siden")
    page = read(link, "da")
    assert page.status_code == 200
    assert "Rettet siden" in page.content.decode()
    assert "preview-bar" in page.content.decode()
    assert urlsplit(link["urls"]["en"]).path in page.content.decode()
    assert "/admin/" not in page.content.decode()


def test_no_cache_keeps_it_and_no_search_engine_finds_it(cast: Cast) -> None:
    page = read(share(cast.editor, newsroom.article()))
    assert page["Cache-Control"] == "private, no-store"
    assert page["X-Robots-Tag"].startswith("noindex")
    assert page["Referrer-Policy"] == "no-referrer"
    assert "frame-ancestors 'none'" in page["Content-Security-Policy"]
    assert '<meta name="robots" content="noindex">' in page.content.decode()
    assert "canonical" not in page.content.decode()
    assert not page.cookies


def test_an_address_that_never_was_one_is_404(cast: Cast) -> None:
    link = share(cast.editor, newsroom.article())
    path = urlsplit(link["urls"]["en"]).path
    token = PreviewLink.objects.get().token
    for wrong in (
        f"/preview/{token}/en/",
        f"/preview/{token}.forged/en/",
        path.replace("/en/", "/sv/"),
    ):
        page = Client().get(wrong)
        assert page.status_code == 404
        assert "This preview is not open" in page.content.decode()
    assert Client().post(path).status_code == 405


@pytest.mark.parametrize("end", ["expired", "revoked", "left"])
def test_a_link_ends(cast: Cast, end: str) -> None:
    article = newsroom.article("A canary", "En kanariefugl")
    link = share(cast.editor, article)
    assert read(link).status_code == 200
    if end == "expired":
        PreviewLink.objects.update(expires_at=database_now())
    elif end == "revoked":
        ask(Desk(cast.chief), article, revoke=link["id"])
    else:
        User.objects.filter(pk=cast.editor.pk).update(is_active=False)
    page = read(link)
    assert page.status_code == 410
    assert "Forhåndsvisningen er ikke åben" in page.content.decode()
    assert "canary" not in page.content.decode()


def test_that_it_was_opened_is_noted_once_a_minute(cast: Cast) -> None:
    link = share(cast.editor, newsroom.article())
    with newsroom.at(newsroom.MONDAY):
        read(link)
    with newsroom.at(newsroom.MONDAY + dt.timedelta(seconds=59)):
        read(link)
    assert PreviewLink.objects.get().opened_at == newsroom.MONDAY
    with newsroom.at(newsroom.MONDAY + dt.timedelta(seconds=61)):
        read(link)
    assert PreviewLink.objects.get().opened_at == newsroom.MONDAY + dt.timedelta(seconds=61)


def test_the_list_says_for_whom_until_when_and_whether_it_was_opened(cast: Cast) -> None:
    article = newsroom.article()
    link = share(cast.editor, article)
    assert (link["note"], link["by"], link["opened"]) == ("Karen, for facts", "Rasmus Toft", "")
    read(link)
    answer = ask(Desk(cast.editor), article, revoke=link["id"]).json()["links"]
    assert [(each["open"], bool(each["opened"]), each["urls"]) for each in answer] == [
        (False, True, {})
    ]


def test_a_link_of_another_article_is_not_revoked(cast: Cast) -> None:
    article, other = newsroom.article(), newsroom.article("Another", "En anden")
    link = share(cast.editor, article)
    ask(Desk(cast.editor), other, revoke=link["id"])
    assert read(link).status_code == 200


def test_what_is_not_offered_is_refused(cast: Cast) -> None:
    article, desk = newsroom.article(), Desk(cast.editor)
    for wrong in ({}, {"make": {"note": "x", "days": 365}}, {"revoke": "1"}, {"make": "x"}):
        assert ask(desk, article, **wrong).status_code == 400
    assert not PreviewLink.objects.exists()


def test_a_picture_that_is_still_prepared_is_told_of(cast: Cast) -> None:
    article = newsroom.article(owner=cast.writer)
    link = share(cast.writer, article)
    assert "still being prepared" not in read(link).content.decode()
    photo = newsroom.photo(renditions=[], work=Photo.Work.WAITING)
    newsroom.change(article.slides.all()[0], photo=photo)
    page = read(link).content.decode()
    assert "1 picture is still being prepared: load the page again in a moment." in page
    assert "/admin/" not in page  # a thumbnail of the desk's is for staff
    assert "1 billede gøres stadig klar" in read(link, "da").content.decode()
