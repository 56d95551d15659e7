"""The library's filters: what each means as a condition, and how many photos each would show.

Options of one group widen what is shown, groups narrow it. Each option's number is what it would
show beside what the other groups ask for. All numbers are one query.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Final

from django.contrib.auth.models import AnonymousUser
from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, When
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.desk.photos import used
from articles.desk.photos.likeness import alike
from articles.desk.photos.wants import SOON
from articles.models.photo import Photo
from articles.models.staff import User
from articles.text.filenames import looks_like_filename

_EVERY: Final = 2**31
_TEXTS: Final = ("alt_en", "alt_da", "caption_en", "caption_da")


@dataclass
class World:
    """What the conditions need to know; what costs a query is asked when first needed."""

    now: dt.datetime
    user: User | AnonymousUser

    @cached_property
    def library(self) -> list[tuple[Any, ...]]:
        """Of every photo that was not taken down: number, hash, and the texts: one query."""
        rows = Photo.objects.filter(taken_down_at__isnull=True).order_by("-pk")
        return list(rows.values_list("pk", "phash", *_TEXTS))

    @cached_property
    def named_as_file(self) -> list[int]:
        return [pk for pk, _hash, *texts in self.library if any(map(_is_filename, texts))]

    @cached_property
    def hashes(self) -> dict[int, str]:
        return {pk: phash for pk, phash, *_texts in self.library}

    @cached_property
    def alike(self) -> dict[int, list[int]]:
        """All that look like another: compares every photo with every other."""
        return alike(self.hashes)


@dataclass(frozen=True, slots=True)
class Option:
    """`is_counted` is False where counting would cost more than it tells."""

    value: str
    label: str | Promise
    condition: Callable[[World], Q]
    is_counted: bool = True


@dataclass(frozen=True, slots=True)
class Group:
    name: str
    label: str | Promise
    options: tuple[Option, ...]


def _no_alt(language: str) -> Callable[[World], Q]:
    empty = Q(**{f"alt_{language}": ""}) | Q(**{f"alt_{language}__isnull": True})
    return lambda _world: empty & Q(taken_down_at__isnull=True)


def _here(**facts: Any) -> Callable[[World], Q]:
    """Photos with these facts that were not taken down: the others need nothing any more."""
    return lambda _world: Q(taken_down_at__isnull=True, **facts)


GROUPS: Final = (
    Group(
        "needs",
        _("Needs work"),
        (
            Option("alt-en", _("No alt text, English"), _no_alt("en")),
            Option("alt-da", _("No alt text, Danish"), _no_alt("da")),
            Option("credit", _("No credit"), _here(credit=None, byline="")),
            Option(
                "byline",
                _("No byline, though required"),
                _here(credit__byline_required=True, byline=""),
            ),
            Option("basis", _("Right not known"), _here(basis=Photo.Basis.UNKNOWN)),
            Option("filename", _("File name as text"), lambda world: Q(pk__in=world.named_as_file)),
            Option("work", _("In work"), _here(work__in=[Photo.Work.WAITING, Photo.Work.WORKING])),
            Option("failed", _("Failed"), _here(work=Photo.Work.FAILED)),
            Option(
                "twins",
                _("Possible duplicates"),
                lambda world: Q(pk__in=list(world.alike)),
                is_counted=False,
            ),
        ),
    ),
    Group(
        "rights",
        _("Rights"),
        (
            Option(
                "expiring",
                _("Expiring in 30 days"),
                lambda world: Q(
                    taken_down_at__isnull=True,
                    expires_at__gt=world.now,
                    expires_at__lte=world.now + SOON,
                ),
            ),
            Option(
                "expired",
                _("Expired"),
                lambda world: Q(taken_down_at__isnull=True, expires_at__lte=world.now),
            ),
            Option("down", _("Taken down"), lambda _world: Q(taken_down_at__isnull=False)),
        ),
    ),
    Group(
        "use",
        _("Use"),
        (
            Option("unused", _("Unused"), lambda world: used.unused(world.now)),
            Option("live", _("On live pages"), lambda world: used.live(world.now)),
            Option("often", _("In three or more articles"), lambda world: used.often(world.now)),
        ),
    ),
    Group(
        "shape",
        _("Shape"),
        (
            Option("landscape", _("Landscape"), lambda _world: Q(width__gt=F("height"))),
            Option("portrait", _("Portrait"), lambda _world: Q(width__lt=F("height"))),
        ),
    ),
)


def condition(group: Group, chosen: Iterable[str], world: World) -> Q:
    """Photos that any chosen option of `group` means; all when none is chosen."""
    found = Q()
    for option in group.options:
        if option.value in chosen:
            found |= option.condition(world)
    return found


def narrowed(photos: QuerySet[Photo], chosen: dict[str, set[str]], world: World) -> QuerySet[Photo]:
    for group in GROUPS:
        photos = photos.filter(condition(group, chosen.get(group.name, ()), world))
    return photos


def numbers(
    photos: QuerySet[Photo], chosen: dict[str, set[str]], world: World
) -> dict[tuple[str, str], int]:
    """{(group, option): photos it would show}, and ("", "") for what is shown now: one query."""
    columns = {
        (group.name, option.value): f"is_{group.name}_{index}"
        for group in GROUPS
        for index, option in enumerate(group.options)
        if option.is_counted or option.value in chosen.get(group.name, ())
    }
    conditions = {
        columns[group.name, option.value]: Case(
            When(option.condition(world), then=1), default=0, output_field=IntegerField()
        )
        for group in GROUPS
        for option in group.options
        if (group.name, option.value) in columns
    }
    # Sliced, so that each condition is worked out once per photo, in a query inside the one that
    # counts; else it would be again for every number that it takes part in.
    rows = photos.order_by().annotate(**conditions)[:_EVERY]
    asked = {group.name: _either(columns, group.name, chosen) for group in GROUPS}
    sums = {"n": Count("pk", filter=_all(asked.values()))}
    for (name, _value), column in columns.items():
        others = _all(each for group, each in asked.items() if group != name)
        sums[f"n_{column}"] = Count("pk", filter=others & Q(**{column: 1}))
    found = rows.aggregate(**sums)
    counted = {key: found[f"n_{column}"] for key, column in columns.items()}
    return {("", ""): found["n"], **counted}


def _either(columns: Mapping[tuple[str, str], str], name: str, chosen: Mapping[str, set[str]]) -> Q:
    condition = Q()
    for value in chosen.get(name, ()):
        condition |= Q(**{columns[name, value]: 1})
    return condition


def _all(conditions: Iterable[Q]) -> Q:
    """All at once; true where there is none, for a count needs something to go by."""
    together = Q()
    for each in conditions:
        together &= each
    return together or Q(pk__isnull=False)


@lru_cache(maxsize=50_000)
def _is_filename(text: str | None) -> bool:
    """Kept for texts that were judged before: a library's are the same from page to page."""
    return bool(text) and looks_like_filename(text or "")
