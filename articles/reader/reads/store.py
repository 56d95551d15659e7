"""The sums of reads in the database: added to by whoever is told, and by nobody else."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, Final

from django.db import connection, transaction
from django.db.models import Exists, OuterRef

from articles.models.edition import Edition
from articles.text.dates import local

# One statement, so that processes that add at once lose nothing and add nothing twice.
_DAYS: Final = """
INSERT INTO articles_readsonday (article_id, language, day, reads) VALUES {rows}
ON CONFLICT (article_id, language, day)
DO UPDATE SET reads = articles_readsonday.reads + excluded.reads
"""
_STEPS: Final = """
INSERT INTO articles_reached (edition_id, step, reads) VALUES {rows}
ON CONFLICT (edition_id, step)
DO UPDATE SET reads = articles_reached.reads + excluded.reads
"""
_ROWS: Final = 500  # of one statement

Key = tuple[Any, ...]


def write(told: Mapping[tuple[int, int], int], *, as_of: dt.datetime) -> None:
    """Add `told`, {(Edition, step): times}, in one transaction after one query.

    What is not live, or never was, is left out. A page that was opened before a new Edition came
    counts for the one that it showed.
    """
    counted = _counted({edition for edition, _step in told}, as_of)
    steps = {key: times for key, times in told.items() if key[0] in counted}
    days: Counter[Key] = Counter()
    for (edition, step), times in steps.items():
        if step == 0:
            days[(*counted[edition], local(as_of).date())] += times
    with transaction.atomic():
        add_days(days)
        _add(_STEPS, steps)


def add_days(reads: Mapping[Key, int]) -> None:
    """Add {(article, language, day): reads}."""
    adapt = connection.ops.adapt_datefield_value
    _add(_DAYS, {(*key, adapt(day)): times for (*key, day), times in reads.items()})


def _counted(editions: set[int], as_of: dt.datetime) -> dict[int, tuple[int, str]]:
    """{Edition: (article, language)} of those whose article is live in that language."""
    live = Edition.objects.live(as_of).filter(
        article=OuterRef("article"), language=OuterRef("language")
    )
    seen = Edition.objects.standing().filter(Exists(live), pk__in=editions, live_from__lte=as_of)
    columns = ("pk", "article_id", "language")
    return {
        pk: (article, language) for pk, article, language in seen.order_by().values_list(*columns)
    }


def _add(sql: str, sums: Mapping[Key, int]) -> None:
    """Always in the same order, or two processes could each wait for a row of the other."""
    rows = iter(sorted((*key, times) for key, times in sums.items()))
    with connection.cursor() as cursor:
        for some in _chunks(rows):
            places = ", ".join(f"({', '.join(['%s'] * len(row))})" for row in some)
            cursor.execute(sql.format(rows=places), [value for row in some for value in row])


def _chunks(rows: Iterator[Key]) -> Iterator[list[Key]]:
    while some := list(islice(rows, _ROWS)):
        yield some
