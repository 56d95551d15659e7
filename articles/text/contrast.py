"""How well one colour stands out from another: WCAG 2.2's contrast ratio."""

import re
from typing import Final

_COLOUR: Final = re.compile(r"#[0-9a-f]{6}\Z")


def is_colour(text: str) -> bool:
    """Whether `text` is "#rrggbb"."""
    return bool(_COLOUR.match(text))


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white); colours are "#rrggbb"."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """WCAG's relative luminance: 0 for black, 1 for white."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
