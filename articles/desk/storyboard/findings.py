"""What the gate says of a working copy while it is being written, field by field, as JSON.

The same path as publishing: working copy -> document -> rules. It is judged as of the first moment
at which it could go live: an embargo, which ends by itself, is nothing that an editor must mend.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _

from articles.desk.states import words
from articles.desk.storyboard.imagined import imagined, stages
from articles.desk.storyboard.stale import progress, stale
from articles.document.build import build
from articles.document.schema import Document
from articles.document.serialise import digest
from articles.document.working_copy import WorkingCopy
from articles.editing.changes import Change, Wave
from articles.gate import waving
from articles.gate.registry import Finding, World, run
from articles.models.article import Article
from articles.models.desk import Waiting
from articles.models.edition import Edition
from articles.publishing.issue import world
from articles.publishing.state import standing
from articles.text.languages import LANGUAGES, other

Json = dict[str, Any]
# Fields that have no language: what both languages say of them stands there once.
PLAIN: Final = frozenset(
    {"topic", "commercial", "sponsor", "embargo_until", "lead_photo", "photo", "slides"}
    | {"bylines", "sources", "target", "url"}
)
# Mended on the photo's own page, not in the article.
OF_THE_PHOTO: Final = (
    ".credit.missing",
    ".byline.missing",
    ".failed",
    "lead.alt.missing",
    "lead.alt.filename",
    ".substitute.alt.missing",
    ".substitute.unfit",
    ".small",
    ".expiring",
)


def findings(article: Article, changes: Sequence[Change], *, now: dt.datetime) -> Json:
    """{"en": {"planned", "blocks", "warns", "findings": […], "state", "stale": […],
    "translated": {"done", "of"}}, "da": …}.

    A finding is {"code", "level", "row", "field", "language", "message", "remedy", "fix", "mark",
    "waved"}; "row" is the key of a slide or a link, or "", "remedy" {"href", "text"} or None, "mark" what a warning
    is known by, "waved" whether somebody left it as it is: it is not counted then. A language that
    is not planned has none.
    """
    chain = list(
        article.editions.standing().order_by("live_from", "number").defer("document", "card")
    )
    # Notices still to come count from the day they are published with.
    upto = max([now, *(edition.live_from for edition in chain)])
    working = imagined(article, changes, as_of=upto)
    stage = stages(article, changes)
    behind = stale(article, working, changes)
    documents = {language: build(working, language) for language in LANGUAGES}
    asked = Waiting.objects.filter(article=article, state=Waiting.State.WAITING)
    waits = {code for each in asked for code in each.request["languages"]}
    return {
        language: {
            **_in(
                article,
                documents[language],
                documents[other(language)]
                if stage[other(language)] != Article.Stage.NOT_PLANNED
                else None,
                working,
                stage[language],
                chain,
                now,
                changes,
                waits=language in waits,
            ),
            "stale": behind[language] if stage[language] != Article.Stage.NOT_PLANNED else [],
            "translated": progress(working, behind[language], language),
        }
        for language in LANGUAGES
    }


def _world(
    article: Article,
    document: Document,
    working: WorkingCopy,
    now: dt.datetime,
    beside: Document | None,
) -> World:
    """What the gate may know, as of when `document` could go live first: six queries."""
    embargo = dt.datetime.fromisoformat(working.embargo_until) if working.embargo_until else None
    as_of = max(now, embargo) if embargo else now
    known = world(article, document, as_of, other=beside, rows=working.links, at_desk=True)
    return replace(known, embargo_until=embargo)


def _waved(document: Document, known: World, changes: Sequence[Change]) -> World:
    """`known` with what a page left as it is, or wants to be warned of again, and has not saved."""
    waved = set(known.waved)
    for each in changes:
        if isinstance(each, Wave) and each.language == document.language:
            place = (each.row, each.field, each.code, each.mark)
            waved = waved | {place} if each.off else waved - {place}
    return replace(known, waved=frozenset(waved))


def _in(
    article: Article,
    document: Document,
    beside: Document | None,
    working: WorkingCopy,
    stage: str,
    chain: Iterable[Edition],
    now: dt.datetime,
    changes: Sequence[Change],
    *,
    waits: bool,
) -> Json:
    language = document.language
    planned = stage != Article.Stage.NOT_PLANNED
    found = _found(article, document, working, now, beside, changes) if planned else ()
    editions = [each for each in chain if each.language == language]
    where = standing(
        language, stage, editions, as_of=now, working_digest=digest(document), waits=waits
    )
    photos = _photos(document)
    return {
        "planned": planned,
        "blocks": sum(each.blocks for each, _mark, _is_waved in found),
        "warns": sum(not (each.blocks or is_waved) for each, _mark, is_waved in found),
        "findings": [
            _told(each, photos) | {"mark": mark, "waved": is_waved}
            for each, mark, is_waved in found
        ],
        "state": {"state": str(where.state), "text": words(where)},
    }


def _found(
    article: Article,
    document: Document,
    working: WorkingCopy,
    now: dt.datetime,
    beside: Document | None,
    changes: Sequence[Change],
) -> list[tuple[Finding, str, bool]]:
    """Each finding with its mark and whether it was left as it is."""
    known = _waved(document, _world(article, document, working, now, beside), changes)
    return [
        (each, waving.mark(document, each, known), waving.is_waved(document, each, known))
        for each in run(document, known)
    ]


def _told(finding: Finding, photos: Mapping[str, int]) -> Json:
    place = finding.place
    return {
        "code": finding.code,
        "level": str(finding.level),
        "row": place.slide,
        "field": place.field,
        "language": "" if place.field in PLAIN else place.language,
        "message": str(finding.message),
        "remedy": _remedy(finding, photos),
        "fix": finding.fix,
    }


def _remedy(finding: Finding, photos: Mapping[str, int]) -> Json | None:
    photo = photos.get(finding.place.slide)
    words = finding.place.field == "lead_photo" and not finding.code.startswith("lead.")
    if photo and (words or finding.code.endswith(OF_THE_PHOTO)):
        href = reverse("admin:articles_photo_change", args=[photo])
        return {"href": href, "text": _("Open the photo")}
    return None


def _photos(document: Document) -> dict[str, int]:
    found = {slide.key: slide.photo.id for slide in document.slides if slide.photo}
    return {**found, "": document.lead.id} if document.lead else found
