"""What browsers fetch of the site's looks: its colours, its icons, its manifest."""

import json
from typing import Final

from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseNotFound,
    HttpResponseRedirect,
)
from django.templatetags.static import static
from django.utils import translation
from django.utils.translation import gettext

from articles.models.site import SiteSettings
from articles.photos import icons
from articles.photos.sending import send
from articles.reader import addresses, find_site, theme
from articles.reader.reading import reading

_FOR_GOOD: Final = "public, max-age=31536000, immutable"
_SHORTLY: Final = "public, max-age=60"
_DAY: Final = "public, max-age=86400"


@reading
def colours(request: HttpRequest, digest: str) -> HttpResponseBase:
    """The newsroom's own colours, under a name that changes with them."""
    settings = SiteSettings.current()
    if theme.address(settings) != request.path_info:
        return HttpResponseNotFound(headers={"Cache-Control": _SHORTLY})
    return HttpResponse(
        theme.style_sheet(settings),
        content_type="text/css; charset=utf-8",
        headers={"Cache-Control": _FOR_GOOD},
    )


@reading
def icon(request: HttpRequest, stem: str, size: str) -> HttpResponseBase:
    """One of the newsroom's own icons."""
    try:
        response = send(icons.name_of(stem, size), content_type="image/png")
    except OSError:
        return HttpResponseNotFound(headers={"Cache-Control": _SHORTLY})
    response["Cache-Control"] = _FOR_GOOD
    return response


@reading
def favicon(request: HttpRequest) -> HttpResponseBase:
    """Where browsers look that were not told: it leads to the icon of the day."""
    own = find_site.site("en").icon
    response = HttpResponseRedirect(
        addresses.icon(own, "32") if own else static("reader/icons/favicon.ico")
    )
    response["Cache-Control"] = _DAY
    return response


@reading
def manifest(request: HttpRequest, language: str) -> HttpResponseBase:
    """The site as an application on a reader's home screen, in its language."""
    site = find_site.site(language)
    with translation.override(language):
        described = site.tagline or gettext("Stories in pictures, in English and Danish.")
    data = {
        "name": site.name,
        "short_name": site.name[:12],
        "description": described,
        "lang": language,
        "dir": "ltr",
        "id": addresses.front(language),
        "start_url": addresses.front(language),
        "scope": "/",
        "display": "minimal-ui",
        "background_color": theme.PAPER["light"],
        "theme_color": theme.PAPER["light"],
        "icons": [
            {"src": addresses.icon(site.icon, "192"), "sizes": "192x192", "type": "image/png"},
            {"src": addresses.icon(site.icon, "512"), "sizes": "512x512", "type": "image/png"},
            {
                "src": addresses.icon(site.icon, "512-maskable"),
                "sizes": "512x512",
                "type": "image/png",
                "purpose": "maskable",
            },
        ],
    }
    return HttpResponse(
        json.dumps(data, ensure_ascii=False),
        content_type="application/manifest+json",
        headers={"Cache-Control": _SHORTLY, "Content-Language": language},
    )
