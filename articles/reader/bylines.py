"""Who made an article, as its page says it: names in a sentence, each with a way to their page. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.document.schema import Document
from articles.reader import addresses
from articles.reader.parts import Link

_AND: Final = {"en": "and", "da": "og"}


@dataclass(frozen=True, slots=True)
class Byline:
    """Who had one role, each with their page where they have one."""

    role: str
    people: tuple[Link, ...]
    language: str

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(person.text for person in self.people)

    @property
    def pages(self) -> tuple[str, ...]:
        """The absolute addresses of those who have a page."""
        return tuple(addresses.absolute(person.href) for person in self.people if person.href)

    @property
    def line(self) -> SafeString:
        """All of them, as a sentence has them: `A, B and C`."""
        *most, last = map(_name, self.people)
        if not most:
            return last
        names = format_html_join(", ", "{}", ([name] for name in most))
        return format_html("{} {} {}", names, _AND[self.language], last)


def bylines(document: Document, people: Mapping[int, str]) -> tuple[Byline, ...]:
    """One for each role, in the document's order.

    `people` are the slugs of the contributors' pages, by the bylines' places in the document.
    """
    language = document.language
    links: dict[str, list[Link]] = {}
    for place, byline in enumerate(document.bylines):
        href = addresses.person(language, people[place]) if place in people else ""
        links.setdefault(byline.role, []).append(Link(byline.name, href))
    return tuple(Byline(role, tuple(found), language) for role, found in links.items())


def _name(person: Link) -> SafeString:
    if not person.href:
        return format_html("{}", person.text)
    return format_html('<a href="{}" rel="author">{}</a>', person.href, person.text)
