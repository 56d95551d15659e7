"""The screens of what is read: one article's readers, and the newsroom's most read."""

from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings
from django.contrib.admin import site
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.desk.asking import open_article
from articles.desk.readers.figures import (
    PERIOD_NAMES,
    PERIODS,
    USUAL,
    Depth,
    depth,
    most_read,
    totals,
)
from articles.desk.rights import may, visible_to
from articles.models.article import Article
from articles.models.clock import database_now
from articles.models.translated import read_any
from articles.text.dates import day
from articles.text.languages import CHOICES, LANGUAGES

MOST: Final = 100


@dataclass(frozen=True, slots=True)
class Side:
    """One language of an article; `depth` is None where it was never published."""

    language: str
    name: str | Promise
    reads: tuple[tuple[str | Promise, int], ...]
    depth: Depth | None
    since: str


@require_safe
def article(request: HttpRequest, pk: int) -> HttpResponse:
    """How often each language of an article is read, and how far."""
    _require_counting()
    found, _granted = open_article(request, pk)
    now = database_now()
    sums = totals(found, now)
    context = {
        **site.each_context(request),
        "title": _("Readers"),
        "opts": Article._meta,
        "original": found,
        "periods": list(PERIOD_NAMES.values()),
        "sides": [_side(found, language, sums[language], now) for language in LANGUAGES],
    }
    return TemplateResponse(request, "admin/articles/readers/article.html", context)


def _side(article: Article, language: str, sums: dict[str, int], now: Any) -> Side:
    far = depth(article, language, now)
    return Side(
        language=language,
        name=dict(CHOICES)[language],
        reads=tuple((PERIOD_NAMES[period], sums[period]) for period in PERIODS),
        depth=far,
        since=day(far.since, get_language() or "en") if far else "",
    )


@dataclass(frozen=True, slots=True)
class Row:
    href: str
    title: str
    language: str
    reads: int
    percent: int  # of the first one's


@dataclass(frozen=True, slots=True)
class Chip:
    name: str | Promise
    href: str
    is_chosen: bool


@require_safe
def newsroom(request: HttpRequest) -> HttpResponse:
    """What is read most, of the articles that whoever asks may see: `?period=` and `?language=`."""
    _require_counting()
    if not may(request.user, "view_article"):
        raise PermissionDenied
    period = request.GET.get("period", "")
    period = period if period in PERIODS else USUAL
    language = request.GET.get("language", "")
    language = language if language in LANGUAGES else ""
    found = most_read(
        visible_to(request.user), database_now(), period=period, language=language, most=MOST
    )
    languages: dict[str, str | Promise] = {"": _("Both languages"), **dict(CHOICES)}
    context = {
        **site.each_context(request),
        "title": _("Most read"),
        "opts": Article._meta,
        "rows": rows(found),
        "chips": [
            [
                Chip(name, _query(key, language), key == period)
                for key, name in PERIOD_NAMES.items()
            ],
            [
                Chip(name, _query(period, code), code == language)
                for code, name in languages.items()
            ],
        ],
        "most": MOST,
    }
    return TemplateResponse(request, "admin/articles/readers/newsroom.html", context)


def rows(found: list[tuple[int, str, int]]) -> list[Row]:
    """For a table: each with its headline in the language that was read; one query."""
    articles = Article.objects.in_bulk({pk for pk, _language, _reads in found})
    return [
        Row(
            href=reverse("admin:articles_article_readers", args=[pk]),
            title=read_any(articles[pk], "headline", language) or str(articles[pk]),
            language=language,
            reads=reads,
            percent=round(100 * reads / found[0][2]),
        )
        for pk, language, reads in found
        if pk in articles
    ]


def _query(period: str, language: str) -> str:
    return f"?period={period}" + (f"&language={language}" if language else "")


def _require_counting() -> None:
    if not settings.COUNT_READS:
        raise Http404
