"""The corrections page: what was wrong in stories that are live, month by month. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar, Final

from django.utils import translation
from django.utils.translation import gettext

from articles.document.schema import Commercial
from articles.reader import addresses, parts
from articles.reader.frames import Frame, frame
from articles.reader.paging import Cut, Paging, paging
from articles.reader.parts import When
from articles.reader.rows import Corrected, Sections
from articles.text import dates
from articles.text.languages import other

CUT: Final = Cut(first=50, more=50)


@dataclass(frozen=True, slots=True)
class Correction:
    """`href` leads to the slide that was wrong, or to the top of the story."""

    date: When
    text: str
    headline: str
    href: str
    commercial: Commercial
    sponsor: str


@dataclass(frozen=True, slots=True)
class MonthOfCorrections:
    id: str
    name: str
    corrections: tuple[Correction, ...]


@dataclass(frozen=True, slots=True)
class CorrectionsPage:
    template: ClassVar[str] = "reader/corrections.html"

    frame: Frame
    name: str
    months: tuple[MonthOfCorrections, ...]
    paging: Paging


def corrections_page(
    rows: Sequence[Corrected], *, number: int, count: int, sections: Sections
) -> CorrectionsPage:
    """Page `number` of `count` corrections in all, which shows `rows` (newest first)."""
    language = sections.language

    def address(page: int) -> str:
        return addresses.corrections(language, page)

    with translation.override(language):
        name = gettext("Corrections")
    return CorrectionsPage(
        frame=frame(
            sections,
            here=address(number),
            there=addresses.corrections(other(language)) if number == 1 else "",
        ),
        name=name,
        months=tuple(
            MonthOfCorrections(
                key, dates.month_name(group[0].date, language), _told(group, sections)
            )
            for key, group in _by_month(rows)
        ),
        paging=paging(number, CUT.last(count), address),
    )


def _by_month(rows: Sequence[Corrected]) -> list[tuple[str, list[Corrected]]]:
    def month(row: Corrected) -> str:
        return f"{dates.local(row.date):%Y-%m}"

    return [(key, list(group)) for key, group in groupby(rows, month)]


def _told(rows: Sequence[Corrected], sections: Sections) -> tuple[Correction, ...]:
    return tuple(
        Correction(
            date=parts.on(each.date, sections.language),
            text=each.text,
            headline=each.row.card.headline,
            href=each.row.address(sections) + (f"#slide-{each.slide}" if each.slide else ""),
            commercial=each.row.card.commercial,
            sponsor=each.row.card.sponsor,
        )
        for each in rows
    )
