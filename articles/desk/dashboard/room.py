"""What all cards of the first page share, looked up once."""

from collections.abc import Iterable
from functools import cached_property

from django.http import HttpRequest

from articles.desk.asking import staff
from articles.desk.listing.filters import in_work_of, mine, surveyed
from articles.desk.rights import may, visible_to
from articles.desk.survey.shown import thumbnails
from articles.desk.survey.survey import Survey, Surveyed
from articles.models.article import Article
from articles.models.clock import database_now
from articles.models.edition import Edition
from articles.text.languages import LANGUAGES

SHOWN = 6  # rows of a card; the rest is behind its link


class Room:
    """Who has come, and where everything stands that they may see."""

    def __init__(self, request: HttpRequest) -> None:
        self.request, self.user, self.now = request, staff(request), database_now()
        self.sees_articles = may(self.user, "view_article")
        self.writes = self.sees_articles and may(self.user, "change_article")
        self.edits_all = may(self.user, "edit_all_articles")
        self.publishes = may(self.user, "publish_article")
        self.corrects = may(self.user, "correct_article")

    @cached_property
    def survey(self) -> Survey:
        return surveyed(self.request) if self.sees_articles else Survey({})

    @property
    def rows(self) -> dict[int, Surveyed]:
        return self.survey.rows

    @cached_property
    def mine(self) -> list[int]:
        """Articles in work with whoever asks, the one changed last first."""
        return in_work_of(self.user, self.rows)

    @cached_property
    def own(self) -> dict[int, frozenset[str]]:
        """{article: languages that whoever asks is to write} of those that are theirs."""
        pk = self.user.pk
        found = visible_to(self.user).filter(mine(self.user)).order_by()
        columns = ("pk", "owner", "assignee_en", "assignee_da")
        return {
            article: frozenset(
                language
                for language, assignee in zip(LANGUAGES, assignees, strict=True)
                if pk in (owner, assignee)
            )
            for article, owner, *assignees in found.values_list(*columns)
        }

    def concerns(self, article: int, language: str = "") -> bool:
        """Whether it is for whoever asks to mend: all for editors, else one's own."""
        if self.edits_all:
            return True
        languages = self.own.get(article, frozenset())
        return language in languages if language else bool(languages)

    @cached_property
    def live(self) -> dict[tuple[int, str], int]:
        """{(article, language): the Edition that readers see}, the newest first: one query."""
        found = Edition.objects.live(self.now).order_by("-live_from", "-article", "-language")
        return {
            (article, language): pk
            for pk, article, language in found.values_list("pk", "article", "language")
        }

    @cached_property
    def lacking(self) -> list[tuple[int, str]]:
        """(article, language) of what is missing or stale and concerns whoever asks."""
        return [
            (pk, language)
            for pk, row in self.rows.items()
            for language in LANGUAGES
            if row.lacks(language) and self.concerns(pk, language)
        ]

    def load(
        self, pks: Iterable[int]
    ) -> tuple[dict[int, Article], dict[int, tuple[str, int, int]]]:
        """Articles with who changed them, and their pictures: two queries."""
        related = ("changed_by", "lead_photo")
        found = Article.objects.select_related(*related).in_bulk(list(pks))
        return found, thumbnails(found.values())
