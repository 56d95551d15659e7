"""A feed of one language, of all topics or of one, as plain data and as JSON Feed 1.1. Pure.

Its entries are made of the pages that readers get, so a feed says no more than they do: a photo
whose rights are over is in neither. atom.py writes the same data as Atom.
"""

import datetime as dt
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape, unescape
from typing import Any, Final
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation

from articles.document.schema import Document
from articles.reader import addresses
from articles.reader.frames import feed_title
from articles.reader.pages import ArticlePage, article_page
from articles.reader.parts import Link, Picture
from articles.reader.rights import Rights
from articles.reader.rows import LiveArticle, Neighbours, Section, Sections
from articles.text import dates
from articles.text.languages import other

LENGTH: Final = 50
# Of a longer article a feed has the beginning, and says where the rest is.
SLIDES: Final = 12
# The year since which these ids are given out (RFC 4151); it is part of each, for good.
_SINCE: Final = "2026"
# An address inside a tag: text is not touched, whatever it looks like.
_ADDRESS: Final = re.compile(r'(<(?:a|img)\s[^>]*?\b(?:href|src)=")([^"]*)')


@dataclass(frozen=True, slots=True)
class Entry:
    """An article, its people with their pages.

    Times are ISO 8601 with offset; `content` is HTML in which every address is absolute.
    """

    id: str
    address: str
    twin: str
    title: str
    summary: str
    content: str
    published: str
    updated: str
    authors: tuple[Link, ...]
    contributors: tuple[Link, ...]
    topic: str
    topic_slug: str
    picture: Picture | None


@dataclass(frozen=True, slots=True)
class Feed:
    """`page` is what it is a feed of; the twins are "" where the other language has none."""

    id: str
    language: str
    publisher: str
    title: str
    subtitle: str
    icon: str
    page: str
    twin_page: str
    files: dict[str, str]
    twin_files: dict[str, str]
    updated: str
    entries: tuple[Entry, ...]


def feed_of(
    articles: Sequence[LiveArticle],
    *,
    section: Section | None,
    sections: Sections,
    rights: Rights,
) -> Feed:
    """The feed of `section` (None: of the whole site), with `articles`, newest first."""
    language = sections.language
    slug = section.slug if section else ""
    has_twin = section.other_is_live if section else True
    other_slug = section.other_slug if section else ""
    return Feed(
        id=f"{_authority(_SINCE)}:{language}" + (f"/topic/{section.id}" if section else ""),
        language=language,
        publisher=sections.site.name,
        title=feed_title(sections, section),
        subtitle=section.description if section else sections.site.tagline,
        icon=addresses.absolute(addresses.icon(sections.site.icon, "512")),
        page=_page(language, slug),
        twin_page=_page(other(language), other_slug) if has_twin else "",
        files=_files(language, slug),
        twin_files=_files(other(language), other_slug) if has_twin else {},
        updated=_updated(articles, rights.as_of),
        entries=tuple(_entry(article, sections, rights) for article in articles),
    )


def json_feed(feed: Feed) -> bytes:
    """`feed` as JSON Feed 1.1."""
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.subtitle,
        "home_page_url": feed.page,
        "feed_url": feed.files["json"],
        "icon": feed.icon,
        "language": feed.language,
        "authors": [{"name": feed.publisher, "url": addresses.absolute("/")}],
        "items": [_item(entry, feed.language) for entry in feed.entries],
    }
    return json.dumps(_known(data), ensure_ascii=False, indent=1).encode()


def _item(entry: Entry, language: str) -> dict[str, Any]:
    return _known(
        {
            "id": entry.id,
            "url": entry.address,
            "title": entry.title,
            "summary": entry.summary,
            "content_html": entry.content,
            "image": entry.picture.file.url if entry.picture else "",
            "date_published": entry.published,
            "date_modified": entry.updated,
            "authors": [
                _known({"name": person.text, "url": person.href}) for person in entry.authors
            ],
            "tags": [entry.topic] if entry.topic else [],
            "language": language,
        }
    )


def _known(data: dict[str, Any]) -> dict[str, Any]:
    """`data` without what is empty; a feed without items has its empty list still."""
    return {name: value for name, value in data.items() if value or name == "items"}


def _entry(article: LiveArticle, sections: Sections, rights: Rights) -> Entry:
    document = article.document
    page = article_page(
        # A note at a slide that is left out stands on top.
        replace(document, slides=document.slides[:SLIDES]),
        rights=rights,
        sections=sections,
        neighbours=Neighbours(),
        dates=article.dates,
        twin=article.twin,
        people=article.people,
    )
    published = article.dates.published or rights.as_of
    twin = [link for link in page.frame.alternates if link.hreflang == other(sections.language)]
    section = sections.get(article.topic)
    authors = _people(page, "text") or _people(page, "pictures")
    others = _people(page, "pictures", "translation")
    return Entry(
        id=f"{_authority(f'{published:%Y-%m-%d}')}:{sections.language}/{document.article}",
        address=page.frame.canonical,
        twin=twin[0].href if twin else "",
        title=page.share_title,
        summary=page.standfirst,
        content=_content(page, document),
        published=dates.iso(published),
        updated=dates.iso(article.dates.modified or published),
        authors=authors,
        contributors=tuple(person for person in others if person not in authors),
        topic=section.name if section else "",
        topic_slug=section.slug if section else "",
        picture=page.picture,
    )


def _content(page: ArticlePage, document: Document) -> str:
    """What the page says, in its own language; every address in it holds anywhere."""
    slides = document.slides
    left_out = slides[SLIDES].key if len(slides) > SLIDES else ""
    context = {"page": page, "total": len(slides), "left_out": left_out}
    with translation.override(page.frame.language):
        rendered = render_to_string("reader/feed_content.html", context)
    here = page.frame.canonical
    html = _ADDRESS.sub(lambda tag: tag[1] + escape(_absolute(unescape(tag[2]), here)), rendered)
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())


def _absolute(address: str, here: str) -> str:
    try:
        return urljoin(here, address)
    except ValueError:  # no address at all, whatever the page's writer meant by it
        return address


def _people(page: ArticlePage, *roles: str) -> tuple[Link, ...]:
    """Who had one of `roles`, once each; the addresses of their pages are absolute."""
    people = (person for byline in page.bylines if byline.role in roles for person in byline.people)
    return tuple(
        Link(person.text, addresses.absolute(person.href) if person.href else "")
        for person in dict.fromkeys(people)
    )


def _page(language: str, slug: str) -> str:
    return addresses.absolute(
        addresses.topic(language, slug) if slug else addresses.front(language)
    )


def _files(language: str, slug: str) -> dict[str, str]:
    return {
        kind: addresses.absolute(addresses.feed(language, kind, slug)) for kind in addresses.FEEDS
    }


def _authority(date: str) -> str:
    return f"tag:{urlsplit(settings.SITE_URL).hostname},{date}"


def _updated(articles: Sequence[LiveArticle], as_of: dt.datetime) -> str:
    """When any of it last changed; of an empty feed the day, so that it is the same all day."""
    changes = [article.dates.modified for article in articles if article.dates.modified]
    day = as_of.replace(hour=0, minute=0, second=0, microsecond=0)
    return dates.iso(max(changes, default=day))
