"""The photo library at the desk: upload, rights and words of a photo, its original."""

from functools import partial
from typing import Any

from django import forms
from django.contrib import admin
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy

from articles.desk.columns import Bilingual, pair
from articles.desk.photos import page
from articles.desk.photos.addresses import addresses
from articles.desk.photos.complete import complete
from articles.desk.photos.upload import upload
from articles.desk.thumbnails import thumbnail
from articles.models.photo import Photo
from articles.models.translated import read_any
from articles.photos import storage


class PhotoAdmin(Bilingual, admin.ModelAdmin):
    list_display = ("picture", "named", "byline", "credit", "basis", "uploaded_at")
    list_display_links = ("picture", "named")
    list_filter = ("basis", "credit", "uploaded_at")
    list_select_related = ("credit",)
    search_fields = (
        "filename",
        "byline",
        "credit__name",
        "stock_id",
        *pair("alt"),
        *pair("caption"),
    )
    list_per_page = 48
    actions = None

    class Media:
        js = (forms.Script("desk/slides.js", type="module"),)

    # --- Who may ---------------------------------------------------------------------------------

    def has_delete_permission(self, request: HttpRequest, obj: Photo | None = None) -> bool:
        """Not what an Edition shows: a frozen page would lose its picture."""
        allowed = super().has_delete_permission(request, obj)
        return allowed and (obj is None or not obj.editions.exists())

    def delete_model(self, request: HttpRequest, obj: Photo) -> None:
        """With its files: a photo is taken out because nobody shall have it any more."""
        names = storage.all_names(obj)
        super().delete_model(request, obj)
        transaction.on_commit(partial(storage.delete, names))

    # --- Upload ----------------------------------------------------------------------------------

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return upload(self, request)

    # --- Its own screens -------------------------------------------------------------------------

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        return page.change(request, self, object_id)

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        completing = path(
            "complete/", wrap(partial(complete, self)), name="articles_photo_complete"
        )
        return [completing, *addresses(wrap), *super().get_urls()]

    # --- What is shown ---------------------------------------------------------------------------

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Photo]:
        return super().get_queryset(request).select_related("credit")

    @admin.display(description="")
    def picture(self, photo: Photo) -> SafeString:
        return thumbnail(photo)

    @admin.display(description=gettext_lazy("Photo"), ordering="filename")
    def named(self, photo: Photo) -> str:
        return read_any(photo, "alt", get_language() or "en") or str(photo)
