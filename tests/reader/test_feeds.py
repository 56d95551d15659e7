"""Feeds: Atom 1.0 and JSON Feed 1.1, of each language and each topic."""

import datetime as dt
import json
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.conf import settings
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from articles.models.article import Article
from articles.models.photo import Photo
from articles.reader import feeds
from articles.reader.xml import add, root, write
from tests import newsroom
from tests.newsroom import MONDAY
from tests.reader.conftest import Read
from tests.reader.test_leaks import NEVER_LIVE

SITE = settings.SITE_URL
DAY = dt.timedelta(days=1)
ENGLISH = ["/en/feed.atom", "/en/feed.json", "/en/health/feed.atom", "/en/health/feed.json"]
DANISH = ["/da/feed.atom", "/da/feed.json", "/da/sundhed/feed.atom", "/da/sundhed/feed.json"]
ATOM = "{http://www.w3.org/2005/Atom}"
ATOM_TYPE, JSON_TYPE = "application/atom+xml", "application/feed+json"


def a_story() -> tuple[Article, Photo]:
    """One slide, by two; published on Sunday, and the English one updated on Monday."""
    story = newsroom.article(slides=1)
    newsroom.byline(story, "Maja Holt")
    newsroom.byline(story, "Signe Brandt", "pictures")
    photo = Photo.objects.get(slides__article=story)
    newsroom.change(photo, copyright_notice="© Signe Brandt")
    with newsroom.at(MONDAY - DAY):
        newsroom.publish(story)
    newsroom.change(story, standfirst_en="Cold & clear.")
    newsroom.publish(story, "en", kind="update")
    return story, photo


def file(photo: Photo) -> str:
    stem = photo.renditions[0]["name"].removesuffix("-400.avif")
    return f"{SITE}/media/renditions/{stem}-1200.jpg"


def content(photo: Photo) -> str:
    return (
        "<p>Cold &amp; clear.</p>\n"
        f'<figure><img src="{file(photo)}" alt="{photo.alt_en}">'
        f"<figcaption>{photo.caption_en} Photo: Signe Brandt/Kystfoto</figcaption></figure>\n"
        "<h2>Step 1</h2>\n<p>What happened at step 1.</p>"
    )


def items(client: Client, address: str) -> list[dict[str, Any]]:
    return json.loads(client.get(address).content)["items"]


def titles(client: Client, address: str) -> list[str]:
    """Of the entries in either form."""
    body = client.get(address).content
    if address.endswith("json"):
        return [item["title"] for item in json.loads(body)["items"]]
    return [str(title.text) for title in ET.fromstring(body).iterfind(f"{ATOM}entry/{ATOM}title")]


# --- Whole documents -----------------------------------------------------------------------------


@pytest.mark.django_db
def test_atom(client: Client) -> None:
    story, photo = a_story()
    response = client.get("/en/health/feed.atom")
    assert response.headers["Content-Type"] == "application/atom+xml"
    expected = f"""<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="en">
<id>tag:127.0.0.1,2026:en/topic/{story.topic_id}</id>
<title>Diptych: Health</title>
<subtitle>All about health.</subtitle>
<updated>2026-11-23T13:00:00+01:00</updated>
<link rel="self" type="application/atom+xml" hreflang="en" href="{SITE}/en/health/feed.atom"/>
<link rel="alternate" type="text/html" hreflang="en" href="{SITE}/en/health/"/>
<link rel="alternate" type="application/feed+json" hreflang="en" href="{SITE}/en/health/feed.json"/>
<link rel="alternate" type="text/html" hreflang="da" href="{SITE}/da/sundhed/"/>
<link rel="alternate" type="application/atom+xml" hreflang="da" href="{SITE}/da/sundhed/feed.atom"/>
<link rel="alternate" type="application/feed+json" hreflang="da" href="{SITE}/da/sundhed/feed.json"/>
<author><name>Diptych</name><uri>{SITE}/</uri></author>
<icon>{SITE}/static/reader/icons/512.png</icon>
<entry>
<id>tag:127.0.0.1,2026-11-22:en/{story.pk}</id>
<title>The last rung</title>
<link rel="alternate" type="text/html" hreflang="en" href="{SITE}/en/health/the-last-rung/"/>
<link rel="alternate" type="text/html" hreflang="da" href="{SITE}/da/sundhed/det-nederste-trin/"/>
<published>2026-11-22T13:00:00+01:00</published>
<updated>2026-11-23T13:00:00+01:00</updated>
<author><name>Maja Holt</name><uri>{SITE}/en/people/maja-holt/</uri></author>
<contributor><name>Signe Brandt</name><uri>{SITE}/en/people/signe-brandt/</uri></contributor>
<category term="health" label="Health"/>
<summary>Cold &amp; clear.</summary>
<content type="html">{escaped(content(photo))}</content>
<link rel="enclosure" type="image/jpeg" href="{file(photo)}"/>
<media:content url="{file(photo)}" medium="image" type="image/jpeg" width="1200" height="800">
<media:description type="plain">{photo.alt_en}</media:description>
<media:credit>Signe Brandt/Kystfoto</media:credit>
<media:copyright>© Signe Brandt</media:copyright>
</media:content>
</entry>
</feed>"""
    assert same(response.content) == same(expected.encode())


@pytest.mark.django_db
def test_json_feed(client: Client) -> None:
    story, photo = a_story()
    response = client.get("/en/feed.json")
    assert response.headers["Content-Type"] == "application/feed+json"
    assert json.loads(response.content) == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Diptych",
        "home_page_url": f"{SITE}/en/",
        "feed_url": f"{SITE}/en/feed.json",
        "icon": f"{SITE}/static/reader/icons/512.png",
        "language": "en",
        "authors": [{"name": "Diptych", "url": f"{SITE}/"}],
        "items": [
            {
                "id": f"tag:127.0.0.1,2026-11-22:en/{story.pk}",
                "url": f"{SITE}/en/health/the-last-rung/",
                "title": "The last rung",
                "summary": "Cold & clear.",
                "content_html": content(photo),
                "image": file(photo),
                "date_published": "2026-11-22T13:00:00+01:00",
                "date_modified": "2026-11-23T13:00:00+01:00",
                "authors": [{"name": "Maja Holt", "url": f"{SITE}/en/people/maja-holt/"}],
                "tags": ["Health"],
                "language": "en",
            }
        ],
    }


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def same(document: bytes) -> str:
    """`document` in the one form that XML has for what it says; line breaks between tags gone."""
    return ET.canonicalize(document.decode(), strip_text=True).replace("><", ">\n<")


# --- What is in them -----------------------------------------------------------------------------


@pytest.mark.django_db
def test_empty_feed_is_a_feed(client: Client) -> None:
    tree = ET.fromstring(client.get("/da/feed.atom").content)
    assert tree.findtext(f"{ATOM}updated") == "2026-11-23T01:00:00+01:00"
    assert tree.findall(f"{ATOM}entry") == []
    assert items(client, "/da/feed.json") == []
    assert client.get("/en/health/feed.atom").status_code == 404


@pytest.mark.django_db
def test_the_newest_first_and_each_topic_its_own(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert feeds.LENGTH == 50
    monkeypatch.setattr(feeds, "LENGTH", 5)
    food = newsroom.topic("Food", "Mad")
    for number in range(6):
        story = newsroom.article(f"Story {number}", f"Historie {number}", slides=1)
        with newsroom.at(MONDAY - dt.timedelta(minutes=number)):
            newsroom.publish(story, "en")
    newsroom.live("Soup", "Suppe", topic=food)

    assert titles(client, "/en/feed.atom") == ["Soup", *(f"Story {n}" for n in range(4))]
    assert titles(client, "/en/health/feed.json") == [f"Story {n}" for n in range(5)]
    assert titles(client, "/en/food/feed.atom") == ["Soup"]
    assert titles(client, "/da/mad/feed.json") == ["Suppe"]
    assert titles(client, "/da/feed.json") == ["Suppe"]


@pytest.mark.django_db
def test_entry_is_the_same_whatever_it_is_called_and_wherever_it_moves(client: Client) -> None:
    story, _ = a_story()
    before = items(client, "/en/feed.json")[0]
    with newsroom.at(MONDAY + DAY):
        food = newsroom.topic("Food", "Mad")
        newsroom.change(story, slug_en="up-the-ladder", headline_en="Up the ladder", topic=food)
        newsroom.publish(story, "en", kind="minor")
        after = items(client, "/en/feed.json")[0]
    assert after["url"] == f"{SITE}/en/food/up-the-ladder/"
    assert [after[name] for name in ("id", "date_published", "date_modified")] == [
        before[name] for name in ("id", "date_published", "date_modified")
    ]


@pytest.mark.django_db
def test_whoever_only_photographed_is_its_author_and_no_contributor_besides(client: Client) -> None:
    story = newsroom.article(slides=1)
    newsroom.byline(story, "Signe Brandt", "pictures")
    newsroom.byline(story, "Lea Holm", "translation")
    newsroom.publish(story, "en")
    entry = ET.fromstring(client.get("/en/feed.atom").content).find(f"{ATOM}entry")
    assert entry is not None
    roles = ((role, entry.findall(f"{ATOM}{role}")) for role in ("author", "contributor"))
    assert [(role, each.findtext(f"{ATOM}name")) for role, found in roles for each in found] == [
        ("author", "Signe Brandt"),
        ("contributor", "Lea Holm"),
    ]


@pytest.mark.django_db
def test_feed_of_a_topic_that_the_other_language_lacks_names_no_twin(client: Client) -> None:
    newsroom.live(only="en")
    for address in ("/en/feed.atom", "/en/health/feed.atom"):
        tree = ET.fromstring(client.get(address).content)
        entry = tree.find(f"{ATOM}entry")
        assert [link.get("hreflang") for link in entry.findall(f"{ATOM}link")] == ["en", None]
        languages = {link.get("hreflang") for link in tree.findall(f"{ATOM}link")}
        assert languages == ({"en", "da"} if address == "/en/feed.atom" else {"en"})


@pytest.mark.django_db
def test_advertising_says_so_before_its_headline(client: Client) -> None:
    newsroom.live(commercial="sponsored", sponsor="Nordkyst Bank")
    for address in ENGLISH:
        assert titles(client, address) == ["Paid content: The last rung"]
    assert titles(client, "/da/feed.json") == ["Annonce: Det nederste trin"]
    [item] = items(client, "/en/feed.json")
    assert item["content_html"].startswith(
        '<p class="paid"><b>Paid content</b> Sponsored by Nordkyst Bank</p>'
    )


@pytest.mark.django_db
def test_addresses_in_the_text_hold_anywhere_and_words_stay_words(client: Client) -> None:
    story = newsroom.article(slides=1)
    newsroom.change(
        story.slides.get(),
        body_en='<p><a href="/en/?a=1&amp;b=2">Front</a> <a href="https://sea.example/">sea</a> '
        'says href="/en/".</p>',
    )
    newsroom.publish(story, "en", overrule={"en": "It is meant to be like this."})
    assert items(client, "/en/feed.json")[0]["content_html"].endswith(
        f'<p><a href="{SITE}/en/?a=1&amp;b=2" rel="noopener">Front</a> '
        '<a href="https://sea.example/" rel="noopener">sea</a> says href="/en/".</p>'
    )


@pytest.mark.django_db
def test_of_a_long_article_the_beginning_and_all_its_notes(client: Client) -> None:
    story = newsroom.article(slides=14)
    last = story.slides.all()[12:]
    newsroom.notice(story, "It was the third rung.", slide=last[1].key)
    newsroom.source(story, "the Coast Office", "Kystkontoret", "https://coast.example/")
    newsroom.publish(story)
    html = items(client, "/en/feed.json")[0]["content_html"]
    assert html.count("<figure>") == html.count("<h2>") == 12
    assert html.count("It was the third rung.") == 1
    assert html.endswith(
        '<p class="source">Based on information from <a href="https://coast.example/" '
        'rel="noopener">the Coast Office</a>.</p>\n'
        f'<p><a href="{SITE}/en/health/the-last-rung/#slide-{last[0].key}">See all 14 pictures</a></p>'
    )


@pytest.mark.django_db
def test_photo_whose_rights_are_over_is_in_no_feed(client: Client) -> None:
    story = newsroom.article(slides=1)
    photo = Photo.objects.get(slides__article=story)
    newsroom.change(photo, expires_at=MONDAY + DAY)
    newsroom.publish(story)
    stem = photo.renditions[0]["name"].removesuffix("-400.avif").encode()
    for instant, is_shown in (
        (MONDAY + DAY - dt.timedelta(microseconds=1), True),
        (MONDAY + DAY, False),
    ):
        with newsroom.at(instant):
            for address in ENGLISH + DANISH:
                body = client.get(address).content
                assert (stem in body, b"Kystfoto" in body) == (is_shown, is_shown), address


# --- What is not ---------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize("state", NEVER_LIVE)
def test_what_was_never_live_is_in_no_feed(
    client: Client, state: Callable[[Article], None]
) -> None:
    shown, secret = newsroom.article(), newsroom.article("The secret", "Hemmeligheden")
    newsroom.link(shown, secret, label_en="The secret", label_da="Hemmeligheden")
    state(secret)
    newsroom.publish(shown)
    for address in ENGLISH + DANISH:
        body = client.get(address).content.decode().lower()
        assert ("rung" if address in ENGLISH else "trin") in body
        assert "secret" not in body and "hemmelig" not in body, address


@pytest.mark.django_db
def test_withdrawal_leaves_every_feed_at_once(client: Client) -> None:
    story = newsroom.article("The kettle", "Kedlen")
    newsroom.live()
    newsroom.publish(story)
    etags = {address: client.get(address).headers["ETag"] for address in ENGLISH + DANISH}
    with newsroom.at(MONDAY + dt.timedelta(minutes=1)):
        newsroom.withdraw(story, "en")
        for address, etag in etags.items():
            response = client.get(address, headers={"if-none-match": etag})
            assert b"kettle" not in response.content, address
            if address in ENGLISH:
                assert response.status_code == 200
        assert titles(client, "/da/feed.json") == ["Kedlen", "Det nederste trin"]


@pytest.mark.django_db
def test_feed_is_in_one_language(client: Client) -> None:
    story = newsroom.article(commercial="affiliate", slides=13)
    for role in ("text", "pictures", "translation"):
        newsroom.byline(story, "Maja Holt", role)
    for language in ("en", "da"):
        newsroom.notice(story, "12 + 7 = 19", language=language)
    newsroom.publish(story)
    for address, own, foreign in (
        (
            "/en/feed.json",
            ("See all 13 pictures", "Photo:", "Correction"),
            "Se alle|Foto:|Rettelse",
        ),
        (
            "/da/feed.json",
            ("Se alle 13 billeder", "Foto:", "Rettelse"),
            "See all|Photo:|Correction",
        ),
    ):
        for asked in ("en", "da"):
            body = client.get(address, headers={"accept-language": asked}).content.decode()
            assert all(words in body for words in own), (address, own)
            assert not any(words in body for words in foreign.split("|")), address


# --- How they are served -------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize("address", ENGLISH + DANISH)
def test_feed_is_kept_shortly_and_sent_once(client: Client, address: str) -> None:
    newsroom.live()
    response = client.get(address)
    assert response.headers["Cache-Control"] == "public, max-age=60"
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert response.headers["Content-Language"] == address[1:3]
    assert response.headers["Vary"] == "Accept-Encoding"
    again = client.get(address, headers={"if-none-match": response.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.post(address).status_code == 405


@pytest.mark.django_db
def test_feed_costs_three_queries(client: Client, django_assert_num_queries: Any) -> None:
    for number in range(5):
        newsroom.publish(newsroom.article(f"Story {number}", f"Historie {number}"))
    client.get("/en/")  # the site itself is asked once for a generation
    for address in ENGLISH:
        newsroom.generation.forget()
        with django_assert_num_queries(3):
            client.get(address)


@pytest.mark.django_db
def test_unknown_feeds_are_not_found(client: Client) -> None:
    newsroom.live()
    for address in ("/en/sundhed/feed.atom", "/en/feed.rss", "/de/feed.atom", "/feed.atom"):
        assert client.get(address).status_code == 404, address


@given(st.text())
def test_no_text_breaks_the_xml(text: str) -> None:
    tree = root("feed", {})
    add(tree, "title", text, label=text)
    title = ET.fromstring(write(tree)).find("title")
    assert "".join(filter(str.isprintable, title.text or "")) == "".join(
        filter(str.isprintable, text)
    )


@pytest.mark.django_db
def test_pages_name_the_feeds_that_one_may_follow(read: Read) -> None:
    newsroom.live()
    newsroom.publish(
        newsroom.article("Only here", "Kun her", topic=newsroom.topic("Food", "Mad")), "en"
    )
    site = [("Diptych", ATOM_TYPE, "/da/feed.atom"), ("Diptych", JSON_TYPE, "/da/feed.json")]
    topic = [
        ("Diptych: Sundhed", ATOM_TYPE, "/da/sundhed/feed.atom"),
        ("Diptych: Sundhed", JSON_TYPE, "/da/sundhed/feed.json"),
    ]
    for address, status, expected in (
        ("/da/", 200, site),
        ("/da/sundhed/", 200, site + topic),
        ("/da/sundhed/det-nederste-trin/", 200, site + topic),
        ("/da/mad/", 404, site),
    ):
        links = read(address, status).all('link[rel="alternate"][title]')
        assert [(link["title"], link["type"], link["href"]) for link in links] == expected
