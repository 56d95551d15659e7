"""How well a paragraph fits each place in an article, as costs: 0 well, 3 badly, 9 hopeless."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from articles.importing.classify import ends_sentence
from articles.importing.items import Item
from articles.importing.lines import Fate

NEVER = float("inf")


class State(Enum):
    START = auto()
    KICKER = auto()
    HEADLINE = auto()
    LEAD_CREDIT = auto()  # a credit above the first slide
    STANDFIRST = auto()
    HEADING = auto()
    CAPTION = auto()  # above its credit
    CREDIT = auto()
    BELOW = auto()  # a caption below its credit
    BODY = auto()


@dataclass(frozen=True)
class Known:
    """What is known of a manuscript before its paragraphs are placed."""

    headline: bool = False  # given by a label, as is the standfirst
    standfirst: bool = False
    credits: bool = False  # photos are credited slide by slide
    headings: bool = False  # headings are marked: nothing else is one
    spaced: bool = True  # blank lines stand between paragraphs
    stops: bool = False  # headings end in full stops


_BREAK = re.compile(r"[a-zæøå]{4,}[.…][\"”’»)]*\s+[\"“«(]?[A-ZÆØÅ0-9]")
_OTHER_BREAK = re.compile(r"[?!][\"”’»)]*\s+[\"“«(]?[A-ZÆØÅ]")
_BULLET = re.compile(r"[•*·‣▪–—-]\s")


def heading_cost(text: str) -> float:
    """Return how unlike a heading `text` is: 0 not at all, 9 hopeless."""
    words = len(text.split())
    if words > 24 or len(text) > 160:
        return 9
    cost = 0.0 if words <= 14 else 1.25 if words <= 20 else 2.0
    if text.endswith((".", ",", ";", "…")):
        cost += 3
    elif text.endswith(":"):
        cost += 1
    if _BREAK.search(text):
        cost += 3
    elif _OTHER_BREAK.search(text) and words > 10:
        cost += 1
    if text[:1].islower():
        cost += 2
    return cost + 6 if _BULLET.match(text) else cost


def body_cost(text: str) -> float:
    """Return how unlike a paragraph `text` is: 0 not at all, 2 a short line without a stop."""
    words = len(text.split())
    if (ends_sentence(text) and not text.endswith("?")) or words > 24 or _BULLET.match(text):
        return 0
    return 2 if words <= 8 else 1.75 if words <= 16 else 1.5


def is_like_heading(text: str) -> bool:
    return heading_cost(text) < 3


def _kicker(items: Sequence[Item], index: int, known: Known) -> float:
    item = items[index]
    words = len(item.text.split())
    if item.is_credit or item.must or words > 12:
        return NEVER
    if words <= 5 and item.text.isupper():
        return 0.5
    return 1 if words <= 3 else 5


def _headline(items: Sequence[Item], index: int, known: Known) -> float:
    item = items[index]
    if item.is_credit or item.must:
        return NEVER
    # One or two words in front are rather the name of the site or of a section.
    return heading_cost(item.text) / 2 + (1.5 if len(item.text.split()) < 3 else 0)


def _standfirst(items: Sequence[Item], index: int, known: Known) -> float:
    item = items[index]
    if item.is_credit or item.must:
        return NEVER
    words = len(item.text.split())
    if ends_sentence(item.text) or words > 12:
        return 0
    return 1 if words > 3 else 3


def _heading(items: Sequence[Item], index: int, known: Known) -> float:
    item = items[index]
    if item.must == Fate.HEADING:
        return 0
    if item.is_credit or item.must:
        return NEVER
    cost = heading_cost(item.text)
    if cost >= 9:
        return NEVER
    if known.stops and is_short_above_long(items, index):
        cost = min(cost, 1)
    if known.headings:
        cost += 8
    return cost + 1 if known.spaced and item.above else cost


def _caption(items: Sequence[Item], index: int, known: Known) -> float:
    item = items[index]
    if item.is_credit or item.must or len(item.text) > 500:
        return NEVER
    cost = 2 if len(item.text) > 250 else 0
    if not known.spaced:
        return cost + 1.5
    return cost + (0.5 if item.below else 2.5)


def _below(items: Sequence[Item], index: int, known: Known) -> float:
    item = items[index]
    if item.is_credit or item.must or len(item.text) > 500:
        return NEVER
    return 0.5 if _is_between_credit_and_gap(item, known) else 4


def _credit(items: Sequence[Item], index: int, known: Known) -> float:
    return 0 if items[index].is_credit else NEVER


def _body(items: Sequence[Item], index: int, known: Known) -> float:
    item = items[index]
    if item.is_credit or item.must == Fate.HEADING:
        return NEVER
    if item.must or known.headings:
        return 0
    cost = body_cost(item.text)
    if known.stops and is_short_above_long(items, index):
        cost += 2.5
    touches_credit = index > 0 and items[index - 1].is_credit
    then = items[index + 1] if index + 1 < len(items) else None
    goes_on = then is not None and not then.is_credit and not is_like_heading(then.text)
    if touches_credit and goes_on and len(item.text) <= 160:
        cost += 2 if _is_between_credit_and_gap(item, known) else 0
    return cost


def _is_between_credit_and_gap(item: Item, known: Known) -> bool:
    return known.spaced and item.above and not item.below


def is_short_above_long(items: Sequence[Item], index: int) -> bool:
    """Say whether an item is short beside the one that follows, as a heading is."""
    if index + 1 >= len(items):
        return False
    text, then = items[index].text, items[index + 1].text
    return len(text) <= 70 and len(then) >= 2.5 * len(text)


Cost = Callable[[Sequence[Item], int, Known], float]
COSTS: dict[State, Cost] = {
    State.KICKER: _kicker,
    State.HEADLINE: _headline,
    State.LEAD_CREDIT: _credit,
    State.STANDFIRST: _standfirst,
    State.HEADING: _heading,
    State.CAPTION: _caption,
    State.CREDIT: _credit,
    State.BELOW: _below,
    State.BODY: _body,
}
