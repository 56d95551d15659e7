"""The common last step of every verb that makes an Edition: judge it, then insert it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import Max

from articles.document.build import card
from articles.document.schema import Document
from articles.document.serialise import digest, dump
from articles.document.working_copy import WorkingCopy, WorkingLink
from articles.gate import waving
from articles.gate.registry import Finding, World, is_final
from articles.gate.untidied import untidied_texts
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.generation import set_instants
from articles.models.newsroom import Topic
from articles.models.permalink import Permalink
from articles.models.photo import Photo
from articles.models.staff import User
from articles.models.translated import column, read, write
from articles.publishing import indexing
from articles.publishing.beside import write_beside
from articles.publishing.errors import Refused
from articles.publishing.library import photos_in, withdrawn_in
from articles.publishing.lifetimes import retime
from articles.publishing.related import relate
from articles.publishing.snapshot import link_rows
from articles.publishing.waved import waved_in
from articles.text.languages import LANGUAGES


@dataclass(frozen=True, slots=True)
class Draft:
    """A document about to become an Edition that is live from `live_from`."""

    document: Document
    live_from: dt.datetime
    kind: str
    overrules: tuple[dict[str, str], ...] = ()  # {code, slide, field, reason} each


def judge(
    article: Article,
    document: Document,
    as_of: dt.datetime,
    *,
    other: Document | None = None,
    working: WorkingCopy | None = None,
    as_stored: bool = False,
) -> tuple[Finding, ...]:
    """What the gate says of `document`, as of the moment of going live: see `world` for the queries.

    `other` is the article in the other language, where it is planned; `working` the working copy
    that `document` was built from just now, if it was. With `as_stored` it also says what building
    has tidied away: whoever looks at a page at the desk would look for that in vain.
    """
    rows = working.links if working else None
    known = world(article, document, as_of, other=other, rows=rows, at_desk=bool(working))
    if working and as_stored:
        known = replace(known, untidied=untidied_texts(working, document))
    return waving.judge(document, known)


def world(
    article: Article,
    document: Document,
    as_of: dt.datetime,
    *,
    other: Document | None = None,
    rows: Sequence[WorkingLink] | None = None,
    at_desk: bool = False,
) -> World:
    """What the gate may know of `document`: five queries, two more where it has links."""
    topic = Topic.objects.filter(pk=document.topic or 0).first()
    owner = Permalink.objects.claiming(document.language, document.slug).first()
    return World(
        as_of=as_of,
        topic_slug=read(topic, "slug", document.language) if topic else "",
        slug_owner=owner.article_id if owner else None,
        embargo_until=article.embargo_until,
        other=other,
        withdrawn=withdrawn_in(document, as_of),
        waved=waved_in([article.pk])[article.pk, document.language],
        rows=tuple(link_rows(article) if rows is None and document.links else rows or ()),
        at_desk=at_desk,
        **photos_in(article, document, as_of),
    )


def require(
    article: Article,
    drafts: Sequence[Draft],
    *,
    others: Mapping[str, Document | None] | None = None,
    reasons: Mapping[str, str] | None = None,
) -> list[Draft]:
    """Raise Refused with the findings on all `drafts` if any of them blocks; else the drafts.

    `others` is, per language, the article in the other one. Where an editor gives a reason for a
    language, what blocks it is overruled and written into its draft, unless that is final. What a
    draft brings along as overruled, from the Edition that it was made of, stays so.
    """
    findings: list[Finding] = []
    passed, is_stopped = [], False
    for draft in drafts:
        language = draft.document.language
        other = (others or {}).get(language)
        found = judge(article, draft.document, draft.live_from, other=other)
        blocking = [finding for finding in found if finding.blocks]
        known = {(each["code"], each["slide"], each["field"]): each for each in draft.overrules}
        reason = (reasons or {}).get(language, "").strip()
        fresh = [finding for finding in blocking if finding.overruled_as not in known]
        is_stopped |= any(is_final(finding.code) for finding in blocking)
        is_stopped |= bool(fresh) and not reason
        findings += found
        overrules = tuple(
            known.get(each.overruled_as) or _overruled(each, reason) for each in blocking
        )
        passed.append(replace(draft, overrules=overrules))
    if is_stopped:
        raise Refused(tuple(dict.fromkeys(findings)))
    return passed


def _overruled(finding: Finding, reason: str) -> dict[str, str]:
    code, slide, field = finding.overruled_as
    return {"code": code, "slide": slide, "field": field, "reason": reason}


def insert(
    article: Article,
    drafts: Sequence[Draft],
    *,
    by: User | None,
    now: dt.datetime,
    keep_slug: bool = True,
) -> list[Edition]:
    """Claim the addresses of `drafts`, freeze each into an Edition, reckon the lifetimes anew.

    With `keep_slug` an address made from the headline is written into the working copy.
    """
    documents = [draft.document for draft in drafts]
    # In one order for all: two articles that want the same addresses would wait for each other.
    for document in sorted(documents, key=lambda each: (each.language, each.slug)):
        _claim(article, document)
        if keep_slug:
            _keep_slug(article, document)
    editions = [_insert(article, draft, by=by, now=now) for draft in drafts]
    for edition in editions:
        edition.refresh_from_db()  # each has set the end of the one before
    _relate(editions, documents)
    return editions


def _relate(editions: Sequence[Edition], documents: Sequence[Document]) -> None:
    """Relate what was inserted, as the last of each language says it; a reissue has no new words."""
    told = zip(editions, documents, strict=True)
    last = {edition.language: (edition, document) for edition, document in told}
    for language in LANGUAGES:
        if language in last and last[language][0].kind != Edition.Kind.REISSUE:
            relate(*last[language])


def _insert(article: Article, draft: Draft, *, by: User | None, now: dt.datetime) -> Edition:
    document, language = draft.document, draft.document.language
    if document.topic is None:
        raise ValueError("a document without a topic has no address; the gate says so first")
    earlier = article.editions.filter(language=language)
    number = (earlier.aggregate(last=Max("number"))["last"] or 0) + 1
    edition = Edition.objects.create(
        article=article,
        language=language,
        number=number,
        topic_id=document.topic,
        slug=document.slug,
        document=dump(document),
        card=dump(card(document)),
        schema=document.schema,
        digest=digest(document),
        kind=_kind(article, draft),
        overrules=list(draft.overrules),
        published_by=by,
        published_at=now,
        live_from=draft.live_from,
        live_until=draft.live_from,  # nobody's yet: retime gives it its time
        first_live_from=draft.live_from,
        modified_at=draft.live_from,
    )
    library = Photo.objects.filter(pk__in=[photo.id for photo in document.photos()])
    edition.photos.add(*library)
    write_beside(edition, document)
    # The site takes a photo down at its hour by itself; its pages must be made anew then.
    expiries = {photo.expires_at for photo in document.photos() if photo.expires_at}
    set_instants(f"expiry:{edition.pk}", set(map(dt.datetime.fromisoformat, expiries)))
    indexing.add(edition, document)
    retime(article.pk, language)
    return edition


def _keep_slug(article: Article, document: Document) -> None:
    """Write an address made from the headline into the working copy: it stays when that changes."""
    language = document.language
    if not read(article, "slug", language):
        write(article, "slug", language, document.slug)
        article.save(update_fields=[column("slug", language)])


def _kind(article: Article, draft: Draft) -> str:
    """The kind asked for; but the first that readers see is the first publication."""
    before = article.editions.standing().filter(
        language=draft.document.language, live_from__lte=draft.live_from
    )
    if not before.exists():
        return Edition.Kind.FIRST
    return Edition.Kind.UPDATE if draft.kind == Edition.Kind.FIRST else draft.kind


def _claim(article: Article, document: Document) -> None:
    claims = Permalink.objects.claiming(document.language, document.slug)
    permalink = claims.first()
    if permalink is None:
        permalink, _ = Permalink.objects.get_or_create(
            language=document.language, slug=document.slug, defaults={"article": article}
        )
    if permalink.article_id != article.pk:  # claimed by another since the gate looked
        findings = judge(article, document, as_of=dt.datetime.max.replace(tzinfo=dt.UTC))
        raise Refused(tuple(f for f in findings if f.code == "slug.taken"))
