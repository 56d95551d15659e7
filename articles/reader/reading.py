"""What all views of the site have in common."""

from collections.abc import Callable

from django.http import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

View = Callable[..., HttpResponseBase]


def reading(view: View) -> View:
    """For views that only show: GET and HEAD; anything else is 405, not a missing token's 403."""

    return csrf_exempt(require_safe(view))
