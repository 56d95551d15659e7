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
_EDGE: Final = re.compile(r"</?(?:p|li|ul|ol)(?:\s[^<>]*)?>|<br>")


@dataclass(frozen=True, slots=True)
class Stray:
    """A passage in the other language; `is_sure` beyond doubt, else likely. `is_all` of the text."""

    passage: str
    is_sure: bool
    is_all: bool


def strays(stored: str, language: str, *, is_html: bool = False) -> tuple[Stray, ...]:
    """The passages of `stored` that are in the other language than `language`, in order.

    What stands in quotation marks, or is marked with another `lang`, is meant to be foreign.
    """
    paragraphs = list(_paragraphs(stored, language) if is_html else [stored])
    parts = [part for each in paragraphs for part in sentences(unquoted(each))]
    readings = [(part, read(part)) for part in parts]
    found = [(part, each) for part, each in readings if _is_other(each, language)]
    if len(found) == len(parts) == 1 or (found and len(found) == len(parts)):
        whole = " ".join(parts)
        sure = any(each.is_clear for _part, each in found) or _is_clear(read(whole), language)
        return (Stray(_shown(whole), sure, is_all=True),)
    if not any(each.is_clear for _part, each in found) and len(parts) > 1:
        whole = " ".join(parts)
        if _is_clear(read(whole), language):
            return (Stray(_shown(whole), is_sure=True, is_all=True),)
    return tuple(Stray(_shown(part), each.is_clear, is_all=False) for part, each in found)


def _is_other(reading: Reading, language: str) -> bool:
    is_plain = reading.is_clear or reading.is_likely
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
    words = passage.replace(f"{QUOTED} {QUOTED}", QUOTED).split()
    return " ".join(words[:8]) + (" …" if len(words) > 8 else "")
