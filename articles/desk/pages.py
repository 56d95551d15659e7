"""Readers' pages seen from the desk: the preview of a working copy, and an Edition as published.

Both go through the readers' own page and template, so what is shown is what readers get.
"""

import datetime as dt
from dataclasses import replace
from typing import Any

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.desk.asking import rights_of
from articles.desk.editions import lifetime
from articles.document.build import build
from articles.document.schema import Document
from articles.document.serialise import load
from articles.models.article import Article
from articles.models.clock import database_now
from articles.models.edition import Edition
from articles.models.photo import Photo
from articles.publishing.snapshot import working_copy
from articles.reader import find
from articles.reader.pages import ArticlePage, article_page
from articles.reader.rights import Rights
from articles.reader.rows import Dates
from articles.text.languages import LANGUAGES, other


@require_safe
def preview(request: HttpRequest, pk: int, language: str) -> HttpResponse:
    """The working copy as readers of `language` would get it if it were published now."""
    article = _article(request, pk)
    if language not in LANGUAGES:
        raise Http404
    now = database_now()
    document = build(working_copy(article, as_of=now), language)
    page = _page(document, Rights(now), Dates())
    there = reverse("admin:articles_article_preview", args=[pk, other(language)])
    return _respond(
        page,
        title=_("Preview"),
        note=_("Not published: only staff see this page."),
        article=article,
        there=(there, other(language)),
    )


@require_safe
def as_published(request: HttpRequest, pk: int, edition: int) -> HttpResponse:
    """One Edition of the article, as it was frozen; without photos that may not be shown now."""
    article = _article(request, pk)
    row = get_object_or_404(Edition, pk=edition, article=article)
    now = database_now()
    document = load(row.document)
    page = _page(document, _rights(document, now), Dates(row.first_live_from, row.modified_at))
    title = _("Edition %(number)s as published") % {"number": row.number}
    return _respond(page, title=title, note=lifetime(row, as_of=now), article=article)


def _article(request: HttpRequest, pk: int) -> Article:
    article = get_object_or_404(Article, pk=pk)
    if not rights_of(request, article).view:
        raise Http404  # nor does one learn that there is such an article
    return article


def _rights(document: Document, now: dt.datetime) -> Rights:
    """Today's: the files of a photo that is over have no address any more."""
    over = Q(expires_at__lte=now) | Q(taken_down_at__lte=now)
    photos = Photo.objects.filter(over, pk__in=[photo.id for photo in document.photos()])
    return Rights(now, frozenset(photos.values_list("pk", flat=True)))


def _page(document: Document, rights: Rights, dates: Dates) -> ArticlePage:
    as_of = rights.as_of
    page = article_page(
        document,
        rights=rights,
        sections=find.sections(document.language, as_of),
        neighbours=find.neighbours(
            document.language,
            as_of,
            article=document.article,
            topic=document.topic,
            linked=[link.article for link in document.links if link.article],
        ),
        dates=dates,
    )
    # No address of its own: nothing to share, nothing for search engines.
    return replace(page, frame=replace(page.frame, canonical="", alternates=()))


def _respond(
    page: ArticlePage,
    *,
    title: str,
    note: str,
    article: Article,
    there: tuple[str, str] | None = None,
) -> HttpResponse:
    context: dict[str, Any] = {
        "page": page,
        "frame": page.frame,
        "bar": {
            "language": get_language(),
            "title": title,
            "note": note,
            "back": reverse("admin:articles_article_change", args=[article.pk]),
            "back_text": _("Back to the article"),
            "there": there,
        },
    }
    with translation.override(page.frame.language):
        html = render_to_string("admin/articles/preview.html", context)
    response = HttpResponse(html)
    response["Content-Language"] = page.frame.language
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
