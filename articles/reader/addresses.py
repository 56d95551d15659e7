"""Every address of the readers' site, written in one place; urls.py reads them back."""

from typing import Final
from urllib.parse import urljoin

from django.conf import settings

# The word before a page number, in each language.
PAGE_WORDS: Final = {"en": "page", "da": "side"}
# Stands in the topic's place while a topic has lost its own word in that language.
NO_TOPIC: Final = {"en": "stories", "da": "historier"}


def front(language: str) -> str:
    """`/en/`."""
    return f"/{language}/"


def topic(language: str, slug: str, page: int = 1) -> str:
    """`/en/health/`, and from the second page on `/en/health/page/2/`."""
    tail = f"{PAGE_WORDS[language]}/{page}/" if page > 1 else ""
    return f"/{language}/{slug}/{tail}"


def article(language: str, topic_slug: str, slug: str) -> str:
    """`/da/sundhed/fire-grader-koldt-vand/`."""
    return f"/{language}/{topic_slug or NO_TOPIC[language]}/{slug}/"


def rendition(name: str) -> str:
    """Where the browser fetches one file of a photo."""
    return f"{settings.MEDIA_URL}renditions/{name}"


def absolute(address: str) -> str:
    """`address` with scheme and host, which come from SITE_URL and never from a request."""
    return urljoin(f"{settings.SITE_URL}/", address)
