"""Photos in the storyboard: what a cell shows of one, and the shelves to choose from."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.desk.asking import open_article, rights_of, staff
from articles.desk.photos.cards import title
from articles.desk.photos.row import seen, values
from articles.desk.photos.search import search
from articles.desk.photos.wants import Want, rights_badge, wants
from articles.desk.rights import may
from articles.desk.thumbnails import preview_url, thumbnail_url
from articles.models.clock import database_now
from articles.models.photo import Photo
from articles.models.translated import read
from articles.text.credits import credit_line
from articles.text.languages import LANGUAGES

SHELF: Final = 24  # photos that are offered at once
_MOST_IDS: Final = 100


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a photo's place. `focal` is in percent; `lacks` stops or warns readers."""

    photo: Photo
    name: str
    name_language: str
    credit: str
    thumbnail: str
    focal: tuple[int, int]
    lacks: tuple[Want, ...]
    badge: Want | None
    rights: str
    editorial_only: bool
    is_in_work: bool
    is_failed: bool
    page: str
    words: dict[str, str]


def cell(photo: Photo | None, *, now: dt.datetime | None = None) -> Cell | None:
    """`photo` for its place in the storyboard; no query where its credit was read with it."""
    if photo is None:
        return None
    name, name_language = title(photo)
    creator, credit = photo.byline, photo.credit.name if photo.credit else ""
    line = credit_line(creator=creator, credit=credit, language=get_language() or "en")
    now = now or database_now()
    return Cell(
        photo=photo,
        name=name,
        name_language=name_language,
        credit=line if creator or credit else "",
        thumbnail=thumbnail_url(photo),
        focal=(round(photo.focal_x * 100), round(photo.focal_y * 100)),
        lacks=_lacks(photo),
        badge=rights_badge(photo, now),
        rights=_rights(photo, now),
        editorial_only=photo.editorial_only,
        is_in_work=photo.work in (Photo.Work.WAITING, Photo.Work.WORKING),
        is_failed=photo.work == Photo.Work.FAILED,
        page=reverse("admin:articles_photo_change", args=[photo.pk]),
        words={
            f"{field}_{language}": read(photo, field, language)
            for field in ("alt", "caption")
            for language in LANGUAGES
        },
    )


def _rights(photo: Photo, now: dt.datetime) -> str:
    """What its badge means, as a sentence; "" while all is well."""
    badge = rights_badge(photo, now)
    if badge is None:
        return ""
    if photo.taken_down_at:
        return _("Taken down: readers do not see it")
    if badge.level == "block":
        return _("Expired: readers do not see it")
    return _("Expires in %(time)s") % {"time": badge.label}


def _lacks(photo: Photo) -> tuple[Want, ...]:
    failed = (Want(_("Could not be prepared"), "block"),) if photo.work == Photo.Work.FAILED else ()
    # What stops one language in the library stops this very page.
    found = (replace(want, level="block") if want.about == "alt" else want for want in wants(photo))
    return (*failed, *found)


@require_safe
def show_cell(request: HttpRequest, photo: int) -> HttpResponse:
    """One photo's cell, for a row whose photo has just changed."""
    _require(request)
    found: Photo = get_object_or_404(Photo.objects.select_related("credit"), pk=photo)
    return JsonResponse(_as_json(request, found))


@require_safe
def shelf(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Photos to choose from: ?shelf=library|recent|these, ?q=, ?from=, ?ids=1,2 of the article."""
    _require(request)
    if pk is not None:
        open_article(request, pk)
    elif not rights_of(request, None).view:
        raise PermissionDenied
    start = _number(request.GET.get("from", ""))
    found: Any
    found, count = _shelf(request)
    photos = list(found.select_related("credit")[start : start + SHELF])
    now = database_now()
    context = {"cells": [cell(photo, now=now) for photo in photos]}
    said = ngettext("%(count)s photo", "%(count)s photos", count) % {"count": count}
    return JsonResponse(
        {
            "html": render_to_string("admin/articles/storyboard/shelf.html", context, request),
            "count": count,
            "said": said,
            "next": start + SHELF if start + SHELF < count else None,
        }
    )


def _shelf(request: HttpRequest) -> tuple[QuerySet[Photo], int]:
    photos: QuerySet[Photo] = Photo.objects.filter(taken_down_at=None).order_by(
        "-uploaded_at", "-pk"
    )
    match request.GET.get("shelf", "library"):
        case "recent":
            photos = photos.filter(uploaded_by=staff(request))
        case "these":
            photos = photos.filter(pk__in=_ids(request.GET.get("ids", "")))
    if query := request.GET.get("q", "").strip()[:200]:
        photos = search(photos, query)
    return photos, photos.count()


def _require(request: HttpRequest) -> None:
    if not may(request.user, "view_photo"):
        raise PermissionDenied


def _as_json(request: HttpRequest, photo: Photo) -> dict[str, Any]:
    shown = cell(photo)
    context = {"cell": shown, "readonly": False}
    return {
        "photo": photo.pk,
        "html": render_to_string("admin/articles/storyboard/photo_inside.html", context, request),
        "name": shown.name if shown else "",
        "words": shown.words if shown else {},
        "seen": seen(values(photo)),
        "focal": shown.focal if shown else None,
        "preview": preview_url(photo),
        "size": [photo.width, photo.height],
        "page": shown.page if shown else "",
        "work": shown.is_in_work if shown else False,
        "thumbnail": shown.thumbnail if shown else "",
    }


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 9 else 0


def _ids(text: str) -> Iterable[int]:
    return [number for part in text.split(",")[:_MOST_IDS] if (number := _number(part))]


def config(request: HttpRequest) -> dict[str, Any]:
    """What the page's script needs to know of the photo desk."""
    from articles.desk.photos.upload import ACCEPT, MAX_BYTES, MAX_FILES

    keeps = may(request.user, "change_photo")
    upload = reverse("admin:articles_photo_add") if may(request.user, "add_photo") else ""
    return {
        "cell": reverse("admin:articles_article_photo_cell", args=[0]),
        "upload": upload,
        "mend": reverse("admin:articles_photo_complete") if keeps else "",
        "focal": reverse("admin:articles_article_photo_focal", args=[0]) if keeps else "",
        "login": reverse("admin:login"),
        "accept": ACCEPT,
        "most": MAX_FILES,
        "bytes": MAX_BYTES,
    }
