"""robots.txt and the sitemaps: by their schema, by Google's rules, and by what pages say."""

import copy
import datetime as dt
import re
from typing import Any

from lxml import etree

from tests.site import tools
from tests.site.crawl import Answer, Crawled
from tests.site.test_links import FURTHER, alternates

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
NAMES = {"s": SITEMAP[1:-1], "i": IMAGE[1:-1], "n": NEWS[1:-1], "x": XHTML[1:-1]}
# What an article says before its headline when somebody pays for it.
PAID = "//article//p[@class='paid'][following::h1]"
MOST_URLS, MOST_BYTES, MOST_IMAGES, MOST_NEWS = 50_000, 50 * 1024 * 1024, 1_000, 1_000


def sitemaps(crawled: Crawled) -> list[Answer]:
    """All that the index of robots.txt names."""
    (address,) = re.findall(r"^Sitemap: (\S+)$", crawled.answers["/robots.txt"].text, re.MULTILINE)
    index = crawled.named(address)
    assert index.xml.tag == f"{SITEMAP}sitemapindex"
    addresses = index.xml.xpath("//s:sitemap/s:loc/text()", namespaces=NAMES)
    listed = [answer for each in addresses if (answer := crawled.named(each))]
    assert [each.status for each in listed] == [200] * len(addresses)
    assert {each.kind for each in listed} == {"application/xml"}
    return listed


def entries(crawled: Crawled) -> list[Any]:
    return [url for each in sitemaps(crawled) for url in each.xml.findall(f"{SITEMAP}url")]


def is_news(url: Any) -> bool:
    return url.find(f"{NEWS}news") is not None


def closed_to_robots(crawled: Crawled) -> tuple[str, ...]:
    text = crawled.answers["/robots.txt"].text
    return tuple(re.findall(r"^Disallow: (\S+)$", text, re.MULTILINE))


def test_they_keep_the_schema_and_its_limits(crawled: Crawled) -> None:
    schema = etree.XMLSchema(file=str(tools.TOOLS / "sitemap" / "schema" / "sitemap.xsd"))
    for each in sitemaps(crawled):
        plain = copy.deepcopy(each.xml)
        for element in plain.xpath("//*[namespace-uri() != $own]", own=SITEMAP[1:-1]):
            element.getparent().remove(element)
        # An empty news sitemap is allowed by Google, and by nothing else.
        if len(plain) or "news" not in each.path:
            schema.assertValid(plain)
        assert len(plain) <= MOST_URLS and len(each.body) <= MOST_BYTES
        for url in each.xml.findall(f"{SITEMAP}url"):
            assert len(url.findall(f"{IMAGE}image")) <= MOST_IMAGES


def test_every_address_is_a_page_that_wants_to_be_found(crawled: Crawled) -> None:
    wrong = {
        loc
        for url in entries(crawled)
        if not (page := crawled.named(loc := url.findtext(f"{SITEMAP}loc")))
        or not page.is_for_search_engines
        or page.canonical != loc
    }
    assert wrong == set()


def test_every_page_that_wants_to_be_found_is_listed_once(crawled: Crawled) -> None:
    listed = [url.findtext(f"{SITEMAP}loc") for url in entries(crawled) if not is_news(url)]
    assert len(set(listed)) == len(listed)
    closed = closed_to_robots(crawled)
    wanted = {
        page.canonical
        for page in crawled.found
        if page.is_for_search_engines
        and not page.path.startswith(closed)
        and not FURTHER.search(page.path)
        and "?" not in page.path
    }
    assert wanted - set(listed) == set()


def test_languages_and_pictures_are_those_of_the_page(crawled: Crawled) -> None:
    for url in entries(crawled):
        page = crawled.named(url.findtext(f"{SITEMAP}loc"))
        links = {link.get("hreflang"): link.get("href") for link in url.findall(f"{XHTML}link")}
        if not is_news(url):
            assert links == alternates(page), page.path
        for image in url.xpath("i:image/i:loc/text()", namespaces=NAMES):
            assert crawled.named(str(image)).status == 200, (page.path, image)
        if page.sort == "is-article" and not is_news(url):
            pictures = len(page.all("//ol[contains(@class, 'slides')]//figure"))
            distinct = len(url.findall(f"{IMAGE}image"))
            assert (pictures == 0) == (distinct == 0) or distinct >= 1, page.path


def test_dates_are_those_of_the_page(crawled: Crawled) -> None:
    for url in entries(crawled):
        page = crawled.named(url.findtext(f"{SITEMAP}loc"))
        if page.sort != "is-article":
            continue
        told = page.structured[0]["@graph"][0]
        modified = dt.datetime.fromisoformat(url.findtext(f"{SITEMAP}lastmod"))
        assert modified == dt.datetime.fromisoformat(told["dateModified"]), page.path


def test_news_are_new_complete_and_not_paid_for(crawled: Crawled) -> None:
    news = [url for url in entries(crawled) if is_news(url)]
    assert len(news) <= MOST_NEWS
    now = dt.datetime.now(dt.UTC)
    for url in news:
        page = crawled.named(url.findtext(f"{SITEMAP}loc"))
        told = page.structured[0]["@graph"][0]
        assert told["@type"] == "NewsArticle" and not page.all(PAID), page.path
        element = url.find(f"{NEWS}news")
        assert element.findtext(f"{NEWS}publication/{NEWS}name") == told["publisher"]["name"]
        assert element.findtext(f"{NEWS}publication/{NEWS}language") == page.language
        assert element.findtext(f"{NEWS}title") == told["headline"]
        published = dt.datetime.fromisoformat(element.findtext(f"{NEWS}publication_date"))
        assert published == dt.datetime.fromisoformat(told["datePublished"])
        assert dt.timedelta(0) <= now - published <= dt.timedelta(hours=49), page.path
    fresh = {
        page.canonical
        for page in crawled.found
        if page.sort == "is-article"
        and not page.all(PAID)
        and (told := page.structured[0]["@graph"][0])["@type"] == "NewsArticle"
        and now - dt.datetime.fromisoformat(told["datePublished"]) < dt.timedelta(hours=47)
    }
    assert fresh <= {url.findtext(f"{SITEMAP}loc") for url in news}


def test_robots_are_kept_from_the_desk_and_listed_nothing_closed(crawled: Crawled) -> None:
    closed = closed_to_robots(crawled)
    assert "/admin/" in closed
    listed = [crawled.site.path(url.findtext(f"{SITEMAP}loc")) for url in entries(crawled)]
    assert [path for path in listed if path.startswith(closed)] == []
