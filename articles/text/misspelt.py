"""What a word that nothing is found for may have been meant to be. Pure."""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from articles.text.stems import fold

_ALPHABET: Final = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST: Final = 3
_LONGEST: Final = 24  # beyond this nearly every neighbour is nonsense, and there are too many
# Spellings that are taken for each other: of a foreign keyboard, or by ear. At most so many at once.
_SWAPS: Final = (
    ("o", "oe"),
    ("a", "ae"),
    ("a", "aa"),
    ("k", "c"),
    ("ph", "f"),
    ("th", "t"),
    ("i", "y"),
    ("ks", "x"),
    ("v", "w"),
    ("z", "s"),
    ("e", "ae"),
)
_AT_ONCE: Final = 3
_MOST: Final = 100  # of those


def neighbours(word: str) -> frozenset[str]:
    """Every word one slip from `word`, or a few usual ones, in the plain form of `fold`."""
    plain = fold(word)
    if not _SHORTEST <= len(plain) <= _LONGEST:
        return frozenset()
    near = {*_one_slip(plain), *_usual(plain)}
    return frozenset(each for each in near if len(each) > 1 and each != plain)


def is_near(word: str, other: str) -> bool:
    return fold(other) in neighbours(word)


def _one_slip(word: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
            yield from (f"{head}{letter}{tail[1:]}" for letter in _ALPHABET)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        yield from (f"{head}{letter}{tail}" for letter in _ALPHABET)


def _usual(word: str) -> Iterator[str]:
    """`word` with up to `_AT_ONCE` of the usual swaps, and doubled letters made one or one two."""
    places = [
        (at, old, new)
        for pair in _SWAPS
        for old, new in (pair, pair[::-1])
        for at in range(len(word))
        if word.startswith(old, at)
    ]
    places += [
        (at, word[at] * 2, word[at]) for at in range(len(word) - 1) if word[at] == word[at + 1]
    ]
    places += [(at, word[at], word[at] * 2) for at in range(1, len(word) - 1)]
    count = 0
    for size in range(2, _AT_ONCE + 1):
        for several in combinations(sorted(places), size):
            swapped = _swapped(word, several)
            if swapped:
                yield swapped
                count += 1
            if count >= _MOST * (size - 1):
                break


def _swapped(word: str, several: tuple[tuple[int, str, str], ...]) -> str:
    """ "" where two of them want the same letters."""
    parts, at = [], 0
    for start, old, new in several:
        if start < at:
            return ""
        parts += [word[at:start], new]
        at = start + len(old)
    return "".join([*parts, word[at:]])
