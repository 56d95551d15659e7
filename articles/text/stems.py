"""Words as the site's search knows them: one form for all spellings and the common endings. Pure.

A stem is plain ASCII, so that every database takes it for the same. It joins what a reader would
call one word: æ and ae, ø and oe, å and aa, accents, capitals, the Danish definite and plural
(bro, broen, broer, broerne), the English plural and 's. It joins no more: *bathing* is not *bath*.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from articles.text.endings import NAMES, PECULIAR, SMALL
from articles.text.slugs import SPELLED

# Letters and digits of any script with the marks on them; an apostrophe inside belongs to the word.
WORD: Final = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f]|['’ʼ](?=[^\W_]))*")
# Of a longer word the rest is left out: characters of its plain form.
LONGEST: Final = 60

_OWNED: Final = re.compile(r"['’ʼ]s$")
_MARKS: Final = re.compile(r"[\u0300-\u036f'’ʼ]")
_VOWEL: Final = re.compile(r"[aeiouyæøå]")
_LETTERS: Final = "æøå"  # read whole while endings are looked for: køn does not end like broen
# The longest first; typed as ae or oe, æ and ø do not end in "e" either: trae, soe.
_ENDINGS: Final = tuple(map(re.compile, ("erne$", "ene$", "er$", "en$", "et$", "(?<![ao])e$")))
_KEYS: Final = {"ae": "q1", "oe": "q2", "aa": "q3"}
_DIGRAPH: Final = re.compile("|".join(_KEYS))
_ROUNDS: Final = 2  # lærer-e, sommer-en
_GENITIVE: Final = re.compile(r"(?<=...[^siou\d])s$")
_DOUBLED: Final = re.compile(r"([b-df-hj-np-tv-xz])\1$")
_SWALLOWED: Final = re.compile(r"(?<=.)([b-df-hj-np-tv-xz])\1?el$")  # cykel, cyklen; himmel, himlen
_SIBILANT: Final = re.compile(r"(?<=..)(?:(?<=ss|sh|ch|zz)|(?<=x))es$")


class Word(NamedTuple):
    """A word as it stands in a text: from `start` to before `end`."""

    text: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    return (Word(match[0], match.start(), match.end()) for match in WORD.finditer(text))


@lru_cache(maxsize=100_000)
def stem(word: str, language: str) -> str:
    """The one form of `word` and its relatives in `language`."""
    letters = _letters(_OWNED.sub("", word))
    return key(_danish(letters) if language == "da" else _english(_spelled(letters)))


def key(plain: str) -> str:
    """`plain` as stems are written: æ, ø and å begin with no other letter, or bro would begin brød."""
    return _DIGRAPH.sub(lambda match: _KEYS[match[0]], plain)


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """`word` in small ASCII letters and digits, its ending kept: `Århus` is `aarhus`."""
    return _spelled(_letters(word))


def is_small(word: str, language: str) -> bool:
    """Whether `word` is one of those that sentences are built of, and says nothing alone."""
    return fold(word) in SMALL[language]


def _letters(word: str) -> str:
    """`word` in small ASCII letters, digits and æøå.

    What has no such letter is written by its number, so that it is found as well.
    """
    if word.isascii() and word.isalnum():
        return word.lower()[:LONGEST]
    kept = []
    for char in unicodedata.normalize("NFC", word).casefold():
        if char in _LETTERS:
            kept.append(char)
            continue
        plain = _MARKS.sub("", unicodedata.normalize("NFKD", char.translate(SPELLED)))
        known = (each for each in plain.casefold() if each.isalnum())
        kept += [each if each.isascii() else f"u{ord(each):04x}" for each in known]
    return "".join(kept)[:LONGEST]


def _spelled(letters: str) -> str:
    return letters.translate(SPELLED)


def _danish(word: str) -> str:
    for _ in range(_ROUNDS):
        word = _without_genitive(word)
        plain = _spelled(word)
        if plain in NAMES or plain in SMALL["da"]:
            return plain
        if plain in PECULIAR["da"]:
            return PECULIAR["da"][plain]
        word = _without_ending(word)
    word = _single(_without_genitive(word))
    if word.endswith("ium"):
        word = word[:-2]  # ministerium, ministeriet
    plain = _spelled(_kept(_SWALLOWED.sub(r"\1l", word), word))
    return PECULIAR["da"].get(plain, plain)


def _without_genitive(word: str) -> str:
    plain = _spelled(word)
    if plain in PECULIAR["da"] or plain in NAMES:
        return word
    return _kept(_GENITIVE.sub("", word), word)


def _without_ending(word: str) -> str:
    for ending in _ENDINGS:
        shorter = _kept(ending.sub("", word), word)
        if shorter != word:
            return _left_over(_single(shorter))
    return word


def _single(word: str) -> str:
    """Without the second of two consonants: katt-en is kat."""
    return _kept(_DOUBLED.sub(r"\1", word), word)


def _left_over(word: str) -> str:
    """teatr-et is teater, and centr-e center: both lose their er elsewhere."""
    return word[:-1] if word.endswith("tr") and len(word) > 4 else word


def _kept(shorter: str, word: str) -> str:
    """`shorter` if it can be a word still: sten is not st, nor somme (somm) som."""
    is_word = bool(_VOWEL.search(shorter)) and (len(shorter) > 1 or shorter in "øå")
    return shorter if is_word and _spelled(shorter) not in SMALL["da"] else word


def _english(word: str) -> str:
    if word in PECULIAR["en"]:
        return PECULIAR["en"][word]
    if len(word) < 4 or word[-1] != "s" or word in SMALL["en"]:
        return word
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if _SIBILANT.search(word):
        return word[:-2]
    if word.endswith("oes") and len(word) > 5:
        return word[:-2]
    return word if word.endswith(("ss", "us", "is")) or word[-2].isdigit() else word[:-1]
