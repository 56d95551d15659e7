"""The working copy with what a page holds and has not saved: looks up what the changes point at."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from articles.document.working_copy import WorkingCopy, WorkingSource
from articles.editing.changes import Change, PutBack, Set
from articles.editing.imagine import Known, imagine, remade, wanted
from articles.models.article import Article
from articles.models.desk import Removed
from articles.models.newsroom import Contributor, Source
from articles.models.photo import Photo
from articles.models.translated import read
from articles.publishing.snapshot import working_copy, working_photo
from articles.text.languages import LANGUAGES


def nothing_yet() -> Article:
    """Stands for an article that its page has not saved yet: no row has its number."""
    return Article(pk=0)


def imagined(article: Article, changes: Sequence[Change], *, as_of: dt.datetime) -> WorkingCopy:
    """`article` as it would be if `changes` were saved: seven queries, up to three more."""
    working = working_copy(article, as_of=as_of)
    changes = _remade(article, changes)
    return imagine(working, changes, _known(changes)) if changes else working


def stages(article: Article, changes: Sequence[Change]) -> dict[str, str]:
    """{language: stage}, with what is not saved yet."""
    found: dict[str, str] = {code: read(article, "stage", code) for code in LANGUAGES}
    for change in changes:
        if isinstance(change, Set) and (change.row, change.field) == ("", "stage"):
            if change.value not in Article.Stage.values:
                continue
            found[change.language] = change.value
    return {language: stage for language, stage in found.items() if language in LANGUAGES}


def _remade(article: Article, changes: Sequence[Change]) -> list[Change]:
    """`changes`, with rows that come back from what was kept of them."""
    keys = [each.row for each in changes if isinstance(each, PutBack)]
    rows = Removed.objects.filter(article=article, key__in=keys) if keys and article.pk else ()
    kept = {row.key: row for row in rows}
    found: list[Change] = []
    for each in changes:
        row = kept.get(each.row) if isinstance(each, PutBack) else None
        if row is not None and isinstance(each, PutBack):
            found += remade(each, row.kind, row.data["behind"], row.data["values"])
        else:
            found.append(each)
    return found


def _known(changes: Sequence[Change]) -> Known:
    asked = wanted(changes)
    photos = _rows(Photo.objects.select_related("credit", "substitute__credit"), asked.photos)
    contributors = _rows(Contributor.objects.all(), asked.contributors)
    sources = _rows(Source.objects.all(), asked.sources)
    return Known(
        photos={each.pk: found for each in photos if (found := working_photo(each))},
        contributors={each.pk: (each.name, each.slug) for each in contributors},
        sources={
            each.pk: WorkingSource(
                {language: read(each, "name", language) for language in LANGUAGES}, each.url
            )
            for each in sources
        },
    )


def _rows(rows: QuerySet[Any], pks: frozenset[int]) -> list[Any]:
    return list(rows.filter(pk__in=pks)) if pks else []
