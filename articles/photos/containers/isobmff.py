"""The metadata items of AVIF and HEIC.

Sources: ISO 14496-12 (ISO base media file format: boxes, iloc, iinf) and ISO 23008-12 (HEIF: the
Exif item and the XMP item of type application/rdf+xml).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from articles.photos.containers.blocks import LONGEST, STEPS, Blocks, read_at

_XMP: Final = b"application/rdf+xml"
_ITEMS: Final = 5_000  # a phone's picture of tiles has a few hundred
_PIECES: Final = 20


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an item lies: pieces as (position in the file, length)."""

    pieces: tuple[tuple[int, int], ...]

    @property
    def length(self) -> int:
        return sum(length for _at, length in self.pieces)


class _Cursor:
    """Reads big-endian numbers one after another; past the end they are 0."""

    def __init__(self, data: bytes, at: int = 0) -> None:
        self.data, self.at = data, at

    def number(self, size: int) -> int:
        value = int.from_bytes(self.data[self.at : self.at + size], "big")
        self.at += size
        return value

    def is_done(self) -> bool:
        return self.at >= len(self.data)


def read_isobmff(file: BinaryIO) -> Blocks:
    """Return the blocks of an AVIF or HEIC file."""
    blocks = Blocks()
    for kind, at, size in _boxes_of(file):
        if kind == b"meta":
            meta = read_at(file, at, size)
            _items(file, meta, at, blocks)
            break
    return blocks


def _boxes_of(file: BinaryIO) -> Iterator[tuple[bytes, int, int]]:
    """Give (kind, position of the content, its length) of the boxes at the top of the file."""
    end = file.seek(0, 2)
    at = 0
    for _step in range(STEPS):
        head = read_at(file, at, 16)
        if len(head) < 8:
            return
        size, header = int.from_bytes(head[:4], "big"), 8
        if size == 1:
            size, header = int.from_bytes(head[8:16], "big"), 16
        elif size == 0:
            size = end - at
        if size < header:
            return
        yield head[4:8], at + header, size - header
        at += size


def _boxes(data: bytes, at: int) -> Iterator[tuple[bytes, int, int]]:
    """Give (kind, position of the content, its end) of the boxes within `data`."""
    for _step in range(STEPS):
        size = int.from_bytes(data[at : at + 4], "big")
        if size < 8 or at + 8 > len(data):
            return
        yield data[at + 4 : at + 8], at + 8, min(at + size, len(data))
        at += size


def _items(file: BinaryIO, meta: bytes, at: int, blocks: Blocks) -> None:
    """Find the items that `meta`, which lies at `at` in the file, names Exif and XMP."""
    parts = {kind: (start, end) for kind, start, end in _boxes(meta, 4)}
    if b"iinf" not in parts or b"iloc" not in parts:
        return
    inside = at + parts.get(b"idat", (0, 0))[0]
    places = _places(meta[slice(*parts[b"iloc"])], inside)
    for kind, number in _kinds(meta[slice(*parts[b"iinf"])]):
        place = places.get(number)
        if place is None:
            continue
        if kind == b"Exif" and not blocks.exif:
            blocks.exif = _exif(_content(file, place))
        elif kind == _XMP and not blocks.xmp:
            blocks.xmp = _content(file, place)
            if len(place.pieces) == 1 and len(blocks.xmp) == place.length:
                blocks.xmp_at = place.pieces[0]


def _kinds(iinf: bytes) -> Iterator[tuple[bytes, int]]:
    """Give (type, number) of each item: a mime item's type is the content it declares."""
    start = 4 + (2 if iinf[:1] == b"\x00" else 4)
    for kind, at, end in _boxes(iinf, start):
        entry = _Cursor(iinf, at)
        version = entry.number(1)
        if kind != b"infe" or version < 2:
            continue
        entry.number(3)
        number = entry.number(2 if version == 2 else 4)
        entry.number(2)
        item = iinf[entry.at : entry.at + 4]
        if item == b"mime":
            names = iinf[entry.at + 4 : end].split(b"\x00")
            item = names[1] if len(names) > 1 else b""
        yield item, number


def _places(iloc: bytes, inside: int) -> dict[int, _Place]:
    """Read where items lie. `inside` is the position of the box idat, for those within it."""
    read = _Cursor(iloc)
    version = read.number(1)
    read.number(3)
    sizes, more = read.number(1), read.number(1)
    offset_size, length_size, base_size = sizes >> 4, sizes & 15, more >> 4
    index_size = more & 15 if version in (1, 2) else 0
    count = read.number(2 if version < 2 else 4)
    places: dict[int, _Place] = {}
    if not length_size:  # pieces without a length; and of pieces without a size there is no end
        return places
    for _item in range(min(count, _ITEMS)):
        if read.is_done():
            break
        number = read.number(2 if version < 2 else 4)
        method = read.number(2) & 15 if version in (1, 2) else 0
        read.number(2)
        base = read.number(base_size) + (inside if method == 1 else 0)
        pieces = []
        for _piece in range(min(read.number(2), _PIECES)):
            if read.is_done():
                break
            read.number(index_size)
            offset = read.number(offset_size)
            pieces.append((base + offset, read.number(length_size)))
        if method in (0, 1):
            places[number] = _Place(tuple(pieces))
    return places


def _content(file: BinaryIO, place: _Place) -> bytes:
    if place.length > LONGEST:
        return b""
    return b"".join(read_at(file, at, length) for at, length in place.pieces)


def _exif(item: bytes) -> bytes:
    """Skip to the TIFF structure: the item begins with how many bytes stand before it."""
    content = item[4 + int.from_bytes(item[:4], "big") :]
    return content if content[:2] in (b"II", b"MM") else b""
