"""What machines read of an article: JSON-LD, Open Graph, description."""

import json
from typing import Any

import pytest
from django.conf import settings

from articles.models.photo import Photo
from articles.models.translated import read as translated
from tests import newsroom
from tests.reader.conftest import Read
from tests.reader.dom import Node

pytestmark = pytest.mark.django_db

HERE = "/en/health/the-last-rung/"
SITE = settings.SITE_URL


def data(page: Node) -> dict[str, Any]:
    return json.loads(page.one('script[type="application/ld+json"]').text)


def test_article_as_json_ld(read: Read) -> None:
    story = newsroom.article(slides=1)
    newsroom.byline(story, "Maja Holt")
    newsroom.byline(story, "Signe Brandt", "pictures")
    newsroom.publish(story)
    photo = Photo.objects.get(slides__article=story)
    picture = photo.renditions[0]["name"].removesuffix("-400.avif") + "-1200.jpg"

    assert data(read(HERE)) == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "mainEntityOfPage": f"{SITE}{HERE}",
        "headline": "The last rung",
        "description": "The last rung, told by those who were there.",
        "inLanguage": "en",
        "datePublished": "2026-11-23T13:00:00+01:00",
        "dateModified": "2026-11-23T13:00:00+01:00",
        "author": [{"@type": "Person", "name": "Maja Holt"}],
        "image": [f"{SITE}/media/renditions/{picture}"],
        "publisher": {"@type": "NewsMediaOrganization", "name": "Diptych", "url": f"{SITE}/"},
    }


def test_no_headline_ends_the_script(read: Read) -> None:
    headline = "Salt </script><script>alert(1)</script> & <!-- \u2028 pepper"
    story = newsroom.article(headline, slug_en="the-last-rung")
    newsroom.publish(story, "en", overrule={"en": "It is meant to be like this."})
    page = read(HERE)
    assert data(page)["headline"] == " ".join(headline.split())
    assert len(page.all("script")) == 2


def test_description_and_title_of_ones_own_come_first(read: Read) -> None:
    story = newsroom.article(seo_title_en="Cold water, briefly", seo_description_en="In a line.")
    newsroom.publish(story)
    page = read(HERE)
    assert page.one("title").text == "Cold water, briefly | Diptych"
    assert page.one('meta[name="description"]')["content"] == "In a line."
    assert page.one("main h1").text == "The last rung"


def test_open_graph(read: Read) -> None:
    story = newsroom.article(slides=1)
    newsroom.publish(story)
    photo = Photo.objects.get(slides__article=story)
    found = {meta["property"]: meta["content"] for meta in read(HERE).all("meta[property]")}
    image = found.pop("og:image")
    assert image.startswith(f"{SITE}/media/renditions/")
    assert image.endswith("-1200.jpg")
    assert found == {
        "og:type": "article",
        "og:site_name": "Diptych",
        "og:locale": "en_GB",
        "og:locale:alternate": "da_DK",
        "og:url": f"{SITE}{HERE}",
        "og:title": "The last rung",
        "og:description": "The last rung, told by those who were there.",
        "og:image:width": "1200",
        "og:image:height": "800",
        "og:image:alt": translated(photo, "alt", "en"),
        "article:published_time": "2026-11-23T13:00:00+01:00",
    }
