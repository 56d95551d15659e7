"""The metadata segments of a JPEG.

Sources: ITU T.81 annex B (segments), Exif 2.32 (APP1), XMP part 3 (ISO 16684-1, embedding; long
XMP in several segments), Photoshop's APP13.
"""

import struct
from typing import BinaryIO, Final

from articles.photos.containers.blocks import LONGEST, STEPS, Blocks, read_at
from articles.photos.containers.resources import read_resources

_EXIF: Final = b"Exif\x00"
XMP: Final = b"http://ns.adobe.com/xap/1.0/\x00"
_EXTENDED: Final = b"http://ns.adobe.com/xmp/extension/\x00"
_PHOTOSHOP: Final = (b"Photoshop 3.0\x00", b"Adobe_Photoshop2.5:")
_APP1, _APP13, _SCAN, _END = 0xE1, 0xED, 0xDA, 0xD9
_PACKETS: Final = 4  # long packets looked at; a file has one
_PIECES: Final = 64  # segments of each: 4 MB
_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD9)})  # markers without a length


def read_jpeg(file: BinaryIO) -> Blocks:
    """Return the blocks of a JPEG: everything before its pixels."""
    blocks = Blocks()
    pieces: dict[bytes, dict[int, bytes]] = {}
    resources = b""
    at = 2
    for _step in range(STEPS):
        head = read_at(file, at, 4)
        if len(head) < 4 or head[0] != 0xFF or head[1] in (_SCAN, _END):
            break
        if head[1] == 0xFF or head[1] in _ALONE:  # filling, or a marker by itself
            at += 1 if head[1] == 0xFF else 2
            continue
        size = int.from_bytes(head[2:], "big")
        if head[1] == _APP1:
            _app1(read_at(file, at + 4, size - 2), at + 4, blocks, pieces)
        elif head[1] == _APP13 and len(resources) < LONGEST:
            resources += _resources(read_at(file, at + 4, size - 2))
        at += 2 + max(2, size)
    read_resources(resources, blocks)
    blocks.extended = {guid: _joined(parts) for guid, parts in pieces.items()}
    return blocks


def _app1(content: bytes, at: int, blocks: Blocks, pieces: dict[bytes, dict[int, bytes]]) -> None:
    """Take one APP1 segment whose content lies at `at`."""
    if content.startswith(_EXIF) and not blocks.exif:
        blocks.exif = content[6:]
    elif content.startswith(XMP) and not blocks.xmp:
        blocks.xmp = content[len(XMP) :]
        blocks.xmp_at = at + len(XMP), len(blocks.xmp)
    elif content.startswith(_EXTENDED):
        body = content[len(_EXTENDED) :]
        if len(body) > 40:
            (offset,) = struct.unpack(">I", body[36:40])
            if body[:32] in pieces or len(pieces) < _PACKETS:
                parts = pieces.setdefault(body[:32], {})
                if len(parts) < _PIECES:
                    parts.setdefault(offset, body[40:])


def _resources(content: bytes) -> bytes:
    for name in _PHOTOSHOP:
        if content.startswith(name):
            return content[len(name) :]
    return b""


def _joined(parts: dict[int, bytes]) -> bytes:
    """Put the pieces of a long packet in their order; none of it if one is missing."""
    whole = b""
    for offset in sorted(parts):
        if offset != len(whole):
            return b""
        whole += parts[offset]
    return whole
