"""The metadata chunks of a WebP. Source: RFC 9649, the RIFF container."""

from typing import BinaryIO

from articles.photos.containers.blocks import STEPS, Blocks, read_at


def read_webp(file: BinaryIO) -> Blocks:
    """Return the blocks of a WebP."""
    blocks = Blocks()
    at = 12
    for _step in range(STEPS):
        head = read_at(file, at, 8)
        if len(head) < 8:
            break
        size, kind = int.from_bytes(head[4:], "little"), head[:4]
        if kind == b"EXIF" and not blocks.exif:
            content = read_at(file, at + 8, size)
            # Some writers leave the marker of JPEG before the structure.
            blocks.exif = content[6:] if content.startswith(b"Exif\x00\x00") else content
        elif kind == b"XMP " and not blocks.xmp:
            blocks.xmp = read_at(file, at + 8, size)
            blocks.xmp_at = at + 8, len(blocks.xmp)
        at += 8 + size + size % 2
    return blocks
