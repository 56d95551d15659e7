"""The statement of use of one photo, to be printed, or as a table: for an agency's invoice."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.admin import site
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from articles.desk.names import LANGUAGE_NAMES
from articles.desk.photos.facts import Fact
from articles.desk.photos.facts import line as facts_line
from articles.desk.photos.naming import name_of_photo
from articles.desk.photos.where import places
from articles.desk.rights import may
from articles.desk.schedule import said
from articles.desk.spreadsheet import download, sheet
from articles.models.clock import database_now
from articles.models.photo import Photo
from articles.publishing.statement import Line, statement
from articles.text.dates import day, iso


@dataclass(frozen=True, slots=True)
class Shown:
    """One line of it, in words."""

    line: Line
    where: str
    start: str
    until: str


@never_cache
@require_safe
def statement_of_use(request: HttpRequest, pk: int) -> HttpResponse:
    """Every page that showed the photo, from when to when; `?format=csv` as a table."""
    if not may(request.user, "change_photo"):
        raise PermissionDenied
    photo: Photo = get_object_or_404(Photo.objects.select_related("credit"), pk=pk)
    now = database_now()
    lines = statement(photo)
    if request.GET.get("format") == "csv":
        return _table(photo, lines, now)
    context: dict[str, Any] = {
        **site.each_context(request),
        "title": _("Statement of use"),
        "opts": Photo._meta,
        "original": photo,
        "photo_name": name_of_photo(photo),
        "facts": _facts(photo),
        "as_of": said(now),
        "lines": [_shown(line) for line in lines],
        "totals": totals(lines),
    }
    return TemplateResponse(request, "admin/articles/photo/statement.html", context)


def totals(lines: Sequence[Line]) -> list[Fact]:
    """How many pages, articles and languages; from the first day to the last."""
    if not lines:
        return []
    language = get_language() or "en"
    first = day(min(line.start for line in lines), language)
    ends = [line.until for line in lines if line.until]
    last = day(max(ends), language) if len(ends) == len(lines) else _("today")
    return [
        Fact(_("Pages"), str(len({(line.article, line.language) for line in lines}))),
        Fact(_("Articles"), str(len({line.article for line in lines}))),
        Fact(_("Live now"), str(sum(line.until is None for line in lines))),
        Fact(_("In all"), _("%(first)s to %(last)s") % {"first": first, "last": last}),
    ]


def _facts(photo: Photo) -> list[Fact]:
    end = photo.expires_at
    return [
        Fact(_("Photo"), facts_line(photo)),
        Fact(_("Name of the file"), photo.filename or "–"),
        Fact(_("Photographer"), photo.byline or "–"),
        Fact(_("Credit"), photo.credit.name if photo.credit else "–"),
        Fact(_("Our right to it"), photo.get_basis_display()),
        Fact(_("Licence or invoice number"), photo.licence_ref or "–"),
        Fact(_("Stock number"), photo.stock_id or "–"),
        Fact(_("Usable until"), said(end) if end else _("without end")),
        Fact("SHA-256", photo.sha256),
    ]


def _shown(line: Line) -> Shown:
    return Shown(
        line,
        where=places(line.slides, is_lead=line.is_lead),
        start=said(line.start),
        until=said(line.until) if line.until else _("still live"),
    )


def _table(photo: Photo, lines: Sequence[Line], now: dt.datetime) -> HttpResponse:
    """One row a line, with what names the photo in each: rows are sorted and cut out elsewhere."""
    head = (
        *(_("Photo"), _("Name of the file"), _("Stock number"), _("Licence or invoice number")),
        *(_("Credit shown"), _("Language"), _("Headline"), _("Address"), _("Where")),
        *(_("From"), _("Until"), _("As of")),
    )
    rows = (
        (
            *(photo.pk, photo.filename, photo.stock_id, photo.licence_ref),
            *(line.credit, LANGUAGE_NAMES[line.language], line.headline, line.address),
            places(line.slides, is_lead=line.is_lead),
            *(iso(line.start), iso(line.until) if line.until else "", iso(now)),
        )
        for line in lines
    )
    content = sheet(head, rows, language=get_language() or "en")
    return download(content, f"photo-{photo.pk}-{now:%Y-%m-%d}.csv")
