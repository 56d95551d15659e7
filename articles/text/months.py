"""Months of Copenhagen's calendar: which instants belong to each, and which come beside it. Pure."""

import datetime as dt
from dataclasses import dataclass

from articles.text.dates import COPENHAGEN, local

_FIRST_YEAR, _LAST_YEAR = 1900, 9998


@dataclass(frozen=True, slots=True, order=True)
class Month:
    year: int
    number: int  # 1 to 12

    @classmethod
    def of(cls, instant: dt.datetime) -> "Month":
        """The month in which Copenhagen has `instant` (aware)."""
        there = local(instant)
        return cls(there.year, there.month)

    @classmethod
    def read(cls, year: str, number: str) -> "Month | None":
        """From the digits of an address; None for a year that no story can be from."""
        month = cls(int(year), int(number))
        return month if _FIRST_YEAR <= month.year <= _LAST_YEAR else None

    @property
    def start(self) -> dt.datetime:
        """Its first instant, in UTC."""
        return dt.datetime(self.year, self.number, 1, tzinfo=COPENHAGEN).astimezone(dt.UTC)

    @property
    def end(self) -> dt.datetime:
        """The first instant after it, in UTC."""
        return self.next().start

    def next(self) -> "Month":
        return self._moved(1)

    def before(self) -> "Month":
        return self._moved(-1)

    def _moved(self, by: int) -> "Month":
        year, place = divmod(self.year * 12 + self.number - 1 + by, 12)
        return Month(year, place + 1)
