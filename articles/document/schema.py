"""The document: one article in one language, frozen, complete, as plain data.

Nothing in here knows the database. What the clock or other articles decide (dates, whether a
link's target is live, its headline) is not part of a document: the site adds it when it reads.
"""

from dataclasses import dataclass, field, replace
from typing import Final, Literal

from articles.photos.files import Rendition

SCHEMA: Final = 2

Commercial = Literal["none", "affiliate", "sponsored"]


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """A photo as of publishing: its rights, its own words, and the files made of it.

    `alt` and `caption` are the library's, in the document's language: a slide that shows the same
    has them from there, and takes over what is corrected there. `expires_at` is also when the
    photo was taken down. `substitute` is shown from then on; its own substitute is not.
    """

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
    substitute: "PhotoFacts | None" = None
    focal_x: float = 0.5
    focal_y: float = 0.5
    editorial_only: bool = False
    byline_required: bool = False
    colour: str = ""  # average, "#rrggbb"
    alt: str = ""
    caption: str = ""
    renditions: tuple[Rendition, ...] = ()

    def decided(self) -> "PhotoFacts":
        """What somebody decided and readers see by this photo's place alone.

        The rest is computed, or seen elsewhere in the document: the slide's own alt and caption.
        """
        return replace(
            self,
            substitute=self.substitute.decided() if self.substitute else None,
            editorial_only=False,
            byline_required=False,
            colour="",
            alt="",
            caption="",
            renditions=(),
        )


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
        """Every photo in it, once each, the lead first; substitutes last."""
        shown = [photo for photo in (self.lead, *(s.photo for s in self.slides)) if photo]
        spare = [photo.substitute for photo in shown if photo.substitute]
        found: dict[int, PhotoFacts] = {}
        for photo in (*shown, *spare):
            found.setdefault(photo.id, photo)
        return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Card:
    """What lists show of an Edition; its dates are the Edition's own."""

    headline: str
    kicker: str
    standfirst: str
    slides: int
    commercial: Commercial = "none"
    sponsor: str = ""
    photo: PhotoFacts | None = None
    alt: str = ""
