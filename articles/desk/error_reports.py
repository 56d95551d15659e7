"""Readers' reports of errors at the desk: all that wait or were handled, and handling one.

Writers see those of their own articles; editors, who may correct what is live, handle them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from django.contrib import messages
from django.contrib.admin import site
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from articles.desk.asking import open_article, staff
from articles.desk.conflicts import called
from articles.desk.dashboard.room import Room
from articles.desk.publish.done import log
from articles.desk.survey.shown import when
from articles.editing import error_reports as verb
from articles.models.article import Article, Slide
from articles.models.edition import Edition
from articles.models.reports import ErrorReport
from articles.models.translated import read

MOST: Final = 200  # reports of one list


@dataclass(frozen=True, slots=True)
class Told:
    """A report as the desk reads it; `board` is the storyboard at its slide, `edition_href` the
    page as the reader had it, or ""; `place` the slide's heading as it is now."""

    id: int
    board: str
    title: str
    language: str
    place: str
    edition: int
    edition_href: str
    text: str
    name: str
    email: str
    when: str
    handled: str
    by: str
    note: str


def waiting(room: Room) -> list[ErrorReport]:
    """Open ones that whoever asks is to see to, the newest first: one query."""
    return _of(room, Q(handled_at=None))


def told(reports: Iterable[ErrorReport], room: Room) -> list[Told]:
    """Two queries, for the headings and the Editions."""
    rows = list(reports)
    keys = [row.slide for row in rows if row.slide]
    slides = {slide.key: slide for slide in Slide.objects.filter(key__in=keys)}
    editions = {
        (article, language, number): pk
        for pk, article, language, number in Edition.objects.filter(
            article__in={row.article_id for row in rows}
        ).values_list("pk", "article", "language", "number")
    }
    return [_told(row, slides.get(row.slide), editions, room) for row in rows]


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """The open ones, or those that were handled (`?show=handled`)."""
    room = Room(request)
    if not room.writes:
        raise PermissionDenied
    is_handled = request.GET.get("show") == "handled"
    found = _of(room, Q(handled_at__isnull=not is_handled))
    context = {
        **site.each_context(request),
        "title": _("Errors that readers reported"),
        "opts": Article._meta,
        "reports": told(found, room),
        "is_handled": is_handled,
        "may_handle": room.edits_all,
    }
    return TemplateResponse(request, "admin/articles/error_reports.html", context)


@require_POST
def handle(request: HttpRequest, report: int) -> HttpResponse:
    row, article = _opened(request, report)
    note = request.POST.get("note", "")[:300]
    if verb.handle(report=row.pk, by=staff(request), note=note):
        log(request, article, _("Handled a reader’s report: %(text)s") % {"text": row.text[:120]})
        messages.success(request, _("Handled. Who wrote is forgotten."))
    else:
        messages.info(request, _("Somebody has handled it already."))
    return HttpResponseRedirect(reverse("admin:articles_article_error_reports"))


@require_POST
def reopen(request: HttpRequest, report: int) -> HttpResponse:
    row, _article = _opened(request, report)
    if verb.reopen(report=row.pk):
        messages.success(request, _("The report is open again."))
    return HttpResponseRedirect(reverse("admin:articles_article_error_reports"))


def _opened(request: HttpRequest, report: int) -> tuple[ErrorReport, Article]:
    row = get_object_or_404(ErrorReport, pk=report)
    article, _granted = open_article(request, row.article_id)
    if not Room(request).edits_all:
        raise PermissionDenied
    return row, article


def _of(room: Room, state: Q) -> list[ErrorReport]:
    rows = ErrorReport.objects.filter(state).select_related("article", "handled_by")
    if not room.edits_all:
        rows = rows.filter(article__in=list(room.own))
    return [row for row in rows[:MOST] if room.concerns(row.article_id, row.language)]


def _told(
    row: ErrorReport,
    slide: Slide | None,
    editions: dict[tuple[int, str, int], int],
    room: Room,
) -> Told:
    board = reverse("admin:articles_article_change", args=[row.article_id])
    edition = editions.get((row.article_id, row.language, row.edition))
    return Told(
        id=row.pk,
        board=f"{board}#slide-{row.slide}" if slide else board,
        title=read(row.article, "headline", row.language) or str(row.article),
        language=row.language,
        place=_place(row, slide),
        edition=row.edition,
        edition_href=_as_published(row, edition) if edition else "",
        text=row.text,
        name=row.name,
        email=row.email,
        when=when(row.at, room.now),
        handled=when(row.handled_at, room.now) if row.handled_at else "",
        by=called(row.handled_by),
        note=row.note,
    )


def _place(row: ErrorReport, slide: Slide | None) -> str:
    if not row.slide:
        return ""
    if slide is None:
        return _("a slide that is gone")
    return read(slide, "heading", row.language) or _("a slide without a heading")


def _as_published(row: ErrorReport, edition: int) -> str:
    page = reverse("admin:articles_article_edition", args=[row.article_id, edition])
    return f"{page}#slide-{row.slide}" if row.slide else page
