"""The document: one article in one language, frozen, complete, as plain data.

Nothing in here knows the database. What the clock or other articles decide (dates, whether a
link's target is live, its headline) is not part of a document: the site adds it when it reads.
"""

from dataclasses import dataclass, field
from typing import Final, Literal

from articles.photos.files import Rendition

SCHEMA: Final = 1

Commercial = Literal["none", "affiliate", "sponsored"]


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """A photo as of publishing: its rights, and the files made of it."""

    id: int
    width: int
    height: int
    creator: str = ""
    credit: str = ""
    credit_url: str = ""
    copyright_notice: str = ""
    usage_terms: str = ""
    license_url: str = ""
    acquire_url: str = ""
    expires_at: str = ""  # ISO 8601 in UTC; "" for never
    substitute: int | None = None
    focal_x: float = 0.5
    focal_y: float = 0.5
    renditions: tuple[Rendition, ...] = ()


@dataclass(frozen=True, slots=True)
class SlideDocument:
    """One slide. `body` is sanitised HTML; `shared` says that the other language has it too."""

    key: str
    heading: str
    body: str
    caption: str
    alt: str
    photo: PhotoFacts | None
    shared: bool = True


@dataclass(frozen=True, slots=True)
class LinkDocument:
    """An "Also read" link after slide `after` ("": after the standfirst).

    Either `article` (an id: the site shows its live headline, or nothing) or `url` with `label`.
    """

    after: str
    article: int | None = None
    url: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class BylineDocument:
    name: str
    slug: str
    role: str


@dataclass(frozen=True, slots=True)
class SourceDocument:
    name: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class NoticeDocument:
    """A dated note. `slide` is a slide's key, or "" for the top; `date` is ISO 8601 in UTC."""

    kind: str
    text: str
    date: str
    slide: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    article: int
    language: str
    topic: int | None
    slug: str
    kicker: str
    headline: str
    standfirst: str
    seo_title: str
    seo_description: str
    commercial: Commercial = "none"
    sponsor: str = ""
    lead: PhotoFacts | None = None
    lead_alt: str = ""
    bylines: tuple[BylineDocument, ...] = ()
    sources: tuple[SourceDocument, ...] = ()
    slides: tuple[SlideDocument, ...] = ()
    links: tuple[LinkDocument, ...] = ()
    notices: tuple[NoticeDocument, ...] = ()
    schema: int = field(default=SCHEMA)

    def photos(self) -> tuple[PhotoFacts, ...]:
        """Every photo in it, once each, the lead first."""
        found = {p.id: p for p in (self.lead, *(s.photo for s in self.slides)) if p}
        return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Card:
    """What lists show of an Edition; its dates are the Edition's own."""

    headline: str
    kicker: str
    standfirst: str
    slides: int
    sponsor: str = ""
    photo: PhotoFacts | None = None
    alt: str = ""
