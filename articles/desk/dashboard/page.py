"""The desk's first page: figures, the week, and cards of what waits for whoever has come.

A card is a template in admin/cards/ with what it shows; None where it is not for whoever asks.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext_lazy as _

from articles.desk.dashboard import corrections, photos, reading, reports, stories, watched
from articles.desk.dashboard.links import left_out
from articles.desk.dashboard.room import Room
from articles.desk.dashboard.waiting import publications
from articles.desk.dashboard.week import week
from articles.desk.photos.wants import SOON
from articles.desk.rights import may
from articles.models.photo import Photo
from articles.text.dates import local, weekday


@dataclass(frozen=True, slots=True)
class Card:
    template: str
    content: Any


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that leads to what it counts."""

    count: int
    words: str | Promise
    href: str
    level: str = ""
    is_whole: bool = True


def context_of(request: HttpRequest) -> dict[str, Any]:
    room = Room(request)
    work: list[Any] = [each for each in _LEFT if each] if room.sees_articles else []
    made = [(template, card(room)) for template, card in work]
    beside = [(template, card(room)) for template, card in _RIGHT if room.sees_articles]
    beside += [(template, card(request)) for template, card in photos.CARDS]
    return {
        "day": weekday(room.now, get_language() or "en"),
        "week_number": local(room.now).isocalendar().week,
        "urgent": photos.take_downs(request),
        "figures": figures(room),
        "week": week(room, request.GET.get("week", "")) if room.sees_articles else None,
        "left": [Card(template, content) for template, content in made if content is not None],
        "right": [Card(template, content) for template, content in beside if content is not None],
    }


def figures(room: Room) -> list[Figure]:
    found = []
    articles = reverse("admin:articles_article_changelist")
    whole = room.survey.complete
    if room.writes:
        found += [
            Figure(len(room.mine), _("in work with you"), f"{articles}?show=mine", "", whole),
            Figure(
                len(room.lacking),
                ngettext(
                    "translation missing or stale",
                    "translations missing or stale",
                    len(room.lacking),
                ),
                "#card-translation",
                "warn" if room.lacking else "",
                whole,
            ),
        ]
    if may(room.user, "view_photo"):
        ending = Photo.objects.filter(
            taken_down_at=None, expires_at__gt=room.now, expires_at__lte=room.now + SOON
        ).count()
        photos_href = reverse("admin:articles_photo_changelist")
        found.append(
            Figure(
                ending,
                ngettext("photo expires within 30 days", "photos expire within 30 days", ending),
                f"{photos_href}?rights=expiring&sort=expiring",
                "warn" if ending else "",
            )
        )
    if room.writes:
        stopped = sum(row.is_stopped for pk, row in room.rows.items() if room.concerns(pk))
        words = _("ready or live, but stopped by the gate")
        level = "block" if stopped else ""
        found.append(Figure(stopped, words, f"{articles}?show=stopped", level, whole))
    return found


_LEFT: Final[tuple[tuple[str, Callable[[Room], Any]], ...]] = (
    ("admin/cards/waiting.html", publications),
    ("admin/cards/stories.html", stories.in_work),
    ("admin/cards/stories.html", stories.ready),
    ("admin/cards/recent.html", stories.recent),
    ("admin/cards/most_read.html", reading.card),
)
_RIGHT: Final[tuple[tuple[str, Callable[[Room], Any]], ...]] = (
    ("admin/cards/reports.html", reports.reported),
    ("admin/cards/translation.html", stories.translation),
    ("admin/cards/corrections.html", corrections.owing),
    ("admin/cards/links.html", left_out),
    ("admin/cards/watch.html", watched.failing),
)
