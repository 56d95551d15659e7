"""The board as the server draws it: rows in order, each person's fields open, the rest closed."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models.article import Article, Slide
from bench import storyboard
from tests import newsroom
from tests.cast import Cast
from tests.desk.desk import Desk, Page, change

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

ADD = "/admin/articles/article/add/"


@pytest.fixture
def article(cast: Cast) -> Article:
    """Rasmus's, its Danish Lea's; a link after the standfirst and one after the first slide."""
    made = newsroom.article(owner=cast.editor, assignee_da=cast.translator)
    newsroom.link(made, "https://example.org/first")
    newsroom.link(made, "https://example.org/second", after=made.slides.first())
    return made


def config(page: Page) -> dict[str, Any]:
    (script,) = page.root.all('script[id="storyboard-config"]')
    found: dict[str, Any] = json.loads("".join(str(child) for child in script.children))
    return found


def kinds(page: Page) -> list[str]:
    return page.root.values("ol.slides li.row", "data-kind")


def controls(page: Page) -> set[str]:
    """The fields that the page lets one write in: "heading_da"."""
    wrappers = page.root.all("ol.slides div.f") + page.root.all("div.cover div.f")
    return {
        f"{node['data-field']}_{node['data-language']}".rstrip("_")
        for node in wrappers
        if "readonly" not in node["class"].split()
    }


def test_links_stand_where_readers_meet_them(editor: Desk, article: Article) -> None:
    page = editor.article(article)
    assert kinds(page) == ["link", "slide", "link", "slide", "slide"]
    assert page.root.texts("ol.slides li.slide .no b") == ["1", "2", "3"]


def test_the_script_learns_what_the_page_shows(editor: Desk, article: Article, cast: Cast) -> None:
    newsroom.byline(article)
    found = config(editor.article(article))
    key = article.slides.all()[0].key
    assert found["values"][key]["heading_da"] == "Trin 1"
    assert found["row_versions"][key] == 0
    assert found["may"]["words"] == ["da", "en"]
    assert found["urls"]["changes"] == f"/admin/articles/article/{article.pk}/changes/"
    assert found["user"] == {"id": cast.editor.pk, "name": "Rasmus Toft", "initials": "RT"}
    assert all("{" not in name for name in found["words"])


def test_a_translator_writes_words_of_one_language(cast: Cast, article: Article) -> None:
    page = Desk(cast.translator).article(article)
    written = controls(page)
    assert {"heading_da", "body_da", "caption_da", "alt_da", "headline_da", "label_da"} <= written
    assert not {name for name in written if name.endswith("_en")}
    assert not written & {"topic", "photo", "bylines", "sources", "languages", "target"}
    assert page.root.all("button.drag") == []
    assert page.root.all('template[id="new-slide"]') == []


def test_who_may_only_read_reads_all_of_it(cast: Cast, article: Article) -> None:
    page = Desk(cast.photo_editor).article(article)
    assert page.status == 200
    first = page.root.all("ol.slides li.slide")[0]
    assert first.one("div.leaf.da .f-heading div.readonly").text == "Trin 1"
    assert controls(page) == set()
    assert page.root.all("form input[name=_save]") == []


def test_addresses_of_publishing_are_kept_from_who_may_not(cast: Cast, article: Article) -> None:
    theirs = config(Desk(cast.translator).article(article))["urls"]
    assert "publish" not in theirs
    assert "publish" in config(Desk(cast.editor).article(article))["urls"]


def test_a_new_article_begins_with_a_slide(writer: Desk, cast: Cast) -> None:
    page = writer.open(ADD, form="article_form")
    assert kinds(page) == ["slide"]
    found = config(page)
    assert found["article"] is None
    assert len(found["token"]) == 36
    assert found["values"][""]["owner"] == cast.writer.pk
    assert found["urls"]["changes"] == "/admin/articles/article/new/changes/"


def test_a_slide_of_one_language_says_so(editor: Desk, article: Article) -> None:
    Slide.objects.filter(pk=article.slides.all()[1].pk).update(languages="en")
    page = editor.article(article)
    assert page.root.values("ol.slides li.slide", "data-languages") == ["both", "en", "both"]


@pytest.mark.parametrize("language", ["en", "da"])
def test_each_field_has_its_own_language(cast: Cast, article: Article, language: str) -> None:
    cast.editor.interface_language = language
    cast.editor.save()
    page = Desk(cast.editor).article(article)
    for leaf in ("en", "da"):
        assert set(page.root.values(f"div.leaf.{leaf} textarea", "lang")) == {leaf}


def test_rows_of_others_are_drawn_as_on_the_page(editor: Desk, article: Article) -> None:
    slide = article.slides.all()[2]
    address = f"{change(article).removesuffix('change/')}rows/"
    answer = editor.client.get(address, {"keys": f"{slide.key},nokey"}).json()
    assert list(answer["rows"]) == [slide.key]
    assert f'id="slide-{slide.key}"' in answer["rows"][slide.key]
    assert "Trin 3" in answer["rows"][slide.key]


def test_names_of_chips_are_told(editor: Desk, article: Article) -> None:
    byline = newsroom.byline(article, "Maja Holt")
    answer = editor.client.get(f"{change(article).removesuffix('change/')}rows/").json()
    assert answer == {
        "rows": {},
        "names": {"bylines": {str(byline.contributor_id): "Maja Holt"}, "sources": {}},
    }


def test_thirty_slides_take_as_many_queries_as_one(editor: Desk, cast: Cast) -> None:
    for number in range(12):
        newsroom.article(f"Another {number}")
    newsroom.photo()
    long = Article.objects.get(pk=storyboard.prepare())
    assert long.slides.count() == storyboard.SLIDES
    editor.article(long)
    with CaptureQueriesContext(connection) as queries:
        page = editor.article(long)
    assert page.status == 200
    assert len(queries) <= 25


def test_who_can_not_write_is_told_why(cast: Cast, writer: Desk) -> None:
    own = newsroom.article(owner=cast.writer)
    assert writer.article(own).root.all(".why-closed") == []
    newsroom.publish(own, "en")
    assert writer.article(own).root.texts(".why-closed") == [
        "Readers have this article, so it is the editors’ now. Ask one to change it."
    ]
    assert Desk(cast.photo_editor).article(own).root.texts(".why-closed") == [
        "You can read this article, and not change it."
    ]


def test_whoever_translates_reads_the_photos_own_words(cast: Cast) -> None:
    article = newsroom.article(assignee_da=cast.translator)
    slide = article.slides.all()[0]
    newsroom.change(slide, alt_en="", photo=newsroom.photo(alt_en="A rung under ice"))
    leaf = Desk(cast.translator).article(article).root.all(".slide .leaf.en")[0]
    assert leaf.texts(".f-alt .inherited") == ["A rung under ice"]
