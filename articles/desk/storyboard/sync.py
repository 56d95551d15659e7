"""What others did since a page last asked, and who has the article open."""

from dataclasses import asdict
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from articles.desk.asking import open_article, staff
from articles.desk.storyboard.asked import BadRequest, bad, read
from articles.editing import presence
from articles.editing.values import article_values, board_order, row_values
from articles.models.article import Article
from articles.models.clock import database_now


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
    answer = newer(article, since)
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
    if article.order_version > since:
        answer["order"] = board_order(slides, links)
    answer["by"] = dict.fromkeys(answer["values"], who)
    return answer


def _present(request: HttpRequest, article: Article, window: str, row: str) -> list[dict[str, Any]]:
    people = presence.here(article, user=staff(request), window=window, row=row, now=database_now())
    return [{**asdict(each), "me": each.window == window} for each in people]


def _text(value: Any, most: int) -> str:
    if value is None:
        return ""
    if not isinstance(value, str) or len(value) > most:
        raise BadRequest("no text, or too long")
    return value
