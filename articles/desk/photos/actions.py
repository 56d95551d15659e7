"""What may be done with the photos that are ticked in the library, as actions of the changelist."""

from typing import TYPE_CHECKING, Any, Final

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from articles.desk.photos.bulk import LABELS
from articles.desk.photos.bulk_views import MOST, address, onward_of
from articles.desk.photos.cards import credited, title
from articles.desk.spreadsheet import download, sheet
from articles.models.clock import database_now
from articles.models.photo import Photo
from articles.models.translated import read
from articles.publishing.uses import counts
from articles.text.dates import local

if TYPE_CHECKING:
    from articles.desk.photos.admin import PhotoAdmin


def _page(name: str, request: HttpRequest, photos: QuerySet[Photo]) -> HttpResponseRedirect:
    ids = list(photos.values_list("pk", flat=True)[:MOST])
    return HttpResponseRedirect(address(name, ids, onward_of(request)))


@admin.action(description=gettext_lazy("Same for all"), permissions=["change"])
def same(modeladmin: Any, request: HttpRequest, photos: QuerySet[Photo]) -> HttpResponse:
    return _page("bulk", request, photos)


@admin.action(description=gettext_lazy("Texts one by one"), permissions=["change"])
def texts(modeladmin: Any, request: HttpRequest, photos: QuerySet[Photo]) -> HttpResponse:
    return _page("complete", request, photos)


@admin.action(description=gettext_lazy("List as CSV"), permissions=["view"])
def listing(modeladmin: Any, request: HttpRequest, photos: QuerySet[Photo]) -> HttpResponse:
    language = get_language() or "en"
    header = [
        *(_("Number"), _("Photo"), _("Credit line"), _("Photographer"), LABELS["credit"]),
        *(LABELS["basis"], LABELS["licence_ref"], LABELS["expires_at"], LABELS["usage_terms"]),
        *(_("Alt text (English)"), _("Alt text (Danish)")),
        *(_("Caption (English)"), _("Caption (Danish)")),
        *(_("Stock number"), _("File"), _("Width"), _("Height"), _("Uploaded")),
        *(_("Articles"), _("Live pages")),
    ]
    rows = list(photos.select_related("credit"))
    found = counts([photo.pk for photo in rows], as_of=database_now())
    content = sheet(
        header, ([*_cells(photo), *found[photo.pk]] for photo in rows), language=language
    )
    return download(content, f"photos-{local(database_now()):%Y-%m-%d}.csv")


@admin.action(description=gettext_lazy("Delete…"), permissions=["delete"])
def remove(modeladmin: Any, request: HttpRequest, photos: QuerySet[Photo]) -> HttpResponse:
    return _page("remove", request, photos)


ACTIONS: Final = (same, texts, listing, remove)


def offers(modeladmin: "PhotoAdmin", request: HttpRequest) -> list[tuple[str, Any]]:
    """(name, label) of those that the user may do, but the one that has a form of its own."""
    known = modeladmin.get_actions(request)
    return [(name, label) for _f, name, label in known.values() if name != "same"]


def _cells(photo: Photo) -> list[Any]:
    return [
        *(photo.pk, title(photo)[0], credited(photo), photo.byline, photo.credit or ""),
        *(photo.get_basis_display(), photo.licence_ref),
        f"{local(photo.expires_at):%Y-%m-%d %H:%M}" if photo.expires_at else "",
        photo.usage_terms,
        *(read(photo, "alt", language) for language in ("en", "da")),
        *(read(photo, "caption", language) for language in ("en", "da")),
        *(photo.stock_id, photo.filename, photo.width, photo.height),
        f"{local(photo.uploaded_at):%Y-%m-%d %H:%M}",
    ]
