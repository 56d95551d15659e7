"""Slips of the keyboard in English and Danish: spaces, dashes, doubled marks.

Each function takes a text (as `Visible.masked`: blocks parted by "\\n") and its language, "en" or
"da", and yields `Slip`s; those of which the remedy is beyond doubt bring it. None ever raises.
Danish follows Retskrivningsordbogen §§ 40-60. A hyphen in a range (10-12) is right there and usual
in English news, so it is let alone.
"""

import re
from collections.abc import Iterator
from typing import Final

from articles.text.visible import Slip

# --- A space that is missing ---------------------------------------------------------------------

_OPENERS: Final = {"en": "“‘(", "da": "»("}
_CLOSERS: Final = {"en": "”’)", "da": "«)"}
_MISSING: Final = {
    language: re.compile(
        rf"(?<!\w)(?P<word>\w++)(?P<more>[%)\]{_CLOSERS[language]}.]?)"
        rf"(?P<sign>[.,;:!?])(?P<close>[{_CLOSERS[language]}]?)"
        rf"(?P<open>[{_OPENERS[language]}]?)(?=(?P<right>[^\W_]+))"
    )
    for language in _OPENERS
}
_MAYBE_MISSING: Final = re.compile(r"[.,;:!?][”’)«]?[“‘(»]?[^\W_]")
_SHORT: Final = {"en": {"I", "A", "a"}, "da": {"I", "Å", "i", "å"}}
# After a full stop without a space a small letter proves little, a small word much.
_SMALL_WORDS: Final = {
    "en": frozenset("the and that this they there when with from you she but for are was".split()),
    "da": frozenset("det den der som han hun men når med til har var også fordi nogle".split()),
}
_TITLES: Final = frozenset({"cand", "stud", "lic", "mag", "exam", "ph"})
# 1.maj, 2.division: ordinals want a space; kl.18 and nr.5 as well.
_AFTER_ORDINAL: Final = frozenset(
    "januar februar marts april maj juni juli august september oktober november december "
    "klasse division sal plads verdenskrig runde juledag pinsedag påskedag kvartal".split()
)
_BEFORE_FIGURE: Final = {"da": frozenset({"kl", "nr", "ca", "str"}), "en": frozenset({"approx"})}
_NO_SENTENCE: Final = frozenset(
    {"re", "mailto", "tel", "doi", "urn", "isbn", "std", "http", "yahoo", "jeopardy"}
)


def missing_spaces(text: str, language: str) -> Iterator[Slip]:
    """`alone.The`, `red,green`, `why:because`; not 6.00, 1.500, 3,5, f.eks., U.S. or initials."""
    if not _MAYBE_MISSING.search(text):
        return
    at = 0
    while match := _MISSING[language].search(text, at):
        at = match.end("sign")
        if not (match["close"] and match["open"]) and _wants_space(match, language):
            place = match.end("close")
            yield Slip(place, place, " ")


def _wants_space(match: re.Match[str], language: str) -> bool:
    sign, word, right = match["sign"], match["word"], match["right"]
    if sign == ".":
        return _begins_sentence(match, language)
    if len(right) < 2 and not right.isdigit():
        follows = match.string[match.end("right") : match.end("right") + 1]
        if right not in _SHORT[language] or follows not in {" ", "’", "'", ""}:
            return False
    if right[0].isdigit():  # yes,49 and ends:400, not 1,500 and EN:1090
        return sign in ",:" and len(word) > 1 and word.isalpha() and word[-1].islower()
    if len(word) < 2 and not word.isdigit():
        return False
    if sign == ",":
        return True
    return word.isalpha() and word.lower() not in _NO_SENTENCE and not _is_part(match)


def _begins_sentence(match: re.Match[str], language: str) -> bool:
    word, right = match["word"], match["right"]
    if right[0].isdigit():
        return word.lower() in _BEFORE_FIGURE[language] and not (match["more"] or match["close"])
    is_number = word.isdigit()
    if (len(word) < 2 and not is_number) or (_is_part(match) and len(word) < 4 and not is_number):
        return False
    if right[0].isupper():
        follows = match.string[match.end("right") : match.end("right") + 1]
        is_alone = right in _SHORT[language] and follows in {" ", "’", "'"}
        return (is_alone and not is_number) or (
            right[1:2].islower() and word.lower() not in _TITLES
        )
    if is_number:
        return language == "da" and right in _AFTER_ORDINAL and len(word) < 3
    is_small = right in _SMALL_WORDS[language] and word.lower() not in _TITLES
    return is_small and len(word) > 2 and word[-1].islower()


def _is_part(match: re.Match[str]) -> bool:
    """Whether the word is a later part of an abbreviation: `eks` of f.eks."""
    return match["more"] == "." or match.string[max(0, match.start() - 1) : match.start()] == "."


# --- A space too many ----------------------------------------------------------------------------

_BLANK: Final = "[ \xa0\u2002-\u200a\u202f]"
_DOUBLED: Final = re.compile(rf"(?<=\S){_BLANK}{{2,}}(?=\S)")


def doubled_spaces(text: str, language: str) -> Iterator[Slip]:
    """Two blanks and more between words of one block; one that keeps words together is kept."""
    for match in _DOUBLED.finditer(text):
        yield Slip(*match.span(), "\xa0" if "\xa0" in match[0] else " ")


# Not :-) ;) .5 .com ... !important, nor the blanks of 3 : 1.
_BEFORE: Final = re.compile(
    rf"(?<=[\w%)\]”«»’\"']){_BLANK}+(?P<sign>[,;:!?]|\.(?!\.))"
    r"(?=(?P<next>[\s”«»’\"]|\Z|(?<![:;])\)|[^\W\d_]{2}))"
)
_INSIDE: Final = re.compile(
    rf"(?<![:;=-])(?<=[(\[]){_BLANK}+(?=\w)|(?<=[\w.!?%]){_BLANK}+(?=[)\]])"
)
_RATIO: Final = re.compile(r"\d\s*:\s*\d")


def spaces_before(text: str, language: str) -> Iterator[Slip]:
    """A blank before a mark (`word ,`), and inside brackets (`( word )`)."""
    for match in _BEFORE.finditer(text):
        sign, follows = match["sign"], match["next"]
        if _RATIO.match(text, match.start() - 1):
            continue
        if not follows[:1].isalpha():
            yield Slip(*match.span(), sign)
        elif sign in ",;" or (sign in ".?!" and follows[0].isupper() and follows[1].islower()):
            yield Slip(*match.span(), f"{sign} ")  # it stands on the wrong side
    for match in _INSIDE.finditer(text):
        yield Slip(*match.span(), "")


# --- Dashes --------------------------------------------------------------------------------------

_HYPHEN: Final = re.compile(r"(?<=[^\s-])[ \xa0]-[ \xa0](?=[^\s-])")
_HYPHENS: Final = re.compile(
    r"(?<=[^\W_])-{2,3}(?=[^\W_])|(?<=[^\s-])[ \xa0]-{2,3}[ \xa0](?=[^\s-])"
    r"|(?<=[^\W_])-{2,3}[ \xa0](?=[^\W_])"
)


def hyphens_for_dashes(text: str, language: str) -> Iterator[Slip]:
    """`word - word` and `word--word`. Between figures nobody knows what it stands for.

    A line of speech may begin with a hyphen, as agencies send it; `--option` is none.
    """
    if " -" not in text and "--" not in text and "-\xa0" not in text:
        return
    for match in _HYPHEN.finditer(text):
        start, end = match.span()
        is_sum = text[start - 1].isdigit() and text[end].isdigit()
        yield Slip(start, end, None if is_sum else " – ")
    for match in _HYPHENS.finditer(text):
        yield Slip(*match.span(), " – ")


# --- Marks in a row ------------------------------------------------------------------------------

_MAYBE_DOUBLED: Final = re.compile(r"[.,;:!?][ \xa0”«]?[.,;:!?]")
_MARKS: Final = re.compile(r"[!?]{2,}")
_DOTS: Final = re.compile(r"(?<=[\w)\]”«»\"’%])\.{2,}(?=(?P<next>\s+\S|\s*\Z|[”«»\"’)]|[^\W\d]))")
_SPACED_DOTS: Final = re.compile(r"(?<![.])(?<![.][ \xa0])\.(?:[ \xa0]\.){2}(?![ \xa0]?\.)")
_COMMAS: Final = re.compile(r"(?<=\w)(?:,{2,}|;{2,}|:{2,})(?=(?P<next>\s|\Z|\w))")
_CLASH: Final = re.compile(r"(?<=\w),\.(?=\s|\Z)|(?<=\?)\.(?=\s|\Z)|(?<=\.[”«])\.(?=\s|\Z)")


def doubled_marks(text: str, language: str) -> Iterator[Slip]:
    """`!!`, `?!`, `..`, `....`, `,,`, `?.`; an ellipsis is three dots, or the one sign for it."""
    if not _MAYBE_DOUBLED.search(text):
        return
    for match in _MARKS.finditer(text):
        yield Slip(*match.span(), match[0][0] if len(set(match[0])) == 1 else None)
    for match in _DOTS.finditer(text):
        if len(match[0]) != 3:
            yield Slip(*match.span(), _dots(len(match[0]), match["next"].lstrip()))
    for match in _SPACED_DOTS.finditer(text):
        yield Slip(*match.span(), "...")
    for match in _COMMAS.finditer(text):
        if match[0][0] != ":" or not match["next"].strip():
            yield Slip(*match.span(), match[0][0] if not match["next"].strip() else None)
    for match in _CLASH.finditer(text):
        yield Slip(*match.span(), None if match[0] == ",." else "")


def _dots(count: int, follows: str) -> str | None:
    """Two before a new sentence are one too many; elsewhere they may be one too few."""
    if count == 2:
        return None if follows[:1].islower() or follows[:1].isdigit() else "."
    return "..." if count < 7 else None
