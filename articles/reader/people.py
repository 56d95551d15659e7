"""A contributor's page, as plain data. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.reader import addresses, parts
from articles.reader.frames import Frame, frame
from articles.reader.paging import Cut, Paging, paging
from articles.reader.parts import Link, Teaser
from articles.reader.rights import Rights
from articles.reader.rows import Credited, Person, Sections
from articles.text.languages import other

# Four rows of three.
CUT: Final = Cut(first=12, more=12)
_ROLES: Final = {
    "text": _("Text"),
    "pictures": _("Pictures"),
    "translation": _("Translation"),
    "editing": _("Editing"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One of their stories; `roles` is what they did in it, if that is more than writing."""

    teaser: Teaser
    roles: tuple[str | Promise, ...]


@dataclass(frozen=True, slots=True)
class PersonPage:
    template: ClassVar[str] = "reader/person.html"

    frame: Frame
    name: str
    bio: tuple[str, ...]
    email: str
    site: Link | None
    count: int
    entries: tuple[Entry, ...]
    paging: Paging


def person_page(
    person: Person,
    rows: Sequence[Credited],
    *,
    number: int,
    sections: Sections,
    rights: Rights,
) -> PersonPage:
    """Page `number` of what `person` made, which shows `rows`. A bio has paragraphs."""
    language = sections.language

    def address(page: int) -> str:
        return addresses.person(language, person.slug, page)

    has_other = number == 1 and person.has_other
    return PersonPage(
        frame=frame(
            sections,
            here=address(number),
            there=addresses.person(other(language), person.slug) if has_other else "",
            is_hidden=not person.count,
        ),
        name=person.name,
        bio=tuple(line.strip() for line in person.bio.splitlines() if line.strip()),
        email=person.email,
        site=Link(_plain(person.url), person.url, "me noopener") if person.url else None,
        count=person.count,
        entries=tuple(
            Entry(parts.teaser(each.row, sections, rights), _told(each.roles)) for each in rows
        ),
        paging=paging(number, CUT.last(person.count), address),
    )


def _told(roles: tuple[str, ...]) -> tuple[str | Promise, ...]:
    """In the order of a byline; nothing of who only wrote, as most do."""
    if roles == ("text",):
        return ()
    return tuple(label for role, label in _ROLES.items() if role in roles)


def _plain(url: str) -> str:
    """An address as readers say it: without the scheme, and the slash at its end."""
    return url.partition("://")[2].removeprefix("www.").rstrip("/") or url
