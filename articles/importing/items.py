"""The running words of a manuscript: paragraphs and credits in their order.

What has a place of its own (links, the source, labelled captions) is left out here and
attached again by `manuscript.py` to the slide it stands in.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from articles.importing.classify import Kind, Token, ends_sentence
from articles.importing.lines import Fate

RUNNING = frozenset({Fate.HEADING, Fate.BODY})  # fields that have a place in the running order
WRAP_LIMIT = 100  # characters; nobody wraps wider by hand
JOINABLE = frozenset({Kind.TEXT, Kind.FIELD, Kind.ALSO_READ, Kind.SOURCE})


@dataclass(frozen=True)
class Item:
    """A paragraph (of one line, or of several in a hard-wrapped text) or a credit.

    `must` fixes what it is: a heading or a slide's text. `above` and `below` say whether it
    touches its neighbour without a blank line between.
    """

    tokens: tuple[Token, ...]
    is_credit: bool = False
    must: str = ""
    above: bool = False
    below: bool = False

    @property
    def text(self) -> str:
        return " ".join(token.value for token in self.tokens if token.value)


def wrapped(tokens: Sequence[Token]) -> dict[int, int]:
    """Return, for a hard-wrapped text, the lines that continue one above: line -> first line.

    A text is wrapped if many of its touching lines break off in mid-sentence and go on in
    lower case. A line then continues where its first word would not have fitted above.
    """
    pairs = [
        (a, b)
        for a, b in pairwise(tokens)
        if b.glued and a.kind in JOINABLE and a.value and b.kind is Kind.TEXT
    ]
    broken = [a for a, b in pairs if _breaks_off(a, b)]
    width = max((len(a.text) for a in broken), default=0)
    if len(broken) < 3 or len(broken) * 4 < len(pairs) or width > WRAP_LIMIT:
        return {}
    first: dict[int, int] = {}
    for a, b in pairs:
        full = len(a.text) + 1 + len(b.text.split()[0]) > width
        if full or _breaks_off(a, b):
            first[b.number] = first.get(a.number, a.number)
    return first


def _breaks_off(above: Token, below: Token) -> bool:
    return below.text[0].islower() and not ends_sentence(above.text)


def groups(tokens: Sequence[Token], continues: dict[int, int]) -> list[list[Token]]:
    """Return `tokens` with the lines of one paragraph together; `continues` as above."""
    found: list[list[Token]] = []
    by_first: dict[int, list[Token]] = {}
    for token in tokens:
        first = continues.get(token.number)
        if first in by_first:
            by_first[first].append(token)
        else:
            found.append([token])
            by_first[token.number] = found[-1]
    return found


def items(grouped: Sequence[list[Token]]) -> list[Item]:
    """Return the paragraphs and credits among the groups."""
    following = [group[0] for group in grouped[1:]]
    return [
        _item(group, below)
        for group, below in zip(grouped, [*following, None], strict=False)
        if runs(group[0])
    ]


def runs(token: Token) -> bool:
    if token.kind is Kind.FIELD:
        return token.field in RUNNING and bool(token.value)
    return token.kind in (Kind.TEXT, Kind.CREDIT, Kind.SLIDE_MARK)


def _item(group: list[Token], below: Token | None) -> Item:
    first = group[0]
    must = first.field if first.kind is Kind.FIELD else ""
    if first.kind is Kind.SLIDE_MARK:
        must = Fate.HEADING
    return Item(
        tokens=tuple(group),
        is_credit=first.kind is Kind.CREDIT,
        must=must,
        above=first.glued,
        below=below is not None and below.kind is not Kind.BLANK,
    )
