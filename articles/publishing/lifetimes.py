"""When each Edition of one article in one language is live: one writer, one rule.

Each Edition lasts until the next one begins, or until it was withdrawn. The whole chain is
reckoned anew at every change, under the Article's lock, so no sequence of publishing,
cancelling and withdrawing can make two of them live at once.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.db import models

from articles.models.edition import Edition
from articles.models.generation import set_instants
from articles.publishing import indexing

_KEEPS_DATE = (Edition.Kind.MINOR, Edition.Kind.REISSUE)


@dataclass(frozen=True, slots=True)
class Span:
    """One Edition of a chain, as far as time goes."""

    id: int
    kind: str
    live_from: dt.datetime
    withdrawn_at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Lifetime:
    live_until: dt.datetime | None
    first_live_from: dt.datetime
    modified_at: dt.datetime


def reckon(chain: Sequence[Span]) -> dict[int, Lifetime]:
    """The lifetimes of a chain, given in order of (live_from, number). Pure."""
    if not chain:
        return {}
    starts: list[dt.datetime | None] = [span.live_from for span in chain[1:]]
    ends = {
        span.id: min((at for at in (start, span.withdrawn_at) if at is not None), default=None)
        for span, start in zip(chain, [*starts, None], strict=True)
    }
    seen = [span for span in chain if ends[span.id] != span.live_from]
    first = (seen or chain)[0].live_from
    lifetimes = {}
    modified = first
    for span in chain:
        if span.kind not in _KEEPS_DATE:
            modified = max(span.live_from, first)
        lifetimes[span.id] = Lifetime(ends[span.id], first, modified)
    return lifetimes


def retime(article_id: int, language: str) -> None:
    """Write the lifetimes of one article in one language, and the instants that follow.

    Call it under the Article's lock, after every change to the chain.
    """
    rows = list(
        Edition.objects.standing()
        .filter(article_id=article_id, language=language)
        .order_by("live_from", "number")
        .defer("document", "card")
    )
    lifetimes = reckon([Span(r.pk, r.kind, r.live_from, r.withdrawn_at) for r in rows])
    # In the chain's order: the database forbids an overlap even for a moment, and so each makes
    # room before the next one takes it.
    for row in rows:
        new = lifetimes[row.pk]
        if new != Lifetime(row.live_until, row.first_live_from, row.modified_at):
            write(row.pk, **asdict(new))
    set_instants(
        f"edition:{article_id}:{language}",
        {row.live_from for row in rows}
        | {new.live_until for new in lifetimes.values() if new.live_until},
    )


def write(edition_id: int, **columns: object) -> None:
    """Write lifetime columns of an Edition, past the guard that keeps the rest frozen."""
    models.QuerySet(Edition).filter(pk=edition_id).update(**columns)
    indexing.follow(edition_id, columns)
