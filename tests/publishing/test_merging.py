"""SQLite's search index is put together by the worker, a little at a time, and finds the same."""

from collections.abc import Iterator

import pytest

from articles.management.photo_worker import AT_LEISURE
from articles.models import search
from articles.models.search import Token, Within, matching
from articles.publishing import indexing, merging
from tests import newsroom
from tests.newsroom import MONDAY

pytestmark = [pytest.mark.sqlite, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def one_to_look(transactional_db: None) -> Iterator[None]:
    """A worker that has just begun, and an index that keeps nothing of another test."""
    merging.merge()
    merging._looked, merging._is_at_it = -merging._EVERY, False
    yield
    merging._looked, merging._is_at_it = -merging._EVERY, False


def in_pieces(count: int) -> list[int]:
    """So many stories, each published by an act of its own; what a search finds of them."""
    with newsroom.at(MONDAY):
        for number in range(count):
            newsroom.publish(newsroom.article(f"Rung {number}", f"Trin {number}"), "en")
    return found()


def found() -> list[int]:
    hits = matching(((Token("here"), Token("herung")),), Within(MONDAY), most=100)
    return [hit.edition for hit in hits]


def test_the_worker_puts_it_together_and_then_lets_it_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert merging.work in AT_LEISURE
    before = in_pieces(7)
    assert len(before) == 7
    assert search.pieces() > 1
    monkeypatch.setattr(merging, "FEW", 1)
    steps = 0
    while merging.work():
        steps += 1
    assert steps >= 1
    assert search.pieces() == 1
    assert found() == before
    in_pieces(0)
    newsroom.publish(newsroom.article("Another", "En anden"))
    assert search.pieces() > 1
    assert not merging.work()  # it looks once a day
    assert search.pieces() > 1


def test_few_pieces_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    in_pieces(4)
    pieces = search.pieces()
    assert pieces > 1
    monkeypatch.setattr(merging, "FEW", pieces)
    assert not merging.work()
    assert search.pieces() == pieces


def test_an_index_made_anew_is_in_one_piece() -> None:
    before = in_pieces(5)
    assert list(indexing.rebuild())[-1] == 5
    assert search.pieces() == 1
    assert found() == before
