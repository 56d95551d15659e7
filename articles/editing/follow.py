"""Follow what was written past `apply`: by the plain form, an import, a photo's removal.

Whoever writes so has compared and checked by itself; what remains is that open pages and the
history hear of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from articles.editing import order, sittings
from articles.editing.board import Draft, load
from articles.editing.fields import ASSIGNING
from articles.editing.values import Values
from articles.models.article import Article
from articles.models.clock import database_now
from articles.models.staff import User
from articles.text import ledger
from articles.text.languages import LANGUAGES, other


@dataclass(frozen=True, slots=True)
class Before:
    """A working copy as it was: what its rows held, and how they stood."""

    values: Mapping[str, Values]
    board: order.Board


NOTHING = Before({}, ())


def before(article: Article) -> Before:
    """`article` as it is now, to be handed to `follow` after writing."""
    sittings.begin(article, now=database_now())
    draft = load(article)
    return Before({key: dict(values) for key, values in draft.values.items()}, draft.board)


@transaction.atomic
def follow(*, article_id: int, was: Before, by: User | None, save: bool = True) -> None:
    """Give what changed since `was` the article's next version and its editor's sitting.

    `save` ends the sitting: it was saved by hand.
    """
    article = Article.objects.select_for_update(no_key=True).get(pk=article_id)
    draft = load(article)
    log = sittings.Log()
    for key, values in draft.values.items():
        if key not in was.values:
            log.set(key, "row", "", "", "added")
            draft.touched.add(key)
        elif values != was.values[key]:
            draft.touched.add(key)
            _compare(draft, key, was.values[key], log)
    for key, values in was.values.items():
        if key not in draft.values:
            log.set(key, "row", "", _title(values), "removed")
    draft.before = was.board
    _moved(draft, was, log)
    if not log.entries:
        return
    now, version = database_now(), article.version + 1
    draft.write(version, now=now, by=by)
    sittings.record(article, by=by, log=log, version=version, now=now)
    if save:
        sittings.close(article, by=by)


def _compare(draft: Draft, key: str, old: Values, log: sittings.Log) -> None:
    new, row = draft.values[key], draft.row(key)
    for named, value in new.items():
        if value == old.get(named):
            continue
        field, language = _parted(named)
        log.set(key, field, language, old.get(named), value)
        if language:
            twin: Any = new.get(f"{field}_{other(language)}", "")
            row.basis = ledger.after(
                row.basis, field, language, old=old.get(named) or "", new=value, twin=twin
            )


def _moved(draft: Draft, was: Before, log: sittings.Log) -> None:
    """Rows that stand below another one than before, for those that stood there before."""
    stayed = [row for row in was.board if row.key in draft.rows]
    now = [row for row in draft.board if row.key in was.values]
    if stayed == now:
        return
    for row in now:
        above = order.above(tuple(now), row.key)
        if above != (once := order.above(tuple(stayed), row.key)):
            log.set(row.key, "place", "", once, above)


def _parted(named: str) -> tuple[str, str]:
    stem, _sep, tail = named.rpartition("_")
    return (stem, tail) if tail in LANGUAGES and named not in ASSIGNING else (named, "")


def _title(values: Values) -> dict[str, Any]:
    return {name: values[name] for name in ("heading_en", "heading_da", "url") if name in values}
