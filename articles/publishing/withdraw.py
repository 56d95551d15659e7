"""Take a live article off the site, in one language or both."""

import datetime as dt
from collections.abc import Mapping, Sequence

from django.db import transaction

from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.generation import advance
from articles.models.staff import User
from articles.publishing import related
from articles.publishing.cancel import scheduled, strike
from articles.publishing.errors import NothingLive, WrongSuccessor
from articles.publishing.lifetimes import retime, write
from articles.publishing.lock import lock
from articles.publishing.overtaken import overtaken


@transaction.atomic
def withdraw(
    *,
    article: Article,
    languages: Sequence[str],
    by: User | None,
    reasons: Mapping[str, str] | None = None,
    successor: Article | None = None,
) -> list[Edition]:
    """End what is live in `languages` and cancel all that is scheduled there.

    From then on its addresses answer 410, or 301 to `successor` while that is live in the
    language. `reasons` says why, per language; readers see it on the page that is gone. Raises
    NothingLive when one of the languages has nothing to withdraw; then none is withdrawn.
    """
    if successor is not None and successor.pk == article.pk:
        raise WrongSuccessor
    locked, now = lock(article.pk)
    ended = []
    for language in dict.fromkeys(languages):
        reason = (reasons or {}).get(language, "").strip()
        live = end(locked, language, by=by, now=now, reason=reason, successor=successor)
        if live is None:
            raise NothingLive
        live.refresh_from_db()
        ended.append(live)
    related.forget(locked.pk, [edition.language for edition in ended])
    overtaken(locked, languages, now)
    advance()
    return ended


def end(
    article: Article,
    language: str,
    *,
    by: User | None,
    now: dt.datetime,
    reason: str = "",
    successor: Article | None = None,
) -> Edition | None:
    """End what is live of a locked article in one language; what is scheduled there is cancelled."""
    strike(scheduled(article, language, now, now=now), by=by, now=now)
    live = Edition.objects.live(now).filter(article=article, language=language).first()
    if live is not None:
        write(
            live.pk,
            withdrawn_at=now,
            withdrawal_reason=reason,
            ended_by=by,
            successor=successor,
        )
    retime(article.pk, language)
    return live
