"""No longer usable from now: asked once more, with what happens on which page."""

from typing import Any

from django.contrib import messages
from django.contrib.admin import site
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from articles.desk.asking import staff
from articles.desk.photos.choosing import InsteadForm
from articles.desk.photos.diary import log
from articles.desk.photos.naming import name_of_photo
from articles.desk.photos.reissuing import progress_address, told
from articles.desk.photos.where import live_pages, where_used
from articles.desk.rights import may
from articles.desk.thumbnails import thumbnail_url
from articles.models.clock import database_now
from articles.models.photo import Photo
from articles.publishing.due import due
from articles.publishing.stop_using import stop_using
from articles.publishing.uses import uses


@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, pk: int) -> HttpResponse:
    """GET says what would happen; POST ends the photo's rights this instant."""
    if not may(request.user, "change_photo"):
        raise PermissionDenied
    photo: Photo = get_object_or_404(Photo.objects.select_related("credit"), pk=pk)
    if photo.taken_down_at:
        raise PermissionDenied
    form = InsteadForm(request.POST if request.method == "POST" else None, photo=photo)
    if request.method == "POST" and form.is_valid():
        return _stop(request, photo, form.cleaned_data["substitute"])
    now = database_now()
    used = uses(photo, as_of=now)
    context: dict[str, Any] = {
        **site.each_context(request),
        "title": _("Stop using from now"),
        "opts": Photo._meta,
        "original": photo,
        "photo_name": name_of_photo(photo),
        "picture": thumbnail_url(photo),
        "form": form,
        "media": site._registry[Photo].media,
        "where": where_used(used, user=request.user, as_of=now),
        "live": live_pages(used),
        "is_over": bool(photo.expires_at and photo.expires_at <= now),
    }
    template = "admin/articles/photo/stop.html"
    return TemplateResponse(request, template, context, status=422 if form.errors else 200)


def _stop(request: HttpRequest, photo: Photo, substitute: Photo | None) -> HttpResponse:
    since = database_now()
    with transaction.atomic():
        if photo.substitute_id != (substitute.pk if substitute else None):
            Photo.objects.filter(pk=photo.pk).update(substitute=substitute)
            due([photo])
        log(request, photo, _("Not to be used any more, from now on."))
    done = stop_using(photo=photo, by=staff(request))
    note = _("“%(photo)s” may not be used any more, from now on.")
    said = note % {"photo": name_of_photo(photo)}
    messages.success(request, format_html("{} {}", said, told(done.pages)))
    there = reverse("admin:articles_photo_change", args=[photo.pk])
    if done.left:
        there = progress_address([photo.pk], since=since.isoformat(), back=there)
    return HttpResponseRedirect(there)
