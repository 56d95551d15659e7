"""What the sums of reads say: how often, in which period, and how far into the slides."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.reads import Reached, ReadsOnDay
from articles.text.dates import local
from articles.text.languages import LANGUAGES

# {period: days, today among them; None: since counting began}
PERIODS: Final[dict[str, int | None]] = {"today": 1, "week": 7, "month": 28, "all": None}
PERIOD_NAMES: Final[dict[str, str | Promise]] = {
    "today": pgettext_lazy("period", "Today"),
    "week": pgettext_lazy("period", "7 days"),
    "month": pgettext_lazy("period", "28 days"),
    "all": pgettext_lazy("period", "In all"),
}
USUAL: Final = "week"


@dataclass(frozen=True, slots=True)
class Step:
    """A slide: how many reads came to it or further, and what part of all that is, in percent."""

    number: int
    key: str
    heading: str
    reads: int
    percent: int


@dataclass(frozen=True, slots=True)
class Depth:
    """How far one language is read since its slides were last changed; `since` is when that was
    published, `reads` how many reads there were since."""

    language: str
    since: dt.datetime
    reads: int
    steps: tuple[Step, ...]
    is_first: bool  # the slides have been the same ever since it was published


def within(period: str, now: dt.datetime) -> Q:
    """The rows of one of PERIODS."""
    days = PERIODS[period]
    if days is None:
        return Q()
    return Q(day__gt=local(now).date() - dt.timedelta(days=days))


def totals(article: Article, now: dt.datetime) -> dict[str, dict[str, int]]:
    """{language: {period: reads}}, 0 where there are none: one query."""
    sums = {
        period: Coalesce(Sum("reads", filter=within(period, now) or None), 0) for period in PERIODS
    }
    rows = ReadsOnDay.objects.filter(article=article).values("language").annotate(**sums)
    found = {row.pop("language"): row for row in rows}
    return {language: found.get(language) or dict.fromkeys(PERIODS, 0) for language in LANGUAGES}


def reads_of(articles: Collection[int], now: dt.datetime, period: str = USUAL) -> dict[int, int]:
    """{article: reads in both languages}: one query."""
    rows = ReadsOnDay.objects.filter(within(period, now), article__in=articles)
    return dict(rows.values_list("article").annotate(reads=Sum("reads")))


def by_reads(now: dt.datetime, article: Any, period: str = USUAL) -> Coalesce:
    """What a list of articles is sorted by; `article` is an OuterRef."""
    rows = ReadsOnDay.objects.filter(within(period, now), article=article).order_by()
    return Coalesce(Subquery(rows.values("article").annotate(n=Sum("reads")).values("n")), 0)


def most_read(
    articles: QuerySet[Article], now: dt.datetime, *, period: str, language: str = "", most: int
) -> list[tuple[int, str, int]]:
    """(article, language, reads) of `articles`, the most read first: one query."""
    rows = ReadsOnDay.objects.filter(within(period, now), article__in=articles.order_by())
    if language:
        rows = rows.filter(language=language)
    sums = rows.values_list("article", "language").annotate(n=Sum("reads"))
    return list(sums.filter(n__gt=0).order_by("-n", "-article_id", "language")[:most])


def depth(article: Article, language: str, now: dt.datetime) -> Depth | None:
    """How far the Edition that readers have, or had last, is read; None if there was none.

    Counted together are the Editions before it that had the same slides in the same order: a
    correction moves nobody to another slide. Two queries.
    """
    seen = Edition.objects.standing().filter(article=article, language=language, live_from__lte=now)
    columns = ("pk", "live_from", "document__slides")
    same: list[int] = []
    slides: list[dict[str, Any]] = []
    since, is_first = now, True
    for pk, live_from, found in (
        seen.order_by("-live_from", "-number").values_list(*columns).iterator(chunk_size=8)
    ):
        found = found or []  # erased, it has none
        if not same:
            slides = found
        elif [each["key"] for each in found] != [each["key"] for each in slides]:
            is_first = False
            break
        same.append(pk)
        since = live_from
    if not same:
        return None
    rows = Reached.objects.filter(edition__in=same).values_list("step")
    sums = dict(rows.annotate(n=Sum("reads")))
    return Depth(language, since, sums.get(0, 0), tuple(_steps(slides, sums)), is_first)


def _steps(slides: Iterable[dict[str, Any]], sums: dict[int, int]) -> Iterable[Step]:
    reads = sums.get(0, 0)
    for number, slide in enumerate(slides, 1):
        came = min(sums.get(number, 0), reads)  # a page that told in two goes may be half written
        percent = round(100 * came / reads) if reads else 0
        yield Step(number, slide["key"], slide["heading"], came, percent)
