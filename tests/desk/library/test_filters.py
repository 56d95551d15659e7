"""The library's filters: what each shows, what its number says, and how they are taken away."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models.photo import Photo
from tests import newsroom
from tests.cast import Cast
from tests.desk.desk import Desk
from tests.desk.library.shelves import LIBRARY, found, library, numbers, titles

pytestmark = pytest.mark.django_db
Shelf = dict[str, Photo]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("needs=alt-en", ["no english"]),
        ("needs=alt-da", ["no danish"]),
        ("needs=credit", ["no credit"]),
        ("needs=byline", ["no byline"]),
        ("needs=basis", ["no right"]),
        ("needs=filename", ["file name"]),
        ("needs=work", ["in work"]),
        ("needs=failed", ["failed"]),
        ("rights=expiring", ["expiring"]),
        ("rights=expired", ["expired"]),
        ("rights=down", ["down"]),
        ("shape=portrait", ["portrait"]),
        ("needs=alt-en&needs=alt-da", ["no danish", "no english"]),
        ("needs=alt-da&rights=expired", []),
        ("credit=none", ["no credit"]),
        ("basis=unknown", ["no right"]),
    ],
)
def test_each_shows_what_it_says(
    signe: Desk, shelf: Shelf, query: str, expected: list[str]
) -> None:
    assert found(signe, query) == expected


@pytest.mark.parametrize(
    "query", ["needs=nonsense", "credit=x", "basis=theft", "since=never", "p=99", "by=²"]
)
def test_what_means_nothing_asks_for_nothing(signe: Desk, shelf: Shelf, query: str) -> None:
    assert len(found(signe, query)) == len(shelf)


def test_numbers_say_what_an_option_would_show(signe: Desk, shelf: Shelf) -> None:
    shown = numbers(library(signe))
    assert shown["No alt text, English"] == "1"
    assert shown["Expired"] == "1"
    assert shown["Unused"] == "13"
    assert (shown["Landscape"], shown["Portrait"]) == ("12", "1")
    assert shown["Possible duplicates"] == ""


def test_numbers_count_beside_what_other_groups_ask_for(signe: Desk, shelf: Shelf) -> None:
    shown = numbers(library(signe, "needs=alt-da&shape=portrait"))
    assert shown["No alt text, Danish"] == "0"  # of the portraits
    assert shown["Landscape"] == "1"  # of those without alt text
    assert shown["No alt text, English"] == "0"


def test_use_is_told_from_working_copies_and_pages(signe: Desk) -> None:
    article = newsroom.article()
    draft, live, spare, unused = (
        newsroom.photo(alt_en=name) for name in ("draft", "live", "spare", "x")
    )
    slides = list(article.slides.all())
    newsroom.change(slides[0], photo=live)
    newsroom.publish(article, "en")
    newsroom.change(slides[0], photo=draft)
    newsroom.change(draft, substitute=spare)
    assert "x" in found(signe, "use=unused")
    assert {"draft", "live", "spare"}.isdisjoint(found(signe, "use=unused"))
    assert "live" in found(signe, "use=live")
    assert {"draft", "x"}.isdisjoint(found(signe, "use=live"))


def test_in_three_articles_counts_each_once(signe: Desk) -> None:
    often, twice = newsroom.photo(alt_en="often"), newsroom.photo(alt_en="twice")
    articles = [newsroom.article(f"Story {number}") for number in range(3)]
    for article in articles:
        newsroom.change(article.slides.all()[0], photo=often)
        newsroom.change(article.slides.all()[1], photo=often)
    for article in articles[:2]:
        newsroom.change(article, lead_photo=twice)
        newsroom.change(article.slides.all()[2], photo=twice)
        newsroom.publish(article, "en")
    assert found(signe, "use=often") == ["often"]
    assert titles(library(signe, "sort=used"))[:2] == ["often", "twice"]


def test_used_in_an_article_by_its_words_or_number(signe: Desk) -> None:
    article = newsroom.article("The harbour", "Havnen i Ærøskøbing", slides=1)
    newsroom.article("Elsewhere")
    photo = article.slides.get().photo
    assert photo is not None
    for query in ("the harbour", "ÆRØSKØBING", str(article.pk), f"%23{article.pk}"):
        assert found(signe, f"article={query}") == [photo.alt_en], query


def test_by_whom_and_when(cast: Cast, signe: Desk, shelf: Shelf) -> None:
    Photo.objects.filter(pk=shelf["whole"].pk).update(
        uploaded_by=cast.photo_editor, uploaded_at=newsroom.MONDAY
    )
    Photo.objects.exclude(pk=shelf["whole"].pk).update(uploaded_at="2020-02-02T12:00Z")
    for query in ("by=me", f"by={cast.photo_editor.pk}", "period=today", "since=2026-11-23"):
        assert found(signe, query) == ["whole"], query
    assert "whole" not in found(signe, "since=2020-02-02&until=2020-02-02")
    assert len(found(signe, "since=2020-02-02&until=2020-02-02")) == 12


def test_a_chip_takes_its_filter_away_and_leaves_the_rest(signe: Desk, shelf: Shelf) -> None:
    page = library(signe, "needs=alt-da&needs=alt-en&rights=expired&q=dansk&sort=oldest")
    links = {
        chip.text.removeprefix("Take away: "): chip["href"] for chip in page.root.all("a.chip")
    }
    assert list(links) == [
        "No alt text, English",
        "No alt text, Danish",
        "Expired",
        "Take all away",
    ]
    assert links["Expired"] == "?needs=alt-da&needs=alt-en&q=dansk&sort=oldest"
    assert links["No alt text, Danish"] == "?needs=alt-en&q=dansk&rights=expired&sort=oldest"
    assert links["Take all away"] == "?q=dansk&sort=oldest"


def test_nothing_found_says_what_to_do(signe: Desk, shelf: Shelf) -> None:
    page = library(signe, "q=zebra&needs=alt-da").root
    assert page.texts("div.empty-state h2") == ["No photo is like that."]
    assert page.values("div.empty-state a", "href") == ["?q=zebra", "?"]


def test_an_empty_library_offers_the_upload_to_whom_it_may(cast: Cast) -> None:
    offered = {"photo_editor": ["/admin/articles/photo/add/"], "writer": []}
    for role, links in offered.items():
        page = library(Desk(getattr(cast, role))).root
        assert page.texts("div.empty-state h2") == ["There are no photos yet."]
        assert page.values("div.empty-state a", "href") == links


def test_pages_keep_what_was_asked(signe: Desk) -> None:
    for number in range(50):
        newsroom.photo(alt_en=f"beach {number}", basis="own")
    page = library(signe, "q=beach&basis=own").root
    assert page.values("a[rel=next]", "href") == ["?basis=own&p=2&q=beach"]
    assert len(titles(library(signe, "q=beach&basis=own&p=2"))) == 2


@pytest.mark.parametrize("view", ["grid", "list"])
def test_a_page_costs_the_same_for_any_number(signe: Desk, cast: Cast, view: str) -> None:
    signe.client.get(f"{LIBRARY}?view={view}")
    costs = []
    for number in (2, 20):
        for each in range(number):
            article = newsroom.article(f"Story {number} {each}")
            newsroom.publish(article, "en")
        Photo.objects.update(uploaded_by=cast.photo_editor, phash="00ff00ff00ff00ff")
        with CaptureQueriesContext(connection) as queries:
            library(signe)
        costs.append(len(queries))
    assert costs[0] == costs[1] <= 15


@pytest.mark.parametrize("asked", ["'\"<x>", "'", '"', '"unclosed', '"it\'s"', "\\", "%", "\x00"])
@pytest.mark.parametrize("name", ["q", "article"])
def test_nothing_that_is_typed_breaks_it(signe: Desk, shelf: Shelf, name: str, asked: str) -> None:
    response = signe.client.get(LIBRARY, {name: asked})
    assert response.status_code == 200


def test_no_column_is_asked_by_its_name_in_an_address(signe: Desk, shelf: Shelf) -> None:
    for name in ("photo", "sha256__startswith", "uploaded_by__password__startswith"):
        assert signe.client.get(LIBRARY, {name: "9" * 23}).status_code == 400
