"""The part of a text that shows why it was found, with the words that were. Pure.

All is plain text in runs: what is marked is up to a template, which escapes it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from articles.text.queries import Query, Term
from articles.text.stems import Word, fold, key, stem, words

# Characters: of a whole snippet, and of what stands before its first marked word.
_LENGTH: Final = 200
_BEFORE: Final = 50


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text; `is_found` where it is a word that was looked for."""

    text: str
    is_found: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    term: int


def marked(text: str, query: Query) -> tuple[Run, ...]:
    """All of `text`, with what was looked for marked."""
    return _runs(text, _marks(text, query))


def snippet(texts: Sequence[str], query: Query) -> tuple[Run, ...]:
    """The stretch of one of `texts` that has most of what was looked for; the first of equals.

    Where nothing is found in any, it is the beginning of the first.
    """
    best, most = "", 0
    for text in texts:
        found = len({mark.term for mark in _marks(text, query)})
        if found > most or not best:
            best, most = text, found
        if most == len(query.terms):
            break
    marks = _marks(best, query)
    start, end = _window(best, marks)
    inside = [m for m in marks if start <= m.start and m.end <= end]
    shifted = [_Mark(m.start - start, m.end - start, m.term) for m in inside]
    runs = _runs(best[start:end], shifted)
    before = (Run("…"),) if start else ()
    return before + runs + ((Run("…"),) if end < len(best) else ())


def _window(text: str, marks: Sequence[_Mark]) -> tuple[int, int]:
    """From where to where: at most `_LENGTH`, from word to word, round as many terms as can be."""
    if len(text) <= _LENGTH:
        return 0, len(text)

    def terms_from(first: _Mark) -> int:
        end = first.start - _BEFORE + _LENGTH
        return len({m.term for m in marks if m.start >= first.start and m.end <= end})

    first = max(marks, key=terms_from, default=None)  # the earliest of equals
    wanted = max(0, first.start - _BEFORE) if first else 0
    start, end = _word_border(text, wanted), wanted + _LENGTH
    if end >= len(text):
        return start, len(text)
    cut = text.rfind(" ", start, end + 1)
    inside = first.end if first else start + 1
    return start, cut if cut > inside else max(end, inside)


def _word_border(text: str, wanted: int) -> int:
    """The beginning of the first word from `wanted` on, if it is near."""
    if not wanted:
        return 0
    blank = text.find(" ", wanted - 1, wanted + _BEFORE)
    return blank + 1 if blank >= 0 else wanted


def _runs(text: str, marks: Sequence[_Mark]) -> tuple[Run, ...]:
    runs, at = [], 0
    for mark in marks:
        runs += [Run(text[at : mark.start]), Run(text[mark.start : mark.end], is_found=True)]
        at = mark.end
    return tuple(run for run in (*runs, Run(text[at:])) if run.text)


@lru_cache(maxsize=256)  # a text is looked at for which is best, and then again
def _marks(text: str, query: Query) -> tuple[_Mark, ...]:
    """What of `text` the query means, in order; no two overlap."""
    found = list(words(text))
    forms = [frozenset({stem(w.text, query.language)}) for w in found]
    marks: dict[int, _Mark] = {}
    for number, term in enumerate(query.terms):
        for place in range(len(found) - len(term.wholes) + 1):
            if place not in marks and _stands(term, place, forms, found):
                last = found[place + len(term.wholes) - 1]
                marks[place] = _Mark(found[place].start, last.end, number)
    kept: list[_Mark] = []
    for place in sorted(marks):
        if not kept or marks[place].start >= kept[-1].end:
            kept.append(marks[place])
    return tuple(kept)


def _stands(term: Term, place: int, forms: Sequence[frozenset[str]], found: Sequence[Word]) -> bool:
    if term.is_phrase:
        pairs = zip(term.wholes, forms[place:], strict=False)
        return all(wanted & form for wanted, form in pairs)
    (form,) = forms[place]
    return form in term.wholes[0] or term.begins(form) or term.begins(key(fold(found[place].text)))
