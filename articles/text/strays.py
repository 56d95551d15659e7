"""Passages of a text that are in the other language. Pure."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from articles.text.identify import Reading, read
from articles.text.languages import other
from articles.text.sanitise import plain
from articles.text.sentences import QUOTED, sentences, unquoted

_MARKED: Final = re.compile(
    r"<(?P<tag>p|em|strong)\s[^<>]*?lang=\"(?P<lang>[^\"<>]*)\"[^<>]*>.*?</(?P=tag)>", re.DOTALL
)
_MARKS: Final = re.compile(rf"{QUOTED}(?: +{QUOTED})+")
# In brackets behind a word: what it is called elsewhere, as in FOMO (fear of missing out).
_GLOSS: Final = re.compile(r"(?<=\w) \([^()]{1,60}\)")
_NO_MARKS: Final = dict.fromkeys(map(ord, '"“”„»«‘'))
_EDGE: Final = re.compile(r"</?(?:p|li|ul|ol)(?:\s[^<>]*)?>|<br>")


@dataclass(frozen=True, slots=True)
class Stray:
    """A passage in the other language; `is_sure` beyond doubt, else likely. `is_all` of the text."""

    passage: str
    is_sure: bool
    is_all: bool


def strays(stored: str, language: str, *, is_html: bool = False) -> tuple[Stray, ...]:
    """The passages of `stored` that are in the other language than `language`, in order.

    What stands in quotation marks, or is marked with another `lang`, is meant to be foreign; but
    where a text is next to nothing but a quotation, that was likely forgotten.
    """
    paragraphs = list(_paragraphs(stored, language) if is_html else [stored])
    parts = [part for each in paragraphs for part in sentences(unquoted(_GLOSS.sub(" ", each)))]
    readings = [(part, read(part)) for part in parts]
    found = [(part, each) for part, each in readings if _is_other(each, language)]
    whole = " ".join(parts)
    if found and len(found) == len(parts):
        sure = any(each.is_clear for _part, each in found) or _is_clear(read(whole), language)
        return (Stray(_shown(whole), sure, is_all=True),)
    if (
        not any(each.is_clear for _part, each in found)
        and _is_ahead(readings, language)
        and _is_clear(read(whole), language)
    ):
        return (Stray(_shown(whole), is_sure=True, is_all=True),)
    if all(each.says_nothing for _part, each in readings):
        words = " ".join(each.translate(_NO_MARKS) for each in paragraphs)
        if _is_clear(read(words), language) and not read(words).titled:
            return (Stray(_shown(words), is_sure=False, is_all=True),)
    return tuple(Stray(_shown(part), each.is_clear, is_all=False) for part, each in found)


def _is_ahead(readings: list[tuple[str, Reading]], language: str) -> bool:
    """Whether short sentences, none of which says enough alone, may do so together."""
    said = sum(each.en - each.da for _part, each in readings)
    return len(readings) > 1 and (said > 0) == (language == "da")


def _is_other(reading: Reading, language: str) -> bool:
    is_plain = reading.is_clear or reading.is_likely or reading.leans
    return is_plain and reading.language == other(language)


def _is_clear(reading: Reading, language: str) -> bool:
    return reading.is_clear and reading.language == other(language)


def _paragraphs(body: str, language: str) -> Iterator[str]:
    """The paragraphs and items of slide text as plain text, without what is marked as foreign."""

    def without(found: re.Match[str]) -> str:
        return found[0] if found["lang"].lower().split("-")[0] == language else f" {QUOTED} "

    for part in _EDGE.split(_MARKED.sub(without, body)):
        if words := plain(part):
            yield html.unescape(words)


def _shown(passage: str) -> str:
    """Its first words, for a message."""
    words = _MARKS.sub(QUOTED, passage).split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "")
