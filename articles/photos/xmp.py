"""What an XMP packet says: bytes -> texts, some by language. Pure.

Sources: IPTC Photo Metadata 2023.2 (names, alt text), XMP part 1 (rights), PLUS (licensors), ccREL
(licences), and Getty's GIFT.
"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from articles.photos.rdf import Values, properties
from articles.photos.words import address

_DC = "{http://purl.org/dc/elements/1.1/}"
_PHOTOSHOP = "{http://ns.adobe.com/photoshop/1.0/}"
_CORE = "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}"
_RIGHTS = "{http://ns.adobe.com/xap/1.0/rights/}"
_PLUS = "{http://ns.useplus.org/ldf/xmp/1.0/}"
_CC = ("{http://creativecommons.org/ns#}", "{http://web.resource.org/cc/}")
_GETTY = "{http://xmp.gettyimages.com/gift/1.0/}"
_EXIF = "{http://ns.adobe.com/exif/1.0/}"

_TAKEN: Final = (f"{_EXIF}DateTimeOriginal", f"{_PHOTOSHOP}DateCreated")
_LICENSE: Final = (f"{_RIGHTS}WebStatement", *(f"{cc}license" for cc in _CC))
_STOCK_ID: Final = (
    f"{_PLUS}ImageSupplierImageID",
    f"{_PLUS}LicensorImageID",
    f"{_GETTY}AssetID",
)
_WANTED: Final = frozenset(
    {f"{_DC}{name}" for name in ("creator", "rights", "description", "title")}
    | {f"{_PHOTOSHOP}{name}" for name in ("Credit", "Headline", "Instructions")}
    | {f"{_RIGHTS}UsageTerms"}
    | {f"{_CORE}AltTextAccessibility", f"{_PLUS}LicensorURL", f"{_PLUS}LicensorName"}
    | {*_TAKEN, *_LICENSE, *_STOCK_ID}
)
_STRUCTURES: Final = frozenset({f"{_PLUS}Licensor"})
_GUID: Final = re.compile(rb"HasExtendedXMP[^0-9A-Fa-f]{1,8}([0-9A-Fa-f]{32})")


@dataclass(frozen=True, slots=True)
class Xmp:
    """Clean text; several creators are parted by commas. `taken_at` may be naive."""

    creator: str = ""
    credit: str = ""
    copyright_notice: str = ""
    usage_terms: str = ""
    headline: str = ""
    title: str = ""
    instructions: str = ""
    license_url: str = ""
    acquire_url: str = ""
    licensor: str = ""
    stock_id: str = ""
    captions: Mapping[str, str] = field(default_factory=dict)
    alts: Mapping[str, str] = field(default_factory=dict)
    taken_at: dt.datetime | None = None


def read_xmp(packet: bytes, extended: Mapping[bytes, bytes] | None = None) -> Xmp:
    """Read a packet, and of the `extended` ones, by GUID, the one that it names as its own.

    A broken packet is as good as absent. What both say is taken from the first.
    """
    found: dict[str, Values] = {}
    named = _GUID.search(packet) if extended else None
    for each in (packet, (extended or {}).get(named[1], b"") if named else b""):
        for name, values in properties(each, wanted=_WANTED, structures=_STRUCTURES):
            if any(text for _language, text in values):
                found.setdefault(name, values)
    return _told(found)


def _told(found: dict[str, Values]) -> Xmp:
    def first(*names: str) -> str:
        return next((text for name in names if (text := _default(found.get(name, [])))), "")

    def url(*names: str) -> str:
        return next(
            (text for name in names if (text := address(_default(found.get(name, []))))), ""
        )

    creators = [text for _language, text in found.get(f"{_DC}creator", [])]
    return Xmp(
        creator=", ".join(dict.fromkeys(creators)),
        credit=first(f"{_PHOTOSHOP}Credit"),
        copyright_notice=first(f"{_DC}rights"),
        usage_terms=first(f"{_RIGHTS}UsageTerms"),
        headline=first(f"{_PHOTOSHOP}Headline"),
        title=first(f"{_DC}title"),
        instructions=first(f"{_PHOTOSHOP}Instructions"),
        license_url=url(*_LICENSE),
        acquire_url=url(f"{_PLUS}LicensorURL"),
        licensor=first(f"{_PLUS}LicensorName"),
        stock_id=first(*_STOCK_ID),
        captions=_by_language(found.get(f"{_DC}description", [])),
        alts=_by_language(found.get(f"{_CORE}AltTextAccessibility", [])),
        taken_at=next((at for name in _TAKEN if (at := _taken(first(name)))), None),
    )


def _by_language(values: Values) -> dict[str, str]:
    """The first text of each language. Words without one that repeat a language's are left out."""
    texts: dict[str, str] = {}
    for language, text in values:
        texts.setdefault(language, text)
    if texts.get("") in [text for language, text in texts.items() if language]:
        del texts[""]
    return texts


def _default(values: Values) -> str:
    """The text for anybody: that without a language, else English, else the first."""
    texts = dict(reversed(values))
    return texts.get("") or texts.get("en") or next((text for _language, text in values), "")


def _taken(text: str) -> dt.datetime | None:
    """Read ISO 8601 as XMP does: a day or more; 2026-07-01T12:30+02:00."""
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        return None
