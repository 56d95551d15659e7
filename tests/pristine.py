"""The database as migrations left it (groups, say), put back after each test that commits."""

from django.db import connection, transaction

_COPY = "pristine_"


def _tables() -> list[str]:
    return connection.introspection.django_table_names(only_existing=True, include_views=False)


def keep() -> None:
    """Put a copy beside each table that has rows."""
    with connection.cursor() as cursor:
        for table in _tables():
            cursor.execute(f"SELECT EXISTS (SELECT 1 FROM {table})")
            if cursor.fetchone()[0]:
                cursor.execute(f"CREATE TABLE {_COPY}{table} AS SELECT * FROM {table}")


def put_back() -> None:
    """Some fifty statements: emptying tables as Django does costs files on PostgreSQL."""
    with connection.cursor() as cursor:
        there = connection.introspection.table_names(cursor)
        tables = _tables()
        with transaction.atomic():  # foreign keys are looked at when all is done
            for table in tables:
                cursor.execute(f"DELETE FROM {table}")
            for table in tables:
                if f"{_COPY}{table}" in there:
                    cursor.execute(f"INSERT INTO {table} SELECT * FROM {_COPY}{table}")
