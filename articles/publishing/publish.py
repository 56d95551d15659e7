"""Publish an article: now or at a later instant, in one language or both, whole or in part."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from django.db import transaction

from articles.document.build import build
from articles.document.merge import Parts, merge
from articles.document.schema import Document, NoticeDocument
from articles.document.serialise import digest, load
from articles.models.article import Article
from articles.models.edition import Edition, Notice
from articles.models.generation import advance
from articles.models.staff import User
from articles.publishing.cancel import strike
from articles.publishing.errors import Changed, InThePast, NoteMissing, NothingLive
from articles.publishing.issue import Draft, insert, require
from articles.publishing.lifetimes import retime
from articles.publishing.lock import lock
from articles.publishing.snapshot import notices, working_copy

Ahead = Literal["rebuild", "cancel"]


@transaction.atomic
def publish(
    *,
    article: Article,
    languages: Sequence[str],
    by: User | None,
    at: dt.datetime | None = None,
    kind: str = Edition.Kind.UPDATE,
    notes: Mapping[str, str] | None = None,
    only: Parts | None = None,
    expect: Mapping[str, str] | None = None,
    ahead: Ahead = "rebuild",
) -> list[Edition]:
    """Freeze the working copy in `languages` into Editions, all of them or none.

    `at` is the (aware) instant of going live; without it they are live at once. `notes` holds a
    correction's public note per language. `only` takes just those parts of the working copy into
    what is live. `expect` is, per language, the digest of the document that the editor was
    shown, with the notices of that moment. `ahead` says what becomes of Editions scheduled for
    later: built anew on top of this one, or cancelled.

    Raises Refused (with all findings), Changed, InThePast, NoteMissing or NothingLive; then
    nothing was written.
    """
    locked, now = lock(article.pk)
    if at is not None and at <= now:
        raise InThePast
    live_from = at or now
    standing = {lang: notices(locked.pk, language=lang, as_of=now) for lang in languages}
    if kind == Edition.Kind.CORRECTION:
        _admit(locked, languages, notes or {}, live_from)
    fresh = _fresh(locked, languages, live_from)
    drafts = [
        Draft(_in_part(locked, fresh[lang], only, live_from), live_from, kind) for lang in languages
    ]
    _compare_with_shown(expect, drafts, standing)
    later = {lang: _later(locked, lang, live_from) for lang in languages}
    rebuilt = [
        Draft(_rebuild(locked, draft.document, edition, only), edition.live_from, edition.kind)
        for draft in drafts
        if ahead == "rebuild"
        for edition in later[draft.document.language]
    ]
    rebuilt = _worth_it(drafts, rebuilt)
    require(locked, drafts + rebuilt)
    for edition in (each for lang in languages for each in later[lang]):
        strike(edition, by=by, now=now, notes=ahead == "cancel")
    for lang in languages:
        retime(locked.pk, lang)
    editions = [insert(locked, draft, by=by, now=now) for draft in drafts]
    for draft in rebuilt:
        insert(locked, draft, by=by, now=now)
    advance()
    for edition in editions:
        edition.refresh_from_db()  # a rebuilt one after it has set its end
    return editions


def _admit(
    article: Article, languages: Sequence[str], notes: Mapping[str, str], date: dt.datetime
) -> None:
    """Put a correction's public notes on the article."""
    if not all(notes.get(lang, "").strip() for lang in languages):
        raise NoteMissing
    Notice.objects.bulk_create(
        Notice(
            article=article,
            language=lang,
            kind=Notice.Kind.CORRECTION,
            text=notes[lang].strip(),
            date=date,
        )
        for lang in languages
    )


def _fresh(article: Article, languages: Sequence[str], as_of: dt.datetime) -> dict[str, Document]:
    working = working_copy(article, as_of=as_of)
    return {language: build(working, language) for language in languages}


def _in_part(
    article: Article, fresh: Document, only: Parts | None, live_from: dt.datetime
) -> Document:
    if only is None:
        return fresh
    live = Edition.objects.live(live_from).filter(article=article, language=fresh.language).first()
    if live is None:
        raise NothingLive
    return merge(load(live.document), fresh, only)


def _compare_with_shown(
    expect: Mapping[str, str] | None,
    drafts: Sequence[Draft],
    standing: Mapping[str, tuple[NoticeDocument, ...]],
) -> None:
    """Shown was a document with the notices that `standing` has: without this act's own."""
    if expect is None:
        return
    shown = {
        draft.document.language: replace(
            draft.document, notices=standing[draft.document.language]
        )
        for draft in drafts
    }
    changed = {
        language: document
        for language, document in shown.items()
        if expect.get(language, "") != digest(document)
    }
    if changed:
        raise Changed(changed)


def _later(article: Article, language: str, live_from: dt.datetime) -> list[Edition]:
    """The Editions that stand scheduled after `live_from`."""
    later = article.editions.standing().filter(language=language, live_from__gt=live_from)
    return list(later.order_by("live_from", "number"))


def _rebuild(
    article: Article, document: Document, edition: Edition, only: Parts | None
) -> Document:
    """What a scheduled Edition becomes on top of `document`, with the notices of its own time."""
    merged = document if only is None else merge(load(edition.document), document, only)
    standing = notices(article.pk, language=document.language, as_of=edition.live_from)
    return replace(merged, notices=standing)


def _worth_it(drafts: Sequence[Draft], rebuilt: Sequence[Draft]) -> list[Draft]:
    """Those of `rebuilt` that would change the page: a whole publication leaves nothing to do."""
    shown = {draft.document.language: digest(draft.document) for draft in drafts}
    kept = []
    for draft in rebuilt:
        language, after = draft.document.language, digest(draft.document)
        if after != shown[language]:
            kept.append(draft)
            shown[language] = after
    return kept
