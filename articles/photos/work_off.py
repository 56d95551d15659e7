"""Made made here and now, for those who cannot go on without them: an import, the demo."""

import time
from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from functools import partial
from typing import Final

from django.db.models import Q

from articles.models.photo import Photo
from articles.photos.queue import Claim, claim, hand_back, settle
from articles.photos.rendering import Made, render_files

AT_ONCE: Final = 2
_LOOK_AGAIN: Final = 0.2  # seconds, while another worker has the last of them


def work_off(photos: Iterable[Photo], *, progress: Callable[[int, int], None]) -> None:
    """Make the renditions of those of `photos` that wait for them; then each is ready or failed.

    A worker beside us may take some of them: it is waited for. One that fails is not tried
    again here: it stands in the queue like any other. `progress` gets (done, of how many).
    """
    waiting = Photo.objects.filter(
        pk__in=[photo.pk for photo in photos], work__in=(Photo.Work.WAITING, Photo.Work.WORKING)
    )
    wanted = sorted(waiting.values_list("pk", flat=True))
    with ThreadPoolExecutor(AT_ONCE) as pool, closing(_started(pool, wanted)) as started:
        for done, (mine, result) in enumerate(started, 1):
            settle(mine, result.result)
            progress(done, len(wanted))
    while left := _in_other_hands(wanted):
        given_up = next(filter(None, map(claim, left)), None)
        if given_up:
            settle(given_up, partial(render_files, given_up.photo))
        else:
            time.sleep(_LOOK_AGAIN)


def _in_other_hands(wanted: list[int]) -> list[int]:
    """Those that another worker is at, or handed back when it was stopped."""
    handed_back = Q(work=Photo.Work.WAITING, work_since=None)
    working = Photo.objects.filter(Q(work=Photo.Work.WORKING) | handed_back, taken_down_at=None)
    return list(working.filter(pk__in=wanted).values_list("pk", flat=True))


def _started(
    pool: ThreadPoolExecutor, wanted: list[int]
) -> Generator[tuple[Claim, Future[Made]], None, None]:
    """Each photo that can be had, when its work has been begun: a few at a time.

    The threads wait for the process that decodes; the database is ours alone.
    """
    running: deque[tuple[Claim, Future[Made]]] = deque()
    try:
        for pk in wanted:
            mine = claim(pk)
            if mine is not None:
                running.append((mine, pool.submit(render_files, mine.photo)))
            if len(running) == AT_ONCE:
                yield running.popleft()
        while running:
            yield running.popleft()
    finally:
        for mine, _future in running:
            hand_back(mine)
