"""Publish when the pictures are ready: asked for at the panel, done by the photo worker."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal, cast

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from articles.document.merge import Parts
from articles.gate.registry import Finding
from articles.models.article import Article
from articles.models.desk import Waiting
from articles.models.edition import Edition
from articles.models.photo import Photo
from articles.models.staff import User
from articles.publishing.errors import PublishingError, Refused
from articles.publishing.lock import lock
from articles.publishing.overtaken import overtaken
from articles.publishing.publish import publish
from articles.text.languages import LANGUAGES

# The gate's codes that time alone will mend.
IN_WORK: Final = frozenset({"photo.in_work", "lead.in_work"})
_BUSY: Final = (Photo.Work.WAITING, Photo.Work.WORKING)


@dataclass(frozen=True, slots=True)
class Request:
    """The arguments of `publish`, so that they can be written down; `photos` are waited for.

    `only` is per language; one that is missing goes out whole.
    """

    languages: tuple[str, ...]
    at: dt.datetime | None = None
    kind: str = Edition.Kind.UPDATE
    notes: Mapping[str, str] = field(default_factory=dict)
    only: Mapping[str, Parts] = field(default_factory=dict)
    expect: Mapping[str, str] = field(default_factory=dict)
    ahead: str = "rebuild"
    photos: tuple[int, ...] = ()
    overrule: Mapping[str, str] = field(default_factory=dict)
    settles: tuple[int, ...] | None = None

    def dump(self) -> dict[str, Any]:
        return {
            "languages": list(self.languages),
            "at": self.at.isoformat() if self.at else None,
            "kind": str(self.kind),
            "notes": dict(self.notes),
            "only": {language: parts.dump() for language, parts in self.only.items()},
            "expect": dict(self.expect),
            "ahead": self.ahead,
            "photos": list(self.photos),
            "overrule": dict(self.overrule),
            "settles": None if self.settles is None else list(self.settles),
        }

    @classmethod
    def load(cls, data: Mapping[str, Any]) -> "Request":
        return cls(
            languages=tuple(data["languages"]),
            at=dt.datetime.fromisoformat(data["at"]) if data.get("at") else None,
            kind=data.get("kind") or Edition.Kind.UPDATE,
            notes=data.get("notes") or {},
            only={code: Parts.load(each) for code, each in (data.get("only") or {}).items()},
            expect=data.get("expect") or {},
            ahead=data.get("ahead") or "rebuild",
            photos=tuple(data.get("photos") or ()),
            overrule=data.get("overrule") or {},
            settles=None if data.get("settles") is None else tuple(data["settles"]),
        )


def can_wait(findings: Sequence[Finding]) -> bool:
    """Whether pictures in work are all that stops a publication."""
    stops = [finding for finding in findings if finding.blocks]
    return bool(stops) and all(finding.code in IN_WORK for finding in stops)


@transaction.atomic
def ask(*, article: Article, request: Request, by: User) -> Waiting:
    """Let `request` be tried once its photos are ready, in place of one that waits already."""
    locked, now = lock(article.pk)
    overtaken(locked, LANGUAGES, now)
    return Waiting.objects.create(article=locked, by=by, asked_at=now, request=request.dump())


@transaction.atomic
def cancel(*, waiting: Waiting, by: User | None) -> bool:
    """Let it not be tried any more, or its failure not be told; False if it was done already."""
    _locked, now = lock(waiting.article_id)
    rows = Waiting.objects.filter(pk=waiting.pk)
    open_ones = rows.filter(state__in=(Waiting.State.WAITING, Waiting.State.FAILED))
    return bool(open_ones.update(state=Waiting.State.CANCELLED, done_at=now))


def work() -> bool:
    """Try one publication whose pictures are ready, or failed; False if there was none."""
    for row in Waiting.objects.filter(state=Waiting.State.WAITING).order_by("asked_at", "pk"):
        states = set(
            Photo.objects.filter(pk__in=row.request.get("photos", [])).values_list(
                "work", flat=True
            )
        )
        if states.isdisjoint(_BUSY) or Photo.Work.FAILED in states:
            return _try(row)
    return False


@transaction.atomic
def _try(row: Waiting) -> bool:
    # The Article first, as every verb does: else one who publishes by hand would wait for us
    # while we wait for them.
    _locked, now = lock(row.article_id)
    mine = Waiting.objects.filter(pk=row.pk, state=Waiting.State.WAITING)
    if not mine.update(state=Waiting.State.DONE, done_at=now):
        return True  # another worker was faster, or somebody cancelled it
    with translation.override(_language_of(row)):
        try:
            _publish(row, now)
        except PublishingError as error:
            Waiting.objects.filter(pk=row.pk).update(
                state=Waiting.State.FAILED, message=_reason(error)
            )
    return True


def _publish(row: Waiting, now: dt.datetime) -> None:
    request = Request.load(row.request)
    if row.by is not None and not row.by.is_active:
        raise PublishingError(_("Whoever asked for it has left the desk."))
    publish(
        article=row.article,
        languages=request.languages,
        by=row.by,
        # The hour passed while the pictures were made: then as soon as they are.
        at=request.at if request.at and request.at > now else None,
        kind=request.kind,
        notes=request.notes,
        only=request.only,
        expect=request.expect,
        ahead=cast("Literal['rebuild', 'cancel']", request.ahead),
        overrule=request.overrule,
        settles=request.settles,
    )


def _reason(error: PublishingError) -> str:
    """In words, with the gate's own where it was the gate."""
    stops = error.findings if isinstance(error, Refused) else ()
    told = dict.fromkeys(str(finding.message) for finding in stops if finding.blocks)
    return " ".join(told) or str(error)


def _language_of(row: Waiting) -> str:
    asked = row.by.interface_language if row.by else ""
    return asked if asked in LANGUAGES else "en"
