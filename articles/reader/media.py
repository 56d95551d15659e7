"""The files made of photos for readers. Originals have no address."""

import datetime as dt
from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotFound
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from articles.models.clock import DatabaseNow
from articles.models.photo import Original
from articles.photos.sending import send

_TYPES: Final = {".avif": "image/avif", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
_YEAR: Final = 365 * 24 * 60 * 60
# Seconds: it may come back, or its licence be renewed.
_SHORTLY: Final = {"Cache-Control": "public, max-age=60"}


@csrf_exempt
@require_safe
def rendition(request: HttpRequest, name: str, stem: str) -> HttpResponseBase:
    """One public file of a photo: for good, or until its rights end; from then on it is gone.

    One query. The name changes with the content, so nobody need ask again; but no cache may keep
    the file beyond the hour at which we may not show it any more.
    """
    kind = next((kind for end, kind in _TYPES.items() if name.endswith(end)), None)
    rights = _rights(stem)
    if kind is None or rights is None:
        return HttpResponseNotFound(headers=_SHORTLY)
    left, is_lasting = rights
    if left <= 0:
        return HttpResponse(status=410, headers=_SHORTLY)
    try:
        response = send(f"renditions/{name}", content_type=kind)
    except OSError:
        return HttpResponseNotFound(headers=_SHORTLY)
    age = f"public, max-age={min(_YEAR, int(left))}"
    response["Cache-Control"] = f"{age}, immutable" if is_lasting else age
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _rights(stem: str) -> tuple[float, bool] | None:
    """For how many seconds the photo may be shown still, and whether for good; None: unknown."""
    columns = ("photo__expires_at", "photo__taken_down_at", "now")
    found = Original.objects.filter(stem=stem).annotate(now=DatabaseNow()).values_list(*columns)
    for expires_at, taken_down_at, now in found:
        ends: list[dt.datetime] = [at for at in (expires_at, taken_down_at) if at]
        if not ends:
            return float(_YEAR), True
        return (min(ends) - now).total_seconds(), False
    return None
