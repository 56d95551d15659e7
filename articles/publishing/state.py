"""Where an article stands in one language, as the desk shows it."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Prefetch, prefetch_related_objects

from articles.document.build import build
from articles.document.serialise import digest
from articles.models.article import Article
from articles.models.desk import Waiting
from articles.models.edition import Edition
from articles.models.translated import read
from articles.publishing.snapshot import PARTS, working_copy
from articles.text.languages import LANGUAGES


class State(StrEnum):
    NOT_PLANNED = "not_planned"
    WRITING = "writing"
    READY = "ready"
    LIVE = "live"
    CHANGED = "changed"  # live, with changes that readers have not got
    SCHEDULED = "scheduled"
    WAITING = "waiting"  # goes out when its pictures are ready
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Standing:
    """One language of one article; `scheduled` in order of going live.

    `waits` says that its publication waits for pictures, whatever readers have meanwhile.
    """

    language: str
    state: State
    live: Edition | None = None
    scheduled: tuple[Edition, ...] = ()
    withdrawn: Edition | None = None
    unpublished_changes: bool = False
    waits: bool = False


def standings(article: Article, *, as_of: dt.datetime) -> dict[str, Standing]:
    """How `article` stands in each language, unpublished changes included: nine queries."""
    chain = article.editions.standing().order_by("live_from", "number")
    asked = article.waiting.filter(state=Waiting.State.WAITING)
    return _standings(article, list(chain), list(asked), as_of)


def standings_of(
    articles: Sequence[Article], *, as_of: dt.datetime
) -> dict[int, dict[str, Standing]]:
    """The same for many articles, by id: eight queries, whatever their number.

    The Editions come without their documents.
    """
    chain = Edition.objects.standing().order_by("live_from", "number").defer("document", "card")
    asked = Waiting.objects.filter(state=Waiting.State.WAITING)
    prefetch_related_objects(
        articles,
        *PARTS,
        Prefetch("editions", chain, to_attr="chain"),
        Prefetch("waiting", asked, to_attr="asked"),
    )
    return {each.pk: _standings(each, each.chain, each.asked, as_of) for each in articles}  # type: ignore[attr-defined]


def _standings(
    article: Article, editions: Sequence[Edition], asked: Sequence[Waiting], as_of: dt.datetime
) -> dict[str, Standing]:
    # Notices still to come count from the day they are published with.
    upto = max([as_of, *(edition.live_from for edition in editions)])
    working = working_copy(article, as_of=upto)
    waits = {language for each in asked for language in each.request["languages"]}
    digests = {language: digest(build(working, language)) for language in LANGUAGES}
    return {
        language: standing(
            language,
            read(article, "stage", language),
            [edition for edition in editions if edition.language == language],
            as_of=as_of,
            working_digest=digests[language],
            waits=language in waits,
        )
        for language in LANGUAGES
    }


def withdrawn_languages(article: Article, *, as_of: dt.datetime) -> frozenset[str]:
    """The languages in which `article` was taken off the site and has not come back: one query."""
    editions = article.editions.standing().order_by("live_from", "number")
    chain = list(editions.defer("document", "card"))
    return frozenset(
        language
        for language in LANGUAGES
        if standing(
            language, "", [e for e in chain if e.language == language], as_of=as_of
        ).withdrawn
    )


def standing(
    language: str,
    stage: str,
    editions: Iterable[Edition],
    *,
    as_of: dt.datetime,
    working_digest: str | None = None,
    waits: bool = False,
) -> Standing:
    """The same from what is known already: the standing `editions` of one language, in order.

    Without `working_digest` changes are not looked for.
    """
    chain = list(editions)
    live = next((e for e in chain if e.is_live(as_of)), None)
    scheduled = tuple(e for e in chain if e.live_from > as_of)
    withdrawn = next((e for e in reversed(chain) if e.withdrawn_at and not live), None)
    newest = max(chain, key=lambda e: e.number, default=None)
    changed = bool(newest and working_digest and newest.digest != working_digest)
    if live:
        state = State.CHANGED if changed else State.LIVE
    elif scheduled:
        state = State.SCHEDULED
    elif waits:
        state = State.WAITING
    elif withdrawn:
        state = State.WITHDRAWN
    else:
        state = State(stage or State.WRITING)
    return Standing(language, state, live, scheduled, withdrawn, changed, waits)
