"""The properties of an XMP packet: bytes -> (name, texts). Pure.

Source: XMP part 1 (ISO 16684-1), chapter 7: a property is an element or an attribute; its value is
plain, an array, a language alternative, or has qualifiers beside it.

The XML is hostile until proven otherwise: defusedxml refuses entities and document types, and no
more of a packet is kept than the properties that were asked for. What stands before damage counts.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Final
from xml.etree.ElementTree import Element, ParseError, SubElement

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from articles.photos.words import LONGEST, clean

_XML: Final = "{http://www.w3.org/XML/1998/namespace}"
_RDF: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_ARRAYS: Final = frozenset({f"{_RDF}Alt", f"{_RDF}Seq", f"{_RDF}Bag"})
_BYTES: Final = 2 * 1024 * 1024  # of a packet
_MENDED: Final = 256 * 1024  # of one that we try to mend
_ELEMENTS: Final = 2_000  # kept
_DEPTH: Final = 12  # of an element that is kept
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
_BODY: Final = re.compile(rb"<(?:\w+:)?(?:xmpmeta|xapmeta|RDF)\b")

Values = list[tuple[str, str]]  # (language, text), the language "" where none is named


def properties(
    packet: bytes, *, wanted: frozenset[str], structures: frozenset[str]
) -> Iterator[tuple[str, Values]]:
    """Give the picture's own properties that are `wanted`, names as `{namespace}name`.

    Those within `structures` are given as if they were its own. What is said of pictures that
    it was made from lies deeper, and is not.
    """
    for rdf in _parsed(packet, wanted | structures).iter(f"{_RDF}RDF"):
        for description in rdf:
            yield from _attributes(description, wanted)
            for element in description:
                if element.tag in wanted:
                    yield element.tag, _values(element)
                elif element.tag in structures:
                    for part in element.iter():
                        yield from _attributes(part, wanted)
                        if part.tag in wanted:
                            yield part.tag, _values(part)


def _attributes(element: Element, wanted: frozenset[str]) -> Iterator[tuple[str, Values]]:
    for name, text in element.attrib.items():
        if name in wanted:
            yield name, [("", clean(text))]


def _values(element: Element) -> Values:
    """The texts of a property: plain, each of an array, as rdf:value or as a resource."""
    values: Values = []
    arrays = [array for array in element if array.tag in _ARRAYS]
    items = [item for array in arrays for item in islice(array, _VALUES)] or [element]
    for item in items[:_VALUES]:
        text = clean(item.get(f"{_RDF}resource") or item.text or "") or clean(_qualified(item))
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


class _Pruned:
    """Builds a tree of the wanted properties alone, so that memory follows what we want."""

    def __init__(self, wanted: frozenset[str]) -> None:
        self.root = Element("packet")
        self._wanted = wanted
        self._path = [self.root]
        self._skipped = 0
        self._left = _ELEMENTS

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if self._skipped or self._left <= 0 or self._is_unwanted(tag):
            self._skipped += 1
            return
        self._left -= 1
        self._path.append(SubElement(self._path[-1], tag, dict(attributes)))

    def end(self, _tag: str) -> None:
        if self._skipped:
            self._skipped -= 1
        else:
            self._path.pop()

    def data(self, text: str) -> None:
        element = self._path[-1]
        if not self._skipped and not len(element) and len(element.text or "") < LONGEST:
            element.text = (element.text or "") + text

    def close(self) -> Element:
        return self.root

    def _is_unwanted(self, tag: str) -> bool:
        depth = len(self._path)
        is_property = depth > 2 and self._path[-2].tag == f"{_RDF}RDF"
        return depth > _DEPTH or (is_property and tag not in self._wanted)


def _parsed(packet: bytes, wanted: frozenset[str]) -> Element:
    """The packet's tree; of a damaged one what we can mend, or what stands before the damage."""
    packet = _utf_8(packet[:_BYTES]).strip(b"\x00 \r\n\t")
    tree, is_whole = _tree(packet, wanted)
    if not is_whole and len(packet) <= _MENDED:
        tree, _is_whole = _tree(_mended(packet), wanted)
    return tree


def _tree(data: bytes, wanted: frozenset[str]) -> tuple[Element, bool]:
    target = _Pruned(wanted)
    try:
        parser = DefusedXMLParser(target=target, forbid_dtd=True)
        parser.feed(data)
        parser.close()
    except DefusedXmlException:
        return Element("packet"), True
    except (ParseError, ValueError, LookupError):
        return target.root, not data
    return target.root, True


def _utf_8(packet: bytes) -> bytes:
    """A packet may be in UTF-16 or UTF-32, and is then known by how its first sign is written."""
    for start, encoding in _WIDE:
        if packet.startswith(start):
            return packet.decode(encoding, "replace").lstrip("\ufeff").encode("utf-8", "replace")
    return packet


def _mended(packet: bytes) -> bytes:
    """Take out what XML forbids: control characters, bytes that are no UTF-8, a lone &."""
    body = _BODY.search(packet)
    data = packet[body.start() :] if body else b""
    end = data.rfind(b"<?xpacket")
    data = _LONE_AMPERSAND.sub(b"&amp;", _UNFIT.sub(b" ", data[:end] if end > 0 else data))
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace").encode()
    return data
