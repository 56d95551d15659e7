"""What one member of staff may do with one article: the role, the owner and the state decide.

Every screen and every endpoint of the desk asks here, and offers nothing that it refuses.
"""

from dataclasses import dataclass, replace
from typing import Final

from django.contrib.auth.models import AnonymousUser
from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.models.article import Article
from articles.models.clock import database_now
from articles.models.edition import Edition
from articles.models.staff import User
from articles.text.languages import LANGUAGES

Anyone = User | AnonymousUser


@dataclass(frozen=True, slots=True)
class Rights:
    """`words` are the languages whose texts one may write; `whole` is all that is not words in
    one language: slides and their order, photos, links, topic, bylines.

    `publish` is everything at the panel; `publish_one` (night duty) is one language in one act,
    without corrections and without what was withdrawn. `erase` is hiding from search engines and
    anonymising too.
    """

    view: bool = False
    words: frozenset[str] = frozenset()
    whole: bool = False
    assign: bool = False
    delete: bool = False
    publish: bool = False
    publish_one: bool = False
    withdraw: bool = False
    correct: bool = False
    erase: bool = False

    @property
    def change(self) -> bool:
        return self.whole or bool(self.words)

    @property
    def panel(self) -> bool:
        return self.publishes or self.withdraw

    @property
    def publishes(self) -> bool:
        """Whether one may publish at all, be it one language alone."""
        return self.publish or self.publish_one


NONE: Final = Rights()
BOTH: Final = frozenset(LANGUAGES)


def may(user: Anyone, codename: str) -> bool:
    """Whether the user's roles hold this permission of ours."""
    return user.has_perm(f"articles.{codename}")


def rights(user: Anyone, article: Article) -> Rights:
    """What `user` may do with `article`: at most two queries besides the user's permissions."""
    if not isinstance(user, User) or not user.is_active or not user.is_staff:
        return NONE
    if not may(user, "view_article") or article.erased_at:
        return NONE  # of an erased article there is nothing left: its log alone tells of it
    granted = Rights(
        view=may(user, "view_all_articles") or visible_to(user).filter(pk=article.pk).exists(),
        publish=may(user, "publish_article"),
        withdraw=may(user, "withdraw_article"),
        correct=may(user, "correct_article"),
        erase=may(user, "erase_article"),
    )
    if not granted.view:
        return NONE
    if may(user, "edit_all_articles"):
        return replace(
            granted, words=BOTH, whole=True, assign=True, delete=_may_delete(user, article)
        )
    if _is_own(user, article):
        on_duty = may(user, "publish_one_language")
        granted = replace(granted, publish_one=on_duty and not granted.publish)
        if on_duty or not _is_live(article):
            return replace(granted, words=BOTH, whole=True, delete=_may_delete(user, article))
    if may(user, "change_article") and may(user, "translate_article"):
        return replace(granted, words=assigned(user, article))
    return granted


def rights_on_new(user: Anyone) -> Rights:
    """What `user` may do with an article that does not exist yet."""
    if not may(user, "add_article"):
        return NONE
    publish = may(user, "publish_article")
    return Rights(
        view=True,
        words=BOTH,
        whole=True,
        assign=may(user, "edit_all_articles"),
        publish=publish,
        publish_one=not publish and may(user, "publish_one_language"),
    )


def assigned(user: User, article: Article) -> frozenset[str]:
    """The languages of `article` that were given to `user` to write."""
    return frozenset(
        language for language in LANGUAGES if getattr(article, f"assignee_{language}_id") == user.pk
    )


def visible_to(user: Anyone) -> QuerySet[Article]:
    """The articles that `user` may see: all; or one's own, those assigned, and what is live.

    What is live anybody may read; to see it at the desk is how one links to it.
    """
    articles = Article.objects.filter(erased_at=None)
    if may(user, "view_all_articles"):
        return articles
    if not may(user, "view_article"):
        return articles.none()
    live = Edition.objects.live(database_now()).filter(article=OuterRef("pk"))
    return articles.filter(
        Q(owner=user.pk) | Q(assignee_en=user.pk) | Q(assignee_da=user.pk) | Exists(live)
    )


def _is_own(user: User, article: Article) -> bool:
    writes = may(user, "add_article") and may(user, "change_article")
    return writes and article.owner_id == user.pk


def _is_live(article: Article) -> bool:
    return Edition.objects.live(database_now()).filter(article=article).exists()


def _may_delete(user: User, article: Article) -> bool:
    """Only what never was published or scheduled: an Edition's article stays."""
    return may(user, "delete_article") and not article.editions.exists()
