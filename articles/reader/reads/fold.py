"""Old days become months: the desk's periods do not reach so far, and the sums stay right."""

import datetime as dt
import time
from collections import Counter
from typing import Final

from django.db import transaction

from articles.models.generation import current
from articles.models.reads import ReadsOnDay
from articles.reader.reads.store import add_days
from articles.text.dates import local

KEPT: Final = 92  # days, by day
_ROWS: Final = 2_000  # at a time
_EVERY: Final = 3_600.0  # seconds between two looks of one worker

_looked = -_EVERY


def work() -> bool:
    """For the worker: fold some, if it is time to look; False if there was nothing."""
    global _looked
    if time.monotonic() - _looked < _EVERY:
        return False
    if fold(as_of=current().as_of):
        return True
    _looked = time.monotonic()
    return False


@transaction.atomic
def fold(*, as_of: dt.datetime) -> int:
    """Fold some rows into the first of their month; how many."""
    oldest = local(as_of).date() - dt.timedelta(days=KEPT)
    old = ReadsOnDay.objects.filter(day__lt=oldest).exclude(day__day=1).order_by("pk")
    # Locked, so that of two workers the second finds them gone.
    rows = list(old.select_for_update()[:_ROWS])
    months: Counter[tuple[int, str, dt.date]] = Counter()
    for row in rows:
        months[row.article_id, row.language, row.day.replace(day=1)] += row.reads
    ReadsOnDay.objects.filter(pk__in=[row.pk for row in rows]).delete()
    add_days(months)
    return len(rows)
