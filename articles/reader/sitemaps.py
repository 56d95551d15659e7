"""Sitemaps (sitemaps.org 0.9, with Google's pictures and news) as XML. Pure.

Each address of a pair names both, as their pages do.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Final
from xml.etree.ElementTree import Element

from articles.document.schema import Document, PhotoFacts
from articles.reader import addresses, parts
from articles.reader.rights import Rights, shown
from articles.reader.rows import Indexed, Recent, Section, Sections
from articles.reader.site import Site
from articles.reader.xml import add, root, write
from articles.text import dates
from articles.text.languages import LANGUAGES, other
from articles.text.months import Month

MOST_IMAGES: Final = 1_000
_SITEMAP: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
_IMAGE: Final = "http://www.google.com/schemas/sitemap-image/1.1"
_NEWS: Final = "http://www.google.com/schemas/sitemap-news/0.9"
_XHTML: Final = "http://www.w3.org/1999/xhtml"


@dataclass(frozen=True, slots=True)
class Listing:
    """One page in one language, by its path; `images` are absolute addresses."""

    address: str
    modified: dt.datetime | None = None
    images: Sequence[str] = ()


# A page in the languages that it has: {"en": …, "da": …}.
Pair = Mapping[str, Listing]


def index(sitemaps: Iterable[tuple[str, dt.datetime | None]]) -> bytes:
    """The sitemap of `sitemaps`: their paths, and when each last changed."""
    tree = root("sitemapindex", {"xmlns": _SITEMAP})
    for address, modified in sitemaps:
        _located(tree, "sitemap", Listing(address, modified))
    return write(tree)


def articles(rows: Iterable[Indexed], *, sections: Sections, rights: Rights) -> bytes | None:
    """Articles with their pictures; None of none. `rows` has the languages of each together."""
    pairs = (
        {
            row.language: Listing(
                addresses.article(
                    row.language, sections.slug_in(row.language, row.topic), row.slug
                ),
                row.modified,
                images(row.document, rights),
            )
            for row in rows_of_one
        }
        for _, rows_of_one in groupby(rows, key=lambda row: row.article)
    )
    tree = _urlset(pairs, image=_IMAGE, xhtml=_XHTML)
    return write(tree) if len(tree) else None


def images(document: Document, rights: Rights) -> list[str]:
    """The pictures that readers see in `document`, once each."""
    photos = [document.lead, *(slide.photo for slide in document.slides)]
    files = (_file(photo, rights) for photo in photos)
    return list(dict.fromkeys(filter(None, files)))[:MOST_IMAGES]


def _file(photo: PhotoFacts | None, rights: Rights) -> str:
    seen = shown(photo, alt="", rights=rights)
    file = parts.plain_file(seen.photo) if seen else None
    return file.url if file else ""


def pages(
    *,
    sections: Sections,
    sites: Mapping[str, Site],
    changes: Mapping[tuple[str, int], dt.datetime],
    months: Mapping[Month, Collection[str]],
    people: Mapping[str, Collection[str]],
) -> bytes:
    """Everything else that readers can look up.

    `changes` is {(language, topic): when anything of it last changed}; `sites` is by language;
    `months` and `people` (by slug) have the languages in which there is something.
    """
    pairs: list[Pair] = [
        _fronts(changes),
        *(_topic(section, sections.language, changes) for section in sections.all),
        *_simple_pages(sites),
        _pair(LANGUAGES, addresses.corrections),
        _pair(LANGUAGES, partial(addresses.own, "archive")),
        _pair(LANGUAGES, partial(addresses.own, "search")),
        *(_pair(codes, partial(addresses.month, month=month)) for month, codes in months.items()),
        *(_pair(codes, partial(addresses.person, slug=slug)) for slug, codes in people.items()),
    ]
    return write(_urlset(pairs, xhtml=_XHTML))


def _pair(codes: Collection[str], address: Callable[[str], str]) -> Pair:
    return {code: Listing(address(code)) for code in LANGUAGES if code in codes}


def _fronts(changes: Mapping[tuple[str, int], dt.datetime]) -> Pair:
    return {
        language: Listing(
            addresses.front(language),
            max((at for (code, _), at in changes.items() if code == language), default=None),
        )
        for language in LANGUAGES
    }


def _topic(section: Section, language: str, changes: Mapping[tuple[str, int], dt.datetime]) -> Pair:
    slugs = {
        language: section.slug if section.is_live else "",
        other(language): section.other_slug if section.other_is_live else "",
    }
    return {
        code: Listing(addresses.topic(code, slug), changes.get((code, section.id)))
        for code, slug in slugs.items()
        if slug
    }


def _simple_pages(sites: Mapping[str, Site]) -> Iterator[Pair]:
    links: dict[int, dict[str, Listing]] = {}
    for language, site in sites.items():
        for page in site.pages:
            links.setdefault(page.id, {})[language] = Listing(page.href)
    yield from links.values()


def news(rows: Iterable[Recent], *, sections: Sections, rights: Rights) -> bytes:
    """The newest articles for news searches, each with its language and its first hour."""
    tree = root("urlset", {"xmlns": _SITEMAP, "xmlns:image": _IMAGE, "xmlns:news": _NEWS})
    for row in rows:
        slug = sections.slug_in(row.language, row.topic)
        address = addresses.article(row.language, slug, row.slug)
        url = _located(tree, "url", Listing(address, row.dates.modified))
        element = add(url, "news:news")
        publication = add(element, "news:publication")
        add(publication, "news:name", sections.site.name)
        add(publication, "news:language", row.language)
        if row.dates.published:
            add(element, "news:publication_date", dates.iso(row.dates.published))
        add(element, "news:title", row.card.headline)
        picture = _file(row.card.photo, rights)
        if picture:
            add(add(url, "image:image"), "image:loc", picture)
    return write(tree)


def _urlset(pairs: Iterable[Pair], **namespaces: str) -> Element:
    prefixes = {f"xmlns:{prefix}": address for prefix, address in namespaces.items()}
    tree = root("urlset", {"xmlns": _SITEMAP, **prefixes})
    for pair in pairs:
        for listing in pair.values():
            url = _located(tree, "url", listing)
            if len(pair) == len(LANGUAGES):
                _alternates(url, pair)
            for image in listing.images:
                add(add(url, "image:image"), "image:loc", image)
    return tree


def _located(tree: Element, tag: str, listing: Listing) -> Element:
    url = add(tree, tag)
    add(url, "loc", addresses.absolute(listing.address))
    if listing.modified:
        add(url, "lastmod", dates.iso(listing.modified))
    return url


def _alternates(url: Element, pair: Pair) -> None:
    hrefs: dict[str, str] = {language: pair[language].address for language in LANGUAGES}
    hrefs["x-default"] = hrefs["en"]
    for hreflang, href in hrefs.items():
        add(url, "xhtml:link", rel="alternate", hreflang=hreflang, href=addresses.absolute(href))
