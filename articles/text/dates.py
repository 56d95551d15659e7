"""Dates and times as readers of each language see them, in Copenhagen time."""

import datetime as dt
from typing import Final
from zoneinfo import ZoneInfo

COPENHAGEN: Final = ZoneInfo("Europe/Copenhagen")

_MONTHS: Final = {
    "en": "January February March April May June July August September October November December",
    "da": "januar februar marts april maj juni juli august september oktober november december",
}
_WEEKDAYS: Final = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "da": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
}
NBSP: Final = "\u00a0"


def local(instant: dt.datetime) -> dt.datetime:
    """`instant` (aware) on Copenhagen's clock."""
    return instant.astimezone(COPENHAGEN)


def iso(instant: dt.datetime) -> str:
    """For `<time datetime>`: ISO 8601 with offset, to the second."""
    return local(instant).isoformat(timespec="seconds")


def day(instant: dt.datetime, language: str, *, year: bool = True) -> str:
    """`23 November 2026` / `23. november 2026`."""
    when = local(instant)
    month = _MONTHS[language].split()[when.month - 1]
    text = f"{when.day} {month}" if language == "en" else f"{when.day}.{NBSP}{month}"
    return f"{text} {when.year}" if year else text


def month_name(instant: dt.datetime, language: str, *, year: bool = True) -> str:
    """`November 2026` / `november 2026`."""
    when = local(instant)
    name = _MONTHS[language].split()[when.month - 1]
    return f"{name} {when.year}" if year else name


def weekday(instant: dt.datetime, language: str) -> str:
    """`Monday 23 November 2026` / `mandag 23. november 2026`."""
    return f"{_WEEKDAYS[language].split()[local(instant).weekday()]} {day(instant, language)}"


def clock(instant: dt.datetime, language: str) -> str:
    """`13:05` / `kl. 13.05` (Danish drops the hour's leading zero in running text)."""
    when = local(instant)
    if language == "en":
        return f"{when:%H:%M}"
    return f"kl.{NBSP}{when.hour}.{when:%M}"


def moment(instant: dt.datetime, language: str) -> str:
    """`23 November 2026, 13:05 CET` / `23. november 2026 kl. 13.05`.

    On the autumn night when the hour from 2 to 3 comes twice, English tells the two apart by
    CEST and CET; Danish adds (sommertid) or (normaltid) to those hours alone.
    """
    when = local(instant)
    if language == "en":
        return f"{day(when, language)}, {clock(when, language)} {when:%Z}"
    text = f"{day(when, language)} {clock(when, language)}"
    if is_doubled(when):
        text += " (sommertid)" if when.dst() else " (normaltid)"
    return text


def is_doubled(instant: dt.datetime) -> bool:
    """Whether Copenhagen's clock shows this time twice on that day."""
    when = local(instant)
    naive = when.replace(tzinfo=None)
    offsets = {naive.replace(tzinfo=COPENHAGEN, fold=fold).utcoffset() for fold in (0, 1)}
    return len(offsets) == 2


def at_copenhagen(naive: dt.datetime, *, later: bool = False) -> dt.datetime:
    """The instant at which Copenhagen's clock shows `naive`.

    When it shows that time twice, the first is meant unless `later`. Raises ValueError for a
    time that the clock skips in spring.
    """
    instant = naive.replace(tzinfo=COPENHAGEN, fold=1 if later else 0)
    if local(instant.astimezone(dt.UTC)).replace(tzinfo=None) != naive:
        raise ValueError(f"{naive:%Y-%m-%d %H:%M} does not exist in Copenhagen")
    return instant.astimezone(dt.UTC)
