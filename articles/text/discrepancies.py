"""Which quantities of a text have no counterpart in its translation. Pure."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from articles.text.numerals import Form
from articles.text.quantities import quantities
from articles.text.readings import Quantity, Reading
from articles.text.units import PERCENT, Unit

# Conversions are rounded: a mile becomes “halvanden kilometer”, four pounds two kilos.
_ROUNDED: Final = 0.11
_RATES: Final = 0.2
_QUOTATION: Final = re.compile(r"[“”»‘\"]([^“”»«‘’\"]{2,200})[”«’\"]")
_SURE_WORDS: Final = 5  # “two” is also said by both, a pair, each other


@dataclass(frozen=True, slots=True)
class Difference:
    """What stands only here and what stands only there, as written; at most three of each."""

    here: tuple[str, ...]
    there: tuple[str, ...]


def difference(
    here: str, there: str, language: str, *, near: Sequence[str] = (), far: Sequence[str] = ()
) -> Difference | None:
    """How the quantities of `here`, in `language`, differ from those of its translation `there`.

    A number that stands in `far`, the translation's neighbouring texts, or of `there` in `near`,
    those of `here`, has only moved, unless each text lacks nothing but the other's. All texts are
    plain. None where everything is kept.
    """
    other = "da" if language == "en" else "en"
    here, there = _without_shared_quotations(here, there)
    ours, theirs = quantities(here, language), quantities(there, other)
    left, right = _without(ours, theirs), _without(theirs, ours)
    if not left and not right:
        return None
    moved = [each for text in far for each in quantities(text, other)]
    back = [each for text in near for each in quantities(text, language)]
    sure_left, sure_right = _without(left, moved), _without(right, back)
    firm, facing = _firm(left), _firm(right)
    is_swap = len(firm) == len(facing) == 1 and _is_alike(firm[0], facing[0])
    if not sure_left and not sure_right and not is_swap:
        return None
    left, right = sure_left or left, sure_right or right
    found_left = [q for q in left if _counts(q, right or _surplus(ours, theirs))]
    found_right = [q for q in right if _counts(q, left or _surplus(theirs, ours))]
    found_left += [q for q in left if q not in found_left and _pairs(q, found_right)]
    found_right += [q for q in right if q not in found_right and _pairs(q, found_left)]
    if not found_left and not found_right:
        return None
    return Difference(_quoted(found_left), _quoted(found_right))


def _without_shared_quotations(here: str, there: str) -> tuple[str, str]:
    """Both without what both quote word for word: a title like “Three Days to Batumi”."""
    theirs = {found[1].casefold() for found in _QUOTATION.finditer(there)}
    for quoted in {found[1] for found in _QUOTATION.finditer(here)}:
        if quoted.casefold() in theirs:
            same = re.compile(re.escape(quoted), re.IGNORECASE)
            here, there = same.sub("", here), same.sub("", there)
    return here, there


def _quoted(found: Sequence[Quantity]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.text for each in found))[:3]


def _firm(some: Sequence[Quantity]) -> list[Quantity]:
    return [each for each in some if each.form is not Form.LOOSE]


def _without(some: Sequence[Quantity], others: Sequence[Quantity]) -> list[Quantity]:
    ours, theirs = _has_percent(some), _has_percent(others)
    return [
        each
        for each in some
        if not any(
            agree(each, other) and (ours == theirs or _is_percent(each) == _is_percent(other))
            for other in others
        )
    ]


def _is_percent(quantity: Quantity) -> bool:
    return bool(quantity.unit) and quantity.unit == PERCENT


def _has_percent(some: Sequence[Quantity]) -> bool:
    """Up from 30 to 40 per cent: one percentage lets its neighbours do without the word."""
    return any(
        _is_percent(each)
        or any(reading.unit == PERCENT for reading in each.readings)
        or each.form is Form.SHARE
        for each in some
    )


def _surplus(some: Sequence[Quantity], others: Sequence[Quantity]) -> list[Quantity]:
    """What stands oftener here than there: one of two threes that became a two."""
    count = Counter(each.readings[0] for each in some)
    return [
        each
        for each in some
        if count[each.readings[0]] > sum(agree(each, other) for other in others)
        and count[each.readings[0]] > 1
    ]


def _counts(quantity: Quantity, opposite: Sequence[Quantity]) -> bool:
    """Whether its absence is a fault by itself, or beside what stands there instead."""
    if quantity.form is Form.DIGITS:
        return True
    is_measured = quantity.unit is not None
    if quantity.form is Form.WORD and (is_measured or quantity.readings[0].value >= _SURE_WORDS):
        return True
    return _pairs(quantity, opposite)


def _pairs(quantity: Quantity, opposite: Sequence[Quantity]) -> bool:
    """Whether one of `opposite` stands where this should: the same kind of thing, another value."""
    return any(_is_alike(quantity, each) for each in opposite)


def _kind(quantity: Quantity) -> str:
    unit = quantity.unit
    if unit and unit.dimension in ("clock", "weekday", "month name", "date"):
        return unit.dimension
    if quantity.form in (Form.SHARE, Form.TIMES):
        return quantity.form.value
    return "number"


def _is_alike(one: Quantity, two: Quantity) -> bool:
    if Form.CODE in (one.form, two.form):
        return False
    kinds = {_kind(one), _kind(two)}
    if Form.LOOSE in (one.form, two.form):
        return bool(one.unit and two.unit and one.unit.dimension == two.unit.dimension)
    is_share = kinds == {"share", "number"} and "percent" in {
        each.unit.dimension for each in (one, two) if each.unit
    }
    return len(kinds) == 1 or is_share or kinds == {"times", "number"}


def agree(one: Quantity, two: Quantity) -> bool:
    """Whether the two can mean the same."""
    if one.is_below != two.is_below and _has_degrees(one) and _has_degrees(two):
        return False
    return any(_same(a, b) for a in one.readings for b in two.readings)


def _has_degrees(quantity: Quantity) -> bool:
    return quantity.unit is not None and quantity.unit.dimension == "degrees"


def _same(one: Reading, two: Reading) -> bool:
    a, b = one.unit, two.unit
    if a and b:
        return a.dimension == b.dimension and _same_measure(one.value, a, two.value, b)
    if a is None and b is None:
        return _close(one.value, two.value)
    unit, value, bare = (a, one.value, two.value) if a else (b, two.value, one.value)
    return unit is not None and _same_bare(value, unit, bare)


def _same_bare(value: float, unit: Unit, bare: float) -> bool:
    """Whether a number without a unit can be `value` with one."""
    if unit.dimension == "clock":
        return bare in range(25) and (bare * 60 - value) % 720 == 0
    if unit.dimension in ("weekday", "month name"):
        return False
    if unit.dimension == "percent" and 0 < bare < 1:
        return abs(bare * 100 - value) < 1
    return _close(value, bare)


def _same_measure(one: float, a: Unit, two: float, b: Unit) -> bool:
    if a.dimension == "clock":
        if a.system == b.system == "24 hours":
            return one % 1440 == two % 1440
        return (one - two) % 720 == 0
    if a.dimension == "date":
        return one == two and a.factor == b.factor
    if a.dimension == "degrees" and a.system != b.system:
        fahrenheit, celsius = (one, two) if a.system == "fahrenheit" else (two, one)
        return abs((fahrenheit - 32) / 1.8 - celsius) <= 1
    if a == b:
        return _close(one, two)
    if a.dimension == "money" and a.system != b.system and one == two:
        return False  # 12 euros are not 12 dollars
    slack = 0.01 if a.system == b.system else _RATES if a.dimension == "money" else _ROUNDED
    first, second = one * a.factor, two * b.factor
    return abs(first - second) <= slack * max(abs(first), abs(second))


def _close(one: float, two: float) -> bool:
    return abs(one - two) <= 1e-6 * max(1.0, abs(one), abs(two))
