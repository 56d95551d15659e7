"""What is not live shows nowhere, and its address answers like one that never was."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.test import Client

from articles.models.article import Article
from articles.publishing.cancel import cancel
from tests import newsroom
from tests.newsroom import MONDAY

pytestmark = pytest.mark.django_db

SECRET = "/en/health/the-secret/"
HEMMELIG = "/da/sundhed/hemmeligheden/"
LISTS = [
    *("/en/people/nina-falk/", "/en/archive/", "/en/archive/2026/11/", "/en/corrections/"),
    *("/da/personer/nina-falk/", "/da/arkiv/", "/da/arkiv/2026/11/", "/da/rettelser/"),
]
LATER = MONDAY + dt.timedelta(days=1)


def draft(story: Article) -> None:
    """Nothing was ever published."""


def scheduled(story: Article) -> None:
    newsroom.publish(story, at=LATER)


def cancelled(story: Article) -> None:
    for edition in newsroom.publish(story, at=LATER):
        cancel(edition=edition, by=None)
    newsroom.generation.forget()


def embargoed(story: Article) -> None:
    newsroom.change(story, embargo_until=LATER)
    newsroom.publish(story, at=LATER + dt.timedelta(hours=1))


NEVER_LIVE = [draft, scheduled, cancelled, embargoed]


def answer(client: Client, address: str) -> tuple[int, bytes, dict[str, str]]:
    response = client.get(address)
    return response.status_code, response.content, dict(response.headers)


@pytest.mark.parametrize("state", NEVER_LIVE)
def test_what_was_never_live_answers_like_a_guess(
    client: Client, state: Callable[[Article], None]
) -> None:
    newsroom.live()
    state(newsroom.article("The secret", "Hemmeligheden"))

    for address, guess in ((SECRET, "/en/health/a-guess/"), (HEMMELIG, "/da/sundhed/et-gaet/")):
        found = answer(client, address)
        assert found == answer(client, guess)
        assert found[0] == 404


@pytest.mark.parametrize("state", NEVER_LIVE)
def test_what_was_never_live_is_on_no_page(
    client: Client, state: Callable[[Article], None]
) -> None:
    shown = newsroom.article()
    secret = newsroom.article("The secret", "Hemmeligheden")
    newsroom.link(shown, secret, label_en="The secret", label_da="Hemmeligheden")
    newsroom.pin(secret)
    newsroom.pin(secret, language="da")
    state(secret)
    newsroom.publish(shown)

    for address in (
        "/en/",
        "/da/",
        "/en/health/",
        "/da/sundhed/",
        "/en/health/the-last-rung/",
        "/da/sundhed/det-nederste-trin/",
        "/en/nothing/here/",
        *LISTS,
    ):
        html = client.get(address).content.decode().lower()
        assert "secret" not in html, address
        assert "hemmelig" not in html, address


def test_new_slug_of_a_scheduled_edition_answers_like_a_guess(client: Client) -> None:
    story = newsroom.live()
    newsroom.change(story, slug_en="the-secret", slug_da="hemmeligheden")
    newsroom.publish(story, at=LATER)

    assert answer(client, SECRET) == answer(client, "/en/health/a-guess/")
    assert answer(client, HEMMELIG) == answer(client, "/da/sundhed/et-gaet/")


def test_what_was_withdrawn_is_on_no_list(client: Client) -> None:
    shown, secret = newsroom.article(), newsroom.article("The secret", "Hemmeligheden")
    newsroom.link(shown, secret)
    newsroom.pin(secret)
    newsroom.publish(shown)
    newsroom.publish(secret)
    with newsroom.at(MONDAY + dt.timedelta(minutes=1)):
        newsroom.withdraw(secret)
        for address in ("/en/", "/en/health/", "/en/health/the-last-rung/", *LISTS):
            assert b"secret" not in client.get(address).content, address


def test_topic_without_a_live_article_is_unknown(client: Client) -> None:
    newsroom.live()
    secret = newsroom.topic("Secret plans", "Hemmelige planer")
    newsroom.publish(newsroom.article("Later", "Senere", topic=secret), at=LATER)

    assert answer(client, "/en/secret-plans/") == answer(client, "/en/a-guess/")
    assert answer(client, "/en/secret-plans/feed.atom") == answer(client, "/en/a-guess/feed.atom")
    assert b"Secret plans" not in client.get("/en/").content


def test_scheduled_article_appears_at_its_instant(client: Client) -> None:
    newsroom.publish(newsroom.article("The secret", "Hemmeligheden"), at=LATER)
    for instant, status in ((LATER - dt.timedelta(microseconds=1), 404), (LATER, 200)):
        with newsroom.at(instant):
            assert client.get(SECRET).status_code == status
            assert (b"The secret" in client.get("/en/").content) is (status == 200)
