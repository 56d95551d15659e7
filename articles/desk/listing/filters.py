"""What the list of articles can be narrowed to: chips, topic, person, the state of a language."""

import datetime as dt
from collections.abc import Callable
from typing import Any, ClassVar, Final

from django.contrib import admin
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.desk.conflicts import called
from articles.desk.rights import visible_to
from articles.desk.states import NAMES
from articles.desk.survey.survey import Survey, Surveyed, survey
from articles.models.article import Article
from articles.models.clock import database_now
from articles.models.edition import Edition
from articles.models.newsroom import Topic
from articles.models.staff import User
from articles.publishing.state import State

PATIENCE: Final = 0.15  # seconds that counts on chips may take, where much was changed at once
_KEPT: Final = "_desk_survey"

Test = Callable[[Surveyed], bool]
CHIPS: Final[dict[str, tuple[str | Promise, Test]]] = {
    "ready": (_("Ready"), lambda row: row.is_any(State.READY)),
    "scheduled": (_("Scheduled"), lambda row: row.is_scheduled),
    "changed": (_("Live with changes"), lambda row: row.is_any(State.CHANGED)),
    "danish": (_("Danish missing or stale"), lambda row: row.lacks("da")),
    "english": (_("English missing or stale"), lambda row: row.lacks("en")),
    "stopped": (_("Ready or live, but stopped"), lambda row: row.is_stopped),
    "withdrawn": (_("Withdrawn"), lambda row: row.is_any(State.WITHDRAWN)),
}
MINE: Final = "mine"


def surveyed(request: HttpRequest, *, whole: bool = False) -> Survey:
    """Where everything stands that whoever asks may see: once per request.

    Unless `whole`, it may end early where very much was changed since this process last looked.
    """
    kept: Survey | None = request.__dict__.get(_KEPT)
    if kept is None or (whole and not kept.complete):
        seconds = None if whole else PATIENCE
        kept = survey(visible_to(request.user), as_of=database_now(), seconds=seconds)
        request.__dict__[_KEPT] = kept
    return kept


def mine(user: Any) -> Q:
    """What somebody owns, was given to write, or changed last."""
    pk = user.pk
    return Q(owner=pk) | Q(assignee_en=pk) | Q(assignee_da=pk) | Q(changed_by=pk)


def in_work_of(user: Any, rows: dict[int, Surveyed]) -> list[int]:
    """Of `rows`, those that are `user`'s and have something left to do; one query."""
    own = set(visible_to(user).filter(mine(user)).order_by().values_list("pk", flat=True))
    return [pk for pk, row in rows.items() if pk in own and row.is_in_work]


class ShowFilter(admin.SimpleListFilter):
    """The chips."""

    title = _("show")
    parameter_name = "show"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(MINE, _("Mine in work")), *((key, name) for key, (name, _t) in CHIPS.items())]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        value = self.value()
        if value == MINE:
            return queryset.filter(
                pk__in=in_work_of(request.user, surveyed(request, whole=True).rows)
            )
        if value not in CHIPS:
            return queryset
        test = CHIPS[value][1]
        rows = surveyed(request, whole=True).rows
        return queryset.filter(pk__in=[pk for pk, row in rows.items() if test(row)])


class TopicFilter(admin.SimpleListFilter):
    title = _("topic")
    parameter_name = "topic"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(str(topic.pk), str(topic)) for topic in Topic.objects.all()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        chosen = {value for value, _name in self.lookup_choices}
        return queryset.filter(topic=self.value()) if self.value() in chosen else queryset


class PersonFilter(admin.SimpleListFilter):
    """Whose it is, who writes one of its languages, or who changed it last."""

    title = _("person")
    parameter_name = "who"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        people = User.objects.filter(is_staff=True).order_by("first_name", "last_name", "username")
        return [(str(person.pk), called(person)) for person in people]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        chosen = {value for value, _name in self.lookup_choices}
        if self.value() not in chosen:
            return queryset
        return queryset.filter(mine(User(pk=int(self.value() or 0))))


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
