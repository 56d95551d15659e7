"""The list of articles, as the part of ArticleAdmin that shows it."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy

from articles.desk.columns import pair
from articles.desk.listing import filters, many, offers
from articles.desk.listing.copying import duplicate
from articles.desk.listing.found import search
from articles.desk.listing.rows import ArticleList
from articles.models.article import Article


class Listing(admin.options.BaseModelAdmin):
    """Columns, filters, search and what is done with many articles at once."""

    # Their order is what addresses sort by (`?o=-2`); the template shows more.
    list_display: Any = ("headlines", "topic", "changed", "reads")
    list_display_links = None
    list_filter: Any = (
        filters.ShowFilter,
        filters.TopicFilter,
        filters.PersonFilter,
        filters.EnglishFilter,
        filters.DanishFilter,
    )
    list_per_page = 50
    # The search is our own; this lets the admin show its box and answer the choosers.
    search_fields = pair("headline")
    search_help_text = gettext_lazy("Searches headlines, standfirsts and slides in both languages.")
    actions = None
    change_list_template = "admin/articles/listing/list.html"

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ArticleList]:
        return ArticleList

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet[Article], search_term: str
    ) -> tuple[models.QuerySet[Article], bool]:
        return search(queryset, search_term), False

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        context = {"offers": offers.of(request)}
        return super().changelist_view(request, {**context, **(extra_context or {})})

    def listing_urls(self) -> list[URLPattern]:
        """The addresses of the list's own screens, for get_urls."""
        wrap = self.admin_site.admin_view
        return [
            path("many/", wrap(self.many_view), name="articles_article_many"),
            path("many/<str:job>/", wrap(many.progress), name="articles_article_many_job"),
            path("<int:pk>/duplicate/", wrap(duplicate), name="articles_article_duplicate"),
        ]

    def many_view(self, request: HttpRequest) -> HttpResponse:
        return many.ask(self, request)

    @admin.display(description=gettext_lazy("Headline"), ordering="headline_en")
    def headlines(self, article: Article) -> str:
        return str(article)

    @admin.display(description=gettext_lazy("Changed"), ordering="changed_at")
    def changed(self, article: Article) -> str:
        return str(article.changed_at)

    @admin.display(description=gettext_lazy("Reads"))
    def reads(self, article: Article) -> str:
        return ""  # of many at once, and sorted by: see ArticleList
