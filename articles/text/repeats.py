"""What stands a second time in an article: a paragraph, a list, a heading. Pure."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from articles.text.leftovers import passages

_LIST: Final = re.compile(r"<(?:ul|ol)\b[^>]*>.*?</(?:ul|ol)>", re.DOTALL)
_ENOUGH: Final = 4  # words: “Serves four” may well stand twice
_ENOUGH_OF_HEADINGS: Final = 2


class Piece(NamedTuple):
    """A text by its place, as the field holds it."""

    slide: str
    field: str
    stored: str


class Repeat(NamedTuple):
    slide: str
    field: str
    words: str


def repeats(pieces: Iterable[Piece]) -> Iterator[Repeat]:
    """The first passage of each of `pieces`, in the order of the page, that stood there before."""
    seen: set[str] = set()
    for piece in pieces:
        found = list(_passages(piece))
        twice = (words for place, words in enumerate(found) if _is_seen(words, seen, found, place))
        if words := next(twice, ""):
            yield Repeat(piece.slide, piece.field, words)
        seen.update(map(_key, found))


def _is_seen(words: str, seen: set[str], found: list[str], place: int) -> bool:
    key = _key(words)
    return key in seen or key in map(_key, found[:place])


def _passages(piece: Piece) -> Iterator[str]:
    if piece.field == "heading":
        if len(piece.stored.split()) >= _ENOUGH_OF_HEADINGS:
            yield piece.stored
        return
    is_html = piece.field == "body"
    for each in _LIST.findall(piece.stored) if is_html else ():
        items = passages(each, is_html=True)
        if len(items) > 1:
            yield " ".join(items)
    for each in passages(piece.stored, is_html=is_html):
        if len(each.split()) >= _ENOUGH:
            yield each


def _key(words: str) -> str:
    return "".join(sign for sign in words.casefold() if sign.isalnum())
