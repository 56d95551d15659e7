"""A text taken apart: its sentences, and what in it is somebody else's words. Pure."""

import re
from collections.abc import Iterator
from typing import Final

# After these a stop ends no sentence: English and Danish, as newsrooms write them.
_ABBREVIATIONS: Final = frozenset(
    "mr mrs ms dr prof st jr sr vs etc no nos vol fig rev gen col lt sgt capt hon gov sen rep dept "
    "inc ltd co corp approx est min max jan feb mar apr jun jul aug sep sept oct nov dec mt ft "
    "a.m p.m e.g i.e u.s u.k ph.d m.d b.c cf al pp "
    "bl.a f.eks d.v.s dvs mfl m.fl m.m m.v mv o.l osv pga p.g.a ca kl nr kr mio mia pct stk tlf "
    "evt inkl ekskl hhv jf fx f.kr e.kr dr.med cand.mag cand.polit cand.jur ang vedr afd "
    "bd red udg maj okt maks sml pr t.h t.v s.u bl.m adr fhv jun sen o.a".split()
)
_STOP: Final = re.compile(r"[.!?…]+[\"”’»«“)\]]*(?=\s)")
_LAST_WORD: Final = re.compile(r"[\w.]*$")
_OPENERS: Final = "\"“”„»«‘'’([–—-"

QUOTED: Final = "…"  # what stands for a word that was quoted

# Pairs of quotation marks. Single ones are apostrophes too: they open after a blank, close before
# one. What is quoted may be whole sentences, but not a whole page.
_LONGEST_QUOTATION: Final = 1_000
_QUOTATIONS: Final = re.compile(
    rf"""  “[^“”]{{1,{_LONGEST_QUOTATION}}}”
        |  ”[^“”]{{1,{_LONGEST_QUOTATION}}}”
        |  „[^„“”]{{1,{_LONGEST_QUOTATION}}}[“”]
        |  »[^«»]{{1,{_LONGEST_QUOTATION}}}[«»]
        |  «[^«»]{{1,{_LONGEST_QUOTATION}}}»
        |  "[^"]{{1,{_LONGEST_QUOTATION}}}"
        |  (?<!\w)[‘’'](?!\s)[^‘’']{{1,60}}(?:[’'](?=\w)[^‘’']{{1,60}}){{0,5}}[’'](?!\w)
    """,
    re.VERBOSE,
)


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of one paragraph of plain text, in order, without the blanks around them.

    A stop ends no sentence after an abbreviation (`bl.a.`, `Dr.`), an initial (`J. Olsen`) or
    a date (`den 3. maj`), nor where a small letter or a figure follows it.
    """
    return tuple(part for part in _parts(text) if part)


def _parts(text: str) -> Iterator[str]:
    start = 0
    for stop in _STOP.finditer(text):
        if _ends(text, stop):
            yield text[start : stop.end()].strip()
            start = stop.end()
    yield text[start:].strip()


def _ends(text: str, stop: re.Match[str]) -> bool:
    following = text[stop.end() : stop.end() + 80].lstrip()
    first = following.lstrip(_OPENERS)[:1]
    if first.islower():
        return False
    if not stop[0].startswith(".") or stop[0].startswith(".."):
        return True
    found = _LAST_WORD.search(text, max(0, stop.start() - 30), stop.start())
    word = found[0].lower().strip(".") if found else ""
    if word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha()):
        return False
    # `den 3. Maj`, `1. Division`: an ordinal; but a year or a sum may end a sentence.
    return not (word.isdigit() and len(word) < 3)


def unquoted(text: str) -> str:
    """`text` with marks for the words of each passage in quotation marks, two to six.

    A mark that nothing closes quotes nothing.
    """
    return _QUOTATIONS.sub(_marks, text)


def _marks(passage: re.Match[str]) -> str:
    return f" {QUOTED}" * max(2, min(6, len(passage[0].split()))) + " "


def quotations(text: str) -> list[tuple[int, int]]:
    """Where the passages in quotation marks begin and end."""
    return [found.span() for found in _QUOTATIONS.finditer(text)]
