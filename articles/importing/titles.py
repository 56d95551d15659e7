"""Titles compared as editors would: by their words, not by their typography."""

import re
import unicodedata

# Every dash and hyphen, the minus and the soft hyphen; every quote, prime and backtick.
_DASHES = re.compile("[-\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d~]+")
_QUOTES = re.compile("[\"'`´\u2018-\u201f\u2032-\u2037\u2039\u203a«»„]+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_ENDS = " .,:;!?…-"


def normalise(title: str) -> str:
    """Return `title` in the form in which equal titles are equal.

    Compatibility forms and case folded, one kind of dash (with spaces around), quotes gone,
    single spaces, no punctuation at the ends.
    """
    title = unicodedata.normalize("NFKC", _INVISIBLE.sub("", title)).casefold()
    # Folding case can take letters apart again (İ), so compose once more.
    title = unicodedata.normalize("NFKC", title)
    title = _DASHES.sub(" - ", _QUOTES.sub("", title))
    return " ".join(title.split()).strip(_ENDS)
