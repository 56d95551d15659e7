"""The project's addresses, and one that gives the bytes of a page without making it."""

from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import path

from cms.urls import urlpatterns as project

CONSTANT = Path(settings.BASE_DIR) / ".cache" / "bench" / "constant.html"


def constant(request: HttpRequest) -> HttpResponse:
    """What a page would cost if it cost nothing to make: the floor of this server."""
    return HttpResponse(_bytes())


def _bytes() -> bytes:
    global _held
    if _held is None:
        _held = CONSTANT.read_bytes()
    return _held


_held: bytes | None = None

urlpatterns = [path("bench/constant/", constant), *project]
