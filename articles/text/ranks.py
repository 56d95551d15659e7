"""Text ranks (fractional indexing): an order in which a move writes one row.

A rank is a non-empty string of decimal digits that does not end in "0", read as the fraction
behind "0.". Ranks compare as strings. Between any two there is always room for another.
Source: the "fractional indexing" of D. Greenspan (2017), here with decimal digits alone: letters
do not sort alike in every database (a Danish collation takes "aa" for "å", after "z").
"""

from collections.abc import Iterator
from typing import Final

DIGITS: Final = "0123456789"
BASE: Final = len(DIGITS)


def between(low: str, high: str) -> str:
    """A rank after `low` and before `high`; "" stands for either end of the list.

    Raises ValueError unless `low` < `high`.
    """
    if high and low >= high:
        raise ValueError(f"no rank fits between {low!r} and {high!r}")
    rank = ""
    for at in range(max(len(low), len(high)) + 2):
        floor = DIGITS.index(low[at]) if at < len(low) else 0
        ceiling = DIGITS.index(high[at]) if high and at < len(high) else BASE
        if ceiling - floor > 1:
            return rank + DIGITS[(floor + ceiling) // 2]
        rank += DIGITS[floor]
        if ceiling - floor == 1:
            high = ""  # the prefix is now smaller than high's: the rest is free upwards
    raise AssertionError("unreachable: one digit beyond both always has room")


def spread(count: int) -> Iterator[str]:
    """`count` ranks in order, evenly spread, with room before, between and after them."""
    width = 1
    while BASE**width < 2 * (count + 1):
        width += 1
    step = BASE**width // (count + 1)
    for place in range(1, count + 1):
        yield _digits(place * step, width).rstrip("0")


def _digits(number: int, width: int) -> str:
    digits = ""
    for _ in range(width):
        number, digit = divmod(number, BASE)
        digits = DIGITS[digit] + digits
    return digits
