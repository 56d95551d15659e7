"""The order of rows by rank: an editor says which number a row shall have. Pure."""

from bisect import bisect_left
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from articles.text.ranks import between, spread

Row = TypeVar("Row", bound=Hashable)


def arrange(rows: Sequence[Row], wanted: Mapping[Row, int]) -> list[Row]:
    """`rows` in their new order: those in `wanted` get that number (from 1), the rest keep theirs
    among themselves."""
    arranged = [row for row in rows if row not in wanted]
    for row in sorted((row for row in rows if row in wanted), key=lambda row: wanted[row]):
        arranged.insert(max(wanted[row] - 1, 0), row)
    return arranged


def weave(arranged: Sequence[Row], before: Sequence[Row]) -> list[Row]:
    """`arranged` with those rows of `before` that it does not know, each after its neighbour."""
    woven = list(arranged)
    previous: Row | None = None
    for row in before:
        if row not in woven:
            woven.insert(woven.index(previous) + 1 if previous is not None else 0, row)
        previous = row
    return woven


def ranks(rows: Sequence[Row], ranked: Mapping[Row, str]) -> dict[Row, str]:
    """The ranks to write so that `rows` stand in this order: as few as can be.

    `ranked` has the ranks as they are; a row without one is new.
    """
    kept = _longest_rising(rows, ranked)
    written: dict[Row, str] = {}
    low, waiting = "", list[Row]()
    for row in rows:
        if row in kept:
            written.update(_fill(waiting, low, ranked[row]))
            low, waiting = ranked[row], []
        else:
            waiting.append(row)
    written.update(_fill(waiting, low, ""))
    return written


def _fill(rows: Sequence[Row], low: str, high: str) -> dict[Row, str]:
    if not low and not high:
        return dict(zip(rows, spread(len(rows)), strict=True))
    filled = {}
    for row in rows:
        filled[row] = low = between(low, high)
    return filled


def _longest_rising(rows: Sequence[Row], ranked: Mapping[Row, str]) -> set[Row]:
    """Those of `rows` that can keep their rank: a longest strictly rising subsequence."""
    tails: list[str] = []
    ends: list[Row] = []
    before: dict[Row, Row | None] = {}
    for row in rows:
        rank = ranked.get(row, "")
        if not rank:
            continue
        at = bisect_left(tails, rank)
        before[row] = ends[at - 1] if at else None
        tails[at : at + 1] = [rank]
        ends[at : at + 1] = [row]
    kept: set[Row] = set()
    last = ends[-1] if ends else None
    while last is not None:
        kept.add(last)
        last = before[last]
    return kept
