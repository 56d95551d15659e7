"""The files made of photos for readers. Originals have no address."""

from typing import Final

from django.http import HttpRequest, HttpResponseBase, HttpResponseNotFound
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from articles.photos.sending import send

_TYPES: Final = {".avif": "image/avif", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}


@csrf_exempt
@require_safe
def rendition(request: HttpRequest, name: str) -> HttpResponseBase:
    """One public file of a photo. Its name changes with its content: cached for good."""
    kind = next((kind for end, kind in _TYPES.items() if name.endswith(end)), None)
    try:
        if kind is None:
            raise FileNotFoundError(name)
        response = send(f"renditions/{name}", content_type=kind)
    except OSError:
        return HttpResponseNotFound(headers={"Cache-Control": "public, max-age=60"})
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    response["X-Content-Type-Options"] = "nosniff"
    return response
