"""What is read most in one language: the last days, the newest counting most."""

import datetime as dt
import threading
from typing import Any, Final

from django.conf import settings
from django.db.models import Case, F, FloatField, OuterRef, QuerySet, Subquery, Sum, Value, When

from articles.models.edition import Edition
from articles.models.reads import ReadsOnDay
from articles.text.dates import at_copenhagen, local

# A list of chance would say nothing: an article needs so many reads, each counting less as it ages.
LEAST: Final = 10.0
HALF_LIFE: Final = dt.timedelta(hours=24)
_DAYS: Final = 4
_LOOKED_AT: Final = 40  # of which some are not live, paid for, or kept off the page

_lock = threading.Lock()
_kept: dict[str, tuple[dt.datetime, tuple[int, ...]]] = {}


def most_read(language: str, as_of: dt.datetime) -> tuple[int, ...]:
    """The articles that are read enough, the most read first: more than a page shows.

    One query, at most once a minute: counts do not advance the generation.
    """
    if not settings.COUNT_READS:
        return ()
    minute = as_of.replace(second=0, microsecond=0)
    with _lock:
        kept = _kept.get(language)
    if kept is None or kept[0] != minute:
        kept = minute, _ranked(language, as_of)
        with _lock:
            _kept[language] = kept
    return kept[1]


def forget() -> None:
    """Ask again: for tests, whose minutes are all the same."""
    with _lock:
        _kept.clear()


def weights(now: dt.datetime) -> dict[dt.date, float]:
    """How much a read of each day counts: half for every day that lies between.

    A day counts from its middle, today from the middle of what has passed of it, so that nothing
    jumps at midnight.
    """
    today = local(now).date()
    found = {}
    for day in (today - dt.timedelta(days=ago) for ago in range(_DAYS)):
        begin = at_copenhagen(dt.datetime.combine(day, dt.time()))
        end = at_copenhagen(dt.datetime.combine(day + dt.timedelta(days=1), dt.time()))
        age = now - begin - (min(end, now) - begin) / 2
        found[day] = 0.5 ** (age / HALF_LIFE)
    return found


def _ranked(language: str, as_of: dt.datetime) -> tuple[int, ...]:
    scores = _scores(language, weights(as_of))
    leading = scores.filter(score__gte=LEAST).order_by("-score", "-article_id")[:_LOOKED_AT]
    score = scores.filter(article=OuterRef("article")).values("score")
    found = (
        Edition.objects.live(as_of)
        .filter(
            language=language, article__in=leading.values("article"), document__commercial="none"
        )
        .annotate(score=Subquery(score))
        .order_by("-score", "-article_id")
        .values_list("article", flat=True)
    )
    return tuple(found)


def _scores(language: str, weight: dict[dt.date, float]) -> QuerySet[Any, Any]:
    cases = [When(day=day, then=Value(each)) for day, each in weight.items()]
    weighed = F("reads") * Case(*cases, output_field=FloatField())
    reads = ReadsOnDay.objects.filter(language=language, day__in=list(weight))
    return reads.values("article").annotate(score=Sum(weighed, output_field=FloatField()))
