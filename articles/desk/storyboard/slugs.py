"""Which addresses of an article readers know: those stay when its headline changes."""

from typing import Any

from django.db.models import F, Q

from articles.models.article import Article
from articles.models.clock import DatabaseNow
from articles.models.edition import Edition
from articles.models.newsroom import Topic
from articles.models.translated import read
from articles.reader import addresses


def known_addresses(article: Article | None) -> dict[str, Any]:
    """{language: {slug, address, state}} of what is live ("live") or once was ("past"): one query.

    A scheduled Edition's address may still be changed: nobody has seen it.
    """
    if article is None:
        return {}
    seen = (
        Edition.objects.standing()
        .annotate(now=DatabaseNow())
        .filter(
            Q(live_until__isnull=True) | Q(live_until__gt=F("live_from")),
            article=article,
            live_from__lte=DatabaseNow(),
        )
        .order_by("live_from", "number")
        .values_list("language", "slug", "topic_id", "live_until", "now")
    )
    last = {language: (slug, topic, until, now) for language, slug, topic, until, now in seen}
    return {
        language: {
            "slug": slug,
            "address": addresses.article(language, _topic(article, topic, language), slug),
            "state": "live" if until is None or until > now else "past",
        }
        for language, (slug, topic, until, now) in last.items()
    }


def _topic(article: Article, pk: int, language: str) -> str:
    """The topic's part of the address; mostly the one that the article is in, and has at hand."""
    known = article.topic if article.topic_id == pk else Topic.objects.filter(pk=pk).first()
    return (read(known, "slug", language) if known else "") or "-"
