"""What the admin's log calls things: titles that were copied into it, and outlive the things."""

from collections.abc import Collection
from typing import Any

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType

from articles.models.article import Article
from articles.models.newsroom import FrontSlot
from articles.text.replacing import Replacing


def rewrite_slots(replacing: Replacing) -> None:
    """Slots of the front page are called after the headline that stood there."""
    for row in _slots():
        text = replacing.apply(row.object_repr)
        if text != row.object_repr:
            LogEntry.objects.filter(pk=row.pk).update(object_repr=text)


def forget(article: Article, headlines: Collection[str]) -> None:
    """Leave of the entries on `article` who did something and when; `headlines` are all of its."""
    kind = ContentType.objects.get_for_model(Article)
    own = LogEntry.objects.filter(content_type=kind, object_id=str(article.pk))
    own.update(object_repr=str(article.pk), change_message="")
    for row in _slots():
        if any(headline and headline[:150] in row.object_repr for headline in headlines):
            LogEntry.objects.filter(pk=row.pk).update(object_repr=str(article.pk))


def _slots() -> Any:
    kind = ContentType.objects.get_for_model(FrontSlot)
    return LogEntry.objects.filter(content_type=kind).only("object_repr")
