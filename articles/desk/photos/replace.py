"""A corrected file for a photo: old and new side by side, and a question if they look unlike."""

from typing import Any, Final

from django import forms
from django.contrib import messages
from django.contrib.admin import site
from django.core.exceptions import PermissionDenied
from django.core.files.base import File
from django.core.files.storage import default_storage
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from articles.desk.asking import staff
from articles.desk.photos.diary import log
from articles.desk.photos.facts import earlier
from articles.desk.photos.naming import name_of_photo
from articles.desk.photos.where import pages_of
from articles.desk.rights import may
from articles.desk.thumbnails import thumbnail_url
from articles.models.photo import Photo
from articles.photos import sandbox
from articles.photos.errors import PhotoRefused
from articles.photos.intake import received, replace_file
from articles.photos.phash import distance
from articles.publishing.uses import uses

# Bits of 64 in which two prints of one picture hardly ever differ: a crop or another tone does
# not go so far, and two pictures that have nothing to do with each other differ in about 32.
UNLIKE: Final = 18
ACCEPT: Final = "image/jpeg,image/png,image/webp,image/avif,image/heic,image/heif,.heic,.heif"


class ReplaceForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("Corrected file"),
        max_length=255,
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
    )
    sure = forms.BooleanField(
        label=gettext_lazy("It is meant to look different: replace it all the same"), required=False
    )


@require_http_methods(["GET", "HEAD", "POST"])
def replace(request: HttpRequest, pk: int) -> HttpResponse:
    """GET shows the file and those before it; POST takes another one, or one of those, instead."""
    if not may(request.user, "change_photo"):
        raise PermissionDenied
    photo = get_object_or_404(Photo, pk=pk)
    if photo.taken_down_at:
        raise PermissionDenied
    if request.method == "POST" and "back" in request.POST:
        return _put_back(request, photo)
    is_sent = request.method == "POST"
    form = ReplaceForm(request.POST, request.FILES) if is_sent else ReplaceForm()
    asks = False
    if is_sent and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            asks = not form.cleaned_data["sure"] and looks_unlike(photo, file)
            if not asks:
                return _replace(request, photo, file, file.name)
            form.add_error("file", _("This looks like another picture. Choose it again if it is."))
        except PhotoRefused as refusal:
            form.add_error("file", str(refusal))
    return _screen(request, photo, form, asks=asks)


def looks_unlike(photo: Photo, file: File) -> bool:
    """Whether the picture in `file` has little in common with the photo's. Raises PhotoRefused."""
    if not photo.phash:
        return False
    with received(file) as came:
        if photo.originals.filter(sha256=came.sha256).exists():
            return False  # it was this photo's before
        seen = sandbox.examine(came.path, filename=file.name or "")
    return bool(seen.phash) and distance(photo.phash, seen.phash) >= UNLIKE


def _put_back(request: HttpRequest, photo: Photo) -> HttpResponse:
    """One of the earlier files again."""
    pk = request.POST["back"]
    row = get_object_or_404(photo.originals, pk=pk if pk.isdigit() else 0)
    try:
        with default_storage.open(row.file) as file:
            return _replace(request, photo, file, row.filename)
    except (PhotoRefused, OSError) as error:
        text = str(error) if isinstance(error, PhotoRefused) else _("That file is not there.")
        messages.error(request, text)
        return HttpResponseRedirect(request.path)


def _replace(request: HttpRequest, photo: Photo, file: File, filename: str) -> HttpResponse:
    before = photo.width / photo.height
    intake = replace_file(photo, file, filename=filename, by=staff(request))
    there = reverse("admin:articles_photo_change", args=[photo.pk])
    if not intake.created:
        messages.info(request, _("It has this very file already. Nothing was changed."))
        return HttpResponseRedirect(there)
    log(request, photo, _("Replaced the file by %(name)s.") % {"name": intake.photo.filename})
    pages = sum(pages_of(uses(photo)).values())
    text = _("The file is replaced; its renditions are being made.")
    then = ngettext(
        "%(n)s page shows the new one as soon as they are.",
        "%(n)s pages show the new one as soon as they are.",
        pages,
    )
    messages.success(request, f"{text} {then % {'n': pages}}" if pages else text)
    if abs(intake.photo.width / intake.photo.height - before) > 0.02:
        messages.warning(request, _("The new file has another shape. Look at the focal point."))
    if intake.looks_like:
        other = intake.looks_like.pk
        address = reverse("admin:articles_photo_change", args=[other])
        link = format_html('<a href="{}">{}</a>', address, _("photo %(n)s") % {"n": other})
        messages.warning(request, format_html(_("It looks like {}."), link))
    return HttpResponseRedirect(there)


def _screen(request: HttpRequest, photo: Photo, form: ReplaceForm, *, asks: bool) -> HttpResponse:
    context: dict[str, Any] = {
        **site.each_context(request),
        "title": _("Replace the file"),
        "opts": Photo._meta,
        "original": photo,
        "photo_name": name_of_photo(photo),
        "form": form,
        "asks": asks,
        "now": thumbnail_url(photo),
        "earlier": earlier(photo),
    }
    template = "admin/articles/photo/replace.html"
    return TemplateResponse(request, template, context, status=422 if form.errors else 200)
