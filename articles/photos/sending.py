"""A stored file as the answer to a request that may see it."""

from urllib.parse import quote

from django.conf import settings
from django.core.files.storage import default_storage
from django.http import FileResponse, HttpResponse, HttpResponseBase


def send(name: str, *, content_type: str) -> HttpResponseBase:
    """Answer with the file `name` of the storage; raises OSError if there is none.

    With MEDIA_ACCEL the answer is empty and tells nginx, by a header that leaves with it, where
    the bytes are; it keeps our Content-Type, Content-Disposition and Cache-Control.
    """
    if not settings.MEDIA_ACCEL:
        return FileResponse(default_storage.open(name), content_type=content_type)
    if not default_storage.exists(name):
        raise FileNotFoundError(name)
    response = HttpResponse(content_type=content_type)
    response["X-Accel-Redirect"] = settings.MEDIA_ACCEL.rstrip("/") + "/" + quote(name)
    return response
