"""What the panel proposes before anything is chosen: languages ticked, an hour, what is closed."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from articles.desk.panel import Leaf
from articles.desk.publish_form import LATER
from articles.desk.rights import Rights
from articles.models.article import Article
from articles.models.clock import database_now
from articles.publishing.state import Standing, State
from articles.text.dates import local

# Why an editor overrules the gate: to choose from, or to write another.
REASONS: Final = (
    _("It is a name, a title or a quotation."),
    _("It is meant to be like this."),
    _("It is urgent, and mended within the hour."),
    _("Agreed with the chief editor."),
)


def closed_to(granted: Rights, shown: dict[str, Leaf]) -> frozenset[str]:
    """The languages that were withdrawn: back on the site by those who may withdraw, or not."""
    if granted.withdraw:
        return frozenset()
    return frozenset(code for code, leaf in shown.items() if leaf.standing.withdrawn)


def after_embargo(article: Article) -> dict[str, Any]:
    """The hour that the panel proposes: the end of an embargo that still holds."""
    until = article.embargo_until
    if until is None or until <= database_now():
        return {}
    when = local(until)
    return {"when": LATER, "day": when.date(), "time": when.time()}


def due(shown: Mapping[str, Leaf]) -> list[str]:
    """The languages that the panel ticks from the start: ready or changed, and not stopped.

    Where none is, those in writing that nothing stops and that are not behind the other: breaking
    news needs no stage.
    """
    free = {code: leaf for code, leaf in shown.items() if not _is_stopped(leaf)}
    found = [code for code, leaf in free.items() if _is_ready(leaf.standing)]
    fresh = (State.WRITING, State.WAITING)
    return found or [
        code for code, leaf in free.items() if leaf.standing.state in fresh and not leaf.stale
    ]


def _is_stopped(leaf: Leaf) -> bool:
    # An embargo ends; the panel proposes that hour.
    return any(remark.blocks and remark.code != "embargo.early" for remark in leaf.remarks)


def _is_ready(where: Standing) -> bool:
    return where.state in (State.READY, State.CHANGED) or (
        where.state is State.SCHEDULED and where.unpublished_changes
    )
