"""What others did since a page last asked, and who has the article open."""

import datetime as dt
from dataclasses import asdict
from typing import Any

from django.db.models import Count, Max, Q
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from articles.desk.asking import open_article, staff
from articles.desk.storyboard.asked import BadRequest, bad, read
from articles.desk.storyboard.states import states_of
from articles.editing import presence, removed
from articles.editing.values import article_values, board_order, row_values
from articles.models.article import Article
from articles.models.clock import database_now
from articles.models.desk import Waiting


@require_POST
def sync(request: HttpRequest, pk: int) -> HttpResponse:
    """POST {"since": version, "window", "row"}: see docs/decisions/0012."""
    article, _granted = open_article(request, pk)
    try:
        body = read(request)
        since = body.get("since", 0)
        if isinstance(since, bool) or not isinstance(since, int) or since < 0:
            raise BadRequest("since is no number")
        window, row = _text(body.get("window"), 36), _text(body.get("row"), 12)
    except BadRequest as error:
        return bad(error)
    if body.get("leaving") is True:
        presence.left(article, window=window)
        return JsonResponse({})
    now = database_now()
    answer = newer(article, since)
    answer["stamp"] = stamp(article, now)
    if answer["version"] > since or body.get("stamp") != answer["stamp"]:
        answer["states"] = states_of(article, now)
    answer["present"] = _present(request, article, window, row)
    return JsonResponse(answer)


def newer(article: Article, since: int) -> dict[str, Any]:
    """What of `article` is newer than version `since`; no query where nothing is."""
    answer: dict[str, Any] = {
        "version": article.version,
        "order_version": article.order_version,
        "values": {},
        "versions": {},
        "order": None,
        "by": {},
    }
    if article.version <= since:
        return answer
    who = str(article.changed_by or "")
    if article.words_version > since:
        answer["values"][""] = article_values(article)
        answer["versions"][""] = article.words_version
    slides, links = list(article.slides.all()), list(article.links.all())
    for kind, rows in (("slide", slides), ("link", links)):
        for row in rows:
            if row.version > since:
                answer["values"][row.key] = row_values(kind, row)
                answer["versions"][row.key] = row.version
    answer["by"] = dict.fromkeys(answer["values"], who)  # who wrote last: for a word, not a verdict
    if article.order_version > since:
        answer["order"] = board_order(slides, links)
        answer["by"] |= removed.by_whom(article)
    return answer


def stamp(article: Article, now: dt.datetime) -> str:
    """Changes with whatever publishing, the clock or the photo worker does to where it stands.

    Two queries: a page asks every few seconds.
    """
    chain = article.editions.aggregate(
        newest=Max("pk"),
        cancelled=Max("cancelled_at"),
        withdrawn=Max("withdrawn_at"),
        begun=Count("pk", filter=Q(live_from__lte=now)),
    )
    waiting = Waiting.objects.filter(article=article).values_list("pk", "state", "done_at").first()
    return "|".join(str(each) for each in (*chain.values(), waiting))


def _present(request: HttpRequest, article: Article, window: str, row: str) -> list[dict[str, Any]]:
    people = presence.here(article, user=staff(request), window=window, row=row, now=database_now())
    return [{**asdict(each), "me": each.window == window} for each in people]


def _text(value: Any, most: int) -> str:
    if value is None:
        return ""
    if not isinstance(value, str) or len(value) > most:
        raise BadRequest("no text, or too long")
    return value
