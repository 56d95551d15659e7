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
    # Nothing is joined: after a wait PostgreSQL would put the row as it is now beside the joined
    # rows as they were before, and a lead photo changed meanwhile would come out as none at all.
    # Not the key: else an Edition that names this article as its successor would wait for it.
    article = Article.objects.select_for_update(no_key=True).get(pk=article_id)
    return article, database_now()
