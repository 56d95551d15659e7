"""What is read most, for everybody who sees articles."""

from typing import Final

from django.conf import settings

from articles.desk.dashboard.room import Room
from articles.desk.readers.figures import most_read
from articles.desk.readers.views import Row, rows
from articles.desk.rights import visible_to

MOST: Final = 5


def card(room: Room) -> list[Row] | None:
    """Of the last seven days, both languages; None while nothing is counted: two queries."""
    if not settings.COUNT_READS:
        return None
    found = most_read(visible_to(room.user), room.now, period="week", most=MOST)
    return rows(found) or None
