"""What a photo was used for, line by line, to hold against an agency's invoice. The core is pure."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One page that showed the photo under one credit, from when to when.

    `until` None: still. `slides` are the numbers that readers saw; `is_lead` also means cards
    and shared pictures. `address` is absolute.
    """

    photo: int
    article: int
    language: str
    headline: str
    address: str
    slides: tuple[int, ...]
    is_lead: bool
    credit: str
    start: dt.datetime
    until: dt.datetime | None


@dataclass(frozen=True, slots=True)
class MonthLine:
    """How much one credit's photos were shown in one month (of Copenhagen): for the accounts."""

    credit: str
    month: dt.date  # its first day
    photos: int
    articles: int
    pages: int
