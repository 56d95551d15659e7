"""Sitemaps and robots.txt: what crawlers are told of, in both languages."""

import datetime as dt
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models.article import Article
from articles.models.photo import Photo
from articles.models.site import Page
from articles.reader import find_sitemaps
from tests import newsroom
from tests.newsroom import MONDAY
from tests.reader.conftest import Read
from tests.reader.test_leaks import NEVER_LIVE

pytestmark = pytest.mark.django_db

SITE = settings.SITE_URL
DAY = dt.timedelta(days=1)
MICRO = dt.timedelta(microseconds=1)
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NAMESPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
IMAGE = 'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
XHTML = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
EN, DA = f"{SITE}/en/health/the-last-rung/", f"{SITE}/da/sundhed/det-nederste-trin/"
PAIR = f"""<xhtml:link rel="alternate" hreflang="en" href="{EN}"/>
<xhtml:link rel="alternate" hreflang="da" href="{DA}"/>
<xhtml:link rel="alternate" hreflang="x-default" href="{EN}"/>"""


def part(article: Article) -> str:
    return f"/sitemap-articles-{article.pk // find_sitemaps.IN_ONE + 1}.xml"


def sitemaps(article: Article) -> list[str]:
    return ["/sitemap.xml", "/sitemap-pages.xml", "/sitemap-news.xml", part(article)]


def same(document: bytes | str) -> str:
    text = document if isinstance(document, str) else document.decode()
    return ET.canonicalize(text, strip_text=True).replace("><", ">\n<")


def locations(client: Client, address: str) -> list[str]:
    """The paths that a sitemap lists."""
    tree = ET.fromstring(client.get(address).content)
    return [str(loc.text).removeprefix(SITE) for loc in tree.iterfind(f"*/{MAP}loc")]


def stem(photo: Photo) -> str:
    return photo.renditions[0]["name"].removesuffix("-400.avif")


def image(photo: Photo) -> str:
    """What is said of it; its address is the one in `img src`."""
    address = f"{SITE}/media/renditions/{stem(photo)}-1200.jpg"
    return f"<image:image><image:loc>{address}</image:loc></image:image>"


def updated_on_monday(**fields: Any) -> tuple[Article, list[Photo]]:
    """Published on Sunday, two slides and a lead of its own; the English updated on Monday."""
    story = newsroom.article(slides=2, lead_photo=newsroom.photo(), **fields)
    with newsroom.at(MONDAY - DAY):
        newsroom.publish(story)
    newsroom.change(story, standfirst_en="It is colder now.")
    newsroom.publish(story, "en", kind="update")
    photos = [story.lead_photo, *(slide.photo for slide in story.slides.all())]
    return story, [photo for photo in photos if photo]


# --- Whole documents -----------------------------------------------------------------------------


def test_index(client: Client) -> None:
    story, _ = updated_on_monday()
    response = client.get("/sitemap.xml")
    assert response.headers["Content-Type"] == "application/xml"
    assert same(response.content) == same(
        f"""<sitemapindex {NAMESPACES}>
        <sitemap><loc>{SITE}/sitemap-pages.xml</loc><lastmod>2026-11-23T13:00:00+01:00</lastmod></sitemap>
        <sitemap><loc>{SITE}/sitemap-news.xml</loc></sitemap>
        <sitemap><loc>{SITE}{part(story)}</loc><lastmod>2026-11-23T13:00:00+01:00</lastmod></sitemap>
        </sitemapindex>"""
    )


@pytest.fixture(autouse=True)
def one_sitemap_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ids go on from test to test on PostgreSQL: two articles must not fall into two sitemaps."""
    monkeypatch.setattr(find_sitemaps, "IN_ONE", 1_000_000)


def test_articles(client: Client) -> None:
    story, photos = updated_on_monday()
    lone = newsroom.live("Only here", "Kun her", slides=1, only="en")
    [own] = Photo.objects.filter(slides__article=lone)
    pictures = "".join(map(image, photos))
    assert same(client.get(part(story)).content) == same(
        f"""<urlset {NAMESPACES} {IMAGE} {XHTML}>
        <url><loc>{DA}</loc><lastmod>2026-11-22T13:00:00+01:00</lastmod>{PAIR}{pictures}</url>
        <url><loc>{EN}</loc><lastmod>2026-11-23T13:00:00+01:00</lastmod>{PAIR}{pictures}</url>
        <url><loc>{SITE}/en/health/only-here/</loc><lastmod>2026-11-23T13:00:00+01:00</lastmod>{image(own)}</url>
        </urlset>"""
    )


def test_news(client: Client) -> None:
    _, photos = updated_on_monday()
    newsroom.publish(
        newsroom.article("Buy this", "Køb det her", commercial="sponsored", sponsor="A bank")
    )

    def entry(loc: str, language: str, modified: str, title: str) -> str:
        return f"""<url><loc>{loc}</loc><lastmod>{modified}</lastmod><news:news>
        <news:publication><news:name>Diptych</news:name><news:language>{language}</news:language></news:publication>
        <news:publication_date>2026-11-22T13:00:00+01:00</news:publication_date>
        <news:title>{title}</news:title></news:news>{image(photos[0])}</url>"""

    assert same(client.get("/sitemap-news.xml").content) == same(
        f"""<urlset {NAMESPACES} {IMAGE} {NEWS}>
        {entry(EN, "en", "2026-11-23T13:00:00+01:00", "The last rung")}
        {entry(DA, "da", "2026-11-22T13:00:00+01:00", "Det nederste trin")}
        </urlset>"""
    )


def test_pages(client: Client) -> None:
    updated_on_monday()
    soup = newsroom.article("Soup", "Suppe", topic=newsroom.topic("Food", "Mad"))
    newsroom.byline(soup, "Maja Holt")
    with newsroom.at(MONDAY - 30 * DAY):
        newsroom.publish(soup, "da")
    Page.objects.create(
        title_en="About", slug_en="about", title_da="Om os", slug_da="om-os", is_public=True
    )
    newsroom.generation.begin_anew()

    def url(loc: str, day: str = "", *pair: str) -> str:
        links = zip(("en", "da", "x-default"), (*pair, *pair[:1]), strict=False)
        return (
            f"<url><loc>{SITE}{loc}</loc>"
            + (
                f"<lastmod>2026-{day}:00:00+{'02' if day[:2] == '10' else '01'}:00</lastmod>"
                if day
                else ""
            )
            + "".join(
                f'<xhtml:link rel="alternate" hreflang="{code}" href="{SITE}{href}"/>'
                for code, href in links
            )
            + "</url>"
        )

    assert same(client.get("/sitemap-pages.xml").content) == same(
        f"<urlset {NAMESPACES} {XHTML}>"
        + url("/en/", "11-23T13", "/en/", "/da/")
        + url("/da/", "11-22T13", "/en/", "/da/")
        + url("/en/health/", "11-23T13", "/en/health/", "/da/sundhed/")
        + url("/da/sundhed/", "11-22T13", "/en/health/", "/da/sundhed/")
        + url("/da/mad/", "10-24T14")
        + url("/en/about/", "", "/en/about/", "/da/om-os/")
        + url("/da/om-os/", "", "/en/about/", "/da/om-os/")
        + url("/en/corrections/", "", "/en/corrections/", "/da/rettelser/")
        + url("/da/rettelser/", "", "/en/corrections/", "/da/rettelser/")
        + url("/en/archive/", "", "/en/archive/", "/da/arkiv/")
        + url("/da/arkiv/", "", "/en/archive/", "/da/arkiv/")
        + url("/en/search/", "", "/en/search/", "/da/soeg/")
        + url("/da/soeg/", "", "/en/search/", "/da/soeg/")
        + url("/en/archive/2026/11/", "", "/en/archive/2026/11/", "/da/arkiv/2026/11/")
        + url("/da/arkiv/2026/11/", "", "/en/archive/2026/11/", "/da/arkiv/2026/11/")
        + url("/da/arkiv/2026/10/")
        + url("/da/personer/maja-holt/")
        + url("/en/people/nina-falk/", "", "/en/people/nina-falk/", "/da/personer/nina-falk/")
        + url("/da/personer/nina-falk/", "", "/en/people/nina-falk/", "/da/personer/nina-falk/")
        + "</urlset>"
    )


def test_robots(client: Client) -> None:
    response = client.get("/robots.txt")
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode() == (
        "User-agent: *\nDisallow: /admin/\nDisallow: /en/search/?\nDisallow: /da/soeg/?\n\n"
        f"Sitemap: {SITE}/sitemap.xml\n"
    )


# --- What is in them -----------------------------------------------------------------------------


def test_sitemaps_of_an_empty_site(client: Client) -> None:
    assert locations(client, "/sitemap.xml") == ["/sitemap-pages.xml", "/sitemap-news.xml"]
    assert locations(client, "/sitemap-pages.xml") == [
        "/en/",
        "/da/",
        "/en/corrections/",
        "/da/rettelser/",
        "/en/archive/",
        "/da/arkiv/",
        "/en/search/",
        "/da/soeg/",
    ]
    assert locations(client, "/sitemap-news.xml") == []
    assert client.get("/sitemap-articles-1.xml").status_code == 404


def test_article_stays_in_its_sitemap_whatever_comes_and_goes(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(find_sitemaps, "IN_ONE", 2)
    stories = [newsroom.article(f"Story {n}", f"Historie {n}", slides=1) for n in range(5)]
    for story in stories:
        newsroom.publish(story, "en")
    before = {story.pk: locations(client, part(story)) for story in stories}
    with newsroom.at(MONDAY + DAY):
        newsroom.withdraw(stories[0], "en")
        newsroom.withdraw(stories[2], "en")
        newsroom.withdraw(stories[3], "en")
        gone = {f"/en/health/story-{n}/" for n in (0, 2, 3)}
        for story in stories:
            left = [each for each in before[story.pk] if each not in gone]
            listed = part(story) in locations(client, "/sitemap.xml")
            assert listed is bool(left)
            if left:
                assert locations(client, part(story)) == left
            else:
                assert client.get(part(story)).status_code == 404


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (2 * DAY - MICRO, ["/en/health/story/", "/da/sundhed/historie/"]),
        (2 * DAY, []),
    ],
)
def test_news_are_of_the_last_48_hours_by_their_first_publication(
    client: Client, after: dt.timedelta, expected: list[str]
) -> None:
    story = newsroom.live("Story", "Historie", slides=1)
    with newsroom.at(MONDAY + DAY):
        newsroom.publish(story, kind="correction", notes={"en": "A slip.", "da": "En fejl."})
    with newsroom.at(MONDAY + after):
        assert sorted(locations(client, "/sitemap-news.xml")) == sorted(expected)


def test_news_are_a_thousand_at_the_most_the_newest(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert find_sitemaps.MOST_NEWS == 1_000
    monkeypatch.setattr(find_sitemaps, "MOST_NEWS", 2)
    for number in range(3):
        story = newsroom.article(f"Story {number}", f"Historie {number}", slides=1)
        with newsroom.at(MONDAY - dt.timedelta(hours=number)):
            newsroom.publish(story, "en")
    assert locations(client, "/sitemap-news.xml") == ["/en/health/story-0/", "/en/health/story-1/"]


def test_every_address_is_a_page_that_says_the_same_of_itself(client: Client, read: Read) -> None:
    """200, canonical, with the same pair, and none is told of twice."""
    story, _ = updated_on_monday()
    newsroom.live("Only here", "Kun her", only="da")
    link = "{http://www.w3.org/1999/xhtml}link"
    listed = []
    for sitemap in ("/sitemap-pages.xml", part(story)):
        for url in ET.fromstring(client.get(sitemap).content):
            listed.append(str(url.findtext(f"{MAP}loc")))
            page = read(listed[-1].removeprefix(SITE))
            assert page.one('link[rel="canonical"]')["href"] == listed[-1]
            assert [(each.get("hreflang"), each.get("href")) for each in url.findall(link)] == [
                (each["hreflang"], each["href"])
                for each in page.all('link[rel="alternate"][hreflang]')
            ]
            modified = page.all('meta[property="article:modified_time"]')
            if modified:
                assert url.findtext(f"{MAP}lastmod") == modified[0]["content"]
    assert len(listed) == len(set(listed)) == 17


def test_picture_whose_rights_are_over_is_in_no_sitemap(client: Client) -> None:
    story = newsroom.article(slides=2)
    photo, spare = story.slides.all()[0].photo, newsroom.photo()
    newsroom.change(photo, expires_at=MONDAY + DAY, substitute=spare)
    newsroom.publish(story)
    for instant, shown, hidden in (
        (MONDAY + DAY - MICRO, photo, spare),
        (MONDAY + DAY, spare, photo),
    ):
        with newsroom.at(instant):
            for address in (part(story), "/sitemap-news.xml"):
                body = client.get(address).content.decode()
                assert stem(shown) in body, address
                assert stem(hidden) not in body, address


@pytest.mark.parametrize("state", NEVER_LIVE)
def test_what_was_never_live_is_in_no_sitemap(
    client: Client, state: Callable[[Article], None]
) -> None:
    newsroom.live()
    topic = newsroom.topic("Secret plans", "Hemmelige planer")
    secret = newsroom.article("The secret", "Hemmeligheden", topic=topic)
    state(secret)
    for address in sitemaps(secret):
        body = client.get(address).content.decode().lower()
        assert "secret" not in body and "hemmelig" not in body, address


def test_withdrawal_leaves_every_sitemap_at_once(client: Client) -> None:
    story, kettle = newsroom.article(), newsroom.article("The kettle", "Kedlen")
    newsroom.publish(story)
    newsroom.publish(kettle)
    with newsroom.at(MONDAY + dt.timedelta(minutes=1)):
        newsroom.withdraw(kettle, "en")
        for address in sitemaps(kettle):
            assert b"kettle" not in client.get(address).content
        # The Danish one stands alone now, and says so.
        [url] = [
            url
            for url in ET.fromstring(client.get(part(kettle)).content)
            if str(url.findtext(f"{MAP}loc")).endswith("/kedlen/")
        ]
        assert url.findall("{http://www.w3.org/1999/xhtml}link") == []


# --- How they are served -------------------------------------------------------------------------


def test_sitemaps_are_kept_shortly_and_cost_few_queries(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    for number in range(5):
        story = newsroom.article(f"Story {number}", f"Historie {number}")
        newsroom.publish(story)
    client.get("/en/")  # the site itself is asked once for a generation
    for address in sitemaps(story):
        newsroom.generation.forget()
        with django_assert_max_num_queries(5 if "pages" in address else 3):
            response = client.get(address)
        assert response.headers["Cache-Control"] == "public, max-age=60"
        assert response.headers["X-Robots-Tag"] == "noindex"
        again = client.get(address, headers={"if-none-match": response.headers["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert client.post(address).status_code == 405


@pytest.mark.sqlite
def test_lists_of_everything_look_at_no_document() -> None:
    """Else the index would read gigabytes on a large site; PostgreSQL keeps documents elsewhere."""
    with CaptureQueriesContext(connection) as asked:
        find_sitemaps.parts(MONDAY)
        find_sitemaps.changes(MONDAY)
        find_sitemaps.months(MONDAY)
    for query in asked.captured_queries:
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {query['sql']}")
            assert "COVERING INDEX edition_" in cursor.fetchone()[-1]
