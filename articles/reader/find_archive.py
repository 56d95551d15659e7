"""The queries of the archive; like all of the site's, each takes `as_of`."""

import datetime as dt
from collections import Counter
from typing import Final

from django.db.models import Case, Count, Exists, F, Subquery, TextField, Value, When
from django.db.models.functions import Cast, Substr

from articles.models.edition import EditionQuerySet
from articles.reader.find_lists import listed, shown
from articles.reader.rows import Listed, MonthOfStories
from articles.text.languages import other
from articles.text.months import Month

_LATE: Final = "22"  # hours of UTC, from which on it may be tomorrow in Copenhagen


def months(language: str, as_of: dt.datetime) -> dict[Month, int]:
    """How many live articles each month has, the newest first: one query.

    Counted by the days of UTC, and by the hours at whose end Copenhagen may have the next month:
    SQLite knows no zones, and would ask this process of every single row.
    """
    text = Cast("first_live_from", TextField())
    counted = (
        shown(language, as_of)
        .order_by()
        .annotate(day=Substr(text, 1, 10), hour=Substr(text, 12, 2))
        .annotate(late=Case(When(hour__gte=_LATE, then=F("hour")), default=Value("00")))
        .values_list("day", "late")
        .annotate(count=Count("pk"))
        .order_by("-day", "-late")
    )
    found: Counter[Month] = Counter()
    for day, hour, count in counted:
        found[Month.of(dt.datetime.fromisoformat(f"{day}T{hour}:00+00:00"))] += count
    return dict(found)


def month(language: str, asked: Month, as_of: dt.datetime) -> MonthOfStories | None:
    """What there is in a month and which have something beside it; None where it has nothing.

    One query, which the index of what is newest answers.
    """
    mine = shown(language, as_of)
    dates = mine.values("first_live_from")
    counted = _of(asked, mine).order_by().values("language").annotate(count=Count("pk"))
    found = (
        _of(asked, mine)
        .order_by("-first_live_from")
        .annotate(
            count=Subquery(counted.values("count")),
            before=Subquery(
                dates.filter(first_live_from__lt=asked.start).order_by("-first_live_from")[:1]
            ),
            after=Subquery(
                dates.filter(first_live_from__gte=asked.end).order_by("first_live_from")[:1]
            ),
            has_other=Exists(_of(asked, shown(other(language), as_of))),
        )
        .values("count", "before", "after", "has_other")
        .first()
    )
    if found is None:
        return None
    return MonthOfStories(
        month=asked,
        count=found["count"],
        before=Month.of(found["before"]) if found["before"] else None,
        after=Month.of(found["after"]) if found["after"] else None,
        has_other=found["has_other"],
    )


def stories(
    language: str, asked: Month, as_of: dt.datetime, *, start: int, stop: int
) -> tuple[Listed, ...]:
    """Articles `start` to before `stop` of a month, newest first: one query."""
    return listed(_of(asked, shown(language, as_of)), start, stop)


def _of(asked: Month, editions: EditionQuerySet) -> EditionQuerySet:
    return editions.filter(first_live_from__gte=asked.start, first_live_from__lt=asked.end)
