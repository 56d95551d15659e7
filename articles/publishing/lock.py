"""The Article's lock, and the one instant that is read behind it."""

import datetime as dt

from django.db import transaction

from articles.models.article import Article
from articles.models.clock import database_now


def lock(article_id: int) -> tuple[Article, dt.datetime]:
    """The Article, locked until the transaction ends, and now as the database has it.

    On SQLite the IMMEDIATE transaction is the lock: it lets one writer in at a time.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("lock() needs a transaction around it")
    # of=self: the joined rows (topic, lead photo) are only read.
    article = (
        Article.objects.select_related("topic", "lead_photo__credit")
        .select_for_update(of=("self",))
        .get(pk=article_id)
    )
    return article, database_now()
