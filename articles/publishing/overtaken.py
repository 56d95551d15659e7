"""A publication that waits for pictures is overtaken by the next act on the same language."""

import datetime as dt
from collections.abc import Sequence

from articles.models.article import Article
from articles.models.desk import Waiting


def overtaken(article: Article, languages: Sequence[str], now: dt.datetime) -> None:
    """Cancel what waits, or failed, for one of `languages`: published by hand, or withdrawn.

    Else it would bring back later what was withdrawn. Call it under the Article's lock.
    """
    for row in article.waiting.filter(state__in=(Waiting.State.WAITING, Waiting.State.FAILED)):
        if set(languages) & set(row.request["languages"]):
            Waiting.objects.filter(pk=row.pk).update(state=Waiting.State.CANCELLED, done_at=now)
