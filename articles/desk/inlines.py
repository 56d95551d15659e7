"""The lists of an article's page: slides, links, bylines, sources."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest

from articles.desk.asking import rights_of
from articles.desk.columns import Bilingual, pair
from articles.desk.forms import LinkForm, RowForm, SlideForm
from articles.desk.formsets import (
    BylineFormSet,
    LinkFormSet,
    RowFormSet,
    SlideFormSet,
    SourceFormSet,
)
from articles.desk.rights import may
from articles.desk.widgets import PhotoChooser
from articles.models.article import Article, ArticleSource, Byline, CrossLink, Slide


class RowInline(Bilingual, admin.StackedInline):
    """A list of the working copy: who may change the article's whole may change its rows."""

    form = RowForm
    formset = RowFormSet
    extra = 0

    def get_formset(self, request: HttpRequest, obj: Article | None = None, **kwargs: Any) -> Any:
        formset: Any = super().get_formset(request, obj, **kwargs)
        formset.form.rights = rights_of(request, obj)
        formset.form.user = request.user
        return formset

    def has_view_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        # Without an article the admin asks whether there is anything to list at all.
        return may(request.user, "view_article") if obj is None else rights_of(request, obj).view

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return rights_of(request, obj).change

    def has_add_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return rights_of(request, obj).whole

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return rights_of(request, obj).whole


class SlideInline(RowInline):
    model = Slide
    form = SlideForm
    formset = SlideFormSet
    fields = (
        "place",
        "languages",
        "photo",
        *pair("heading"),
        *pair("body"),
        *pair("caption"),
        *pair("alt"),
    )

    def get_extra(self, request: HttpRequest, obj: Article | None = None, **kwargs: Any) -> int:
        return 1 if obj is None else 0

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Slide]:
        return super().get_queryset(request).select_related("photo__credit")

    def formfield_for_foreignkey(
        self, db_field: models.ForeignKey, request: HttpRequest, **kwargs: Any
    ) -> forms.ModelChoiceField | None:
        if db_field.name == "photo":
            kwargs["widget"] = PhotoChooser(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class LinkInline(RowInline):
    model = CrossLink
    fk_name = "article"
    form = LinkForm
    formset = LinkFormSet
    fields = ("place", "after", "target", "url", *pair("label"))

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[CrossLink]:
        return super().get_queryset(request).select_related("target")


class BylineInline(RowInline):
    model = Byline
    formset = BylineFormSet
    fields = ("place", "contributor", "role")


class SourceInline(RowInline):
    model = ArticleSource
    formset = SourceFormSet
    fields = ("place", "source")
