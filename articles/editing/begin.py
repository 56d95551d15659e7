"""Begin an article: the first change of a page that has none yet makes it, once."""

from django.db import IntegrityError, transaction

from articles.models.article import Article
from articles.models.staff import User


def begin(*, token: str, by: User) -> tuple[Article, bool]:
    """The article that the page with `token` began, and whether that was just now.

    A page that has no answer asks again, also while the first is still under way.
    """
    found = Article.objects.filter(token=token).first()
    if found is not None:
        return found, False
    try:
        with transaction.atomic():
            return Article.objects.create(token=token, owner=by, changed_by=by), True
    except IntegrityError:
        return Article.objects.get(token=token), False
