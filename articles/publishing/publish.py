"""Publish an article: now or at a later instant, in one language or both, whole or in part."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from django.db import transaction
from django.db.models import Max

from articles.document.build import build
from articles.document.merge import Parts, merge
from articles.document.schema import Document
from articles.document.serialise import digest, load
from articles.editing import sittings
from articles.models.article import Article
from articles.models.edition import Edition, Notice
from articles.models.generation import advance
from articles.models.staff import User
from articles.publishing.cancel import scheduled, strike
from articles.publishing.errors import (
    Changed,
    InThePast,
    NoteMissing,
    NothingLive,
    Overtaken,
    WasErased,
)
from articles.publishing.issue import Draft, insert, require
from articles.publishing.lifetimes import retime
from articles.publishing.lock import hold_all_of, lock
from articles.publishing.overtaken import overtaken
from articles.publishing.owed import account
from articles.publishing.snapshot import if_planned, notices, working_copy
from articles.text.languages import LANGUAGES, other

Ahead = Literal["rebuild", "cancel"]
# Parts of every language, or per language; a language without parts goes out whole.
Only = Parts | Mapping[str, Parts | None] | None


@transaction.atomic
def publish(
    *,
    article: Article,
    languages: Sequence[str],
    by: User | None,
    at: dt.datetime | None = None,
    kind: str = Edition.Kind.UPDATE,
    notes: Mapping[str, str] | None = None,
    only: Only = None,
    expect: Mapping[str, str] | None = None,
    ahead: Ahead = "rebuild",
    seen: Mapping[str, int] | None = None,
    overrule: Mapping[str, str] | None = None,
    settles: Collection[int] | None = None,
) -> list[Edition]:
    """Freeze the working copy in `languages` into Editions, all of them or none.

    `at` is the (aware) instant of going live; without it they are live at once. `notes` holds a
    correction's public note per language. `only` takes just those parts of the working copy into
    what is live, of each language its own if it is a mapping. `expect` is, per language, the
    digest of the document that the editor was shown, with the notices of that moment. `ahead`
    says what becomes of Editions scheduled for later: built anew on top of this one, or
    cancelled. One scheduled for the very instant `at` gives way to this one. `seen` is, per
    language, the newest Edition that the editor knew of (0: none): pressing twice publishes once.
    `overrule` is, per language, the reason why what blocks it may go out nevertheless. A
    correction answers what the other language's corrections owe (CorrectionOwed): all of it, or
    those whose ids `settles` names.

    Raises Refused (with all findings), Overtaken, Changed, InThePast, NoteMissing, NothingLive or
    WasErased; then nothing was written.
    """
    locked, now = lock(article.pk)
    if locked.erased_at:
        raise WasErased
    hold_all_of(locked)
    if at is not None and at <= now:
        raise InThePast
    live_from = at or now
    languages = tuple(dict.fromkeys(languages))
    if seen is not None and _is_overtaken(locked, languages, seen):
        raise Overtaken
    parts = only if isinstance(only, Mapping) else dict.fromkeys(languages, only)
    later = {lang: scheduled(locked, lang, live_from, now=now) for lang in languages}
    if ahead == "cancel":
        _strike(locked, later, by=by, now=now, notes=True)
    fresh = _fresh(locked, live_from)
    documents = [_in_part(locked, fresh[lang], parts.get(lang), live_from) for lang in languages]
    if expect is not None:
        _compare_with_shown(expect, [_with_notices(locked, each, now) for each in documents])
    admitted: dict[str, Notice] = {}
    if kind == Edition.Kind.CORRECTION:
        admitted = _admit(locked, languages, notes or {}, live_from)
        documents = [_with_notices(locked, document, live_from) for document in documents]
    drafts = [Draft(document, live_from, kind) for document in documents]
    rebuilt: list[Draft] = []
    if ahead == "rebuild":
        rebuilt = _worth_it(drafts, _rebuilt(locked, documents, later, parts))
    others = {lang: if_planned(locked, fresh[other(lang)]) for lang in languages}
    passed = require(locked, drafts + rebuilt, others=others, reasons=overrule)
    if ahead == "rebuild":
        _strike(locked, later, by=by, now=now, notes=False)
    editions = insert(locked, passed, by=by, now=now)
    account(locked, admitted, editions[: len(drafts)], settles=settles, now=now)
    overtaken(locked, languages, now)
    sittings.close_all(locked)  # what comes next is a version after this publication
    advance()
    return editions[: len(drafts)]


def _is_overtaken(article: Article, languages: Sequence[str], seen: Mapping[str, int]) -> bool:
    now = newest(article)
    return any(seen.get(language, now[language]) != now[language] for language in languages)


def newest(article: Article) -> dict[str, int]:
    """The newest Edition of each language, by its id; 0 where there is none: one query."""
    found = Edition.objects.filter(article=article).values_list("language").annotate(Max("pk"))
    return {**dict.fromkeys(LANGUAGES, 0), **dict(found.order_by())}


def _strike(
    article: Article,
    later: Mapping[str, Sequence[Edition]],
    *,
    by: User | None,
    now: dt.datetime,
    notes: bool,
) -> None:
    for language, editions in later.items():
        if editions:
            strike(editions, by=by, now=now, notes=notes)
            retime(article.pk, language)


def _admit(
    article: Article, languages: Sequence[str], notes: Mapping[str, str], date: dt.datetime
) -> dict[str, Notice]:
    """Put a correction's public notes on the article."""
    if not all(notes.get(lang, "").strip() for lang in languages):
        raise NoteMissing
    made = Notice.objects.bulk_create(
        Notice(
            article=article,
            language=lang,
            kind=Notice.Kind.CORRECTION,
            text=notes[lang].strip(),
            date=date,
        )
        for lang in languages
    )
    return {notice.language: notice for notice in made}


def _fresh(article: Article, as_of: dt.datetime) -> dict[str, Document]:
    working = working_copy(article, as_of=as_of)
    return {language: build(working, language) for language in LANGUAGES}


def _in_part(
    article: Article, fresh: Document, only: Parts | None, live_from: dt.datetime
) -> Document:
    if only is None:
        return fresh
    live = Edition.objects.live(live_from).filter(article=article, language=fresh.language).first()
    if live is None:
        raise NothingLive
    return merge(load(live.document), fresh, only)


def _compare_with_shown(expect: Mapping[str, str], documents: Sequence[Document]) -> None:
    changed = {
        document.language: document
        for document in documents
        if expect.get(document.language, "") != digest(document)
    }
    if changed:
        raise Changed(changed)


def _rebuilt(
    article: Article,
    documents: Sequence[Document],
    later: Mapping[str, Sequence[Edition]],
    parts: Mapping[str, Parts | None],
) -> list[Draft]:
    """What the scheduled Editions become on top of `documents`, each with its own time's notices.

    One scheduled for the same instant as `documents` becomes the same, and so is not worth it.
    """
    drafts = []
    for document in documents:
        only = parts.get(document.language)
        for edition in later[document.language]:
            whole = document if only is None else merge(load(edition.document), document, only)
            anew = _with_notices(article, whole, edition.live_from)
            drafts.append(Draft(anew, edition.live_from, edition.kind, tuple(edition.overrules)))
    return drafts


def _with_notices(article: Article, document: Document, as_of: dt.datetime) -> Document:
    standing = notices(article.pk, language=document.language, as_of=as_of)
    return replace(document, notices=standing)


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
