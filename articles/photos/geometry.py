"""Sizes and crops of pictures, in whole pixels. Pure."""

from typing import Final

WIDTHS: Final = (1600, 1200, 800, 400)
SHARE: Final = (1200, 630)  # what other sites show of a link: Open Graph's 1.91:1
MAX_RENDITION: Final = 6_000_000  # pixels: of a very tall picture only narrow ones are made

Size = tuple[int, int]
Box = tuple[int, int, int, int]  # left, top, right, bottom; the last two are outside


def crop_box(width: int, height: int, ratio: float, focal_x: float, focal_y: float) -> Box:
    """The largest part of a picture with that width to height, as near to the focal point as can be.

    The focal point (fractions of width and height) is in its middle, unless that would reach
    over an edge. The box has at least one pixel, and lies in the picture.
    """
    wide = max(1, min(width, round(height * ratio)))
    high = max(1, min(height, round(width / ratio)))
    left = _start(focal_x * width - wide / 2, width - wide)
    top = _start(focal_y * height - high / 2, height - high)
    return left, top, left + wide, top + high


def _start(wanted: float, last: int) -> int:
    return max(0, min(last, round(wanted)))


def rendition_sizes(width: int, height: int) -> list[Size]:
    """The sizes of a picture's public files, widest first, never wider than it is.

    One narrower than the widest of the WIDTHS comes in its own width as well.
    """
    widths: list[int] = [each for each in WIDTHS if each <= width]
    if width < WIDTHS[0] and width not in widths:
        widths.insert(0, width)
    sizes = [(each, max(1, round(height * each / width))) for each in widths]
    return [size for size in sizes if size[0] * size[1] <= MAX_RENDITION] or sizes[-1:]


def share_size(box: Box) -> Size:
    """How large the share picture is that a crop gives: never larger than the crop itself."""
    wide, high = box[2] - box[0], box[3] - box[1]
    if wide >= SHARE[0]:
        return SHARE
    return wide, max(1, min(high, round(wide * SHARE[1] / SHARE[0])))


def within(width: int, height: int, longest: int) -> Size:
    """The size that fits into a square of `longest` pixels, and is never larger than it was."""
    factor = min(1.0, longest / max(width, height))
    return max(1, round(width * factor)), max(1, round(height * factor))
