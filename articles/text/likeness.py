"""How much two texts are about the same: their rarer words, weighed. Pure.

A gist is what is kept of a text: its most telling stems, each with how much it says there. Small
words ("of", "efter") are left out; what is common among the texts compared counts for little, by
its rarity in them (tf-idf and cosine, as search engines have it).
"""

import html
import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import cache, lru_cache
from typing import Final

from articles.text.lexicon import section

Gist = Mapping[str, float]

SIZE: Final = 48
_TAG: Final = re.compile(r"<[^>]*>")
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
# Endings of nouns and verbs, the longest first; none may leave fewer than three letters.
_ENDINGS: Final = {
    "en": ("ings", "ing", "ies", "ied", "es", "ed", "y", "s", "e"),
    "da": ("ernes", "erne", "enes", "ene", "ens", "ets", "ers", "en", "et", "er", "es", "e", "s"),
}
_LEAST: Final = 3
_VOWELS: Final = frozenset("aeiouyæøå")


@lru_cache(maxsize=20_000)
def stem(word: str, language: str) -> str:
    """`word`, in small letters, without its endings: *broerne*, *broen* and *bro* are the same.

    Endings are taken off while there are any (*vinteren*, *vinter*), and a doubled consonant is
    made single (*running*, *katten*). What is left need not be a word.
    """
    shorter = _shorter(word, language)
    while shorter != word:
        word, shorter = shorter, _shorter(shorter, language)
    return word


def _shorter(word: str, language: str) -> str:
    if len(word) > _LEAST and word[-1] == word[-2] and word[-1] not in _VOWELS:
        return word[:-1]
    for ending in _ENDINGS[language]:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            return word[: -len(ending)]
    return word


def gist(parts: Iterable[tuple[str, float]], language: str) -> dict[str, float]:
    """The most telling stems of a text, given as its parts (plain or HTML) with their weights.

    A stem counts with the weights of all its places, damped: the tenth time says less than the
    second. The length of the text makes no difference.
    """
    counts: Counter[str] = Counter()
    for text, weight in parts:
        for word in _words(text, language):
            counts[stem(word, language)] += weight  # type: ignore[assignment]
    damped = {each: 1 + math.log(max(count, 1)) for each, count in counts.items()}
    kept = sorted(damped.items(), key=lambda item: (-item[1], item[0]))[:SIZE]
    return {each: round(weight, 2) for each, weight in kept}


def rarity(gists: Collection[Gist]) -> dict[str, float]:
    """How much each stem tells the texts apart: little where all have it, more the fewer do."""
    found = Counter(each for gist in gists for each in gist)
    return {each: math.log(1 + len(gists) / count) for each, count in found.items()}


def likeness(one: Gist, others: Iterable[Gist], rare: Mapping[str, float]) -> list[float]:
    """How like `one` each of `others` is: from 0 (no word in common) to 1 (the same words)."""
    mine = {each: weight * rare.get(each, 0.0) for each, weight in one.items()}
    length = math.hypot(*mine.values())
    return [_cosine(mine, length, other, rare) for other in others]


def _cosine(mine: Gist, length: float, other: Gist, rare: Mapping[str, float]) -> float:
    shared = mine.keys() & other.keys()
    if not shared or not length:
        return 0.0
    theirs = math.hypot(*[weight * rare.get(each, 0.0) for each, weight in other.items()])
    if not theirs:
        return 0.0
    product = sum(mine[each] * other[each] * rare.get(each, 0.0) for each in shared)
    return min(1.0, product / (length * theirs))


def _words(text: str, language: str) -> Iterable[str]:
    small = _small(language)
    plain = html.unescape(_TAG.sub(" ", text)) if "<" in text or "&" in text else text
    return (word for word in _WORD.findall(plain.lower()) if word not in small)


@cache
def _small(language: str) -> frozenset[str]:
    """Words that sentences are built of."""
    return frozenset(section(language, "small") + section(language, "leaning"))
