"""Versions of a working copy, kept by django-reversion: the whole of it, as of one moment.

Registered without reversion's middleware and admin: a version is kept when `keep` says so.
"""

import datetime as dt
from typing import Any, Final

import reversion
from django.core import serializers
from django.db.models import Model
from reversion.models import Revision, Version

from articles.models.article import Article, ArticleSource, Byline, CrossLink, Slide
from articles.models.staff import User

PARTS: Final = ("slides", "links", "bylines", "article_sources")
# What says where a row stands among changes is no part of what it says.
_BESIDE: Final = ("version", "moved")


def register() -> None:
    """Tell reversion what a version holds; once, when the models are ready."""
    beside = ("contributors", "sources", "words_version", "order_version", "token", *_BESIDE)
    reversion.register(Article, follow=PARTS, exclude=beside)
    reversion.register(Slide, exclude=_BESIDE)
    reversion.register(CrossLink, exclude=_BESIDE)
    reversion.register(Byline)
    reversion.register(ArticleSource)


def keep(article: Article, *, by: User | None, now: dt.datetime) -> Revision:
    """A version of `article` as it is in the database now."""
    fresh = Article.objects.get(pk=article.pk)
    with reversion.create_revision():
        reversion.set_user(by)
        reversion.set_date_created(now)
        reversion.add_to_revision(fresh)
    newest: Any = Version.objects.get_for_object(fresh).select_related("revision").first()
    return newest.revision


def rows(revision: Revision) -> dict[type[Model], list[Any]]:
    """The rows that `revision` holds, by model, unsaved; columns that are no more are left out."""
    found: dict[type[Model], list[Any]] = {}
    for version in revision.version_set.all():
        for each in serializers.deserialize(
            version.format, version.serialized_data, ignorenonexistent=True
        ):
            found.setdefault(type(each.object), []).append(each.object)
    return found
