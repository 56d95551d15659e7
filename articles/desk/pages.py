"""Readers' pages seen from the desk: the preview of a working copy, and an Edition as published.

Both go through the readers' own page and template, so what is shown is what readers get.
"""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from articles.desk.asking import rights_of
from articles.desk.editions import lifetime
from articles.desk.preview import Bar, preview_page, reader_page, respond, rights_now
from articles.desk.storyboard.asked import BadRequest, bad, read
from articles.desk.storyboard.imagined import imagined, nothing_yet
from articles.document.serialise import load
from articles.editing.changes import BadChange, Change, parse
from articles.models.article import Article
from articles.models.clock import database_now
from articles.models.edition import Edition
from articles.reader.rows import Dates
from articles.text.languages import LANGUAGES, other


@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest, pk: int, language: str) -> HttpResponse:
    """The working copy as readers of `language` would get it if it were published now.

    POST {"changes"}: with what its page has not saved yet, for the pane beside it.
    """
    article = _article(request, pk)

    def there(code: str) -> str:
        return reverse("admin:articles_article_preview", args=[pk, code])

    return _preview(request, article, language, there)


@require_http_methods(["GET", "HEAD", "POST"])
def new_preview(request: HttpRequest, language: str) -> HttpResponse:
    """The same of an article that its page has not saved yet."""
    if not rights_of(request, None).change:
        raise Http404

    def there(code: str) -> str:
        return reverse("admin:articles_article_new_preview", args=[code])

    return _preview(request, nothing_yet(), language, there)


def _preview(
    request: HttpRequest, article: Article, language: str, there: Callable[[str], str]
) -> HttpResponse:
    if language not in LANGUAGES:
        raise Http404
    try:
        changes = _pending(request)
    except (BadChange, BadRequest) as error:
        return bad(error)
    now = database_now()
    working = imagined(article, changes, as_of=now)
    page = preview_page(working, language, as_of=now, there=there)
    if request.method == "POST" and request.headers.get("Accept") == "application/json":
        return JsonResponse({"html": respond(page).content.decode()})
    if request.method == "POST" or "pane" in request.GET:
        return respond(page)
    note = _("Not published: only staff see this page.")
    bar = _bar(article, _("Preview"), note)
    return respond(page, bar={**bar, "there": (there(other(language)), other(language))})


def _pending(request: HttpRequest) -> list[Change]:
    return parse(read(request).get("changes", [])) if request.method == "POST" else []


@require_safe
def as_published(request: HttpRequest, pk: int, edition: int) -> HttpResponse:
    """One Edition of the article, as it was frozen; without photos that may not be shown now."""
    article = _article(request, pk)
    row = get_object_or_404(Edition, pk=edition, article=article)
    now = database_now()
    document = load(row.document)
    dates = Dates(row.first_live_from, row.modified_at)
    page = reader_page(document, rights=rights_now(document, now), dates=dates)
    title = _("Edition %(number)s as published") % {"number": row.number}
    return respond(page, bar=_bar(article, title, lifetime(row, as_of=now)))


def _article(request: HttpRequest, pk: int) -> Article:
    article = get_object_or_404(Article, pk=pk)
    if not rights_of(request, article).view:
        raise Http404  # nor does one learn that there is such an article
    return article


def _bar(article: Article, title: str, note: str) -> Bar:
    """What stands over the page, in the language of the desk."""
    return {
        "language": get_language(),
        "title": title,
        "note": note,
        "back": reverse("admin:articles_article_change", args=[article.pk])
        if article.pk
        else reverse("admin:articles_article_add"),
        "back_text": _("Back to the article"),
    }
