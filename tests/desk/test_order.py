"""Slides move by number, and a move writes few rows."""

import pytest

from articles.editing.ranking import arrange, ranks, weave
from articles.models.article import Slide
from articles.text.ranks import spread
from tests import newsroom
from tests.cast import Cast
from tests.desk.desk import Desk, headings

pytestmark = pytest.mark.one_engine

ROWS = ["a", "b", "c", "d", "e"]
RANKED = dict(zip(ROWS, spread(5), strict=True))


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, "abcde"),
        ({"b": 5}, "acdeb"),
        ({"e": 1}, "eabcd"),
        ({"a": 2, "b": 1}, "bacde"),
        ({"a": 99}, "bcdea"),
        ({"a": 5, "b": 4, "c": 3, "d": 2, "e": 1}, "edcba"),
    ],
)
def test_a_row_gets_the_number_it_is_given(wanted: dict[str, int], expected: str) -> None:
    assert "".join(arrange(ROWS, wanted)) == expected


@pytest.mark.parametrize(
    ("order", "written"), [("abcde", 0), ("acdeb", 1), ("eabcd", 1), ("bacde", 1), ("edcba", 4)]
)
def test_as_few_ranks_are_written_as_can_be(order: str, written: int) -> None:
    new = ranks(list(order), RANKED)
    assert len(new) == written
    assert sorted(ROWS, key=lambda row: {**RANKED, **new}[row]) == list(order)


def test_equal_ranks_are_parted() -> None:
    new = ranks(["b", "a"], {"a": "5", "b": "5"})
    after = {"a": "5", "b": "5", **new}
    assert len(new) == 1
    assert after["b"] < after["a"]


def test_rows_that_a_page_never_showed_stay_behind_their_neighbour() -> None:
    assert weave(["c", "a"], ["x", "a", "y", "z", "c"]) == ["x", "c", "a", "y", "z"]


@pytest.mark.django_db
class TestOnThePage:
    def test_a_slide_moves_to_the_number_typed(self, writer: Desk, cast: Cast) -> None:
        article = newsroom.article(owner=cast.writer, slides=5)
        before = dict(Slide.objects.values_list("heading_en", "order"))
        writer.send(writer.article(article), **{"slides-3-place": "1"})
        assert headings(article) == ["Step 4", "Step 1", "Step 2", "Step 3", "Step 5"]
        after = dict(Slide.objects.values_list("heading_en", "order"))
        assert [name for name in before if before[name] != after[name]] == ["Step 4"]

    def test_a_new_slide_goes_to_the_number_typed(self, writer: Desk, cast: Cast) -> None:
        article = newsroom.article(owner=cast.writer)
        page = writer.article(article)
        new = {"slides-TOTAL_FORMS": "4", "slides-3-languages": "both"}
        writer.send(page, **new, **{"slides-3-heading_en": "New", "slides-3-place": "2"})
        assert headings(article) == ["Step 1", "New", "Step 2", "Step 3"]

    def test_without_a_number_a_new_slide_goes_last(self, writer: Desk, cast: Cast) -> None:
        article = newsroom.article(owner=cast.writer)
        new = {"slides-TOTAL_FORMS": "4", "slides-3-languages": "both"}
        writer.send(writer.article(article), **new, **{"slides-3-heading_da": "Ny"})
        assert headings(article) == ["Step 1", "Step 2", "Step 3", ""]

    def test_bylines_are_ordered_the_same_way(self, writer: Desk, cast: Cast) -> None:
        article = newsroom.article(owner=cast.writer)
        newsroom.byline(article, "Maja Holt")
        newsroom.byline(article, "Lea Nørgaard", "translation")
        writer.send(writer.article(article), **{"bylines-1-place": "1"})
        named = [byline.contributor.name for byline in article.bylines.all()]
        assert named == ["Lea Nørgaard", "Maja Holt"]
