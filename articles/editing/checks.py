"""What only the database or the rest of the article can say of a value, before it is stored."""

from collections.abc import Callable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from articles.editing.board import Draft
from articles.editing.changes import Set
from articles.editing.fields import Unfit, spec
from articles.models.newsroom import Contributor, Source
from articles.models.permalink import Permalink
from articles.models.staff import User


def check(draft: Draft, change: Set, value: Any, *, may_link: Callable[[int], bool]) -> None:
    """Raises Unfit where `value`, cleaned, cannot stand in the field that `change` sets.

    `may_link` says whether the editor may see an article, and so link to it.
    """
    model = spec(draft.kind(change.row), change.field, change.language).model
    if model and value is not None:
        rows = model._default_manager.filter(pk=value)
        if model is User:
            rows = rows.filter(is_active=True, is_staff=True)
        if not rows.exists():
            raise Unfit(_("That is not there any more. Choose another."))
    match change.field:
        case "target" if value is not None:
            _check_target(draft, change.row, value, may_link)
        case "slug" if value:
            _check_slug(draft, change.language, value)
        case "bylines":
            _all_there(Contributor, [pk for pk, _role in value])
        case "sources":
            _all_there(Source, value)


def _check_target(draft: Draft, row: str, target: int, may_link: Callable[[int], bool]) -> None:
    if target == draft.article.pk:
        raise Unfit(_("An article cannot link to itself."))
    if not may_link(target):
        raise Unfit(_("That is not there any more. Choose another."))
    for key, values in draft.values.items():
        if key != row and values.get("target") == target:
            raise Unfit(_("This article is linked already."))


def _check_slug(draft: Draft, language: str, slug: str) -> None:
    claims = Permalink.objects.claiming(language, slug)
    if claims.exclude(article=draft.article.pk).exists():
        raise Unfit(_("Another article has this address. Type a different one."))


def _all_there(model: Any, pks: Sequence[int]) -> None:
    if len(set(pks)) != model._default_manager.filter(pk__in=pks).count():
        raise Unfit(_("That is not there any more. Choose another."))
