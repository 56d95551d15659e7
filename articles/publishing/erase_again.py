"""Do again what a restored backup has forgotten: each act of the journal that the database lacks.

In order of time, each in its own transaction, so that a second call goes on where the first one
stopped. What the database knows of was done there, in one transaction with the entry.
"""

import datetime as dt
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.models.article import Article
from articles.models.erasure import Erasure
from articles.models.photo import Photo
from articles.models.staff import User
from articles.publishing import journal
from articles.publishing.anonymise import anonymise, unsealed
from articles.publishing.catch_up import catch_up
from articles.publishing.deindex import deindex, index_again
from articles.publishing.erase import erase
from articles.publishing.errors import AlreadyTakenDown, WasErased
from articles.publishing.sealing import Unreadable, unseal
from articles.publishing.take_down import take_down

Kind = Erasure.Kind


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one entry: "done", "absent" (no such article any more), "erased" (later, so
    there was nothing to replace) or "unreadable" (sealed with a SECRET_KEY that is not known)."""

    entry: journal.Entry
    what: str


def again(entries: Iterable[journal.Entry] | None = None) -> Iterator[Outcome]:
    """Do those of `entries` (else: of the journal's files) that the database does not know of.

    Call it outside any transaction, before readers and editors are let in.
    """
    for entry in journal.entries() if entries is None else entries:
        if not Erasure.objects.filter(uid=uuid.UUID(entry.uid)).exists():
            yield Outcome(entry, _again(entry))


def _again(entry: journal.Entry) -> str:
    article = Article.objects.filter(pk=entry.article).first()
    if article is None or _began(article) != entry.began:
        return "absent"  # or another one, that has got its number since
    by = User.objects.filter(username=entry.by).first() if entry.by else None
    try:
        _do(article.pk, entry, by)
    except Unreadable:
        return "unreadable"
    except WasErased:
        return "erased"
    return "done"


def _do(article: int, entry: journal.Entry, by: User | None) -> None:
    reason = entry.reason
    if entry.kind == Kind.ERASE:
        photos = entry.details.get("photos", [])
        erase(article=article, by=by, reason=reason, photos=photos, again=entry)
        take_down_all(photos, by=by, reason=reason)
    elif entry.kind == Kind.ANONYMISE:
        replacing, library = unsealed(unseal(entry.sealed))
        row = anonymise(
            article=article,
            replacing=replacing,
            by=by,
            reason=reason,
            library=library,
            again=entry,
        )
        catch_up(photos=row.details["photos"], by=by, most=None)
    else:
        verb = deindex if entry.kind == Kind.DEINDEX else index_again
        verb(article=article, languages=entry.languages, by=by, reason=reason, again=entry)


def take_down_all(photos: Iterable[int], *, by: User | None, reason: str) -> None:
    """Take the photos down that were chosen to go with an article; outside any transaction."""
    for photo in Photo.objects.filter(pk__in=list(photos), taken_down_at=None):
        try:
            take_down(photo=photo, by=by, reason=reason)
        except AlreadyTakenDown:
            continue


def _began(article: Article) -> str:
    return article.created_at.astimezone(dt.UTC).isoformat()
