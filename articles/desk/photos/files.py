"""The private files of a photo, for staff alone: thumbnail, larger preview, originals.

The public files can not be used at the desk: those of an expired photo are denied to everybody,
and a photo in work has none yet.
"""

from collections.abc import Callable
from pathlib import PurePath
from typing import IO, Any, Final

from django.core.exceptions import PermissionDenied
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from articles.desk.photos.diary import log
from articles.desk.rights import Anyone, may
from articles.models.photo import Original, Photo
from articles.photos.storage import RENDITIONS, THUMBNAILS, quarantined, thumbnail_name

File = IO[bytes] | Any  # what a storage opens
Find = Callable[[Photo], File | None]

PREVIEW_WIDTH: Final = 1200  # pixels: the focal point's picture on a laptop, sharp enough
_PLACEHOLDER: Final = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="320" viewBox="0 0 48 32" '
    'fill="none" stroke="#868b94">'
    '<rect x="12.5" y="7.5" width="23" height="17" rx="2"/><circle cx="18.5" cy="13.5" r="2"/>'
    '<path d="m13 22 7-6 4 4 4-5 7 7"/></svg>'
)


def may_see(user: Anyone, photo: Photo) -> bool:
    """Whether `user` may see the picture itself: of a photo taken down, only who may release it."""
    return may(user, "view_photo") and (photo.taken_down_at is None or may(user, "release_photo"))


@require_safe
def thumbnail(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The picture in small, whatever became of its public files; else a drawn empty frame."""
    return _picture(request, pk, _small)


@require_safe
def preview(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The picture large enough to aim at; the small one while there is no other."""
    return _picture(request, pk, lambda photo: _rendered(photo, PREVIEW_WIDTH) or _small(photo))


@require_safe
def earlier_thumbnail(request: HttpRequest, pk: int, original: int) -> HttpResponseBase:
    """A file that was replaced since, in small."""
    row = get_object_or_404(Original, pk=original, photo__pk=pk)
    return _picture(request, pk, lambda photo: _private(photo, f"{THUMBNAILS}/{row.stem}.jpg"))


@require_safe
def original(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The newest file as it came in, to be saved: it may hold what readers must not see."""
    photo = get_object_or_404(Photo, pk=pk)
    _require_original(request, photo)
    return _saved(request, photo, str(photo.file), photo.filename)


@require_safe
def earlier_original(request: HttpRequest, pk: int, original: int) -> HttpResponseBase:
    """A file that was replaced since."""
    row = get_object_or_404(Original.objects.select_related("photo"), pk=original, photo__pk=pk)
    _require_original(request, row.photo)
    return _saved(request, row.photo, row.file, row.filename)


def _require_original(request: HttpRequest, photo: Photo) -> None:
    if not may(request.user, "change_photo") or not may_see(request.user, photo):
        raise PermissionDenied


def _saved(request: HttpRequest, photo: Photo, name: str, filename: str) -> HttpResponseBase:
    file = _private(photo, name)
    if file is None:
        raise Http404
    if request.method == "GET":
        log(request, photo, _("Downloaded the original file %(name)s.") % {"name": filename})
    response = FileResponse(
        file,
        as_attachment=True,
        filename=filename or str(photo.pk),
        content_type="application/octet-stream",
    )
    patch_cache_control(response, private=True, no_store=True)
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _picture(request: HttpRequest, pk: int, find: Find) -> HttpResponseBase:
    if not may(request.user, "view_photo"):
        raise PermissionDenied
    photo = get_object_or_404(Photo, pk=pk)
    file = find(photo) if may_see(request.user, photo) else None
    response: HttpResponseBase
    if file is None:
        # Not kept: it stands for a picture that may be there in a moment.
        response = HttpResponse(_PLACEHOLDER, content_type="image/svg+xml")
        patch_cache_control(response, private=True, no_store=True)
    else:
        response = FileResponse(file, content_type="image/jpeg")
        # The address changes with the file (see thumbnails.py); for an hour, since a photo may
        # be taken down.
        patch_cache_control(response, private=True, max_age=3600)
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _small(photo: Photo) -> File | None:
    return _private(photo, thumbnail_name(photo)) or _rendered(photo, 400)


def _rendered(photo: Photo, width: int) -> File | None:
    """The widest JPEG made of it that is no wider than `width`."""
    jpegs = [each for each in photo.renditions if each["format"] == "jpeg"]
    fitting = [each for each in jpegs if each["width"] <= width] or jpegs
    best = max(fitting, key=lambda each: each["width"], default=None)
    return _open(f"{RENDITIONS}/{best['name']}") if best else None


def _private(photo: Photo, name: str) -> File | None:
    """A private file of `photo`, also where it lies in quarantine."""
    away = _open(quarantined(name)) if photo.taken_down_at else None
    return away or _open(name)


def _open(name: str) -> File | None:
    try:
        return default_storage.open(str(PurePath(name)), "rb")
    except OSError:  # not there, or not to be had just now: then there is no picture
        return None
