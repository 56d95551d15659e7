"""Pages and redirects as HTTP responses: language, caching, validators."""

import hashlib
from typing import ClassVar, Final, Protocol

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.cache import get_conditional_response

from articles.models.generation import Moment
from articles.reader.frames import Frame
from articles.reader.structured_data import as_script, described

# No page may be older than this in anybody's cache: seconds.
MAX_AGE: Final = 60


class Page(Protocol):
    template: ClassVar[str]

    @property
    def frame(self) -> Frame: ...


def render(page: Page) -> str:
    """`page` as HTML, in its own language whatever the interface's is."""
    context: dict[str, object] = {"page": page, "frame": page.frame}
    if data := described(page):
        context["structured_data"] = as_script(data)
    with translation.override(page.frame.language):
        return render_to_string(page.template, context)


def respond(
    request: HttpRequest, page: Page, moment: Moment, *, status: int = 200
) -> HttpResponseBase:
    """`page` as a response; 304 without a body where the reader has it already."""
    response = HttpResponse(render(page), status=status)
    response["Content-Language"] = page.frame.language
    _let_cache(response, moment)
    return _unless_known(request, response) if status == 200 else response


def answer(
    request: HttpRequest, body: bytes, kind: str, moment: Moment, *, language: str = ""
) -> HttpResponseBase:
    """What is for machines: `body` of the media type `kind`, which no search is to list."""
    response = HttpResponse(body, content_type=kind)
    response["X-Robots-Tag"] = "noindex"
    if language:
        response["Content-Language"] = language
    _let_cache(response, moment)
    return _unless_known(request, response)


def _unless_known(request: HttpRequest, response: HttpResponse) -> HttpResponseBase:
    etag = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    response["ETag"] = etag
    return get_conditional_response(request, etag=etag, response=response) or response


def moved(address: str, moment: Moment) -> HttpResponseBase:
    """301 to `address`; not for long, since the clock may change where it leads."""
    response = HttpResponseRedirect(address, status=301)
    _let_cache(response, moment)
    return response


def _let_cache(response: HttpResponseBase, moment: Moment) -> None:
    left = moment.seconds_left()
    age = MAX_AGE if left is None else max(0, min(MAX_AGE, int(left)))
    response["Cache-Control"] = f"public, max-age={age}"
