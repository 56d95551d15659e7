"""The register of photo credits: whom photos are credited to, under one spelling."""

from functools import partial
from typing import Final

from django import forms
from django.contrib import admin
from django.db import models, transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.desk.columns import Bilingual
from articles.desk.photos.reissuing import reissue_of_credit
from articles.models.photo import ImageCredit
from articles.photos.register import named
from articles.publishing.due import due_of_credit
from articles.text.matching import key

# What readers' pages show of a credit.
SHOWN: Final = frozenset({"name", "url", "license_url", "acquire_url"})


class ImageCreditForm(forms.ModelForm):
    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        self._require_new(name)
        return name

    def clean_aliases(self) -> str:
        """One a line, each once, none that means another entry."""
        aliases: dict[str, str] = {}
        for line in self.cleaned_data["aliases"].splitlines():
            aliases.setdefault(key(line), " ".join(line.split()))
        aliases.pop("", None)
        for alias in aliases.values():
            self._require_new(alias)
        return "\n".join(aliases.values())

    def _require_new(self, name: str) -> None:
        found = named(name)
        if found is not None and found.pk != self.instance.pk:
            said = _("“%(name)s” is in the register already, as “%(entry)s”.")
            raise forms.ValidationError(said, params={"name": name, "entry": found.name})


class ImageCreditAdmin(Bilingual, admin.ModelAdmin):
    form = ImageCreditForm
    fieldsets = (
        (None, {"fields": (("name", "kind"), "aliases", "url")}),
        (
            gettext_lazy("For every new photo of theirs"),
            {"fields": ("byline_required", "default_days", ("license_url", "acquire_url"))},
        ),
    )
    list_display = ("name", "kind", "photos", "byline_required", "default_days", "url")
    list_filter = ("kind", "byline_required")
    search_fields = ("name", "aliases")

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[ImageCredit]:
        return super().get_queryset(request).annotate(photo_count=models.Count("photo"))

    @admin.display(description=gettext_lazy("Photos"), ordering="photo_count")
    def photos(self, credit: ImageCredit) -> SafeString | str:
        count = credit.photo_count
        if not count:
            return "0"
        library = reverse("admin:articles_photo_changelist")
        address = f"{library}?credit__id__exact={credit.pk}"
        return format_html('<a href="{}">{}</a>', address, count)

    def save_model(
        self, request: HttpRequest, obj: ImageCredit, form: forms.ModelForm, change: bool
    ) -> None:
        """Pages follow at once where they show what was changed."""
        super().save_model(request, obj, form, change)
        if not change or SHOWN.isdisjoint(form.changed_data):
            return
        due_of_credit(obj)
        transaction.on_commit(partial(reissue_of_credit, request, obj))
