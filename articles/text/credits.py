"""The credit line of a photo, and its way back: whom a line of text credits.

Plain strings only. Every credit line that readers see is written by `credit_line`.
"""

import re

PREFIX = {"en": "Photo", "da": "Foto"}

# The words that introduce a credit or a picture's description, in both languages.
PICTURE_WORDS = (
    r"photos?(?: credits?)?|photograph(?:y|er|s)?|pictures?(?: credits?)?|images?(?: credits?)?|"
    r"(?:mandatory )?credits?|"
    r"(?:photo|image|picture) source|(?:all |alle )(?:photos|pictures|images|fotos|billeder)|"
    r"(?:arkiv|presse|privat|model|genre|pr-?|tema)?fotos?|foto(?:graf|grafi|kredit(?:ering)?)|"
    r"billede(?:t|r)?|billedkredit(?:ering)?|billedkilde|kredit(?:ering)?|illustrations?|"
    r"illustrationer|graphics?|grafik"
)
# Picture libraries: a name that stands alone on a line credits a photo.
_LIBRARIES = (
    r"shutterstock|getty ?images?|i ?stock(?: ?photo)?|ritzau ?scanpix|scanpix|adobe ?stock|"
    r"fotolia|unsplash|pexels|pixabay|colourbox|depositphotos|dreamstime|alamy|123rf|freepik|"
    r"envato|canva|bigstock|wikimedia commons"
)
# Agencies and archives that are also sources, or the subject of a story.
_AGENCIES = (
    r"getty|ritzau|afp|ap(?: photo)?|reuters|epa|tt|ntb|dpa|polfoto|imago|zuma(?: press)?|"
    r"wikimedia|flickr|bloomberg|nasa|esa|noaa|pa images"
)
_DOMAIN = r"(?:\.(?:com|dk|net|org))?(?: editorial)?"
_LIBRARY = re.compile(rf"(?:{_LIBRARIES}){_DOMAIN}", re.IGNORECASE)
_AGENCY = re.compile(rf"(?:{_LIBRARIES}|{_AGENCIES}){_DOMAIN}", re.IGNORECASE)
_LABEL = re.compile(
    rf"\s*(?:{PICTURE_WORDS})\s*[:：]\s*"
    r"|\s*(?:photo(?:graph)?s?|pictures?|images?|foto(?:s|grafi)?|billeder?|illustration)"
    r"\s+(?:by|af|courtesy of)\s+",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"\s*(?:©|\(c\)|copyright\b|courtesy of\b)\s*(?:(?:19|20)\d\d\b,?\s*)?", re.IGNORECASE
)
_SIGN = re.compile(r"\s*(?:©|\(c\))", re.IGNORECASE)
# What follows a name in a copyright line.
_RIGHTS = re.compile(
    r"[\s,.;–—-]*(?:(?:all rights reserved|alle rettigheder forbeholdes)\.?)?$", re.IGNORECASE
)
_YEAR = re.compile(r"\s*,\s*(?:19|20)\d\d$")
# The kind of picture, which is no name.
_PICTURE_KIND = re.compile(
    r"\s*\((?:(?:model|arkiv|genre|presse|tema|symbol|privat)foto|arkiv|(?:file|archive|stock|"
    r"press|library) (?:photo|picture|image)|archive|illustration)\)$",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:/|\||\bvia\b)\s*", re.IGNORECASE)
_ON = re.compile(r"(?P<who>.+?)\s+(?:on|på|for|from|fra)\s+(?P<where>\S.*)", re.IGNORECASE)
_BRACKETED = re.compile(r"(?P<who>[^(\[]+?)\s*[(\[](?P<where>[^)\]]+)[)\]]")
_SMALL = frozenset(
    {"af", "and", "by", "courtesy", "da", "de", "den", "der", "di", "for", "from", "fra", "la"}
    | {"le", "of", "og", "on", "på", "the", "van", "via", "von"}
)
_LOWER_WORD = re.compile(r"[^\W\d_]+")


def credit_line(*, creator: str, credit: str, language: str) -> str:
    """Return the line that readers see, such as `Photo: Jane Doe/Shutterstock.com`.

    Empty when neither is known. `language` is that of the page.
    """
    text = credited(creator=creator, credit=credit)
    return f"{PREFIX[language]}: {text}" if text else ""


def credited(*, creator: str, credit: str) -> str:
    """Return whom a credit line names, without its label: `Jane Doe/Shutterstock.com`."""
    return "/".join(dict.fromkeys(part for part in (creator.strip(), credit.strip()) if part))


def split_credit(text: str) -> tuple[str, str]:
    """Return `(byline, credit)` from a credit as desks write them; either may be empty.

    A single name is the credit, whoever it is. Of several the person is the byline and the
    rest, joined by a slash, the credit: `© Jane Doe / AFP/Scanpix` gives
    `("Jane Doe", "AFP/Scanpix")`.
    """
    text = bare(text)
    if "://" in text:
        return "", text
    kind = _PICTURE_KIND.search(text)
    if kind:
        byline, credit = split_credit(text[: kind.start()])
        return byline, f"{credit}{kind[0]}"
    bracketed = _BRACKETED.fullmatch(text)
    if bracketed:
        text = f"{bracketed['who']}/{bracketed['where']}"
    parts = [part for part in (bare(part) for part in _SPLIT.split(text)) if part]
    if len(parts) == 1:
        parts = _split_at_agency(parts[0])
    parts = list(dict.fromkeys(parts))
    if len(parts) < 2:
        return "", parts[0] if parts else ""
    person = next((part for part in parts if not _is_organisation(part)), "")
    return person, "/".join(part for part in parts if part != person)


def is_agency(text: str) -> bool:
    """Say whether `text` is the name of a picture agency or archive that desks use."""
    return _AGENCY.fullmatch(text.strip(" .")) is not None


def is_library(text: str) -> bool:
    """Say whether `text` names a picture library, so that it can credit nothing but a photo."""
    return _LIBRARY.fullmatch(text.strip(" .")) is not None


def is_description(text: str) -> bool:
    """Say whether what follows “Picture:” describes the picture instead of crediting it."""
    if _SIGN.match(text):
        return False
    words = text.split()
    plain = [
        word
        for word in words
        if word[0].islower() and _LOWER_WORD.fullmatch(word.strip(".,;:")) and word not in _SMALL
    ]
    return len(words) > 12 or (len(words) > 2 and len(plain) > 1)


def _split_at_agency(text: str) -> list[str]:
    """Split `Jane Doe, Getty Images` and `Jane Doe on Unsplash`, where the last is an agency."""
    who, comma, where = text.rpartition(",")
    if comma and is_agency(where):
        return [bare(who), where.strip()]
    on = _ON.fullmatch(text)
    if on and is_agency(on["where"]):
        return [on["who"], on["where"].strip()]
    return [text]


def bare(text: str) -> str:
    """Return the credit alone: without label, copyright sign, brackets around, a final stop."""
    text = " ".join(text.split())
    previous = None
    while text != previous:
        previous = text
        if _COPYRIGHT.match(text):
            text = _YEAR.sub("", _RIGHTS.sub("", text))
        for start in (_LABEL, _COPYRIGHT):
            found = start.match(text)
            text = text[found.end() :] if found else text
        if text[:1] in ("(", "[") and text[-1:] in (")", "]"):
            text = text[1:-1]
        text = text.strip(" ,;:/|–—-")
    return text[:-1] if _has_stray_stop(text) else text


def _is_organisation(text: str) -> bool:
    return is_agency(text) or (text.isupper() and len(text) <= 6 and text.isalpha())


def _has_stray_stop(text: str) -> bool:
    """Tell `Shutterstock.com.` and `Jane Doe.` from `J. D.` and `Acme Inc.`."""
    last = text.split()[-1:] or [""]
    return text.endswith(".") and (last[0].count(".") > 1 or len(last[0]) > 4)
