"""Where else words stand: in which articles of the whole newsroom, and in what is no article.

A database cannot look for words the way that they are replaced (in any case, form or ending), so it
is asked for a run of plain letters out of them, and what it finds is read with care.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.db import models
from django.db.models import Q, TextField
from django.db.models.functions import Cast

from articles.document.rewrite import kind_of
from articles.models.article import Article
from articles.models.newsroom import Contributor, Source, Topic
from articles.models.photo import ImageCredit, Photo, TakeDown
from articles.models.site import Page
from articles.models.staff import User
from articles.models.translated import column
from articles.publishing.holdings import OF_ARTICLE
from articles.publishing.rewriting import look
from articles.text.languages import LANGUAGES
from articles.text.replacing import Replacing

_RUN: Final = re.compile(r"[a-zA-Z0-9]+")
_SHORTEST: Final = 2  # letters that are worth asking for


def _both(*names: str) -> tuple[str, ...]:
    return tuple(column(name, code) for name in names for code in LANGUAGES)


# Facts of their own, each with a screen where it is changed; the words of photos that belong to
# an article are replaced with it, those of others are here.
_APART: Final[tuple[tuple[type[models.Model], tuple[str, ...]], ...]] = (
    (Contributor, ("name", *_both("bio"))),
    (Source, ("url", *_both("name"))),
    (ImageCredit, ("name", "aliases")),
    (Photo, ("byline", "copyright_notice", "usage_terms", "filename", *_both("alt", "caption"))),
    (TakeDown, ("reason",)),
    (Topic, _both("name", "description")),
    (Page, _both("title", "body")),
    (User, ("first_name", "last_name")),
)


@dataclass(frozen=True, slots=True)
class Apart:
    """A row of a register that holds the words; `columns` are those that do."""

    row: models.Model
    columns: tuple[str, ...]


def articles_with(replacing: Replacing, *, but: int = 0) -> list[int]:
    """The articles in which something would be replaced, in order: one query per table, and as
    many for each article that may be one."""
    return [pk for pk in _candidates(replacing) if pk != but and not look(pk, replacing).is_empty]


def apart(replacing: Replacing, *, photos: Collection[int] = ()) -> tuple[Apart, ...]:
    """Rows of the registers that hold the words; `photos` are those whose own go with an article."""
    found = []
    for model, names in _APART:
        for row in _holding(model, names, replacing).order_by("pk"):
            own = {*_both("alt", "caption"), "filename"} if row.pk in photos else frozenset()
            columns = tuple(
                name
                for name in names
                if not (model is Photo and name in own) and _holds(replacing, row, name)
            )
            if columns:
                found.append(Apart(row, columns))
    return tuple(found)


def _holds(replacing: Replacing, row: models.Model, name: str) -> bool:
    text = getattr(row, name) or ""
    kind = kind_of(name) or "plain"
    return bool(replacing.matches(text, kind) or replacing.left(text))


def _candidates(replacing: Replacing) -> Iterator[int]:
    found: set[int] = set()
    for holding in OF_ARTICLE:
        rows = _asked(holding.all(), holding.columns, replacing)
        found.update(int(pk) for pk in rows.values_list(holding.of, flat=True) if pk)
    yield from Article.objects.filter(pk__in=found).order_by("pk").values_list("pk", flat=True)


def _holding(model: type[models.Model], names: Collection[str], replacing: Replacing) -> Any:
    return _asked(model._default_manager.all(), names, replacing)


def _asked(rows: Any, names: Collection[str], replacing: Replacing) -> Any:
    """Those of `rows` that hold the longest run of plain letters of any of the words."""
    runs = [max(_RUN.findall(pair.words), key=len, default="") for pair in replacing.pairs]
    if any(len(run) < _SHORTEST for run in runs):
        return rows
    casts: dict[str, Any] = {f"text_of_{name}": Cast(name, TextField()) for name in names}
    condition = Q()
    for name in casts:
        for run in runs:
            condition |= Q(**{f"{name}__icontains": run})
    return rows.alias(**casts).filter(condition)
