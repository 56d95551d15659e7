"""The pane beside the storyboard: the readers' page with what is typed and not yet saved."""

import re
from typing import Any

import pytest

from articles.editing.apply import EVERYTHING, apply
from articles.editing.changes import parse
from articles.models.article import Article
from articles.models.photo import Photo
from tests import newsroom
from tests.cast import Cast
from tests.desk.desk import Desk
from tests.reader.dom import parse as parse_html

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


def preview(desk: Desk, article: Article | None, language: str, *changes: dict[str, Any]) -> Any:
    where = article.pk if article else "new"
    return desk.client.post(
        f"/admin/articles/article/{where}/preview/{language}/",
        {"changes": list(changes)},
        content_type="application/json",
    )


def put(row: str, field: str, language: str, value: Any, base: Any = "") -> dict[str, Any]:
    place = {"row": row, "field": field, "language": language}
    return {"id": f"{row}{field}", "op": "set", "base": base, "value": value, **place}


def everything(article: Article) -> list[dict[str, Any]]:
    """A change of every kind: words, a photo, a new slide, a move, a removal, a link, a byline."""
    one, two, three = article.slides.all()
    newsroom.byline(newsroom.article("Else", "Andet"), "Lea Nørgaard")
    contributor = newsroom.byline(article, "Karen Lund").contributor_id
    words = [
        put("", name, language, f"{name} as typed", getattr(article, f"{name}_{language}"))
        for name in ("kicker", "headline", "standfirst", "seo_title", "seo_description")
        for language in ("en", "da")
    ]
    return [
        *words,
        put(one.key, "body", "da", "<p>Nu <b>så</b></p><script>x</script>", one.body_da),
        {"id": "i", "op": "insert", "row": "bcdfg", "kind": "slide", "behind": two.key},
        put("bcdfg", "photo", "", newsroom.photo().pk, None),
        *(
            put("bcdfg", name, code, f"{name} {code}")
            for name in ("heading", "body")
            for code in ("en", "da")
        ),
        {"id": "l", "op": "insert", "row": "bcdfh", "kind": "link", "behind": "bcdfg"},
        put("bcdfh", "url", "", "https://example.org/"),
        put("bcdfh", "label", "en", "Elsewhere"),
        {"id": "m", "op": "move", "row": two.key, "behind": "", "version": 0},
        {"id": "r", "op": "remove", "row": three.key, "version": 0},
        put("", "bylines", "", [[contributor, "photos"]], [[contributor, "text"]]),
    ]


def seen_by_readers(html: str) -> str:
    """The body of a page without what only a published one has: its address, its dates, its tools."""
    body = html.partition("<body")[2]
    body = re.sub(r'<nav class="languages".*?</nav>', "", body, flags=re.DOTALL)
    body = re.sub(r'<p class="(dates|address|tools)">.*?</p>', "", body, flags=re.DOTALL)
    body = re.sub(r' data-reads="[^"]*"', "", body)
    return re.sub(r"\s+", " ", body)


@pytest.mark.parametrize("language", ["en", "da"])
def test_what_is_typed_is_shown_as_it_will_be_once_published(cast: Cast, language: str) -> None:
    article = newsroom.article()
    newsroom.live("Another story", "En anden historie")
    changes = everything(article)
    typed = preview(Desk(cast.editor), article, language, *changes).content.decode()
    apply(article_id=article.pk, changes=parse(changes), by=cast.editor, may=EVERYTHING)
    (edition,) = newsroom.publish(Article.objects.get(pk=article.pk), language)
    topic = edition.topic.slug_en if language == "en" else edition.topic.slug_da
    page = Desk(None).client.get(f"/{language}/{topic}/{edition.slug}/").content.decode()
    assert "headline as typed" in typed
    assert seen_by_readers(typed) == seen_by_readers(page)


def test_nothing_is_written_by_looking(cast: Cast) -> None:
    article = newsroom.article()
    preview(Desk(cast.editor), article, "en", *everything(article))
    assert Article.objects.get(pk=article.pk).version == 0
    assert article.slides.count() == 3


def test_it_may_be_framed_by_the_desk_and_does_no_more_than_a_readers_page(cast: Cast) -> None:
    response = preview(Desk(cast.editor), newsroom.article(), "en")
    policy = response["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in policy
    assert "data:" not in policy
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert "preview-bar" not in response.content.decode()


def test_an_article_that_is_not_saved_yet_has_one(cast: Cast) -> None:
    page = preview(Desk(cast.writer), None, "da", put("", "headline", "da", "Helt ny"))
    root = parse_html(page.content.decode())
    assert root.one("main article h1").text == "Helt ny"
    assert preview(Desk(cast.writer), None, "en").status_code == 200


def test_a_photo_in_work_is_shown_by_its_thumbnail(cast: Cast) -> None:
    article = newsroom.article(slides=1)
    photo = newsroom.photo(renditions=[], work=Photo.Work.WAITING)
    change = put(article.slides.get().key, "photo", "", photo.pk, None)
    root = parse_html(preview(Desk(cast.editor), article, "en", change).content.decode())
    assert f"/admin/articles/photo/{photo.pk}/thumbnail/" in root.one("li.slide img")["src"]
    assert root.one("li.slide .credit").text == "Photo: Signe Brandt/Kystfoto"


def test_what_is_no_change_is_refused(cast: Cast) -> None:
    desk, article = Desk(cast.editor), newsroom.article()
    assert preview(desk, article, "en", {"op": "explode"}).status_code == 400
    assert preview(desk, article, "sv").status_code == 404
