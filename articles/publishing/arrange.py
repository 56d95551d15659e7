"""Arrange the front page of one language: what is pinned where, for how long, and what is hidden."""

import datetime as dt
import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db import transaction

from articles.models import generation
from articles.models.article import Article
from articles.models.edition import Generation
from articles.models.newsroom import FrontSlot


class Rearranged(Exception):
    """Somebody else has arranged the page since it was shown."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One slot as it shall be; `slot` is None for a new one. Instants are aware, in UTC."""

    slot: int | None
    article: int
    position: int
    shown_from: dt.datetime
    shown_until: dt.datetime | None = None


def fingerprint(language: str) -> str:
    """Names the state of all slots of `language`: one query."""
    rows = FrontSlot.objects.filter(language=language).order_by("pk")
    columns = ("pk", "article_id", "position", "shown_from", "shown_until")
    return hashlib.sha256(repr(list(rows.values_list(*columns))).encode()).hexdigest()[:16]


@transaction.atomic
def arrange(
    *, language: str, entries: Sequence[Entry], removed: Collection[int], seen: str
) -> bool:
    """Write `entries`, take `removed` away; whether anything changed. Slots not named stay.

    Raises Rearranged where the slots are not those that `seen` (a fingerprint) was made from.
    """
    articles = {entry.article for entry in entries}
    # Publishing locks its article, then the generation: the same way round here.
    list(Article.objects.select_for_update().filter(pk__in=articles).order_by("pk").values("pk"))
    # One arranges at a time: the fingerprint holds until this is written.
    list(Generation.objects.select_for_update().filter(id=1))
    if fingerprint(language) != seen:
        raise Rearranged
    old = FrontSlot.objects.filter(language=language).in_bulk()
    changed = [_take_away(old[pk]) for pk in removed if pk in old]
    changed += [_write(language, entry, old) for entry in entries]
    if any(changed):
        generation.advance()
    return any(changed)


def _take_away(slot: FrontSlot) -> bool:
    generation.set_instants(f"slot:{slot.pk}", set())
    slot.delete()
    return True


def _write(language: str, entry: Entry, old: dict[int, FrontSlot]) -> bool:
    values = {
        "article_id": entry.article,
        "position": entry.position,
        "shown_from": entry.shown_from,
        "shown_until": entry.shown_until,
    }
    slot = old.get(entry.slot or 0)
    if slot is not None and all(getattr(slot, name) == value for name, value in values.items()):
        return False
    if slot is None:
        slot = FrontSlot(language=language)
    for name, value in values.items():
        setattr(slot, name, value)
    slot.save()
    until = {slot.shown_until} if slot.shown_until else set()
    generation.set_instants(f"slot:{slot.pk}", {slot.shown_from, *until})
    return True
