"""The project's tables as they are, row by row: for tests that nothing was written."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db import connection

Tables = dict[str, list[tuple[Any, ...]]]


def tables() -> Tables:
    """Every row of every table of ours, raw."""
    models = apps.get_app_config("articles").get_models(include_auto_created=True)
    return {model._meta.db_table: rows(model._meta.db_table) for model in models}


def rows(table: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} ORDER BY id")
        return cursor.fetchall()


def changed(before: Tables) -> set[str]:
    """The tables, without their prefix, that are not as they were."""
    after = tables()
    return {name.removeprefix("articles_") for name in before if before[name] != after[name]}


@contextmanager
def nothing_written() -> Iterator[None]:
    before = tables()
    yield
    assert changed(before) == set()
