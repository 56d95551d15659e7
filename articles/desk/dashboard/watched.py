"""What of the live pages would not pass today's gate, as the last check of them found it."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import get_language

from articles.desk.dashboard.room import SHOWN, Room
from articles.desk.panel import SHARED, anchor, where
from articles.desk.survey.shown import when
from articles.gate.registry import Place
from articles.models.article import Slide
from articles.models.edition import Edition
from articles.models.live import Watch

MOST: Final = 200
_OLD: Final = dt.timedelta(hours=36)  # the worker has missed a night


Finding = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Page:
    """A live page with what stops it; `beside` is the other language's where both have the same,
    as of a photo that they share."""

    edition: int
    findings: list[Finding]
    beside: int | None = None


@dataclass(frozen=True, slots=True)
class Failing:
    """`more` counts what stops it besides."""

    href: str
    title: str
    language: str
    tags: tuple[str, ...]
    where: str
    message: str
    more: int


@dataclass(frozen=True, slots=True)
class WatchCard:
    """`checked` is when, in words, "" for never; `asked` when a check was asked for or begun that
    is not done, of which `so_far` articles are."""

    total: int
    rows: tuple[Failing, ...]
    more: str
    warnings: int
    skipped: int
    articles: int
    checked: str
    is_old: bool
    asked: str
    so_far: int
    may_ask: bool


def failing(room: Room) -> WatchCard | None:
    """For those who publish, and for whom it concerns: one query, three where something fails.

    What was mended, withdrawn or replaced since is left out.
    """
    if not room.writes:
        return None
    newest = list(Watch.objects.order_by("done", "-at")[:2])  # one at work may come first
    done = next((row for row in newest if row.done), None)
    at_work = next((row for row in newest if not row.done), None)
    pages = _pages(done, room) if done else []
    if not pages and not room.publishes:
        return None
    is_whole = room.request.GET.get("watch") == "all" or len(pages) <= SHOWN
    live = {str(pk) for pk in room.live.values()}
    return WatchCard(
        total=len(pages),
        rows=_rows(pages[: MOST if is_whole else SHOWN]),
        more="" if is_whole else "?watch=all#card-watch",
        warnings=sum(count for pk, count in done.warnings.items() if pk in live) if done else 0,
        skipped=len(done.skipped) if done else 0,
        articles=done.articles if done else 0,
        checked=when(done.at, room.now) if done and done.at else "",
        is_old=bool(done and done.at and room.now - done.at > _OLD),
        asked=when(at_work.asked_at, room.now) if at_work else "",
        so_far=at_work.articles if at_work else 0,
        may_ask=room.publishes and at_work is None,
    )


def _pages(done: Watch, room: Room) -> list[Page]:
    """Those that are live still, what went out last first."""
    found: dict[int, list[Finding]] = {}
    for each in done.findings:
        found.setdefault(each["edition"], []).append(each)
    pages: dict[Any, Page] = {}
    for (article, language), pk in room.live.items():
        if pk not in found or not room.concerns(article, language):
            continue
        same = _same(found[pk])
        if same in pages:
            pages[same] = replace(pages[same], beside=pk)
        else:
            pages[same] = Page(pk, found[pk])
    return list(pages.values())


def _same(findings: list[Finding]) -> tuple[Any, ...]:
    """Equal for two languages that are mended at one place, in one act."""
    first = findings[0]
    alone = "" if {each["field"] for each in findings} <= SHARED else first["language"]
    return (
        first["article"],
        alone,
        tuple((each["code"], each["slide"], each["number"], each["field"]) for each in findings),
    )


def _rows(pages: Sequence[Page]) -> tuple[Failing, ...]:
    if not pages:
        return ()
    ids = {pk for page in pages for pk in (page.edition, page.beside) if pk}
    editions = Edition.objects.defer("document").in_bulk(ids)
    keys: dict[int, list[str]] = {}
    slides = Slide.objects.filter(article__in={row.article_id for row in editions.values()})
    for article, key in slides.order_by("order", "pk").values_list("article", "key"):
        keys.setdefault(article, []).append(key)
    return tuple(
        _row(
            page.findings,
            [editions[pk] for pk in (page.edition, page.beside) if pk],
            keys.get(editions[page.edition].article_id, []),
        )
        for page in pages
    )


def _row(findings: list[Finding], editions: list[Edition], keys: list[str]) -> Failing:
    first, here = findings[0], get_language() or "en"
    named = next((each for each in editions if each.language == here), editions[0])
    place = Place(first["field"], first["language"], first["slide"])
    page = reverse("admin:articles_article_change", args=[first["article"]])
    return Failing(
        href=f"{page}#{anchor(place, keys)}",
        title=named.card["headline"],
        language=named.language,
        tags=tuple(each.language.upper() for each in editions),
        where=where(place, {place.slide: first["number"]}),
        message=first["message"].get(here, first["message"]["en"]),
        more=len(findings) - 1,
    )
