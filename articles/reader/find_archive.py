"""The queries of the archive; like all of the site's, each takes `as_of`."""

import datetime as dt

from django.db.models import Count, Max, Min, Q
from django.db.models.functions import TruncMonth

from articles.models.edition import Edition, EditionQuerySet
from articles.reader.find import listed
from articles.reader.rows import Listed, MonthOfStories
from articles.text.dates import COPENHAGEN
from articles.text.languages import LANGUAGES, other
from articles.text.months import Month


def months(language: str, as_of: dt.datetime) -> dict[Month, int]:
    """How many live articles each month has, the newest first: one query."""
    counted = (
        _live(as_of)
        .filter(language=language)
        .order_by()
        .annotate(month=TruncMonth("first_live_from", tzinfo=COPENHAGEN))
        .values_list("month")
        .annotate(count=Count("pk"))
        .order_by("-month")
    )
    return {Month(start.year, start.month): count for start, count in counted}


def month(language: str, asked: Month, as_of: dt.datetime) -> MonthOfStories | None:
    """What there is in a month and which have something beside it; None where it has nothing."""
    within = Q(first_live_from__gte=asked.start, first_live_from__lt=asked.end)
    found = _live(as_of).aggregate(
        before=Max("first_live_from", filter=Q(language=language, first_live_from__lt=asked.start)),
        after=Min("first_live_from", filter=Q(language=language, first_live_from__gte=asked.end)),
        **{code: Count("pk", filter=within & Q(language=code)) for code in LANGUAGES},
    )
    if not found[language]:
        return None
    return MonthOfStories(
        month=asked,
        count=found[language],
        before=Month.of(found["before"]) if found["before"] else None,
        after=Month.of(found["after"]) if found["after"] else None,
        has_other=bool(found[other(language)]),
    )


def stories(
    language: str, asked: Month, as_of: dt.datetime, *, start: int, stop: int
) -> tuple[Listed, ...]:
    """Articles `start` to before `stop` of a month, newest first: one query."""
    within = _live(as_of).filter(
        language=language, first_live_from__gte=asked.start, first_live_from__lt=asked.end
    )
    return listed(within, start, stop)


def _live(as_of: dt.datetime) -> EditionQuerySet:
    return Edition.objects.live(as_of)
