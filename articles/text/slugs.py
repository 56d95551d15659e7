"""Slugs: the part of an address that names an article."""

import re
import unicodedata
from typing import Final

MAX_LENGTH: Final = 80

# Danish letters have a customary ASCII spelling that NFKD does not know; the rest are
# letters that NFKD leaves whole. See "Retskrivningsordbogen" on aa for å.
SPELLED = str.maketrans(
    {"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss", "ð": "d", "þ": "th", "ł": "l", "œ": "oe", "đ": "d"}
    # with the accent that marks a stressed vowel in Danish
    | {"ǽ": "ae", "ǿ": "oe", "ǻ": "aa"}
)
_APOSTROPHES = re.compile(r"['’‘`´]")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def slugify(text: str, *, max_length: int = MAX_LENGTH) -> str:
    """`text` as lower-case ASCII words joined by hyphens; "" where nothing is left.

    A slug that is too long ends at the last whole word that fits.
    """
    # Composed first: a typed "a" + combining ring is an å, and must be spelled "aa".
    lowered = unicodedata.normalize("NFC", text).casefold().translate(SPELLED)
    decomposed = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", lowered))
    ascii_only = decomposed.encode("ascii", "ignore").decode()
    slug = _NOT_SLUG.sub("-", ascii_only).strip("-")
    if len(slug) <= max_length:
        return slug
    cut = slug[: max_length + 1]
    return (cut.rpartition("-")[0] or cut[:max_length]).strip("-")


def is_slug(text: str) -> bool:
    """Whether `text` is already in the form that `slugify` gives."""
    return bool(re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", text))
