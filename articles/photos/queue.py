"""The photos whose renditions are yet to be made, and who makes them: columns of Photo.

A claim is a conditional update of exactly one row, so several workers may run at once on either
engine. A worker that dies leaves its claim behind; STALE later another one takes it up again.
"""

import datetime as dt
import errno
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

from django.db import DatabaseError
from django.db.models import Count, Q, QuerySet
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from articles.models.clock import database_now
from articles.models.photo import Photo
from articles.photos import sandbox, storage
from articles.photos.errors import PhotoRefused
from articles.photos.rendering import Made, render_files

log = logging.getLogger(__name__)

# A little longer than one picture may take: three minutes.
STALE: Final = dt.timedelta(seconds=sandbox.RENDER_SECONDS * sandbox.WALL + 20)
TRIES: Final = 5
# Before the second try, the third, …: a full disk or a busy machine needs longer than a hiccup.
BACK_OFF: Final = tuple(dt.timedelta(seconds=seconds) for seconds in (5, 20, 60, 240))

_CUT_SHORT: Final = gettext_noop("The work on this picture was cut short five times.")
_GONE: Final = gettext_noop("The original file is missing from the storage.")
_FULL: Final = gettext_noop("The disk of the server is full.")
_UNEXPECTED: Final = gettext_noop("Something went wrong on the server. Its log says more.")


@dataclass(frozen=True, slots=True)
class Claim:
    """That `photo` is ours to work on, as the row stood when we took it."""

    photo: Photo


@dataclass(frozen=True, slots=True)
class WaitList:
    """How many photos are where. `waiting` counts those that wait for another try too."""

    waiting: int
    working: int
    ready: int
    failed: int


# --- For the desk --------------------------------------------------------------------------------


def wait_list() -> WaitList:
    """Return how many photos are in which state; what was taken down is not counted."""
    counts = Photo.objects.filter(taken_down_at=None).aggregate(
        **{work.value: Count("pk", filter=Q(work=work)) for work in Photo.Work}
    )
    return WaitList(**counts)


def try_again(photo: Photo) -> None:
    """Let the renditions of `photo` be made anew, at once and with all its tries."""
    Photo.objects.filter(pk=photo.pk).update(
        work=Photo.Work.WAITING, work_since=None, work_tries=0, work_error=""
    )
    photo.refresh_from_db(fields=["work", "work_since", "work_tries", "work_error"])


def why(photo: Photo) -> str:
    """Return why its work failed last, in the active language; empty if it did not."""
    return _(photo.work_error) if photo.work_error else ""


# --- For workers ---------------------------------------------------------------------------------


def run_one() -> bool:
    """Make the renditions of one photo that waits; False if there is none.

    Whatever goes wrong with the picture is noted on it and never raised. A stop in the middle
    (SystemExit, KeyboardInterrupt) hands the photo back.
    """
    mine = claim()
    if mine is None:
        return False
    settle(mine, lambda: render_files(mine.photo))
    return True


def claim(pk: int | None = None) -> Claim | None:
    """Take one photo to work on, or that very one; None if there is nothing (more) to take."""
    while True:
        now = database_now()
        due = Q(work=Photo.Work.WAITING) & (Q(work_since=None) | Q(work_since__lte=now))
        left = Q(work=Photo.Work.WORKING, work_since__lte=now - STALE)
        candidates = Photo.objects.filter(due | left, taken_down_at=None)
        if pk is not None:
            candidates = candidates.filter(pk=pk)
        # What failed already comes last: one picture that kills its worker stops no other.
        photo = candidates.select_related("credit").order_by("work_tries", "pk").first()
        if photo is None:
            return None
        as_seen = _as_seen(photo)
        if photo.work_tries >= TRIES:
            as_seen.update(work=Photo.Work.FAILED, work_since=None, work_error=_CUT_SHORT)
        elif as_seen.update(
            work=Photo.Work.WORKING, work_since=now, work_tries=photo.work_tries + 1
        ):
            photo.work, photo.work_since = Photo.Work.WORKING, now
            photo.work_tries += 1
            return Claim(photo)
        # else somebody else was faster: look again


def settle(mine: Claim, make: Callable[[], Made]) -> None:
    """Do the work of a claim, and note what came of it."""
    try:
        with translation.override("en"):  # what is noted is translated when it is shown
            made = make()
    except Exception as error:
        _fail(mine, error)
    except BaseException:
        with suppress(DatabaseError):  # a stop may have cut a query short; the claim grows stale
            hand_back(mine)
        raise
    else:
        _finish(mine, made)


def hand_back(mine: Claim) -> None:
    """Give up a claim without a word: the next worker takes it up at once."""
    _as_seen(mine.photo).update(
        work=Photo.Work.WAITING, work_since=None, work_tries=max(0, mine.photo.work_tries - 1)
    )


def _finish(mine: Claim, made: Made) -> None:
    before = mine.photo.renditions
    done: dict[str, Any] = {
        "renditions": made.renditions,
        "colour": made.colour or mine.photo.colour,
        "work": Photo.Work.READY,
        "work_since": None,
        "work_tries": 0,
        "work_error": "",
    }
    # Live pages show the former ones; or none, of one that stands by for another.
    if before != made.renditions and (before or mine.photo.editions.exists()):
        done["pages_due"] = True
    if not _as_seen(mine.photo).filter(taken_down_at=None).update(**done):
        _throw_away(mine, made)


def _throw_away(mine: Claim, made: Made) -> None:
    """Delete what was made of a photo that was taken down or deleted meanwhile.

    If it is there and somebody else has claimed it, the files are theirs: names derive from
    content. What remains of a file that was replaced is left to `manage.py renditions --sweep`.
    """
    if not Photo.objects.filter(pk=mine.photo.pk, taken_down_at=None).exists():
        storage.delete(f"{storage.RENDITIONS}/{each['name']}" for each in made.renditions)


def _fail(mine: Claim, error: Exception) -> None:
    tries = mine.photo.work_tries
    if tries < TRIES:
        work, since = Photo.Work.WAITING, database_now() + BACK_OFF[tries - 1]
    else:
        work, since = Photo.Work.FAILED, None
    _as_seen(mine.photo).update(
        work=work, work_since=since, work_error=_reason(mine.photo, error)[:300]
    )


def _reason(photo: Photo, error: Exception) -> str:
    """What staff are told, in English."""
    if isinstance(error, PhotoRefused):
        return str(error)
    if isinstance(error, FileNotFoundError):
        return _GONE
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
        return _FULL
    log.error("The renditions of photo %s were not made.", photo.pk, exc_info=error)
    return _UNEXPECTED


def _as_seen(photo: Photo) -> QuerySet[Photo]:
    """The row, unless it has been claimed or changed in its work since it was read."""
    return Photo.objects.filter(
        pk=photo.pk, work=photo.work, work_since=photo.work_since, work_tries=photo.work_tries
    )
