"""The photo library at the desk: upload, rights and words of a photo, its original."""

from functools import partial
from typing import Any

from django import forms
from django.contrib import admin
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from articles.desk.columns import Bilingual, pair, pairs
from articles.desk.photos.addresses import addresses
from articles.desk.photos.complete import complete
from articles.desk.photos.upload import upload
from articles.desk.thumbnails import thumbnail
from articles.desk.widgets import PhotoChooser
from articles.models.article import Article
from articles.models.photo import Photo
from articles.models.translated import read_any
from articles.photos import storage


class PhotoAdmin(Bilingual, admin.ModelAdmin):
    fieldsets = (
        (None, {"fields": ("large", "facts", *pairs("alt", "caption"))}),
        (gettext_lazy("Credit"), {"fields": (("byline", "credit"), "copyright_notice")}),
        (
            gettext_lazy("Rights"),
            {
                "fields": (
                    ("basis", "licence_ref"),
                    ("license_url", "acquire_url"),
                    ("stock_id", "editorial_only"),
                    ("expires_at", "substitute"),
                    "usage_terms",
                )
            },
        ),
        (
            gettext_lazy("The file"),
            {"fields": ("filename", "taken_at", "used_in"), "classes": ["collapse"]},
        ),
    )
    readonly_fields = ("large", "facts", "used_in")
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
    autocomplete_fields = ("credit",)
    raw_id_fields = ("substitute",)  # keeps the admin's own buttons away from our chooser
    may_add = ("credit",)
    list_per_page = 48
    actions = None
    change_form_template = "admin/articles/photo_form.html"

    class Media:
        js = (forms.Script("desk/slides.js", type="module"),)

    # --- Who may ---------------------------------------------------------------------------------

    def has_delete_permission(self, request: HttpRequest, obj: Photo | None = None) -> bool:
        """Not what an Edition shows: a frozen page would lose its picture."""
        allowed = super().has_delete_permission(request, obj)
        return allowed and (obj is None or not obj.editions.exists())

    def formfield_for_foreignkey(
        self, db_field: models.ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> forms.ModelChoiceField | None:
        if db_field.name == "substitute":
            kwargs["widget"] = PhotoChooser(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

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

    @admin.display(description="")
    def large(self, photo: Photo) -> SafeString:
        return format_html('<div class="large">{}</div>', thumbnail(photo))

    @admin.display(description=gettext_lazy("File"))
    def facts(self, photo: Photo) -> SafeString:
        return format_html(
            "{} · {} × {} · #{}", photo.filename, photo.width, photo.height, photo.pk
        )

    @admin.display(description=gettext_lazy("Used in"))
    def used_in(self, photo: Photo) -> SafeString | str:
        articles = Article.objects.filter(
            models.Q(slides__photo=photo) | models.Q(lead_photo=photo)
        ).distinct()
        return format_html_join(
            ", ",
            '<a href="{}">{}</a>',
            ((reverse("admin:articles_article_change", args=[each.pk]), each) for each in articles),
        ) or _("No article yet")
