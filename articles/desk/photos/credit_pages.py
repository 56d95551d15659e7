"""The screen of what was shown of each credit in a month, and the same as a table to be saved."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.desk.photos.cards import title
from articles.desk.photos.credit_usage import CreditUse, Month, PageUse, PhotoUse, usage
from articles.desk.photos.where import places
from articles.desk.spreadsheet import download, sheet
from articles.desk.thumbnails import thumbnail_url
from articles.models.clock import database_now
from articles.models.photo import Photo
from articles.publishing.statement import lines_in
from articles.text.dates import local, month_name

if TYPE_CHECKING:
    from articles.desk.photos.admin import PhotoAdmin

_MONTH: Final = re.compile(r"(?P<year>20\d\d)-(?P<number>0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class Row:
    """One photo of a credit, as the screen shows it; `photo` is None if it was deleted."""

    use: PhotoUse
    photo: Photo | None
    title: str
    language: str
    thumbnail: str


def credit_usage(admin: "PhotoAdmin", request: HttpRequest) -> HttpResponse:
    """`?month=2026-11&credit=…`, and with `format=csv` line by line."""
    if not admin.has_view_permission(request):
        raise PermissionDenied
    now = database_now()
    month = asked_month(request.GET.get("month", ""), now)
    every = usage(
        lines_in(since=month.day, until=month.day),
        start=month.start,
        end=min(month.end, now),
    )
    credit = request.GET.get("credit")
    shown = every if credit is None or credit == "*" else [e for e in every if e.credit == credit]
    photos = Photo.objects.in_bulk({photo.photo for each in shown for photo in each.photos})
    if request.GET.get("format") == "csv":
        return download(table(shown, month, photos), f"credits-{month}.csv")
    here = get_language() or "en"
    context = {
        **admin.admin_site.each_context(request),
        "title": _("Usage per credit"),
        "opts": admin.opts,
        "month": month,
        "month_name": month_name(month.start, here),
        "earlier": month.shifted(-1),
        "later": month.shifted(1) if month.end <= now else None,
        "is_running": month.end > now,
        "credit": "*" if credit is None else credit,
        "credits": [each.credit for each in every],
        "found": [(each, [_row(use, photos) for use in each.photos]) for each in shown],
        "total": CreditUse("", tuple(use for each in shown for use in each.photos)),
    }
    return TemplateResponse(request, "admin/articles/photos/credit_usage.html", context)


def asked_month(text: str, now: dt.datetime) -> Month:
    """The month that `text` names, `2026-11`; else the one that is."""
    found = _MONTH.fullmatch(text)
    here = local(now)
    return (
        Month(int(found["year"]), int(found["number"])) if found else Month(here.year, here.month)
    )


def _row(use: PhotoUse, photos: Mapping[int, Photo]) -> Row:
    photo = photos.get(use.photo)
    if photo is None:
        return Row(use, None, f"#{use.photo}", "", "")
    said, language = title(photo)
    return Row(use, photo, said, language, thumbnail_url(photo))


# --- The table -----------------------------------------------------------------------------------


def table(found: Sequence[CreditUse], month: Month, photos: Mapping[int, Photo]) -> bytes:
    """One line per photo and page: what an invoice can be held against, and sums be made of."""
    header = [
        *(_("Month"), _("Credit"), _("Photo no."), _("Photo"), _("Stock number")),
        *(_("Licence or invoice no."), _("Article no."), _("Headline"), _("Language")),
        *(_("Address"), _("Shown at"), _("From"), _("Until")),
    ]
    return sheet(header, _cells(found, month, photos), language=get_language() or "en")


def _cells(
    found: Sequence[CreditUse], month: Month, photos: Mapping[int, Photo]
) -> Iterator[Sequence[Any]]:
    for each in found:
        for use in each.photos:
            photo = photos.get(use.photo)
            said = (title(photo)[0], photo.stock_id, photo.licence_ref) if photo else ("", "", "")
            for page in use.pages:
                yield (str(month), each.credit, use.photo, *said, *_page_cells(page))


def _page_cells(page: PageUse) -> Sequence[Any]:
    return (
        *(page.article, page.headline, page.language, page.address),
        places(page.slides, is_lead=page.is_lead),
        *(f"{local(when):%Y-%m-%d %H:%M}" for when in (page.start, page.end)),
    )
