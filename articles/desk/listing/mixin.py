"""The list of articles, as the part of ArticleAdmin that shows it."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.urls import URLPattern
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from articles.desk.columns import pair
from articles.desk.conflicts import called
from articles.desk.listing import found
from articles.desk.states import badge, short_moment
from articles.desk.thumbnails import thumbnail
from articles.models.article import Article
from articles.models.translated import read
from articles.text.languages import LANGUAGES


class Listing(admin.options.BaseModelAdmin):
    """Columns, filters, search and what is done with many articles at once."""

    list_display: Any = ("picture", "headlines", "states", "topic", "whose", "changed")
    list_display_links: Any = ("headlines",)
    list_filter: Any = (found.MineFilter, "topic", found.EnglishFilter, found.DanishFilter)
    list_per_page = 50
    # The search is our own; this lets the admin show its box and answer the choosers.
    search_fields = pair("headline")
    search_help_text = gettext_lazy("Searches headlines, standfirsts and slides in both languages.")
    actions = None

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[found.ArticleList]:
        return found.ArticleList

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet[Article], search_term: str
    ) -> tuple[models.QuerySet[Article], bool]:
        return found.search(queryset, search_term), False

    def listing_urls(self) -> list[URLPattern]:
        """The addresses of the list's own screens, for get_urls."""
        return []

    @admin.display(description="")
    def picture(self, article: Any) -> SafeString | str:
        pictures = (slide.photo for slide in article.slides.all() if slide.photo)
        photo = article.lead_photo or next(pictures, None)
        return thumbnail(photo) if photo else ""

    @admin.display(description=gettext_lazy("Headline"), ordering="headline_en")
    def headlines(self, article: Article) -> SafeString:
        return format_html_join(
            "",
            '<span class="headline" lang="{}">{}</span>',
            ((language, read(article, "headline", language) or "–") for language in LANGUAGES),
        )

    @admin.display(description=gettext_lazy("State"))
    def states(self, article: Any) -> SafeString:
        return format_html_join("", "{}", ((badge(each),) for each in article.standings.values()))

    @admin.display(description=gettext_lazy("Owner"), ordering="owner__first_name")
    def whose(self, article: Article) -> str:
        return called(article.owner)

    @admin.display(description=gettext_lazy("Changed"), ordering="changed_at")
    def changed(self, article: Article) -> str:
        return short_moment(article.changed_at)
