"""What an XMP packet says: RDF in XML -> texts, some by language. Pure.

Sources: XMP part 1 (ISO 16684-1: the forms that a property may take, language alternatives),
IPTC Photo Metadata 2023.2 (names, alt text), PLUS (licensors), ccREL (licences), and Getty's
GIFT. Elements and attributes, arrays and plain values, are read alike.

The XML is hostile until proven otherwise: defusedxml refuses entities and document types.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Final
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from articles.photos.words import address, clean

_XML = "{http://www.w3.org/XML/1998/namespace}"
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PHOTOSHOP = "{http://ns.adobe.com/photoshop/1.0/}"
_CORE = "{http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/}"
_RIGHTS = "{http://ns.adobe.com/xap/1.0/rights/}"
_PLUS = "{http://ns.useplus.org/ldf/xmp/1.0/}"
_CC = ("{http://creativecommons.org/ns#}", "{http://web.resource.org/cc/}")
_GETTY = "{http://xmp.gettyimages.com/gift/1.0/}"
_EXIF = "{http://ns.adobe.com/exif/1.0/}"
_XAP = "{http://ns.adobe.com/xap/1.0/}"

_ARRAYS: Final = frozenset({f"{_RDF}Alt", f"{_RDF}Seq", f"{_RDF}Bag"})
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
    | {f"{_PHOTOSHOP}TransmissionReference", f"{_RIGHTS}UsageTerms"}
    | {f"{_CORE}AltTextAccessibility", f"{_PLUS}LicensorURL", f"{_PLUS}LicensorName"}
    | {*_TAKEN, *_LICENSE, *_STOCK_ID}
)
_DESCRIPTIONS: Final = 200
_ELEMENTS: Final = 2_000
_VALUES: Final = 20  # of one array
_UNFIT: Final = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_LONE_AMPERSAND: Final = re.compile(
    rb"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});)"
)
_WIDE: Final = (
    (b"\x00\x00\x00<", "utf-32-be"),
    (b"<\x00\x00\x00", "utf-32-le"),
    (b"\x00<", "utf-16-be"),
    (b"<\x00", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"\xff\xfe", "utf-16-le"),
)
_GUID: Final = re.compile(rb"HasExtendedXMP[^0-9A-Fa-f]{1,8}([0-9A-Fa-f]{32})")
_BODY: Final = re.compile(rb"<(?:\w+:)?(?:xmpmeta|xapmeta|RDF)\b")

Values = list[tuple[str, str]]  # (language, text), the language "" where none is named


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
    transmission: str = ""
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
        root = _parsed(each)
        for name, values in _properties(root) if root is not None else ():
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
        transmission=first(f"{_PHOTOSHOP}TransmissionReference"),
        license_url=url(*_LICENSE),
        acquire_url=url(f"{_PLUS}LicensorURL"),
        licensor=first(f"{_PLUS}LicensorName"),
        stock_id=first(*_STOCK_ID),
        captions=_by_language(found.get(f"{_DC}description", [])),
        alts=_by_language(found.get(f"{_CORE}AltTextAccessibility", [])),
        taken_at=next((at for name in _TAKEN if (at := _taken(first(name)))), None),
    )


def _parsed(packet: bytes) -> Element | None:
    """The packet's tree; small damage that programs do is mended once, larger gives nothing."""
    packet = _utf_8(packet).strip(b"\x00 \r\n\t")
    for data in (packet, _mended(packet)):
        if not data:
            continue
        try:
            return fromstring(data, forbid_dtd=True)
        except DefusedXmlException:
            return None
        except (ParseError, ValueError, LookupError, RecursionError):
            continue
    return None


def _utf_8(packet: bytes) -> bytes:
    """A packet may be in UTF-16 or UTF-32, and is then known by how its first sign is written."""
    for start, encoding in _WIDE:
        if packet.startswith(start):
            return packet.decode(encoding, "replace").lstrip("\ufeff").encode()
    return packet


def _mended(packet: bytes) -> bytes:
    """Take out what XML forbids: control characters, bytes that are no UTF-8, a lone &."""
    body = _BODY.search(packet)
    data = packet[body.start() :] if body else b""
    data = _LONE_AMPERSAND.sub(b"&amp;", _UNFIT.sub(b" ", data))
    end = data.rfind(b"<?xpacket")
    data = data[:end] if end > 0 else data
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace").encode()
    return data


def _properties(root: Element) -> Iterator[tuple[str, Values]]:
    """Give the picture's own properties. Those of pictures that it was made from lie deeper."""
    for rdf in islice(root.iter(f"{_RDF}RDF"), 2):
        for description in islice(rdf, _DESCRIPTIONS):
            yield from _attributes(description)
            for element in islice(description, _ELEMENTS):
                if element.tag in _WANTED:
                    yield element.tag, _values(element)
                elif element.tag == f"{_PLUS}Licensor":
                    yield from _licensor(element)


def _attributes(element: Element) -> Iterator[tuple[str, Values]]:
    for name, text in element.attrib.items():
        if name in _WANTED:
            yield name, [("", clean(text))]


def _licensor(element: Element) -> Iterator[tuple[str, Values]]:
    """Give name and address of the first licensor that has them, in whatever form it is given."""
    for part in islice(element.iter(), _ELEMENTS):
        yield from _attributes(part)
        if part.tag in _WANTED:
            yield part.tag, _values(part)


def _values(element: Element) -> Values:
    """The texts of a property: plain, each of an array, as rdf:value or as a resource."""
    values: Values = []
    arrays = [array for array in element if array.tag in _ARRAYS]
    items = [item for array in arrays for item in islice(array, _VALUES)] or [element]
    for item in items[:_VALUES]:
        text = clean(item.get(f"{_RDF}resource") or item.text or _qualified(item))
        if text:
            values.append((_language(item.get(f"{_XML}lang", "")), text))
    return values


def _qualified(item: Element) -> str:
    """A value that has qualifiers beside it, in a description of its own or not."""
    value = item.find(f"{_RDF}value")
    if value is None:
        value = item.find(f"{_RDF}Description/{_RDF}value")
    return "" if value is None else value.text or ""


def _language(tag: str) -> str:
    """The language alone: en of en-GB, and nothing for x-default."""
    language = re.split(r"[-_]", tag.strip().lower())[0]
    return language if re.fullmatch(r"[a-z]{2,3}", language) else ""


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
