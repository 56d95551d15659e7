"""Bring a working copy back to one of its versions: as ordinary changes, which can be undone."""

from collections.abc import Iterator
from typing import Any

from reversion.models import Revision

from articles.editing import order, removed, versions
from articles.editing.board import Draft, load
from articles.editing.changes import Change, Insert, Move, PutBack, Recall, Remove, Set
from articles.editing.fields import ASSIGNING, SPECS
from articles.editing.values import Values, row_values
from articles.models.article import Article, ArticleSource, Byline, CrossLink, Slide
from articles.text.languages import LANGUAGES

# Who works on it now is no part of what it said then.
_LEFT: frozenset[str] = ASSIGNING


def changes_to(article: Article, revision: Revision) -> list[Change]:
    """The changes that make `article`, as it is now, what `revision` holds."""
    held = versions.rows(revision)
    slides = sorted(held.get(Slide, []), key=lambda row: (row.order, row.pk))
    links = sorted(held.get(CrossLink, []), key=lambda row: (row.order, row.pk))
    keys = {slide.pk: slide.key for slide in slides}
    board = order.flat(
        keys.values(), [(link.key, keys.get(link.after_id or 0, "")) for link in links]
    )
    values = {row.key: row_values("slide", row) for row in slides}
    values |= {row.key: row_values("link", row) for row in links}
    values[""] = _article_values(held)
    ledger = {"": held[Article][0].basis} | {row.key: row.basis for row in (*slides, *links)}
    changes = list(_changes(load(article), board, values))
    # Last: what a text is a translation of is known once both are back.
    return changes + [Recall(f"recall-{key}", key, ledger[key], values[key]) for key in ledger]


def _article_values(held: dict[Any, list[Any]]) -> Values:
    bylines = sorted(held.get(Byline, []), key=lambda row: (row.position, row.pk))
    sources = sorted(held.get(ArticleSource, []), key=lambda row: (row.position, row.pk))
    return {
        **row_values("article", held[Article][0]),
        "bylines": [[row.contributor_id, row.role] for row in bylines],
        "sources": [row.source_id for row in sources],
    }


def _changes(draft: Draft, board: order.Board, values: dict[str, Values]) -> Iterator[Change]:
    wanted = {row.key for row in board}
    version = draft.article.version
    for row in draft.board:
        if row.key not in wanted:
            yield Remove(f"remove-{row.key}", row.key, version)
    known = dict(draft.values)
    above = ""
    for row in board:
        if row.key not in draft.rows:
            if kept := removed.find(draft.article, row.key):
                known[row.key] = kept.data["values"]
                yield PutBack(f"put-back-{row.key}", row.key)
            else:
                yield Insert(f"insert-{row.key}", row.key, row.kind, above)
        above = row.key
    kinds = {"": "article", **{row.key: row.kind for row in board}}
    for key, then in values.items():
        yield from _sets(key, kinds[key], then, known.get(key))
    above = ""
    for row in board:
        yield Move(f"move-{row.key}", row.key, above, version)
        above = row.key


def _sets(key: str, kind: str, then: Values, now: Values | None) -> Iterator[Change]:
    for field, spec in SPECS[kind].items():
        if field in _LEFT:
            continue
        for language in LANGUAGES if spec.translated else ("",):
            named = f"{field}_{language}" if language else field
            value = then[named]
            base = now[named] if now is not None else _blank(value)
            if value != base:
                yield Set(f"set-{key}-{named}", key, field, language, base, value)


def _blank(value: Any) -> Any:
    if value == "both":
        return value
    return "" if isinstance(value, str) else None
