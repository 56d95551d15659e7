"""Readers of the demo newsroom: made up, the same for everybody, and fewer as a story ages."""

import datetime as dt
import random
from collections.abc import Collection
from typing import Final

from articles.models.edition import Edition
from articles.models.reads import Reached
from articles.reader.reads.store import add_days
from articles.text.dates import local

_DAYS: Final = 28
_LEFT: Final = 0.82  # of the readers of one day who are there the next
_STAY: Final = (0.86, 0.98)  # of those at one slide who go on to the next


def readers(articles: Collection[int], *, now: dt.datetime) -> None:
    """Let what is live of `articles` have been read since it was published."""
    live = Edition.objects.live(now).filter(article__in=articles).order_by("article", "language")
    days: dict[tuple[int, str, dt.date], int] = {}
    steps: list[Reached] = []
    for edition in live:
        draw = random.Random(f"{edition.slug} {edition.language}")
        today, first = local(now).date(), local(edition.first_live_from).date()
        crowd = draw.randint(80, 600) * (0.7 if edition.language == "en" else 1.0)
        came = 0
        for age in range(min((today - first).days, _DAYS) + 1):
            reads = round(crowd * _LEFT**age * draw.uniform(0.7, 1.3))
            days[edition.article_id, edition.language, first + dt.timedelta(days=age)] = reads
            came += reads
        for step in range(edition.card["slides"] + 1):
            steps.append(Reached(edition=edition, step=step, reads=came))
            came = round(came * draw.uniform(*_STAY))
    add_days(days)
    Reached.objects.bulk_create(steps)
