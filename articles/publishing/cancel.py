"""Cancel an Edition that nobody has seen."""

import datetime as dt

from django.db import transaction

from articles.models.edition import Edition, Notice, Permalink
from articles.models.generation import advance
from articles.models.staff import User
from articles.publishing.errors import AlreadySeen
from articles.publishing.lifetimes import retime, write
from articles.publishing.lock import lock


@transaction.atomic
def cancel(*, edition: Edition, by: User | None) -> None:
    """Let a scheduled Edition never be seen; its address, if nobody else's, is free again."""
    article, now = lock(edition.article_id)
    row = Edition.objects.get(pk=edition.pk)
    if row.cancelled_at or row.live_from <= now:
        raise AlreadySeen
    strike(row, by=by, now=now)
    retime(article.pk, row.language)
    advance()


def strike(edition: Edition, *, by: User | None, now: dt.datetime, notes: bool = True) -> None:
    """Mark a future Edition cancelled and free what it held; the caller retimes.

    With `notes` the public note that came with it (a correction's) goes too.
    """
    write(edition.pk, cancelled_at=now, live_until=edition.live_from, ended_by=by)
    same_article = {"article_id": edition.article_id, "language": edition.language}
    if notes:
        Notice.objects.filter(**same_article, date=edition.live_from, date__gt=now).delete()
    claim = {**same_article, "slug": edition.slug}
    if not Edition.objects.standing().filter(**claim).exists():
        Permalink.objects.filter(**claim).delete()
