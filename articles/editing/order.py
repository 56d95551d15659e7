"""The order of a board: a flat list of slides and links, as readers meet them. Pure.

A link belongs to the nearest slide above it, so a slide that moves takes its links along.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    key: str
    kind: str  # "slide" or "link"


Board = tuple[Row, ...]


def flat(slides: Iterable[str], links: Iterable[tuple[str, str]]) -> Board:
    """The board of `slides` (keys in order) and `links`: (key, key of its slide or ""), in order."""
    of: dict[str, list[Row]] = {}
    for key, after in links:
        of.setdefault(after, []).append(Row(key, "link"))
    board = [*of.get("", ())]
    for key in slides:
        board += [Row(key, "slide"), *of.get(key, ())]
    return tuple(board)


def anchors(board: Board) -> dict[str, str]:
    """For each link the key of the slide that it stands after, "" before the first."""
    found: dict[str, str] = {}
    slide = ""
    for row in board:
        if row.kind == "slide":
            slide = row.key
        else:
            found[row.key] = slide
    return found


def above(board: Board, key: str) -> str:
    """The key of the row right above `key`, "" for the first or where there is no such row."""
    keys = [row.key for row in board]
    at = keys.index(key) if key in keys else 0
    return keys[at - 1] if at else ""


def insert(board: Board, row: Row, behind: str) -> Board:
    """`row` right below `behind`; at the end where that is gone."""
    at = _below(board, behind)
    return (*board[:at], row, *board[at:])


def move(board: Board, key: str, behind: str) -> Board:
    """`key`, a slide with its links, right below `behind`; nothing where that is part of it."""
    block = _block(board, key)
    if not block or behind in {row.key for row in block}:
        return board
    rest = tuple(row for row in board if row not in block)
    at = _below(rest, behind)
    return (*rest[:at], *block, *rest[at:])


def remove(board: Board, key: str) -> Board:
    """Without `key`; a slide's links stay where they are, and so belong to the one above."""
    return tuple(row for row in board if row.key != key)


def _block(board: Board, key: str) -> Sequence[Row]:
    at = next((at for at, row in enumerate(board) if row.key == key), None)
    if at is None:
        return ()
    end = at + 1
    if board[at].kind == "slide":
        while end < len(board) and board[end].kind == "link":
            end += 1
    return board[at:end]


def _below(board: Board, behind: str) -> int:
    if behind == "":
        return 0
    keys = [row.key for row in board]
    return keys.index(behind) + 1 if behind in keys else len(board)
