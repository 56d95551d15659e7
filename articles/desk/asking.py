"""The rights of whoever asks, looked up once per request."""

from typing import Final

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from articles.desk.rights import Rights, rights, rights_on_new
from articles.models.article import Article
from articles.models.staff import User

_KEPT: Final = "_desk_rights"


def staff(request: HttpRequest) -> User:
    """Who asks; the admin has let nobody else in."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def rights_of(request: HttpRequest, article: Article | None) -> Rights:
    """What the user of `request` may do with `article`, or with a new one."""
    kept: dict[int | None, Rights] = request.__dict__.setdefault(_KEPT, {})
    pk = article.pk if article else None
    if pk not in kept:
        user: User | AnonymousUser = request.user
        kept[pk] = rights(user, article) if article and article.pk else rights_on_new(user)
    return kept[pk]


def open_article(request: HttpRequest, pk: int) -> tuple[Article, Rights]:
    """The article and what one may do with it; 404 for one that the user may not see."""
    article = get_object_or_404(Article, pk=pk)
    granted = rights_of(request, article)
    if not granted.view:
        raise Http404  # nor does one learn that there is such an article
    return article, granted
