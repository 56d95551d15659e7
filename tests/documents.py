"""Working copies and documents as plain data, for tests that need no database.

Every text says which language it is in, `[en]` or `[da]`, so that a stray one is found.
"""

import datetime as dt
from dataclasses import replace
from typing import Any

from articles.document.build import build
from articles.document.schema import BylineDocument, Document, NoticeDocument, PhotoFacts
from articles.document.working_copy import (
    ArticleTexts,
    SlideTexts,
    WorkingCopy,
    WorkingLink,
    WorkingPhoto,
    WorkingSlide,
    WorkingSource,
)
from articles.gate.registry import World
from articles.photos.files import Rendition
from articles.text.languages import LANGUAGES

ARTICLE = 7
OTHER = 8
NOW = dt.datetime(2026, 11, 23, 12, 0, tzinfo=dt.UTC)


def said(text: str) -> dict[str, str]:
    """`text` in each language."""
    return {language: f"{text} [{language}]" for language in LANGUAGES}


def a_rendition(width: int = 800) -> Rendition:
    return Rendition("jpeg", width, width * 2 // 3, f"ab/cd-{width}.jpg")


def some_facts(number: int = 1, **facts: Any) -> PhotoFacts:
    """Photo `number` by Signe for Kystfoto, with one rendition."""
    values = {"width": 1600, "height": 1067, "creator": "Signe Brandt", "credit": "Kystfoto"}
    return PhotoFacts(**{"id": number, **values, "renditions": (a_rendition(),), **facts})


def frozen_facts(number: int, language: str, **facts: Any) -> PhotoFacts:
    """What a document of `language` has of `a_photo(number)`: with its words."""
    words = {"alt": f"Alt {number} [{language}]", "caption": f"Caption {number} [{language}]"}
    return some_facts(number, **{**words, **facts})


def a_photo(number: int = 1, **facts: Any) -> WorkingPhoto:
    return WorkingPhoto(
        some_facts(number, **facts), said(f"Alt {number}"), said(f"Caption {number}")
    )


def a_slide(key: str, number: int = 1, **fields: Any) -> WorkingSlide:
    texts = {
        language: SlideTexts(
            heading=f"Heading {key} [{language}]", body=f"<p>Body {key} [{language}]</p>"
        )
        for language in LANGUAGES
    }
    return WorkingSlide(**{"key": key, "texts": texts, "photo": a_photo(number), **fields})


def a_working_copy(**fields: Any) -> WorkingCopy:
    """Publishable in both languages: three slides, a link after the second, all the trimmings."""
    texts = {
        language: ArticleTexts(
            kicker=f"Kicker [{language}]",
            headline=f"Headline [{language}]",
            slug=f"slug-{language}",
            standfirst=f"Standfirst [{language}]",
            seo_title=f"Title [{language}]",
            seo_description=f"Description [{language}]",
        )
        for language in LANGUAGES
    }
    values = {
        "article": ARTICLE,
        "texts": texts,
        "topic": 3,
        "bylines": (BylineDocument("Maja Holt", "maja-holt", "text"),),
        "sources": (WorkingSource(said("Institute"), "https://institute.example/"),),
        "slides": (a_slide("aaa", 1), a_slide("bbb", 2), a_slide("ccc", 3)),
        "links": (WorkingLink("bbb", article=OTHER),),
        "notices": {
            language: (
                NoticeDocument("correction", f"Note [{language}]", "2026-11-22T12:00:00+00:00"),
            )
            for language in LANGUAGES
        },
    }
    return WorkingCopy(**{**values, **fields})


def a_document(language: str = "en", **fields: Any) -> Document:
    """What the gate lets through."""
    return replace(build(a_working_copy(), language), **fields)


def a_world(**fields: Any) -> World:
    return World(**{"as_of": NOW, "topic_slug": "health", **fields})
