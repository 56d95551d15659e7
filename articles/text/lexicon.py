"""What one word tells of its language: by our lists, else by its letters. Pure.

The lists are in vocabulary/, written by us. A word that they do not have is weighed by its letters
and their neighbours, as `bench.language --learn` learned them from the lists (vocabulary/letters.txt:
a logistic regression over n-grams). What is shared, a loan or a name says little or nothing.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from articles.text.languages import LANGUAGES

VOCABULARY: Final = Path(__file__).parent / "vocabulary"
SMALL: Final = 3.0
LOAN: Final = 0.5  # what a loan word says for English, whatever else lists say of it
_WEIGHTS: Final = {
    "small": SMALL,
    "common": 2.0,
    "leaning": 1.0,
    "names": 0.8,  # kept apart: only these speak where they have a capital letter
    "loans": LOAN,
    "shared": 0.0,
}
_BY_LETTERS: Final = 1.6  # the most that a word's letters alone can say
_SCALE: Final = 0.5
_LENGTHS: Final = (1, 2, 3, 4)


@lru_cache(maxsize=20_000)
def says(word: str) -> float:
    """What `word`, in small letters, says: above 0 for English and below for Danish."""
    listed = lists()
    for form in (word, word.removesuffix("'s")):
        if form in listed:
            return listed[form]
    return _by_letters(word.removesuffix("'s"))


def is_listed(word: str) -> bool:
    listed = lists()
    return word in listed or word.removesuffix("'s") in listed


def _by_letters(word: str) -> float:
    if len(word) < 3:
        return 0.0
    table = letters()
    total = sum([table.get(gram, 0) for gram in grams(word)]) * _SCALE / 100
    return max(-_BY_LETTERS, min(_BY_LETTERS, total))


def grams(word: str) -> list[str]:
    """The runs of letters in `word`, its edges marked."""
    edged = f"^{word}$"
    return [edged[at : at + length] for length in _LENGTHS for at in range(len(edged) - length + 1)]


@cache
def lists() -> Mapping[str, float]:
    """What each listed word says: read once, when first asked."""
    english, danish = (_weights(language) for language in LANGUAGES)
    listed = english | {word: -weight for word, weight in danish.items()}
    for word in english.keys() & danish.keys():
        listed[word] = english[word] - danish[word]
    listed.update(dict.fromkeys(section("da", "shared"), 0.0))
    listed.update(dict.fromkeys(section("da", "loans"), LOAN))
    return listed


def _weights(language: str) -> dict[str, float]:
    weights: dict[str, float] = {}
    for name in ("leaning", "common", "small"):  # what stands in two sections has the greater
        weights.update(dict.fromkeys(section(language, name), _WEIGHTS[name]))
    return weights


@cache
def names() -> Mapping[str, float]:
    """What names say that each language has its own form of: Denmark, Danmark; Monday."""
    told = dict.fromkeys(section("en", "names"), _WEIGHTS["names"])
    return told | dict.fromkeys(section("da", "names"), -_WEIGHTS["names"])


@cache
def phrases() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """English turns of phrase that Danish uses as they are (to be or not to be), by first word."""
    by_first: dict[str, tuple[tuple[str, ...], ...]] = {}
    for phrase in section("da", "phrases"):
        words = tuple(phrase.split("_"))
        by_first[words[0]] = (*by_first.get(words[0], ()), words)
    return by_first


@cache
def letters() -> Mapping[str, int]:
    """What each run of letters says, in hundredths."""
    table: dict[str, int] = {}
    for line in (VOCABULARY / "letters.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            weight, *runs = line.split(" ")
            table.update(dict.fromkeys(runs, int(weight)))
    return table


def section(language: str, name: str) -> tuple[str, ...]:
    return _sections(language).get(name, ())


@cache
def _sections(language: str) -> Mapping[str, tuple[str, ...]]:
    """The words of each section of a language's file."""
    text = (VOCABULARY / f"{language}.txt").read_text(encoding="utf-8")
    parts = (part.partition("]\n") for part in text.split("\n[")[1:])
    return {name: tuple(words.split()) for name, _sep, words in parts}
