"""A photo is taken down: decided on one screen, done at once, accounted for on another."""

from typing import Any, Final

from django.contrib import messages
from django.contrib.admin import site
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from articles.desk.asking import staff
from articles.desk.photos import evidence
from articles.desk.photos.diary import log
from articles.desk.photos.naming import name_of_photo
from articles.desk.photos.takedown_form import REASONS, TakeDownForm
from articles.desk.photos.where import pages_of, where_used
from articles.desk.rights import may
from articles.desk.thumbnails import thumbnail_url
from articles.models.clock import database_now
from articles.models.photo import Photo, TakeDown
from articles.publishing.errors import PublishingError
from articles.publishing.release import release
from articles.publishing.take_down import finish, take_down
from articles.publishing.uses import uses

_SECONDS: Final = 8.0  # in the request that takes it down; the rest is done step by step
_STEP: Final = 3.0


@require_http_methods(["GET", "HEAD", "POST"])
def take_down_photo(request: HttpRequest, pk: int) -> HttpResponse:
    """GET lists every use; POST takes the photo off all of them."""
    if not may(request.user, "take_down_photo"):
        raise PermissionDenied
    photo = get_object_or_404(Photo, pk=pk)
    if photo.taken_down_at:
        messages.info(request, _("This photo was taken down already."))
        return HttpResponseRedirect(reverse("admin:articles_photo_change", args=[pk]))
    now = database_now()
    used = uses(photo, as_of=now)
    where = where_used(used, user=request.user, as_of=now)
    data = request.POST if request.method == "POST" else None
    form = TakeDownForm(data, photo=photo, rows=where.rows)
    if request.method == "POST" and form.is_valid():
        try:
            row = take_down(
                photo=photo,
                by=staff(request),
                reason=form.cleaned_data["reason"],
                default=form.default(),
                choices=form.choices(),
                seconds=_SECONDS,
            )
        except PublishingError as error:
            form.add_error(None, str(error))
        else:
            log(request, photo, _("Taken down: %(reason)s") % {"reason": row.reason})
            return HttpResponseRedirect(_record(row))
    pages = sum(pages_of(used).values())
    act = ngettext("Take down from %(n)s page", "Take down from %(n)s pages", pages)
    context = {
        "title": _("Take down now"),
        "form": form,
        "where": where,
        "reasons": REASONS,
        "media": site._registry[Photo].media,
        "act": act % {"n": pages} if pages else _("Take down now"),
    }
    return _respond(request, photo, "take_down.html", context, failed=bool(form.errors))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def taken_down(request: HttpRequest, pk: int, record: int) -> HttpResponse:
    """What was done, where and by whom; POST goes on with what is not done yet."""
    if not may(request.user, "take_down_photo"):
        raise PermissionDenied
    rows = TakeDown.objects.select_related("photo", "by", "released_by")
    row = get_object_or_404(rows, pk=record, photo__pk=pk)
    if request.method == "POST":
        done = finish(row, by=row.by, seconds=_STEP)
        if request.headers.get("Accept", "").startswith("application/json"):
            made = [
                {"language": page.language, "address": page.address, "headline": page.headline}
                for page in done.pages
            ]
            return JsonResponse({"made": made, "left": done.left})
        return HttpResponseRedirect(_record(row))
    left = 0 if row.done_at else len(uses(row.photo))
    done_for = evidence.articles(row, user=request.user)
    context = {
        "title": _("Taken down"),
        "record": row,
        "left": left,
        "done": max(0, len(done_for) - left),
        "total": max(len(done_for), left),
        "facts": evidence.facts(row),
        "articles": done_for,
        "originals": evidence.originals(row.photo),
        "may_release": may(request.user, "release_photo") and not row.released_at,
    }
    return _respond(request, row.photo, "taken_down.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def release_photo(request: HttpRequest, pk: int) -> HttpResponse:
    """Give it back to the library, after asking once more."""
    if not may(request.user, "release_photo"):
        raise PermissionDenied
    photo = get_object_or_404(Photo, pk=pk)
    row = photo.take_downs.filter(released_at=None).select_related("by").first()
    there = reverse("admin:articles_photo_change", args=[pk])
    if row is None or photo.taken_down_at is None:
        messages.info(request, _("This photo is not taken down."))
        return HttpResponseRedirect(there)
    error = ""
    if request.method == "POST":
        try:
            release(take_down=row, by=staff(request))
        except PublishingError as refusal:
            error = str(refusal)
        else:
            log(request, photo, _("Released from quarantine."))
            messages.success(request, _("The photo is back in the library. Check its rights."))
            return HttpResponseRedirect(there)
    context = {
        "title": _("Release it"),
        "record": row,
        "facts": evidence.facts(row),
        "error": error,
    }
    return _respond(request, photo, "release.html", context, failed=bool(error))


def _record(row: TakeDown) -> str:
    return reverse("admin:articles_photo_taken_down", args=[row.photo_id, row.pk])


def _respond(
    request: HttpRequest,
    photo: Photo,
    template: str,
    context: dict[str, Any],
    *,
    failed: bool = False,
) -> HttpResponse:
    shown = {
        **site.each_context(request),
        "opts": Photo._meta,
        "original": photo,
        "photo_name": name_of_photo(photo),
        "picture": thumbnail_url(photo),
        **context,
    }
    where = f"admin/articles/photo/{template}"
    return TemplateResponse(request, where, shown, status=422 if failed else 200)
