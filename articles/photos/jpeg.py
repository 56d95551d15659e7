"""What a JPEG demands of its decoder, read from its markers alone. Pure.

ITU-T T.81: a progressive picture is held as coefficients, two bytes each, until its last scan.
"""

import struct
from dataclasses import dataclass
from typing import BinaryIO, Final

_FRAMES: Final = {0xC0, 0xC1, 0xC2, 0xC3, *range(0xC5, 0xC8), *range(0xC9, 0xCC), 0xCD, 0xCE, 0xCF}
_PROGRESSIVE: Final = {0xC2, 0xC6, 0xCA, 0xCE}
_LOSSLESS: Final = {0xC3, 0xC7, 0xCB, 0xCF}
_START_OF_SCAN: Final = 0xDA
_END: Final = 0xD9


@dataclass(frozen=True, slots=True)
class Demands:
    """`coefficients` is bytes to be held (0 for a picture in one pass); `lossless` has no draft."""

    width: int
    height: int
    coefficients: int = 0
    lossless: bool = False


def demands(file: BinaryIO) -> Demands | None:
    """Read up to the first scan. None where there is no frame, or a marker makes no sense."""
    file.seek(2)
    found: Demands | None = None
    while (lead := file.read(1)) == b"\xff":
        while (marker := file.read(1)) == b"\xff":  # any number of fill bytes
            pass
        if not marker or marker[0] == _END or marker[0] == _START_OF_SCAN:
            return found
        if 0xD0 <= marker[0] <= 0xD8 or marker[0] == 0x01:
            continue
        size = file.read(2)
        length = int.from_bytes(size, "big") - 2
        if len(size) < 2 or length < 0:
            return found
        if marker[0] in _FRAMES and found is None:
            found = _frame(marker[0], file.read(length))
        else:
            file.seek(length, 1)
    return found if not lead else None


def _frame(marker: int, segment: bytes) -> Demands | None:
    if len(segment) < 6:
        return None
    _precision, height, width, components = struct.unpack(">BHHB", segment[:6])
    factors = [(byte >> 4, byte & 15) for byte in segment[7 : 6 + 3 * components : 3]]
    if len(factors) != components or not all(a and b for a, b in factors):
        return None
    blocks = sum(a * b for a, b in factors) / (
        max(a for a, _b in factors) * max(b for _a, b in factors)
    )
    held = round(2 * width * height * blocks) if marker in _PROGRESSIVE else 0
    return Demands(width, height, held, lossless=marker in _LOSSLESS)
