"""Changes to a working copy, as a page sends them: JSON -> dataclasses. Pure.

A change names what it is about by the row's key ("" for the article itself), the field and the
language, and carries the value that its page had shown (`base`) beside the new one. It conflicts
only where the current value is neither of the two: see apply.py.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from articles.text.languages import LANGUAGES

MOST: Final = 500
KINDS: Final = ("slide", "link")
LONGEST_BODY: Final = 100_000  # characters of HTML; a column without a limit is no place for a book
_MARK: Final = re.compile(r"[0-9a-f]{16}\Z")
_KEY: Final = re.compile(r"[bcdfghjkmnpqrstvwxz23456789]{5,12}\Z")


class BadChange(Exception):
    """What came is no change of ours: the page and the server do not agree on the form."""


@dataclass(frozen=True, slots=True)
class Set:
    """`field` of `row` in `language` ("" for a field that has none) becomes `value`.

    `mended`: it is a fix that the gate has offered, and changes no meaning. With `of`, it is a
    translation of that text and not of the one that stands there now.
    """

    id: str
    row: str
    field: str
    language: str
    base: Any
    value: Any
    mended: bool = False
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Insert:
    """A new row right below `behind` ("": on top); with `copy_of`, a copy of that row."""

    id: str
    row: str
    kind: str
    behind: str
    copy_of: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """`row` (a slide with its links) goes right below `behind`; `version` is the order seen."""

    id: str
    row: str
    behind: str
    version: int


@dataclass(frozen=True, slots=True)
class Remove:
    id: str
    row: str
    version: int


@dataclass(frozen=True, slots=True)
class PutBack:
    id: str
    row: str


@dataclass(frozen=True, slots=True)
class Settle:
    """The text in `language` is still right, although what it was translated from has changed.

    With `of`, a text in the other language, it is a translation of that: it is taken back.
    """

    id: str
    row: str
    field: str
    language: str
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Recall:
    """What the ledger said of `row` when it held `values`; for a version that is brought back."""

    id: str
    row: str
    basis: Mapping[str, Any]
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Wave:
    """A warning of the gate is left as it is (`off`), or is to be given again.

    `mark` says what was warned of: see articles.gate.waving.
    """

    id: str
    row: str
    field: str
    language: str
    code: str
    mark: str
    off: bool


@dataclass(frozen=True, slots=True)
class GiveUp:
    """Of two versions of a field the editor took the other: `value` was the own one, for the record."""

    id: str
    row: str
    field: str
    language: str
    value: Any


Change = Set | Insert | Move | Remove | PutBack | Settle | Recall | Wave | GiveUp


def parse(items: Any) -> list[Change]:
    """The changes of a request's JSON; raises BadChange."""
    if not isinstance(items, Sequence) or isinstance(items, str) or len(items) > MOST:
        raise BadChange("changes is no list, or too long")
    return [_change(item) for item in items]


def _change(item: Any) -> Change:
    if not isinstance(item, Mapping):
        raise BadChange("a change is no object")
    pk, op = _text(item, "id", 60), item.get("op")
    match op:
        case "set" | "give_up":
            return _valued(pk, item)
        case "settle":
            return Settle(pk, *_place(item), of=_of(item))
        case "wave":
            return _wave(pk, item)
        case "insert":
            kind = item.get("kind")
            if kind not in KINDS:
                raise BadChange("no such kind of row")
            copied = _key(item, "copy_of", empty=True)
            behind = _key(item, "behind", empty=True)
            return Insert(pk, _key(item, "row"), kind, behind, copied)
        case "move":
            behind = _key(item, "behind", empty=True)
            return Move(pk, _key(item, "row"), behind, _number(item, "version"))
        case "remove":
            return Remove(pk, _key(item, "row"), _number(item, "version"))
        case "put_back":
            return PutBack(pk, _key(item, "row"))
    raise BadChange("no such change")


def _valued(pk: str, item: Mapping[str, Any]) -> Set | GiveUp:
    wanted = {"value", "base"} if item["op"] == "set" else {"value"}
    if not wanted <= set(item):
        raise BadChange("a value or its base is missing")
    if item["op"] == "give_up":
        return GiveUp(pk, *_place(item), item["value"])
    mended = item.get("mended") is True
    return Set(pk, *_place(item), item["base"], item["value"], mended)


def _of(item: Mapping[str, Any]) -> str | None:
    of = item.get("of")
    if of is not None and (not isinstance(of, str) or len(of) > LONGEST_BODY):
        raise BadChange("of is no text")
    return of


def _wave(pk: str, item: Mapping[str, Any]) -> Wave:
    row, field, language = _place(item)
    mark, off = item.get("mark"), item.get("off")
    if not isinstance(mark, str) or not _MARK.match(mark) or not isinstance(off, bool):
        raise BadChange("a mark is missing")
    return Wave(pk, row, field, language, _text(item, "code", 60), mark, off)


def _place(item: Mapping[str, Any]) -> tuple[str, str, str]:
    language = item.get("language") or ""
    if language not in ("", *LANGUAGES):
        raise BadChange("no such language")
    return _key(item, "row", empty=True), _text(item, "field", 40), language


def _text(item: Mapping[str, Any], name: str, most: int) -> str:
    value = item.get(name, "")
    if not isinstance(value, str) or not value or len(value) > most:
        raise BadChange(f"{name} is no text")
    return value


def _key(item: Mapping[str, Any], name: str, *, empty: bool = False) -> str:
    value = item.get(name) or ""
    if value == "" and empty:
        return ""
    if not isinstance(value, str) or not _KEY.match(value):
        raise BadChange(f"{name} is no row's key")
    return value


def _number(item: Mapping[str, Any], name: str) -> int:
    value = item.get(name, 0)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 2**63:
        raise BadChange(f"{name} is no number")
    return value
