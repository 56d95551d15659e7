"""What a search finds, in which order; and what it never finds."""

import datetime as dt
from urllib.parse import quote, urlencode

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests import newsroom
from tests.newsroom import MONDAY
from tests.reader.conftest import Read
from tests.reader.dom import Node
from tests.reader.searched import PAIRS, publish_all

pytestmark = pytest.mark.django_db

ADDRESS = {"en": "/en/search/", "da": "/da/soeg/"}


def address(language: str, text: str, **more: str) -> str:
    return f"{ADDRESS[language]}?{urlencode({'q': text, **more})}"


def found(page: Node) -> str:
    """The slugs of the stories on a page of results, in order."""
    return " ".join(each["href"].split("/")[3] for each in page.all("ol.results h2 a"))


def test_sixty_searches_find_what_they_must(read: Read) -> None:
    publish_all()
    wrong = {}
    for language, text, expected in PAIRS:
        page = read(address(language, text))
        slugs = found(page)
        if page.all("nav.pages"):
            slugs += f" {found(read(address(language, text, page='2')))}"
        if slugs != expected:
            wrong[language, text] = (slugs, expected)
    assert wrong == {}
    assert len(PAIRS) >= 60


def test_a_page_of_results_says_what_was_found_and_where(read: Read) -> None:
    story = newsroom.article(
        "Whales & ferries", "Hvaler og færger", slides=0, topic=newsroom.topic("Climate", "Klima")
    )
    newsroom.slide(story, 1, order="5", body_en="<p>One <em>whale</em> at dawn.</p>")
    newsroom.publish(story)
    page = read(address("en", "whale"))

    assert page.one("title").text == "“whale”: search | Diptych"
    assert page.one("h1").text == "Search results for “whale”"
    assert page.one("p.found").text == "One story mentions “whale”."
    assert page.texts("ol.results h2") == ["Whales & ferries"]
    assert page.texts("ol.results mark") == ["Whales", "Whales"]
    assert page.one("ol.results h2 a")["href"] == "/en/climate/whales-ferries/"
    assert page.one("ol.results p.kicker").text == "Winter bathing"
    assert page.one("ol.results time").text == "23 November 2026"
    assert page.one('input[name="q"]')["value"] == "whale"
    assert page.one("ol.results img")["alt"].startswith("A jetty at dawn")


def test_a_snippet_shows_the_slide_where_it_is_said(read: Read) -> None:
    story = newsroom.article(slides=0)
    newsroom.slide(
        story,
        1,
        order="5",
        heading_en="Low tide",
        body_en=f"<p>{'Nothing happened for a long while. ' * 9}Then a <em>porpoise</em> rose &amp; dived.</p>",
    )
    newsroom.publish(story)
    page = read(address("en", "porpoise"))
    quoted = page.all("ol.results p")[1].text
    assert quoted.startswith("…") and quoted.endswith("Then a porpoise rose & dived.")
    assert page.texts("ol.results mark") == ["porpoise"]


def test_results_are_no_page_for_search_engines_but_the_search_is(read: Read) -> None:
    newsroom.live()
    clean, results = read("/en/search/"), read(address("en", "rung"))
    assert clean.one('link[rel="canonical"]')["href"].endswith("/en/search/")
    assert clean.values('link[rel="alternate"][hreflang]', "hreflang") == ["en", "da", "x-default"]
    assert results.one('meta[name="robots"]')["content"] == "noindex"
    assert results.all('link[rel="canonical"]') == results.all("link[hreflang]") == []


def test_the_language_switch_takes_the_words_along(read: Read) -> None:
    newsroom.live()
    switch = read("/en/search/?q=last+rung&topic=health&period=year&page=1")
    assert switch.values("nav.languages a", "href") == [
        "/en/search/?q=last+rung&topic=health&period=year",
        "/da/soeg/?q=last+rung&periode=aar",
    ]


def test_topic_and_period_narrow_it_down(read: Read) -> None:
    publish_all()
    narrowed = {
        ("en", "bridge", "topic", "climate"): "whales",
        ("da", "bro", "emne", "klima"): "whales green",
        ("en", "shelf", "period", "week"): "",
        ("en", "shelf", "period", "2025"): "cellars",
        ("en", "bridge", "period", "2025"): "",
        ("en", "bridge", "period", "week"): "hum count whales",
        ("da", "bro", "periode", "maaned"): "hum count whales path green",
        # What means nothing narrows nothing.
        ("en", "lithium", "topic", "nothing"): "lithium",
        ("en", "lithium", "period", "uge"): "lithium",
        ("en", "lithium", "page", "99999999999"): "lithium",
        ("en", "lithium", "page", "7"): "lithium",
    }
    answers = {key: found(read(address(key[0], key[1], **{key[2]: key[3]}))) for key in narrowed}
    assert answers == narrowed
    page = read(address("en", "bridge", topic="climate", period="2026"))
    assert page.values("option[selected]", "value") == ["climate", "2026"]
    assert page.values('select[name="period"] option', "value") == [
        "", "week", "month", "year", "2026", "2025",
    ]  # fmt: skip
    page = read(address("en", "bridge", period="2025"))
    assert page.one("div.side a")["href"] == "/en/search/?q=bridge"


def test_many_results_stand_on_pages(read: Read) -> None:
    for number in range(12):
        with newsroom.at(MONDAY - dt.timedelta(days=number)):
            newsroom.publish(newsroom.article(f"Heron {number}", f"Hejre {number}", slides=1), "en")
    first, second = read(address("en", "heron")), read(address("en", "heron", page="2"))
    assert found(first).split() == [f"heron-{number}" for number in range(10)]
    assert found(second).split() == ["heron-10", "heron-11"]
    assert first.one("p.found").text == "12 stories mention “heron”."
    assert first.one('nav.pages a[rel="next"]')["href"] == "/en/search/?q=heron&page=2"
    assert second.one("title").text == "“heron”: search, page 2 | Diptych"


def test_a_slip_is_noticed(read: Read) -> None:
    publish_all()
    meant = {
        ("en", "lithum"): "lithium",
        ("en", "brigde"): "bridge",
        ("en", "smorrebrod"): "smørrebrød",
        ("en", "wales fjord"): "whales fjord",
        ("da", "kvinnder"): "kvinde",
        ("da", "hvla"): "Hvalerne",
        ("en", "xyzzyplugh"): "",
        ("en", "bridge lithium"): "",
    }
    answers = {key: " ".join(read(address(*key)).texts("p.meant a")) for key in meant}
    assert answers == meant


def test_where_nothing_is_found_there_is_a_way_on(read: Read) -> None:
    publish_all()
    page = read(address("en", "bridge lithium"))
    assert page.one("p.found strong").text == "No story"
    assert page.values("div.side a", "href") == ["/en/search/?q=bridge", "/en/search/?q=lithium"]
    assert len(page.all("section.newest li")) == 4
    page = read(address("en", "hvaler"))
    assert page.values('div.side a[hreflang="da"]', "href") == ["/da/soeg/?q=hvaler"]
    assert page.one("div.side a").text == "There is one story in Danish"
    assert read(address("en", "Climate")).one("div.side a")["href"] == "/en/climate/"


def test_a_search_costs_few_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    publish_all()
    client.get("/en/search/")
    for text, queries in (("bridge", 10), ("winter bathing", 11), ('"winter bathing"', 9)):
        newsroom.generation.forget()
        with django_assert_num_queries(queries):
            client.get(address("en", text))


HOSTILE = [
    "\0", "\0whale\0", "whale\ud800", "🐋", "🐋 whale", "'", '"', '"""', "''; DROP TABLE x; --", "%", "_",
    "\\", "*", "(((", ")", "NEAR(a b)", "a NOT b", "^whale", "whale:*", "& | !", "<->", "{head}: x", "+-+",
    "<script>alert(1)</script>", "whale' OR '1'='1", "x" * 20_000, "whale " * 3_000, '"a ' * 900,
    "\u202ewhale", "ﬁsh", "Ⅷ", "²", "東京", "щука", "ك", "a\u0301\u0301\u0301", "-", "--", "…", "e-", "1e999",
    "%s", "%(x)s", "{{ page }}", "{% load %}", "\r\n", "\t", "NaN", "null", "whale\nSet-Cookie: x",
]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "da"])
def test_nothing_that_is_typed_breaks_it(client: Client, language: str) -> None:
    newsroom.live("The whale", "Hvalen")
    for text in HOSTILE:
        for name in ("q", "topic", "emne", "period", "side", "page"):
            given = {"q": "whale", name: text}
            said = urlencode(given, quote_via=quote, errors="surrogatepass")
            response = client.get(f"{ADDRESS[language]}?{said}")
            assert response.status_code == 200, (name, text[:40])
            assert b"<script>alert" not in response.content
            assert not response.cookies
    assert client.get(f"{ADDRESS[language]}?q=%ff%fe&q=&&&=").status_code == 200
    assert client.post(ADDRESS[language], {"q": "whale"}).status_code == 405
