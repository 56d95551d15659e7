"""The language of the desk's screens. The site's pages have theirs from their address."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.urls import reverse
from django.utils import translation


class DeskLanguageMiddleware(LocaleMiddleware):
    """Django's choice of language by cookie and browser, for the desk alone.

    On the site it would vary every page by headers that no page depends on.
    """

    def process_request(self, request: HttpRequest) -> None:
        if _at_desk(request):
            super().process_request(request)
        else:
            # A thread keeps the language of the request before.
            translation.activate(settings.LANGUAGE_CODE)

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        return super().process_response(request, response) if _at_desk(request) else response


def _at_desk(request: HttpRequest) -> bool:
    return request.path_info.startswith(reverse("admin:index"))
