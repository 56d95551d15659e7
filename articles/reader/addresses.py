"""Every address of the readers' site, written in one place; urls.py reads them back."""

from urllib.parse import urljoin

from django.conf import settings

from articles.text.addresses import NO_TOPIC, PAGE_WORDS, WORDS, article, own

__all__ = [
    "NO_TOPIC",
    "PAGE_WORDS",
    "WORDS",
    "absolute",
    "article",
    "front",
    "own",
    "rendition",
    "topic",
]


def front(language: str) -> str:
    """`/en/`."""
    return f"/{language}/"


def topic(language: str, slug: str, page: int = 1) -> str:
    """`/en/health/`, and from the second page on `/en/health/page/2/`."""
    tail = f"{PAGE_WORDS[language]}/{page}/" if page > 1 else ""
    return f"/{language}/{slug}/{tail}"


def rendition(name: str) -> str:
    """Where the browser fetches one file of a photo."""
    return f"{settings.MEDIA_URL}renditions/{name}"


def absolute(address: str) -> str:
    """`address` with scheme and host, which come from SITE_URL and never from a request."""
    return urljoin(f"{settings.SITE_URL}/", address)
