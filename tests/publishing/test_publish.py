"""Publish at once: what becomes of the working copy, and of what was live."""

import datetime as dt

import pytest

from articles.document.build import build, card
from articles.document.serialise import digest, dump
from articles.models.edition import Edition
from articles.models.translated import read
from articles.publishing.publish import publish
from articles.publishing.snapshot import working_copy
from tests import newsroom
from tests.cast import Cast
from tests.newsroom import MONDAY
from tests.publishing.facts import (
    DAY,
    HOUR,
    addresses,
    chain,
    counter,
    document,
    headline,
    instants,
    live,
    rewrite,
)

pytestmark = pytest.mark.usefixtures("desk_language", "monday")


def test_a_whole_edition(cast: Cast) -> None:
    article = newsroom.article()
    frozen = build(working_copy(article, as_of=MONDAY), "da")
    [edition] = publish(article=article, languages=["da"], by=cast.editor)
    stored = Edition.objects.get()
    columns = {field.attname: getattr(stored, field.attname) for field in stored._meta.fields}
    assert columns == {
        "id": edition.pk,
        "article_id": article.pk,
        "language": "da",
        "number": 1,
        "topic_id": article.topic_id,
        "slug": "det-nederste-trin",
        "document": dump(frozen),
        "card": dump(card(frozen)),
        "schema": 2,
        "digest": digest(frozen),
        "kind": "first",
        "published_by_id": cast.editor.pk,
        "overrules": [],
        "published_at": MONDAY,
        "live_from": MONDAY,
        "live_until": None,
        "first_live_from": MONDAY,
        "modified_at": MONDAY,
        "cancelled_at": None,
        "withdrawn_at": None,
        "withdrawal_reason": "",
        "ended_by_id": None,
        "successor_id": None,
        "erased_at": None,
    }
    assert {photo.pk for photo in edition.photos.all()} == {
        slide.photo_id for slide in article.slides.all()
    }
    assert addresses(article) == {("da", "det-nederste-trin")}
    assert instants(article, "da") == [MONDAY]
    assert instants(article, "en") == []


def test_the_document_is_in_its_language_whatever_the_desks_is() -> None:
    article = newsroom.article()
    editions = publish(article=article, languages=["da", "en"], by=None)
    assert [(document(each).headline, each.card["headline"], each.slug) for each in editions] == [
        ("Det nederste trin", "Det nederste trin", "det-nederste-trin"),
        ("The last rung", "The last rung", "the-last-rung"),
    ]
    assert [slide.heading for slide in document(editions[0]).slides] == [
        "Trin 1",
        "Trin 2",
        "Trin 3",
    ]


def test_both_languages_are_one_act_at_one_instant() -> None:
    article = newsroom.article()
    before = counter()
    editions = publish(article=article, languages=["en", "da"], by=None)
    assert {(each.live_from, each.number, each.kind) for each in editions} == {(MONDAY, 1, "first")}
    assert counter() == before + 1


def test_a_language_named_twice_is_published_once() -> None:
    article = newsroom.article()
    publish(article=article, languages=["en", "en"], by=None)
    assert chain(article, "en") == [(1, "first", MONDAY, None)]


def test_the_next_edition_ends_the_one_before() -> None:
    article = newsroom.article()
    publish(article=article, languages=["en"], by=None)
    rewrite(article, "en", headline="The first rung")
    with newsroom.at(MONDAY + HOUR):
        [second] = publish(article=article, languages=["en"], by=None)
    assert chain(article, "en") == [
        (1, "first", MONDAY, MONDAY + HOUR),
        (2, "update", MONDAY + HOUR, None),
    ]
    just_before = MONDAY + HOUR - dt.timedelta(microseconds=1)
    assert headline(article, "en", just_before) == "The last rung"
    assert headline(article, "en", MONDAY + HOUR) == "The first rung"
    assert instants(article, "en") == [MONDAY, MONDAY + HOUR]
    assert second.live_until is None


def test_what_was_published_never_changes_again() -> None:
    article = newsroom.article()
    [first] = publish(article=article, languages=["en"], by=None)
    frozen = (first.document, first.card, first.digest)
    rewrite(article, "en", headline="The first rung")
    article.slides.all().delete()
    again = Edition.objects.get(pk=first.pk)
    assert (again.document, again.card, again.digest) == frozen


@pytest.mark.parametrize(
    ("kind", "stored", "moves"),
    [
        ("update", "update", True),
        ("minor", "minor", False),
        ("reissue", "reissue", False),
        ("first", "update", True),
    ],
)
def test_only_news_moves_the_date(kind: str, stored: str, moves: bool) -> None:
    article = newsroom.article()
    publish(article=article, languages=["en"], by=None)
    with newsroom.at(MONDAY + DAY):
        [edition] = publish(article=article, languages=["en"], by=None, kind=kind)
    assert (edition.kind, edition.first_live_from, edition.modified_at) == (
        stored,
        MONDAY,
        MONDAY + DAY if moves else MONDAY,
    )


@pytest.mark.parametrize("kind", ["update", "minor"])
def test_the_first_that_readers_see_is_the_first_publication(kind: str) -> None:
    article = newsroom.article()
    [edition] = publish(article=article, languages=["en"], by=None, kind=kind)
    assert (edition.kind, edition.modified_at) == ("first", MONDAY)


def test_each_language_counts_for_itself() -> None:
    article = newsroom.article()
    publish(article=article, languages=["en"], by=None)
    with newsroom.at(MONDAY + HOUR):
        publish(article=article, languages=["en", "da"], by=None)
    assert [number for number, *_rest in chain(article, "en")] == [1, 2]
    assert chain(article, "da") == [(1, "first", MONDAY + HOUR, None)]


def test_publishing_twice_at_one_instant_shows_the_second() -> None:
    article = newsroom.article()
    publish(article=article, languages=["en"], by=None)
    rewrite(article, "en", headline="The first rung")
    publish(article=article, languages=["en"], by=None)
    assert chain(article, "en") == [(1, "first", MONDAY, MONDAY), (2, "update", MONDAY, None)]
    assert headline(article, "en", MONDAY) == "The first rung"


def test_an_address_made_from_the_headline_stays_when_the_headline_changes() -> None:
    article = newsroom.article(slug_en="", slug_da="")
    publish(article=article, languages=["en"], by=None)
    article.refresh_from_db()
    assert (read(article, "slug", "en"), read(article, "slug", "da")) == ("the-last-rung", "")
    rewrite(article, "en", headline="The first rung")
    with newsroom.at(MONDAY + HOUR):
        [second] = publish(article=article, languages=["en"], by=None)
    assert second.slug == "the-last-rung"


def test_a_copy_of_the_article_held_since_before_is_not_what_is_published() -> None:
    article = newsroom.article()
    rewrite(article, "en", headline="Changed by somebody else")
    [edition] = publish(article=article, languages=["en"], by=None)
    assert document(edition).headline == "Changed by somebody else"


def test_publishing_needs_a_person_no_more_than_a_person_needs_to_stay(cast: Cast) -> None:
    article = newsroom.article()
    publish(article=article, languages=["en"], by=cast.editor)
    cast.editor.delete()
    assert Edition.objects.get().published_by is None


def test_live_after_an_end_starts_again_with_the_first_date_kept() -> None:
    article = newsroom.article()
    publish(article=article, languages=["en"], by=None)
    with newsroom.at(MONDAY + HOUR):
        newsroom.withdraw(article, "en")
    with newsroom.at(MONDAY + DAY):
        [again] = publish(article=article, languages=["en"], by=None)
    assert live(article, "en", MONDAY + 2 * HOUR) is None
    assert (again.kind, again.first_live_from, again.modified_at) == (
        "update",
        MONDAY,
        MONDAY + DAY,
    )
