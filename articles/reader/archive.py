"""The archive: its months, and the stories of one of them by day. Plain data, pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar, Final

from django.utils import translation
from django.utils.translation import pgettext

from articles.document.schema import Commercial
from articles.reader import addresses
from articles.reader.frames import Frame, frame
from articles.reader.paging import Cut, Paging, paging
from articles.reader.parts import Link, When
from articles.reader.rows import Listed, MonthOfStories, Sections
from articles.text import dates
from articles.text.languages import other
from articles.text.months import Month

CUT: Final = Cut(first=100, more=100)


@dataclass(frozen=True, slots=True)
class MonthLink:
    """`November`, how many stories it has, and where they are."""

    name: str
    href: str
    count: int


@dataclass(frozen=True, slots=True)
class Year:
    number: int
    count: int
    months: tuple[MonthLink, ...]


@dataclass(frozen=True, slots=True)
class ArchivePage:
    template: ClassVar[str] = "reader/archive.html"

    frame: Frame
    name: str
    years: tuple[Year, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One story as the archive has it: a line."""

    href: str
    headline: str
    topic: str
    commercial: Commercial
    sponsor: str


@dataclass(frozen=True, slots=True)
class Day:
    date: When
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class MonthPage:
    template: ClassVar[str] = "reader/month.html"

    frame: Frame
    name: str
    count: int
    days: tuple[Day, ...]
    archive: Link
    earlier: Link | None
    later: Link | None
    paging: Paging


def archive_page(counts: Mapping[Month, int], sections: Sections) -> ArchivePage:
    """All months that have something, `counts` being in order, newest first."""
    language = sections.language
    return ArchivePage(
        frame=frame(
            sections,
            here=addresses.own("archive", language),
            there=addresses.own("archive", other(language)),
        ),
        name=_name(language),
        years=tuple(
            Year(
                number=year,
                count=sum(counts[month] for month in months),
                months=tuple(
                    MonthLink(
                        dates.month_name(month.start, language, year=False),
                        addresses.month(language, month),
                        counts[month],
                    )
                    for month in months
                ),
            )
            for year, months in _by_year(counts)
        ),
    )


def month_page(
    found: MonthOfStories, rows: Sequence[Listed], *, number: int, sections: Sections
) -> MonthPage:
    """Page `number` of a month, which shows `rows` (newest first)."""
    language, month = sections.language, found.month

    def address(page: int) -> str:
        return addresses.month(language, month, page)

    has_other = number == 1 and found.has_other
    return MonthPage(
        frame=frame(
            sections,
            here=address(number),
            there=addresses.month(other(language), month) if has_other else "",
        ),
        name=dates.month_name(month.start, language),
        count=found.count,
        days=tuple(
            Day(date, tuple(_line(row, sections) for row in of_day))
            for date, of_day in groupby(rows, lambda row: _day(row, language))
        ),
        archive=Link(_name(language), addresses.own("archive", language)),
        earlier=_to(found.before, language),
        later=_to(found.after, language),
        paging=paging(number, CUT.last(found.count), address),
    )


def _name(language: str) -> str:
    with translation.override(language):
        return pgettext("reader", "Archive")


def _by_year(counts: Mapping[Month, int]) -> list[tuple[int, list[Month]]]:
    return [(year, list(months)) for year, months in groupby(counts, lambda month: month.year)]


def _to(month: Month | None, language: str) -> Link | None:
    if month is None:
        return None
    return Link(dates.month_name(month.start, language), addresses.month(language, month))


def _day(row: Listed, language: str) -> When:
    """The date alone, without an hour, so that all of a day have the same."""
    return When(f"{dates.local(row.published):%Y-%m-%d}", dates.weekday(row.published, language))


def _line(row: Listed, sections: Sections) -> Line:
    section = sections.get(row.topic)
    return Line(
        href=row.address(sections),
        headline=row.card.headline,
        topic=section.name if section else "",
        commercial=row.card.commercial,
        sponsor=row.card.sponsor,
    )
