"""The queries for the sitemaps, which list both languages: one for each sitemap."""

import datetime as dt
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Final

from django.db.models import F, Max, QuerySet
from django.db.models.functions import TruncMonth

from articles.document.serialise import load, load_card
from articles.models.beside import EditionByline
from articles.models.edition import Edition, EditionQuerySet
from articles.reader.rows import Dates, Indexed, Recent
from articles.text.dates import COPENHAGEN
from articles.text.months import Month

# Articles in one sitemap, each with an address in one language or in both. An article's id says
# which: it never moves to another, whatever comes and goes.
IN_ONE: Final = 100
NEWS: Final = dt.timedelta(hours=48)
MOST_NEWS: Final = 1_000
_AT_A_TIME: Final = 50  # documents in memory


def parts(as_of: dt.datetime) -> tuple[tuple[int, dt.datetime], ...]:
    """Which article sitemaps have anything in them, and when that last changed."""
    first = F("article_id") - F("article_id") % IN_ONE
    found: QuerySet[Edition, tuple[int, dt.datetime]] = (
        _listed(as_of)
        .annotate(first=first)
        .values("first")
        .annotate(changed=Max("modified_at"))
        .order_by("first")
        .values_list("first", "changed")
    )
    return tuple((first // IN_ONE + 1, changed) for first, changed in found)


def in_part(number: int, as_of: dt.datetime) -> Iterator[Indexed]:
    """The articles of sitemap `number` (from 1), the languages of each one after the other."""
    begin = (number - 1) * IN_ONE
    editions = (
        _listed(as_of)
        .filter(article__gte=begin, article__lt=begin + IN_ONE)
        .order_by("article_id", "language")
        .defer("card")
    )
    for edition in editions.iterator(chunk_size=_AT_A_TIME):
        yield Indexed(
            article=edition.article_id,
            language=edition.language,
            topic=edition.topic_id,
            slug=edition.slug,
            modified=edition.modified_at,
            document=load(edition.document),
        )


def recent(as_of: dt.datetime) -> tuple[Recent, ...]:
    """What came first before readers in the last 48 hours, newest first; no advertising."""
    editions = (
        _listed(as_of)
        .filter(first_live_from__gt=as_of - NEWS)
        .filter(document__commercial="none")
        .order_by("-first_live_from", "-id")
        .defer("document")[:MOST_NEWS]
    )
    return tuple(
        Recent(
            language=edition.language,
            topic=edition.topic_id,
            slug=edition.slug,
            dates=Dates(edition.first_live_from, edition.modified_at),
            card=load_card(edition.card),
        )
        for edition in editions
    )


def changes(as_of: dt.datetime) -> dict[tuple[str, int], dt.datetime]:
    """{(language, topic): when any article of it last changed}."""
    found = _listed(as_of).values_list("language", "topic").order_by("language", "topic")
    return {
        (language, topic): changed
        for language, topic, changed in found.annotate(changed=Max("modified_at"))
    }


def people(as_of: dt.datetime) -> dict[str, frozenset[str]]:
    """{slug of a contributor: the languages in which something of theirs is live}."""
    found = (
        EditionByline.objects.filter(edition__in=_listed(as_of).values("pk"))
        .order_by("contributor__slug")
        .values_list("contributor__slug", "edition__language")
        .distinct()
    )
    return {
        slug: frozenset(language for _, language in pairs)
        for slug, pairs in groupby(found, key=itemgetter(0))
    }


def months(as_of: dt.datetime) -> dict[Month, frozenset[str]]:
    """{month: the languages in which something of it is live}, the newest first."""
    start = TruncMonth("first_live_from", tzinfo=COPENHAGEN)
    found = (
        _listed(as_of)
        .annotate(month=start)
        .order_by("-month")
        .values_list("month", "language")
        .distinct()
    )
    return {
        Month.of(start): frozenset(language for _, language in pairs)
        for start, pairs in groupby(found, key=itemgetter(0))
    }


def _listed(as_of: dt.datetime) -> EditionQuerySet:
    """What sitemaps may name: the one place to leave something out of all of them."""
    return Edition.objects.live(as_of).indexed()
