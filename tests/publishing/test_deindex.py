"""Search engines are asked to leave an article alone, one language or both, until they may again."""

import pytest

from articles.models.article import Article
from articles.models.edition import Deindexed, Edition
from articles.models.erasure import Erasure
from articles.models.generation import ask
from articles.publishing.deindex import deindex, index_again
from articles.publishing.errors import NoReasonGiven, NothingToDo
from tests import newsroom
from tests.cast import Cast
from tests.newsroom import MONDAY
from tests.tables import nothing_written

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(monday: None) -> Article:
    return newsroom.live()


def indexed(article: Article) -> set[str]:
    live = Edition.objects.live(MONDAY).indexed().filter(article=article)
    return set(live.values_list("language", flat=True))


def test_each_language_by_itself_and_back(story: Article, cast: Cast) -> None:
    newsroom.live("Another", "En anden")
    counter = ask().counter
    deindex(article=story, languages=["da"], by=cast.chief, reason="He asked.")
    assert ask().counter == counter + 1
    assert indexed(story) == {"en"}
    assert Edition.objects.live(MONDAY).indexed().count() == 3
    deindex(article=story, languages=["en", "da"], by=cast.chief, reason="In English too.")
    assert indexed(story) == set()
    index_again(article=story, languages=["en", "da"], by=cast.chief, reason="He changed his mind.")
    assert indexed(story) == {"en", "da"}
    log = Erasure.objects.order_by("pk").values_list("kind", "languages", "reason")
    assert list(log) == [
        ("deindex", ["da"], "He asked."),
        ("deindex", ["en"], "In English too."),
        ("index", ["en", "da"], "He changed his mind."),
    ]


def test_it_holds_for_what_is_published_later(story: Article, cast: Cast) -> None:
    deindex(article=story, languages=["en"], by=cast.chief, reason="He asked.")
    newsroom.change(story, headline_en="The first rung")
    newsroom.publish(story, "en")
    assert indexed(story) == {"da"}


def test_what_is_so_already_is_not_written(story: Article, cast: Cast) -> None:
    deindex(article=story, languages=["en"], by=cast.chief, reason="He asked.")
    with nothing_written():
        with pytest.raises(NothingToDo):
            deindex(article=story, languages=["en"], by=cast.chief, reason="Again.")
        with pytest.raises(NothingToDo):
            index_again(article=story, languages=["da"], by=cast.chief, reason="Again.")
        with pytest.raises(NoReasonGiven):
            deindex(article=story, languages=["da"], by=cast.chief, reason=" ")
    assert Deindexed.objects.count() == 1
