"""What each word of a passage is: a word, part of a name, what holds a name together. Pure.

Names tell nothing of the language that a passage is in; capitals tell them from words, where not
everything has a capital.
"""

import re
from itertools import pairwise
from typing import Final, Literal

from articles.text.lexicon import phrases

Style = Literal["plain", "title", "capitals"]
# An opener begins a sentence, and so has its capital anyway; a leader is one that a name follows
# directly: New York Times, Chief Financial Officer. A phrase is English that Danish uses as it is.
Role = Literal["word", "opener", "leader", "name", "link", "phrase"]

# In a title, these hold names together: The Return of the King, Den lille pige med svovlstikkerne.
LINKS: Final = frozenset("the of and a in on to with for og i af den det de med".split())
_LOW_IN_TITLES: Final = LINKS | frozenset("from into over but nor via per".split())
_PARTICLES: Final = frozenset("von van der di da do dos das du la le el del bin".split())
_IN_A_ROW: Final = 3  # more links than that are a clause
# Before the first word of a sentence, or of what a colon announces.
_OPENING: Final = re.compile(r"[.:!?…]['\"”“»«]?\s+['\"”“»«]?$")


def style(written: list[str]) -> Style:
    """Whether capitals tell names from words: not in ALL CAPITALS, nor In a Title Like This."""
    if len(written) > 1 and 2 * sum(map(str.isupper, written)) > len(written):
        letters = "".join(written)
        if sum(map(str.isupper, letters)) > 0.7 * len(letters):
            return "capitals"
    long = [word for word in written[1:] if len(word) > 2 and word not in _LOW_IN_TITLES]
    return "title" if len(long) > 1 and not any(word[0].islower() for word in long) else "plain"


def roles(text: str, tokens: list[re.Match[str]], written: list[str]) -> list[Role]:
    """The role of each of `tokens`, the words of `text`, which are `written` so."""
    found: list[Role] = ["word"] * len(tokens)
    since: list[int] = []  # links since the last name
    begun = -1  # where an opener was the last of a name, or may have been
    in_name = False
    previous = 0
    for number, token in enumerate(tokens):
        word = written[number]
        if not in_name and word[0].islower():
            continue
        joined = in_name and text[previous : token.start()].isspace()
        previous = token.end()
        if word[0].isupper():
            if joined and begun >= 0:
                found[begun] = "leader"
            if word.isupper() or (number and not _opens(text, token.start())):
                found[number], begun = "name", -1
                for link in since if joined else ():
                    found[link] = "link"
                since = []
            else:
                found[number], begun = "opener", number
                since = [number] if word.lower() in LINKS else []  # The Lord of the Rings
            in_name = True
        elif joined and (word in LINKS or word in _PARTICLES) and len(since) < _IN_A_ROW:
            since.append(number)
        else:
            since, begun, in_name = [], -1, False
    return found


def _opens(text: str, at: int) -> bool:
    return bool(_OPENING.search(text, max(0, at - 4), at))


def borrow(found: list[Role], written: list[str]) -> None:
    """Mark as phrases what of `written` is a turn of phrase: all in, to be or not to be."""
    known = phrases()
    words = [word.lower() for word in written]
    if known.keys().isdisjoint(words):
        return
    for at, (word, following) in enumerate(pairwise(words)):
        for phrase in known.get(word, ()):
            if phrase[1] == following and tuple(words[at : at + len(phrase)]) == phrase:
                found[at : at + len(phrase)] = ["phrase"] * len(phrase)
