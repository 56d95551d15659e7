"""The focal point of a photo, set beside the slide that shows it."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from articles.desk.photos.reissuing import mark_due, reissue_now
from articles.desk.rights import may
from articles.desk.storyboard.changes_view import BadRequest, bad, read
from articles.models.photo import Photo

Point = tuple[float, float]


@require_POST
def aim(request: HttpRequest, photo: int) -> HttpResponse:
    """POST {"focal": [x, y], "seen": [x, y]}, in percent; 409 if somebody set it meanwhile.

    The pages that show the photo follow, and its share picture is cut anew.
    """
    if not may(request.user, "change_photo"):
        raise PermissionDenied
    try:
        body = read(request)
        wanted, before = _point(body.get("focal")), _point(body.get("seen"))
    except BadRequest as error:
        return bad(error)
    with transaction.atomic():
        row: Photo = get_object_or_404(Photo.objects.select_for_update(), pk=photo)
        if row.taken_down_at:
            raise PermissionDenied
        now = (round(row.focal_x * 100), round(row.focal_y * 100))
        if now not in (before, (round(wanted[0]), round(wanted[1]))):
            said = _("Somebody else has set it meanwhile. Open the dialog again to see where.")
            return JsonResponse({"message": said}, status=409)
        row.focal_x, row.focal_y = wanted[0] / 100, wanted[1] / 100
        row.save(update_fields=["focal_x", "focal_y"])
        mark_due([row], ["focal_x", "focal_y"])
        changed: list[dict[str, Any]] = [{"changed": {"fields": [str(_("Focal point"))]}}]
        admin.site.get_model_admin(Photo).log_change(request, row, changed)
    reissue_now(request, [row.pk])
    return JsonResponse({"photo": row.pk})


def _point(given: Any) -> Point:
    if (
        not isinstance(given, list)
        or len(given) != 2
        or not all(type(each) in (int, float) and 0 <= each <= 100 for each in given)
    ):
        raise BadRequest("focal")
    return (given[0], given[1])
