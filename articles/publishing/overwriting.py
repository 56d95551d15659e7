"""What is erased is overwritten, not only let go of."""

from django.db import connection


def begin() -> None:
    """On SQLite deleted text stays in free pages of the file; from here on it is zeroed.

    PostgreSQL gives space back in its own time (VACUUM): see docs/operators.md.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")
