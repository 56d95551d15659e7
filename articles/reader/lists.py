"""The front page, the topic pages and the page of what is gone, as plain data. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle
from typing import ClassVar, Final, Literal

from articles.reader import addresses, parts
from articles.reader.frames import Frame, frame, twin_address
from articles.reader.paging import Cut, Paging, paging
from articles.reader.parts import Link, Teaser, When
from articles.reader.rights import Rights
from articles.reader.rows import Listed, Neighbours, PastArticle, Section, Sections
from articles.text.languages import other

# The lead and a row of three; editors may pin as far as three more rows.
TOP: Final = 4
PLACES: Final = 13
# The most that a topic's strand shows on the front page.
STRAND: Final = 5
# How many places the list of what is read most has at the most, and how many to be one.
MOST_READ: Final = 5
FEW_READ: Final = 3
# A topic page: a lead and four rows of three; from the second page on, rows alone.
TOPIC: Final = Cut(first=13, more=12)

Form = Literal["solo", "pair", "row", "spread"]
_SIZES: Final[dict[Form, int]] = {"solo": 1, "pair": 2, "row": 3, "spread": STRAND}


@dataclass(frozen=True, slots=True)
class Strand:
    """One topic on the front page, in one of the four forms it can take."""

    name: str
    href: str
    slug: str
    form: Form
    teasers: tuple[Teaser, ...]


@dataclass(frozen=True, slots=True)
class FrontPage:
    template: ClassVar[str] = "reader/front.html"

    frame: Frame
    lead: Teaser | None
    row: tuple[Teaser, ...]
    strands: tuple[Strand, ...]
    most_read: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class TopicPage:
    template: ClassVar[str] = "reader/topic.html"

    frame: Frame
    name: str
    description: str
    lead: Teaser | None
    teasers: tuple[Teaser, ...]
    paging: Paging


@dataclass(frozen=True, slots=True)
class GonePage:
    template: ClassVar[str] = "reader/gone.html"

    frame: Frame
    headline: str
    reason: str
    published: When | None
    ended: When | None
    others: tuple[Teaser, ...]


@dataclass(frozen=True, slots=True)
class MissingPage:
    template: ClassVar[str] = "reader/missing.html"

    frame: Frame
    others: tuple[Teaser, ...] = ()


def front_page(
    rows: Sequence[Listed],
    *,
    pins: Mapping[int, int],
    most_read: Sequence[int] = (),
    sections: Sections,
    rights: Rights,
) -> FrontPage:
    """The front page from `rows` (newest first), with `pins` ({position: article}) in place.

    `most_read` are articles of `rows`; what stands above is among them still, or the list of what
    is read most would not be true.
    """
    top = _top(rows, pins)
    shown = {row.article for row in top}
    rest = [row for row in rows if row.article not in shown]
    teasers = [parts.teaser(row, sections, rights) for row in top]
    language = sections.language
    return FrontPage(
        frame=frame(
            sections,
            here=addresses.front(language),
            there=addresses.front(other(language)),
        ),
        lead=teasers[0] if teasers else None,
        row=tuple(teasers[1:]),
        strands=tuple(_strands(rest, sections, rights)),
        most_read=_in_order(most_read, rows, sections),
    )


def _top(rows: Sequence[Listed], pins: Mapping[int, int]) -> list[Listed]:
    """The lead and what follows it: each place its pin, or else the newest that is not pinned."""
    by_article = {row.article: row for row in rows}
    pinned: dict[int, Listed] = {}
    for position, article in sorted(pins.items()):
        row = by_article.get(article)
        if row is not None and row not in pinned.values():
            pinned[position] = row
    free = (row for row in rows if row not in pinned.values())
    places = max([TOP, *(position + 1 for position in pinned)])
    filled = (pinned.get(place) or next(free, None) for place in range(places))
    return [row for row in filled if row]


def _in_order(
    articles: Sequence[int], rows: Sequence[Listed], sections: Sections
) -> tuple[Link, ...]:
    """Links to the first of `articles` that are in `rows`; none where they are too few for a list."""
    by_article = {row.article: row for row in rows}
    found = [by_article[article] for article in articles if article in by_article]
    links = [Link(row.card.headline, row.address(sections)) for row in found[:MOST_READ]]
    return tuple(links) if len(links) >= FEW_READ else ()


def _strands(rows: Sequence[Listed], sections: Sections, rights: Rights) -> Iterator[Strand]:
    """A strand for each topic that has something left, in forms that take turns."""
    turns: Iterator[Form] = cycle(("spread", "pair", "row"))
    for section in sections.live():
        mine = [row for row in rows if row.topic == section.id]
        if not mine:
            continue
        form = _form(len(mine), turns)
        yield Strand(
            name=section.name,
            href=addresses.topic(sections.language, section.slug),
            slug=section.slug,
            form=form,
            teasers=tuple(
                parts.teaser(row, sections, rights, under_topic=True)
                for row in mine[: _SIZES[form]]
            ),
        )


def _form(count: int, turns: Iterator[Form]) -> Form:
    few: dict[int, Form] = {1: "solo", 2: "pair", 3: "row"}
    return few[count] if count in few else next(turns)


def topic_page(
    section: Section,
    rows: Sequence[Listed],
    *,
    number: int,
    count: int,
    sections: Sections,
    rights: Rights,
) -> TopicPage:
    """Page `number` of a topic with `count` articles in all, of which it shows `rows`."""
    language = sections.language
    teasers = tuple(parts.teaser(row, sections, rights, under_topic=True) for row in rows)
    has_lead = number == 1

    def address(page: int) -> str:
        return addresses.topic(language, section.slug, page)

    has_other = has_lead and section.other_is_live
    return TopicPage(
        frame=frame(
            sections,
            here=address(number),
            there=addresses.topic(other(language), section.other_slug) if has_other else "",
            topic=section.id,
        ),
        name=section.name,
        description=section.description,
        lead=teasers[0] if has_lead and teasers else None,
        teasers=teasers[1:] if has_lead else teasers,
        paging=paging(number, TOPIC.last(count), address),
    )


def gone_page(
    past: PastArticle, *, neighbours: Neighbours, sections: Sections, rights: Rights
) -> GonePage:
    """What readers find where an article was withdrawn; or erased, and then it names nothing."""
    language = sections.language
    return GonePage(
        frame=frame(
            sections,
            there=twin_address(past.twin, sections),
            topic=past.topic if past.headline else None,  # of what was erased nothing is said
            is_indexed=False,
        ),
        headline=past.headline,
        reason=past.reason,
        published=parts.when(past.published, language) if past.published else None,
        ended=parts.when(past.ended, language) if past.ended else None,
        others=tuple(parts.teaser(row, sections, rights) for row in neighbours.others),
    )


def missing_page(sections: Sections, newest: Sequence[Listed], rights: Rights) -> MissingPage:
    """What readers find where there is nothing and, as far as they may know, never was."""
    return MissingPage(
        frame=frame(sections, is_indexed=False),
        others=tuple(parts.teaser(row, sections, rights) for row in newest),
    )
