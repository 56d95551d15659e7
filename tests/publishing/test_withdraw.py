"""Withdraw: what is live ends, what is scheduled is cancelled, addresses stay claimed."""

import pytest

from articles.publishing.publish import publish
from articles.publishing.withdraw import withdraw
from tests import newsroom
from tests.cast import Cast
from tests.newsroom import MONDAY
from tests.publishing.facts import (
    DAY,
    HOUR,
    addresses,
    chain,
    counter,
    headline,
    instants,
    live,
    rewrite,
)

pytestmark = pytest.mark.usefixtures("desk_language", "monday")

NOON = MONDAY + DAY
REASONS = {"en": " It was not true. ", "da": "Det passede ikke."}


def test_from_then_on_readers_see_nothing(cast: Cast) -> None:
    article, successor = newsroom.article(), newsroom.article("Better", "Bedre")
    newsroom.publish(article)
    before = counter()
    with newsroom.at(NOON):
        ended = withdraw(
            article=article,
            languages=["da", "en"],
            by=cast.chief,
            reasons=REASONS,
            successor=successor,
        )
    assert [
        (e.language, e.withdrawn_at, e.live_until, e.withdrawal_reason, e.ended_by, e.successor)
        for e in ended
    ] == [
        ("da", NOON, NOON, "Det passede ikke.", cast.chief, successor),
        ("en", NOON, NOON, "It was not true.", cast.chief, successor),
    ]
    assert headline(article, "en", NOON - HOUR) == "The last rung"
    assert live(article, "en", NOON) is None
    assert instants(article, "en") == [MONDAY, NOON]
    assert addresses(article) == {("en", "the-last-rung"), ("da", "det-nederste-trin")}
    assert counter() == before + 1


def test_one_language_alone() -> None:
    article = newsroom.live()
    with newsroom.at(NOON):
        [ended] = withdraw(article=article, languages=["da"], by=None)
    assert (ended.language, ended.withdrawal_reason, ended.successor) == ("da", "", None)
    assert headline(article, "en", NOON) == "The last rung"


def test_what_is_scheduled_is_cancelled_and_its_new_address_is_free() -> None:
    article = newsroom.live(only="en")
    rewrite(article, "en", slug="moved", headline="Rewritten")
    newsroom.publish(article, "en", at=NOON)
    with newsroom.at(MONDAY + HOUR):
        newsroom.withdraw(article, "en")
    assert chain(article, "en") == [(1, "first", MONDAY, MONDAY + HOUR)]
    assert live(article, "en", NOON) is None
    assert addresses(article) == {("en", "the-last-rung")}
    other = newsroom.article("Moved", "Flyttet")
    publish(article=other, languages=["en"], by=None)


def test_back_again_by_publishing_leaves_the_gap_that_was_asked_for() -> None:
    article = newsroom.live(only="en")
    with newsroom.at(MONDAY + HOUR):
        newsroom.withdraw(article, "en")
    with newsroom.at(NOON):
        newsroom.publish(article, "en", at=NOON + HOUR)
    assert chain(article, "en") == [
        (1, "first", MONDAY, MONDAY + HOUR),
        (2, "update", NOON + HOUR, None),
    ]
    assert instants(article, "en") == [MONDAY, MONDAY + HOUR, NOON + HOUR]


def test_a_second_withdrawal_keeps_the_first() -> None:
    article = newsroom.live(only="en")
    withdraw(article=article, languages=["en"], by=None, reasons={"en": "Once."})
    with newsroom.at(NOON):
        newsroom.publish(article, "en")
        withdraw(article=article, languages=["en"], by=None, reasons={"en": "Twice."})
    assert [(e.withdrawn_at, e.withdrawal_reason) for e in article.editions.order_by("number")] == [
        (MONDAY, "Once."),
        (NOON, "Twice."),
    ]


def test_two_articles_may_be_withdrawn_for_each_other() -> None:
    one, two = newsroom.article(), newsroom.article("Two", "To")
    for article in (one, two):
        newsroom.publish(article, "en")
    withdraw(article=one, languages=["en"], by=None, successor=two)
    withdraw(article=two, languages=["en"], by=None, successor=one)
    assert [e.successor for e in (one.editions.get(), two.editions.get())] == [two, one]
