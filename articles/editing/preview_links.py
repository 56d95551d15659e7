"""Links by which somebody without a login reads a working copy: made, opened, revoked.

A link is open until it expires or is revoked, and as long as who made it works here: with that
login closed, all its links are.
"""

import datetime as dt
from typing import Final

from django.db import transaction
from django.db.models import Q

from articles.models.article import Article
from articles.models.clock import database_now
from articles.models.desk import PreviewLink
from articles.models.staff import User

DAYS: Final = (1, 3, 7)
_SELDOM: Final = dt.timedelta(minutes=1)


@transaction.atomic
def make(*, article: Article, by: User, note: str, days: int) -> PreviewLink:
    """A new link for whom `note` says, open for `days`; raises ValueError for another period."""
    if days not in DAYS:
        raise ValueError(f"{days} days are not offered")
    now = database_now()
    longest = PreviewLink._meta.get_field("note").max_length
    return PreviewLink.objects.create(
        article=article,
        by=by,
        note=" ".join(note.split())[:longest],
        made_at=now,
        expires_at=now + dt.timedelta(days=days),
    )


@transaction.atomic
def revoke(*, article: Article, pk: int) -> None:
    """Close a link of `article` for good; nothing where it is closed already."""
    PreviewLink.objects.filter(pk=pk, article=article, revoked_at__isnull=True).update(
        revoked_at=database_now()
    )


def is_open(link: PreviewLink, now: dt.datetime) -> bool:
    return bool(link.revoked_at is None and link.expires_at > now and link.by and link.by.is_active)


def note_opened(link: PreviewLink, now: dt.datetime) -> None:
    """That somebody reads it now: written once a minute at most."""
    rows = PreviewLink.objects.filter(pk=link.pk)
    rows.filter(Q(opened_at__isnull=True) | Q(opened_at__lte=now - _SELDOM)).update(opened_at=now)
