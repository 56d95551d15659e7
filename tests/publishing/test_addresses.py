"""Permalinks: one article per language and slug, for good once it was live."""

import pytest
from django.db import IntegrityError, transaction

from articles.models.permalink import Permalink
from articles.publishing.cancel import cancel
from articles.publishing.errors import Refused
from articles.publishing.publish import publish
from articles.publishing.withdraw import withdraw
from tests import newsroom
from tests.newsroom import MONDAY
from tests.publishing.facts import DAY, HOUR, addresses, rewrite
from tests.tables import nothing_written

pytestmark = pytest.mark.usefixtures("desk_language", "monday")

NOON = MONDAY + DAY


def refused_codes(**options: object) -> list[str]:
    with nothing_written(), pytest.raises(Refused) as refused:
        publish(by=None, **options)  # type: ignore[arg-type]
    return [finding.code for finding in refused.value.findings]


@pytest.mark.parametrize("at", [None, NOON])
def test_an_address_in_use_or_scheduled_is_taken(at: object) -> None:
    newsroom.publish(newsroom.article(), "en", at=at)
    other = newsroom.article("The last rung", "Noget andet")
    assert refused_codes(article=other, languages=["en"]) == ["slug.taken"]


def test_the_same_words_are_free_in_the_other_language() -> None:
    article = newsroom.live("Radio", "Radio")
    assert addresses(article) == {("en", "radio"), ("da", "radio")}


def test_an_address_once_live_is_kept_through_changes_and_withdrawal() -> None:
    article = newsroom.live(only="en")
    rewrite(article, "en", slug="second")
    with newsroom.at(MONDAY + HOUR):
        newsroom.publish(article, "en")
    with newsroom.at(NOON):
        withdraw(article=article, languages=["en"], by=None)
    assert addresses(article) == {("en", "the-last-rung"), ("en", "second")}
    other = newsroom.article("The last rung", "Noget andet")
    assert refused_codes(article=other, languages=["en"]) == ["slug.taken"]


def test_an_article_may_go_back_to_an_address_it_had() -> None:
    article = newsroom.article()
    for hour, slug in enumerate(["first", "second", "first"]):
        rewrite(article, "en", slug=slug)
        with newsroom.at(MONDAY + hour * HOUR):
            newsroom.publish(article, "en")
    assert addresses(article) == {("en", "first"), ("en", "second")}


def test_a_cancelled_one_sets_its_address_free() -> None:
    article = newsroom.article()
    [edition] = newsroom.publish(article, "en", at=NOON)
    cancel(edition=edition, by=None)
    assert addresses(article) == set()
    newsroom.live("The last rung", "Noget andet", only="en")


def test_an_address_that_another_edition_stands_on_is_not_set_free() -> None:
    article = newsroom.live(only="en")
    rewrite(article, "en", headline="Rewritten")
    [edition] = newsroom.publish(article, "en", at=NOON)
    cancel(edition=edition, by=None)
    assert addresses(article) == {("en", "the-last-rung")}


def test_two_scheduled_on_one_new_address_set_it_free_with_the_second() -> None:
    article = newsroom.live(only="en")
    rewrite(article, "en", slug="new")
    [first] = newsroom.publish(article, "en", at=NOON)
    rewrite(article, "en", headline="Rewritten")
    [second] = newsroom.publish(article, "en", at=NOON + HOUR)
    cancel(edition=first, by=None)
    assert addresses(article) == {("en", "the-last-rung"), ("en", "new")}
    cancel(edition=second, by=None)
    assert addresses(article) == {("en", "the-last-rung")}


def test_the_address_of_an_article_that_never_got_out_is_not_held() -> None:
    draft = newsroom.article()
    newsroom.live("The last rung", "Noget andet", only="en")
    assert refused_codes(article=draft, languages=["en"]) == ["slug.taken"]


def test_the_database_itself_gives_an_address_to_one_article() -> None:
    one, two = newsroom.article(), newsroom.article("Two", "To")
    Permalink.objects.create(article=one, language="en", slug="x")
    Permalink.objects.create(article=two, language="da", slug="x")
    with pytest.raises(IntegrityError), transaction.atomic():
        Permalink.objects.create(article=two, language="en", slug="x")
