"""What find.py hands to the pages: plain data, of one language, as of one instant."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from articles.document.schema import Card, Document
from articles.reader import addresses
from articles.reader.site import NEW, Site
from articles.text.months import Month


@dataclass(frozen=True, slots=True)
class Section:
    """A topic; `is_live` says that it has a name, an address and something to list."""

    id: int
    name: str
    slug: str
    description: str
    is_live: bool
    other_slug: str
    other_is_live: bool


@dataclass(frozen=True, slots=True)
class Sections:
    """Every topic of the site, in its order, seen from one language; and the site itself."""

    language: str
    all: tuple[Section, ...] = ()
    site: Site = NEW

    def live(self) -> tuple[Section, ...]:
        return tuple(section for section in self.all if section.is_live)

    def named(self, slug: str) -> Section | None:
        """The one that readers find under `slug`."""
        return next((section for section in self.live() if section.slug == slug), None)

    def get(self, topic: int | None) -> Section | None:
        return next((section for section in self.all if section.id == topic), None)

    def slug(self, topic: int | None) -> str:
        section = self.get(topic)
        return section.slug if section else ""

    def other_slug(self, topic: int | None) -> str:
        section = self.get(topic)
        return section.other_slug if section else ""

    def slug_in(self, language: str, topic: int | None) -> str:
        return self.slug(topic) if language == self.language else self.other_slug(topic)


@dataclass(frozen=True, slots=True)
class Listed:
    """A live article as lists show it."""

    article: int
    topic: int
    slug: str
    published: dt.datetime
    card: Card

    def address(self, sections: Sections) -> str:
        return addresses.article(sections.language, sections.slug(self.topic), self.slug)


@dataclass(frozen=True, slots=True)
class Twin:
    """The same article, live in the other language, and since when; whether search engines may
    have it there."""

    slug: str
    topic: int
    published: dt.datetime | None = None
    is_indexed: bool = True


@dataclass(frozen=True, slots=True)
class Dates:
    """What an Edition knows and a document does not; a preview has neither."""

    published: dt.datetime | None = None
    modified: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class LiveArticle:
    """`people` are the slugs of the pages that its bylines lead to, by their places in it."""

    edition: int
    document: Document
    number: int
    topic: int
    slug: str
    dates: Dates
    twin: Twin | None
    people: Mapping[int, str] = field(default_factory=dict)
    is_indexed: bool = True


@dataclass(frozen=True, slots=True)
class Indexed:
    """A live article as the sitemaps list it, in whichever language."""

    article: int
    language: str
    topic: int
    slug: str
    modified: dt.datetime
    document: Document


@dataclass(frozen=True, slots=True)
class Recent:
    """A live article as the sitemap of news lists it."""

    language: str
    topic: int
    slug: str
    dates: Dates
    card: Card


@dataclass(frozen=True, slots=True)
class PastArticle:
    """An article that readers have seen in this language, and do not see any more.

    Of one that was erased nothing more is said.
    """

    article: int
    topic: int
    headline: str = ""
    reason: str = ""
    published: dt.datetime | None = None
    ended: dt.datetime | None = None
    successor: int | None = None
    twin: Twin | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A contributor, seen from one language; `count` are the live articles there."""

    id: int
    name: str
    slug: str
    bio: str
    email: str
    url: str
    count: int
    has_other: bool


@dataclass(frozen=True, slots=True)
class Credited:
    """A live article, and what one person did in it: "text", "pictures", …"""

    row: Listed
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MonthOfStories:
    """How many live articles a month has in one language; the months beside it that have any."""

    month: Month
    count: int
    before: Month | None
    after: Month | None
    has_other: bool


@dataclass(frozen=True, slots=True)
class Corrected:
    """A public correction of a live article; `slide` is the key of the slide that it is about."""

    date: dt.datetime
    text: str
    slide: str
    row: Listed


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The live articles beside one: those it links to, by id, and others, the best first."""

    linked: dict[int, Listed] = field(default_factory=dict)
    others: tuple[Listed, ...] = ()


def first_of(
    rows: Iterable[tuple[Listed, float | None]], topic: int | None, count: int
) -> tuple[Listed, ...]:
    """`count` of `rows` (newest first, with a score if related): those that are related, the best
    first; then those of `topic`, then the others. What was paid for fills up only what is left."""

    def place(found: tuple[Listed, float | None]) -> tuple[bool, float, bool, bool]:
        row, score = found
        return score is None, -(score or 0), bool(row.card.sponsor), row.topic != topic

    return tuple(row for row, _score in sorted(rows, key=place)[:count])
