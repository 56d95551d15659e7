"""The desk: the stock admin under our name, with a language switch in its header."""

from typing import Any, Final

from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from articles.desk import language
from articles.text.languages import AUTONYMS, LANGUAGES

GROUPS: Final = (
    (_("The desk"), ("Article", "FrontSlot")),
    (_("Photo desk"), ("Photo", "Upload", "ImageCredit")),
    (
        pgettext_lazy("a group of screens", "Newsroom"),
        ("Topic", "Contributor", "Source", "Page", "SiteSettings", "User", "Erasure"),
    ),
)
# Of articles/templates/admin/icons.html.
ICONS: Final = {
    "Article": "doc",
    "FrontSlot": "home",
    "Photo": "photo",
    "Upload": "upload",
    "ImageCredit": "flag",
    "Topic": "tag",
    "Contributor": "person",
    "Source": "link",
    "Page": "doc",
    "SiteSettings": "grid",
    "User": "person",
    "Erasure": "bin",
}


def _place(model: str) -> int:
    order = [each for _name, own in GROUPS for each in own]
    return order.index(model) if model in order else len(order)


def _upload(photo: dict[str, Any]) -> dict[str, Any]:
    """The upload screen as an entry beside the library: it is where the photo desk begins."""
    name = {"name": _("Upload"), "object_name": "Upload"}
    return {**photo, **name, "admin_url": photo["add_url"], "add_url": None, "view_only": True}


def _marked(apps: list[dict[str, Any]], path: str) -> list[dict[str, Any]]:
    """With each entry's icon, and the one marked that `path` belongs to most closely."""
    entries = [model for app in apps for model in app["models"]]
    here = [str(each.get("admin_url") or "") for each in entries]
    closest = max((each for each in here if each and path.startswith(each)), key=len, default=None)
    for model, address in zip(entries, here, strict=True):
        model["is_current"] = bool(closest) and address == closest
        model["icon"] = ICONS.get(model["object_name"], "list")
        if model["object_name"] == "FrontSlot":  # one screen, where slots are made as well
            model.update(name=_("Front page"), add_url=None)
    return apps


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
            return _marked(apps, request.path)
        if models.get("Photo", {}).get("add_url"):
            models["Upload"] = _upload(models["Photo"])
        ours = next(app for app in apps if app["app_label"] == "articles")
        groups = [
            {**ours, "name": name, "models": [models.pop(each) for each in own if each in models]}
            for name, own in GROUPS
        ]
        others = [
            {**app, "models": [each for each in app["models"] if each["object_name"] in models]}
            for app in apps
        ]
        shown = [group for group in (*groups, *others) if group["models"]]
        return _marked(shown, request.path)

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        # It needs the models, which load after this site.
        from articles.desk.dashboard.page import context_of

        context = context_of(request)
        return super().index(request, {**context, **(extra_context or {})})

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        here = get_language()
        return {
            **super().each_context(request),
            "desk_languages": [(code, AUTONYMS[code]) for code in LANGUAGES if code != here],
        }
