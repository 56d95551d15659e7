"""Texts that stop before they end. Pure."""

import re
from typing import Final

_CLOSERS: Final = " \t”“\"'’‘»«›‹)]}*†¹²³⁴⁵"
_ENDS: Final = frozenset(".!?…‽。")
_ADDRESS: Final = re.compile(
    r"(?:https?://|www\.|[\w.+-]+@)\S+$|\b\w[\w-]*\.(?:com|dk|org|net|eu|uk)$"
)
_LABELLED: Final = re.compile(r"^[^\W\d_][\w’' ]{1,24}: \S")
_LETTER: Final = re.compile(r"[^\W_]")
_LAST: Final = re.compile(r"(?<![\w’'.-])([^\W\d_]+)$")
# Nothing ends with these, whether a full stop follows or not.
_NEVER: Final = frozenset("and the og eller because fordi".split())
_NEVER_BARE: Final = _NEVER | frozenset(
    "a an or but nor than men samt mens although selvom hvis".split()
)
# With dots behind them they were cut off by a teaser: “shows that this...”.
_CUT: Final = _NEVER_BARE | frozenset(
    "of into their its whose which my your som sin sit sine hvis at deres vores".split()
)
_DOTS: Final = re.compile(r"\s*(?:…|\.{2,})$")
_HANGING: Final = frozenset(",;:-–—&")
_FEW: Final = 4  # words: less may be a name, a signature, a call


def dangling(text: str, *, colon: bool = False) -> str:
    """The last word or sign of `text` behind which something is missing, else nothing.

    A comma, a dash, `and`, `the`: whatever kind of text it is. A `colon` counts if so wished.
    """
    text = text.rstrip(_CLOSERS)
    if not text:
        return ""
    if text[-1] in _HANGING and (colon or text[-1] != ":"):
        return text.split()[-1]
    dots = _DOTS.search(text)
    bare = text[: dots.start()] if dots else text.rstrip(".")
    if dots and bare.endswith((",", ";")):
        return bare.split()[-1]
    last = _LAST.search(bare)
    if last is None:
        return ""
    words = _CUT if dots else _NEVER_BARE if bare == text else _NEVER
    return last[1] if last[1] in words else ""


def stops_short(paragraph: str) -> bool:
    """Whether a paragraph of running text ends without the sign that closes a sentence.

    Names, signatures (`/ritzau/`), addresses and labelled lines (`Source: …`) need none.
    """
    bare = paragraph.rstrip(_CLOSERS)
    if not bare or bare[-1] in _ENDS or len(paragraph.split()) < _FEW:
        return False
    if _ADDRESS.search(bare) or (_LABELLED.match(bare) and len(bare.split()) <= 12):
        return False
    return bool(_LETTER.match(bare[-1])) or bare[-1] in _HANGING or bare[-1] == "%"


def is_cut(text: str) -> bool:
    """Whether `text` ends in four dots or more, as teasers cut by a program do."""
    return bool(re.search(r"\.{4,}\W*$|(?:…\.|\.…)\W*$|\[(?:…|\.{3})\]\W*$", text))
