"""The queries of the archive; like all of the site's, each takes `as_of`."""

import datetime as dt

from django.db.models import Count, Exists, Subquery
from django.db.models.functions import TruncMonth

from articles.models.edition import EditionQuerySet
from articles.reader.find_lists import listed, shown
from articles.reader.rows import Listed, MonthOfStories
from articles.text.dates import COPENHAGEN
from articles.text.languages import other
from articles.text.months import Month


def months(language: str, as_of: dt.datetime) -> dict[Month, int]:
    """How many live articles each month has, the newest first: one query."""
    counted = (
        shown(language, as_of)
        .order_by()
        .annotate(month=TruncMonth("first_live_from", tzinfo=COPENHAGEN))
        .values_list("month")
        .annotate(count=Count("pk"))
        .order_by("-month")
    )
    return {Month(start.year, start.month): count for start, count in counted}


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
