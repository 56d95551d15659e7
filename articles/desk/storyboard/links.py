"""Also read links in the storyboard: articles to choose from, and what readers will see of one."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.desk.asking import open_article, rights_of
from articles.desk.listing.found import search
from articles.desk.rights import visible_to
from articles.desk.states import glyph, short_moment, words
from articles.desk.thumbnails import thumbnail_url
from articles.models.article import Article
from articles.models.clock import database_now
from articles.models.edition import Edition
from articles.models.translated import read
from articles.publishing.state import Standing, State, standing, standings_of
from articles.text.languages import LANGUAGES

OFFERED: Final = 8
_LONG_WORD: Final = 5  # shorter words of a headline say nothing of what it is about


@dataclass(frozen=True, slots=True)
class Seen:
    """What readers of one language see of a link, or why they see nothing."""

    language: str
    headline: str
    out: str
    state: str


@dataclass(frozen=True, slots=True)
class Offer:
    """An article that one may link to; `lines` are (language, headline, state, state in words)."""

    article: Article
    name: str
    lines: tuple[tuple[str, str, Any, str], ...]
    thumbnail: str
    topic: str


# --- What readers see ----------------------------------------------------------------------------


def seen(targets: Iterable[Article | None], *, now: dt.datetime) -> dict[int, dict[str, Seen]]:
    """What readers see of links to `targets`, by id and language: one query for all."""
    rows = {target.pk: target for target in targets if target is not None}
    if not rows:
        return {}
    chains: dict[int, list[Edition]] = {pk: [] for pk in rows}
    editions = Edition.objects.standing().filter(article__in=rows)
    for edition in editions.order_by("live_from", "number").defer("document"):
        chains[edition.article_id].append(edition)
    return {pk: _seen(target, chains[pk], now) for pk, target in rows.items()}


def _seen(target: Article, chain: Sequence[Edition], now: dt.datetime) -> dict[str, Seen]:
    found: dict[str, Seen] = {}
    for language in LANGUAGES:
        own = [edition for edition in chain if edition.language == language]
        where = standing(language, read(target, "stage", language), own, as_of=now)
        headline = where.live.card["headline"] if where.live else ""
        found[language] = Seen(language, headline, "" if headline else _out(where), where.state)
    return found


def _out(where: Standing) -> str:
    english = where.language == "en"
    if where.scheduled:
        when = {"when": short_moment(where.scheduled[0].live_from)}
        return (
            _("Left out in English until it goes live %(when)s") % when
            if english
            else _("Left out in Danish until it goes live %(when)s") % when
        )
    if where.state is State.WITHDRAWN:
        return (
            _("Left out in English: the article was withdrawn")
            if english
            else _("Left out in Danish: the article was withdrawn")
        )
    return (
        _("Left out in English: the article is not live in English")
        if english
        else _("Left out in Danish: the article is not live in Danish")
    )


@require_safe
def show_seen(request: HttpRequest, target: int) -> HttpResponse:
    """What readers will see of a link to that article, for a row whose target has just changed."""
    article = get_object_or_404(visible_to(request.user), pk=target)
    now = database_now()
    found = seen([article], now=now)[article.pk]
    return JsonResponse(
        {
            "name": str(article),
            "seen": {
                language: {"headline": each.headline, "out": each.out, "state": each.state}
                for language, each in found.items()
            },
        }
    )


# --- Articles to choose from ---------------------------------------------------------------------


@require_safe
def offers(request: HttpRequest, pk: int) -> HttpResponse:
    """?q= searches all that one may see; without it, what is related. ?but= are linked already:
    they are not suggested, and found as such."""
    article, _granted = open_article(request, pk)
    return _answer(request, article)


@require_safe
def new_offers(request: HttpRequest) -> HttpResponse:
    """The same for an article that is not saved yet."""
    if not rights_of(request, None).view:
        raise PermissionDenied
    return _answer(request, None)


def _answer(request: HttpRequest, article: Article | None) -> HttpResponse:
    query = request.GET.get("q", "").strip()[:200]
    but = {int(each) for each in request.GET.get("but", "").split(",")[:100] if each.isdecimal()}
    rows = visible_to(request.user)
    if article is not None:
        rows = rows.exclude(pk=article.pk)
    if query:
        rows = search(rows, query).order_by(*_headline_first(query), "-changed_at")
        chosen = list(rows.select_related("topic", "lead_photo")[:OFFERED])
    else:
        chosen = related(article, rows.exclude(pk__in=but))
    context = {"offers": _offers(chosen), "query": query, "linked": but}
    html = render_to_string("admin/articles/storyboard/offers.html", context, request)
    return JsonResponse({"html": html, "count": len(chosen)})


def _headline_first(query: str) -> list[Any]:
    in_headline = Q(headline_en__icontains=query) | Q(headline_da__icontains=query)
    first = Case(When(in_headline, then=Value(0)), default=Value(1), output_field=IntegerField())
    return [first]


def related(article: Article | None, rows: QuerySet[Article]) -> list[Article]:
    """Articles that readers of `article` may want next: by topic, sources, makers and headline.

    Each shared thing counts one, the topic and every source two; then the newest come first. Only
    articles of which readers have something, unless there are none.
    """
    rows = rows.select_related("topic", "lead_photo")
    live = rows.filter(pk__in=Edition.objects.live(database_now()).values("article"))
    if article is None:
        return list(live.order_by("-changed_at")[:OFFERED])
    candidates = list(live.filter(_alike(article)).order_by("-changed_at")[:100])
    shared = _shared(article, [each.pk for each in candidates])
    said = _headline_words(article)

    def closeness(each: Article) -> int:
        same_topic = 2 * (each.topic_id is not None and each.topic_id == article.topic_id)
        return same_topic + shared.get(each.pk, 0) + len(said & _headline_words(each))

    best = sorted(candidates, key=closeness, reverse=True)[:OFFERED]
    if len(best) < OFFERED:
        have = [each.pk for each in best]
        best += live.exclude(pk__in=have).order_by("-changed_at")[: OFFERED - len(best)]
    return best


def _alike(article: Article) -> Q:
    condition = Q(topic=article.topic_id) if article.topic_id else Q()
    condition |= Q(article_sources__source__in=article.article_sources.values("source"))
    condition |= Q(bylines__contributor__in=article.bylines.values("contributor"))
    for word in list(_headline_words(article))[:6]:
        condition |= Q(headline_en__icontains=word) | Q(headline_da__icontains=word)
    pks = Article.objects.filter(condition).values("pk")
    return Q(pk__in=pks)


def _shared(article: Article, pks: Collection[int]) -> Mapping[int, int]:
    """Per article: two for each source that it shares with `article`, one for each maker."""
    counted: dict[int, int] = {}
    for name, weight, own in (
        ("article_sources__source", 2, article.article_sources.values("source")),
        ("bylines__contributor", 1, article.bylines.values("contributor")),
    ):
        rows = Article.objects.filter(pk__in=pks, **{f"{name}__in": own})
        for pk, count in rows.values_list("pk").annotate(n=Count(name, distinct=True)):
            counted[pk] = counted.get(pk, 0) + weight * count
    return counted


def _headline_words(article: Article) -> set[str]:
    text = " ".join(read(article, "headline", language) for language in LANGUAGES)
    return {word for word in text.casefold().split() if len(word) >= _LONG_WORD}


def _offers(articles: Sequence[Article]) -> list[Offer]:
    found = standings_of(list(articles), as_of=database_now())
    return [_offer(article, found[article.pk]) for article in articles]


def _offer(article: Article, where: Mapping[str, Standing]) -> Offer:
    photo = article.lead_photo or next(
        (slide.photo for slide in article.slides.all() if slide.photo), None
    )
    here = get_language() or "en"
    codes = sorted(LANGUAGES, key=lambda code: code != here)
    return Offer(
        article=article,
        name=str(article),
        lines=tuple(
            (
                code,
                read(article, "headline", code),
                glyph(where[code].state),
                words(where[code]),
            )
            for code in codes
        ),
        thumbnail=thumbnail_url(photo) if photo else "",
        topic=str(article.topic or ""),
    )
