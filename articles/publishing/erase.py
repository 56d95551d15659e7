"""Erase an article: nothing that anybody wrote in it is left, in no table, in no language.

What is left says that there was something: numbers, who published when, from when to when readers
had it, and the digest of what they had, by which a copy that turns up can be told. Its addresses
answer 410, are veiled, and belong to nobody else.
"""

import datetime as dt
from collections.abc import Collection
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q
from reversion.models import Revision

from articles.document.build import card
from articles.document.schema import Document
from articles.document.serialise import dump
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.erasure import Erasure
from articles.models.generation import advance, set_instants
from articles.models.live import Watch
from articles.models.staff import User
from articles.models.translated import column
from articles.models.veils import is_veiled
from articles.publishing import (
    desk_log,
    indexing,
    journal,
    lifetimes,
    links_to,
    overwriting,
    related,
)
from articles.publishing.errors import NoReasonGiven, WasErased, WordsInReason
from articles.publishing.holdings import LIBRARY, WORKING
from articles.publishing.lock import lock
from articles.publishing.renaming import veil_claim
from articles.publishing.withdraw import end
from articles.text.languages import LANGUAGES


@transaction.atomic
def erase(
    *,
    article: Article | int,
    by: User | None,
    reason: str,
    photos: Collection[int] = (),
    again: journal.Entry | None = None,
) -> Erasure:
    """Take `article` off the site and out of the database; what is scheduled never comes.

    `photos` lose what the library says of them, and are noted down as to be taken down with it:
    that is done by take_down, after the commit. Raises NoReasonGiven, WordsInReason (it names a headline) or WasErased.
    """
    if not reason.strip():
        raise NoReasonGiven
    overwriting.begin()
    pk = article if isinstance(article, int) else article.pk
    links_to.lock_all(pk)
    locked, now = lock(pk)
    if locked.erased_at:
        raise WasErased
    headlines = headlines_of(locked)
    if any(headline and headline in reason for headline in headlines):
        raise WordsInReason
    for language in LANGUAGES:
        end(locked, language, by=by, now=now)
    editions = _blank_editions(locked, now)
    links_to.forget_labels(locked)
    desk_log.forget(locked, headlines)
    _forget_findings(locked.pk)
    related.forget(locked.pk)
    indexing.forget(locked.pk)
    _empty(locked, now)
    _empty_photos(photos)
    overwriting.end()
    row = journal.note(
        locked,
        Erasure.Kind.ERASE,
        by=by,
        at=now,
        reason=reason,
        languages=list(LANGUAGES),
        details={"editions": editions, "photos": sorted(photos)},
        again=again,
    )
    advance()
    return row


def headlines_of(article: Article) -> set[str]:
    """What it is, or was, called: at the desk and on the site."""
    cards = Edition.objects.filter(article=article).values_list("card", flat=True)
    working = [getattr(article, column("headline", language)) or "" for language in LANGUAGES]
    return {*working, *(each["headline"] for each in cards)} - {""}


def _blank_editions(article: Article, now: dt.datetime) -> list[int]:
    """Every Edition without its words, and its address without letters; their ids."""
    rows = list(Edition.objects.filter(article=article).defer("document", "card"))
    seen = {(row.language, row.slug) for row in rows if row.was_seen(now)}
    for claim in article.permalinks.all():
        if not is_veiled(claim.slug):
            place = (claim.language, claim.slug)
            veil_claim(article, *place, was_seen=place in seen)
    for row in rows:
        empty = _empty_document(row)
        lifetimes.write(
            row.pk,
            slug="",
            document=dump(empty),
            card=dump(card(empty)),
            schema=empty.schema,
            overrules=[],
            withdrawal_reason="",
            successor=None,
            erased_at=now,
        )
        row.photos.clear()
        row.bylines.all().delete()
        row.reached.all().delete()
        set_instants(f"expiry:{row.pk}", set())
    return [row.pk for row in rows]


def _empty_document(edition: Edition) -> Document:
    return Document(
        article=edition.article_id,
        language=edition.language,
        topic=edition.topic_id,
        slug="",
        kicker="",
        headline="",
        standfirst="",
        seo_title="",
        seo_description="",
    )


def _empty(article: Article, now: dt.datetime) -> None:
    """The working copy and all that hangs on it: rows, versions, changes, sheets, links."""
    # A sitting and its versions hang on the revision, and go with it.
    kind = ContentType.objects.get_for_model(Article)
    own = Q(version__content_type=kind, version__object_id=str(article.pk))
    kept = Revision.objects.filter(own | Q(sitting__article=article))
    Revision.objects.filter(pk__in=list(kept.values_list("pk", flat=True))).delete()
    for slot in article.front_slots.all():
        set_instants(f"slot:{slot.pk}", set())
    for name in (
        *("slides", "links", "bylines", "article_sources", "removed", "presences", "sittings"),
        *("waved", "sheets", "preview_links", "waiting", "notices", "corrections_owed"),
        *("front_slots", "deindexed", "reads", "error_reports"),
    ):
        getattr(article, name).all().delete()
    [holding] = [each for each in WORKING if each.model is Article]
    blank: dict[str, Any] = {name: _blank(name) for name in holding.columns}
    version = article.version + 1
    holding.write(
        article.pk,
        {
            **blank,
            **{column("stage", code): Article.Stage.NOT_PLANNED for code in LANGUAGES},
            "lead_photo": None,
            "owner": None,
            "assignee_en": None,
            "assignee_da": None,
            "version": version,
            "words_version": version,
            "order_version": version,
            "erased_at": now,
        },
    )


def _blank(name: str) -> Any:
    return {} if name in ("basis", "import_ref") else ""


def _empty_photos(photos: Collection[int]) -> None:
    """What is said of them; who took them, and whose they are, stays: it is the library's."""
    for holding in LIBRARY:
        for row in holding.rows(list(photos)):
            values: dict[str, Any] = dict.fromkeys(holding.columns, "")
            if "metadata" in values:
                said = {"captions": {}, "alts": {}, "headline": ""}
                known = {name: value for name, value in said.items() if name in row["metadata"]}
                values |= {"metadata": {**row["metadata"], **known}, "ledger": {}}
            holding.write(row["pk"], values)


def _forget_findings(article: int) -> None:
    for watch in Watch.objects.all():
        kept = [each for each in watch.findings if each["article"] != article]
        if len(kept) < len(watch.findings):
            Watch.objects.filter(pk=watch.pk).update(findings=kept)
