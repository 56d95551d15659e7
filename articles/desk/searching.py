"""Words that somebody looks for in the desk's lists, alike on every engine and in every case."""

import itertools
from collections.abc import Iterable
from typing import Final

from django.db import connection
from django.db.models import Q
from django.utils.text import smart_split, unescape_string_literal

_MOST: Final = 4  # letters whose cases are tried one by one: 16 spellings


def words(query: str) -> list[str]:
    """What has to occur, each anywhere: single words, and whole phrases in quotation marks."""
    return [
        unescape_string_literal(term) if _is_quoted(term) else term
        for term in smart_split(query.replace("\x00", ""))
    ]


def _is_quoted(term: str) -> bool:
    return len(term) > 1 and term[0] in "\"'" and term[-1] == term[0]


def holds(columns: Iterable[str], word: str) -> Q:
    """Any of `columns` holds `word`, whatever its case."""
    condition = Q()
    for column in columns:
        for form in spellings(word) if connection.vendor == "sqlite" else {word}:
            condition |= Q(**{f"{column}__icontains": form})
    return condition


def spellings(word: str) -> set[str]:
    """`word` with each letter outside a to z in either case, which SQLite tells apart.

    Of a word with more than four such letters only the cases that people write.
    """
    odd = [at for at, letter in enumerate(word) if not letter.isascii() and letter.isalpha()]
    if len(odd) > _MOST:
        return {word, word.lower(), word.capitalize(), word.title(), word.upper()}
    found = set()
    for cases in itertools.product((str.lower, str.upper), repeat=len(odd)):
        letters = list(word)
        for at, case in zip(odd, cases, strict=True):
            letters[at] = case(letters[at])
        found.add("".join(letters))
    return found
