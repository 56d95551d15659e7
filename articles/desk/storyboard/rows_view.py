"""Rows that others added while a page was open, as that page would have shown them."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from articles.desk.asking import open_article, rights_of
from articles.desk.storyboard.page import head, labels
from articles.desk.storyboard.rows import Row, rows
from articles.models.article import Article, ArticleSource, Byline, CrossLink, Slide
from articles.models.clock import database_now
from articles.models.translated import read_any
from articles.publishing.state import standings
from articles.text.languages import LANGUAGES


@require_GET
def drawn(request: HttpRequest, pk: int) -> HttpResponse:
    """GET ?keys=k7f2x,m3qad answers {"rows": {key: html}, "names": {"bylines": {id: name}, …}}.

    A key that the article has not is left out.
    """
    article, _granted = open_article(request, pk)
    keys = set(request.GET.get("keys", "").split(",")) - {""}
    found = [row for row in _board(request, article) if row.key in keys] if keys else []
    given = {**labels(), "rights": rights_of(request, article)}
    return JsonResponse(
        {
            "rows": {
                row.key: render_to_string(
                    f"admin/articles/storyboard/{row.kind}.html", {**given, "row": row}
                )
                for row in found
            },
            "names": names(article),
        }
    )


def names(article: Article) -> dict[str, dict[int, str]]:
    """Of those in the short lists: the script knows them by their ids."""
    bylines = Byline.objects.filter(article=article).select_related("contributor")
    sources = ArticleSource.objects.filter(article=article).select_related("source")
    return {
        "bylines": {each.contributor_id: each.contributor.name for each in bylines},
        "sources": {
            each.source_id: read_any(each.source, "name", get_language() or "en")
            for each in sources
        },
    }


def _board(request: HttpRequest, article: Article) -> list[Row]:
    page: Any = admin.site.get_model_admin(Article)
    lists = {
        inline.model: made(
            instance=article,
            prefix=made.get_default_prefix(),
            queryset=inline.get_queryset(request),
        )
        for made, inline in page.get_formsets_with_inlines(request, article)
        if inline.model in (Slide, CrossLink)
    }
    found = standings(article, as_of=database_now())
    states: dict[str, str] = {language: head(language, found).state for language in LANGUAGES}
    return rows(lists.get(Slide), lists.get(CrossLink), states)
