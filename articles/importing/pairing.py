"""Which slide of one language goes with which of the other: proposed, parsed, shown."""

import math
import re
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from django.utils.translation import gettext as _

from articles.importing.errors import ManuscriptError

NARROW = 64  # terminal columns; below that two columns of text are no use
GAP = -0.4  # a slide that stands alone, in the units of `_Evidence.score`


@dataclass(frozen=True)
class Side:
    """One slide as it counts for pairing: its words, in whichever language."""

    heading: str
    text: str


@dataclass(frozen=True)
class Pair:
    """Numbers (from 1) of an existing and an incoming slide; None where one stands alone."""

    existing: int | None
    incoming: int | None


def propose(existing: Sequence[Side], incoming: Sequence[Side]) -> tuple[Pair, ...]:
    """Return the likeliest pairing that keeps both orders, every slide in it once.

    Needleman and Wunsch's alignment (1970), over evidence that two languages share.
    """
    evidence = _Evidence(existing, incoming)
    rows, columns = len(existing), len(incoming)
    best = [[GAP * (row + column) for column in range(columns + 1)] for row in range(rows + 1)]
    for row in range(1, rows + 1):
        for column in range(1, columns + 1):
            best[row][column] = max(
                best[row - 1][column - 1] + evidence.score(row - 1, column - 1),
                best[row - 1][column] + GAP,
                best[row][column - 1] + GAP,
            )
    pairs: list[Pair] = []
    row, column = rows, columns
    while row or column:
        here = best[row][column]
        if row and column:
            paired = best[row - 1][column - 1] + evidence.score(row - 1, column - 1)
            if math.isclose(here, paired):
                pairs.append(Pair(row, column))
                row, column = row - 1, column - 1
                continue
        if row and math.isclose(here, best[row - 1][column] + GAP):
            pairs.append(Pair(row, None))
            row -= 1
        else:
            pairs.append(Pair(None, column))
            column -= 1
    return tuple(reversed(pairs))


class _Evidence:
    """How much two slides have in common that no translation changes.

    Numbers, names and words with a common stem count the more the fewer slides have them;
    length and place in the order decide where nothing else does.
    """

    def __init__(self, existing: Sequence[Side], incoming: Sequence[Side]) -> None:
        self.sides = ([_marks(side) for side in existing], [_marks(side) for side in incoming])
        self.lengths = tuple(
            [len(side.heading) + len(side.text) for side in sides] for sides in (existing, incoming)
        )
        self.counts = tuple(
            Counter(mark for marks in sides for mark in marks) for sides in self.sides
        )

    def score(self, row: int, column: int) -> float:
        ours, theirs = self.sides[0][row], self.sides[1][column]
        shared = sum(
            min(ours[mark], theirs[mark]) * 2 / (self.counts[0][mark] + self.counts[1][mark])
            for mark in ours.keys() & theirs.keys()
        )
        lengths = self.lengths[0][row] + 10, self.lengths[1][column] + 10
        length = abs(math.log(lengths[0] / lengths[1]))
        place = abs((row + 0.5) / len(self.sides[0]) - (column + 0.5) / len(self.sides[1]))
        return shared - 0.2 * length - 0.5 * place


_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_WORD = re.compile(r"[^\W\d_][\w-]*[^\W_]", re.UNICODE)
_SOUNDS = str.maketrans({"c": "k", "z": "s", "q": "k", "w": "v", "æ": "ae", "ø": "o", "å": "a"})


def _marks(side: Side) -> dict[str, float]:
    """Return what of a slide survives translation, with its weight."""
    marks: dict[str, float] = {}
    text = f"{side.heading}. {side.text}"
    for number in _NUMBER.findall(text):
        marks[re.sub(r"[.,]", "", number)] = 3
    for match in _WORD.finditer(text):
        word = match[0]
        first = re.search(r"(^|[.!?:]\s+)[\"“”»]?$", text[: match.start()]) is not None
        folded = _folded(word)
        if any(char.isdigit() for char in word) or (word.isupper() and len(word) > 1):
            marks[folded] = 3
        elif word[0].isupper() and not first:
            marks[folded[:6]] = 2
        elif len(folded) >= 5:
            marks.setdefault(folded[:5], 1)
    return marks


def _folded(word: str) -> str:
    word = word.casefold().translate(_SOUNDS).replace("ph", "f")
    decomposed = unicodedata.normalize("NFD", word)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


_PAIR = re.compile(r"\s*(\d+)\s*[-–:=]\s*(\d+)\s*")


def parse_pairs(text: str, *, existing: int, incoming: int) -> tuple[Pair, ...]:
    """Return the whole pairing that `1-1,2-3` stands for; what it leaves out stands alone.

    `existing` and `incoming` count the slides on each side. Raises ManuscriptError.
    """
    accepted: list[tuple[int, int]] = []
    for part in text.split(","):
        match = _PAIR.fullmatch(part)
        if not match:
            raise ManuscriptError(
                _(
                    "“%(part)s” is no pair of slides. Write pairs like 1-1,2-3: the number of"
                    " the existing slide, a hyphen, and that of the slide in the file."
                )
                % {"part": part.strip()}
            )
        accepted.append((int(match[1]), int(match[2])))
    for ours, theirs in accepted:
        if not (1 <= ours <= existing and 1 <= theirs <= incoming):
            raise ManuscriptError(
                _(
                    "There is no pair %(ours)d-%(theirs)d: the article has %(existing)d slides and"
                    " the file %(incoming)d."
                )
                % {"ours": ours, "theirs": theirs, "existing": existing, "incoming": incoming}
            )
    for before, after in pairwise(accepted):
        if not (before[0] < after[0] and before[1] < after[1]):
            raise ManuscriptError(
                _(
                    "The pairs %(before)s and %(after)s cross or repeat a slide. Both numbers must"
                    " rise from pair to pair, because both languages share one order."
                )
                % {"before": "{}-{}".format(*before), "after": "{}-{}".format(*after)}
            )
    return tuple(_filled(accepted, existing, incoming))


def as_text(pairs: Sequence[Pair]) -> str:
    """Return pairs in the form that `parse_pairs` reads."""
    return ",".join(f"{p.existing}-{p.incoming}" for p in pairs if p.existing and p.incoming)


def _filled(accepted: list[tuple[int, int]], existing: int, incoming: int) -> Iterator[Pair]:
    done = (0, 0)
    for ours, theirs in [*accepted, (existing + 1, incoming + 1)]:
        yield from (Pair(number, None) for number in range(done[0] + 1, ours))
        yield from (Pair(None, number) for number in range(done[1] + 1, theirs))
        if ours <= existing:
            yield Pair(ours, theirs)
        done = (ours, theirs)


def side_by_side(
    existing: Sequence[Side], incoming: Sequence[Side], pairs: Sequence[Pair], *, width: int
) -> str:
    """Return both lists as a table of `width` columns, or stacked where it is narrow."""
    rows = [
        (
            f"{pair.existing:>2} {existing[pair.existing - 1].heading}" if pair.existing else "",
            f"{pair.incoming:>2} {incoming[pair.incoming - 1].heading}" if pair.incoming else "",
        )
        for pair in pairs
    ]
    if width < NARROW:
        blocks = (_stacked(ours, theirs, width) for ours, theirs in rows)
        return "\n".join(blocks)
    half = (width - 3) // 2
    return "\n".join(line for ours, theirs in rows for line in _columns(ours, theirs, half))


def _columns(ours: str, theirs: str, half: int) -> Iterator[str]:
    cells = [textwrap.wrap(cell, half, subsequent_indent="   ") for cell in (ours, theirs)]
    sign = "=" if ours and theirs else " "
    for left, right in zip_longest(*cells, fillvalue=""):
        yield f"{left:<{half}} {sign} {right}".rstrip()
        sign = " "


def _stacked(ours: str, theirs: str, width: int) -> str:
    lines = []
    for sign, cell in (("<", ours), (">", theirs)):
        if cell:
            lines += textwrap.wrap(
                cell, max(width, 20), initial_indent=f"{sign} ", subsequent_indent="     "
            )
    return "\n".join([*lines, ""])
