"""What `make bench` reports is true; the server itself it starts only when it is run."""

import pytest

from bench import pages
from tests import newsroom

pytestmark = pytest.mark.django_db


def test_the_longest_live_article_is_measured() -> None:
    with newsroom.at(newsroom.MONDAY):
        newsroom.publish(newsroom.article("Short", "Kort", slides=2))
        newsroom.publish(newsroom.article("Long", "Lang", slides=5), "da")
        newsroom.article("Longer and a draft", "Længere og en kladde", slides=9)
        gone = newsroom.article("Longer and gone", "Længere og væk", slides=7)
        newsroom.publish(gone)
        newsroom.withdraw(gone)
        assert pages.longest_article() == "/da/sundhed/lang/"


def test_a_page_is_made_in_at_most_four_queries() -> None:
    with newsroom.at(newsroom.MONDAY):
        newsroom.publish(newsroom.article(slides=8))
        body, queries = pages.render("/en/health/the-last-rung/")
    assert 1 <= queries <= 4
    assert body.startswith(b"<!") and body.count(b"What happened at step") == 8


def test_only_a_page_that_is_there_is_measured() -> None:
    with pytest.raises(SystemExit, match=r"^/en/health/no-such/ answered 404$"):
        pages.render("/en/health/no-such/")


def test_times_are_summed_up() -> None:
    assert pages.summary([float(number) for number in range(1, 100)]) == pages.Timing(50.0, 95.0)
