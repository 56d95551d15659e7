"""Every address of the readers' site, written in one place; urls.py reads them back."""

from typing import Final
from urllib.parse import urljoin

from django.conf import settings
from django.templatetags.static import static

from articles.text.addresses import NO_TOPIC, PAGE_WORDS, WORDS, article, own
from articles.text.months import Month

__all__ = [
    "FEEDS",
    "NO_TOPIC",
    "PAGE_WORDS",
    "WORDS",
    "absolute",
    "article",
    "corrections",
    "feed",
    "front",
    "icon",
    "month",
    "own",
    "paged",
    "person",
    "rendition",
    "report",
    "sitemap",
    "topic",
]

# The kinds of feed, by the end of their addresses.
FEEDS: Final = {"atom": "application/atom+xml", "json": "application/feed+json"}


def front(language: str) -> str:
    """`/en/`."""
    return f"/{language}/"


def topic(language: str, slug: str, page: int = 1) -> str:
    """`/en/health/`, and from the second page on `/en/health/page/2/`."""
    return paged(f"/{language}/{slug}/", language, page)


def person(language: str, slug: str, page: int = 1) -> str:
    """`/en/people/maja-holt/`."""
    return paged(f"{own('people', language)}{slug}/", language, page)


def corrections(language: str, page: int = 1) -> str:
    """`/en/corrections/`."""
    return paged(own("corrections", language), language, page)


def month(language: str, month: Month, page: int = 1) -> str:
    """`/en/archive/2026/11/`."""
    address = f"{own('archive', language)}{month.year}/{month.number:02}/"
    return paged(address, language, page)


def paged(address: str, language: str, page: int) -> str:
    """`address`, and from the second page on with its number: `…/page/2/`."""
    return f"{address}{PAGE_WORDS[language]}/{page}/" if page > 1 else address


def feed(language: str, kind: str, topic_slug: str = "") -> str:
    """`/en/feed.atom`, and of one topic `/da/sundhed/feed.json`."""
    page = topic(language, topic_slug) if topic_slug else front(language)
    return f"{page}feed.{kind}"


def sitemap(part: str = "") -> str:
    """`/sitemap.xml`, the index; `/sitemap-news.xml`, what it lists."""
    return f"/sitemap-{part}.xml" if part else "/sitemap.xml"


def icon(own_icon: str, size: str) -> str:
    """One of the newsroom's own icons (`own_icon` is their stem), else of Diptych's."""
    return f"/icons/{own_icon}-{size}.png" if own_icon else static(f"reader/icons/{size}.png")


def rendition(name: str) -> str:
    """Where the browser fetches one file of a photo."""
    return f"{settings.MEDIA_URL}renditions/{name}"


def report(language: str, article: int, edition: int, slide: str = "") -> str:
    """`/da/meld-fejl/?article=7&edition=2&slide=k3x9a`: where an error in that is reported."""
    tail = f"&slide={slide}" if slide else ""
    return f"{own('report', language)}?article={article}&edition={edition}{tail}"


def absolute(address: str) -> str:
    """`address` with scheme and host, which come from SITE_URL and never from a request."""
    return urljoin(f"{settings.SITE_URL}/", address)
