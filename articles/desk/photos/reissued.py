"""Pages follow at once where no page of ours comes after: rows that save themselves, credits."""

import logging
from collections.abc import Collection

from django.contrib import messages
from django.db import DatabaseError
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk.asking import staff
from articles.desk.photos.reissuing import progress_address, told
from articles.models.photo import ImageCredit, Photo
from articles.publishing.catch_up import catch_up

log = logging.getLogger(__name__)


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
