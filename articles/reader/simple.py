"""A simple page (About, Contact, Privacy) as plain data for its template."""

from dataclasses import dataclass
from typing import ClassVar

from django.utils.safestring import SafeString, mark_safe

from articles.reader import addresses
from articles.reader.frames import Frame, frame
from articles.reader.rows import Sections
from articles.reader.site import PageLink
from articles.text.languages import other
from articles.text.markup import to_html


@dataclass(frozen=True, slots=True)
class SimplePage:
    template: ClassVar[str] = "reader/simple.html"

    frame: Frame
    title: str
    description: str
    body: SafeString


def simple_page(link: PageLink, text: str, description: str, *, sections: Sections) -> SimplePage:
    """The page that `link` leads to, from its Markdown."""
    there = link.other_slug
    return SimplePage(
        frame=frame(
            sections,
            here=link.href,
            there=addresses.topic(other(sections.language), there) if there else "",
        ),
        title=link.text,
        description=description,
        body=mark_safe(to_html(text)),  # noqa: S308 - see articles.text.markup
    )
