"""The generation: one query that says which state of the site a page is made from.

`advance` is part of every write to anything that readers see (the Generation row's counter);
`Instant` rows say when pages change by the clock alone. A process asks at most once a second.
"""

import datetime as dt
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from django.db import connection, transaction
from django.db.models import F

from articles.models.clock import now_sql, read_instant
from articles.models.edition import Generation, Instant

POLL_SECONDS: Final = 1.0
_T = TypeVar("_T")

_QUERY: Final = """
SELECT COALESCE((SELECT counter FROM articles_generation WHERE id = 1), 0),
       (SELECT MAX(at) FROM articles_instant WHERE at <= {now}),
       (SELECT MIN(at) FROM articles_instant WHERE at > {now}),
       (SELECT {ids} FROM articles_photo
        WHERE pages_due AND (expires_at <= {now} OR taken_down_at <= {now})),
       {now}
"""
# Numbers joined by commas.
_IDS: Final = {"postgresql": "STRING_AGG(id::text, ',')", "sqlite": "GROUP_CONCAT(id)"}


@dataclass(frozen=True, slots=True)
class Moment:
    """What a page is made from: its counter and `passed` name the state, `as_of` is its now.

    `hidden` are the photos that may not be shown any more, though Editions do not say so yet.
    """

    counter: int
    passed: dt.datetime | None
    upcoming: dt.datetime | None
    as_of: dt.datetime
    hidden: frozenset[int] = frozenset()

    def seconds_left(self) -> float | None:
        """Until the next change that is known today; None when there is none."""
        return (self.upcoming - self.as_of).total_seconds() if self.upcoming else None


_lock = threading.Lock()
# What `kept` holds, and the counter that it was made at.
_kept: dict[str, Any] = {}
_kept_at: int | None = None
_KEPT_SECONDS: Final = 60.0
_polled: tuple[float, Moment] | None = None
_forgotten = 0


def current() -> Moment:
    """The moment to make a page from: asked from the database at most once a second."""
    global _polled
    with _lock:
        if _polled is not None and _is_fresh(*_polled):
            return _polled[1]
        forgotten = _forgotten
    asked = time.monotonic()  # before the query: the answer is at least as young as that
    moment = ask()
    with _lock:
        if forgotten == _forgotten:  # else something was written since the query
            _polled = (asked, moment)
    return moment


def _is_fresh(asked: float, moment: Moment) -> bool:
    """Whether it may be used still: not for long, and not past the instant that it waits for."""
    elapsed = time.monotonic() - asked
    left = moment.seconds_left()
    return elapsed < POLL_SECONDS and (left is None or elapsed < left)


def kept(name: str, make: Callable[[], _T]) -> _T:
    """What `make` gives, made once for a generation: for what depends on the counter alone.

    Whoever makes a page has polled just now. Others, the desk's preview say, may get what was
    true up to a minute ago; what this process wrote itself it sees at once.
    """
    global _kept_at
    with _lock:
        polled = _polled
    is_old = polled is None or time.monotonic() - polled[0] > _KEPT_SECONDS
    counter = current().counter if polled is None or is_old else polled[1].counter
    with _lock:
        if _kept_at == counter and name in _kept:
            return _kept[name]
        forgotten = _forgotten
    made = make()
    with _lock:
        if forgotten == _forgotten:  # else something was written meanwhile
            if _kept_at != counter:
                _kept.clear()
                _kept_at = counter
            _kept[name] = made
    return made


def ask() -> Moment:
    """The moment as the database says it now: one query."""
    sql, params = now_sql()
    with connection.cursor() as cursor:
        query = _QUERY.format(now=sql, ids=_IDS[connection.vendor])
        cursor.execute(query, params * query.count(sql) if params else None)
        counter, passed, upcoming, hidden, as_of = cursor.fetchone()
    return Moment(
        counter=counter,
        passed=read_instant(passed) if passed else None,
        upcoming=read_instant(upcoming) if upcoming else None,
        as_of=read_instant(as_of),
        hidden=frozenset(map(int, hidden.split(","))) if hidden else frozenset(),
    )


def forget() -> None:
    """Ask again at the next page: this process has just written something."""
    global _polled, _forgotten
    with _lock:
        _polled = None
        _forgotten += 1


def begin_anew() -> None:
    """Keep nothing at all: for tests, whose databases all count from the same number."""
    global _kept_at
    forget()
    with _lock:
        _kept.clear()
        _kept_at = None


def advance() -> None:
    """Say that something readers see was written: the last statement of its transaction.

    Last, since on PostgreSQL every other writer waits for this row until the commit.
    """
    if not Generation.objects.filter(id=1).update(counter=F("counter") + 1):
        Generation.objects.create(id=1, counter=1)  # `manage.py flush` takes the row away
    transaction.on_commit(forget)


def set_instants(key: str, instants: set[dt.datetime]) -> None:
    """Let pages change by the clock at `instants` on behalf of `key`, and at no other time."""
    Instant.objects.filter(key=key).delete()
    Instant.objects.bulk_create([Instant(key=key, at=at) for at in sorted(instants)])
