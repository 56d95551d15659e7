"""What a picture file says of itself: the dataclass. Pure."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Final, Self

_LONGEST: Final = 5_000  # characters: a caption that its agency wrote as a whole article


@dataclass(frozen=True, slots=True)
class Metadata:
    """Clean text: no control characters, no line breaks; empty where the file says nothing.

    `captions` and `alts` are by language ("en", "da"); "" is the key of words whose language
    the file does not name. `taken_at` is in UTC. Both addresses are http(s) or empty.
    """

    creator: str = ""
    credit: str = ""
    copyright_notice: str = ""
    usage_terms: str = ""
    headline: str = ""
    license_url: str = ""
    acquire_url: str = ""
    stock_id: str = ""
    captions: Mapping[str, str] = field(default_factory=dict)
    alts: Mapping[str, str] = field(default_factory=dict)
    taken_at: dt.datetime | None = None

    def as_json(self) -> dict[str, Any]:
        """Plain data for JSON: texts, two maps of texts, and `taken_at` in ISO 8601 or None."""
        plain: dict[str, Any] = {each.name: getattr(self, each.name) for each in fields(self)}
        plain["captions"], plain["alts"] = dict(self.captions), dict(self.alts)
        plain["taken_at"] = self.taken_at.isoformat() if self.taken_at else None
        return plain

    @classmethod
    def from_json(cls, plain: Any) -> Self:
        """Take what `as_json` gave. It may come from a process that read a hostile file.

        Raises ValueError for anything that `as_json` does not give.
        """
        names = {each.name for each in fields(cls)}
        if not isinstance(plain, dict) or set(plain) != names:
            raise ValueError("not the fields of a picture's metadata")
        values: dict[str, Any] = {}
        for name, value in plain.items():
            if name == "taken_at":
                values[name] = _instant(value)
            elif name in ("captions", "alts"):
                values[name] = _texts(value)
            else:
                values[name] = _text(value)
        return cls(**values)


def _instant(value: Any) -> dt.datetime | None:
    if value is None:
        return None
    moment = dt.datetime.fromisoformat(_text(value))
    if moment.tzinfo is None:
        raise ValueError("an hour without its zone")
    try:
        return moment.astimezone(dt.UTC)
    except OverflowError as error:
        raise ValueError("an hour at the end of time") from error


def _texts(value: Any) -> dict[str, str]:
    if not isinstance(value, dict):
        raise ValueError("not texts by language")
    return {_text(language): _text(text) for language, text in value.items()}


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise ValueError("not a text of a picture's metadata")
    return value
