"""The one clock: the database's, so that every process agrees on what is live."""

import contextlib
import datetime as dt
from collections.abc import Iterator
from contextvars import ContextVar
from typing import Any

from django.db import connection, models

_pinned: ContextVar[dt.datetime | None] = ContextVar("pinned", default=None)

# SQLite keeps times as text in UTC, to the microsecond; its own clock gives milliseconds, which
# are filled up so that an instant compares as equal to itself. The form is a parameter: beside
# others its signs would be taken for places of theirs, where Django shows what it has asked.
_NOW: dict[str, tuple[str, list[Any]]] = {
    "postgresql": ("clock_timestamp()", []),
    "sqlite": ("strftime(%s, 'now')", ["%Y-%m-%d %H:%M:%f000"]),
}


def now_sql() -> tuple[str, list[Any]]:
    """The current instant as an SQL expression with its parameters."""
    pinned = _pinned.get()
    if pinned is None:
        sql, params = _NOW[connection.vendor]
        return sql, list(params)
    return "%s", [connection.ops.adapt_datetimefield_value(pinned)]


def read_instant(value: Any) -> dt.datetime:
    """What the database answers for an instant, as an aware datetime in UTC."""
    if isinstance(value, str):
        value = dt.datetime.fromisoformat(value)
    if value.tzinfo is None:
        return value.replace(tzinfo=dt.UTC)
    return value.astimezone(dt.UTC)


def database_now() -> dt.datetime:
    """The database's clock, read now (not the start of the transaction), in UTC."""
    sql, params = now_sql()
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {sql}", params)
        return read_instant(cursor.fetchone()[0])


class DatabaseNow(models.Expression):
    """The same as part of a query, which so needs none of its own for the clock."""

    output_field = models.DateTimeField()

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        sql, params = now_sql()
        return sql, tuple(params)


@contextlib.contextmanager
def pinned(instant: dt.datetime) -> Iterator[None]:
    """Let this context take `instant` for now: for tests and for the demo's back numbers."""
    token = _pinned.set(instant)
    try:
        yield
    finally:
        _pinned.reset(token)
