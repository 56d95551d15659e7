"""The registers: topics, contributors, sources; and the front page's slots."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models, transaction
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.desk.columns import Bilingual, pair, pairs
from articles.desk.front.screen import FrontPage
from articles.models import generation
from articles.models.clock import database_now
from articles.models.newsroom import Contributor, FrontSlot, Topic
from articles.models.site import Page
from articles.publishing.readdress import is_taken, readdressed
from articles.publishing.uses import unfinished
from articles.text.addresses import RESERVED
from articles.text.languages import LANGUAGES
from articles.text.slugs import slugify


class ReadersSee(admin.ModelAdmin):
    """For what readers' pages show as it is now: every change makes them anew."""

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        self.touch(obj)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        self.forget(obj)
        super().delete_model(request, obj)
        generation.advance()

    def delete_queryset(self, request: HttpRequest, queryset: models.QuerySet[Any]) -> None:
        with transaction.atomic():
            for obj in queryset:
                self.forget(obj)
            super().delete_queryset(request, queryset)
            generation.advance()

    def touch(self, obj: Any) -> None:
        generation.advance()

    def forget(self, obj: Any) -> None:
        """Called before `obj` is deleted."""


class TopicForm(forms.ModelForm):
    def clean(self) -> dict[str, Any]:
        super().clean()
        named = [language for language in LANGUAGES if self.cleaned_data.get(f"name_{language}")]
        if not named:
            self.add_error(None, _("Give the topic a name in at least one language."))
        for language in LANGUAGES:
            self._clean_slug(language)
        return self.cleaned_data

    def _clean_slug(self, language: str) -> None:
        """The address: made from the name if empty, nobody else's, no word of the site's own."""
        name = f"slug_{language}"
        if name not in self.cleaned_data:
            return
        slug = self.cleaned_data[name] or slugify(self.cleaned_data.get(f"name_{language}") or "")
        self.cleaned_data[name] = slug
        if slug in RESERVED[language]:
            self.add_error(name, _("The site uses this word itself. Type a different one."))
        elif slug and Topic.objects.filter(**{name: slug}).exclude(pk=self.instance.pk).exists():
            self.add_error(name, _("Another topic has this address. Type a different one."))
        elif slug and Page.objects.filter(**{name: slug}).exists():
            self.add_error(name, _("A page has this address. Type a different one."))


class TopicAdmin(Bilingual, ReadersSee):
    form = TopicForm
    fields = (*pairs("name", "slug", "description"), "order")
    list_display = (*pair("name"), *pair("slug"), "order")
    ordering = ("order", "id")


class ContributorForm(forms.ModelForm):
    def clean_slug(self) -> str:
        slug = self.cleaned_data["slug"] or slugify(self.cleaned_data.get("name") or "")
        if not slug:
            raise forms.ValidationError(
                _("No address can be made from the name. Type one, in letters a to z.")
            )
        if is_taken(slug, by_other_than=self.instance.pk):
            raise forms.ValidationError(
                _("Another contributor has this address, or had it. Type a different one.")
            )
        return slug


class ContributorAdmin(Bilingual, ReadersSee):
    form = ContributorForm
    fields = ("name", "slug", pair("bio"), ("email", "url"))
    list_display = ("name", "slug")
    search_fields = ("name",)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if change:
            readdressed(obj, former=form.initial["slug"])
        super().save_model(request, obj, form, change)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Nobody takes away a page that bylines lead to, or will when they go live."""
        allowed = super().has_delete_permission(request, obj)
        return allowed and (obj is None or not _stands_in_an_edition(obj))

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and db_field.name == "slug":
            field.required = False
            field.help_text = gettext_lazy(
                "Empty: made from the name. If you change it, the address before leads to it."
            )
        elif field is not None and db_field.name == "email":
            field.help_text = gettext_lazy("Shown on their page. Leave empty to show none.")
        elif field is not None and db_field.name == "url":
            field.help_text = gettext_lazy(
                "A page of their own elsewhere, linked from theirs here."
            )
        return field


def _stands_in_an_edition(contributor: Contributor) -> bool:
    """Whether anything live or scheduled names them."""
    return unfinished(database_now()).filter(bylines__contributor=contributor).exists()


class SourceForm(forms.ModelForm):
    def clean(self) -> dict[str, Any]:
        super().clean()
        if not any(self.cleaned_data.get(name) for name in pair("name")):
            self.add_error(None, _("Give the source a name in at least one language."))
        return self.cleaned_data


class SourceAdmin(Bilingual, admin.ModelAdmin):
    form = SourceForm
    fields = (pair("name"), "url")
    list_display = (*pair("name"), "url")
    search_fields = pair("name")


class FrontSlotAdmin(FrontPage, Bilingual, ReadersSee):
    fields = ("language", "position", "article", "shown_from", "shown_until")
    autocomplete_fields = ("article",)
    radio_fields = {"language": admin.HORIZONTAL}

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"shown_from": timezone.now(), **super().get_changeform_initial_data(request)}

    def touch(self, slot: FrontSlot) -> None:
        until = {slot.shown_until} if slot.shown_until else set()
        generation.set_instants(f"slot:{slot.pk}", {slot.shown_from, *until})
        super().touch(slot)

    def forget(self, slot: FrontSlot) -> None:
        generation.set_instants(f"slot:{slot.pk}", set())
