"""Whether two pictures look alike: a hash of 64 bits that survives scaling and recompression.

The low frequencies of a discrete cosine transform of the picture at 32 x 32, each bit telling
whether one is above their median (Zauner, "Implementation and Benchmarking of Perceptual Image
Hash Functions", 2010). Pure.
"""

import math
from statistics import median
from typing import Final

from PIL import Image

_SIDE: Final = 32
_LOW: Final = 8
_FLAT: Final = 6  # levels of grey: a picture that differs less within itself looks like any other
_COSINES: Final = [
    [math.cos(math.pi * (2 * x + 1) * u / (2 * _SIDE)) for x in range(_SIDE)] for u in range(_LOW)
]


def perceptual_hash(image: Image.Image) -> str:
    """16 hexadecimal digits for an upright picture; "" for one that is all one tone."""
    small = image.convert("L").resize((_SIDE, _SIDE), Image.Resampling.LANCZOS)
    darkest, lightest = small.getextrema()
    if lightest - darkest < _FLAT:  # type: ignore[operator]
        return ""
    grey = small.tobytes()
    rows = [grey[start : start + _SIDE] for start in range(0, len(grey), _SIDE)]
    across = [[_dot(row, cosine) for cosine in _COSINES] for row in rows]
    columns = list(zip(*across, strict=True))
    low = [_dot(column, cosine) for cosine in _COSINES for column in columns]
    middle = median(low[1:])  # without the first, which is the picture's brightness
    bits = sum((value > middle) << place for place, value in enumerate(reversed(low)))
    return f"{bits:016x}"


def distance(one: str, other: str) -> int:
    """In how many of their 64 bits two hashes differ."""
    return (int(one, 16) ^ int(other, 16)).bit_count()


def _dot(values: "bytes | tuple[float, ...]", weights: list[float]) -> float:
    return sum(value * weight for value, weight in zip(values, weights, strict=True))
