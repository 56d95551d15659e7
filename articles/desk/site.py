"""The desk: the stock admin under our name, with a language switch in its header."""

from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, path
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles.desk import language
from articles.text.languages import AUTONYMS, LANGUAGES


class DeskSite(AdminSite):
    site_header = "Diptych"
    site_title = "Diptych"
    index_title = _("The desk")

    def get_urls(self) -> list[URLPattern | URLResolver]:
        # Before the stock ones, whose last catches everything. Open to all: one chooses the
        # language before logging in.
        return [path("language/", language.switch, name="language"), *super().get_urls()]

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        here = get_language()
        return {
            **super().each_context(request),
            "desk_languages": [(code, AUTONYMS[code]) for code in LANGUAGES if code != here],
        }
