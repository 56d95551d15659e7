"""The working copy for whoever has its link: outside the desk, without a login, not for long.

The address carries the link's token, signed, so that none can be guessed or made. What it shows
is the article as it is saved now, and nothing else of the desk.
"""

from typing import Final

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from articles.desk.preview import Bar, pictures_in_work, preview_page, respond, rights_now
from articles.document.build import build
from articles.editing.preview_links import is_open, note_opened
from articles.models.clock import database_now
from articles.models.desk import PreviewLink
from articles.publishing.snapshot import working_copy
from articles.reader import addresses
from articles.text.dates import moment
from articles.text.languages import LANGUAGES, other

_SIGNER: Final = signing.Signer(sep=".", salt="articles.preview")
HEADERS: Final = {
    "Cache-Control": "private, no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
}


def address(link: PreviewLink, language: str) -> str:
    """Where the link leads, with scheme and host."""
    return addresses.absolute(_path(_SIGNER.sign(link.token), language))


@csrf_exempt
@require_safe
def shared(request: HttpRequest, signed: str, language: str) -> HttpResponse:
    """The page; 404 for an address that never was one, 410 once it is closed."""
    link = _find(signed)
    now = database_now()
    if link is None or language not in LANGUAGES:
        return _closed(404)
    if not is_open(link, now):
        return _closed(410)
    working = working_copy(link.article, as_of=now)
    page = preview_page(
        working, language, as_of=now, there=lambda code: _path(signed, code), at_desk=False
    )
    if request.method == "GET":
        note_opened(link, now)
    document = build(working, language)
    awaited = len(pictures_in_work(document, rights_now(document, now)))
    return _with_headers(respond(page, bar=_bar(link, signed, language, awaited)))


def _find(signed: str) -> PreviewLink | None:
    try:
        token = _SIGNER.unsign(signed)
    except signing.BadSignature:
        return None
    links = PreviewLink.objects.select_related("article__lead_photo__credit", "by")
    return links.filter(token=token).first()


def _path(signed: str, language: str) -> str:
    return reverse("shared_preview", args=[signed, language])


def _bar(link: PreviewLink, signed: str, language: str, awaited: int) -> Bar:
    """`awaited` pictures have no public file yet, and without a login there is no other."""
    with translation.override(language):
        until = moment(link.expires_at, language)
        note = _("Please do not pass it on. Open until %(when)s.") % {"when": until}
        if awaited:
            text = ngettext(
                "%(n)s picture is still being prepared: load the page again in a moment.",
                "%(n)s pictures are still being prepared: load the page again in a moment.",
                awaited,
            )
            note = f"{note} {text % {'n': awaited}}"
        return {
            "language": language,
            "title": _("Preview – not published"),
            "note": note,
            "there": (_path(signed, other(language)), other(language)),
        }


def _closed(status: int) -> HttpResponse:
    html = render_to_string("admin/articles/preview_closed.html")
    return _with_headers(HttpResponse(html, status=status))


def _with_headers(response: HttpResponse) -> HttpResponse:
    for name, value in HEADERS.items():
        response[name] = value
    return response
