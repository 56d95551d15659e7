"""Which entry of the credit register an incoming credit text means: pure, over names and aliases.

Agencies write themselves in many ways: `© Getty Images 2024`, `GETTYIMAGES`, `gettyimages.com`.
The register says which names there are; what else stands in the text is the byline.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from articles.text.credits import bare, is_description, is_library, split_credit

_DOMAIN: Final = re.compile(r"\.(?:com|dk|net|org|eu|io|no|se|de|fr|co\.uk)(?=$|[\s/])")
_ADDRESS: Final = re.compile(r"^(?:https?://)?www\.|^https?://")
_COMPANY: Final = re.compile(r"[\s,]+(?:inc|ltd|llc|gmbh|a/s|aps|i/s|ab|as|limited)\.?$")
_YEARS: Final = re.compile(r"(?:19|20)\d\d(?:\s*[-–]\s*(?:(?:19|20)?\d\d)?)?")
_ARTICLE: Final = re.compile(r"^the\s+")
# What agencies add to their own name: AFP PHOTO, AFP or licensors.
_ADDED: Final = re.compile(r"\s+(?:photos?|fotos?|pictures?|images?|or licensors)$", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\W*[a-z]?\d{4,}[a-z]?\W*", re.IGNORECASE)  # a year, a stock number
_OTHER: Final = re.compile(r"[\W_]+")
# What desks put between names. Commas and words such as “for” also stand within names, so they
# count only where a name of the register is on one side of them.
_STRONG: Final = re.compile(r"\s*(?:/|\||;|\bvia\b|\\|·|•)\s*", re.IGNORECASE)
_WEAK: Final = re.compile(
    r"\s*(?:/|\||;|\bvia\b|\\|·|•|,|\s[-–—]\s|\(c\)|©|\bcopyright\b|[()\[\]]|"
    r"(?<=\w{4})\.\s|\s(?:on|for|from|på|fra|ved|by|af)\s)\s*",
    re.IGNORECASE,
)
_LONGEST: Final = 500  # characters looked at
_MOST: Final = 12  # names in one text


@dataclass(frozen=True, slots=True)
class Entry:
    """A name of the register, and how else it is written."""

    name: str
    aliases: Sequence[str] = ()


def key(name: str) -> str:
    """Return the form in which spellings of one name are equal; "" if nothing is left of it.

    Case, spaces, signs, years, a web address's ends and a company's form make no difference.
    """
    text = unicodedata.normalize("NFKC", bare(name[:_LONGEST])).casefold()
    text = _DOMAIN.sub("", _ARTICLE.sub("", _ADDRESS.sub("", text)))
    text = _COMPANY.sub("", text.strip(" /"))
    without_years = _OTHER.sub("", _YEARS.sub("", text))
    return without_years or _OTHER.sub("", text)


def matching(text: str, entries: Iterable[Entry]) -> tuple[str, str | None]:
    """Return `(byline, name)`: the entry that `text` credits, and whom else it credits.

    Where several names of the register stand in it, as in `AFP/Ritzau Scanpix`, the last one
    distributes the picture and is the credit; nobody is dropped, so AFP becomes part of the
    byline. Without an entry the name is None, and the byline the person as far as one is told.
    """
    names = _names(entries)
    text = bare(" ".join(text[:_LONGEST].split()))
    if found := _named(text, names):
        return "", found
    for separator in (_STRONG, _WEAK):
        parts = [part for part in map(_plain, separator.split(text)) if part][:_MOST]
        for start, end in _runs(len(parts)):
            if found := _named("/".join(parts[start:end]), names):
                others = dict.fromkeys(parts[:start] + parts[end:])
                return "/".join(each for each in others if _named(each, names) != found), found
    return _last_words(text, names) or (split_credit(text)[0], None)


def _named(text: str, names: dict[str, str]) -> str | None:
    return names.get(key(text)) or names.get(key(_ADDED.sub("", text)))


def _names(entries: Iterable[Entry]) -> dict[str, str]:
    """The names by their keys. A name goes before another's alias."""
    names: dict[str, str] = {}
    several = list(entries)
    for entry in several:
        names.setdefault(key(entry.name), entry.name)
    for entry in several:
        for alias in entry.aliases:
            names.setdefault(key(alias), entry.name)
    names.pop("", None)
    return names


def _plain(part: str) -> str:
    """A name alone: neither a number nor a sentence is part of a credit."""
    return "" if _NUMBER.fullmatch(part) or is_description(part) else bare(part)


def _runs(count: int) -> Iterator[tuple[int, int]]:
    """Give (start, end) of neighbours among `count` parts: the longest first, the last first."""
    for length in range(count, 0, -1):
        for start in range(count - length, -1, -1):
            yield start, start + length


def _last_words(text: str, names: dict[str, str]) -> tuple[str, str] | None:
    """`Jane Doe Ritzau Scanpix`: nothing between them, but a name that can be nobody's surname."""
    words = text.split()
    for start in range(1, len(words)):
        last = " ".join(words[start:])
        found = _named(last, names)
        if found and (len(words) - start > 1 or is_library(last)):
            return bare(" ".join(words[:start])), found
    return None
