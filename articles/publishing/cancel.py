"""Cancel an Edition that nobody has seen."""

import datetime as dt
from collections.abc import Sequence

from django.db import models, transaction

from articles.models.article import Article
from articles.models.edition import Edition, EditionQuerySet, Notice
from articles.models.generation import advance
from articles.models.permalink import Permalink
from articles.models.staff import User
from articles.publishing.errors import AlreadySeen
from articles.publishing.lifetimes import retime, write
from articles.publishing.lock import lock
from articles.publishing.snapshot import utc


@transaction.atomic
def cancel(*, edition: Edition, by: User | None) -> None:
    """Let a scheduled Edition never be seen; its address, if nobody else's, is free again."""
    article, now = lock(edition.article_id)
    row = Edition.objects.get(pk=edition.pk)
    if row.cancelled_at or row.live_from <= now:
        raise AlreadySeen
    strike([row], by=by, now=now)
    retime(article.pk, row.language)
    advance()


def scheduled(
    article: Article, language: str, since: dt.datetime, *, now: dt.datetime
) -> list[Edition]:
    """The Editions that nobody has seen at `now`, from `since` on, in order of going live."""
    chain = article.editions.standing().filter(language=language)
    return list(
        chain.filter(live_from__gt=now, live_from__gte=since).order_by("live_from", "number")
    )


def strike(
    editions: Sequence[Edition], *, by: User | None, now: dt.datetime, notes: bool = True
) -> None:
    """Mark future Editions, of one article and language, cancelled; the caller retimes.

    Addresses that only they held are free again. With `notes` the public notes that came with
    them (a correction's) go too.
    """
    if not editions:
        return
    for edition in editions:
        write(edition.pk, cancelled_at=now, live_until=edition.live_from, ended_by=by)
    of = {"article_id": editions[0].article_id, "language": editions[0].language}
    standing = Edition.objects.standing().filter(**of)
    freed = {edition.slug for edition in editions}
    freed.difference_update(standing.values_list("slug", flat=True))
    Permalink.objects.filter(**of, slug__in=freed).delete()
    if notes:
        _take_back_notes(Edition.objects.filter(**of), Notice.objects.filter(**of), now)


def _take_back_notes(
    chain: EditionQuerySet, notices: models.QuerySet[Notice], now: dt.datetime
) -> None:
    """Delete the notes that came with cancelled corrections and that nobody will see.

    One that an Edition scheduled later carries stays: that was made on top of the correction.
    """
    cancelled = chain.filter(cancelled_at__isnull=False, live_from__gt=now)
    carried = {
        notice["date"]
        for document in chain.standing().values_list("document", flat=True)
        for notice in document["notices"]
    }
    dates = set(cancelled.values_list("live_from", flat=True))
    gone = [date for date in dates if utc(date) not in carried]
    notices.filter(kind=Notice.Kind.CORRECTION, date__in=gone).delete()
