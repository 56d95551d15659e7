"""The queries of lists: the front page, topics, feeds, and what stands beside an article.

What is hidden from search engines is in none of them, or their pages would name it there.
"""

import datetime as dt
from collections.abc import Collection, Iterable
from typing import Any, Final

from django.db.models import OuterRef, Q, Subquery

from articles.document.serialise import load_card
from articles.models.beside import Related
from articles.models.edition import Edition, EditionQuerySet
from articles.models.newsroom import HIDDEN, FrontSlot
from articles.reader.rows import Listed, Neighbours, first_of

OTHERS: Final = 4
NEWEST: Final = ("-first_live_from", "-id")
LISTED: Final = ("article_id", "topic_id", "slug", "first_live_from", "card")


def neighbours(
    language: str,
    as_of: dt.datetime,
    *,
    article: int,
    topic: int | None,
    linked: Collection[int] = (),
) -> Neighbours:
    """The live articles that `article` links to; and others, what is related to it first, then
    the newest of its topic, then of all: one query."""
    live = shown(language, as_of).exclude(article=article)
    newest = live.exclude(article__in=linked).order_by(*NEWEST).values("pk")
    related = Related.objects.filter(article=article, language=language)
    score = related.filter(target=OuterRef("article")).values("score")
    # By primary key alone: with a condition beside them SQLite would look at every Edition.
    rows = (
        Edition.objects.filter(
            Q(pk__in=live.filter(article__in=linked).values("pk"))
            | Q(pk__in=live.filter(article__in=related.values("target")).values("pk"))
            | Q(pk__in=newest.filter(topic=topic)[:OTHERS])
            | Q(pk__in=newest[:OTHERS])
        )
        .annotate(score=Subquery(score))
        .order_by(*NEWEST)
        .values_list(*LISTED, "score")
    )
    found = [(_row(*columns), score) for *columns, score in rows]
    return Neighbours(
        linked={row.article: row for row, _score in found if row.article in linked},
        others=first_of(
            [(row, score) for row, score in found if row.article not in linked], topic, OTHERS
        ),
    )


def slots(language: str, as_of: dt.datetime, places: int) -> tuple[dict[int, int], frozenset[int]]:
    """{position: article} of the front slots that run now (of several, the latest begun), and the
    articles that are kept off the page: one query."""
    running = FrontSlot.objects.filter(
        Q(shown_until__isnull=True) | Q(shown_until__gt=as_of),
        language=language,
        shown_from__lte=as_of,
    ).order_by("shown_from", "id")
    found = list(running.values_list("position", "article_id"))
    hidden = frozenset(article for position, article in found if position == HIDDEN)
    pins = {position: article for position, article in found if position < places}
    return {place: article for place, article in pins.items() if article not in hidden}, hidden


def newest(
    language: str,
    as_of: dt.datetime,
    *,
    topics: Iterable[int],
    of_each: int,
    also: Collection[int] = (),
    without: Collection[int] = (),
) -> tuple[Listed, ...]:
    """The newest `of_each` of `topics`, and those of `also` that are live; newest first: one query,
    which looks at no more of a topic than it gives."""
    live = shown(language, as_of).exclude(article__in=without)
    wanted = Q(pk__in=live.filter(article__in=also).values("pk"))
    for topic in topics:
        wanted |= Q(pk__in=live.filter(topic=topic).order_by(*NEWEST).values("pk")[:of_each])
    return listed(Edition.objects.filter(wanted))


def latest(language: str, as_of: dt.datetime, count: int = OTHERS) -> tuple[Listed, ...]:
    """The newest of all: one query."""
    return listed(shown(language, as_of), stop=count)


def of_articles(language: str, as_of: dt.datetime, articles: Collection[int]) -> tuple[Listed, ...]:
    """Those of `articles` that are live, newest first: one query."""
    return listed(shown(language, as_of).filter(article__in=articles))


def of_topic(
    language: str, topic: int, as_of: dt.datetime, *, start: int, stop: int
) -> tuple[Listed, ...]:
    """Articles `start` to `stop` of one topic, newest first: one query."""
    return listed(shown(language, as_of).filter(topic=topic), start, stop)


def count_of_topic(language: str, topic: int, as_of: dt.datetime) -> int:
    return shown(language, as_of).filter(topic=topic).count()


def shown(language: str, as_of: dt.datetime) -> EditionQuerySet:
    """What is live and may stand in a list."""
    return Edition.objects.live(as_of).filter(language=language).indexed()


def listed(
    editions: EditionQuerySet, start: int = 0, stop: int | None = None
) -> tuple[Listed, ...]:
    """Those of `editions` from `start` to before `stop`, newest first."""
    rows = editions.order_by(*NEWEST).values_list(*LISTED)[start:stop]
    return tuple(_row(*columns) for columns in rows)


def _row(article: int, topic: int, slug: str, published: dt.datetime, card: Any) -> Listed:
    return Listed(article, topic, slug, published, load_card(card))
