"""Pages for where no language is known, or nothing works: in both languages, without a query."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404 outside /en/ and /da/."""
    return _bilingual("reader/not_found.html", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: the database may be away, so nothing is asked of it."""
    return _bilingual("reader/server_error.html", 500)


def _bilingual(template: str, status: int) -> HttpResponse:
    response = HttpResponse(render_to_string(template), status=status)
    response["Cache-Control"] = "public, max-age=60" if status == 404 else "no-store"
    return response
