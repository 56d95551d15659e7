"""Which photos look alike: perceptual hashes a few bits apart. Pure; a hint, never a verdict."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import numpy as np

from articles.photos.duplicates import ALIKE

_ROWS: Final = 256  # compared with all others at a time: a few megabytes


def alike(hashes: Mapping[int, str], *, to: Iterable[int] | None = None) -> dict[int, list[int]]:
    """{photo: those that look like it, the nearest first}, of those that have any.

    `hashes` are 64 bits in hex by photo; "" is none. `to` are the photos asked about, else all.
    """
    known = {pk: int(value, 16) for pk, value in hashes.items() if value}
    asked = [pk for pk in (known if to is None else to) if pk in known]
    every = list(known)
    numbers = np.fromiter(known.values(), dtype=np.uint64, count=len(known))
    found: dict[int, list[int]] = {}
    for start in range(0, len(asked), _ROWS):
        some = asked[start : start + _ROWS]
        rows = np.array([known[pk] for pk in some], dtype=np.uint64)
        distances = np.bitwise_count(rows[:, None] ^ numbers[None, :])
        for row, pk in enumerate(some):
            near = np.flatnonzero(distances[row] <= ALIKE)
            others = sorted((int(distances[row][at]), every[at]) for at in near)
            if like := [other for _far, other in others if other != pk]:
                found[pk] = like
    return found


def groups(pairs: Mapping[int, Iterable[int]]) -> Iterator[tuple[int, ...]]:
    """Those that hang together, each once: the newest group first, in it the newest photo first."""
    left = set(pairs)
    while left:
        first = max(left)
        group, edge = set(), [first]
        while edge:
            if (pk := edge.pop()) not in group:
                group.add(pk)
                edge.extend(pairs.get(pk, ()))
        left -= group
        yield tuple(sorted(group, reverse=True))
