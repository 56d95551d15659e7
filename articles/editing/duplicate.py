"""Begin a new working copy from another."""

from collections.abc import Mapping
from typing import Any, Final

from django.db import models, transaction

from articles.models.article import Article, ArticleSource, Byline, CrossLink, Slide, new_key
from articles.models.clock import database_now
from articles.models.desk import Waved
from articles.models.staff import User
from articles.models.translated import write
from articles.text.languages import LANGUAGES

# What belongs to the one article and not to its words.
_OWN: Final = {
    *("id", "import_ref", "token", "version", "words_version", "order_version"),
    *("owner", "assignee_en", "assignee_da", "changed_by", "created_at", "changed_at"),
}


@transaction.atomic
def duplicate(*, article_id: int, by: User | None) -> Article:
    """A new article of `by`'s with the words, slides, links, bylines and sources of another.

    Its rows have keys of their own, it has no address yet, and it is in writing in each language
    that is planned. Raises Article.DoesNotExist.
    """
    original = Article.objects.select_for_update(no_key=True).get(pk=article_id)
    copy = Article(owner=by, changed_by=by, **_values(original, _OWN))
    for language in LANGUAGES:
        write(copy, "slug", language, "")
        if getattr(copy, f"stage_{language}") != Article.Stage.NOT_PLANNED:
            write(copy, "stage", language, Article.Stage.WRITING)
    copy.changed_at = database_now()
    copy.save()
    pairs = [(slide, _copied(slide, copy)) for slide in original.slides.all()]
    slides: dict[int | None, Slide | None] = {None: None, **{old.pk: new for old, new in pairs}}
    keys = {old.key: new.key for old, new in pairs}
    for link in original.links.all():
        keys[link.key] = _copied(link, copy, after=slides[link.after_id]).key
    rows: list[Byline | ArticleSource] = [
        *original.bylines.all(),
        *original.article_sources.all(),
    ]
    for row in rows:
        _copied(row, copy)
    _wave(original, copy, keys)
    return copy


def _wave(original: Article, copy: Article, keys: Mapping[str, str]) -> None:
    """Leave as they are the warnings that were left so in the original."""
    for each in original.waved.all():
        if not each.row or each.row in keys:
            values = _values(each, {"id", "article", "row"})
            Waved.objects.create(article=copy, row=keys.get(each.row, ""), **values)


def _copied(row: Slide | CrossLink | Byline | ArticleSource, into: Article, **other: Any) -> Any:
    keyed = {"key": new_key()} if isinstance(row, Slide | CrossLink) else {}
    left = {"id", "article", "key", "version", "moved"}
    values = {**_values(row, left), **keyed, **other}
    return type(row)._default_manager.create(article=into, **values)


def _values(row: models.Model, left: set[str]) -> dict[str, Any]:
    """The columns of `row` but `left`; of translated fields those of each language."""
    return {
        field.name: getattr(row, field.attname if not field.is_relation else field.name)
        for field in row._meta.concrete_fields
        if field.name not in left and not hasattr(row, f"{field.name}_{LANGUAGES[0]}")
    }
