"""Pages, feeds and answers leave compressed; pictures, which are so already, leave as they are."""

from typing import Final

from django.http import HttpRequest, HttpResponseBase
from django.middleware.gzip import GZipMiddleware

_TEXT: Final = (
    "text/",
    "application/atom+xml",
    "application/feed+json",
    "application/json",
    "application/manifest+json",
    "application/xml",
)


class CompressTextMiddleware(GZipMiddleware):
    """Django's own, with its protection of secrets in pages (BREACH), for text alone."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if response.streaming or not response.get("Content-Type", "").startswith(_TEXT):
            return response
        return super().process_response(request, response)
