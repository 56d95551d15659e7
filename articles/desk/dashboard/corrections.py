"""Corrections that readers of one language have had and those of the other have not."""

from dataclasses import dataclass
from typing import Final

from django.db.models import QuerySet
from django.urls import reverse

from articles.desk.dashboard.room import SHOWN, Room
from articles.desk.publish.owed import CORRECT, waive_address
from articles.desk.survey.shown import title, when
from articles.models.live import CorrectionOwed
from articles.publishing.owed import owed

MOST: Final = 200


@dataclass(frozen=True, slots=True)
class Owing:
    """`href` is the article's page, where that language is to be mended and published as a
    correction; `waive` is "" for who may not."""

    href: str
    title: str
    language: str
    corrected: str
    when: str
    note: str
    correct: str
    waive: str
    lacks: str


@dataclass(frozen=True, slots=True)
class OwingCard:
    total: int
    rows: tuple[Owing, ...]
    more: str


def owing(room: Room) -> OwingCard | None:
    """For whom they concern, and for those who publish also that there are none: one query."""
    if not room.writes:
        return None
    rows = owed(room.now).filter(note__date__lte=room.now).select_related("article", "note")
    found = [row for row in _visible(rows, room) if room.concerns(row.article_id, row.language)]
    if not found and not room.publishes:
        return None
    is_whole = room.request.GET.get("corrections") == "all" or len(found) <= SHOWN
    some = found if is_whole else found[:SHOWN]
    more = "" if is_whole else "?corrections=all#card-corrections"
    return OwingCard(len(found), tuple(_owing(row, room) for row in some), more)


def _visible(rows: QuerySet[CorrectionOwed], room: Room) -> QuerySet[CorrectionOwed]:
    return rows[:MOST] if room.edits_all else rows.filter(article__in=list(room.own))[:MOST]


def _owing(row: CorrectionOwed, room: Room) -> Owing:
    page = reverse("admin:articles_article_change", args=[row.article_id])
    return Owing(
        href=f"{page}?correct={row.language}" if room.corrects else page,
        title=title(row.article)[0],
        language=title(row.article)[1],
        corrected=row.note.language,
        when=when(row.note.date, room.now),
        note=row.note.text,
        correct=str(CORRECT[row.language]) if room.corrects else "",
        waive=f"{waive_address(row)}?from=first" if room.corrects else "",
        lacks=row.language,
    )
