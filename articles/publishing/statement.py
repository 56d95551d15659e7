"""What photos were used for, page by page, to hold against an agency's invoice.

It tells what readers could see: frozen documents for as long as they were live, up to the end of
a photo's rights or its take-down, and as a substitute from the end of the other's rights on.
`lines_of`, `merged` and `months` are pure.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import F, Q

from articles.document.schema import Document, PhotoFacts
from articles.document.serialise import load
from articles.models.clock import database_now
from articles.models.edition import Edition, EditionQuerySet
from articles.models.photo import Photo, TakeDown
from articles.publishing.uses import address_of
from articles.text.credits import credit_line

_ZONE: Final = ZoneInfo("Europe/Copenhagen")
_OPEN: Final = dt.datetime.max.replace(tzinfo=dt.UTC)
Span = tuple[dt.datetime, dt.datetime]
Spans = Mapping[int, Sequence[Span]]


@dataclass(frozen=True, slots=True)
class Line:
    """One page that showed the photo under one credit, from when to when.

    `until` None: still. `slides` are the numbers that readers saw; `is_lead` also means cards
    and shared pictures. `address` is absolute; `credit` is the line that was shown, `agency`
    the name from the register in it.
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
    agency: str = ""


@dataclass(frozen=True, slots=True)
class MonthLine:
    """How much one credit's photos were shown in one month (of Copenhagen): for the accounts."""

    credit: str
    month: dt.date  # its first day
    photos: int
    articles: int
    pages: int


@dataclass(frozen=True, slots=True)
class Issued:
    """A document that readers could see within `span`, at `address`."""

    document: Document
    address: str
    span: Span


def statement(photo: Photo, *, as_of: dt.datetime | None = None) -> tuple[Line, ...]:
    """Every use of `photo` that readers have seen, in order of its start: two queries."""
    now = as_of or database_now()
    down = _take_downs([photo.pk])
    editions = Edition.objects.filter(photos=photo)
    found = [line for each in _issued(editions, now) for line in lines_of(each, [photo.pk], down)]
    return merged(found, now)


def usage(*, since: dt.date, until: dt.date) -> tuple[MonthLine, ...]:
    """Each credit's use in each month from that of `since` to that of `until`: three queries."""
    first, last = since.replace(day=1), until.replace(day=1)
    rows = months(lines_in(since=first, until=last), database_now())
    return tuple(row for row in rows if first <= row.month <= last)


def lines_in(*, since: dt.date, until: dt.date) -> tuple[Line, ...]:
    """Every use that readers saw at some time from the month of `since` to that of `until`.

    Each line is told whole, as far as the Editions of those months reach. Three queries.
    """
    now = database_now()
    start, end = _midnight(since.replace(day=1)), _midnight(_next(until.replace(day=1)))
    down = _take_downs(None)
    seen = Edition.objects.filter(
        Q(live_until__isnull=True) | Q(live_until__gt=start), live_from__lt=end
    )
    found = [line for each in _issued(seen, now) for line in lines_of(each, None, down)]
    return merged(found, now)


# --- Pure ----------------------------------------------------------------------------------------


def lines_of(issued: Issued, photos: Collection[int] | None, down: Spans) -> Iterator[Line]:
    """The lines of one document for `photos` (else for all in it); none for what nobody saw.

    `down` are, per photo, the times within which it was taken down.
    """
    document = issued.document
    for facts, slides, is_lead, span in _places(document, issued.span):
        if photos is not None and facts.id not in photos:
            continue
        for start, until in _without(_clipped(span, facts), down.get(facts.id, ())):
            yield Line(
                photo=facts.id,
                article=document.article,
                language=document.language,
                headline=document.headline,
                address=issued.address,
                slides=slides,
                is_lead=is_lead,
                credit=credit_line(
                    creator=facts.creator, credit=facts.credit, language=document.language
                ),
                agency=facts.credit,
                start=start,
                until=until,
            )


def merged(lines: Iterable[Line], now: dt.datetime) -> tuple[Line, ...]:
    """`lines` with those joined that follow each other at one address under one credit.

    The last headline stands for all, every slide is named, and what ends after `now` is open.
    """

    def place(line: Line) -> tuple[object, ...]:
        return line.photo, line.article, line.language, line.address, line.credit

    joined: list[Line] = []
    for _place, group in groupby(
        sorted(lines, key=lambda each: (*map(str, place(each)), each.start)), place
    ):
        for line in group:
            last = joined[-1] if joined else None
            if last and place(last) == place(line) and (last.until or _OPEN) >= line.start:
                joined[-1] = _joined(last, line)
            else:
                joined.append(line)
    ended = (
        line if line.until and line.until <= now else replace(line, until=None)
        for line in joined
        if line.start <= now
    )
    return tuple(sorted(ended, key=lambda line: (line.start, line.article, line.language)))


def months(lines: Iterable[Line], now: dt.datetime) -> tuple[MonthLine, ...]:
    """How many photos, articles and pages showed each credit in each month up to `now`."""
    used: dict[tuple[str, dt.date], set[tuple[int, int, str]]] = defaultdict(set)
    for line in lines:
        if line.start > now:
            continue
        until = min(line.until or now, now)
        month = line.start.astimezone(_ZONE).date().replace(day=1)
        while _midnight(month) < until:
            used[line.agency, month].add((line.photo, line.article, line.language))
            month = _next(month)
    return tuple(
        MonthLine(
            credit=credit,
            month=month,
            photos=len({photo for photo, _article, _language in found}),
            articles=len({article for _photo, article, _language in found}),
            pages=len({(article, language) for _photo, article, language in found}),
        )
        for (credit, month), found in sorted(used.items())
    )


def _places(
    document: Document, span: Span
) -> Iterator[tuple[PhotoFacts, tuple[int, ...], bool, Span]]:
    """Each photo of the document, with the slides it was shown at and the time it had there."""
    # By all that is said of it: parts published at different times may differ in that.
    shown: dict[PhotoFacts, list[int]] = {}
    for number, facts in enumerate((document.lead, *(slide.photo for slide in document.slides))):
        if facts:
            shown.setdefault(facts, []).append(number)
    for facts, numbers in shown.items():
        slides, leads = [number for number in numbers if number], 0 in numbers
        yield facts, tuple(slides), leads, span
        if facts.substitute and facts.expires_at:
            start, until = span
            over = dt.datetime.fromisoformat(facts.expires_at)
            yield facts.substitute, tuple(slides), leads, (max(start, over), until)


def _clipped(span: Span, facts: PhotoFacts) -> Span:
    start, until = span
    end = dt.datetime.fromisoformat(facts.expires_at) if facts.expires_at else _OPEN
    return start, min(until, end)


def _without(span: Span, taken: Sequence[Span]) -> Iterator[Span]:
    """The parts of `span` outside those of `taken`."""
    start, until = span
    for down, up in sorted(taken):
        if start < min(down, until):
            yield start, min(down, until)
        start = max(start, up)
    if start < until:
        yield start, until


def _joined(one: Line, other: Line) -> Line:
    return replace(
        other,
        start=one.start,
        until=max(one.until or _OPEN, other.until or _OPEN),
        slides=tuple(sorted({*one.slides, *other.slides})),
        is_lead=one.is_lead or other.is_lead,
    )


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), _ZONE)


def _next(month: dt.date) -> dt.date:
    return (month + dt.timedelta(days=32)).replace(day=1)


# --- From the database ---------------------------------------------------------------------------


def _issued(editions: EditionQuerySet, now: dt.datetime) -> Iterator[Issued]:
    """Those that readers saw by `now`."""
    seen = Q(live_until__isnull=True) | Q(live_until__gt=F("live_from"))
    rows = editions.standing().filter(seen, live_from__lte=now).select_related("topic")
    for edition in rows.defer("card").order_by("pk").iterator(chunk_size=100):
        address = urljoin(f"{settings.SITE_URL}/", address_of(edition))
        span = (edition.live_from, edition.live_until or _OPEN)
        yield Issued(load(edition.document), address, span)


def _take_downs(photos: Collection[int] | None) -> dict[int, list[Span]]:
    rows = TakeDown.objects.all() if photos is None else TakeDown.objects.filter(photo__in=photos)
    found: dict[int, list[Span]] = defaultdict(list)
    for photo, at, released in rows.values_list("photo", "at", "released_at"):
        found[photo].append((at, released or _OPEN))
    return found
