"""Tell what kind of file it is by its content, and take the blocks out of it."""

from typing import BinaryIO

from articles.photos.containers.blocks import Blocks, read_at
from articles.photos.containers.isobmff import read_isobmff
from articles.photos.containers.jpeg import read_jpeg
from articles.photos.containers.png import read_png
from articles.photos.containers.webp import read_webp


def read_blocks(file: BinaryIO) -> Blocks:
    """Return the metadata blocks of a JPEG, PNG, WebP, AVIF or HEIC: none of anything else.

    The file is walked from header to header and never decoded: some reads for a photo of 40 MB.
    A damaged file gives what stands before the damage.
    """
    head = read_at(file, 0, 12)
    if head.startswith(b"\xff\xd8\xff"):
        return read_jpeg(file)
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return read_png(file)
    if head.startswith(b"RIFF") and head[8:] == b"WEBP":
        return read_webp(file)
    if head[4:8] == b"ftyp":
        return read_isobmff(file)
    return Blocks()
