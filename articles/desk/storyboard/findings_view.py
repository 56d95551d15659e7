"""What stops an article, or asks to be looked at, with what its page has not saved yet."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from articles.desk.asking import open_article, rights_of
from articles.desk.storyboard.asked import BadRequest, bad, read
from articles.desk.storyboard.findings import findings as found
from articles.desk.storyboard.imagined import nothing_yet
from articles.editing.changes import BadChange, parse
from articles.models.article import Article
from articles.models.clock import database_now


@require_POST
def findings(request: HttpRequest, pk: int) -> HttpResponse:
    """POST {"changes"}: see articles.desk.storyboard.findings for the answer."""
    article, _granted = open_article(request, pk)
    return _answer(request, article)


@require_POST
def new_findings(request: HttpRequest) -> HttpResponse:
    """The same of an article that its page has not saved yet."""
    if not rights_of(request, None).change:
        raise PermissionDenied
    return _answer(request, nothing_yet())


def _answer(request: HttpRequest, article: Article) -> HttpResponse:
    try:
        changes = parse(read(request).get("changes", []))
    except (BadChange, BadRequest) as error:
        return bad(error)
    return JsonResponse(found(article, changes, now=database_now()))
