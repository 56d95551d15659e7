"""Ask search engines to leave an article alone, while readers keep it; or let them have it again."""

import datetime as dt
from collections.abc import Sequence

from django.db import transaction

from articles.models.article import Article
from articles.models.edition import Deindexed
from articles.models.erasure import Erasure
from articles.models.generation import advance
from articles.models.staff import User
from articles.publishing import journal
from articles.publishing.errors import NoReasonGiven, NothingToDo
from articles.publishing.lock import lock


@transaction.atomic
def deindex(
    *,
    article: Article | int,
    languages: Sequence[str],
    by: User | None,
    reason: str,
    again: journal.Entry | None = None,
) -> Erasure:
    """Hide `article` in `languages`: its page says noindex, and nothing that engines read names it.

    It holds for every later Edition too. Raises NoReasonGiven, or NothingToDo where it is hidden.
    """
    locked, now = _begin(article, reason)
    hidden = set(_hidden(locked))
    new = [code for code in dict.fromkeys(languages) if code not in hidden]
    Deindexed.objects.bulk_create(
        Deindexed(article=locked, language=code, since=now) for code in new
    )
    return _end(locked, Erasure.Kind.DEINDEX, new, by=by, now=now, reason=reason, again=again)


@transaction.atomic
def index_again(
    *,
    article: Article | int,
    languages: Sequence[str],
    by: User | None,
    reason: str,
    again: journal.Entry | None = None,
) -> Erasure:
    """Let search engines have it again. Raises NoReasonGiven, or NothingToDo where it is shown."""
    locked, now = _begin(article, reason)
    shown = [code for code in dict.fromkeys(languages) if code in _hidden(locked)]
    Deindexed.objects.filter(article=locked, language__in=shown).delete()
    return _end(locked, Erasure.Kind.INDEX, shown, by=by, now=now, reason=reason, again=again)


def _hidden(article: Article) -> list[str]:
    return list(Deindexed.objects.filter(article=article).values_list("language", flat=True))


def _begin(article: Article | int, reason: str) -> tuple[Article, dt.datetime]:
    if not reason.strip():
        raise NoReasonGiven
    return lock(article if isinstance(article, int) else article.pk)


def _end(
    article: Article,
    kind: str,
    languages: list[str],
    *,
    by: User | None,
    now: dt.datetime,
    reason: str,
    again: journal.Entry | None,
) -> Erasure:
    if not languages and again is None:
        raise NothingToDo
    row = journal.note(
        article, kind, by=by, at=now, reason=reason, languages=languages, again=again
    )
    advance()
    return row
