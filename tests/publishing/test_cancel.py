"""Cancel: a scheduled Edition that nobody will see, and what was before it goes on."""

import pytest

from articles.publishing.cancel import cancel
from articles.publishing.errors import AlreadySeen
from articles.publishing.publish import publish
from tests import newsroom
from tests.cast import Cast
from tests.newsroom import MONDAY
from tests.publishing.facts import DAY, SECOND, addresses, chain, headline, instants, live, rewrite
from tests.tables import nothing_written

pytestmark = pytest.mark.usefixtures("desk_language", "monday")

TUESDAY = MONDAY + DAY
WEDNESDAY = MONDAY + 2 * DAY


def test_what_was_live_goes_on(cast: Cast) -> None:
    article = newsroom.live(only="en")
    rewrite(article, "en", headline="Rewritten")
    [edition] = newsroom.publish(article, "en", at=TUESDAY)
    with newsroom.at(TUESDAY - SECOND):
        cancel(edition=edition, by=cast.chief)
    edition.refresh_from_db()
    assert (edition.cancelled_at, edition.ended_by, edition.live_until) == (
        TUESDAY - SECOND,
        cast.chief,
        TUESDAY,
    )
    assert chain(article, "en") == [(1, "first", MONDAY, None)]
    assert headline(article, "en", WEDNESDAY) == "The last rung"
    assert instants(article, "en") == [MONDAY]


def test_the_only_one_leaves_nothing_behind() -> None:
    article = newsroom.article()
    [edition] = newsroom.publish(article, "en", at=TUESDAY)
    cancel(edition=edition, by=None)
    assert live(article, "en", WEDNESDAY) is None
    assert (chain(article, "en"), addresses(article), instants(article, "en")) == ([], set(), [])


def test_one_of_several_gives_its_time_to_the_one_before() -> None:
    article = newsroom.article()
    for day in (MONDAY + SECOND, TUESDAY, WEDNESDAY):
        rewrite(article, "en", headline=f"{day:%A}")
        newsroom.publish(article, "en", at=day)
    cancel(edition=article.editions.get(number=2), by=None)
    assert chain(article, "en") == [
        (1, "first", MONDAY + SECOND, WEDNESDAY),
        (3, "update", WEDNESDAY, None),
    ]


def test_the_next_number_is_a_new_one() -> None:
    article = newsroom.article()
    [edition] = newsroom.publish(article, "en", at=TUESDAY)
    cancel(edition=edition, by=None)
    [again] = newsroom.publish(article, "en", at=TUESDAY)
    assert (again.number, again.kind) == (2, "first")


def test_the_first_date_moves_to_the_next_that_will_be_seen() -> None:
    article = newsroom.article()
    [edition] = newsroom.publish(article, "en", at=TUESDAY)
    rewrite(article, "en", headline="Rewritten")
    newsroom.publish(article, "en", at=WEDNESDAY, kind="minor")
    cancel(edition=edition, by=None)
    [left] = article.editions.standing()
    assert (left.first_live_from, left.modified_at) == (WEDNESDAY, WEDNESDAY)


def test_an_edition_held_since_before_it_was_rebuilt_is_not_cancelled_again() -> None:
    article = newsroom.live(only="en")
    rewrite(article, "en", headline="Rewritten")
    [edition] = newsroom.publish(article, "en", at=TUESDAY)
    assert edition.cancelled_at is None
    publish(article=article, languages=["en"], by=None)
    with nothing_written(), pytest.raises(AlreadySeen):
        cancel(edition=edition, by=None)
