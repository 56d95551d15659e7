"""Publications that wait for their pictures, and those that came to nothing."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from django.urls import reverse

from articles.desk.conflicts import called
from articles.desk.dashboard.room import SHOWN, Room
from articles.desk.survey.shown import title, when
from articles.models.desk import Waiting

_LATELY: Final = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Publication:
    href: str
    title: str
    language: str
    who: str
    when: str
    has_failed: bool
    message: str


def publications(room: Room) -> tuple[Publication, ...] | None:
    """Those one sees and may publish or has asked for; None where there are none: one query."""
    states = [Waiting.State.WAITING, Waiting.State.FAILED]
    rows = Waiting.objects.filter(state__in=states, asked_at__gt=room.now - _LATELY)
    if not room.publishes:
        rows = rows.filter(by=room.user)
    found = rows.select_related("article", "by").order_by("-state", "-asked_at")
    latest: dict[int, Waiting] = {}
    for row in found[: 4 * SHOWN]:
        if row.article_id in room.rows:
            latest.setdefault(row.article_id, row)
    return (
        tuple(
            Publication(
                href=reverse("admin:articles_article_publish", args=[row.article_id]),
                title=title(row.article)[0],
                language=title(row.article)[1],
                who=called(row.by),
                when=when(row.done_at or row.asked_at, room.now),
                has_failed=row.state == Waiting.State.FAILED,
                message=row.message,
            )
            for row in list(latest.values())[:SHOWN]
        )
        or None
    )
