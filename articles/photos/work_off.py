"""Renditions made here and now, for those who cannot go on without them: an import, the demo."""

import time
from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Final

from django.db.models import Q

from articles.models.photo import Photo
from articles.photos.queue import Claim, claim, hand_back, settle
from articles.photos.rendering import Made, render_files

AT_ONCE: Final = 2
_LOOK_AGAIN: Final = 0.2  # seconds, while another worker has the last of them


def work_off(photos: Iterable[Photo], *, progress: Callable[[int], None]) -> list[Photo]:
    """Make the renditions that `photos` wait for, and return them: each is ready or failed.

    They are taken from the iterable one by one, so that the next may be brought in while others
    are in work. A worker beside us may take some of them: it is waited for. One that fails is
    not tried again here: it stands in the queue like any other. `progress` gets how many are
    done.
    """
    wanted: list[int] = []
    # Threads wait for the processes that decode; the database is ours alone.
    running: deque[tuple[Claim, Future[Made]]] = deque()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        try:
            for photo in photos:
                wanted.append(photo.pk)
                if mine := claim(photo.pk):
                    running.append((mine, pool.submit(render_files, mine.photo)))
                while len(running) > AT_ONCE:  # the one more is begun while we look for the next
                    _settle_first(running)
                progress(len(wanted) - len(running))
            while running:
                _settle_first(running)
                progress(len(wanted) - len(running))
        finally:
            for mine, _future in running:
                hand_back(mine)
    _wait_for_others(wanted)
    made = Photo.objects.select_related("credit").in_bulk(wanted)
    return [made[pk] for pk in wanted if pk in made]  # others may delete what we bring in


def _settle_first(running: deque[tuple[Claim, Future[Made]]]) -> None:
    mine, future = running[0]
    settle(mine, future.result)
    running.popleft()


def _wait_for_others(wanted: list[int]) -> None:
    """Until no other worker is at one of them; what it gave up or handed back is done here."""
    handed_back = Q(work=Photo.Work.WAITING, work_since=None)
    working = Photo.objects.filter(Q(work=Photo.Work.WORKING) | handed_back, taken_down_at=None)
    while left := working.filter(pk__in=wanted).values_list("pk", flat=True):
        if mine := next(filter(None, map(claim, left)), None):
            settle(mine, partial(render_files, mine.photo))
        else:
            time.sleep(_LOOK_AGAIN)
