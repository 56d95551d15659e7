"""Tells which live pages were made anew after a photo or a credit was corrected."""

from collections.abc import Collection

from django.contrib import messages
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk.asking import staff
from articles.publishing.catch_up import Done, catch_up

_NAMED = 5  # pages named in one message


def reissue_now(request: HttpRequest, photos: Collection[int]) -> SafeString:
    """Let pages catch up with `photos`, as many as one request may; what was done, as HTML.

    Outside any transaction. The rest is left to the progress screen, and to the worker.
    """
    return told(catch_up(photos=photos, by=staff(request))) if photos else SafeString("")


def reissue_and_tell(request: HttpRequest, photos: Collection[int]) -> None:
    """The same, told on the next page."""
    said = reissue_now(request, photos)
    if said:
        messages.success(request, said)


def told(done: Done) -> SafeString:
    """What became of the pages; empty where none shows the photos."""
    if not done.pages and not done.left:
        return SafeString("")
    count = len(done.pages)
    text = ngettext("%(count)s page shows it now", "%(count)s pages show it now", count)
    named = format_html_join(
        ", ",
        '<a href="{}" lang="{}">{}</a>',
        ((page.address, page.language, page.headline) for page in done.pages[:_NAMED]),
    )
    more = _(" and others") if count > _NAMED else ""
    said = format_html("{}: {}{}.", text % {"count": count}, named, more) if count else ""
    return format_html("{} {}", said, _rest(done.left)) if done.left else SafeString(said)


def _rest(left: int) -> SafeString:
    text = ngettext(
        "%(count)s page is still to follow.", "%(count)s pages are still to follow.", left
    ) % {"count": left}
    try:
        address = reverse("admin:articles_photo_progress")
    except NoReverseMatch:
        return format_html("{}", text)
    return format_html('{} <a href="{}">{}</a>', text, address, _("See how far they are"))
