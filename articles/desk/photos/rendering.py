"""How far the public files of a photo are, in words and as a few bytes that the page polls."""

from dataclasses import dataclass
from typing import Any, Literal

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from articles.desk.rights import may
from articles.models.photo import Photo
from articles.photos import queue


@dataclass(frozen=True, slots=True)
class Progress:
    """`level` colours the words; `is_open` means that they will change by themselves."""

    level: Literal["good", "due", "block"]
    text: str
    is_open: bool
    error: str = ""


def progress(photo: Photo) -> Progress:
    made = len(photo.renditions)
    if photo.taken_down_at:
        return Progress("block", _("Taken down: there are none"), is_open=False)
    match photo.work:
        case Photo.Work.READY:
            text = ngettext("%(n)s of %(n)s made", "%(n)s of %(n)s made", made) % {"n": made}
            return Progress("good", text, is_open=False)
        case Photo.Work.FAILED:
            return Progress("block", _("Could not be made"), is_open=False, error=queue.why(photo))
        case Photo.Work.WORKING:
            return Progress("due", _("In work"), is_open=True)
    return Progress("due", _("Waiting"), is_open=True, error=queue.why(photo))


@never_cache
@require_safe
def state(request: HttpRequest, pk: int) -> HttpResponse:
    """What the page asks every few seconds while the files are in work."""
    if not may(request.user, "view_photo"):
        raise PermissionDenied
    photo = get_object_or_404(Photo, pk=pk)
    shown = progress(photo)
    answer: dict[str, Any] = {
        "level": shown.level,
        "text": shown.text,
        "open": shown.is_open,
        "error": shown.error,
    }
    return JsonResponse(answer)


@require_POST
def try_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a photo whose files could not be made into the queue once more."""
    if not may(request.user, "change_photo"):
        raise PermissionDenied
    photo = get_object_or_404(Photo, pk=pk)
    if photo.work == Photo.Work.FAILED and photo.taken_down_at is None:
        queue.try_again(photo)
    return HttpResponseRedirect(reverse("admin:articles_photo_change", args=[pk]) + "#renditions")
