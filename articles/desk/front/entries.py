"""The form of the screen, read: what shall be pinned, hidden, taken away, and what is wrong in it."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import QueryDict
from django.utils.translation import gettext as _

from articles.desk.front.rows import SHOWN, written
from articles.models.article import Article
from articles.models.newsroom import HIDDEN, FrontSlot
from articles.publishing.arrange import Entry
from articles.reader.front import Arranged
from articles.text.dates import at_copenhagen


@dataclass(slots=True)
class Read:
    """`errors` are by the row's key; "" is the page."""

    entries: list[Entry] = field(default_factory=list)
    removed: set[int] = field(default_factory=set)
    errors: dict[str, str] = field(default_factory=dict)

    def arranged(self, as_of: dt.datetime) -> Arranged:
        """The page that would be, if it were saved now."""
        running = sorted(
            (
                entry
                for entry in self.entries
                if entry.shown_from <= as_of
                and (not entry.shown_until or entry.shown_until > as_of)
            ),
            key=lambda entry: (entry.shown_from, entry.slot or 0),
        )
        hidden = frozenset(e.article for e in running if e.position == HIDDEN)
        pins = {e.position: e.article for e in running if e.position < SHOWN}
        return Arranged({p: a for p, a in pins.items() if a not in hidden}, hidden)


def read(data: QueryDict, *, language: str, as_of: dt.datetime) -> Read:
    """Two queries."""
    keys = list(dict.fromkeys(data.getlist("row")))
    if data.get("add"):  # of the plain form: one more, at a place
        keys.append(f"a{data['add']}")
    slots = FrontSlot.objects.filter(language=language).in_bulk(_numbers(keys, "s"))
    known = Article.objects.filter(pk__in=_numbers(keys, "a")).values_list("pk", flat=True)
    articles = set(known)
    result = Read()
    for key in keys:
        slot = slots.get(_number(key)) if key.startswith("s") else None
        if slot is None and _number(key) not in articles:
            continue  # gone meanwhile, or made up
        _take(result, key, slot, data, as_of)
    _check(result)
    return result


def _take(
    result: Read, key: str, slot: FrontSlot | None, data: Mapping[str, str], as_of: dt.datetime
) -> None:
    is_added = key == f"a{data.get('add')}" and f"state-{key}" not in data
    state = "pinned" if is_added else data.get(f"state-{key}", "auto")
    if state not in ("pinned", "hidden"):
        if slot is not None:
            result.removed.add(slot.pk)
        return
    place = data.get("add_place" if is_added else f"place-{key}", "")
    position = HIDDEN if state == "hidden" else _number(place) - 1
    if not (position == HIDDEN or 0 <= position < SHOWN):
        result.errors[key] = _("Give a place from 1 to %(last)s.") % {"last": SHOWN}
        return
    try:
        start = _instant(data.get(f"from-{key}", ""), slot.shown_from if slot else None) or as_of
        until = _instant(data.get(f"until-{key}", ""), slot.shown_until if slot else None)
    except ValueError:
        result.errors[key] = _("The clock does not show this time on that day. Choose another.")
        return
    if slot is not None and until == slot.shown_until and until and until <= as_of:
        return  # over since the page was shown: left as it is
    if until and until <= max(start, as_of):
        result.errors[key] = _("This end has passed, or comes before the beginning.")
        return
    article = slot.article_id if slot else _number(key)
    result.entries.append(Entry(slot.pk if slot else None, article, position, start, until))


def _check(result: Read) -> None:
    """An article has one place at a time, and no place holds two that begin together."""
    seen: dict[tuple[int, dt.datetime], Entry] = {}
    for entry in result.entries:
        if entry.position == HIDDEN:
            continue
        same = seen.setdefault((entry.position, entry.shown_from), entry)
        if same is not entry:
            key = f"s{entry.slot}" if entry.slot else f"a{entry.article}"
            result.errors[key] = _("Two articles have place %(place)s.") % {
                "place": entry.position + 1
            }


def _instant(typed: str, before: dt.datetime | None) -> dt.datetime | None:
    """What was typed, on Copenhagen's clock; unchanged, the instant keeps its seconds."""
    if not typed:
        return None
    if typed == written(before):
        return before
    naive = dt.datetime.fromisoformat(typed)
    return at_copenhagen(naive.replace(tzinfo=None)).astimezone(dt.UTC)


def _number(text: str) -> int:
    digits = text.lstrip("sa")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 19 else 0


def _numbers(keys: list[str], letter: str) -> list[int]:
    return [_number(key) for key in keys if key.startswith(letter)]
