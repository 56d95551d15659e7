"""Short questions to the database, for tests of publishing."""

import datetime as dt

from articles.document.schema import Document
from articles.document.serialise import load
from articles.models.article import Article
from articles.models.edition import Edition, Instant, Notice
from articles.models.generation import ask
from articles.models.permalink import Permalink

SECOND = dt.timedelta(seconds=1)
HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)


def live(article: Article, language: str, at: dt.datetime) -> Edition | None:
    """What readers see at `at`; more than one is an error."""
    found = Edition.objects.live(at).filter(article=article, language=language)
    return found.get() if found else None


def headline(article: Article, language: str, at: dt.datetime) -> str | None:
    found = live(article, language, at)
    return load(found.document).headline if found else None


def document(edition: Edition) -> Document:
    return load(edition.document)


def notes(edition: Edition) -> list[str]:
    return [notice.text for notice in document(edition).notices]


def standing_notes(article: Article, language: str) -> list[str]:
    """Of the article itself: what its next Edition will carry."""
    return [n.text for n in Notice.objects.filter(article=article, language=language)]


def chain(
    article: Article, language: str
) -> list[tuple[int, str, dt.datetime, dt.datetime | None]]:
    """(number, kind, live from, live until) of the Editions that stand, in order."""
    standing = Edition.objects.standing().filter(article=article, language=language)
    return [
        (each.number, each.kind, each.live_from, each.live_until)
        for each in standing.order_by("live_from", "number")
    ]


def addresses(article: Article) -> set[tuple[str, str]]:
    return set(Permalink.objects.filter(article=article).values_list("language", "slug"))


def instants(article: Article, language: str) -> list[dt.datetime]:
    found = Instant.objects.filter(key=f"edition:{article.pk}:{language}")
    return list(found.order_by("at").values_list("at", flat=True))


def counter() -> int:
    return ask().counter


def rewrite(article: Article, language: str, **texts: str) -> None:
    """Change texts of the working copy in one language, as an editor would."""
    Article.objects.filter(pk=article.pk).update(
        **{f"{name}_{language}": text for name, text in texts.items()}
    )
