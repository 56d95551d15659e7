"""The storyboard's way to the working copy: changes come in, what became of each goes out."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.desk.asking import open_article, rights_of, staff
from articles.desk.rights import Rights, visible_to
from articles.desk.storyboard.asked import BadRequest, bad, read
from articles.desk.storyboard.config import urls
from articles.desk.storyboard.findings import findings
from articles.editing.apply import Applied, May, Result, apply
from articles.editing.begin import begin
from articles.editing.changes import BadChange, Change, parse
from articles.models.article import Article
from articles.text.dates import local

_LONGEST_TOKEN = 36


@require_POST
def changes(request: HttpRequest, pk: int) -> HttpResponse:
    """POST {"changes", "window", "row", "save", "findings"}: see docs/decisions/0012."""
    article, granted = open_article(request, pk)
    if not granted.change:
        raise PermissionDenied
    try:
        body = read(request)
        wanted = parse(body.get("changes", []))
    except (BadChange, BadRequest) as error:
        return bad(error)
    return _answer(request, article, granted, wanted, body)


@require_POST
def new_changes(request: HttpRequest) -> HttpResponse:
    """The same for a page without an article yet: "token" names it, and its first change makes it."""
    if not rights_of(request, None).whole:
        raise PermissionDenied
    try:
        body = read(request)
        token = body.get("token")
        if not isinstance(token, str) or not 8 <= len(token) <= _LONGEST_TOKEN:
            raise BadRequest("no token")
        wanted = parse(body.get("changes", []))
    except (BadChange, BadRequest) as error:
        return bad(error)
    article, _made = begin(token=token, by=staff(request))
    granted = rights_of(request, article)
    if not granted.change:
        raise PermissionDenied
    return _answer(request, article, granted, wanted, body)


def may_write(request: HttpRequest, granted: Rights) -> May:
    """The editor's rights as the verb takes them."""

    def sees(pk: int) -> bool:
        return visible_to(request.user).filter(pk=pk).exists()

    return May(granted.words, whole=granted.whole, assign=granted.assign, link=sees)


def _answer(
    request: HttpRequest,
    article: Article,
    granted: Rights,
    wanted: list[Change],
    body: Mapping[str, Any],
) -> HttpResponse:
    done = apply(
        article_id=article.pk,
        changes=wanted,
        by=staff(request),
        may=may_write(request, granted),
        save=body.get("save") is True,
    )
    answer = told(done)
    if "token" in body:
        answer["urls"] = urls(done.article, granted)
    if body.get("findings") is True:
        answer["findings"] = findings(done.article, [], now=done.now)
    return JsonResponse(answer)


def told(done: Applied) -> dict[str, Any]:
    """What came of an act, as JSON has it."""
    answer: dict[str, Any] = {
        "article": done.article.pk,
        "version": done.article.version,
        "order_version": done.article.order_version,
        "saved": clock(done.now),
        "results": [_told(result) for result in done.results],
    }
    if done.order is not None:
        answer["order"] = done.order
    return answer


def clock(instant: Any) -> str:
    """`14.31` in Danish, `14:31` in English: without "kl.", which the sentence around it has."""
    return f"{local(instant):%H.%M}" if get_language() == "da" else f"{local(instant):%H:%M}"


def _told(result: Result) -> dict[str, Any]:
    told: dict[str, Any] = {"id": result.id, "status": result.status}
    match result.status:
        case "done":
            told |= {"value": result.value, "version": result.version}
            told |= {"also": result.also} if result.also else {}
        case "conflict":
            told |= {"now": result.now, "by": result.by or _("Somebody else")}
            told["at"] = clock(result.at) if result.at else ""
            if result.version is not None:  # a row's, to be seen by who insists
                told["version"] = result.version
        case "refused":
            told["message"] = result.message
    return told
