"""Whether a text that both languages share word for word is one that they may share. Pure."""

import re
from typing import Final, Literal

from articles.text.credits import is_agency
from articles.text.identify import read
from articles.text.languages import other

_LINKS: Final = frozenset("the of and a in on to with for og i af den det de med ved på at".split())
_WORD: Final = re.compile(r"[^\W\d_]+")

Verdict = Literal["fine", "doubtful", "wrong"]


def verdict(text: str, language: str) -> Verdict:
    """Judge plain `text`, which stands in the other language too, as one of `language`.

    Names, numbers, credits, a single word and what is in `language` after all are fine. It is
    wrong where it is in the other language or longer than a title; a few words are doubtful.
    """
    words = [word for word in _WORD.findall(text) if len(word) > 1]
    small = [word for word in words if word[0].islower() and word not in _LINKS]
    found = read(text)
    if found.language == language and (found.is_clear or found.is_likely):
        return "fine"
    if found.language == other(language) and found.is_likely:
        return "wrong"
    if len(words) < 2 or not small or is_agency(text.partition(":")[2] or text):
        return "fine"
    return "wrong" if len(small) > 3 else "doubtful"


def is_same(one: str, two: str) -> bool:
    """Whether two plain texts have the same words, whatever their spacing and capitals."""
    return bool(one) and " ".join(one.split()).casefold() == " ".join(two.split()).casefold()
