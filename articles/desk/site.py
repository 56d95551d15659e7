"""The desk: the stock admin under our name, with a language switch in its header."""

from typing import Any, Final

from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, path
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles.desk import language
from articles.text.languages import AUTONYMS, LANGUAGES

GROUPS: Final = (
    (_("The desk"), ("Article", "FrontSlot")),
    (_("Photo desk"), ("Photo", "ImageCredit")),
    (_("Newsroom"), ("Topic", "Contributor", "Source", "User")),
)


def _place(model: str) -> int:
    order = [each for _name, own in GROUPS for each in own]
    return order.index(model) if model in order else len(order)


class DeskSite(AdminSite):
    site_header = "Diptych"
    site_title = "Diptych"
    index_title = _("The desk")

    def get_urls(self) -> list[URLPattern | URLResolver]:
        # Before the stock ones, whose last catches everything. Open to all: one chooses the
        # language before logging in.
        return [path("language/", language.switch, name="language"), *super().get_urls()]

    def get_app_list(
        self, request: HttpRequest, app_label: str | None = None
    ) -> list[dict[str, Any]]:
        """The screens by who uses them most, in place of one list in alphabetical order."""
        apps = super().get_app_list(request, app_label)
        models = {model["object_name"]: model for app in apps for model in app["models"]}
        for app in apps:
            app["models"].sort(key=lambda model: _place(model["object_name"]))
        if app_label is not None or not models:
            return apps
        ours = next(app for app in apps if app["app_label"] == "articles")
        groups = [
            {**ours, "name": name, "models": [models.pop(each) for each in own if each in models]}
            for name, own in GROUPS
        ]
        others = [
            {**app, "models": [each for each in app["models"] if each["object_name"] in models]}
            for app in apps
        ]
        return [group for group in (*groups, *others) if group["models"]]

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        here = get_language()
        return {
            **super().each_context(request),
            "desk_languages": [(code, AUTONYMS[code]) for code in LANGUAGES if code != here],
        }
