"""What the site's search may find, kept with every Edition: in the transaction that makes it.

An entry is there for each Edition that is live or may become so. Whether it is live now is asked
when somebody searches; what has ended goes when the article's next Edition comes.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any, Final

from django.db import transaction
from django.db.models import Q

from articles.document.schema import Document
from articles.document.searchable import lines, searchable, tokens
from articles.document.serialise import load
from articles.models.clock import database_now
from articles.models.edition import Edition
from articles.models.generation import advance
from articles.models.search import SearchEntry
from articles.publishing import merging

# {column of an Edition: the same of its entry}
_FACTS: Final = {
    "live_from": "live_from",
    "live_until": "live_until",
    "first_live_from": "published",
}
# Pages that were begun before an Edition ended may look for it still: a process asks for the
# moment once a second.
_GRACE: Final = dt.timedelta(minutes=1)
_BATCH: Final = 200  # Editions in one transaction of a rebuild


def add(edition: Edition, document: Document) -> None:
    """Let `edition` be found when its time has come, and tidy away what came before it."""
    SearchEntry.objects.filter(
        edition__article=edition.article_id,
        language=edition.language,
        live_until__lt=edition.published_at - _GRACE,
    ).delete()
    entry(edition, document).save()


def entry(edition: Any, document: Document) -> SearchEntry:
    """The entry of an Edition, unsaved."""
    said = lines(searchable(document), document.language)
    return SearchEntry(
        edition_id=edition.pk,
        language=document.language,
        published=edition.first_live_from,
        live_from=edition.live_from,
        live_until=edition.live_until,
        words=said,
        tokens=tokens(said, document.language, edition.topic_id),
    )


def anew(edition_id: int, document: Document) -> None:
    """Let what is found of an Edition be found by the words that it has now."""
    if SearchEntry.objects.filter(edition=edition_id).delete()[0]:
        entry(Edition.objects.defer("document", "card").get(pk=edition_id), document).save()


def follow(edition_id: int, columns: Mapping[str, object]) -> None:
    """Do for the entry what was done for its Edition's lifetime; cancelled, it is not found."""
    found = SearchEntry.objects.filter(edition=edition_id)
    if columns.get("cancelled_at"):
        found.delete()
        return
    changed = {_FACTS[name]: value for name, value in columns.items() if name in _FACTS}
    if changed:
        found.update(**changed)


def forget(article_id: int) -> None:
    """Let no Edition of the article be found, live or not: see overwriting.py for what is left."""
    SearchEntry.objects.filter(edition__article=article_id).delete()


def rebuild() -> Iterator[int]:
    """Make every entry anew; gives how many Editions are done, batch by batch.

    What is not yet done is found by its old entry meanwhile.
    """
    done, last = 0, 0
    while True:
        with transaction.atomic():
            batch = _batch(last)
            for edition in batch:
                SearchEntry.objects.filter(edition=edition).delete()
                entry(edition, load(edition.document)).save()
        if not batch:
            break
        done, last = done + len(batch), batch[-1].pk
        yield done
    with transaction.atomic():
        SearchEntry.objects.exclude(edition__in=_findable()).delete()
        advance()
    merging.merge()


def _batch(after: int) -> list[Edition]:
    found = _findable().filter(pk__gt=after).order_by("pk").defer("card")
    return list(found.select_for_update(of=("self",))[:_BATCH])


def _findable() -> Any:
    return Edition.objects.standing().filter(
        Q(live_until__isnull=True) | Q(live_until__gt=database_now())
    )
