"""Text that a program spoilt: read in the wrong encoding, full of signs nobody sees, escaped twice.

Encodings: what was UTF-8 and was read as Windows-1252, Latin-1, Windows-1250, Mac Roman or code
page 850. The leading bytes of Danish letters, accents and typographic signs are C2, C3, E2 and EF,
and only those are looked for: `»Vorgod Å«` is no broken ū. Pure.
"""

import html
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final, NamedTuple
from urllib.parse import unquote

from articles.text.codepages import misshown, restored


class Damage(NamedTuple):
    """The words at fault, and what they stand for where that is beyond doubt."""

    words: str
    meant: str | None


_TAG: Final = re.compile(r"(<[^>]*>)")
_ROUNDS: Final = 4  # as often is text escaped or misread again

# --- Read in the wrong encoding --------------------------------------------------------------------

# What a byte from 80 to BF looks like in Windows-1252, and in Latin-1 where that has gaps.
_NEXT: Final = (
    "[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014"
    "\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
)
# `Ã”` behind a capital is a Portuguese word and a closing quote.
_WINDOWS: Final = re.compile(
    rf"(?:Ã(?<![A-ZÀ-Þ]Ã){_NEXT}|Ã(?![’”»\s]){_NEXT}|Â{_NEXT})+|â{_NEXT}{{2}}|ï»¿|ð{_NEXT}{{3}}"
)
_MAC: Final = re.compile(r"√[∏¶•òÖÜ¯¢©®°≠≥∫º¨§†Ñªì]|‚Ä[ôòúùìî¶ö†]|¬[©∞£†ß∑]")
_DOS: Final = re.compile(r"├[^\s\w.,]|├[ªÑÿåñº]|ÔÇ[ÖÔÆÉôö£¥]")
_CENTRAL: Final = re.compile(r"Ă[¸¦Ą©¤¶Ľ«¨­ˇ…]|Ă(?=[ąĄ])[ąĄ]|â€[™śťž“”]")
_QUOTED: Final = re.compile(r"(?:=[CE][0-9A-F](?:=[89AB][0-9A-F])+)+")
_ESCAPED: Final = re.compile(r"(?:\\u[0-9a-fA-F]{4})+")
_PERCENT: Final = re.compile(
    r"(?<![\w/%?=&.-])\w*(?:%[CE][0-9A-F](?:%[89AB][0-9A-F])+\w*)+(?![\w/%?=&-])"
)
# What is surely broken, and may stand for several letters.
_LOST: Final = re.compile(
    r"�+|â€|Ã(?=[a-zæøå])|(?<=[a-zæøå])[ÃÂ](?=\W|$)|(?:(?<=\s)|^)Â(?=\s)|├|ï»¿"
)

_SUSPECT: Final = re.compile(r"[ÃÂâïð√‚¬├ÔĂ\ufffd]|=[CE][0-9A-F]=|\\u|%[CE]")


def _as_windows(text: str) -> str:
    """The UTF-8 that `text` was before it was read as Windows-1252, Latin-1 in its gaps."""
    raw = bytearray()
    for sign in text:
        try:
            raw += sign.encode("cp1252")
        except UnicodeEncodeError:
            raw += sign.encode("latin-1")
    return raw.decode()


def _through(codec: str) -> Callable[[str], str]:
    return lambda text: text.encode(codec).decode()


def _quoted(text: str) -> str:
    return bytes.fromhex(text.replace("=", "")).decode()


def _percent(text: str) -> str:
    return unquote(text, errors="strict")


def _escaped(text: str) -> str:
    pairs = text.encode("ascii").decode("unicode_escape")
    return pairs.encode("utf-16", "surrogatepass").decode("utf-16")


_READINGS: Final[tuple[tuple[re.Pattern[str], Callable[[str], str]], ...]] = (
    (_WINDOWS, _as_windows),
    (_CENTRAL, _through("cp1250")),
    (_MAC, _through("mac_roman")),
    (_DOS, _through("cp850")),
    (_QUOTED, _quoted),
    (_ESCAPED, _escaped),
    (_PERCENT, _percent),
)


def misread(text: str) -> Iterator[Damage]:
    """The letters of `text` that were read in the wrong encoding: `Ã¸` for ø, `â€™` for ’.

    What stands for nothing certain (U+FFFD, half a letter) has no meaning.
    """
    for found in misshown(text):
        yield Damage(_word_around(text, found), None)
    if not _SUSPECT.search(text):
        return
    lost = text
    for pattern, reading in _READINGS:
        for found in pattern.finditer(text):
            meant = _read(found[0], reading)
            lost = lost.replace(found[0], "\0")
            yield Damage(_word_around(text, found), meant)
    for found in _LOST.finditer(lost):
        yield Damage(_word_around(lost, found).replace("\0", "…"), None)


def _read(words: str, reading: Callable[[str], str]) -> str | None:
    try:
        meant = reading(words).replace("\ufeff", "")
    except (UnicodeError, ValueError):
        return None
    likely = all(unicodedata.category(sign)[0] in "LPSNM" or sign in " \xa0" for sign in meant)
    return meant if likely else None


def _replacement(found: re.Match[str], reading: Callable[[str], str]) -> str:
    meant = _read(found[0], reading)
    return found[0] if meant is None else meant


def _word_around(text: str, found: re.Match[str]) -> str:
    before = re.search(r"\S{0,30}$", text[: found.start()])
    after = re.match(r"\S{0,30}", text[found.end() :])
    return (before[0] if before else "") + found[0] + (after[0] if after else "")


def reread(text: str) -> str | None:
    """`text` with its letters as they were meant; None where that is not certain of all of them."""
    for _round in range(_ROUNDS):
        for pattern, reading in _READINGS:
            text = pattern.sub(partial(_replacement, reading=reading), text)
        text = restored(text)
        if not any(misread(text)):
            return text
    return None


# --- Signs that nobody sees ------------------------------------------------------------------------

# Writing that needs its joiners and marks: Hebrew, Arabic and their kin, the scripts of India.
_OTHER_SCRIPT: Final = re.compile(
    "[\u0590-\u08ff\u0900-\u0dff\u0f00-\u109f\ufb1d-\ufdff\ufe70-\ufefc]"
)
_MARKS: Final = frozenset("\u200c\u200d\u200e\u200f\u061c\u2066\u2067\u2068\u2069")
_BLANKS: Final = "\u2028\u2029\u3164\u115f\u1160\u2800\u180e\uffa0\x85\x0b\x0c\x1c\x1d\x1e\x1f"
_ORDERING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_BLANK: Final = re.compile(f"[{_BLANKS}]")


def _is_unseen(text: str, place: int) -> bool:
    sign = text[place]
    kind = unicodedata.category(sign)
    if sign in "\t\n\r":
        return False
    if "\ufe00" <= sign <= "\ufe0f":  # emoji and symbols come in two styles
        return not place or unicodedata.category(text[place - 1]) not in (
            "So",
            "Sm",
            "Po",
            "Nd",
            "Sk",
        )
    if sign == "\u200d":  # families of emoji are joined
        around = text[place - 1 : place] + text[place + 1 : place + 2]
        return not any(unicodedata.category(each) in ("So", "Sk", "Mn") for each in around)
    if "\U000e0020" <= sign <= "\U000e007f":  # the flags of Scotland and Wales
        return not re.search("\U0001f3f4[\U000e0020-\U000e007f]*$", text[:place])
    return kind in ("Cc", "Cf", "Co", "Cs", "Cn") or sign in _BLANKS


def unseen(text: str) -> str:
    """The control, zero-width, direction and private-use characters in `text`, once each.

    Emoji keep their joiners, and Arabic, Hebrew or Hindi their marks.
    """
    foreign = bool(_OTHER_SCRIPT.search(text))
    if text.isascii() and text.isprintable():
        return ""
    found = (
        sign
        for place, sign in enumerate(text)
        if (sign > "\x7e" or sign < " ") and _is_unseen(text, place)
    )
    return "".join(dict.fromkeys(each for each in found if not (foreign and each in _MARKS)))


def is_seen_wrong(signs: str) -> bool:
    """Whether readers see boxes or letters out of order because of `signs`."""
    return any(
        unicodedata.category(each) in ("Cc", "Co", "Cs", "Cn") or each in _ORDERING
        for each in signs
    )


def without_unseen(text: str) -> str | None:
    """`text` without the characters of `unseen`; None where one may stand for a letter.

    Controls from 80 to 9F are Windows’ quotes and dashes, which is what they become.
    """
    for sign in unseen(text):
        is_letter = unicodedata.category(sign) in ("Co", "Cn", "Cs")
        if is_letter and re.search(rf"\w{re.escape(sign)}|{re.escape(sign)}\w", text):
            return None
        text = _without(text, sign)
    return None if unseen(text) else text


def _without(text: str, sign: str) -> str:
    meant = " " if sign in _BLANKS else ""
    if "\x80" <= sign <= "\x9f" and not meant:
        meant = sign.encode("latin-1").decode("cp1252", "ignore")
    kept = "".join(
        meant if each == sign and _is_unseen(text, place) else each
        for place, each in enumerate(text)
    )
    return kept if meant.strip() else re.sub(r" {2,}", " ", kept)


# --- HTML shown as text ----------------------------------------------------------------------------

_ELEMENTS: Final = (
    "a abbr address article aside audio b blockquote body br button caption center cite code col dd "
    "del details div dl dt em embed fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 "
    "head header hr html i iframe img input ins kbd label legend li link main mark meta nav noscript "
    "object ol option p picture pre q s samp script section select small source span strike strong "
    "style sub summary sup svg table tbody td textarea tfoot th thead time title tr tt u ul var video"
)
_SHOWN_TAG: Final = re.compile(
    rf"</?(?:{'|'.join(_ELEMENTS.split())}|\w+:\w+|\w+-[\w-]+)(?:\s[^<>]*)?/?>"
    r"|<!doctype[^>]*>|<(?:script|style|iframe|img|div|span|a)\s[^<>]*$",
    re.IGNORECASE,
)
_ENTITY: Final = re.compile(
    r"&(?:#\d{2,7}|#[xX][0-9a-fA-F]{2,6}|[A-Za-z][A-Za-z0-9]{1,30});|&(?:nbsp|amp|quot)\b"
)
_STYLES: Final = re.compile(
    r"\b(?:style|class|href|src|onclick)=[\"”“][^\"”“]*[\"”“]|\bmso-[a-z-]+:|"
    r"[.#]?[\w-]+\s*\{\s*[a-z-]+\s*:[^{}]*;\s*\}"
)
_HTML_SIGN: Final = re.compile(r"[<&={]|mso-")
_INLINE: Final = re.compile(
    r"</?(?:b|i|em|strong|span|u|font|small|mark)(?:\s[^<>]*)?>", re.IGNORECASE
)
_BREAK: Final = re.compile(r"\s*</?(?:p|br|div)(?:\s[^<>]*)?/?>\s*", re.IGNORECASE)


def shown_html(text: str) -> Iterator[str]:
    """The tags, entities and styles that readers of `text`, as they see it, would see."""
    if not _HTML_SIGN.search(text):
        return
    for found in _SHOWN_TAG.finditer(text):
        yield found[0]
    for found in _ENTITY.finditer(text):
        if html.unescape(found[0]) != found[0]:
            yield found[0]
    for found in _STYLES.finditer(_SHOWN_TAG.sub("", text)):
        yield found[0]


def without_html(text: str) -> str | None:
    """A line without the simple tags and entities shown in it; None where more is wrong."""
    for _round in range(_ROUNDS):
        text = _BREAK.sub(" ", _INLINE.sub("", text))
        text = _ENTITY.sub(lambda m: html.unescape(m[0]), text)
        text = " ".join(text.replace("\xad", "").split())
    return None if any(shown_html(text)) or unseen(text) else text


def in_words(stored: str, mend: Callable[[str], str | None]) -> str | None:
    """Stored HTML with `mend` done to the words between its tags; None where it is for one."""
    parts = _TAG.split(stored)
    for place in range(0, len(parts), 2):
        words = html.unescape(parts[place])
        mended = mend(words)
        if mended is None:
            return None
        if mended != words:
            inner = html.escape(mended.strip(), quote=False).replace("\xa0", "&nbsp;")
            lead, tail = words[:1].isspace(), words[-1:].isspace()
            parts[place] = f"{' ' * lead}{inner}{' ' * tail}"
    return "".join(parts)
