"""Photos at the desk: each screen is a module beside this one, and this is where they meet."""

from functools import partial
from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from articles.desk.columns import Bilingual
from articles.desk.photos import asked, page
from articles.desk.photos.actions import ACTIONS
from articles.desk.photos.addresses import addresses
from articles.desk.photos.complete import complete
from articles.desk.photos.library import AskedFilter, PhotoList, furnished
from articles.desk.photos.library_urls import library_urls
from articles.desk.photos.removal import remove
from articles.desk.photos.search import COLUMNS, search
from articles.desk.photos.upload import upload
from articles.models.photo import Photo


class PhotoAdmin(Bilingual, admin.ModelAdmin):
    list_filter = (AskedFilter,)
    # The search is our own; this lets the admin answer the choosers.
    search_fields = COLUMNS
    list_per_page = 48
    show_full_result_count = False
    actions = ACTIONS

    class Media:
        js = (forms.Script("desk/photo/chooser.js", type="module"),)

    # --- The library -----------------------------------------------------------------------------

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[PhotoList]:
        return PhotoList

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Our own questions, see asked.py, and no column by its name in an address."""
        return lookup in asked.NAMES

    def get_search_results(
        self, request: HttpRequest, queryset: models.QuerySet[Photo], search_term: str
    ) -> tuple[models.QuerySet[Photo], bool]:
        return search(queryset, search_term), False

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return furnished(self, request, super().changelist_view(request, extra_context))

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Ours alone: the admin's own way of deleting knows nothing of files."""
        known = super().get_actions(request)
        return {name: each for name, each in known.items() if name != "delete_selected"}

    # --- One photo -------------------------------------------------------------------------------

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return upload(self, request)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        return page.change(request, self, object_id)

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return remove(self, request, object_id)

    # --- All screens -----------------------------------------------------------------------------

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        completing = path(
            "complete/", wrap(partial(complete, self)), name="articles_photo_complete"
        )
        return [completing, *library_urls(self, wrap), *addresses(wrap), *super().get_urls()]

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Photo]:
        return super().get_queryset(request).select_related("credit")
