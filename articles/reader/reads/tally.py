"""Reads that were told and are not written yet, in this process.

A request only counts in memory. A thread of its own writes the sums a few seconds later, so a
thousand readers cost the database as much as one, and no request ever waits for SQLite's writer. A
process that is killed takes with it what it was told in those seconds.
"""

import logging
import threading
from collections import Counter
from collections.abc import Iterable
from typing import Final

from django.db import DatabaseError, connection

from articles.models.generation import current
from articles.reader.reads.store import write

log = logging.getLogger(__name__)

SECONDS: Final = 10.0
# Of different steps, a hundred bytes each; a read of further ones is not counted until these are
# written.
MOST: Final = 50_000

Told = Counter[tuple[int, int]]  # of (Edition, step)

_lock = threading.Lock()
_told: Told = Counter()
_timer: threading.Timer | None = None


def add(edition: int, steps: Iterable[int]) -> None:
    """Count one read of `edition` that came to `steps`."""
    with _lock:
        _put(Counter((edition, step) for step in steps))


def settle() -> None:
    """Write what was told until now. If the database is away or busy, it is kept for next time."""
    told = _take()
    if not told:
        return
    try:
        write(told, as_of=current().as_of)
    except DatabaseError as error:
        log.warning("Reads are kept and will be written later: %s", error)
        with _lock:
            _put(told)


def forget() -> None:
    """Count nothing of what was told: for tests, which share a process and no database."""
    _take()


def _put(told: Told) -> None:
    global _timer
    if len(_told) + sum(key not in _told for key in told) <= MOST:
        _told.update(told)
    if _timer is None:
        _timer = threading.Timer(SECONDS, _in_a_thread)
        _timer.daemon = True
        _timer.start()


def _take() -> Told:
    global _told, _timer
    with _lock:
        told, _told = _told, Counter()
        if _timer is not None:
            _timer.cancel()
            _timer = None
    return told


def _in_a_thread() -> None:
    try:
        settle()
    finally:
        connection.close()  # this thread's own, which nobody else would close
