"""The list of articles: search in both languages, filters, and what each row needs in few queries."""

import datetime as dt
from typing import Any, ClassVar, Final

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from articles.desk.columns import pair
from articles.desk.searching import holds, words
from articles.desk.states import NAMES
from articles.models.article import Article, Slide
from articles.models.clock import database_now
from articles.models.edition import Edition
from articles.publishing.state import State, standings_of

SEARCHED: Final = (*pair("kicker"), *pair("headline"), *pair("slug"), *pair("standfirst"))
SEARCHED_SLIDES: Final = (*pair("heading"), *pair("body"), *pair("caption"))


class ArticleList(ChangeList):
    """A page of the list, with where each article stands."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        rows = self.result_list.select_related("topic", "owner", "lead_photo__credit")
        self.result_list = list(rows)
        found = standings_of(self.result_list, as_of=database_now())
        for article in self.result_list:
            article.standings = found[article.pk]


# --- Search --------------------------------------------------------------------------------------


def search(articles: QuerySet[Article], query: str) -> QuerySet[Article]:
    """Articles with every word of `query` somewhere in their texts, in either language."""
    for word in words(query):
        in_slides = Slide.objects.filter(holds(SEARCHED_SLIDES, word), article=OuterRef("pk"))
        articles = articles.filter(holds(SEARCHED, word) | Exists(in_slides))
    return articles


# --- Filters -------------------------------------------------------------------------------------


class MineFilter(admin.SimpleListFilter):
    title = _("whose")
    parameter_name = "whose"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [("mine", _("Mine")), ("assigned", _("Assigned to me"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        me = request.user.pk
        if self.value() == "mine":
            return queryset.filter(owner=me)
        if self.value() == "assigned":
            return queryset.filter(Q(assignee_en=me) | Q(assignee_da=me))
        return queryset


class StateFilter(admin.SimpleListFilter):
    """Where one language stands; the same question as publishing/state.py answers, in SQL."""

    language: ClassVar[str]

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(state, name) for state, name in NAMES.items() if state is not State.CHANGED]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        chosen = next((state for state in NAMES if state == self.value()), None)
        return queryset.filter(self._condition(chosen, database_now())) if chosen else queryset

    def _condition(self, state: State, now: dt.datetime) -> Q:
        chain = Edition.objects.standing().filter(article=OuterRef("pk"), language=self.language)
        live = Q(Exists(chain.live(now)))
        scheduled = ~live & Q(Exists(chain.filter(live_from__gt=now)))
        withdrawn = ~live & ~scheduled & Q(Exists(chain.filter(withdrawn_at__isnull=False)))
        if state is State.LIVE:
            return live
        if state is State.SCHEDULED:
            return scheduled
        if state is State.WITHDRAWN:
            return withdrawn
        stage = Q(**{f"stage_{self.language}": state})
        return stage & ~live & ~scheduled & ~withdrawn


class EnglishFilter(StateFilter):
    title = _("state in English")
    parameter_name = "en"
    language = "en"


class DanishFilter(StateFilter):
    title = _("state in Danish")
    parameter_name = "da"
    language = "da"
