"""Which address answers what: 200, 301 in one hop, 404, 405, 410."""

import datetime as dt
from itertools import pairwise

import pytest
from django.test import Client

from articles.models.article import Article
from articles.reader import addresses
from tests import newsroom
from tests.newsroom import MONDAY
from tests.reader.conftest import Read

pytestmark = pytest.mark.django_db

HERE = "/en/health/the-last-rung/"
HOUR = dt.timedelta(hours=1)


def assert_moved(client: Client, address: str, to: str) -> None:
    response = client.get(address)
    assert (response.status_code, response.headers["Location"]) == (301, to)
    assert client.get(to).status_code in (200, 410), "one hop"


def test_addresses_are_written_and_read_alike(client: Client) -> None:
    newsroom.live()
    for address in (
        addresses.front("en"),
        addresses.front("da"),
        addresses.topic("en", "health"),
        addresses.topic("da", "sundhed"),
        addresses.article("en", "health", "the-last-rung"),
        addresses.article("da", "sundhed", "det-nederste-trin"),
    ):
        assert client.get(address).status_code == 200, address


def test_wrong_or_changed_topic_moves(client: Client) -> None:
    story = newsroom.live()
    assert_moved(client, "/en/sundhed/the-last-rung/", HERE)
    assert_moved(client, "/da/health/det-nederste-trin/", "/da/sundhed/det-nederste-trin/")

    newsroom.change(story, topic=newsroom.topic("Food", "Mad"))
    with newsroom.at(MONDAY + HOUR):
        newsroom.publish(story)
        assert_moved(client, HERE, "/en/food/the-last-rung/")


def test_topic_that_lost_its_address_keeps_its_articles_readable(client: Client) -> None:
    newsroom.live()
    newsroom.change(newsroom.topic(), slug_da="")

    assert_moved(client, "/da/sundhed/det-nederste-trin/", "/da/historier/det-nederste-trin/")


def test_changed_slug_moves_in_one_hop_from_every_earlier_one(client: Client) -> None:
    story = newsroom.live()
    for hours, slug in ((1, "second"), (2, "third")):
        with newsroom.at(MONDAY + hours * HOUR):
            newsroom.change(story, slug_en=slug)
            newsroom.publish(story, "en")

    with newsroom.at(MONDAY + 3 * HOUR):
        assert_moved(client, HERE, "/en/health/third/")
        assert_moved(client, "/en/food/second/", "/en/health/third/")
        assert client.get("/en/health/third/").status_code == 200


def test_scheduled_slug_is_unknown_until_its_time(client: Client) -> None:
    story = newsroom.live()
    newsroom.change(story, slug_en="second")
    newsroom.publish(story, "en", at=MONDAY + HOUR)

    assert client.get("/en/health/second/").status_code == 404
    assert client.get(HERE).status_code == 200
    with newsroom.at(MONDAY + HOUR):
        assert client.get("/en/health/second/").status_code == 200
        assert_moved(client, HERE, "/en/health/second/")


@pytest.mark.parametrize(
    "address", ["/en", "/da", "/en/health", "/en/health/the-last-rung", "/admin"]
)
def test_missing_slash_is_added(client: Client, address: str) -> None:
    newsroom.live()
    response = client.get(address)
    assert (response.status_code, response.headers["Location"]) == (301, f"{address}/")


@pytest.mark.parametrize(
    "address",
    [
        "/EN/",
        "/en/Health/",
        "/en/health/The-Last-Rung/",
        "/en/health/the-last-rung/2/",
        "/en/health/the_last_rung/",
        "/en/health/the--last-rung/",
        "/en//health/",
        "/en/health/the-last-rung//",
        "/en/health/æble/",
        "/en/health/%00/",
        "/en/health/the-last-rung/%0aLocation:x",
        "/sv/health/the-last-rung/",
        "/en/health/page/2/extra/",
    ],
)
def test_odd_addresses_are_unknown(client: Client, address: str) -> None:
    newsroom.live()
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("path", ["//example.com/en", "/\\example.com/en", "/en/../admin"])
def test_nobody_is_sent_to_another_site(client: Client, path: str) -> None:
    assert client.get("/", PATH_INFO=path).status_code == 404


def test_query_strings_change_nothing(client: Client) -> None:
    newsroom.live()
    assert client.get(f"{HERE}?utm_source=x").content == client.get(HERE).content


def test_head_answers_like_get_without_a_body(client: Client) -> None:
    newsroom.live()
    head, get = client.head(HERE), client.get(HERE)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["ETag"] == get.headers["ETag"]
    assert head.headers["Content-Length"] == get.headers["Content-Length"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
@pytest.mark.parametrize("address", ["/", "/en/", "/en/health/", HERE, "/en/nothing/here/", "/x"])
def test_pages_are_only_read(method: str, address: str) -> None:
    newsroom.live()
    response = getattr(Client(enforce_csrf_checks=True), method)(address)
    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD")


# --- What was withdrawn --------------------------------------------------------------------------


def gone(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 410
    return response.content.decode()


def test_withdrawn_article_is_gone_and_says_so(client: Client, read: Read) -> None:
    story = newsroom.live()
    newsroom.live("The kettle", "Kedlen")
    with newsroom.at(MONDAY + 2 * HOUR):
        newsroom.withdraw(story, reasons={"en": "A source took back its figures."})
        page = read(HERE, 410)
        side = read("/da/sundhed/det-nederste-trin/", 410)

    assert page.one("title").text == "The story has been withdrawn | Diptych"
    assert page.one("main h1").text == "This story is no longer here"
    assert page.one("p.standfirst").text == "We have withdrawn “The last rung”."
    assert page.one("p.reason").text == "A source took back its figures."
    assert page.one("div.gone p.meta").text == (
        "Published 23 November 2026, 13:00 CET, withdrawn 23 November 2026, 15:00 CET."
    )
    assert page.texts("section.other-articles a") == ["The kettle"]
    assert page.values('meta[name="robots"]', "content") == ["noindex"]
    assert page.all('link[rel="canonical"]') + page.all('link[rel="alternate"][hreflang]') == []
    assert side.one("p.standfirst").text == "Vi har trukket »Det nederste trin« tilbage."
    assert side.all("p.reason") == []
    assert side.one("div.gone p.meta").text == (
        "Publiceret 23. november 2026 kl. 13.00, trukket tilbage 23. november 2026 kl. 15.00."
    )


def test_withdrawing_one_language_leaves_the_other(client: Client, read: Read) -> None:
    story = newsroom.live()
    with newsroom.at(MONDAY + HOUR):
        newsroom.withdraw(story, "da")
        side, page = read("/da/sundhed/det-nederste-trin/", 410), read(HERE)

    assert side.values("nav.languages a", "href")[0] == HERE
    assert page.values("nav.languages a", "href") == [HERE, "/da/"]


def test_every_address_it_had_is_gone(client: Client) -> None:
    story = newsroom.live()
    with newsroom.at(MONDAY + HOUR):
        newsroom.change(story, slug_en="second")
        newsroom.publish(story)
    with newsroom.at(MONDAY + 2 * HOUR):
        newsroom.withdraw(story)
        bodies = {
            gone(client, address) for address in (HERE, "/en/health/second/", "/en/sundhed/second/")
        }
    assert len(bodies) == 1


def test_republished_article_is_back(client: Client) -> None:
    story = newsroom.live()
    with newsroom.at(MONDAY + HOUR):
        newsroom.withdraw(story)
    with newsroom.at(MONDAY + 2 * HOUR):
        newsroom.publish(story, at=MONDAY + 3 * HOUR)
        gone(client, HERE)
    with newsroom.at(MONDAY + 3 * HOUR):
        assert client.get(HERE).status_code == 200


def chain(*names: str) -> list[Article]:
    """Articles published at noon, each withdrawn an hour later for the next; the last one stays."""
    stories = [newsroom.article(name, f"Dansk {name}") for name in names]
    for story in stories:
        newsroom.publish(story)
    with newsroom.at(MONDAY + HOUR):
        for story, successor in pairwise(stories):
            newsroom.withdraw(story, successor=successor)
    return stories


def test_withdrawn_article_leads_to_its_successor(client: Client) -> None:
    chain("one", "two")
    with newsroom.at(MONDAY + 2 * HOUR):
        assert_moved(client, "/en/health/one/", "/en/health/two/")
        assert_moved(client, "/da/sundhed/dansk-one/", "/da/sundhed/dansk-two/")


def test_chain_of_successors_is_one_hop(client: Client) -> None:
    chain("one", "two", "three", "four")
    with newsroom.at(MONDAY + 2 * HOUR):
        assert_moved(client, "/en/health/one/", "/en/health/four/")


def test_successor_that_is_not_live_in_this_language_is_no_successor(client: Client) -> None:
    one, two = newsroom.article("one", "et"), newsroom.article("two", "to")
    newsroom.publish(one)
    newsroom.publish(two, "en")
    with newsroom.at(MONDAY + HOUR):
        newsroom.withdraw(one, successor=two)
        assert_moved(client, "/en/health/one/", "/en/health/two/")
        assert "to" not in gone(client, "/da/sundhed/et/").split()


def test_successors_in_a_ring_are_gone(client: Client) -> None:
    one, two = chain("one", "two")
    with newsroom.at(MONDAY + 2 * HOUR):
        newsroom.withdraw(two, successor=one)
        gone(client, "/en/health/one/")
        gone(client, "/en/health/two/")


# --- The root ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "cookie", "expected"),
    [
        ("", "", "/en/"),
        ("da-DK,da;q=0.9,en;q=0.8", "", "/da/"),
        ("en-US,en;q=0.9,da;q=0.8", "", "/en/"),
        ("de-DE,de;q=0.9,da;q=0.5", "", "/da/"),
        ("sv,fi", "", "/en/"),
        ("xx;q=y,,;", "", "/en/"),
        ("en", "da", "/da/"),
        ("da", "en", "/en/"),
        ("da", "sv", "/da/"),
        ("da", "../x", "/da/"),
    ],
)
def test_root_leads_to_a_language(client: Client, asked: str, cookie: str, expected: str) -> None:
    if cookie:
        client.cookies["diptych-language"] = cookie
    response = client.get("/", headers={"accept-language": asked})
    assert (response.status_code, response.headers["Location"]) == (302, expected)
    assert response.headers["Vary"] == "Accept-Language, Cookie"
    assert response.headers["Cache-Control"] == "no-store"
    assert not response.cookies
