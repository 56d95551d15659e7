"""A week of what goes live, by Copenhagen's days."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.desk.dashboard.room import Room
from articles.desk.survey.shown import leaves
from articles.models.edition import Edition
from articles.publishing.state import State
from articles.text.dates import at_copenhagen, clock, local, weekday

_WEEK = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Slot:
    """An article at an hour. `kind`: done, due, half (a planned language is not with it), stopped
    (the gate would not let it out as it is now)."""

    href: str
    time: str
    title: str
    language: str
    leaves: SafeString
    kind: str


@dataclass(frozen=True, slots=True)
class Day:
    name: str
    is_today: bool
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Week:
    """`previous` and `next` are the Mondays of the weeks beside it."""

    number: int
    days: tuple[Day, ...]
    previous: str
    next: str
    is_this: bool

    @property
    def is_empty(self) -> bool:
        return not any(day.slots for day in self.days)


def week(room: Room, asked: str) -> Week:
    """The week that has the day `asked` (ISO), else this one: one query."""
    today = local(room.now).date()
    day = _day(asked) or today
    monday = day - dt.timedelta(days=day.weekday())
    slots = _slots(room, monday)
    days = [monday + dt.timedelta(days=number) for number in range(7)]
    return Week(
        number=monday.isocalendar().week,
        days=tuple(Day(_name(day), day == today, tuple(slots[day])) for day in days),
        previous=(monday - _WEEK).isoformat(),
        next=(monday + _WEEK).isoformat(),
        is_this=monday <= today < monday + _WEEK,
    )


def _day(text: str) -> dt.date | None:
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return None
    return day if 2000 <= day.year < 3000 else None


def _name(day: dt.date) -> str:
    """`Mon 23` / `man. 23.`."""
    danish = get_language() == "da"
    named = weekday(at_copenhagen(dt.datetime.combine(day, dt.time(12))), "da" if danish else "en")
    return f"{named[:3]}. {day.day}." if danish else f"{named[:3]} {day.day}"


def _slots(room: Room, monday: dt.date) -> dict[dt.date, list[Slot]]:
    first = at_copenhagen(dt.datetime.combine(monday, dt.time()))
    last = at_copenhagen(dt.datetime.combine(monday + _WEEK, dt.time()))
    within = Edition.objects.standing().filter(live_from__gte=first, live_from__lt=last)
    shown = within.exclude(kind=Edition.Kind.REISSUE).defer("document")
    together: dict[tuple[dt.datetime, int], list[Edition]] = defaultdict(list)
    for edition in shown.order_by("live_from", "article_id", "-language"):
        minute = edition.live_from.replace(second=0, microsecond=0)
        if edition.article_id in room.rows:
            together[minute, edition.article_id].append(edition)
    found: dict[dt.date, list[Slot]] = defaultdict(list)
    for (minute, article), editions in together.items():
        found[local(minute).date()].append(_slot(room, article, editions))
    return found


def _slot(room: Room, article: int, editions: list[Edition]) -> Slot:
    row, here = room.rows[article], get_language()
    named = next((each for each in editions if each.language == here), editions[0])
    coming = [each for each in editions if each.live_from > room.now]
    out = (State.LIVE, State.CHANGED, State.SCHEDULED)
    kind = "done"
    if coming:
        kind = "due" if all(row.state(each) in out for each in row.planned()) else "half"
        if any(row.leaves[each.language].blocks for each in coming):
            kind = "stopped"
    return Slot(
        href=reverse("admin:articles_article_change", args=[article]),
        time=clock(editions[0].live_from, here or "en"),
        title=named.card["headline"] or _("Article %(id)s") % {"id": article},
        language=named.language,
        leaves=leaves(row),
        kind=kind,
    )
