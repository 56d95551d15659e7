"""What an article's page says of a publication that waits for pictures, or that failed."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk.names import LANGUAGE_NAMES
from articles.models.article import Article
from articles.models.desk import Waiting
from articles.models.photo import Photo

Json = dict[str, Any]


def banner(article: Article) -> Json | None:
    """{"kind": "waiting" or "failed", "text", "cancel": address to POST to, "label"}, or None.

    The latest word counts: one that failed is told until it is dismissed or asked for anew. One
    query, two while one waits.
    """
    row = article.waiting.first()
    if row is None or row.state not in (Waiting.State.WAITING, Waiting.State.FAILED):
        return None
    waits = row.state == Waiting.State.WAITING
    return {
        "kind": str(row.state),
        "text": _waits(row) if waits else _failed(row),
        "cancel": reverse("admin:articles_article_waiting_cancel", args=[article.pk, row.pk]),
        "label": _("Cancel") if waits else _("Dismiss"),
    }


def _waits(row: Waiting) -> str:
    left = Photo.objects.filter(
        pk__in=row.request.get("photos", []),
        work__in=(Photo.Work.WAITING, Photo.Work.WORKING),
    ).count()
    return ngettext(
        "%(languages)s: will be published when %(count)s picture is ready.",
        "%(languages)s: will be published when %(count)s pictures are ready.",
        left,
    ) % {"languages": _languages(row), "count": left}


def _failed(row: Waiting) -> str:
    return _("%(languages)s: not published when the pictures were ready. %(reason)s") % {
        "languages": _languages(row),
        "reason": row.message,
    }


def _languages(row: Waiting) -> str:
    names = [str(LANGUAGE_NAMES[each]) for each in row.request["languages"]]
    text = _(" and ").join(names)
    return text[:1].upper() + text[1:]
