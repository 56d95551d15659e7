"""Photoshop's image resources, in which JPEG carries the IIM record.

Source: Adobe Photoshop File Formats Specification, "Image Resource Blocks".
"""

import struct
from typing import Final

from articles.photos.containers.blocks import STEPS, Blocks

_IIM: Final = 0x0404
_DIGEST: Final = 0x0425
_TYPES: Final = (b"8BIM", b"PHUT", b"AgHg", b"DCSR", b"MeSa")


def read_resources(data: bytes, blocks: Blocks) -> None:
    """Add the IIM record and its digest to `blocks`. The first of each counts."""
    at = 0
    for _step in range(STEPS):
        head = data[at : at + 7]
        if len(head) < 7 or head[:4] not in _TYPES:
            return
        number, longer = struct.unpack(">HB", head[4:])
        at += 6 + (longer + 2) // 2 * 2  # a name with its length, padded to an even count
        size = int.from_bytes(data[at : at + 4], "big")
        content = data[at + 4 : at + 4 + size]
        if number == _IIM and not blocks.iim and len(content) == size:
            blocks.iim = content
        if number == _DIGEST and not blocks.digest and size == 16:
            blocks.digest = content
        at += 4 + size + size % 2
