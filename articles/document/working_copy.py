"""The working copy as plain data, in both languages: what `build` makes a document from.

It is made from the database (articles.publishing.snapshot), or from a form not yet saved.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from articles.document.schema import BylineDocument, Commercial, NoticeDocument, PhotoFacts


@dataclass(frozen=True, slots=True)
class WorkingPhoto:
    """A photo of the library, with its own words per language."""

    facts: PhotoFacts
    alt: Mapping[str, str] = field(default_factory=dict)
    caption: Mapping[str, str] = field(default_factory=dict)
    substitute: "WorkingPhoto | None" = None


@dataclass(frozen=True, slots=True)
class ArticleTexts:
    kicker: str = ""
    headline: str = ""
    slug: str = ""
    standfirst: str = ""
    seo_title: str = ""
    seo_description: str = ""


@dataclass(frozen=True, slots=True)
class SlideTexts:
    heading: str = ""
    body: str = ""
    caption: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class WorkingSlide:
    """One slide; `languages` is "both", "en" or "da"."""

    key: str
    texts: Mapping[str, SlideTexts]
    languages: str = "both"
    photo: WorkingPhoto | None = None

    def stands_in(self, language: str) -> bool:
        return self.languages in ("both", language)


@dataclass(frozen=True, slots=True)
class WorkingLink:
    """`after` is a slide's key, or "" for after the standfirst; `key` is the link's own."""

    after: str
    article: int | None = None
    url: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)
    key: str = ""


@dataclass(frozen=True, slots=True)
class WorkingSource:
    names: Mapping[str, str]
    url: str = ""


@dataclass(frozen=True, slots=True)
class WorkingCopy:
    article: int
    texts: Mapping[str, ArticleTexts]
    topic: int | None = None
    commercial: Commercial = "none"
    sponsor: str = ""
    embargo_until: str = ""
    lead: WorkingPhoto | None = None
    bylines: tuple[BylineDocument, ...] = ()
    sources: tuple[WorkingSource, ...] = ()
    slides: tuple[WorkingSlide, ...] = ()
    links: tuple[WorkingLink, ...] = ()
    notices: Mapping[str, tuple[NoticeDocument, ...]] = field(default_factory=dict)
