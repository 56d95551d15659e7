"""What the storyboard's script needs to know of the page it starts on: `#storyboard-config`."""

import uuid
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language

from articles.desk.asking import rights_of, staff
from articles.desk.conflicts import called
from articles.desk.publish.banner import banner
from articles.desk.rights import Rights
from articles.desk.storyboard import photos
from articles.desk.storyboard.fields import LIMITS
from articles.desk.storyboard.slugs import known_addresses
from articles.desk.storyboard.words import words
from articles.editing.presence import initials
from articles.editing.values import row_values, values_of
from articles.models.article import Article, Byline
from articles.models.staff import User
from articles.text.languages import LANGUAGES

if TYPE_CHECKING:
    from articles.desk.storyboard.page import Board

# Addresses that the script calls: {its name: the admin's, without `articles_article_`}.
ADDRESSES: Final = (
    "change",
    "changes",
    "sync",
    "rows",
    "findings",
    "links",
    "photos",
    "preview_links",
    "publish",
    "publish_panel",
    "history",
    "list",
)
PUBLISHING: Final = ("publish", "publish_panel")


def config(request: HttpRequest, article: Article | None, board: "Board") -> dict[str, Any]:
    """JSON-ready; see docs/decisions/0012 for what the parts of the script do with it."""
    rights, user = rights_of(request, article), staff(request)
    name = called(user)
    return {
        "article": article.pk if article else None,
        "token": "" if article else str(uuid.uuid4()),
        "version": article.version if article else 0,
        "order_version": article.order_version if article else 0,
        "row_versions": _versions(article, board),
        "values": _values(article, user),
        "urls": urls(article, rights),
        "may": {
            "words": sorted(rights.words),
            "whole": rights.whole,
            "assign": rights.assign,
            "publish": rights.publishes,
            "panel": rights.panel,
            "correct": rights.correct,
        },
        "publication": banner(article) if article and rights.panel else None,
        "language": get_language() or "en",
        "words": words(),
        "user": {"id": user.pk, "name": name, "initials": initials(user)},
        "limits": dict(LIMITS),
        "addresses": known_addresses(article),
        "photos": photos.config(request),
        "link_seen": reverse("admin:articles_article_link_seen", args=[0]),
        "roles": [[value, str(label)] for value, label in Byline.Role.choices],
        "csrf_cookie": settings.CSRF_COOKIE_NAME,
    }


def urls(article: Article | None, granted: Rights) -> dict[str, str]:
    """Those of the known addresses that exist for this article, or for one not yet made.

    Not what this user is refused.
    """
    found = {"autocomplete": reverse("admin:autocomplete")}
    for name in ADDRESSES:
        if name in PUBLISHING and not granted.panel:
            continue
        if article is None:
            patterns: tuple[tuple[str, list[int]], ...] = ((f"new_{name}", []),)
        else:
            patterns = ((name, [article.pk]),)
        for pattern, args in patterns:
            try:
                found[name] = reverse(f"admin:articles_article_{pattern}", args=args)
            except NoReverseMatch:
                continue
    return found | _previews(article)


def _previews(article: Article | None) -> dict[str, str]:
    """`preview_en`, `preview_da`."""
    name = "preview" if article else "new_preview"
    args = [article.pk] if article else []
    return {
        f"preview_{code}": reverse(f"admin:articles_article_{name}", args=[*args, code])
        for code in LANGUAGES
    }


def _versions(article: Article | None, board: "Board") -> dict[str, int]:
    if article is None:
        return {}
    rows = {row.key: row.form.instance.version for row in board.rows if not row.fresh}
    return {"": article.words_version, **rows}


def _values(article: Article | None, user: User) -> dict[str, Any]:
    if article is not None:
        return values_of(article)
    blank = row_values("article", Article(owner=user))
    return {"": {**blank, "bylines": [], "sources": []}}
