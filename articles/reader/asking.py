"""What a reader asks of the search, as its address says it, and back again. Pure.

Whatever stands in an address that means nothing here (`topic=nothing`, `page=x`) is passed over.
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final
from urllib.parse import urlencode

from articles.models.search import EVER
from articles.reader import addresses
from articles.text import dates
from articles.text.queries import Query, parse

# What the parts of an address are called in each language; the words themselves are `q`.
NAMES: Final = {
    "en": {"topic": "topic", "period": "period", "page": "page"},
    "da": {"topic": "emne", "period": "periode", "page": "side"},
}
# The periods that end now, in each language, and their days; beside them there is every year.
PERIODS: Final = {
    "week": {"en": "week", "da": "uge"},
    "month": {"en": "month", "da": "maaned"},
    "year": {"en": "year", "da": "aar"},
}
_DAYS: Final = {"week": 7, "month": 30, "year": 365}
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_PAGE: Final = re.compile(r"[1-9][0-9]{0,3}")


@dataclass(frozen=True, slots=True)
class Asked:
    """`topic` is a slug and `period` a name of PERIODS or a year: "" for any."""

    query: Query
    topic: str = ""
    period: str = ""
    page: int = 1
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_narrowed(self) -> bool:
        return bool(self.topic or self.period)

    def address(self, *, page: int = 1) -> str:
        """The page `page` of what was asked."""
        language = self.query.language
        period = PERIODS[self.period][language] if self.period in PERIODS else self.period
        given = {
            "q": self.query.text,
            self.names["topic"]: self.topic,
            self.names["period"]: period,
            self.names["page"]: str(page) if page > 1 else "",
        }
        said = urlencode({name: value for name, value in given.items() if value})
        return addresses.own("search", language) + (f"?{said}" if said else "")

    def of(self, text: str) -> "Asked":
        """The same search for other words."""
        return replace(self, query=parse(text, self.query.language))

    def in_topic(self, slug: str) -> "Asked":
        return replace(self, topic=slug)

    def everywhere(self) -> "Asked":
        """The same words, in every topic and at any time."""
        return replace(self, topic="", period="")

    def in_language(self, language: str) -> "Asked":
        """The same words in the other language; topics and their addresses are not the same there."""
        return Asked(parse(self.query.text, language), period=self.period, names=NAMES[language])

    def span(self, as_of: dt.datetime) -> tuple[dt.datetime, dt.datetime]:
        """Since when, and before when."""
        if self.period in _DAYS:
            return as_of - dt.timedelta(days=_DAYS[self.period]), EVER[1]
        if self.period:
            year = int(self.period)
            return _new_year(year), _new_year(year + 1)
        return EVER


def read(given: Mapping[str, str], language: str) -> Asked:
    """What the query part of an address asks for."""
    names = NAMES[language]
    page = given.get(names["page"], "")
    return Asked(
        query=parse(given.get("q", ""), language),
        topic=given.get(names["topic"], "")[:80],
        period=_period(given.get(names["period"], ""), language),
        page=int(page) if _PAGE.fullmatch(page) else 1,
        names=names,
    )


def _period(value: str, language: str) -> str:
    if _YEAR.fullmatch(value):
        return value
    return next((name for name, words in PERIODS.items() if words[language] == value), "")


def _new_year(year: int) -> dt.datetime:
    return dt.datetime(year, 1, 1, tzinfo=dates.COPENHAGEN).astimezone(dt.UTC)
