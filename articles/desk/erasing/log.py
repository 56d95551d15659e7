"""The log of what was hidden, anonymised and erased: to be read, by the chief editor, for good."""

from typing import Any

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.desk.conflicts import called
from articles.models.erasure import Erasure


class ErasureAdmin(admin.ModelAdmin):
    """Who did what, when and why. No words are shown: those that were replaced are sealed."""

    list_display = ("at", "what", "which", "whose", "reason")
    list_display_links = ("at",)
    list_filter = ("kind",)
    search_fields = ("number", "reason")
    fields = ("at", "what", "which", "in_languages", "whose", "reason", "in_numbers", "again_at")
    change_list_template = "admin/articles/erasing/log.html"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Erasure | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Erasure | None = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> models.QuerySet[Erasure]:
        return super().get_queryset(request).select_related("article", "by")

    def get_readonly_fields(self, request: HttpRequest, obj: Erasure | None = None) -> Any:
        return self.fields

    @admin.display(description=gettext_lazy("what was done"), ordering="kind")
    def what(self, row: Erasure) -> str:
        if row.kind in (Erasure.Kind.DEINDEX, Erasure.Kind.INDEX):
            return f"{row.get_kind_display()}: {self.in_languages(row)}"
        return row.get_kind_display()

    @admin.display(description=gettext_lazy("article"), ordering="number")
    def which(self, row: Erasure) -> str | SafeString:
        """Its number leads to it, while there is something to lead to."""
        if row.article is None or row.article.erased_at:
            return _("no. %(number)s") % {"number": row.number}
        url = reverse("admin:articles_article_change", args=[row.number])
        name = _("no. %(number)s") % {"number": row.number}
        return format_html('<a href="{}">{}</a>', url, name)

    @admin.display(description=gettext_lazy("by"))
    def whose(self, row: Erasure) -> str:
        return called(row.by)

    @admin.display(description=gettext_lazy("languages"))
    def in_languages(self, row: Erasure) -> str:
        return ", ".join(code.upper() for code in row.languages)

    @admin.display(description=gettext_lazy("how much"))
    def in_numbers(self, row: Erasure) -> str:
        editions, photos = (len(row.details.get(name, [])) for name in ("editions", "photos"))
        return ", ".join(
            text % {"n": number}
            for number, text in (
                (editions, ngettext("%(n)s edition", "%(n)s editions", editions)),
                (photos, ngettext("%(n)s photo", "%(n)s photos", photos)),
            )
            if number
        )
