"""Corrections that one language has had and the other has not: what is owed, and what settles it.

Each correction of one language owes the other the same, unless it answers one of the other's: then
either settles the other. All of it hangs on their public notes, so what is cancelled before
anybody saw it neither owes nor settles.
"""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence

from django.db.models import Exists, OuterRef, QuerySet

from articles.models.article import Article
from articles.models.edition import Edition, Notice
from articles.models.live import CorrectionOwed
from articles.publishing.uses import unfinished
from articles.text.languages import other

Owed = QuerySet[CorrectionOwed]


def unsettled() -> Owed:
    """Those that are neither settled nor waived, in order of the corrections."""
    return CorrectionOwed.objects.filter(settled_by=None, waived_at=None).select_related("note")


def owed(as_of: dt.datetime) -> Owed:
    """Those of them that the desk is told of: readers have, or will have, a page to correct."""
    pages = unfinished(as_of).filter(article=OuterRef("article"), language=OuterRef("language"))
    return unsettled().filter(Exists(pages))


def account(
    article: Article,
    notes: Mapping[str, Notice],
    editions: Sequence[Edition],
    *,
    settles: Collection[int] | None,
    now: dt.datetime,
) -> None:
    """Settle what these corrections answer, and write down what they owe; under the lock.

    `notes` are their public notes by language. `settles` are the ids of what is answered, all
    that is owed in these languages where it is None.
    """
    answered = {
        language: _settle(article, language, note, settles) for language, note in notes.items()
    }
    for edition in editions:
        if edition.kind != Edition.Kind.CORRECTION:
            continue  # readers had nothing in that language that could be wrong
        there = other(edition.language)
        answer = notes.get(there) or answered[edition.language]
        if answer or unfinished(now).filter(article=article, language=there).exists():
            CorrectionOwed.objects.create(
                note=notes[edition.language], article=article, language=there, settled_by=answer
            )


def _settle(
    article: Article, language: str, note: Notice, settles: Collection[int] | None
) -> Notice | None:
    """Let `note` settle what is owed in its language; the last correction that it answers."""
    rows = unsettled().filter(article=article, language=language)
    if settles is not None:
        rows = rows.filter(pk__in=settles)
    found = list(rows)
    CorrectionOwed.objects.filter(pk__in=[row.pk for row in found]).update(settled_by=note)
    return found[-1].note if found else None
