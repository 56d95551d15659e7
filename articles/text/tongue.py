"""Which of the two languages a text seems to be in. Pure."""

import re
from typing import Final

# Small words that the other language does not have.
_COMMON: Final = {
    "en": frozenset(
        {"the", "and", "of", "is", "that", "with", "this", "was", "are", "but", "from"}
        | {"a", "an", "in", "on", "his", "her", "their", "during", "as", "near", "after"}
    ),
    "da": frozenset(
        {"og", "det", "er", "på", "til", "af", "ikke", "den", "som", "fra", "med"}
        | {"en", "et", "ved", "har", "var", "efter", "i", "sin", "hos", "de", "der"}
    ),
}
_ENOUGH: Final = 10  # of a manuscript: fewer small words prove nothing
ENOUGH_OF_A_LINE: Final = 2


def tongue(text: str, *, enough: int = _ENOUGH) -> str:
    """Return `en` or `da` where the small words leave no doubt, else nothing.

    At least `enough` of them must be one language's, and four times as many as the other's.
    """
    words = re.findall(r"[^\W\d_]+", text.lower())
    english, danish = (sum(word in _COMMON[each] for word in words) for each in ("en", "da"))
    if max(english, danish) < enough or max(english, danish) < 4 * min(english, danish):
        return ""
    return "en" if english > danish else "da"
