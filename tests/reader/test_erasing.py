"""What readers and search engines find of what was hidden, anonymised or erased: a crawl of it all."""

import re
from typing import Any

import pytest

from articles.models import generation
from articles.models.article import Article
from articles.publishing.anonymise import anonymise
from articles.publishing.deindex import deindex, index_again
from articles.publishing.erase import erase
from articles.text.replacing import Pair, Replacing
from tests import erasing, newsroom
from tests.again import again
from tests.cast import Cast, hire
from tests.newsroom import MONDAY
from tests.reader.dom import parse

pytestmark = pytest.mark.django_db

HANSEN = Replacing((Pair("Jens Hansen", "J.H."), Pair("Hansen", "H.")))
STARTS = ("/en/", "/da/", "/en/archive/", "/da/arkiv/", "/robots.txt")
MACHINES = re.compile(r"(feed\.\w+|\.xml)$")
# Where readers found it, as search engines and bookmarks know it.
MAJA, LINKING = "/da/personer/maja-holt/", "/da/hav/en-anden/"
FALLS, KLATRER = "/en/health/jens-hansen-falls/", "/da/sundhed/jens-hansen-klatrer/"


@pytest.fixture
def cast() -> Cast:
    return again(hire)


@pytest.fixture
def story(cast: Cast) -> Article:
    made = again(erasing.story, cast.chief)
    beside = newsroom.article("Another", "En anden")
    newsroom.link(beside, made)
    newsroom.publish(beside)
    return made


def at_noon() -> Any:
    return newsroom.at(MONDAY)


def test_an_anonymised_article_is_read_without_the_name_and_found_where_it_was(
    story: Article, cast: Cast, client: Any
) -> None:
    with at_noon():
        assert {FALLS, KLATRER} <= erasing.shown(erasing.crawl(client, *STARTS), "Hansen")
        anonymise(article=story, replacing=HANSEN, by=cast.chief, reason="He asked.")
        generation.forget()
        pages = erasing.crawl(client, *STARTS)
        assert erasing.shown(pages, "Hansen") == set()
        renamed = erasing.shown(pages, "J.H. falls")
        assert len(renamed) > 6
        assert {"/en/corrections/", "/en/archive/2026/11/", "/en/"} < pages.keys()
        assert any(map(MACHINES.search, renamed))
        for old, new in ((FALLS, "/en/health/j-h-falls/"), (KLATRER, "/da/sundhed/j-h-klatrer/")):
            response = client.get(old)
            assert (response.status_code, response["Location"]) == (301, new)
            assert client.get(new).status_code == 200
        assert client.get("/en/health/jens-hansen/").status_code == 404


def test_an_erased_article_is_gone_and_its_page_names_nothing(
    story: Article, cast: Cast, client: Any
) -> None:
    with at_noon():
        erase(article=story, by=cast.chief, reason="He asked.")
        generation.forget()
        pages = erasing.crawl(client, *STARTS)
        assert erasing.shown(pages, "Hansen") == set()
        for address in (FALLS, KLATRER, "/en/elsewhere/jens-hansen-falls/"):
            response = client.get(address)
            assert response.status_code == 410
            html = response.content.decode()
            assert "ansen" not in html
            page = parse(html)
            assert page.all("main time") == page.all("main cite") == page.all("main .reason") == []
        assert client.get("/en/health/jens-hansen-fell/").status_code == 404


def test_a_successor_is_not_named_either(cast: Cast, client: Any) -> None:
    with newsroom.at(MONDAY - erasing.HOUR):
        made, heir = newsroom.article(), newsroom.article("The heir", "Arvingen")
        newsroom.publish(made)
        newsroom.publish(heir)
    with at_noon():
        newsroom.withdraw(made, successor=heir)
        assert client.get("/en/health/the-last-rung/").status_code == 301
        erase(article=made, by=cast.chief, reason="He asked.")
        generation.forget()
        assert client.get("/en/health/the-last-rung/").status_code == 410


def head(client: Any, address: str) -> dict[str, Any]:
    """What search engines read of a page."""
    page = parse(client.get(address).content.decode())
    return {
        "robots": page.all('meta[name="robots"]')[0]["content"],
        "canonical": [link["href"] for link in page.all('link[rel="canonical"]')],
        "hreflang": [link["hreflang"] for link in page.all("link[hreflang]")],
        "data": len(page.all('script[type="application/ld+json"]')),
        "switch": [link["href"] for link in page.all("nav.languages a")],
    }


def test_a_hidden_article_is_for_readers_alone(cast: Cast, client: Any, settings: Any) -> None:
    with at_noon():
        made = newsroom.article()
        newsroom.byline(made, "Maja Holt")
        newsroom.notice(made, "It was a Monday.", language="da", kind="correction")
        newsroom.publish(made)
        beside = newsroom.article("Another", "En anden", topic=newsroom.topic("Sea", "Hav"))
        newsroom.link(beside, made)
        newsroom.publish(beside)
        newsroom.pin(made, language="da")
        en, da = "/en/health/the-last-rung/", "/da/sundhed/det-nederste-trin/"
        lists = {"/da/", "/da/sundhed/", "/da/arkiv/2026/11/", "/da/rettelser/", MAJA, LINKING}
        assert lists <= erasing.shown(erasing.crawl(client, *STARTS), "det nederste trin")
        before = [head(client, address) for address in (en, da)]
        deindex(article=made, languages=["da"], by=cast.chief, reason="He asked.")
        generation.forget()
        assert head(client, da) == {
            "robots": "noindex, noarchive, noimageindex",
            "canonical": [],
            "hreflang": [],
            "data": 0,
            "switch": [en, da],
        }
        # The other language's page is as it was, but knows of no other.
        assert head(client, en) == {**before[0], "hreflang": []}
        pages = erasing.crawl(client, *STARTS)
        fed = {address: text for address, text in pages.items() if MACHINES.search(address)}
        assert len(fed) >= 8
        assert erasing.shown(fed, "det nederste trin") == set()
        assert len(erasing.shown(fed, "the last rung")) >= 4
        # Nor does any page name it that search engines may read, and no link to it leads there.
        read = {
            a: text for a, text in pages.items() if 'name="robots" content="noindex' not in text
        }
        assert len(read) > 20 and {"/da/", LINKING} < read.keys()
        # The switch of its other language leads there, since readers have both.
        assert erasing.shown(read, "det nederste trin") == {en}
        assert pages.keys().isdisjoint({"/da/sundhed/"})
        # Readers have it, by its address and by the site's own search.
        assert parse(client.get(da).content.decode()).all("main p.kicker a") == []
        assert da in client.get("/da/soeg/?q=nederste").content.decode()
        assert head(client, MAJA)["robots"].startswith("noindex")
        index_again(article=made, languages=["da"], by=cast.chief, reason="He may.")
        generation.forget()
        assert [head(client, address) for address in (en, da)] == before
        assert before[0]["hreflang"] == ["en", "da", "x-default"]
