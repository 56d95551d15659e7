"""How much each credit's photos were shown in a month: for the accounts. Pure.

A page is one article in one language, however often it was published anew within the month.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.publishing.statement import Line
from articles.text.dates import at_copenhagen
from articles.text.languages import LANGUAGES


@dataclass(frozen=True, slots=True)
class Month:
    """A month on Copenhagen's clock."""

    year: int
    number: int

    @property
    def day(self) -> dt.date:
        """Its first."""
        return dt.date(self.year, self.number, 1)

    @property
    def start(self) -> dt.datetime:
        return at_copenhagen(dt.datetime.combine(self.day, dt.time()))

    @property
    def end(self) -> dt.datetime:
        """The instant with which the next one begins."""
        return self.shifted(1).start

    def shifted(self, months: int) -> "Month":
        whole = self.year * 12 + self.number - 1 + months
        return Month(whole // 12, whole % 12 + 1)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.number:02}"


@dataclass(frozen=True, slots=True)
class PageUse:
    """A page on which readers saw a photo, from when to when within the month."""

    article: int
    language: str
    headline: str
    address: str
    slides: tuple[int, ...]
    is_lead: bool
    start: dt.datetime
    end: dt.datetime


@dataclass(frozen=True, slots=True)
class PhotoUse:
    photo: int
    pages: tuple[PageUse, ...]

    @property
    def articles(self) -> int:
        return len({page.article for page in self.pages})


@dataclass(frozen=True, slots=True)
class CreditUse:
    """All photos that readers saw under one agency's name; `credit` is "" where there was none."""

    credit: str
    photos: tuple[PhotoUse, ...]

    @property
    def number(self) -> int:
        """Photos, each once."""
        return len({use.photo for use in self.photos})

    @property
    def articles(self) -> int:
        return len({page.article for photo in self.photos for page in photo.pages})

    @property
    def pages(self) -> int:
        """Pages, each once, however many of the photos it shows."""
        pages = {(p.article, p.language) for photo in self.photos for p in photo.pages}
        return len(pages)


def usage(lines: Iterable[Line], *, start: dt.datetime, end: dt.datetime) -> list[CreditUse]:
    """What of `lines` lies between `start` and `end`, by credit and photo.

    Credits in the order of their names, nobody's last; of each the photo on most pages first.
    """
    found: dict[str, dict[int, dict[tuple[int, str], list[Line]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    for line in lines:
        if line.start < end and (line.until is None or line.until > start):
            found[line.agency][line.photo][line.article, line.language].append(line)
    return [
        CreditUse(
            credit,
            tuple(
                sorted(
                    (
                        PhotoUse(
                            photo, tuple(_page(pages[at], start, end) for at in _in_order(pages))
                        )
                        for photo, pages in found[credit].items()
                    ),
                    key=lambda use: (-len(use.pages), use.photo),
                )
            ),
        )
        for credit in sorted(found, key=lambda name: (not name, name.casefold(), name))
    ]


def _in_order(pages: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
    """By article, English first."""
    return sorted(pages, key=lambda at: (at[0], LANGUAGES.index(at[1])))


def _page(lines: Sequence[Line], start: dt.datetime, end: dt.datetime) -> PageUse:
    """One page from what was said of it in turn: the newest words, from the first to the last."""
    newest = max(lines, key=lambda line: line.start)
    return PageUse(
        article=newest.article,
        language=newest.language,
        headline=newest.headline,
        address=newest.address,
        slides=newest.slides,
        is_lead=any(line.is_lead for line in lines),
        start=max(start, min(line.start for line in lines)),
        end=min(end, max(line.until or end for line in lines)),
    )
