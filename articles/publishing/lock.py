"""The Article's lock, the one instant that is read behind it, and the photos held with it."""

import datetime as dt
from collections.abc import Collection

from django.db import connection, transaction
from django.db.models import Q

from articles.models.article import Article, Slide
from articles.models.clock import database_now
from articles.models.photo import Photo


def lock(article_id: int) -> tuple[Article, dt.datetime]:
    """The Article, locked until the transaction ends, and now as the database has it.

    On SQLite the IMMEDIATE transaction is the lock: it lets one writer in at a time.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("lock() needs a transaction around it")
    # Nothing is joined: after a wait PostgreSQL would put the row as it is now beside the joined
    # rows as they were before, and a lead photo changed meanwhile would come out as none at all.
    # Not the key: else an Edition that names this article as its successor would wait for it.
    article = Article.objects.select_for_update(no_key=True).get(pk=article_id)
    return article, database_now()


def hold(photos: Collection[int]) -> None:
    """Let what the library says of `photos` stand until the transaction ends.

    Call it before their facts are read to be frozen. Whoever corrects one meanwhile waits, and so
    finds the new Edition; else that would be committed unseen, with what was just corrected.
    Order: Article, photos by id, generation. So nothing that holds a photo may lock an Article.
    """
    _hold(Q(pk__in=photos))


def hold_all_of(article: Article) -> None:
    """The same for every photo of the working copy, those that stand by included."""
    slides = Slide.objects.filter(article=article).values("photo")
    shown = Q(pk__in=slides) | Q(pk=article.lead_photo_id or 0)
    _hold(shown | Q(pk__in=Photo.objects.filter(shown).values("substitute")))


def _hold(which: Q) -> None:
    # On SQLite the transaction itself keeps every other writer out.
    if connection.features.has_select_for_update:
        rows = Photo.objects.filter(which).select_for_update(no_key=True).order_by("pk")
        list(rows.values_list("pk", flat=True))
