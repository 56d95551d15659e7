"""After photos were changed: the pages that show them are brought up to date, and named."""

import logging
from collections.abc import Collection, Sequence
from typing import Final
from urllib.parse import urlencode

from django.contrib import messages
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk.asking import staff
from articles.models.clock import database_now
from articles.models.photo import ImageCredit, Photo
from articles.photos import queue
from articles.publishing.catch_up import AT_ONCE, Page, catch_up
from articles.publishing.due import due
from articles.publishing.outdated import outdated
from articles.text.languages import LANGUAGES

log = logging.getLogger(__name__)

# What pages show of a photo: the field -> the languages whose pages show it.
LANGUAGES_OF: Final[dict[str, tuple[str, ...]]] = {
    **{f"{name}_{language}": (language,) for name in ("alt", "caption") for language in LANGUAGES},
    **dict.fromkeys(
        (
            *("byline", "credit", "copyright_notice", "usage_terms", "license_url", "acquire_url"),
            *("editorial_only", "expires_at", "substitute", "focal_x", "focal_y"),
        ),
        LANGUAGES,
    ),
}

FOCAL: Final = frozenset({"focal_x", "focal_y"})


def mark_due(photos: Collection[Photo], changed: Collection[str]) -> None:
    """Note that pages have yet to show what was changed: in the transaction that changed it."""
    if not FOCAL.isdisjoint(changed):
        for photo in photos:
            queue.try_again(photo)  # the share picture is cut at it
    if not LANGUAGES_OF.keys().isdisjoint(changed):
        due(photos)


def then_reissue(
    request: HttpRequest, photos: Sequence[Photo], *, there: str, saved: str
) -> HttpResponse:
    """Let every page that shows `photos` catch up, say which, and go on to `there`.

    To be called after the commit of what changed them. Where there are more pages than one
    request should make, a screen with a progress bar does it. `saved` is what was done so far.
    """
    since = database_now()
    given = [photo.pk for photo in photos]
    behind = Photo.objects.filter(pk__in=given, pages_due=True)
    ids = list(behind.values_list("pk", flat=True))
    if not ids:
        messages.success(request, saved)
        return HttpResponseRedirect(there)
    if len(outdated(ids)) > AT_ONCE:
        messages.success(request, saved)
        return HttpResponseRedirect(progress_address(ids, since=since.isoformat(), back=there))
    try:
        done = catch_up(photos=ids, by=staff(request))
    except DatabaseError:  # busy: the words are safe, and the worker brings the pages up to date
        log.exception("The pages of photos %s are left to the worker.", ids)
        messages.warning(request, f"{saved} {_('The pages that show it follow in a few minutes.')}")
        return HttpResponseRedirect(there)
    messages.success(request, format_html("{} {}", saved, told(done.pages)))
    if done.left:  # somebody published meanwhile
        return HttpResponseRedirect(progress_address(ids, since=since.isoformat(), back=there))
    return HttpResponseRedirect(there)


def reissue_now(
    request: HttpRequest, photos: Collection[int], *, rest: str = ""
) -> SafeString | str:
    """Let pages catch up with `photos`, as many as one request may; what was done, as HTML.

    Outside any transaction. `rest` is the address of the screen that brings what is left to its
    end, where it is not simply these photos'; the worker does it in any case.
    """
    ids = list(Photo.objects.filter(pk__in=photos, pages_due=True).values_list("pk", flat=True))
    if not ids:
        return ""
    try:
        done = catch_up(photos=ids, by=staff(request))
    except DatabaseError:  # busy: the words are safe
        log.exception("The pages of photos %s are left to the worker.", ids)
        return _("The pages that show it follow in a few minutes.")
    if not done.left:
        return told(done.pages)
    text = ngettext(
        "%(count)s page is still to follow.", "%(count)s pages are still to follow.", done.left
    )
    return format_html(
        '{} {} <a href="{}">{}</a>',
        told(done.pages),
        text % {"count": done.left},
        rest or progress_address(ids),
        _("See how far they are"),
    )


def reissue_of_credit(request: HttpRequest, credit: ImageCredit) -> None:
    """The same for all photos of `credit`, told on the next page."""
    ids = list(Photo.objects.filter(credit=credit).values_list("pk", flat=True))
    rest = f"{reverse('admin:articles_photo_progress')}?credit={credit.pk}"
    if said := reissue_now(request, ids, rest=rest):
        messages.success(request, said)


def told(pages: Collection[Page]) -> SafeString | str:
    """`2 pages were reissued:` and the pages, each with its link; "" for none."""
    if not pages:
        return ""
    text = ngettext("%(n)s page was reissued:", "%(n)s pages were reissued:", len(pages))
    return format_html(
        '{}<ul class="reissued">{}</ul>',
        text % {"n": len(pages)},
        format_html_join("", "<li>{}</li>", ((page_link(page),) for page in pages)),
    )


def page_link(page: Page) -> SafeString:
    return format_html(
        '<span class="tag">{0}</span> <a href="{1}" hreflang="{2}" lang="{2}">{3}</a>',
        page.language.upper(),
        page.address,
        page.language,
        page.headline,
    )


def progress_address(ids: Collection[int], *, since: str = "", back: str = "") -> str:
    """The screen with the progress bar, for these photos."""
    named = [("photo", ",".join(map(str, ids))), ("since", since), ("back", back)]
    # Commas as they are: a thousand photos must fit into what servers take for an address.
    asked = urlencode([(name, value) for name, value in named if value], safe=",")
    return f"{reverse('admin:articles_photo_progress')}?{asked}"
