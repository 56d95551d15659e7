"""Sittings: one editor's work on one article, kept as one version of it.

A sitting goes on while its editor's changes follow one another within ten minutes, for an hour at
most. Its version (django-reversion) is the whole working copy as of its last change; its own list
of changes says what this editor did, however many others wrote at the same time.
"""

import datetime as dt
import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from articles.editing import versions
from articles.models.article import Article
from articles.models.desk import Sitting
from articles.models.staff import User

PAUSE: Final = dt.timedelta(minutes=10)
LONGEST: Final = dt.timedelta(hours=1)
_LOOK_BACK: Final = 50  # sittings that are searched for who wrote a field last

# After a field's name: what was said of it.
SETTLED: Final = "_settled"  # its translation is still right
WAVED: Final = "_waved"  # a warning was left as it is, or is given again
REMARKS: Final = (SETTLED, WAVED)
GIVEN_UP: Final = "_given_up"  # after a field's name: words that lost to somebody else's

Key = tuple[str, str, str]


@dataclass
class Log:
    """What one act changed: {(row, field, language): (before, value)}."""

    entries: dict[Key, tuple[Any, Any]] = field(default_factory=dict)

    def set(self, row: str, name: str, language: str, before: Any, value: Any) -> None:
        known = self.entries.get((row, name, language))
        self.entries[row, name, language] = (known[0] if known else before, value)


def record(
    article: Article, *, by: User | None, log: Log, version: int, now: dt.datetime
) -> Sitting:
    """Add an act to its editor's sitting, or begin one; under the Article's lock."""
    sitting = _open_sitting(article, by=by, now=now)
    entries = _merged(sitting.changes if sitting else [], log, version=version, now=now)
    revision = versions.keep(article, by=by, now=now)
    if sitting is None:
        return Sitting.objects.create(
            revision=revision, article=article, by=by, began=now, ended=now, changes=entries
        )
    outdated = sitting.revision
    sitting.revision, sitting.ended, sitting.changes = revision, now, entries
    sitting.save(update_fields=["revision", "ended", "changes"])
    outdated.delete()
    return sitting


def begin(article: Article, *, now: dt.datetime) -> None:
    """Keep an article that has no version yet as it is, before it is written for the first time."""
    if Sitting.objects.filter(article=article).exists():
        return
    revision = versions.keep(article, by=article.owner, now=now)
    moment = min(article.changed_at, now)
    Sitting.objects.create(
        revision=revision,
        article=article,
        by=article.changed_by or article.owner,
        began=moment,
        ended=moment,
        closed=True,
    )


def close(article: Article, *, by: User | None) -> None:
    """End the editor's sitting: what comes next is a version of its own."""
    Sitting.objects.filter(article=article, by=by, closed=False).update(closed=True)


def close_all(article: Article) -> None:
    """End everybody's sittings: what is published can be brought back as it was then."""
    Sitting.objects.filter(article=article, closed=False).update(closed=True)


def who_changed(
    article: Article, row: str, name: str, language: str, *, but: User | None
) -> tuple[str, dt.datetime | None]:
    """Who last changed that field, and when; "" where nobody is on record."""
    place = (row, name, language)
    return last_changes(article, {place}, but=but).get(place, ("", None))


def last_changes(
    article: Article, places: Collection[Key], *, but: User | None = None
) -> dict[Key, tuple[str, dt.datetime | None]]:
    """{(row, field, language): who last changed it, and when} of `places`: one query.

    Those that nobody is on record for are left out.
    """
    found: dict[Key, tuple[str, dt.datetime | None]] = {}
    if not places:
        return found
    for sitting in _recent(article, but=but):
        for entry in sitting.changes:
            place = (entry["row"], entry["field"], entry["language"])
            if place in places and place not in found:
                found[place] = (_called(sitting.by), dt.datetime.fromisoformat(entry["at"]))
    return found


def who_wrote(
    article: Article, row: str, version: int, *, but: User | None
) -> tuple[str, dt.datetime | None]:
    """Who changed anything of that row after `version`, and when; "" where nobody did."""
    for sitting in _recent(article, but=but):
        for entry in sitting.changes:
            is_written = not entry["field"].endswith(GIVEN_UP)
            if entry["row"] == row and entry["version"] > version and is_written:
                return _called(sitting.by), dt.datetime.fromisoformat(entry["at"])
    return "", None


def _recent(article: Article, *, but: User | None) -> Iterable[Sitting]:
    rows = Sitting.objects.filter(article=article).select_related("by").order_by("-ended", "-id")
    if but is not None:
        rows = rows.exclude(by=but)
    return rows[:_LOOK_BACK]


def _called(user: User | None) -> str:
    return (user.get_full_name() or user.get_username()) if user else ""


def _open_sitting(article: Article, *, by: User | None, now: dt.datetime) -> Sitting | None:
    return (
        Sitting.objects.filter(
            article=article, by=by, closed=False, ended__gte=now - PAUSE, began__gte=now - LONGEST
        )
        .select_related("revision")
        .order_by("-ended", "-id")
        .first()
    )


def _merged(
    entries: list[dict[str, Any]], log: Log, *, version: int, now: dt.datetime
) -> list[dict[str, Any]]:
    """The sitting's changes with those of one act: `before` of the first, `value` of the last.

    A change that led back to where it began is none. All words given up are kept, not the last.
    """
    merged = {_place(each): each for each in entries}
    for (row, name, language), (before, value) in log.entries.items():
        entry = {
            "row": row,
            "field": name,
            "language": language,
            "before": before,
            "value": value,
            "at": now.isoformat(),
            "version": version,
        }
        place = _place(entry)
        if place in merged:
            entry["before"] = merged.pop(place)["before"]
        if entry["before"] != value or name == "row":
            merged[place] = entry
    return list(merged.values())


def _place(entry: dict[str, Any]) -> tuple[str, ...]:
    words = json.dumps(entry["before"]) if entry["field"].endswith(GIVEN_UP) else ""
    return entry["row"], entry["field"], entry["language"], words
