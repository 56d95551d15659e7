"""The hour on the panel: what it means in words, and hours that are chosen often."""

import datetime as dt
from dataclasses import dataclass

from django.http import HttpRequest, JsonResponse
from django.utils.dateparse import parse_date, parse_time
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.desk import schedule
from articles.models.clock import database_now
from articles.text.dates import clock, local

_EVENING = dt.time(18)
_MORNING = dt.time(6)


@dataclass(frozen=True, slots=True)
class Pick:
    """An hour at one press: `day` as 2026-11-24, `time` as 06:00."""

    label: str
    day: str
    time: str


def picks(now: dt.datetime) -> tuple[Pick, ...]:
    """Tonight, tomorrow morning and Monday morning, those of them that are still to come."""
    here = local(now)
    tomorrow = here.date() + dt.timedelta(days=1)
    monday = here.date() + dt.timedelta(days=7 - here.weekday())
    found = [
        (_("Tonight %(time)s"), here.date(), _EVENING),
        (_("Tomorrow %(time)s"), tomorrow, _MORNING),
        (_("Monday %(time)s"), monday, _MORNING),
    ]
    shown = [each for each in found if (each[1], each[2]) > (here.date(), here.time())]
    if monday == tomorrow:
        shown.pop()
    return tuple(
        Pick(text % {"time": _said(day, time)}, day.isoformat(), f"{time:%H:%M}")
        for text, day, time in shown
    )


def answer(day: dt.date, time: dt.time, which: str, now: dt.datetime) -> str:
    """`In 3 days and 13 hours: Friday 27 November …`. Raises Skipped or Doubled."""
    when = schedule.instant(day, time, which)
    if when <= now:
        return _("That time has passed. Choose a later one, or publish now.")
    return _("In %(wait)s: %(when)s, Danish time.") % {
        "wait": _distance(when - now),
        "when": schedule.said(when),
    }


@require_safe
def hour(request: HttpRequest) -> JsonResponse:
    """For ?day=2026-11-27&time=05:00&which=: {"text", "wrong", "choices": [[value, label]…]}."""
    asked = request.GET
    try:
        day, time = parse_date(asked.get("day", "")), parse_time(asked.get("time", ""))
    except ValueError:
        day = time = None
    if day is None or time is None:
        return JsonResponse({"text": "", "wrong": False, "choices": []})
    try:
        text = answer(day, time, asked.get("which", ""), now := database_now())
    except schedule.Skipped as skipped:
        return JsonResponse({"text": str(skipped), "wrong": True, "choices": []})
    except schedule.Doubled as doubled:
        return JsonResponse({"text": str(doubled), "wrong": True, "choices": doubled.choices})
    passed = schedule.instant(day, time, asked.get("which", "")) <= now
    return JsonResponse({"text": text, "wrong": passed, "choices": _choices(day, time)})


def _choices(day: dt.date, time: dt.time) -> list[tuple[str, str]]:
    """The two that such an hour may mean, also once one was chosen."""
    try:
        schedule.instant(day, time)
    except schedule.Doubled as doubled:
        return doubled.choices
    return []


def _distance(wait: dt.timedelta) -> str:
    minutes = int(wait.total_seconds() // 60)
    days, hours = minutes // 1440, minutes // 60 % 24
    parts = []
    if days:
        parts.append(ngettext("%(n)s day", "%(n)s days", days) % {"n": days})
    if hours:
        parts.append(ngettext("%(n)s hour", "%(n)s hours", hours) % {"n": hours})
    if not days and minutes % 60:
        parts.append(ngettext("%(n)s minute", "%(n)s minutes", minutes % 60) % {"n": minutes % 60})
    return _(" and ").join(parts) or _("less than a minute")


def _said(day: dt.date, time: dt.time) -> str:
    naive = dt.datetime.combine(day, time)
    return clock(schedule.instant(naive.date(), naive.time()), get_language() or "en")
