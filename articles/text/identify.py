"""English or Danish: which of the two a passage is in, or that it does not say. Pure.

Each word speaks for one language or for none: by the lists in vocabulary/, and a word that they do
not have by its letters and their neighbours, weighed by how much likelier they are in the words of
one list than in those of the other (naive Bayes over n-grams: Cavnar and Trenkle 1994, Lui and
Baldwin 2012). Names speak for nobody, so that English text full of Danish names stays English.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Final, Literal

from articles.text.languages import LANGUAGES, Language, other
from articles.text.sentences import QUOTED

Answer = Literal["en", "da", ""]
Style = Literal["plain", "title", "capitals"]

ENOUGH_WORDS: Final = 6  # shorter passages may be a title, a name, a slogan

_VOCABULARY: Final = Path(__file__).parent / "vocabulary"
_SMALL: Final = 3.0
_LOAN: Final = 0.5  # what a loan word says for English, whatever else lists say of it
_WEIGHTS: Final = {"small": _SMALL, "common": 2.0, "leaning": 1.0, "loans": _LOAN}
_BY_LETTERS: Final = 1.6  # the most that a word's letters alone can say
_SCALE: Final = 0.3  # n-grams overlap, and so say the same thing more than once
# In a title, these hold names together: The Return of the King, Den lille pige med svovlstikkerne.
_LINKS: Final = frozenset("the of and a in on to with for og i af den det de med".split())
_LINKS_SAY: Final = 0.25  # the share that they have there
# Danish headlines have small letters: In a Line Like This capitals hide English words alone.
_TITLES_SAY: Final = 0.7
_OPENERS_SAY: Final = 0.5  # the first word, which has its capital anyway, where no list has it
# Of a compound the last part tells its language: `nine-to-five-job`, `end-to-end-kryptering`.
_TOKEN: Final = re.compile(r"(?P<compound>[^\W_]+[-‑])*(?P<last>[^\W\d_]+(?:['’][^\W\d_]+)*)")


@dataclass(frozen=True, slots=True)
class Reading:
    """How much of a passage speaks for each language; `words` counts figures and names as well.

    `witnesses` are the different words that a list knows as the stronger language's own.
    """

    en: float
    da: float
    words: int
    witnesses: int
    against: int  # different small words of the weaker language: a sentence is built of them
    titled: bool = False  # In Capitals Like This, as names of works and firms are

    @property
    def language(self) -> Language:
        """The stronger one; ask `is_clear` or `is_likely` whether that means anything."""
        return "en" if self.en >= self.da else "da"

    @property
    def _margin(self) -> float:
        return abs(self.en - self.da)

    @property
    def _doubt(self) -> float:
        return min(self.en, self.da) / max(self.en, self.da, 0.001)

    @property
    def is_clear(self) -> bool:
        """Beyond doubt: long enough, and hardly a word against it."""
        enough = _CLEAR.get(self.witnesses, _CLEAR_TO_MANY)
        return (
            self.words >= ENOUGH_WORDS
            and self._margin >= enough
            and self._doubt <= (_DOUBT[self.language] if self.against < 2 else _LITTLE_DOUBT)
            and (self.witnesses >= _WITNESSES_OF_TITLE or not self.titled)
        )

    @property
    def is_likely(self) -> bool:
        """Quite sure, of a short passage too."""
        return (
            self._margin >= _LIKELY
            and self._doubt <= _LITTLE_DOUBT
            and self.witnesses >= (_WITNESSES_OF_TITLE if self.titled else 2)
        )


# How much one language must be ahead, by the number of witnesses.
_CLEAR: Final = {0: 4.5, 1: 2.2}
_CLEAR_TO_MANY: Final = 2.0
_LIKELY: Final = 6.5
_WITNESSES_OF_TITLE: Final = 3
# How much may speak against it: Danish is full of English words, and English of no Danish ones.
_DOUBT: Final[dict[Language, float]] = {"en": 0.5, "da": 0.65}
_LITTLE_DOUBT: Final = 0.15


def identify(text: str) -> Answer:
    """The language that `text` is in beyond doubt; "" for short, mixed or name-heavy text."""
    found = read(text)
    return found.language if found.is_clear else ""


@lru_cache(maxsize=4_000)  # several rules ask, and again with every key that an editor presses
def read(text: str) -> Reading:
    """Weigh every word of `text` (plain, one passage)."""
    tokens = list(_TOKEN.finditer(text))
    style = _style([token[0] for token in tokens])
    said: dict[Language, float] = {"en": 0.0, "da": 0.0}
    witnesses: dict[Language, set[str]] = {"en": set(), "da": set()}
    for word, share in _spoken(text, tokens, style):
        weight, listed = _word(word)
        language: Language = "en" if weight > 0 else "da"
        said[language] += abs(weight) * share
        if abs(weight) > _LOAN and listed and share > _LINKS_SAY:
            witnesses[language].add(word)
    stronger: Language = "en" if said["en"] >= said["da"] else "da"
    return Reading(
        **said,
        words=sum(each == QUOTED or any(map(str.isalnum, each)) for each in text.split()),
        witnesses=len(witnesses[stronger]),
        against=sum(abs(_word(each)[0]) == _SMALL for each in witnesses[other(stronger)]),
        titled=style == "title",
    )


# --- Which words speak -----------------------------------------------------------------------------


def _style(tokens: list[str]) -> Style:
    """Whether capitals tell names from words: not in ALL CAPITALS, nor In a Title Like This."""
    letters = "".join(tokens)
    if len(tokens) > 1 and sum(map(str.isupper, letters)) > 0.7 * len(letters):
        return "capitals"
    long = [token for token in tokens[1:] if len(token) > 3 and token not in _LINKS]
    return "title" if len(long) > 1 and all(token[0].isupper() for token in long) else "plain"


def _spoken(text: str, tokens: list[re.Match[str]], style: Style) -> Iterator[tuple[str, float]]:
    """The words of `text` in small letters, each with its share of a say; names have none."""
    if style == "capitals":
        yield from ((_small(token), 1.0) for token in tokens)
        return
    names, links, openers = _names(text, tokens)
    for token in tokens:
        word, at = _small(token), token.start()
        if at in links:
            yield word, _LINKS_SAY
        elif at in names:
            if style == "title" and _lists()[0].get(word, 0.0) > 0:
                yield word, _LINKS_SAY if word in _LINKS else _TITLES_SAY
        elif at in openers and word not in _lists()[0]:
            yield word, _OPENERS_SAY
        else:
            yield word, 1.0


def _small(token: re.Match[str]) -> str:
    """What tells a word's language, in small letters; nothing of `stand-up` and `drive-in`."""
    word = token["last"].lower().replace("’", "'")
    return "" if token["compound"] and abs(_lists()[0].get(word, 0.0)) == _SMALL else word


def _names(text: str, tokens: list[re.Match[str]]) -> tuple[set[int], set[int], set[int]]:
    """Where words stand that are names, that hold a name together, that may be names or not."""
    names: set[int] = set()
    links: set[int] = set()
    openers: set[int] = set()
    since: list[int] = []  # links since the last name
    end = -1  # of the last word that belongs to a name, or may
    for number, token in enumerate(tokens):
        word, at = token[0], token.start()
        joined = end >= 0 and text[end:at].isspace()
        if word[0].isupper():
            if word.isupper() or (number and not _OPENING.search(text, max(0, at - 4), at)):
                names.add(at)
                links.update(since if joined else ())
            else:
                openers.add(at)
            is_link = at in openers and word.lower() in _LINKS  # The Lord of the Rings
            since, end = [at] if is_link else [], token.end()
        elif joined and word in _LINKS and len(since) < 3:
            since.append(at)
            end = token.end()
        else:
            since, end = [], -1
    return names, links, openers


# Before the first word of a sentence, or of what a colon announces.
_OPENING: Final = re.compile(r"[.:!?…]['\"”“»«]?\s+['\"”“»«]?$")


# --- What a word says ------------------------------------------------------------------------------


@lru_cache(maxsize=20_000)
def _word(word: str) -> tuple[float, bool]:
    """What `word` says, above 0 for English and below for Danish; and whether a list has it."""
    listed = _lists()[0]
    if word in listed:
        return listed[word], True
    stem = word.removesuffix("'s")
    if stem in listed:
        return listed[stem], True
    return _by_letters(stem), False


def _by_letters(word: str) -> float:
    if len(word) < 3:
        return 0.0
    table = _lists()[1]
    total = sum(table.get(gram, 0.0) for gram in _grams(word)) * _SCALE
    return max(-_BY_LETTERS, min(_BY_LETTERS, total))


def _grams(word: str) -> Iterator[str]:
    edged = f"^{word}$"
    for length in (1, 2, 3, 4):
        for at in range(len(edged) - length + 1):
            yield edged[at : at + length]


@cache
def _lists() -> tuple[Mapping[str, float], Mapping[str, float]]:
    """What each listed word says, and each n-gram of them: read once, when first asked."""
    words = {language: _vocabulary(language) for language in LANGUAGES}
    listed = {
        word: _LOAN
        if words["da"].get(word) == _LOAN
        else words["en"].get(word, 0.0) - words["da"].get(word, 0.0)
        for word in words["en"].keys() | words["da"].keys()
    }
    counts = {
        language: Counter(
            gram for word in words[language] if words[language][word] > 1 for gram in _grams(word)
        )
        for language in LANGUAGES
    }
    totals = {language: sum(counts[language].values()) for language in LANGUAGES}
    grams = {
        gram: math.log((counts["en"][gram] + 1) / totals["en"])
        - math.log((counts["da"][gram] + 1) / totals["da"])
        for gram in counts["en"].keys() | counts["da"].keys()
    }
    return listed, grams


def _vocabulary(language: str) -> dict[str, float]:
    weights: dict[str, float] = {}
    weight = 0.0
    for line in (_VOCABULARY / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            weight = _WEIGHTS[line.strip("[] ")]
        elif not line.startswith("#"):
            for word in line.split():
                known = weights.get(word, 0.0)
                weights[word] = weight if weight == _LOAN else max(weight, known)
    return weights
