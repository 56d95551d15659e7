"""What stands around the library's cards: filters with their numbers, chips, sorts, pages."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import AnonymousUser
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.desk.conflicts import called
from articles.desk.photos.asked import ME, NONE, PERIODS, SORTS, Asked
from articles.desk.photos.filters import GROUPS
from articles.models.photo import ImageCredit, Photo
from articles.models.staff import User
from articles.text.dates import at_copenhagen, day

if TYPE_CHECKING:
    from articles.desk.photos.library import PhotoList

Numbers = Mapping[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class Tick:
    """One option of a group; `number` is None where none was counted."""

    value: str
    label: str | Promise
    number: int | None
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a select."""

    value: str
    label: str | Promise
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in force; `href` is the library without it."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Shelf:
    groups: list[tuple[str, str | Promise, list[Tick]]]
    credits: list[Choice]
    bases: list[Choice]
    people: list[Choice]
    periods: list[Choice]
    sorts: list[Choice]
    chips: list[Chip]
    without_filters: str
    has_registers: bool


def shelf(listed: "PhotoList", numbers: Numbers, user: User | AnonymousUser) -> Shelf:
    """Two queries: the register of credits, and who has brought photos in."""
    asked = listed.asked
    lists = {
        "credit": _choices(asked.credit, _credits()),
        "basis": _choices(asked.basis, Photo.Basis.choices),
        "by": _choices(asked.by, _people(user)),
        "period": _choices(asked.period, ((key, name) for key, (_n, name) in PERIODS.items())),
    }
    return Shelf(
        groups=_groups(asked, numbers),
        credits=lists["credit"],
        bases=lists["basis"],
        people=lists["by"],
        periods=lists["period"],
        sorts=[Choice(key, name, key == asked.sort) for key, name in SORTS.items()],
        chips=[*_ticked(listed), *_listed(listed, lists), *_typed(listed)],
        without_filters=_without(listed, *_filters(asked)),
        has_registers=any(
            (asked.credit, asked.basis, asked.by, asked.period, asked.since, asked.until)
        )
        or bool(asked.article),
    )


def _groups(asked: Asked, numbers: Numbers) -> list[tuple[str, str | Promise, list[Tick]]]:
    return [
        (
            group.name,
            group.label,
            [
                Tick(
                    option.value,
                    option.label,
                    numbers.get((group.name, option.value)),
                    option.value in asked.options.get(group.name, ()),
                )
                for option in group.options
            ],
        )
        for group in GROUPS
    ]


def _choices(chosen: str, entries: Any) -> list[Choice]:
    return [Choice(str(value), label, str(value) == chosen) for value, label in entries]


def _credits() -> list[tuple[str, str]]:
    rows = ImageCredit.objects.order_by("name").values_list("pk", "name")
    return [(NONE, _("No entry of the register")), *((str(pk), name) for pk, name in rows)]


def _people(user: User | AnonymousUser) -> list[tuple[str, str]]:
    brought = Photo.objects.filter(uploaded_by__isnull=False).order_by().values("uploaded_by")
    people = User.objects.filter(pk__in=brought).exclude(pk=user.pk)
    rows = people.order_by("first_name", "last_name", "username")
    return [(ME, _("Me")), *((str(person.pk), called(person)) for person in rows)]


# --- Chips ---------------------------------------------------------------------------------------


def _ticked(listed: "PhotoList") -> Iterator[Chip]:
    for group in GROUPS:
        chosen = listed.asked.options.get(group.name, set())
        for option in group.options:
            if option.value in chosen:
                rest = sorted(chosen - {option.value}) or None
                yield Chip(str(option.label), listed.get_query_string({group.name: rest}))


def _listed(listed: "PhotoList", lists: Mapping[str, list[Choice]]) -> Iterator[Chip]:
    names = {
        "credit": _("Credit: %s"),
        "basis": _("Our right: %s"),
        "by": _("Uploaded by: %s"),
        "period": _("Uploaded: %s"),
    }
    for name, choices in lists.items():
        value = getattr(listed.asked, name)
        label = next((str(each.label) for each in choices if each.is_chosen), value)
        if value:
            yield Chip(names[name] % label, _without(listed, name))


def _typed(listed: "PhotoList") -> Iterator[Chip]:
    asked, language = listed.asked, get_language() or "en"
    if not asked.period:
        for name, text in (("since", _("Uploaded from %s")), ("until", _("Uploaded until %s"))):
            if value := getattr(asked, name):
                yield Chip(text % _said(value, language), _without(listed, name))
    if asked.article:
        yield Chip(_("Used in: %s") % asked.article, _without(listed, "article"))


def _said(value: str, language: str) -> str:

    return day(at_copenhagen(dt.datetime.fromisoformat(value)), language)


def _filters(asked: Asked) -> list[str]:
    named = ["credit", "basis", "by", "period", "since", "until", "article"]
    return [*asked.options, *(name for name in named if getattr(asked, name))]


def _without(listed: "PhotoList", *names: str) -> str:
    return listed.get_query_string(dict.fromkeys(names))
