"""The raw blocks of a file's metadata, whatever kind of file they come out of."""

from dataclasses import dataclass, field
from typing import BinaryIO, Final

LONGEST: Final = 4 * 1024 * 1024  # bytes of one block; the longest met outside tests had 200 kB
STEPS: Final = 20_000  # headers walked in one file


@dataclass(slots=True)
class Blocks:
    """Empty where the file has none. Nothing here has been understood yet."""

    exif: bytes = b""  # a TIFF structure
    iim: bytes = b""
    digest: bytes = b""  # MD5 of the IIM that the XMP agrees with (IPTCDigest), 16 bytes
    xmp: bytes = b""
    xmp_at: tuple[int, int] | None = None  # where the packet lies in the file, and its length
    extended: dict[bytes, bytes] = field(default_factory=dict)  # XMP beside the packet, by GUID
    texts: dict[str, str] = field(default_factory=dict)  # PNG's own, by keyword


def read_at(file: BinaryIO, at: int, count: int) -> bytes:
    """Return up to `count` bytes from position `at`: fewer at the end, none above LONGEST."""
    if not 0 < count <= LONGEST or not 0 <= at < 1 << 62:
        return b""
    file.seek(at)
    return file.read(count)
