"""What caches and browsers are told, and what a page costs the database."""

import datetime as dt
import gzip
from typing import Any

import pytest
from django.test import Client

from tests import newsroom
from tests.newsroom import MONDAY

pytestmark = pytest.mark.django_db

HERE = "/en/health/the-last-rung/"
PAGES = ["/en/", "/da/", "/en/health/", HERE, "/da/sundhed/det-nederste-trin/"]


@pytest.mark.one_engine
@pytest.mark.parametrize("address", PAGES)
def test_page_is_public_short_lived_and_the_same_for_everybody(
    client: Client, address: str
) -> None:
    newsroom.live()
    response = client.get(address)
    assert response.headers["Cache-Control"] == "public, max-age=60"
    assert response.headers["Vary"] == "Accept-Encoding"
    assert "Set-Cookie" not in response.headers
    assert not response.cookies


@pytest.mark.one_engine
@pytest.mark.parametrize("address", PAGES)
def test_reader_who_has_the_page_gets_no_body(client: Client, address: str) -> None:
    newsroom.live()
    etag = client.get(address).headers["ETag"]

    again = client.get(address, headers={"if-none-match": etag})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == etag
    assert again.headers["Cache-Control"] == "public, max-age=60"

    newsroom.live("The kettle", "Kedlen")
    assert client.get(address, headers={"if-none-match": etag}).status_code == 200


@pytest.mark.one_engine
@pytest.mark.parametrize("address", [*PAGES, "/en/feed.atom", "/en/nothing/"])
def test_page_leaves_compressed_where_it_is_understood(client: Client, address: str) -> None:
    newsroom.live()
    plain = client.get(address)
    small = client.get(address, headers={"accept-encoding": "gzip, br"})
    assert "Content-Encoding" not in plain.headers
    assert small.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(small.content) == plain.content
    assert len(small.content) < len(plain.content) / 2
    if tag := small.headers.get("ETag"):
        seen = {"accept-encoding": "gzip", "if-none-match": tag}
        assert client.get(address, headers=seen).status_code == 304


@pytest.mark.one_engine
@pytest.mark.parametrize(("left", "age"), [(3600, 60), (60, 60), (59.5, 59), (7, 7), (0.25, 0)])
def test_nothing_is_kept_beyond_the_next_change(client: Client, left: float, age: int) -> None:
    newsroom.live()
    newsroom.publish(newsroom.article("Later", "Senere"), at=MONDAY + dt.timedelta(seconds=left))
    for address in [*PAGES, "/en/nothing/here/", "/en/food/the-last-rung/"]:
        assert client.get(address).headers["Cache-Control"] == f"public, max-age={age}", address


@pytest.mark.one_engine
def test_gone_and_moved_are_not_kept_for_long(client: Client) -> None:
    story = newsroom.live()
    assert client.get("/en/x/the-last-rung/").headers["Cache-Control"] == "public, max-age=60"
    with newsroom.at(MONDAY + dt.timedelta(minutes=1)):
        newsroom.withdraw(story)
        gone = client.get(HERE)
    assert (gone.status_code, gone.headers["Cache-Control"]) == (410, "public, max-age=60")
    assert "ETag" not in gone.headers


def test_pages_cost_four_queries_whatever_is_on_them(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    story = newsroom.article(slides=30)
    slides = list(story.slides.all())
    for number in range(12):
        other = newsroom.article(
            f"Story {number}",
            f"Historie {number}",
            slides=1,
            topic=newsroom.topic(f"Topic {number % 5}", f"Emne {number % 5}"),
        )
        newsroom.link(story, other, after=slides[number])
        newsroom.publish(other)
        newsroom.pin(other, number)
    newsroom.publish(story)
    with newsroom.at(MONDAY + dt.timedelta(minutes=1)):
        newsroom.withdraw(other)

    for address in ("/en/", "/da/"):
        client.get(address)  # what is kept, for a generation or a minute, is there now
    missing = {"/en/nothing/here/": 5, "/en/nothing/": 5}  # with the newest stories instead
    for address, most in {**dict.fromkeys([*PAGES, "/en/topic-4/"], 4), **missing}.items():
        newsroom.generation.forget()
        with django_assert_max_num_queries(most):
            client.get(address)


def test_a_page_that_is_gone_costs_one_query_more_and_one_per_successor(
    client: Client, django_assert_num_queries: Any
) -> None:
    first, second = newsroom.article(), newsroom.article("The second rung", "Trin to")
    newsroom.publish(first)
    newsroom.publish(second)
    with newsroom.at(MONDAY + dt.timedelta(minutes=1)):
        newsroom.withdraw(first, successor=second)
        newsroom.withdraw(second)
        client.get("/en/")
        for address, queries in {"/en/health/the-second-rung/": 5, HERE: 6}.items():
            newsroom.generation.forget()
            with django_assert_num_queries(queries):
                assert client.get(address).status_code == 410


def test_generation_is_asked_before_anything_else(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    """Else a page could be made of newer rows than the state it is said to be of."""
    newsroom.live()
    for address in ("/en/", "/da/"):
        client.get(address)  # what is kept, for a generation or a minute, is there now
    for address in PAGES:
        newsroom.generation.forget()
        with django_assert_max_num_queries(4) as queries:
            client.get(address)
        assert "articles_generation" in queries.captured_queries[0]["sql"]
        assert not any("articles_generation" in q["sql"] for q in queries.captured_queries[1:])
