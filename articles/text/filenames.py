"""Tells a file's name, or a stock library's keywords, from words that somebody wrote. Pure."""

import re
from typing import Final

_SUFFIX: Final = re.compile(
    r"\.(?:jpe?g|jpe|jfif|png|webp|avif|hei[cf]|tiff?|gif|bmp|svg|psd|dng|cr[23]|nef|arw|raf|orf)"
    r"(?:\s*\(\d+\))?$",
    re.IGNORECASE,
)
# Cameras and phones: IMG_2210, DSC_4471, _MG_0042, P1010203, PXL_20260101, IMG-20260101-WA0001.
_CAMERA: Final = re.compile(
    r"_?(?:img|imgp|dsc[a-z]?|dcim|_?mg|pxl|mvimg|pano|gopr|gp|dji|sam|kif|mvi|fuji|pict|vid)"
    r"[\s_-]*\d{3,}"
    r"|p\d{6,}\b"
    r"|(?:19|20)\d{6}[\s_-]\d{4,}"
    r"|(?:whatsapp|signal)[\s_-]+(?:image|billede)\b"
    r"|(?:screenshot|screen shot|skærmbillede)[\s_-]*\d{4}",
    re.IGNORECASE,
)
_STOCK: Final = re.compile(
    r"(?:shutterstock|istock(?:photo)?|getty ?images?|adobe ?stock|dreamstime|depositphotos|alamy|"
    r"fotolia|unsplash|pexels|pixabay|colourbox|bigstock|123rf|scanpix|canva|freepik)"
    r"[\s_-]*\w?\d{4,}",
    re.IGNORECASE,
)
_NO_NAME: Final = re.compile(
    r"(?:image|photo|picture|foto|billede|scan|untitled|unavngivet|screenshot|skærmbillede|"
    r"unnamed|download|default)[\s_-]*\(?\d*\)?(?: copy| kopi)?",
    re.IGNORECASE,
)
# One word without spaces that no language has: coast_storm_final, havn-2026-003, 9f86d081884c7d65.
_UNDERSCORED: Final = re.compile(r"\S*[^\W_]_+[^\W_]\S*")
_DASHED: Final = re.compile(r"(?=\S*\d)(?:[^\W_]+[-_.])+[^\W_]+")
_HEXADECIMAL: Final = re.compile(r"(?=[a-f]*\d)(?=\d*[a-f])[\da-f]{12,}", re.IGNORECASE)
_NUMBER: Final = re.compile(r"[\d\W_]*\d{5,}[\d\W_]*")
_KEYWORD: Final = re.compile(r"[^\W\d_][\w’'-]*(?: [\w’'-]+)?")

_MANY: Final = 6
# A word or two, but no article, no conjunction and no person's name.
_LISTED: Final = re.compile(
    r"(?!(?i:an?|the|and|or|en|et|den|det|de|og|eller|samt) )(?![A-ZÆØÅ]\S* [A-ZÆØÅ])"
    r"[^\W\d_][\w’'-]*(?: [\w’'-]+)?"
)


def looks_like_filename(text: str) -> bool:
    """Say whether `text` is the name of a file, or a list of keywords: nothing to show a reader.

    `IMG_2210.HEIC`, `DSC_4471` and `shutterstock_1093384417,Coast,,Storm` are; a sentence, a
    name, a year and an empty text are not.
    """
    text = " ".join(text.split())
    if not text:
        return False
    if _SUFFIX.search(text) or _CAMERA.match(text) or _STOCK.match(text):
        return True
    return _is_one_odd_word(text) or _is_keywords(text)


def _is_one_odd_word(text: str) -> bool:
    patterns = (_NO_NAME, _UNDERSCORED, _HEXADECIMAL, _NUMBER)
    if any(pattern.fullmatch(text) for pattern in patterns):
        return True
    return bool(_DASHED.fullmatch(text)) and sum(text.count(sign) for sign in "-_.") > 1


def _is_keywords(text: str) -> bool:
    """`Coast,,Storm` and `sea,wave,beach,sand`: joined by commas without a space after them.

    With spaces it takes six, none of them what sentences are made of: `sea, wave, beach, sand, …`.
    """
    parts = text.split(",")
    if all(part.startswith(" ") for part in parts[1:]):
        return len(parts) >= _MANY and all(_LISTED.fullmatch(part.strip()) for part in parts)
    if len(parts) < 3 or any(part.startswith(" ") for part in parts) or text.endswith("."):
        return False
    if not all(_KEYWORD.fullmatch(part) for part in parts if part):
        return False
    return "" in parts or len(parts) > 3
