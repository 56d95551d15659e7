"""Preview links of one article: the list, a new one, one revoked. For whoever may change it."""

import datetime as dt
from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from articles.desk.asking import open_article, staff
from articles.desk.conflicts import called
from articles.desk.shared_preview import address
from articles.desk.states import short_moment
from articles.desk.storyboard.asked import BadRequest, bad, read
from articles.editing.preview_links import DAYS, is_open, make, revoke
from articles.models.article import Article
from articles.models.clock import database_now
from articles.models.desk import PreviewLink
from articles.text.dates import moment
from articles.text.languages import LANGUAGES

SHOWN: Final = 30


@require_http_methods(["GET", "HEAD", "POST"])
def links(request: HttpRequest, pk: int) -> HttpResponse:
    """POST {"make": {"note", "days"}} or {"revoke": id}. Answers {"links": […], "made": id}."""
    article, granted = open_article(request, pk)
    if not granted.change:
        raise PermissionDenied
    answer: dict[str, Any] = {}
    if request.method == "POST":
        try:
            answer = _act(request, article)
        except BadRequest as error:
            return bad(error)
    now = database_now()
    rows = PreviewLink.objects.filter(article=article).select_related("by")[:SHOWN]
    return JsonResponse({**answer, "links": [_told(row, now) for row in rows]})


def _act(request: HttpRequest, article: Article) -> dict[str, Any]:
    match read(request):
        case {"make": {"note": str(note), "days": int(days)}} if days in DAYS:
            return {"made": make(article=article, by=staff(request), note=note, days=days).pk}
        case {"revoke": int(pk)} if 0 < pk < 2**63:
            revoke(article=article, pk=pk)
            return {}
    raise BadRequest("neither made nor revoked")


def _told(link: PreviewLink, now: dt.datetime) -> dict[str, Any]:
    """A closed link's address is not told any more: nobody should send it on."""
    shown = is_open(link, now)
    language = get_language() or "en"
    return {
        "id": link.pk,
        "open": shown,
        "revoked": link.revoked_at is not None,
        "note": link.note,
        "by": called(link.by),
        "made": short_moment(link.made_at),
        "until": moment(link.expires_at, language),
        "opened": short_moment(link.opened_at) if link.opened_at else "",
        "urls": {code: address(link, code) for code in LANGUAGES} if shown else {},
    }
