"""The queries of articles, and of what surrounds each page. Each takes `as_of`; none asks the clock itself.

A page costs at most four queries, the poll of the generation among them, whatever is on it; the
first page after somebody has written costs two more, for what find_site.py keeps until then, and a
front page one more a minute, for what is read most (reads/ranking.py). That there is nothing (404)
or an article is gone (410) costs one more, and each of its successors that is looked for another.
"""

import datetime as dt
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast, Concat

from articles.document.serialise import load, load_card
from articles.models.beside import EditionByline
from articles.models.edition import Deindexed, Edition, EditionQuerySet
from articles.models.joined import Joined
from articles.models.newsroom import Topic
from articles.models.permalink import Permalink
from articles.models.translated import read
from articles.reader import find_lists, find_site
from articles.reader.rows import (
    Dates,
    LiveArticle,
    PastArticle,
    Section,
    Sections,
    Twin,
)
from articles.text.languages import LANGUAGES, other


def sections(language: str, as_of: dt.datetime) -> Sections:
    """All topics, and in which language each has something to list: one query."""
    topics = Topic.objects.annotate(
        **{
            f"read_{code}": Exists(find_lists.shown(code, as_of).filter(topic=OuterRef("pk")))
            for code in LANGUAGES
        }
    )
    return Sections(
        language, tuple(_section(topic, language) for topic in topics), find_site.site(language)
    )


def live_article(language: str, slug: str, as_of: dt.datetime) -> LiveArticle | None:
    """What is live of the article that claims `slug`, whatever its address is now: one query."""
    edition = (
        _with_twin(_live(language, as_of), language, as_of)
        .filter(article__in=_claiming(language, slug))
        .annotate(people=Subquery(_people()))
        .first()
    )
    return _live_article(edition) if edition else None


def newest_articles(
    language: str, as_of: dt.datetime, *, topic: int | None = None, count: int
) -> tuple[LiveArticle, ...]:
    """The `count` newest in full, of one topic or of all, newest first: for feeds, one query."""
    shown = find_lists.shown(language, as_of)
    found = shown if topic is None else shown.filter(topic=topic)
    editions = _with_twin(found, language, as_of).annotate(people=Subquery(_people()))
    return tuple(map(_live_article, editions.defer("card").order_by(*find_lists.NEWEST)[:count]))


def live_by_id(language: str, article: int, as_of: dt.datetime) -> LiveArticle | None:
    """What is live of one article: one query."""
    live = _live(language, as_of).filter(article=article)
    edition = _with_twin(live, language, as_of).annotate(people=Subquery(_people())).first()
    return _live_article(edition) if edition else None


def past_article(language: str, slug: str, as_of: dt.datetime) -> PastArticle | None:
    """The article that readers once found under `slug`, by its last Edition: one query."""
    editions = _seen(language, as_of).filter(article__in=_claiming(language, slug))
    edition = (
        _with_twin(editions.defer("document"), language, as_of)
        .filter(_found_under(language, slug, as_of))
        .first()
    )
    if edition is None:
        return None
    if edition.erased_at:
        return PastArticle(edition.article_id, edition.topic_id)
    return PastArticle(
        article=edition.article_id,
        topic=edition.topic_id,
        headline=load_card(edition.card).headline,
        reason=edition.withdrawal_reason,
        published=edition.first_live_from,
        ended=edition.live_until,
        successor=edition.successor_id,
        twin=_twin(edition),
    )


def was_seen(language: str, slug: str, as_of: dt.datetime) -> bool:
    """Whether readers have ever found the article that claims `slug` under it."""
    claimed = _seen(language, as_of).filter(article__in=_claiming(language, slug))
    return claimed.filter(_found_under(language, slug, as_of)).exists()


def heir(language: str, successor: int | None, as_of: dt.datetime) -> Twin | None:
    """Where a withdrawn article's successor is live; or that one's, if it was withdrawn too.

    One query for each step; a chain that comes back to itself leads nowhere.
    """
    passed: set[int] = set()
    while successor is not None and successor not in passed:
        passed.add(successor)
        editions = _seen(language, as_of).filter(article=successor)
        edition = editions.defer("document", "card").first()
        if edition is None:
            return None
        if edition.is_live(as_of):
            return Twin(edition.slug, edition.topic_id)
        successor = edition.successor_id
    return None


def _live(language: str, as_of: dt.datetime) -> EditionQuerySet:
    return Edition.objects.live(as_of).filter(language=language)


def _seen(language: str, as_of: dt.datetime) -> EditionQuerySet:
    """Editions that readers have been able to see by now, the last one first."""
    return (
        Edition.objects.standing()
        .filter(
            Q(live_until__isnull=True) | Q(live_until__gt=F("live_from")),
            language=language,
            live_from__lte=as_of,
        )
        .order_by("-live_from", "-number")
    )


def _live_article(edition: Any) -> LiveArticle:
    return LiveArticle(
        edition=edition.pk,
        document=load(edition.document),
        number=edition.number,
        topic=edition.topic_id,
        slug=edition.slug,
        dates=Dates(edition.first_live_from, edition.modified_at),
        twin=_twin(edition),
        people=_places(getattr(edition, "people", None)),
        is_indexed=edition.is_indexed,
    )


def _claiming(language: str, slug: str) -> QuerySet[Permalink, int]:
    return Permalink.objects.claiming(language, slug).values_list("article", flat=True)


def _found_under(language: str, slug: str, as_of: dt.datetime) -> Q:
    """Of an outer query's article: that readers found it there, by an Edition of that address or
    by a claim that was veiled since."""
    own = {"article": OuterRef("article")}
    veiled = Permalink.objects.claiming(language, slug).exclude(slug=slug).filter(**own)
    return Q(Exists(_seen(language, as_of).filter(slug=slug, **own))) | Q(Exists(veiled))


def _with_twin(editions: EditionQuerySet, language: str, as_of: dt.datetime) -> EditionQuerySet:
    """Each with its article in the other language, and whether search engines may have either."""
    twin = _live(other(language), as_of).filter(article=OuterRef("article"))
    hidden = Deindexed.objects.filter(article=OuterRef("article"))
    return editions.annotate(
        twin_slug=Subquery(twin.values("slug")[:1]),
        twin_topic=Subquery(twin.values("topic")[:1]),
        twin_published=Subquery(twin.values("first_live_from")[:1]),
        twin_is_indexed=~Exists(hidden.filter(language=other(language))),
        is_indexed=~Exists(hidden.filter(language=language)),
    )


def _twin(edition: Any) -> Twin | None:
    if not edition.twin_slug:
        return None
    return Twin(
        edition.twin_slug, edition.twin_topic, edition.twin_published, edition.twin_is_indexed
    )


def _people() -> QuerySet[EditionByline, Any]:
    """Whose page each byline of an Edition leads to, as "place:slug" joined."""
    pairs = Concat(
        Cast("position", TextField()), Value(":"), "contributor__slug", output_field=TextField()
    )
    mine = EditionByline.objects.filter(edition=OuterRef("pk")).order_by().values("edition")
    return mine.annotate(people=Joined(pairs)).values("people")


def _places(joined: str | None) -> dict[int, str]:
    pairs = (pair.split(":") for pair in (joined or "").split())
    return {int(place): slug for place, slug in pairs}


def _section(topic: Any, language: str) -> Section:
    def is_live(code: str) -> bool:
        named = read(topic, "name", code) and read(topic, "slug", code)
        return bool(named) and getattr(topic, f"read_{code}")

    return Section(
        id=topic.pk,
        name=read(topic, "name", language),
        slug=read(topic, "slug", language),
        description=read(topic, "description", language),
        is_live=is_live(language),
        other_slug=read(topic, "slug", other(language)),
        other_is_live=is_live(other(language)),
    )
