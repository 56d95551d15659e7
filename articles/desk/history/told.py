"""What one sitting changed, as colleagues read it: per row, English beside Danish, word by word."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.desk.conflicts import called, difference
from articles.desk.storyboard.fields import LABELS
from articles.editing.sittings import GIVEN_UP, SETTLED, WAVED
from articles.gate.registry import about
from articles.models.article import Article, Byline, Slide
from articles.models.desk import Sitting
from articles.models.newsroom import Contributor, Source, Topic
from articles.models.staff import User
from articles.text.languages import LANGUAGES
from articles.text.sanitise import plain

_ROWS: Final = {
    "added": gettext_lazy("Added"),
    "copied": gettext_lazy("Added as a copy"),
    "removed": gettext_lazy("Taken out"),
    "put back": gettext_lazy("Put back"),
}
_CHOICES: Final = {
    "stage": dict(Article.Stage.choices),
    "commercial": dict(Article.Commercial.choices),
    "languages": dict(Slide.Languages.choices),
}
_POINTS: Final[dict[str, Any]] = {
    "topic": Topic,
    "target": Article,
    "owner": User,
    "assignee_en": User,
    "assignee_da": User,
}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """`text` has the words that went and came, marked. `place` names what was changed, by which
    it can be taken back; "" where that makes no sense. `version` is that of its last change."""

    label: str
    text: SafeString
    place: str = ""
    version: int = 0


@dataclass(slots=True)
class RowChange:
    """One row: what was changed in English, in Danish, and beside both."""

    title: str
    languages: dict[str, list[FieldChange]] = field(
        default_factory=lambda: {language: [] for language in LANGUAGES}
    )
    plain: list[FieldChange] = field(default_factory=list)

    @property
    def sides(self) -> list[tuple[str, list[FieldChange]]]:
        return list(self.languages.items()) if any(self.languages.values()) else []


@dataclass(frozen=True, slots=True)
class Entry:
    """A sitting with what it changed. `is_first` is the state before anything was recorded."""

    sitting: Sitting
    at: dt.datetime
    by: str
    rows: tuple[RowChange, ...]
    is_first: bool
    is_now: bool = False


class Names:
    """What rows of other tables are called, looked up once for a whole page."""

    def __init__(self, sittings: Iterable[Sitting]) -> None:
        wanted: dict[Any, set[int]] = {}
        for sitting in sittings:
            for entry in sitting.changes:
                for value in (entry["before"], entry["value"]):
                    for model, pk in _pointed(entry["field"], value):
                        wanted.setdefault(model, set()).add(pk)
        self.found = {
            model: {row.pk: row for row in model._default_manager.filter(pk__in=pks)}
            for model, pks in wanted.items()
        }

    def of(self, model: Any, pk: Any) -> str:
        row = self.found.get(model, {}).get(pk)
        if row is None:
            return "–"
        return called(row) if isinstance(row, User) else str(row)


def _pointed(name: str, value: Any) -> Iterable[tuple[Any, int]]:
    name = name.removesuffix(GIVEN_UP)
    if name in _POINTS and isinstance(value, int):
        yield _POINTS[name], value
    elif name == "bylines" and isinstance(value, list):
        yield from ((Contributor, pk) for pk, _role in value)
    elif name == "sources" and isinstance(value, list):
        yield from ((Source, pk) for pk in value)


def places(changes: Sequence[Mapping[str, Any]]) -> list[str]:
    """`k7f2x-heading-da`, `article-topic` for each: a sitting's list goes on changing, and its
    numbers with it. Of what was given up several may have one name: the second ends in -2."""
    seen: Counter[str] = Counter()
    found = []
    for entry in changes:
        name = "-".join(
            filter(None, (entry["row"] or "article", entry["field"], entry["language"]))
        )
        seen[name] += 1
        found.append(f"{name}-{seen[name]}" if seen[name] > 1 else name)
    return found


def entries(
    sittings: Sequence[Sitting], numbers: Mapping[str, int], links: Collection[str]
) -> list[Entry]:
    """`sittings` in words; `numbers` are those of the slides that are there now, by key, `links`
    the keys of the links."""
    names = Names(sittings)
    return [
        Entry(
            sitting=sitting,
            at=sitting.ended,
            by=called(sitting.by),
            rows=_rows(sitting.changes, numbers, links, names),
            is_first=not sitting.changes,
        )
        for sitting in sittings
    ]


def _rows(
    changes: Sequence[Mapping[str, Any]],
    numbers: Mapping[str, int],
    links: Collection[str],
    names: Names,
) -> tuple[RowChange, ...]:
    found: dict[str, RowChange] = {}
    for entry, place in zip(changes, places(changes), strict=True):
        key = entry["row"]
        row = found.setdefault(key, RowChange(_row_title(key, entry, numbers, links)))
        told = _told(entry, place, names)
        if entry["language"]:
            row.languages[entry["language"]].append(told)
        else:
            row.plain.append(told)
    order = sorted(found, key=lambda key: (key != "", numbers.get(key, 10_000)))
    return tuple(found[key] for key in order)


def _row_title(
    key: str, entry: Mapping[str, Any], numbers: Mapping[str, int], links: Collection[str]
) -> str:
    if not key:
        return _("The article")
    if key in numbers:
        return _("Slide %(number)s") % {"number": numbers[key]}
    if key in links or entry["field"] in ("target", "url", "label"):
        return _("Also read")
    return _("A slide or link that is not here now")


def _told(entry: Mapping[str, Any], place: str, names: Names) -> FieldChange:
    name, before, value = entry["field"], entry["before"], entry["value"]
    if name == "row":
        title = before if isinstance(before, Mapping) else {}
        text = next((str(each) for each in title.values() if isinstance(each, str) and each), "")
        return FieldChange(str(_ROWS.get(value, value)), difference(text, ""))
    if name == "place":
        return FieldChange(_("Moved"), SafeString(""))
    if name.endswith(SETTLED):
        label = str(LABELS.get(name.removesuffix(SETTLED), name))
        return FieldChange(_("%(field)s: still right") % {"field": label}, SafeString(""))
    if name.endswith(WAVED):
        return FieldChange(_waved(name.removesuffix(WAVED), is_off=bool(value)), SafeString(""))
    name = name.removesuffix(GIVEN_UP)  # the own words went, those of the other came
    label = str(LABELS.get(name, name))
    text = difference(said(name, before, names), said(name, value, names))
    return FieldChange(label, text, place, entry["version"])


def _waved(name: str, *, is_off: bool) -> str:
    """`heading:typo.dash`: which warning was left as it is, or is given again, and where."""
    field, _sep, code = name.partition(":")
    said = {"field": LABELS.get(field, field), "rule": about(code)}
    if is_off:
        return _("%(field)s, left as it is: %(rule)s") % said
    return _("%(field)s, warned of again: %(rule)s") % said


def said(name: str, value: Any, names: Names) -> str:
    """A value as an editor reads it."""
    if value in (None, "", []):
        return ""
    if name == "body":
        return plain(str(value))
    if name in _CHOICES:
        return str(_CHOICES[name].get(value, value))
    if name in _POINTS:
        return names.of(_POINTS[name], value)
    if name in ("photo", "lead_photo"):
        return _("no. %(number)s") % {"number": value}
    if name == "bylines":
        roles = dict(Byline.Role.choices)
        return ", ".join(f"{names.of(Contributor, pk)} ({roles.get(r, r)})" for pk, r in value)
    if name == "sources":
        return ", ".join(names.of(Source, pk) for pk in value)
    if name == "embargo_until":
        return str(value).replace("T", " ")
    return str(value)
