"""Atom (RFC 4287) and JSON Feed 1.1, as programs read them and as their texts demand."""

import datetime as dt
import json
import re
from typing import Any

import feedparser
import pytest
from lxml import etree

from tests.site.crawl import Answer, Crawled

ATOM, JSON = "application/atom+xml", "application/feed+json"
A = "{http://www.w3.org/2005/Atom}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
TAG = re.compile(r"^tag:[\w.-]+(?::\d+)?,\d{4}(?:-\d\d(?:-\d\d)?)?:\S+$")
MOST = 50


@pytest.fixture(scope="module")
def offered(crawled: Crawled) -> dict[str, set[str]]:
    """The feeds that pages offer, by kind: their addresses."""
    found: dict[str, set[str]] = {ATOM: set(), JSON: set()}
    for page in crawled.found:
        for link in page.all("//link[@rel='alternate'][@type]"):
            found[link.get("type")].add(link.get("href"))
    return found


def instant(text: str | None) -> dt.datetime:
    moment = dt.datetime.fromisoformat(text or "")
    assert moment.tzinfo is not None
    return moment


def is_page(crawled: Crawled, address: str | None) -> bool:
    answer = crawled.named(address or "")
    return bool(answer and answer.is_page and answer.status == 200)


def test_every_front_and_topic_page_offers_both_kinds(
    crawled: Crawled, offered: dict[str, set[str]]
) -> None:
    for page in crawled.found:
        if page.sort in ("is-front", "is-topic"):
            kinds = [str(each) for each in page.all("//link[@rel='alternate'][@type]/@type")]
            assert {ATOM, JSON} <= set(kinds), page.path
    assert len(offered[ATOM]) == len(offered[JSON]) >= 2
    for kind, addresses in offered.items():
        for address in addresses:
            answer = crawled.named(address)
            assert (answer.status, answer.kind) == (200, kind), address


def atoms(crawled: Crawled) -> list[tuple[Answer, Any]]:
    found = [(feed, feed.xml) for feed in crawled.of_kind(ATOM)]
    assert found
    return found


def test_atom_says_what_it_must(crawled: Crawled) -> None:
    for feed, root in atoms(crawled):
        assert root.tag == f"{A}feed"
        language = feed.path.split("/")[1]
        assert root.get(XML_LANG) == language == feed.header("content-language")
        (own,) = root.findall(f"{A}link[@rel='self']")
        assert own.get("href") == crawled.site.public + feed.path
        pages = root.findall(f"{A}link[@rel='alternate'][@type='text/html']")
        assert all(is_page(crawled, link.get("href")) for link in pages)
        entries = root.findall(f"{A}entry")
        assert len(entries) <= MOST
        for element in (root, *entries):
            for name in ("id", "title", "updated"):
                assert len(element.findall(f"{A}{name}")) == 1, (feed.path, name)
            assert element.findtext(f"{A}title"), feed.path
            assert TAG.match(element.findtext(f"{A}id")), feed.path
            # Whoever wrote it is named there or for the whole.
            assert root.findall(f"{A}author") or element.findall(f"{A}author")
        names = [name.text for name in root.iter(f"{A}name")]
        assert all(names), feed.path


def test_atoms_entries_are_the_articles(crawled: Crawled) -> None:
    for feed, root in atoms(crawled):
        entries = root.findall(f"{A}entry")
        ids = [entry.findtext(f"{A}id") for entry in entries]
        assert len(set(ids)) == len(ids), feed.path
        published = [instant(entry.findtext(f"{A}published")) for entry in entries]
        assert published == sorted(published, reverse=True), feed.path
        latest = max((instant(entry.findtext(f"{A}updated")) for entry in entries), default=None)
        assert latest is None or instant(root.findtext(f"{A}updated")) >= latest
        for entry, since in zip(entries, published, strict=True):
            # At most one alternate of a kind and a language (RFC 4287, 4.1.2).
            links = entry.findall(f"{A}link[@rel='alternate']")
            kinds = [(link.get("type"), link.get("hreflang")) for link in links]
            assert len(set(kinds)) == len(kinds), feed.path
            page = crawled.named(links[0].get("href"))
            assert page.canonical == links[0].get("href") and page.sort == "is-article"
            assert instant(entry.findtext(f"{A}updated")) >= since
            (told,) = page.structured[0]["@graph"][:1]
            assert instant(told["datePublished"]) == since
            assert instant(told["dateModified"]) == instant(entry.findtext(f"{A}updated"))
            content = entry.find(f"{A}content")
            assert content.get("type") == "html" and content.text
            assert "<script" not in content.text and 'href="/' not in content.text


def test_feedparser_has_nothing_to_guess(crawled: Crawled) -> None:
    for feed, root in atoms(crawled):
        read = feedparser.parse(
            feed.body, response_headers={"content-type": feed.header("content-type")}
        )
        assert not read.bozo, (feed.path, read.get("bozo_exception"))
        assert read.version == "atom10" and len(read.entries) == len(root.findall(f"{A}entry"))


def test_ids_are_the_same_in_every_feed(crawled: Crawled) -> None:
    """An article has one id, whichever feed of its language tells of it, in either kind."""
    told: dict[str, set[str]] = {}
    for _, root in atoms(crawled):
        for entry in root.findall(f"{A}entry"):
            address = entry.find(f"{A}link[@rel='alternate']").get("href")
            told.setdefault(address, set()).add(entry.findtext(f"{A}id"))
    for feed in crawled.of_kind(JSON):
        for item in json.loads(feed.body)["items"]:
            told.setdefault(item["url"], set()).add(item["id"])
    assert {address: ids for address, ids in told.items() if len(ids) > 1} == {}


def test_json_feed_says_what_it_must(crawled: Crawled) -> None:
    feeds = crawled.of_kind(JSON)
    assert feeds
    for feed in feeds:
        data = json.loads(feed.body)
        assert data["version"] == "https://jsonfeed.org/version/1.1"
        assert data["title"] and data["feed_url"] == crawled.site.public + feed.path
        assert is_page(crawled, data["home_page_url"])
        assert data["language"] == feed.path.split("/")[1]
        assert all(author.get("name") or author.get("url") for author in data["authors"])
        ids = [item["id"] for item in data["items"]]
        assert len(set(ids)) == len(ids) <= MOST
        for item in data["items"]:
            assert isinstance(item["id"], str) and is_page(crawled, item["url"])
            assert item.get("content_html") or item.get("content_text"), feed.path
            assert instant(item["date_published"]) <= instant(item["date_modified"])
            assert crawled.named(item["image"]).status == 200 if "image" in item else True


def test_both_kinds_tell_the_same(crawled: Crawled) -> None:
    said = {}
    for feed, root in atoms(crawled):
        ids = [entry.findtext(f"{A}id") for entry in root.findall(f"{A}entry")]
        said[
            etree.tostring(root.find(f"{A}title"), method="text", encoding="unicode"),
            feed.path.split("/")[1],
        ] = ids
    for feed in crawled.of_kind(JSON):
        data = json.loads(feed.body)
        assert said[data["title"], data["language"]] == [item["id"] for item in data["items"]]


def test_advertising_says_so(crawled: Crawled) -> None:
    """What somebody paid for is marked before its title, as on the page."""
    paid = {
        page.canonical: page.one("//meta[@property='og:title']/@content")
        for page in crawled.found
        if page.sort == "is-article"
        and page.structured[0]["@graph"][0]["@type"] == "AdvertiserContentArticle"
    }
    told = {
        item["url"]: item["title"]
        for feed in crawled.of_kind(JSON)
        for item in json.loads(feed.body)["items"]
    }
    assert paid and all(told.get(address, title) == title for address, title in paid.items())
    headlines = {address: crawled.named(address).one("string(//h1)") for address in paid}
    assert all(title != headlines[address] for address, title in paid.items())
