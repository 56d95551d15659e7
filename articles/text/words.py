"""The difference between two texts, word by word."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final, Literal, NamedTuple

_TOKEN: Final = re.compile(r"\s+|\w+|[^\w\s]")
# Beyond this the comparison, quadratic at worst, would keep an editor waiting: characters.
_LONGEST: Final = 20_000


class Run(NamedTuple):
    """A stretch that both have, or that only the one or the other has."""

    kind: Literal["same", "gone", "new"]
    text: str


def compare(before: str, after: str) -> tuple[Run, ...]:
    """How `before` became `after`: joined, "same" and "gone" give the one, with "new" the other."""
    return tuple(run for run in _runs(before, after) if run.text)


def _runs(before: str, after: str) -> Iterator[Run]:
    if before == after:
        yield Run("same", after)
        return
    if len(before) + len(after) > _LONGEST:
        yield Run("gone", before)
        yield Run("new", after)
        return
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    for kind, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            yield Run("same", "".join(old[i:j]))
        else:
            yield Run("gone", "".join(old[i:j]))
            yield Run("new", "".join(new[k:m]))
