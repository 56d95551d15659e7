"""What the page's script asks for: JSON in, and the answer where it makes no sense."""

import json
from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _


class BadRequest(Exception):
    """What came does not have the form that the page's script gives it."""


def read(request: HttpRequest) -> Mapping[str, Any]:
    """The JSON object of a request; raises BadRequest."""
    try:
        body = json.loads(request.body or b"{}")
    except ValueError:
        raise BadRequest("no JSON") from None
    if not isinstance(body, dict):
        raise BadRequest("no object")
    return body


def bad(error: Exception) -> HttpResponse:
    text = _("The page and the server do not understand each other. Load the page again.")
    return JsonResponse({"error": text, "detail": str(error)}, status=400)
