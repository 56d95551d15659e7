"""What the screen shows: the page from top to bottom, what comes later, what is hidden. One object
for each article and slot, with what its form fields hold."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, cast

from django.urls import reverse
from django.utils.translation import get_language

from articles.models.article import Article
from articles.models.newsroom import HIDDEN, FrontSlot
from articles.models.translated import read_any
from articles.reader import find_lists, front, lists
from articles.reader.rows import Listed
from articles.text.dates import local, moment

State = Literal["auto", "pinned", "hidden"]
# How many places the screen shows: as many as can be pinned.
SHOWN: Final = lists.PLACES


@dataclass(frozen=True, slots=True)
class Row:
    """`key` names it in the form: "s12" is slot 12, "a34" article 34 without a slot.

    `place` counts from 1, 0 for none; `why` says why readers do not meet it there now.
    """

    key: str
    article: int
    headline: str
    topic: str = ""
    published: dt.datetime | None = None
    thumbnail: str = ""
    state: State = "auto"
    place: int = 0
    shown_from: str = ""
    shown_until: str = ""
    starts: dt.datetime | None = None
    ends: dt.datetime | None = None
    why: Literal["", "later", "not live", "covered", "twice"] = ""
    error: str = ""

    @property
    def when(self) -> str:
        """When it was published, in the desk's language."""
        return moment(self.published, get_language() or "en") if self.published else ""


@dataclass(frozen=True, slots=True)
class Board:
    top: tuple[Row, ...]
    waiting: tuple[Row, ...]
    hidden: tuple[Row, ...]
    places: int  # of `top`, how many readers see

    @property
    def is_empty(self) -> bool:
        return not (self.top or self.waiting or self.hidden)


def board(language: str, as_of: dt.datetime, topics: dict[int, str]) -> Board:
    """The page of `language` as the slots have it: four queries."""
    slots = _slots(language, as_of)
    running = front.arranged(language, as_of)
    found = front.candidates(language, as_of, running, topics=topics, least=SHOWN)
    live = {row.article: row for row in found}
    shown = {slot.pk for slot in slots if _runs(slot, as_of)}
    leading = {slot.position: slot.pk for slot in slots if slot.pk in shown}
    hidden = _live_of(language, as_of, [s.article_id for s in slots if s.position == HIDDEN])
    pinned: dict[int, Row] = {}
    waiting: list[Row] = []
    away: list[Row] = []
    for slot in slots:
        row = _of_slot(slot, live.get(slot.article_id) or hidden.get(slot.article_id), topics)
        if slot.position == HIDDEN and slot.pk in shown:
            away.append(row)
        elif (why := _why(slot, as_of, live, leading)) or slot.position >= SHOWN:
            waiting.append(replace(row, why=why or "later"))
        else:
            pinned[slot.position] = row
    waiting += _pinned_twice(pinned)
    top = filled(pinned, [of_listed(row, topics) for row in found])
    places = max([lists.TOP, *(place + 1 for place in pinned)])
    return Board(tuple(top), tuple(waiting), tuple(away), min(places, len(top)))


def _pinned_twice(pinned: dict[int, Row]) -> list[Row]:
    """Takes out what is pinned higher up as well: readers meet it there alone."""
    met: set[int] = set()
    twice = []
    for place in sorted(pinned):
        if pinned[place].article in met:
            twice.append(replace(pinned.pop(place), why="twice"))
        else:
            met.add(pinned[place].article)
    return twice


def filled(pinned: dict[int, Row], newest: Sequence[Row]) -> list[Row]:
    """The pins at their places and the newest in between, as readers get them."""
    taken = {row.article for row in pinned.values()}
    free = (row for row in newest if row.article not in taken)
    rows = [pinned.get(place) or next(free, None) for place in range(SHOWN)]
    return [replace(row, place=place) for place, row in enumerate(filter(None, rows), 1)]


def of_listed(row: Listed, topics: dict[int, str]) -> Row:
    photo = row.card.photo
    return Row(
        key=f"a{row.article}",
        article=row.article,
        headline=row.card.headline,
        topic=topics.get(row.topic, ""),
        published=row.published,
        thumbnail=reverse("admin:articles_photo_thumbnail", args=[photo.id]) if photo else "",
    )


def written(instant: dt.datetime | None) -> str:
    """An instant as a field for date and time has it: on Copenhagen's clock, to the minute."""
    return f"{local(instant):%Y-%m-%dT%H:%M}" if instant else ""


def overlaid(
    now: Board, posted: Mapping[str, str], keys: Sequence[str], errors: Mapping[str, str]
) -> Board:
    """`now` with what somebody has arranged and not saved: the form comes back as it was sent."""
    known = {row.key: row for row in (*now.top, *now.waiting, *now.hidden)}
    by_article = {row.article: row for row in now.top if row.key.startswith("a")}
    newest = [replace(row, state="auto", place=0) for row in now.top if row.state == "auto"]
    pinned: dict[int, Row] = {}
    waiting: list[Row] = []
    hidden: list[Row] = []
    for key in keys:
        row = known.get(key) or (_added(key, by_article) if key.startswith("a") else None)
        if row is None:
            continue
        row = _as_posted(row, key, posted, errors.get(key, ""))
        if row.state == "hidden":
            hidden.append(row)
        elif row.state == "pinned" and row.why:
            waiting.append(row)
        elif row.state == "pinned":
            pinned[_free(row.place - 1, pinned)] = row
    away = {row.article for row in hidden}
    top = filled(pinned, [row for row in newest if row.article not in away])
    places = max([lists.TOP, *(place + 1 for place in pinned)])
    return Board(tuple(top), tuple(waiting), tuple(hidden), min(places, len(top)))


def _as_posted(row: Row, key: str, posted: Mapping[str, str], error: str) -> Row:
    state = posted.get(f"state-{key}", "auto")
    place = posted.get(f"place-{key}", "")
    return replace(
        row,
        state=cast("State", state if state in ("pinned", "hidden") else "auto"),
        place=int(place) if place.isascii() and place.isdigit() and len(place) < 3 else 0,
        shown_from=posted.get(f"from-{key}", "")[:16],
        shown_until=posted.get(f"until-{key}", "")[:16],
        error=error,
    )


def _free(place: int, pinned: Mapping[int, Row]) -> int:
    """`place`, or the nearest that nobody has: a mistake in a place must not lose its row."""
    others = (each for each in range(SHOWN) if each not in pinned)
    return place if 0 <= place < SHOWN and place not in pinned else next(others, SHOWN)


def _added(key: str, by_article: Mapping[int, Row]) -> Row | None:
    number = int(key[1:]) if key[1:].isascii() and key[1:].isdigit() and len(key) < 19 else 0
    if number in by_article:
        return by_article[number]
    article = Article.objects.filter(pk=number).first()
    return Row(key, number, str(article)) if article else None


def _of_slot(slot: FrontSlot, live: Listed | None, topics: dict[int, str]) -> Row:
    row = of_listed(live, topics) if live else Row("", slot.article_id, _headline(slot))
    is_hidden = slot.position == HIDDEN
    return replace(
        row,
        key=f"s{slot.pk}",
        state="hidden" if is_hidden else "pinned",
        place=0 if is_hidden else slot.position + 1,
        shown_from=written(slot.shown_from),
        shown_until=written(slot.shown_until),
        starts=slot.shown_from,
        ends=slot.shown_until,
    )


def _headline(slot: FrontSlot) -> str:
    article: Article = slot.article
    return read_any(article, "headline", slot.language) or str(article)


def _why(
    slot: FrontSlot, as_of: dt.datetime, live: dict[int, Listed], leading: dict[int, int]
) -> Literal["", "later", "not live", "covered"]:
    if slot.shown_from > as_of:
        return "later"
    if slot.article_id not in live:
        return "not live"
    return "" if leading.get(slot.position) == slot.pk else "covered"


def _runs(slot: FrontSlot, as_of: dt.datetime) -> bool:
    return slot.shown_from <= as_of and (slot.shown_until is None or slot.shown_until > as_of)


def _slots(language: str, as_of: dt.datetime) -> list[FrontSlot]:
    """All that run or will, in the order in which one covers another."""
    slots = FrontSlot.objects.filter(language=language).order_by("shown_from", "pk")
    return [
        slot
        for slot in slots.select_related("article")
        if slot.shown_until is None or slot.shown_until > as_of
    ]


def _live_of(language: str, as_of: dt.datetime, articles: list[int]) -> dict[int, Listed]:
    if not articles:
        return {}
    found = find_lists.of_articles(language, as_of, articles)
    return {row.article: row for row in found}
