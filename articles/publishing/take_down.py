"""Take a photo off every page at once, and out of every working copy; what is left is evidence.

First it is denied: from that commit on no page shows it and no address of it answers. Then it is
taken out article by article, and its files are put away. Whatever interrupts that, the worker
finishes it.
"""

import datetime as dt
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from articles.document.build import facts_in
from articles.document.patch import Removal, without_photo
from articles.document.schema import Document
from articles.editing.follow import before, follow
from articles.models.article import Article
from articles.models.clock import database_now
from articles.models.edition import Edition
from articles.models.photo import Photo, TakeDown
from articles.models.staff import User
from articles.photos import purge, storage
from articles.publishing.catch_up import Done, Page, catch_up, page
from articles.publishing.due import due
from articles.publishing.errors import AlreadyTakenDown, WrongSubstitute
from articles.publishing.lock import hold, lock
from articles.publishing.outdated import library
from articles.publishing.reissue import put_anew
from articles.publishing.snapshot import working_photo
from articles.publishing.take_out import take_out
from articles.publishing.uses import unfinished

_ROUNDS: Final = 5


@dataclass(frozen=True, slots=True)
class Choice:
    """What becomes of a use: another photo (`substitute`, its id), no photo, or no slide."""

    kind: Removal = "none"
    substitute: int | None = None


def take_down(
    *,
    photo: Photo,
    by: User | None,
    reason: str,
    default: Choice | None = None,
    choices: Mapping[int, Choice] | None = None,
    seconds: float | None = None,
) -> TakeDown:
    """Take `photo` down: `choices` says per article what becomes of its uses, else `default`.

    When it returns, no page shows it; after `seconds` the rest is left to the worker (`done_at`
    is empty then). Call it outside any transaction. Raises AlreadyTakenDown or WrongSubstitute;
    then nothing was written.
    """
    public = storage.public_names(photo)
    row = _deny(photo, public, by, reason, default or Choice(), choices or {})
    finish(row, by=by, seconds=seconds)
    row.refresh_from_db()
    return row


def finish(row: TakeDown, *, by: User | None = None, seconds: float | None = None) -> Done:
    """Go on with a take-down, for at most `seconds`; `left` is the number of articles to come."""
    until = None if seconds is None else time.monotonic() + seconds
    pages: list[Page] = []
    for _ in range(_ROUNDS):
        articles = _using(row.photo_id)
        for place, article in enumerate(articles):
            if until is not None and time.monotonic() >= until:
                return Done(tuple(pages), len(articles) - place)
            pages += map(page, _take_out(article, row, by))
        if _put_away(row):
            break
    catch_up(photos=[row.photo_id, *row.plan.get("stood_by_for", ())], by=by, seconds=seconds)
    return Done(tuple(pages))


def work() -> bool:
    """For the worker: go on with what was interrupted; False if there was nothing."""
    rows = list(TakeDown.objects.filter(done_at=None).select_related("by"))
    for row in rows:
        finish(row, by=row.by, seconds=10)
    return bool(rows)


@transaction.atomic
def _deny(
    photo: Photo,
    public: list[str],
    by: User | None,
    reason: str,
    default: Choice,
    choices: Mapping[int, Choice],
) -> TakeDown:
    held = Photo.objects.select_for_update(no_key=True).get(pk=photo.pk)
    if held.taken_down_at:
        raise AlreadyTakenDown
    now = database_now()
    _require_usable([default, *choices.values()], photo, now)
    stood_by_for = sorted(Photo.objects.filter(substitute=photo).values_list("pk", flat=True))
    Photo.objects.filter(substitute=photo).update(substitute=None)
    Photo.objects.filter(pk=photo.pk).update(taken_down_at=now)
    row = TakeDown.objects.create(
        photo=photo,
        by=by,
        at=now,
        reason=reason.strip(),
        plan={
            "default": asdict(default),
            "articles": {str(article): asdict(choice) for article, choice in choices.items()},
            "stood_by_for": stood_by_for,
        },
    )
    purge.later(f"{settings.MEDIA_URL}{name}" for name in public)
    due([photo.pk, *stood_by_for])
    photo.refresh_from_db()
    return row


def _require_usable(choices: list[Choice], photo: Photo, now: dt.datetime) -> None:
    wanted = {choice.substitute for choice in choices if choice.kind == "substitute"}
    if wanted and set(_usable(wanted, now)) != wanted - {photo.pk, None}:
        raise WrongSubstitute
    if wanted & {photo.pk, None}:
        raise WrongSubstitute


def _usable(ids: set[int | None], now: dt.datetime) -> list[int]:
    lasting = Q(expires_at=None) | Q(expires_at__gt=now)
    ready = Photo.objects.filter(lasting, taken_down_at=None, work=Photo.Work.READY)
    return list(ready.filter(pk__in=[pk for pk in ids if pk]).values_list("pk", flat=True))


def _using(photo: int) -> list[int]:
    """The articles that have it still, in working copy, live or scheduled."""
    working = Article.objects.filter(Q(lead_photo=photo) | Q(slides__photo=photo))
    pages = unfinished(database_now()).filter(photos=photo)
    found = {*working.values_list("pk", flat=True), *pages.values_list("article_id", flat=True)}
    return sorted(found)


@transaction.atomic
def _take_out(article: int, row: TakeDown, by: User | None) -> list[Edition]:
    locked, now = lock(article)
    choice = Choice(**row.plan["articles"].get(str(article), row.plan["default"]))
    hold([choice.substitute] if choice.substitute else [])
    if choice.kind == "substitute" and not _usable({choice.substitute}, now):
        choice = Choice()  # it has ended, or was taken down itself since
    spare = library([choice.substitute]).get(choice.substitute) if choice.substitute else None

    def patch(document: Document) -> Document:
        facts = facts_in(working_photo(spare), document.language)
        return without_photo(document, row.photo_id, choice.kind, facts)

    editions = put_anew(locked, patch, by=by, now=now)
    was = before(locked)
    take_out(locked, row.photo_id, choice.kind, choice.substitute)
    follow(article_id=locked.pk, was=was, by=by)
    return editions


@transaction.atomic
def _put_away(row: TakeDown) -> bool:
    """Delete the public files, quarantine the others; False if somebody uses it again meanwhile."""
    held = Photo.objects.select_for_update(no_key=True).get(pk=row.photo_id)
    if _using(held.pk):
        return False
    done = TakeDown.objects.filter(pk=row.pk, done_at=None)
    if done.exists():
        storage.delete_public(held)
        storage.quarantine(held)
        Photo.objects.filter(pk=held.pk).update(renditions=[])
        done.update(done_at=database_now())
    return True


def plan_of(row: TakeDown) -> dict[str, Any]:
    """What was decided, for the desk: {"default": Choice, "articles": {id: Choice}}."""
    articles = {int(pk): Choice(**choice) for pk, choice in row.plan.get("articles", {}).items()}
    return {"default": Choice(**row.plan.get("default", {})), "articles": articles}
