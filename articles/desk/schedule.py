"""An hour on Copenhagen's clock, as an editor types it, and what is odd about it in words."""

import datetime as dt
from typing import Final

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.text.dates import COPENHAGEN, NBSP, at_copenhagen, is_doubled, moment

FIRST: Final = "first"
SECOND: Final = "second"


class Skipped(Exception):
    """Copenhagen's clock never shows that time; `message` says why and what to choose."""


class Doubled(Exception):
    """Copenhagen's clock shows that time twice; `choices` are the two instants, named."""

    def __init__(self, naive: dt.datetime) -> None:
        self.choices = [
            (FIRST, said(at_copenhagen(naive))),
            (SECOND, said(at_copenhagen(naive, later=True))),
        ]
        super().__init__(
            _("That night the clock goes back, and %(time)s comes twice. Choose which you mean.")
            % {"time": _clock(naive)}
        )


def instant(day: dt.date, time: dt.time, which: str = "") -> dt.datetime:
    """The instant of that hour in Copenhagen; `which` is FIRST or SECOND where it comes twice.

    Raises Skipped or Doubled where the hour alone does not say.
    """
    naive = dt.datetime.combine(day, time.replace(second=0, microsecond=0))
    try:
        chosen = at_copenhagen(naive, later=which == SECOND)
    except ValueError as error:
        raise Skipped(
            _(
                "That night the clock goes forward, and %(time)s does not exist."
                " Choose %(before)s or earlier, or %(after)s or later."
            )
            % {"time": _clock(naive), **_edges(naive)}
        ) from error
    if is_doubled(chosen) and which not in (FIRST, SECOND):
        raise Doubled(naive)
    return chosen


def said(when: dt.datetime) -> str:
    return moment(when, get_language() or "en")


def _edges(naive: dt.datetime) -> dict[str, str]:
    """The last minute before the gap in which `naive` lies, and the first after it."""
    before = naive
    while _skipped(before):
        before -= dt.timedelta(minutes=1)
    after = naive
    while _skipped(after):
        after += dt.timedelta(minutes=1)
    return {"before": _clock(before), "after": _clock(after)}


def _clock(naive: dt.datetime) -> str:
    """`02:30`, in Danish `kl. 2.30`: as text.dates.clock has it, for an hour that may not be."""
    if get_language() == "da":
        return f"kl.{NBSP}{naive.hour}.{naive:%M}"
    return f"{naive:%H:%M}"


def _skipped(naive: dt.datetime) -> bool:
    there = naive.replace(tzinfo=COPENHAGEN).astimezone(dt.UTC).astimezone(COPENHAGEN)
    return there.replace(tzinfo=None) != naive
