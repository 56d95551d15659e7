"""The registry of rules, in the style of django.core.checks.

A rule is a pure function from a document and the world to findings. All rules run, and all
findings come at once: an editor mends a page in one go.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from django.utils.functional import Promise

from articles.document.schema import Document


class Level(StrEnum):
    BLOCKS = "blocks"
    WARNS = "warns"


@dataclass(frozen=True, slots=True)
class Place:
    """The field that a finding is about; `slide` is a slide's key, "" for the article's own."""

    field: str
    language: str
    slide: str = ""


@dataclass(frozen=True, slots=True)
class World:
    """What a rule may know besides the document, as of the moment of going live."""

    as_of: dt.datetime
    topic_slug: str = ""
    slug_owner: int | None = None  # the article that holds the document's address, if any
    embargo_until: dt.datetime | None = None
    # Photos of the document, by id: what the library says of them.
    in_work: frozenset[int] = frozenset()
    failed: frozenset[int] = frozenset()
    taken_down: frozenset[int] = frozenset()
    similar: frozenset[frozenset[int]] = frozenset()  # pairs that look almost alike
    often: Mapping[int, int] = field(default_factory=dict)  # other articles within 30 days


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, where, and what to do. `message` is translated when it is shown."""

    code: str
    level: Level
    place: Place
    message: str | Promise

    @property
    def blocks(self) -> bool:
        return self.level is Level.BLOCKS


Remark = tuple[str, str, str | Promise]  # slide key or "", field, message
Check = Callable[[Document, World], Iterable[Remark]]


@dataclass(frozen=True, slots=True)
class Rule:
    code: str
    level: Level
    check: Check

    def findings(self, document: Document, world: World) -> Iterator[Finding]:
        for slide, name, message in self.check(document, world):
            yield Finding(self.code, self.level, Place(name, document.language, slide), message)


_rules: dict[str, Rule] = {}


def rule(code: str, level: Level = Level.BLOCKS) -> Callable[[Check], Check]:
    """Register a check under a stable code."""

    def register(check: Check) -> Check:
        if code in _rules:
            raise ValueError(f"two rules have the code {code}")
        _rules[code] = Rule(code, level, check)
        return check

    return register


def rules() -> tuple[Rule, ...]:
    """Every rule, in the order of registration."""
    from articles.gate import photo_rules, rules  # noqa: F401 - registers them

    return tuple(_rules.values())


def run(document: Document, world: World) -> tuple[Finding, ...]:
    """All findings of all rules on `document`."""
    return tuple(finding for each in rules() for finding in each.findings(document, world))
