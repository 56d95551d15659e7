"""Scheduling, and what becomes of the scheduled when something goes out before it."""

import pytest

from articles.document.merge import Parts
from articles.publishing.publish import publish
from tests import newsroom
from tests.newsroom import MONDAY
from tests.publishing.facts import (
    DAY,
    HOUR,
    SECOND,
    addresses,
    chain,
    headline,
    instants,
    rewrite,
)

pytestmark = pytest.mark.usefixtures("desk_language", "monday")

TUESDAY = MONDAY + DAY
WEDNESDAY = MONDAY + 2 * DAY
HEADLINE = Parts(fields=frozenset({"headline"}))
STANDFIRST = Parts(fields=frozenset({"standfirst"}))


def test_a_scheduled_edition_is_seen_from_its_instant_on() -> None:
    article = newsroom.article()
    [edition] = publish(article=article, languages=["en"], by=None, at=TUESDAY)
    assert (edition.published_at, edition.live_from, edition.first_live_from) == (
        MONDAY,
        TUESDAY,
        TUESDAY,
    )
    assert headline(article, "en", TUESDAY - SECOND) is None
    assert headline(article, "en", TUESDAY) == "The last rung"
    assert instants(article, "en") == [TUESDAY]
    assert addresses(article) == {("en", "the-last-rung")}


def test_it_ends_what_is_live_at_its_instant_and_not_before() -> None:
    article = newsroom.article()
    publish(article=article, languages=["en"], by=None)
    rewrite(article, "en", headline="Rewritten")
    publish(article=article, languages=["en"], by=None, at=TUESDAY)
    assert chain(article, "en") == [
        (1, "first", MONDAY, TUESDAY),
        (2, "update", TUESDAY, None),
    ]


def test_scheduled_first_then_live_at_once_is_first_published_now() -> None:
    article = newsroom.article()
    publish(article=article, languages=["en"], by=None, at=TUESDAY)
    rewrite(article, "en", headline="Now")
    [now] = publish(article=article, languages=["en"], by=None)
    # A whole publication has everything that the scheduled one had: nothing is left to do.
    assert chain(article, "en") == [(2, "first", MONDAY, None)]
    assert (now.first_live_from, now.modified_at) == (MONDAY, MONDAY)


def test_a_fix_under_a_scheduled_rewrite_goes_into_both() -> None:
    article = newsroom.article()
    publish(article=article, languages=["en"], by=None)
    rewrite(article, "en", headline="Rewritten", standfirst="All new.")
    publish(article=article, languages=["en"], by=None, at=TUESDAY)
    rewrite(article, "en", standfirst="Fixed.", headline="Half done")
    with newsroom.at(MONDAY + HOUR):
        publish(article=article, languages=["en"], by=None, only=STANDFIRST, kind="minor")
    assert chain(article, "en") == [
        (1, "first", MONDAY, MONDAY + HOUR),
        (3, "minor", MONDAY + HOUR, TUESDAY),
        (4, "update", TUESDAY, None),
    ]
    found = {
        each.number: (each.document["headline"], each.document["standfirst"])
        for each in article.editions.standing().filter(language="en")
    }
    assert found == {
        1: ("The last rung", "The last rung, told by those who were there."),
        3: ("The last rung", "Fixed."),
        4: ("Rewritten", "Fixed."),
    }


def test_a_rebuilt_one_that_would_change_nothing_is_dropped() -> None:
    article = newsroom.article()
    publish(article=article, languages=["en"], by=None)
    for day in (TUESDAY, WEDNESDAY):
        rewrite(article, "en", headline=f"For {day:%A}")
        publish(article=article, languages=["en"], by=None, at=day)
    with newsroom.at(MONDAY + HOUR):
        publish(article=article, languages=["en"], by=None, only=HEADLINE)
    assert [(number, kind) for number, kind, *_rest in chain(article, "en")] == [
        (1, "first"),
        (4, "update"),
    ]
    assert headline(article, "en", WEDNESDAY) == "For Wednesday"


def test_cancelling_what_is_ahead_leaves_only_the_new_one() -> None:
    article = newsroom.article()
    publish(article=article, languages=["en"], by=None)
    rewrite(article, "en", headline="Rewritten", slug="rewritten")
    publish(article=article, languages=["en"], by=None, at=TUESDAY)
    rewrite(article, "en", headline="Now", slug="now")
    with newsroom.at(MONDAY + HOUR):
        publish(article=article, languages=["en"], by=None, ahead="cancel", only=HEADLINE)
    assert chain(article, "en") == [
        (1, "first", MONDAY, MONDAY + HOUR),
        (3, "update", MONDAY + HOUR, None),
    ]
    assert addresses(article) == {("en", "the-last-rung")}
    assert instants(article, "en") == [MONDAY, MONDAY + HOUR]


def test_what_is_scheduled_before_stays() -> None:
    article = newsroom.article()
    for day in (WEDNESDAY, TUESDAY):
        rewrite(article, "en", headline=f"For {day:%A}")
        publish(article=article, languages=["en"], by=None, at=day, ahead="cancel")
    assert chain(article, "en") == [(2, "first", TUESDAY, None)]
    rewrite(article, "en", headline="Later still")
    publish(article=article, languages=["en"], by=None, at=WEDNESDAY)
    assert chain(article, "en") == [
        (2, "first", TUESDAY, WEDNESDAY),
        (3, "update", WEDNESDAY, None),
    ]


@pytest.mark.parametrize("ahead", ["rebuild", "cancel"])
def test_the_second_for_one_instant_takes_the_firsts_place(ahead: str) -> None:
    article = newsroom.article(slug_en="rejected")
    publish(article=article, languages=["en"], by=None, at=TUESDAY)
    rewrite(article, "en", headline="Accepted", slug="accepted")
    publish(article=article, languages=["en"], by=None, at=TUESDAY, ahead=ahead)  # type: ignore[arg-type]
    assert chain(article, "en") == [(2, "first", TUESDAY, None)]
    assert addresses(article) == {("en", "accepted")}


def test_one_languages_schedule_is_nothing_to_the_other() -> None:
    article = newsroom.article()
    publish(article=article, languages=["en", "da"], by=None, at=TUESDAY)
    rewrite(article, "en", headline="Now")
    publish(article=article, languages=["en"], by=None, ahead="cancel")
    assert chain(article, "da") == [(1, "first", TUESDAY, None)]


def test_the_dates_of_a_page_follow_from_when_its_editions_are_seen() -> None:
    article = newsroom.article()
    publish(article=article, languages=["en"], by=None)
    rewrite(article, "en", headline="Rewritten")
    publish(article=article, languages=["en"], by=None, at=TUESDAY)
    rewrite(article, "en", headline="Polished")
    publish(article=article, languages=["en"], by=None, at=WEDNESDAY, kind="minor")
    dates = [
        (each.number, each.first_live_from, each.modified_at)
        for each in article.editions.order_by("number")
    ]
    assert dates == [
        (1, MONDAY, MONDAY),
        (2, MONDAY, TUESDAY),
        (3, MONDAY, TUESDAY),
    ]
