"""What a reader types into the search box, as terms to look for. Pure; takes any text at all.

`whales`, `bridge copenhagen` (both), `"winter bathing"` (side by side), `covid-19` (the same).
There are no other operators: every other sign is passed over.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from articles.text.stems import WORD, fold, is_small, key, stem, words

LONGEST: Final = 200  # characters that are read; the form lets in no more
_MOST: Final = 10  # terms
_SHORTEST_BEGINNING: Final = 3
_SHORTEST_ROOT: Final = 4
_QUOTED: Final = re.compile(r'"([^"]*)"|“([^“”]*)”|„([^„“”]*)[“”]|»([^«»]*)«|«([^«»]*)»')
# Words that signs hold together: covid-19, 1.500, kystfoto.dk
_JOINED: Final = re.compile(rf"{WORD.pattern}(?:[-‐‑–./:,&+_]{WORD.pattern})*")
_SINGLE: Final = {"en": "‘{}’", "da": "›{}‹"}
_BLANK: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\s]+")


@dataclass(frozen=True, slots=True)
class Term:
    """One word, or several that are to stand side by side.

    `wholes` says in which forms each word may stand, `beginnings` with what a longer word may
    begin instead (never of several words).
    """

    text: str
    wholes: tuple[frozenset[str], ...]
    beginnings: tuple[str, ...] = ()

    @property
    def is_phrase(self) -> bool:
        return len(self.wholes) > 1

    def begins(self, form: str) -> bool:
        return bool(self.beginnings) and form.startswith(self.beginnings)


@dataclass(frozen=True, slots=True)
class Query:
    """`text` is what was typed, made presentable; without `terms` there is nothing to look for."""

    text: str
    language: str
    terms: tuple[Term, ...] = ()

    @property
    def named(self) -> str:
        """`text` to stand in quotation marks: its own become single ones."""
        inner = _SINGLE[self.language]
        return _QUOTED.sub(lambda m: inner.format(next(filter(None, m.groups()), "")), self.text)


def presentable(typed: str) -> str:
    """`typed` as one line of ordinary characters."""
    line = _BLANK.sub(" ", typed[: 4 * LONGEST])
    seen = "".join(char for char in line if char.isprintable())
    return " ".join(seen.split())[:LONGEST].strip()


def parse(typed: str, language: str) -> Query:
    text = presentable(typed)
    terms: dict[object, Term] = {}
    for term in _terms(text, language):
        terms.setdefault(term.wholes, term)
    told = [term for term in terms.values() if term.is_phrase or not _is_small(term, language)]
    return Query(text, language, tuple(told or terms.values())[:_MOST])


def with_words(query: Query, better: dict[str, str]) -> str:
    """What was typed, with other words in the place of some: {as typed: better}."""
    return WORD.sub(lambda match: better.get(match[0], match[0]), query.text)


def _terms(text: str, language: str) -> Iterator[Term]:
    at = 0
    for quoted in _QUOTED.finditer(text):
        yield from _loose(text[at : quoted.start()], language)
        yield from _term(next(filter(None, quoted.groups()), ""), language)
        at = quoted.end()
    yield from _loose(text[at:], language)


def _loose(text: str, language: str) -> Iterator[Term]:
    for joined in _JOINED.finditer(text):
        yield from _term(joined[0], language)


def _term(text: str, language: str) -> Iterator[Term]:
    """One term of all words in `text`, or none."""
    found = [word.text for word in words(text) if fold(word.text)]
    if len(found) == 1:
        yield Term(found[0], (_forms(found[0], language),), _beginnings(found[0], language))
    elif found:
        yield Term(text.strip(), tuple(_forms(word, language) for word in found))


def _forms(word: str, language: str) -> frozenset[str]:
    """The word's stem; typed without æ and ø it may be one that has no ending: groen is grøn."""
    return frozenset({stem(word, language), key(fold(word))})


def _beginnings(word: str, language: str) -> tuple[str, ...]:
    """With what a longer word may begin: as it was typed, and without its ending if enough is left.

    Broerne is no reason to think of broccoli; skolerne is one to think of skolegården.
    """
    typed, root = key(fold(word)), stem(word, language)
    if len(typed) < _SHORTEST_BEGINNING:
        return ()
    if typed.startswith(root):
        return (root,) if len(root) >= _SHORTEST_ROOT or root == typed else (typed,)
    return (root, typed) if len(root) >= _SHORTEST_ROOT else (typed,)


def _is_small(term: Term, language: str) -> bool:
    return is_small(term.text, language)
