"""Quotation marks, apostrophes and brackets in English and Danish.

English takes “…” and ’. Danish house style is »…«, as in the site's own Danish; ”…”, which
Retskrivningsordbogen § 58 allows as well, is let stand. Straight marks are a typewriter's.
Functions take a text as `Visible.masked` and its language, and yield `Slip`s.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from articles.text.visible import Slip

_MARK: Final = re.compile("[\"“”„‟»«]|(?<!['\\w])''(?!')|(?<!')''(?!['\\w])|``")
_OPENS_AFTER: Final = "([{-–—/‘’'›‹"
_CLOSES_BEFORE: Final = ".,;:!?)]}-–—/’'‘›‹…"


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark and what its neighbours say that it does."""

    start: int
    end: int
    sign: str
    side: Literal["opens", "closes", ""]


def _marks(text: str) -> list[Mark]:
    return [Mark(*m.span(), m[0], _side(text, *m.span())) for m in _MARK.finditer(text)]


def _side(text: str, start: int, end: int) -> Literal["opens", "closes", ""]:
    before, after = text[start - 1 : start], text[end : end + 1]
    may_open = (not before or before.isspace() or before in _OPENS_AFTER) and bool(after.strip())
    may_close = bool(before.strip()) and (not after or not after.isalnum())
    if may_open == may_close:
        is_after_all = bool(before.strip()) and (not after.strip() or after in _CLOSES_BEFORE)
        return "closes" if may_close and is_after_all and before not in _OPENS_AFTER else ""
    return "opens" if may_open else "closes"


# --- Without a partner ---------------------------------------------------------------------------


def lone_quotes(text: str, language: str) -> Iterator[Slip]:
    """The mark that is left over when all are paired; a quotation may run over paragraphs.

    Each paragraph of one may open anew. 27" and 6'2" are inches.
    """
    still_open: Mark | None = None
    for mark in _marks(text):
        begins = not mark.start or text[mark.start - 1] == "\n"
        if still_open is None:
            if not (_is_inches(text, mark) and mark.side != "opens"):
                still_open = mark
        elif not (begins and mark.sign == still_open.sign and mark.side == "opens"):
            still_open = None
    if still_open is not None:
        yield Slip(still_open.start, still_open.end)


def _is_inches(text: str, mark: Mark) -> bool:
    return mark.sign in {'"', "”", "''"} and text[mark.start - 1 : mark.start].isdigit()


_BRACKET: Final = re.compile(r"[()\[\]{}]")
_PARTNER: Final = {")": "(", "]": "[", "}": "{"}
_SMILEY: Final = re.compile(r"(?<![^\W\d_])[:;=][-o^’']?[()\[\]](?!\w)")
_LABEL: Final = re.compile(r"(?:(?<=\s)|(?<=\A))(?:\w|\d{1,2}|[ivx]{1,4})\)")


def lone_brackets(text: str, language: str) -> Iterator[Slip]:
    """Brackets without their partner; `a)`, `1)` and `:-)` need none."""
    text = _SMILEY.sub(lambda m: " " * len(m[0]), text)
    labels = {match.end() - 1 for match in _LABEL.finditer(text)}
    inside: list[re.Match[str]] = []
    for match in _BRACKET.finditer(text):
        if match[0] not in _PARTNER:
            inside.append(match)
        elif inside and inside[-1][0] == _PARTNER[match[0]]:
            inside.pop()
        elif match.start() not in labels:
            yield Slip(*match.span())
    yield from (Slip(*match.span()) for match in inside)


# --- Of another style ----------------------------------------------------------------------------

_STYLE: Final = {"en": ("“", "”"), "da": ("»", "«")}
_ALLOWED: Final = {"en": {("“", "”")}, "da": {("»", "«"), ("”", "”")}}


def foreign_quotes(text: str, language: str) -> Iterator[Slip]:
    """Marks of pairs in another style; without remedy where a pair is unclear, or within another.

    A block with a mark left over is `lone_quotes`' affair.
    """
    pairs = [pair for block in _by_block(text) for pair in _pairs(text, block)]
    style = _STYLE[language]
    if language == "da" and any((p.one.sign, p.two.sign) == ("”", "”") for p in pairs):
        style = ("”", "”")  # as the rest of the text has it
    for pair in pairs:
        if (pair.one.sign, pair.two.sign) not in _ALLOWED[language]:
            for mark, new in zip((pair.one, pair.two), style, strict=True):
                if mark.sign != new or not pair.is_clear:
                    yield Slip(mark.start, mark.end, new if pair.is_clear else None)


# »Carmen«s, »Matador«-en: a title takes endings.
_ENDING: Final = re.compile(r"(?:s|e?ns?|e?ts?|e?ne|er|erne|ing|ish)?(?!\w)")


def crowded_quotes(text: str, language: str) -> Iterator[Slip]:
    """A space is missing outside a quotation: `sagde»hej«`, `“hygge”without`."""
    for block in _by_block(text):
        for pair in _pairs(text, block):
            if text[max(pair.one.start - 1, 0) : pair.one.start].isalpha():
                yield Slip(pair.one.start, pair.one.start, " ")
            after = text[pair.two.end : pair.two.end + 1]
            if after.isalpha() and not _ENDING.match(text, pair.two.end):
                yield Slip(pair.two.end, pair.two.end, " ")


@dataclass(frozen=True, slots=True)
class _Pair:
    one: Mark
    two: Mark
    is_clear: bool


def _by_block(text: str) -> Iterator[list[Mark]]:
    marks: list[Mark] = []
    for mark in _marks(text):
        if marks and "\n" in text[marks[-1].end : mark.start]:
            yield marks
            marks = []
        marks.append(mark)
    yield marks


def _pairs(text: str, marks: list[Mark]) -> list[_Pair]:
    """The marks of a block in pairs, one inside another where they stand so."""
    pairs: list[_Pair] = []
    inside: list[Mark] = []
    for mark in marks:
        if mark.side == "opens" or not inside:
            if mark.side == "closes" and _is_inches(text, mark):
                continue
            inside.append(mark)
        else:
            one = inside.pop()
            is_clear = one.side == "opens" and mark.side == "closes" and not inside
            pairs.append(_Pair(one, mark, is_clear))
    return [] if inside else pairs


# --- Apostrophes ---------------------------------------------------------------------------------

_MAYBE_TYPED: Final = re.compile("['`´‘]")
_TYPED: Final = re.compile("(?<!['`´])['`´](?!['`´])")
_PRINTED: Final = re.compile(r"(?<=[^\W\d_])’(?=[^\W\d_])")
_ELIDED: Final = re.compile(r"(?:\d0s|em|til|tis|twas|cause|n)(?!\w)", re.IGNORECASE)
_TURNED: Final = re.compile(r"(?<=[^\W\d_])‘(?=[^\W\d_])|(?:(?<=\s)|\A)‘(?=\d0s\b)")


def typed_apostrophes(text: str, language: str) -> Iterator[Slip]:
    """`it's`, `it´s`, `it‘s`, `'90s` and single quotes of a typewriter; not feet and minutes."""
    if not _MAYBE_TYPED.search(text):
        return
    opened: int | None = None
    for match in _TYPED.finditer(text):
        at = match.start()
        does = _does(text, at, language)
        if does == "apostrophe":
            yield Slip(at, at + 1, "’")
        elif does == "opens":
            opened = at
        elif does == "closes":
            yield from _closing(text, opened, at, language)
            opened = None
    for match in _TURNED.finditer(text):
        yield Slip(match.end() - 1, match.end(), "’")
    if opened is not None:
        yield Slip(opened, opened + 1)


def untidy_apostrophes(text: str, language: str) -> Iterator[Slip]:
    """The same where they are out of step: beside a typographer's, an accent, or as quotation marks.

    An apostrophe is straight on every keyboard, and nobody stumbles over a text that has no other.
    """
    slips = list(typed_apostrophes(text, language))
    if slips and (_PRINTED.search(text) or any(_stands_out(text, slip) for slip in slips)):
        yield from slips


def _stands_out(text: str, slip: Slip) -> bool:
    """Whether it is no straight apostrophe: another sign, or what begins a quotation."""
    if text[slip.start] != "'" or slip.new == "‘":
        return True
    return slip.new is None and text[slip.end : slip.end + 1].isalnum()


def _does(text: str, at: int, language: str) -> Literal["apostrophe", "opens", "closes", ""]:
    """What the sign does; an accent on its own may be meant, and a figure's are feet or minutes."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if before.isdigit() and not after.isalpha():
        return ""
    if before.isalnum() and after.isalnum():
        return "apostrophe"
    if text[at] != "'":
        return ""
    if after.isalnum():
        return "apostrophe" if _ELIDED.match(text, at + 1) or language == "da" else "opens"
    if text[max(0, at - 2) : at].lower() in {"'n", "’n"}:  # rock 'n' roll
        return "apostrophe"
    return "closes" if before.strip() else ""


def _closing(text: str, opened: int | None, at: int, language: str) -> Iterator[Slip]:
    """A single quote's end, or the apostrophe of `the dogs' day`: which may be a quote's as well."""
    may_own = text[at - 1] in "sSxXzZ" and text[at + 1 : at + 2] == " "
    if opened is None:
        yield Slip(at, at + 1, "’" if may_own or language == "da" else None)
    elif may_own or "\n" in text[opened:at]:
        yield Slip(opened, opened + 1)
        yield Slip(at, at + 1)
    else:
        yield Slip(opened, opened + 1, "‘")
        yield Slip(at, at + 1, "’")
