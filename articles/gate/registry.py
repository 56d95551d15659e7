"""The registry of rules, in the style of django.core.checks.

A rule is a pure function from a document and the world to findings. All rules run, and all
findings come at once: an editor mends a page in one go.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from importlib import import_module
from typing import Final

from django.utils.functional import Promise

from articles.document.schema import Document
from articles.document.working_copy import WorkingLink
from articles.gate.texts import FIELDS, Text, texts


class Level(StrEnum):
    BLOCKS = "blocks"
    WARNS = "warns"


@dataclass(frozen=True, slots=True)
class Place:
    """The field that a finding is about; `slide` is the key of a slide or of an “Also read” row, ""
    for the article's own."""

    field: str
    language: str
    slide: str = ""


# An “Also read” link's, and what stands for them where the desk does not know its row.
LINK_FIELDS: Final = frozenset({"target", "url", "label", "links"})
# A warning that was left as it is: (slide, field, code, mark), see waving.
WavedOff = tuple[str, str, str, str]


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
    other: Document | None = None  # the same article in the other language, where it is planned
    # Articles that links lead to, by id: taken off the site in this language.
    withdrawn: frozenset[int] = frozenset()
    # What lies in the working copy that was judged, and readers do not see: see untidied.
    untidied: tuple[Text, ...] = ()
    waved: frozenset[WavedOff] = frozenset()  # warnings that somebody has left as they are
    # The article's “Also read” rows at the desk: findings on links stand there. `at_desk` says that
    # the document is what the desk has now, so that what readers do not get of them counts as well.
    rows: tuple[WorkingLink, ...] = ()
    at_desk: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, where, and what to do. `message` is translated when it is shown.

    `fix` is the field's whole text, as stored, with this mended: where that is beyond doubt.
    """

    code: str
    level: Level
    place: Place
    message: str | Promise
    fix: str | None = None

    @property
    def blocks(self) -> bool:
        return self.level is Level.BLOCKS

    @property
    def overruled_as(self) -> tuple[str, str, str]:
        """What an Edition keeps of a finding that was overruled: (code, slide, field). A link has
        no key there, its row at the desk may be gone: all those of a code are meant."""
        place = self.place
        if place.field in LINK_FIELDS:
            return self.code, "", "links"
        return self.code, place.slide, place.field


Remark = tuple[str, str, str | Promise]  # slide, field (as a Place has them), message
Check = Callable[[Document, World], Iterable[Remark]]


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with a text, and what to do; `fix` is the whole text mended, if that is sure.

    `level` is the rule's own where it is None.
    """

    message: str | Promise
    fix: str | None = None
    level: Level | None = None


TextCheck = Callable[[Text], Iterable[Flaw]]


@dataclass(frozen=True, slots=True)
class Rule:
    """`about` says in a sentence what the rule is after, `example` is a text or a case that breaks
    it: both for the page in docs/. `final`: it cannot be overruled by anybody. `of_untidied`: it
    is after what `build` tidies, and is asked of the text as it is stored as well."""

    code: str
    level: Level
    check: Check | None = None
    text_check: TextCheck | None = None
    fields: Collection[str] = FIELDS
    about: str | Promise = ""
    example: str = ""
    final: bool = False
    of_untidied: bool = False

    @property
    def module(self) -> str:
        """Where its check stands."""
        return (self.check or self.text_check).__module__

    def findings(self, document: Document, world: World) -> Iterator[Finding]:
        if self.check is not None:
            for slide, name, message in self.check(document, world):
                yield Finding(self.code, self.level, Place(name, document.language, slide), message)
        if self.text_check is not None:
            found = [each for text in texts(document, world.rows) for each in self.of_text(text)]
            yield from found
            told = {each.place for each in found}
            for text in world.untidied if self.of_untidied else ():
                for each in self.of_text(text):
                    if each.place not in told:  # readers see nothing of it, so it stops nothing
                        yield replace(each, level=self.level)

    def of_text(self, text: Text) -> Iterator[Finding]:
        """What a rule that concerns a text alone finds in one."""
        if self.text_check is None or text.field not in self.fields:
            return
        place = Place(text.where, text.language, text.slide)
        for flaw in self.text_check(text):
            fix = None if text.at else flaw.fix
            yield Finding(self.code, flaw.level or self.level, place, flaw.message, fix)


# Where rules are; each module registers its own.
MODULES: Final = (
    "rules",
    "photo_rules",
    "leftover_rules",
    "form_rules",
    "link_rules",
    "caption_rules",
    "typography_rules",
    "translation_rules",
    "language_rules",
)
_rules: dict[str, Rule] = {}


def rule(
    code: str,
    level: Level = Level.BLOCKS,
    *,
    about: str | Promise,
    example: str,
    final: bool = False,
) -> Callable[[Check], Check]:
    """Register a check of a document under a stable code."""

    def register(check: Check) -> Check:
        _register(Rule(code, level, check, about=about, example=example, final=final))
        return check

    return register


def text_rule(
    code: str,
    level: Level = Level.WARNS,
    *,
    about: str | Promise,
    example: str,
    fields: Collection[str] = FIELDS,
    of_untidied: bool = False,
) -> Callable[[TextCheck], TextCheck]:
    """Register a check of each text alone, in those of its fields that it is for."""

    def register(check: TextCheck) -> TextCheck:
        _register(
            Rule(
                code,
                level,
                text_check=check,
                fields=fields,
                about=about,
                example=example,
                of_untidied=of_untidied,
            )
        )
        return check

    return register


def _register(each: Rule) -> None:
    if each.code in _rules:
        raise ValueError(f"two rules have the code {each.code}")
    _rules[each.code] = each


def rules() -> tuple[Rule, ...]:
    """Every rule, in the order of MODULES, whichever of them was imported first."""
    order = {
        import_module(f"articles.gate.{name}").__name__: place for place, name in enumerate(MODULES)
    }
    return tuple(sorted(_rules.values(), key=lambda each: order.get(each.module, len(order))))


def is_final(code: str) -> bool:
    """Whether nobody can overrule what that rule finds."""
    rules()
    return _rules[code].final


def about(code: str) -> str:
    """What that rule is after, in a sentence; "" where it is known no more."""
    rules()
    return str(_rules[code].about) if code in _rules else ""


def run(document: Document, world: World, *, texts: bool = True) -> tuple[Finding, ...]:
    """All findings of all rules on `document`; without those about single texts, which take the
    longest, where not `texts`."""
    asked = [each for each in rules() if texts or each.text_check is None]
    return tuple(finding for each in asked for finding in each.findings(document, world))
