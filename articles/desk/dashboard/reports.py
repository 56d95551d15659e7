"""Errors that readers have reported and nobody has seen to yet."""

from dataclasses import dataclass

from django.urls import reverse

from articles.desk.dashboard.room import SHOWN, Room
from articles.desk.error_reports import Told, told, waiting


@dataclass(frozen=True, slots=True)
class ReportsCard:
    total: int
    rows: tuple[Told, ...]
    more: str


def reported(room: Room) -> ReportsCard | None:
    """For whom they concern, and for editors also that there are none: three queries."""
    if not room.writes:
        return None
    found = waiting(room)
    if not found and not room.edits_all:
        return None
    more = reverse("admin:articles_article_error_reports")
    return ReportsCard(len(found), tuple(told(found[:SHOWN], room)), more)
