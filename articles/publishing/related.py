"""What readers of one article may want next: reckoned when it is published, not when it is read.

Two articles of one language are as related as their texts are like (from 0 to 1), and more so where
they share sources or a topic, most of all where one links to the other. Each year between two
targets halves what the older one is worth, so that an old page comes to lead to new ones: the same
act that relates a new article to others relates those to it.

Whatever is published or scheduled takes part; the page itself leaves out what is not live.
"""

import datetime as dt
import math
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, Window
from django.db.models.functions import RowNumber

from articles.document.schema import Document
from articles.document.serialise import load
from articles.models import beside
from articles.models.article import ArticleSource
from articles.models.clock import database_now
from articles.models.edition import Edition
from articles.models.generation import advance
from articles.text.languages import LANGUAGES
from articles.text.likeness import gist, likeness, rarity

# For each article so many are kept: more than a page shows, since some will not be live.
KEPT: Final = 12
# And so many others, those most related to a new article, come to lead to it.
TOLD: Final = 40
# With whom a new article is compared: the newest of all, of its topic, of those with its sources.
NEWEST, OF_TOPIC, OF_SOURCES = 500, 200, 200
_WORTH: Final = {"link": 2.0, "source": 0.3, "topic": 0.1}
_LEAST: Final = 0.06  # below it texts share a turn of phrase and not a subject
_EPOCH: Final = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
_YEAR: Final = dt.timedelta(days=365.25)
_AT_ONCE: Final = 3  # articles that the worker relates in one transaction


@dataclass(frozen=True, slots=True)
class Subject:
    """What one article is about, as a Gist has it."""

    article: int
    topic: int
    published: dt.datetime
    is_paid: bool
    terms: dict[str, float]
    sources: frozenset[str] = frozenset()
    links: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Kin:
    """`outward` are {target: score} for the article itself, `inward` its scores for others."""

    outward: dict[int, float] = field(default_factory=dict)
    inward: dict[int, float] = field(default_factory=dict)


# --- Pure ----------------------------------------------------------------------------------------


def subject(document: Document, published: dt.datetime) -> Subject:
    """What `document`, which has a topic, is about. Headings weigh more than text."""
    parts = [(document.headline, 4.0), (document.kicker, 2.0), (document.standfirst, 3.0)]
    for slide in document.slides:
        parts += [(slide.heading, 2.0), (slide.body, 1.0), (slide.caption, 0.5)]
    return Subject(
        article=document.article,
        topic=document.topic or 0,
        published=published,
        is_paid=document.commercial == "sponsored",
        terms=gist(parts, document.language),
        sources=frozenset(source.name.casefold() for source in document.sources),
        links=frozenset(link.article for link in document.links if link.article),
    )


def kin(mine: Subject, others: Sequence[Subject]) -> Kin:
    """The KEPT best for `mine`, and the TOLD others for which `mine` may be among the best.

    Journalism never leads to paid content here; paid content may lead to anything.
    """
    gists = [other.terms for other in others]
    alike = likeness(mine.terms, gists, rarity([mine.terms, *gists]))
    strengths = [
        (strength(mine, other, like), other) for other, like in zip(others, alike, strict=True)
    ]
    related = [(worth, other) for worth, other in strengths if worth]
    outward = {
        other.article: _score(worth, other)
        for worth, other in related
        if mine.is_paid or not other.is_paid
    }
    inward = {
        other.article: _score(worth, mine)
        for worth, other in related
        if other.is_paid or not mine.is_paid
    }
    return Kin(_best(outward, KEPT), _best(inward, TOLD))


def strength(one: Subject, other: Subject, like: float) -> float:
    """How related the two are, whatever their age; 0 where a topic is all that they share."""
    shared = _WORTH["source"] * min(2, len(one.sources & other.sources))
    if other.article in one.links or one.article in other.links:
        shared += _WORTH["link"]
    if like < _LEAST and not shared:
        return 0.0
    return like + shared + (_WORTH["topic"] if one.topic == other.topic else 0.0)


def _score(worth: float, target: Subject) -> float:
    """1 more is twice as good: twice as related, or a year newer."""
    return math.log2(worth) + (target.published - _EPOCH) / _YEAR


def _best(scores: dict[int, float], count: int) -> dict[int, float]:
    ranked = sorted(scores.items(), key=lambda item: (-item[1], -item[0]))
    return dict(ranked[:count])


# --- With the database ---------------------------------------------------------------------------


def relate(edition: Edition, document: Document) -> None:
    """Relate the article of `edition`, which has frozen `document`, and others to it.

    A dozen queries. Call it under the Article's lock, and for two languages in the order of LANGUAGES.
    """
    mine, language = subject(document, edition.first_live_from), edition.language
    _keep(mine, language)
    found = kin(mine, candidates(mine, language))
    rows = [(mine.article, target, score) for target, score in found.outward.items()]
    rows += [(other, mine.article, score) for other, score in found.inward.items()]
    _forget(Q(article=mine.article) | Q(target=mine.article), language)
    # In one order for all: two that publish at once would wait for each other.
    beside.Related.objects.bulk_create(
        [
            beside.Related(language=language, article_id=article, target_id=target, score=score)
            for article, target, score in sorted(rows)
        ],
        update_conflicts=True,
        unique_fields=["article", "language", "target"],
        update_fields=["score"],
    )
    _trim(found.inward, language)


def forget(article: int, languages: Iterable[str] = LANGUAGES) -> None:
    """Relate it to nothing any more, and keep nothing of what it was about."""
    for language in languages:
        beside.Gist.objects.filter(article=article, language=language).delete()
        _forget(Q(article=article) | Q(target=article), language)


def work() -> bool:
    """For the worker: relate a few of the live articles that never were; False if there is none.

    Such are those published before there was this; whatever is published since relates itself.
    """
    global _all_related
    if _all_related:
        return False
    gists = beside.Gist.objects.filter(article=OuterRef("article"), language=OuterRef("language"))
    with transaction.atomic():
        live = Edition.objects.live(database_now()).exclude(Exists(gists))
        editions = list(live.order_by("first_live_from", "pk")[:_AT_ONCE])
        for edition in editions:
            relate(edition, load(edition.document))
        if editions:
            advance()
    _all_related = not editions
    return bool(editions)


_all_related = False


def candidates(mine: Subject, language: str) -> list[Subject]:
    """Whom to compare `mine` with, from the gists that are kept: four queries."""
    gists = beside.Gist.objects.filter(language=language).order_by("-published")
    sources = ArticleSource.objects.filter(article=mine.article).values("source")
    alike = ArticleSource.objects.filter(source__in=sources).values("article")
    # One by one: as parts of a single query they would have it look at every gist there is.
    chosen = {
        pk
        for rows, most in (
            (gists, NEWEST),
            (gists.filter(topic=mine.topic), OF_TOPIC),
            (gists.filter(article__in=alike), OF_SOURCES),
            (gists.filter(article__in=mine.links), len(mine.links)),
        )
        for pk in rows.values_list("pk", flat=True)[:most]
    }
    columns = ("article", "topic", "published", "is_paid", "terms", "sources", "links")
    return [
        Subject(article, topic, published, is_paid, terms, frozenset(sources), frozenset(links))
        for article, topic, published, is_paid, terms, sources, links in gists.filter(
            pk__in=chosen
        ).values_list(*columns)
        if article != mine.article
    ]


def _keep(mine: Subject, language: str) -> None:
    row = beside.Gist(
        article_id=mine.article,
        language=language,
        topic_id=mine.topic,
        published=mine.published,
        is_paid=mine.is_paid,
        terms=mine.terms,
        sources=sorted(mine.sources),
        links=sorted(mine.links),
    )
    beside.Gist.objects.bulk_create(
        [row],
        update_conflicts=True,
        unique_fields=["article", "language"],
        update_fields=["topic", "published", "is_paid", "terms", "sources", "links"],
    )


def _forget(which: Q, language: str) -> None:
    rows = beside.Related.objects.filter(which, language=language)
    held = rows.select_for_update().order_by("pk").values_list("pk", flat=True)
    beside.Related.objects.filter(pk__in=list(held)).delete()


def _trim(articles: Collection[int], language: str) -> None:
    """Keep the best of what each of `articles` leads to; what another act has in hand, it trims."""
    rows = beside.Related.objects.filter(article__in=articles, language=language)
    better = Window(
        RowNumber(),
        partition_by="article",
        order_by=["-score", "pk"],
    )
    surplus = rows.annotate(place=better).filter(place__gt=KEPT).values_list("pk", flat=True)
    held = beside.Related.objects.filter(pk__in=list(surplus)).select_for_update(skip_locked=True)
    beside.Related.objects.filter(pk__in=list(held.values_list("pk", flat=True))).delete()
