"""The worker's loop: what is to be done for photos, one small job after the other.

Renditions first, since somebody waits for them; then the publications that waited for them; then
pages that show what the library no longer says, take-downs that were interrupted, and caches that
have yet to forget. What is live is looked over by today's rules, old counts of reads are folded, and
the search's index is put together, when none of these has anything to do.
"""

import logging
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final, NoReturn

from django.db import InterfaceError, OperationalError, close_old_connections, connection

from articles.management.parent import end_with
from articles.photos import purge, queue
from articles.publishing import catch_up, merging, related, take_down, waiting, watch
from articles.reader.reads import fold

log = logging.getLogger(__name__)

IDLE: Final = 0.7  # seconds between two looks at the queue
BREATH: Final = 0.2  # seconds left to the server, whose machine it is, between jobs at leisure
AWAY: Final = 3.0  # seconds before the database is tried again
REST: Final = 30.0  # seconds before a job that failed is tried again

Job = Callable[[], bool]
# Each does a little and says whether there was anything to do.
JOBS: Final[tuple[Job, ...]] = (
    queue.run_one,
    waiting.work,
    take_down.work,
    catch_up.work,
    purge.send_due,
)
# Nobody waits for these: they are done while there is nothing else.
AT_LEISURE: Final[tuple[Job, ...]] = (watch.work, fold.work, related.work, merging.work)
_AWAY: Final = (OperationalError, InterfaceError)  # of a database; its other errors are ours


def work(*, once: bool) -> None:
    """Do what there is to do: until nothing is left if `once`, else for good.

    Raises SystemExit when the process is told to stop.
    """
    is_away = False
    resting: dict[Job, float] = {}
    while True:
        try:
            close_old_connections()
            was_busy = step(JOBS, resting)
            is_at_leisure = not was_busy and step(AT_LEISURE, resting)
        except _AWAY as error:
            if once:
                raise
            if not is_away:
                log.warning("The database is away, and will be tried again: %s", error)
            is_away = True
            connection.close()
            time.sleep(AWAY)
            continue
        if is_away:
            log.warning("The database is back.")
            is_away = False
        if is_at_leisure:
            time.sleep(BREATH)
        elif not was_busy:
            if once:
                return
            time.sleep(IDLE)


def step(jobs: Iterable[Job], resting: dict[Job, float]) -> bool:
    """One round; False if there was nothing to do. A job that fails does not stop the others.

    `resting` says of such a job until when (of time.monotonic) it is let alone.
    """
    was_busy = False
    for job in jobs:
        if resting.get(job, 0.0) > time.monotonic():
            continue
        try:
            was_busy = job() or was_busy
        except _AWAY:
            raise
        except Exception:
            log.exception("A job of the worker failed: %s.%s", job.__module__, job.__qualname__)
            resting[job] = time.monotonic() + REST
    return was_busy


@contextmanager
def ends_when_told(*, parent: int | None) -> Iterator[None]:
    """Within, SIGTERM, SIGINT and the end of the process `parent` raise SystemExit, once."""
    before = {number: signal.signal(number, _stop) for number in (signal.SIGTERM, signal.SIGINT)}
    if parent is not None:
        end_with(parent)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    # The second Ctrl-C would else interrupt the handing back of what we had begun.
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, signal.SIG_IGN)
    sys.exit(0)
