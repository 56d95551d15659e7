"""The pages on which many photos are changed at once, and the way back."""

import time
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk.asking import staff
from articles.desk.photos.bulk import (
    LABELS,
    SHOWN,
    Done,
    SameForm,
    put_back,
    same_for_all,
    summary,
)
from articles.desk.photos.reissuing import then_reissue
from articles.models.clock import database_now
from articles.models.photo import Photo
from articles.publishing.uses import unfinished

if TYPE_CHECKING:
    from articles.desk.photos.admin import PhotoAdmin

MOST: Final = 500  # photos at a time
OFFERED: Final = 15 * 60  # seconds that Undo is offered
_UNDO: Final = "photos_undo"


def chosen(request: HttpRequest) -> list[Photo]:
    """The photos that the request names, `ids=1,2` or ticked one by one, in their order."""
    texts = request.POST.getlist(ACTION_CHECKBOX_NAME) or request.GET.get("ids", "").split(",")
    ids = [int(text) for text in texts if text.isascii() and text.isdecimal() and len(text) < 18]
    found = Photo.objects.select_related("credit").in_bulk(ids[:MOST])
    return [found[pk] for pk in dict.fromkeys(ids[:MOST]) if pk in found]


def bulk(admin: "PhotoAdmin", request: HttpRequest) -> HttpResponse:
    """Asks what shall be the same, then says what would change, and changes it when told to."""
    if not admin.has_change_permission(request):
        raise PermissionDenied
    named = chosen(request)
    photos = [photo for photo in named if photo.taken_down_at is None]
    onward = onward_of(request)
    if not photos:
        admin.message_user(request, _("Tick the photos first."), messages.WARNING)
        return HttpResponseRedirect(onward)
    # The bar under the library may be sent with nothing filled in: then this page asks for it.
    is_sent = request.method == "POST" and ("asked" in request.POST or _is_filled(request.POST))
    form = SameForm(request.POST if is_sent else None, label_suffix="")
    if is_sent and form.is_valid():
        wanted = form.wanted()
        if "confirm" in request.POST:
            done = same_for_all(photos=[photo.pk for photo in photos], wanted=wanted)
            return _changed(admin, request, done, onward)
    context = {
        **admin.admin_site.each_context(request),
        "title": _("The same for all"),
        "opts": admin.opts,
        "photos": photos,
        "left_out": len(named) - len(photos),
        "form": form,
        "onward": onward,
        **(_outlook(photos, wanted) if form.is_bound and form.is_valid() else {}),
    }
    status = 422 if form.errors else 200
    return TemplateResponse(request, "admin/articles/photos/bulk.html", context, status=status)


def _is_filled(sent: QueryDict) -> bool:
    return any(sent.get(name, "").strip() for name in SameForm.base_fields)


def _outlook(photos: Sequence[Photo], wanted: dict[str, Any]) -> dict[str, Any]:
    """What would change, and on how many pages readers would see it."""
    is_shown = bool(SHOWN & wanted.keys())
    now = database_now()
    pages = unfinished(now).filter(photos__in=photos).distinct()
    until = wanted.get("expires_at")
    return {
        "summary": summary(photos, wanted),
        "pages": pages.count() if is_shown else 0,
        "ends_now": until is not None and until <= now,
    }


def _changed(admin: "PhotoAdmin", request: HttpRequest, done: Done, onward: str) -> HttpResponse:
    if not done.rows:
        admin.message_user(request, _("All had it already. Nothing was changed."), messages.INFO)
        return HttpResponseRedirect(onward)
    _log(request, done)
    number = len(done.rows)
    text = ngettext("%(n)d photo was changed.", "%(n)d photos were changed.", number)
    request.session[_UNDO] = {"rows": done.rows, "number": number, "at": time.time()}
    photos = list(Photo.objects.filter(pk__in=done.rows))
    return then_reissue(request, photos, there=onward, saved=text % {"n": number})


def undo(admin: "PhotoAdmin", request: HttpRequest) -> HttpResponse:
    """Give the photos changed last their earlier values again."""
    if not admin.has_change_permission(request):
        raise PermissionDenied
    onward = onward_of(request)
    kept = request.session.pop(_UNDO, None) if request.method == "POST" else None
    if not kept:
        admin.message_user(request, _("There is nothing to undo."), messages.INFO)
        return HttpResponseRedirect(onward)
    done = put_back(rows={int(pk): columns for pk, columns in kept["rows"].items()})
    _log(request, done)
    if done.skipped:
        text = ngettext(
            "%(n)d value was changed since, and stays.",
            "%(n)d values were changed since, and stay.",
            done.skipped,
        )
        admin.message_user(request, text % {"n": done.skipped}, messages.WARNING)
    number = len(done.rows)
    if not number:
        return HttpResponseRedirect(onward)
    text = ngettext(
        "%(n)d photo is as it was before.", "%(n)d photos are as they were before.", number
    )
    photos = list(Photo.objects.filter(pk__in=done.rows))
    return then_reissue(request, photos, there=onward, saved=text % {"n": number})


def to_undo(request: HttpRequest) -> int:
    """How many photos Undo would put back, 0 for none."""
    kept = request.session.get(_UNDO)
    return kept["number"] if kept and time.time() - kept["at"] < OFFERED else 0


def _log(request: HttpRequest, done: Done) -> None:
    """In each photo's history, by what was changed."""
    alike: dict[tuple[str, ...], list[int]] = {}
    for pk, columns in done.rows.items():
        alike.setdefault(tuple(columns), []).append(pk)
    for names, pks in alike.items():
        fields = [str(LABELS[name]) for name in names]
        LogEntry.objects.log_actions(
            user_id=staff(request).pk,
            queryset=Photo.objects.filter(pk__in=pks),
            action_flag=CHANGE,
            change_message=[{"changed": {"fields": fields}}],
        )


def onward_of(request: HttpRequest) -> str:
    """The library as it was asked for before, filters and all."""
    there = request.POST.get("next") or request.GET.get("next", "")
    library = reverse("admin:articles_photo_changelist")
    is_ours = url_has_allowed_host_and_scheme(
        there, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return there if is_ours and there.startswith(library) else library


def address(name: str, photos: Iterable[int], onward: str) -> str:
    """Where a page about these photos is."""
    query = urlencode({"ids": ",".join(map(str, photos)), "next": onward}, safe=",")
    return f"{reverse(f'admin:articles_photo_{name}')}?{query}"
