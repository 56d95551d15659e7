"""Reissue: the same words once more, with photos as the library has them now."""

import datetime as dt
from collections.abc import Callable, Collection

from django.db import transaction

from articles.document.schema import Document
from articles.document.serialise import load
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.generation import advance
from articles.models.staff import User
from articles.publishing.issue import Draft, insert
from articles.publishing.lifetimes import retime, write
from articles.publishing.lock import hold, lock
from articles.publishing.outdated import library, todays
from articles.publishing.uses import unfinished
from articles.text.languages import LANGUAGES


@transaction.atomic
def reissue(*, article: int, photos: Collection[int], by: User | None) -> list[Edition]:
    """New Editions for those of `article`, live or scheduled, that are behind the library.

    Only what it says of `photos` is taken over; the working copy is not looked at, and the gate
    is not asked. Readers' dates and public notes stay. Nothing is written where nothing differs.
    """
    locked, now = lock(article)
    hold(photos)
    known = library(photos)
    return put_anew(locked, lambda document: todays(document, known), by=by, now=now)


def put_anew(
    article: Article,
    patch: Callable[[Document], Document],
    *,
    by: User | None,
    now: dt.datetime,
) -> list[Edition]:
    """Replace what is live or scheduled of a locked article and differs once it is patched.

    What is live is followed by a reissue from `now` on; what is scheduled gives way to one of the
    same kind at the same instant, whose address and notes stay.
    """
    editions = [
        edition
        for language in LANGUAGES
        for edition in _put_anew(article, language, patch, by=by, now=now)
    ]
    if editions:
        advance()
    return editions


def _put_anew(
    article: Article,
    language: str,
    patch: Callable[[Document], Document],
    *,
    by: User | None,
    now: dt.datetime,
) -> list[Edition]:
    chain = unfinished(now).filter(article=article, language=language)
    drafts: list[Draft] = []
    for edition in chain.order_by("live_from", "number"):
        document = load(edition.document)
        patched = patch(document)
        if patched == document:
            continue
        overrules = tuple(edition.overrules)
        if edition.live_from <= now:
            drafts.append(Draft(patched, now, Edition.Kind.REISSUE, overrules))
        else:
            # Not struck: its address and the notes that came with it are the new one's.
            write(edition.pk, cancelled_at=now, live_until=edition.live_from, ended_by=by)
            drafts.append(Draft(patched, edition.live_from, edition.kind, overrules))
    if drafts:
        retime(article.pk, language)
    return insert(article, drafts, by=by, now=now, keep_slug=False)
