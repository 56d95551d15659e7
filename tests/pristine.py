"""The database as migrations left it (groups, say), put back after each test that commits."""

from django.db import connection, transaction

_columns: dict[str, str] = {}  # of each table that has rows: by name, for migrations move them


def _tables() -> list[str]:
    return connection.introspection.django_table_names(only_existing=True, include_views=False)


def keep() -> None:
    """Put a copy beside each table that has rows."""
    with connection.cursor() as cursor:
        for table in _tables():
            cursor.execute(f"SELECT * FROM {table} LIMIT 1")
            if cursor.fetchone():
                names = [connection.ops.quote_name(column[0]) for column in cursor.description]
                _columns[table] = ", ".join(names)
                cursor.execute(f"CREATE TABLE pristine_{table} AS SELECT * FROM {table}")


def put_back() -> None:
    """By some fifty statements: emptying tables as Django does costs files on PostgreSQL."""
    with transaction.atomic(), connection.cursor() as cursor:  # keys are looked at when all is done
        for table in _tables():
            cursor.execute(f"DELETE FROM {table}")
        for table, columns in _columns.items():
            cursor.execute(
                f"INSERT INTO {table} ({columns}) SELECT {columns} FROM pristine_{table}"
            )
