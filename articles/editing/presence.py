"""Who else has an article open, and at which slide."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from articles.models.article import Article
from articles.models.desk import Presence
from articles.models.staff import User

SILENCE: Final = dt.timedelta(seconds=40)  # after that a window counts as closed
_RENEWED: Final = dt.timedelta(seconds=10)  # no more often than that is it written down


@dataclass(frozen=True, slots=True)
class Person:
    user: int
    name: str
    initials: str
    row: str
    window: str


def here(article: Article, *, user: User, window: str, row: str, now: dt.datetime) -> list[Person]:
    """Say that `user` has `article` open in `window`, at `row`; and who is there, by name.

    One query, and a write where the row changed or the last is ten seconds old.
    """
    everyone = list(
        Presence.objects.filter(article=article, seen_at__gt=now - SILENCE).select_related("user")
    )
    mine = next((each for each in everyone if each.window == window), None)
    if mine is None or mine.row != row or mine.user_id != user.pk or now - mine.seen_at > _RENEWED:
        Presence.objects.filter(article=article, seen_at__lte=now - SILENCE).delete()
        Presence.objects.update_or_create(
            article=article, window=window, defaults={"user": user, "row": row, "seen_at": now}
        )
    others = [_person(each.user, each.window, each.row) for each in everyone if each is not mine]
    return sorted([*others, _person(user, window, row)], key=lambda each: (each.name, each.window))


def left(article: Article, *, window: str) -> None:
    Presence.objects.filter(article=article, window=window).delete()


def initials(user: User) -> str:
    """`SÆ` for Søren Æbelø; the first two letters of a name of one word."""
    words = (user.get_full_name() or user.get_username()).split()
    letters = words[0][0] + words[-1][0] if len(words) > 1 else words[0][:2]
    return letters.upper()


def _person(user: User, window: str, row: str) -> Person:
    name = user.get_full_name() or user.get_username()
    return Person(user.pk, name, initials(user), row, window)
