"""What is erased is overwritten, not only let go of."""

import sqlite3
from typing import Final

from django.db import connection

# Of the search index: before, what was deleted stays in it until it is merged some day.
_CAN_FORGET: Final = sqlite3.sqlite_version_info >= (3, 42)


def begin() -> None:
    """On SQLite deleted text stays in free pages of the file; from here on it is zeroed.

    PostgreSQL gives space back in its own time (VACUUM): see docs/operators.md.
    """
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete = ON")
        if _CAN_FORGET:
            cursor.execute(
                "INSERT INTO articles_searchindex(articles_searchindex, rank)"
                " VALUES ('secure-delete', 1)"
            )


def end() -> None:
    """Let the search index go on as it was; where it forgets nothing by itself, make it."""
    if connection.vendor != "sqlite":
        return
    command = "('secure-delete', 0)" if _CAN_FORGET else "('optimize', 0)"
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO articles_searchindex(articles_searchindex, rank) VALUES {command}"  # noqa: S608
        )
