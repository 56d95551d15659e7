"""English or Danish: which of the two a passage is in, or that it does not say. Pure.

Each word speaks for one language or for none (lexicon.py: by our lists, else by its letters). Names
speak for nobody, so that English text full of Danish names stays English; a title quoted without
quotation marks says little. How far ahead a language must be depends on what hangs on it: `is_clear`
is to be right always, `leans` nearly always.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from articles.text.languages import Language, other
from articles.text.lexicon import LOAN, SMALL, is_listed, names, says
from articles.text.roles import LINKS, Role, borrow, roles, style
from articles.text.sentences import QUOTED

Answer = Literal["en", "da", ""]

ENOUGH_WORDS: Final = 6  # shorter passages may be a title, a name, a slogan

_ENGLISH_TITLES_SAY: Final = 0.7
# What a word says by its role, of what it says alone.
_SHARES: Final[dict[Role, float]] = {"word": 1.0, "opener": 0.7, "leader": 0.4, "link": 0.4}
_AND_SAYS: Final = 0.5  # more than other links: it joins the names of a list as well
# Small words that begin names as well as sentences.
_PROUD: Final = frozenset("new great old good best big first last young one two three ny".split())
# Web and mail addresses, names of files and functions: `com.sun.star`, `desk@paper.example`.
_ADDRESS: Final = re.compile(r"\S*[^\W\d_]{2}[.@_][^\W\d_]{2}\S*|\S+://\S+|[@#]\w+")
_MAY_ADDRESS: Final = re.compile(r"[^\W\d_][.@_][^\W\d_]|://|[@#]")
_WORD: Final = re.compile(rf"[^\W_]\S*|(?<!\S){QUOTED}(?!\S)")  # or a figure
# Of a compound the last part tells its language: `nine-to-five-job`, `end-to-end-kryptering`.
_HYPHEN: Final = re.compile("[-‑]")
_TOKEN: Final = re.compile(r"(?:[^\W_]+[-‑])*[^\W\d_]+(?:['’][^\W\d_]+)*")


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
    def says_nothing(self) -> bool:
        """All of it are names, figures, quotations."""
        return max(self.en, self.da) < _LEANS

    @property
    def is_clear(self) -> bool:
        """Beyond doubt: long enough, and hardly a word against it."""
        enough = _CLEAR.get(self.witnesses, _CLEAR_TO_MANY)
        return (
            self.words >= ENOUGH_WORDS
            and self._margin >= enough
            and self._doubt <= (_DOUBT[self.language] if self.against < 2 else _LITTLE_DOUBT)
            and (self.witnesses >= _WITNESSES_OF_HEADLINE or not self.titled)
        )

    @property
    def leans(self) -> bool:
        """Long enough, and more of it speaks for the stronger language than may be chance."""
        return (
            self.words >= ENOUGH_WORDS and self._margin >= _LEANS and self._doubt <= _LEANING_DOUBT
        )

    @property
    def is_one_sided(self) -> bool:
        """Of however few words, nearly all that say anything speak for one language."""
        return self._margin >= _ONE_SIDED and self._doubt <= _ONE_SIDED_DOUBT

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
_ONE_SIDED: Final = 3.0
_LEANS: Final = 0.8
# In Capitals Like This: names of works have fewer than a headline.
_WITNESSES_OF_TITLE: Final = 3
_WITNESSES_OF_HEADLINE: Final = 5
# How much may speak against it: Danish is full of English words, and English of no Danish ones.
_DOUBT: Final[dict[Language, float]] = {"en": 0.5, "da": 0.65}
_LITTLE_DOUBT: Final = 0.15
_ONE_SIDED_DOUBT: Final = 0.25
_LEANING_DOUBT: Final = 0.75


def identify(text: str) -> Answer:
    """The language that `text` is in beyond doubt; "" for short, mixed or name-heavy text."""
    found = read(text)
    return found.language if found.is_clear else ""


def guess(text: str) -> Answer:
    """The language that `text` seems to be in, however short; "" where it is mixed or says little.

    For what a person sees and can put right: the caption that a photo brings along.
    """
    found = read(text)
    return found.language if found.is_one_sided else ""


@lru_cache(maxsize=4_000)  # several rules ask, and again with every key that an editor presses
def read(text: str) -> Reading:
    """Weigh every word of `text` (plain, one passage)."""
    words = len(_WORD.findall(text))
    if _MAY_ADDRESS.search(text):
        text = _ADDRESS.sub(QUOTED, text)
    tokens = list(_TOKEN.finditer(text))
    written = [token[0].replace("’", "'") for token in tokens]
    found_style = style(written)
    found: list[Role] = ["word"] * len(tokens)
    if found_style != "capitals":
        found = roles(text, tokens, written)
    borrow(found, written)
    is_titled = found_style == "title"
    english = danish = 0.0
    witnesses: dict[Language, set[str]] = {"en": set(), "da": set()}
    for word, role in zip(written, found, strict=True):
        weight, witness = _weigh(word, role, is_titled)
        if weight > 0:
            english += weight
        else:
            danish -= weight
        if witness:
            witnesses["en" if weight > 0 else "da"].add(witness)
    stronger: Language = "en" if english >= danish else "da"
    return Reading(
        en=english,
        da=danish,
        words=words,
        witnesses=len(witnesses[stronger]),
        against=sum(abs(says(each)) == SMALL for each in witnesses[other(stronger)]),
        titled=is_titled,
    )


@lru_cache(maxsize=20_000)
def _weigh(written: str, role: Role, is_titled: bool) -> tuple[float, str]:
    """What a word says in that role, and the word in small letters where it is a witness."""
    *before, word = _HYPHEN.split(written.lower())
    if before and abs(says(word)) == SMALL:  # nothing tells the language of `stand-up`, `drive-in`
        return 0.0, ""
    weight, is_witness = _in_role(word, role, is_titled)
    return weight, word if is_witness else ""


def _in_role(word: str, role: Role, is_titled: bool) -> tuple[float, bool]:
    alone, listed = says(word), is_listed(word)
    if role == "phrase":
        return 0.0, False
    if role == "link":
        return alone * (_AND_SAYS if word in ("and", "og") else _SHARES["link"]), False
    if role == "name":
        # Danish headlines have small letters: In a Line Like This capitals hide English alone.
        if not (is_titled and listed and alone > 0):
            return _name(word), False
        if word in LINKS:
            return alone * _SHARES["link"], False
        return alone * _ENGLISH_TITLES_SAY, alone > LOAN
    if role == "leader" and not is_titled and (abs(alone) < SMALL or word in _PROUD):
        return alone * _SHARES["leader"], False
    if role != "word" and not listed:
        return _name(word) or alone * _SHARES["opener"], False
    return alone, listed and abs(alone) > LOAN


def _name(word: str) -> float:
    """What a name says: next to none does, but those that each language has its own form of."""
    told = names()
    return told.get(word) or told.get(word.removesuffix("'s"), 0.0)
