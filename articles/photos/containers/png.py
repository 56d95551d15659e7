"""The metadata chunks of a PNG, before its pixels and after them.

Sources: PNG 3 (W3C) for eXIf, tEXt, zTXt and iTXt; XMP part 3 (ISO 16684-1); "Raw profile
type …" is how ImageMagick and exiftool keep IIM (and others Exif) in a PNG.
"""

import zlib
from typing import BinaryIO, Final

from articles.photos.containers.blocks import LONGEST, STEPS, Blocks, read_at
from articles.photos.containers.resources import read_resources

_XMP: Final = b"XML:com.adobe.xmp"
_RAW: Final = b"Raw profile type "
_TEXTS: Final = frozenset({"Author", "Artist", "Copyright", "Description", "Title"})
_MOST: Final = 20  # such texts in one file: each may unpack to LONGEST


def read_png(file: BinaryIO) -> Blocks:
    """Return the blocks of a PNG."""
    blocks = Blocks()
    at, looked_at = 8, 0
    for _step in range(STEPS):
        head = read_at(file, at, 8)
        if len(head) < 8 or head[4:] == b"IEND":
            break
        size, kind = int.from_bytes(head[:4], "big"), head[4:]
        if kind == b"eXIf" and not blocks.exif:
            blocks.exif = read_at(file, at + 8, size)
        elif kind in (b"tEXt", b"zTXt", b"iTXt") and looked_at < _MOST:
            looked_at += _text(kind, read_at(file, at + 8, size), at + 8, blocks)
        at += 12 + size
    return blocks


def _text(kind: bytes, content: bytes, at: int, blocks: Blocks) -> bool:
    """Take one text, if it is of use to us. Says whether it was."""
    keyword, _, rest = content.partition(b"\x00")
    name = keyword.decode("latin-1")
    if keyword != _XMP and not keyword.startswith(_RAW) and name not in _TEXTS:
        return False
    packed, value = kind == b"zTXt", rest[1:] if kind == b"zTXt" else rest
    if kind == b"iTXt":
        packed, value = _international(rest)
    if packed:
        value = _inflated(value)
    if keyword == _XMP and not blocks.xmp:
        blocks.xmp = value
        blocks.xmp_at = None if packed else (at + len(content) - len(value), len(value))
    elif keyword.startswith(_RAW):
        _profile(keyword[len(_RAW) :].lower(), value, blocks)
    elif name in _TEXTS:
        encoding = "utf-8" if kind == b"iTXt" else _encoding(value)
        blocks.texts.setdefault(name, value.decode(encoding, "replace"))
    return True


def _international(rest: bytes) -> tuple[bool, bytes]:
    """Take the flags, the language and the translated keyword off an iTXt: (packed, text)."""
    packed = rest[:1] == b"\x01"
    fields = rest[2:].split(b"\x00", 2)
    return packed, fields[2] if len(fields) == 3 else b""


def _inflated(data: bytes) -> bytes:
    """Decompress, and give up on what would not fit: a few bytes may stand for gigabytes."""
    unpack = zlib.decompressobj()
    try:
        value = unpack.decompress(data, LONGEST)
    except zlib.error:
        return b""
    return b"" if unpack.unconsumed_tail else value


def _profile(kind: bytes, value: bytes, blocks: Blocks) -> None:
    """Take a raw profile: a line of its name, one of its length, and its bytes in hexadecimal."""
    fields = value.strip().split(b"\n", 2)
    try:
        data = bytes.fromhex(fields[2].decode("ascii")) if len(fields) == 3 else b""
    except ValueError:
        return
    if kind in (b"exif", b"app1"):
        if data.startswith(b"Exif\x00"):
            data = data[6:]
        if data[:2] in (b"II", b"MM"):
            blocks.exif = blocks.exif or data
    elif kind in (b"iptc", b"8bim"):
        data = data.removeprefix(b"Photoshop 3.0\x00")
        if data.startswith(b"\x1c"):
            blocks.iim = blocks.iim or data
        else:
            read_resources(data, blocks)
    elif kind == b"xmp":
        blocks.xmp = blocks.xmp or data


def _encoding(value: bytes) -> str:
    """PNG says Latin-1 for these texts; programs write UTF-8."""
    try:
        value.decode("utf-8")
    except UnicodeDecodeError:
        return "latin-1"
    return "utf-8"
