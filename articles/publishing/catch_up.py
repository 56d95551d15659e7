"""Let live pages catch up with the library: every page that shows a photo which was corrected.

Resumable: a photo stays due until nothing that is live or scheduled differs from the library. In
short transactions, article by article, so that a stop in between leaves no page half done.
"""

import logging
import time
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from articles.models.edition import Edition, Generation
from articles.models.photo import Photo, TakeDown
from articles.models.staff import User
from articles.photos import queue
from articles.photos.stamp import stamp
from articles.publishing.due import settled
from articles.publishing.outdated import outdated
from articles.publishing.reissue import reissue
from articles.publishing.uses import address_of

log = logging.getLogger(__name__)

AT_ONCE: Final = 50  # pages in one request; where there are more, a progress bar is shown
_CHUNK: Final = 25  # photos, whose files take a while
_ROUNDS: Final = (
    5  # before a site on which somebody publishes all the time is left to the next call
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page that was made anew; `address` is where readers find it, or are going to."""

    article: int
    language: str
    address: str
    edition: int
    headline: str


@dataclass(frozen=True, slots=True)
class Done:
    """What was reissued, and how many pages are still behind."""

    pages: tuple[Page, ...] = ()
    left: int = 0


@dataclass(frozen=True, slots=True)
class _Budget:
    most: int | None
    until: float | None

    def is_spent(self, pages: Collection[Page]) -> bool:
        too_many = self.most is not None and len(pages) >= self.most
        return too_many or (self.until is not None and time.monotonic() >= self.until)


def catch_up(
    *,
    photos: Iterable[Photo | int] | None = None,
    by: User | None = None,
    most: int | None = AT_ONCE,
    seconds: float | None = None,
) -> Done:
    """Reissue what shows `photos` (else: every photo that is due) as they no longer are.

    Call it outside any transaction, after the one that changed them: it locks Articles, which
    nothing that holds a photo may do. It stops once it has made `most` pages, or worked for
    `seconds`; call it again while pages are `left`. Two at once, publishing and withdrawing
    meanwhile do no harm: nothing is lost, and no page is made twice.
    """
    given = None if photos is None else [p if isinstance(p, int) else p.pk for p in photos]
    budget = _Budget(most, None if seconds is None else time.monotonic() + seconds)
    pages: list[Page] = []
    for ids in _chunks(_waiting(given)):
        for _ in range(_ROUNDS):
            counter = _counter()
            ready = [pk for pk in ids if _stamped(pk)]
            for article in dict.fromkeys(edition.article_id for edition in outdated(ids)):
                if budget.is_spent(pages):
                    return Done(tuple(pages), len(outdated(_waiting(given))))
                made = reissue(article=article, photos=ids, by=by)
                pages += map(page, made)
                counter += bool(made)
            if _settle(ready, counter):
                break
    return Done(tuple(pages))


def work() -> bool:
    """A little of it, for the worker; False if there was nothing to do."""
    before = _waiting(None)
    done = catch_up(most=AT_ONCE, seconds=10)
    return bool(done.pages) or len(_waiting(None)) < len(before)


def _waiting(given: Collection[int] | None) -> list[int]:
    """The photos to look at; one that is just being taken down is looked after there."""
    at_work = TakeDown.objects.filter(photo=OuterRef("pk"), done_at=None)
    rows = Photo.objects.exclude(Exists(at_work))
    rows = rows.filter(pages_due=True) if given is None else rows.filter(pk__in=given)
    return sorted(rows.values_list("pk", flat=True))


def _chunks(ids: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(ids), _CHUNK):
        yield ids[start : start + _CHUNK]


def _stamped(pk: int) -> bool:
    """Write today's credit into the public files of a photo that is due, if there are any.

    False where files are yet to be made, or nothing is due.
    """
    photo = Photo.objects.select_related("credit").filter(pk=pk, pages_due=True).first()
    if photo is None or photo.taken_down_at:
        return photo is not None
    if photo.work == Photo.Work.READY:
        try:
            stamp(photo)
        except Exception:
            # Pages can have the new words without. The files are made anew, with the queue's pauses.
            log.exception("The files of photo %s could not be given its credit.", pk)
            queue.try_again(photo)
            return False
        photo.refresh_from_db(fields=["work"])
    return photo.work in (Photo.Work.READY, Photo.Work.FAILED)


def _settle(ids: Collection[int], counter: int) -> bool:
    """Note that files and pages say what the library says of `ids`.

    False if anybody wrote since the generation was `counter`: then all is to be looked at again.
    Held, a photo neither changes nor is frozen by somebody unseen: what was published with the
    words of before is committed, and has moved the counter.
    """
    with transaction.atomic():
        held = Photo.objects.select_for_update(no_key=True).filter(
            Q(work__in=(Photo.Work.READY, Photo.Work.FAILED)) | Q(taken_down_at__isnull=False),
            pk__in=ids,
        )
        still = list(held.order_by("pk").values_list("pk", flat=True))
        if _counter() != counter:
            return False
        settled(still)
        return True


def _counter() -> int:
    return Generation.objects.values_list("counter", flat=True).filter(id=1).first() or 0


def page(edition: Edition) -> Page:
    return Page(
        article=edition.article_id,
        language=edition.language,
        address=address_of(edition),
        edition=edition.pk,
        headline=edition.card["headline"],
    )
