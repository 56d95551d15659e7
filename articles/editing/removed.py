"""Rows that were taken out of a working copy: kept whole, so that undo brings them back."""

import datetime as dt
from typing import Any

from articles.editing import order
from articles.editing.board import Draft
from articles.editing.fields import SPECS
from articles.models.article import Article
from articles.models.desk import Removed
from articles.models.staff import User


def keep(draft: Draft, key: str, *, by: User | None, now: dt.datetime) -> None:
    """Remember row `key` of `draft`, which is about to be dropped."""
    data = {
        "values": draft.values[key],
        "behind": order.above(draft.board, key),
        "basis": draft.rows[key].basis,
    }
    Removed.objects.update_or_create(
        article=draft.article,
        kind=draft.kind(key),
        key=key,
        defaults={"data": data, "by": by, "at": now},
    )


def find(article: Article, key: str) -> Removed | None:
    return Removed.objects.filter(article=article, key=key).first() if key else None


def by_whom(article: Article) -> dict[str, str]:
    """Who took out which row, {key: name}: the last hundred of them, one query."""
    rows = Removed.objects.filter(article=article, by__isnull=False).select_related("by")
    return {each.key: str(each.by) for each in rows.order_by("-at", "-pk")[:100]}


def put_back(draft: Draft, key: str) -> bool:
    """Row `key` into `draft`, below what it stood below; False where nothing is kept of it.

    A photo or an article that is no more is left out; the rest comes back.
    """
    kept = find(draft.article, key)
    if kept is None:
        return False
    values = dict(kept.data["values"])
    for named, model in _points(kept.kind).items():
        if values.get(named) and not model._default_manager.filter(pk=values[named]).exists():
            values[named] = None
    target = values.get("target")
    if target and any(
        each.get("target") == target for name, each in draft.values.items() if name != key
    ):
        values["target"] = None
    draft.add(key, kept.kind, kept.data["behind"], values)
    draft.rows[key].basis = kept.data.get("basis", {})
    kept.delete()
    return True


def _points(kind: str) -> dict[str, Any]:
    return {name: spec.model for name, spec in SPECS[kind].items() if spec.model}
