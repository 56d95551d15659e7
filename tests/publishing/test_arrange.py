"""Arranging the front page: all of it or nothing, and never over what somebody else has arranged."""

import datetime as dt

import pytest

from articles.models import generation
from articles.models.article import Article
from articles.models.edition import Instant
from articles.models.newsroom import HIDDEN, FrontSlot
from articles.publishing.arrange import Entry, Rearranged, arrange, fingerprint
from tests import newsroom

pytestmark = pytest.mark.django_db


@pytest.fixture
def article() -> Article:
    return newsroom.article()


def entry(article: Article, slot: FrontSlot | None = None, **values: object) -> Entry:
    given = {"position": 0, "shown_from": newsroom.MONDAY, **values}
    return Entry(slot.pk if slot else None, article.pk, **given)


def test_slots_are_made_changed_and_taken_away(article: Article) -> None:
    other = newsroom.article("Two")
    kept, gone = newsroom.pin(article, 1), newsroom.pin(other, 2)
    hidden = entry(other, position=HIDDEN)
    moved = entry(article, kept, position=4, shown_until=newsroom.MONDAY + dt.timedelta(days=1))
    before = generation.ask().counter
    seen = fingerprint("en")
    assert arrange(language="en", entries=[hidden, moved], removed={gone.pk}, seen=seen)
    assert set(FrontSlot.objects.values_list("position", "article_id")) == {
        (4, article.pk),
        (HIDDEN, other.pk),
    }
    assert Instant.objects.filter(key=f"slot:{kept.pk}").count() == 2
    assert generation.ask().counter == before + 1


def test_the_other_language_is_left_alone(article: Article) -> None:
    danish = newsroom.pin(article, language="da")
    seen = fingerprint("en")
    arrange(language="en", entries=[entry(article, danish, position=3)], removed=set(), seen=seen)
    danish.refresh_from_db()
    assert danish.position == 0
    assert FrontSlot.objects.get(language="en").position == 3
    assert not arrange(language="en", entries=[], removed={danish.pk}, seen=fingerprint("en"))
    assert FrontSlot.objects.filter(pk=danish.pk).exists()


@pytest.mark.parametrize("field", ["position", "shown_until"])
def test_what_was_arranged_meanwhile_is_not_overwritten(article: Article, field: str) -> None:
    slot = newsroom.pin(article)
    seen = fingerprint("en")
    later = {"position": 5, "shown_until": newsroom.MONDAY + dt.timedelta(days=9)}
    newsroom.change(slot, **{field: later[field]})
    before = generation.ask().counter
    with pytest.raises(Rearranged):
        arrange(language="en", entries=[entry(article, slot)], removed=set(), seen=seen)
    assert generation.ask().counter == before


def test_what_is_as_it_was_makes_no_page_anew(article: Article) -> None:
    slot = newsroom.pin(article, shown_from=newsroom.MONDAY)
    before = generation.ask().counter
    same = entry(article, slot)
    assert not arrange(language="en", entries=[same], removed=set(), seen=fingerprint("en"))
    assert generation.ask().counter == before
