"""The texts of a document, one by one, each with the field it stands in."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from articles.document.schema import Document
from articles.text.sanitise import plain

# Of the article, of each slide, of each link.
OF_ARTICLE: Final = ("kicker", "headline", "standfirst", "seo_title", "seo_description")
OF_SLIDE: Final = ("heading", "body", "caption", "alt")
FIELDS: Final = frozenset({*OF_ARTICLE, *OF_SLIDE})


@dataclass(frozen=True, slots=True)
class Text:
    """One text: `stored` as the field holds it (a body is HTML), `slide` a slide's key or ""."""

    slide: str
    field: str
    language: str
    stored: str

    @property
    def is_html(self) -> bool:
        return self.field == "body"

    @property
    def plain(self) -> str:
        """Its words without markup, on one line."""
        return plain(self.stored) if self.is_html else self.stored


def texts(document: Document) -> Iterator[Text]:
    """Every text that is not empty, in the order of the page."""
    for name in OF_ARTICLE:
        if value := getattr(document, name):
            yield Text("", name, document.language, value)
    for slide in document.slides:
        for name in OF_SLIDE:
            if value := getattr(slide, name):
                yield Text(slide.key, name, document.language, value)
