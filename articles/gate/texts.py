"""The texts of a document, one by one, each with the field it stands in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from articles.document.schema import Document, LinkDocument
from articles.document.working_copy import WorkingLink
from articles.text.sanitise import clean_line, plain

# Of the article, of each slide, of a lead photo that stands in no slide, of each link.
OF_ARTICLE: Final = ("kicker", "headline", "standfirst", "seo_title", "seo_description")
OF_SLIDE: Final = ("heading", "body", "caption", "alt")
FIELDS: Final = frozenset({*OF_ARTICLE, *OF_SLIDE, "lead_alt", "label"})
# Names are in no language, and have their own spelling.
NAMES: Final = frozenset({"sponsor", "source"})


@dataclass(frozen=True, slots=True)
class Text:
    """One text: `stored` as the field holds it (a body is HTML), `slide` the key of its slide or of
    its link's row, or "". `at` is the field that findings stand at where that is another: it does
    not hold the text, and so can not have it mended.
    """

    slide: str
    field: str
    language: str
    stored: str
    at: str = ""

    @property
    def is_html(self) -> bool:
        return self.field == "body"

    @property
    def where(self) -> str:
        """The field that findings on it stand at."""
        return self.at or self.field

    @property
    def plain(self) -> str:
        """Its words without markup, on one line."""
        return plain(self.stored) if self.is_html else self.stored


def texts(document: Document, rows: Sequence[WorkingLink] = ()) -> Iterator[Text]:
    """Every text that is not empty, in the order of the page; `rows` are the desk's links."""
    of_article = (Text("", name, document.language, getattr(document, name)) for name in OF_ARTICLE)
    of_slides = (
        Text(slide.key, name, document.language, getattr(slide, name))
        for slide in document.slides
        for name in OF_SLIDE
    )
    found = (*of_article, *_beside(document), *of_slides, *_below(document, rows))
    return (text for text in found if text.stored)


def _beside(document: Document) -> Iterator[Text]:
    """What stands beside the headline, and the words of its photo where no slide has that."""
    yield Text("", "sponsor", document.language, document.sponsor)
    if not stands_in_slides(document):
        yield Text("", "lead_alt", document.language, document.lead_alt, at="lead_photo")


def _below(document: Document, rows: Sequence[WorkingLink]) -> Iterator[Text]:
    """The words of the links, the names of the sources."""
    for link in document.links:
        row, at = link_place(link, "label", document, rows)
        at = "" if at == "label" else at
        yield Text(row, "label", document.language, link.label, at=at)
    for source in document.sources:
        yield Text("", "source", document.language, source.name, at="sources")


def link_place(
    link: LinkDocument, field: str, document: Document, rows: Sequence[WorkingLink]
) -> tuple[str, str]:
    """Where a finding about `field` of an “Also read” link stands: (its row's key, the field).

    Below the slide before it, at "links", where the desk has no such row.
    """
    for row in rows:
        is_it = (row.article, row.url) == (link.article, link.url)
        if is_it and clean_line(row.labels.get(document.language, "")) == link.label:
            return row.key, field
    return link.after, "links"


def stands_in_slides(document: Document) -> bool:
    """Whether the slides' own rules speak of the lead photo already."""
    return any(
        s.photo and document.lead and s.photo.id == document.lead.id for s in document.slides
    )
