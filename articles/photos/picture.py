"""A picture file -> a small upright picture in sRGB, in bounded memory. Pure; may be hostile.

Run in a process of its own (articles.photos.decode): decoders crash, hang and eat memory.
"""

import math
import re
import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from PIL import Image

from articles.photos.colour import to_srgb
from articles.photos.geometry import Size
from articles.photos.jpeg import Demands, demands

MEGA: Final = 1_000_000
# Megapixels. A JPEG is decoded at a fraction of its size; the others are whole in memory, with
# what their decoders hold beside: measured, PNG takes 4 bytes a pixel, HEIC 7, AVIF 9, WebP 16.
MAX_MEGAPIXELS: Final = {"jpeg": 100, "png": 60, "heif": 50, "avif": 36, "webp": 20}
MAX_PROGRESSIVE: Final = 240 * MEGA  # bytes of coefficients: see articles.photos.jpeg
MAX_LOSSLESS: Final = 60  # megapixels of a JPEG that can not be decoded smaller
MAX_SIDE: Final = 30_000  # pixels
MIN_SIDE: Final = 8  # pixels: less is a tracking dot or a rule, not a photo
MAX_RATIO: Final = 20  # a longer strip is no photo, and would scale to nothing

_BAND: Final = 256  # rows that are brought into another mode at a time
_LARGE: Final = 50 * MEGA  # bytes: a second copy of such a picture would be too much
_SHORT: Final = re.compile("memory|security limit", re.IGNORECASE)
_OPAQUE: Final = 250  # levels of 255: less than that in some place is meant to be seen through
_TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


class Unfit(Exception):
    """Why a file is not taken: a code of articles.photos.refusals, and the figures it tells."""

    def __init__(self, code: str, **figures: float) -> None:
        super().__init__(code)
        self.code, self.figures = code, figures


@dataclass(slots=True)
class Opened:
    """A file whose header is sound and within the limits; no pixel of it is decoded yet.

    `width` and `height` are those of the upright picture.
    """

    image: Image.Image
    kind: str
    turn: int
    width: int
    height: int


def open_picture(path: Path, kind: str) -> Opened:
    """Open a file of that kind (one of formats.TAKEN). Raises Unfit."""
    image = None
    try:
        wants = _ahead(path, kind)
        image = _plugin(kind)(str(path))
        require_sane(image.width, image.height, kind)
        # A HEIC may hold a series of stills, of which one is named as the picture.
        if kind != "heif" and getattr(image, "is_animated", False):
            raise Unfit("moving")
        if wants and wants.lossless and image.width * image.height > MAX_LOSSLESS * MEGA:
            raise Unfit("lossless", limit=MAX_LOSSLESS, found=_megapixels(*image.size))
        turn = _turn(image)
    except BaseException as error:  # decoders fail on broken files in every way there is
        if image is not None:
            image.close()
        if isinstance(error, Unfit | MemoryError) or not isinstance(error, Exception):
            raise
        raise _failed(error) from error
    width, height = image.size if turn < 5 else reversed(image.size)
    return Opened(image, kind, turn, width, height)


def require_sane(width: int, height: int, kind: str) -> None:
    """Raise Unfit for a size that no photo has, or that can not be decoded in bounded memory."""
    limit = MAX_MEGAPIXELS[kind]
    if width * height > limit * MEGA:
        raise Unfit(
            "pixels" if kind == "jpeg" else f"pixels-{kind}",
            limit=limit,
            found=_megapixels(width, height),
        )
    if max(width, height) > MAX_SIDE:
        raise Unfit("side", limit=MAX_SIDE, found=max(width, height))
    if min(width, height) < MIN_SIDE:
        raise Unfit("small", limit=MIN_SIDE, width=width, height=height)
    if max(width, height) > MAX_RATIO * min(width, height):
        raise Unfit("narrow", limit=MAX_RATIO, width=width, height=height)


def decode(opened: Opened, size: Size) -> Image.Image:
    """The upright picture in sRGB, scaled to `size`: RGB, or RGBA where it can be seen through.

    Every byte of the file is read for it, so one that was cut short is found out. Raises Unfit.
    """
    wanted = size if opened.turn < 5 else (size[1], size[0])
    try:
        image = opened.image
        if opened.kind == "jpeg":
            image.draft(None, wanted)
        image.load()
        profile = image.info.get("icc_profile")
        image = _shrunk(image, wanted)
    except MemoryError:
        raise
    except Exception as error:
        raise _failed(error) from error
    if opened.turn in _TURNS:
        image = image.transpose(_TURNS[opened.turn])
    if image.size != size:
        image = image.resize(size, Image.Resampling.LANCZOS)
    image = to_srgb(image, profile if isinstance(profile, bytes) else None)
    if image.mode == "RGBA" and image.getchannel("A").getextrema()[0] >= _OPAQUE:  # type: ignore[operator]
        image = image.convert("RGB")
    image.info = {}  # nothing of what the file says goes along into what is made of it
    return image


# --- Opening -------------------------------------------------------------------------------------


def _plugin(kind: str) -> Any:
    """The one decoder that may look at the file. Each takes its time to load."""
    Image.MAX_IMAGE_PIXELS = None  # our limits are stricter, and say so
    if kind == "jpeg":  # not Pillow's MPO: a phone's second view of the scene is passed over
        from PIL import JpegImagePlugin

        return JpegImagePlugin.JpegImageFile
    if kind == "png":
        from PIL import PngImagePlugin

        PngImagePlugin.MAX_TEXT_CHUNK, PngImagePlugin.MAX_TEXT_MEMORY = 8 * MEGA, 32 * MEGA
        return PngImagePlugin.PngImageFile
    if kind == "webp":
        from PIL import WebPImagePlugin

        return WebPImagePlugin.WebPImageFile
    if kind == "avif":
        from PIL import AvifImagePlugin

        AvifImagePlugin.DEFAULT_MAX_THREADS = 1  # each thread holds frames of its own
        return AvifImagePlugin.AvifImageFile
    import pillow_heif

    pillow_heif.options.DECODE_THREADS = 1
    pillow_heif.options.THUMBNAILS = False
    pillow_heif.options.DEPTH_IMAGES = pillow_heif.options.AUX_IMAGES = False
    return pillow_heif.HeifImageFile


def _ahead(path: Path, kind: str) -> Demands | None:
    """Look at what a decoder would take memory for before it can be asked."""
    with path.open("rb") as file:
        if kind == "webp" and (size := _webp_size(file.read(30))):
            require_sane(size[0], size[1], kind)
        if kind != "jpeg":
            return None
        wants = demands(file)
    if wants and wants.coefficients > MAX_PROGRESSIVE:
        require_sane(wants.width, wants.height, kind)
        pixels = wants.width * wants.height
        raise Unfit(
            "progressive",
            limit=int(pixels / wants.coefficients * MAX_PROGRESSIVE / MEGA),
            found=_megapixels(wants.width, wants.height),
        )
    return wants


def _webp_size(head: bytes) -> Size | None:
    """The size that a WebP's header names (RFC 9649)."""
    if len(head) < 30:
        return None
    if head[12:16] == b"VP8X":
        width, height = (int.from_bytes(head[at : at + 3], "little") + 1 for at in (24, 27))
        return width, height
    if head[12:16] == b"VP8L":
        (bits,) = struct.unpack("<I", head[21:25])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = struct.unpack("<HH", head[26:30])
    return width & 0x3FFF, height & 0x3FFF


def _turn(image: Image.Image) -> int:
    """The Exif flag, 1 to 8; a broken one leaves the picture as it lies."""
    try:
        turn = image.getexif().get(0x0112, 1)
    except MemoryError:
        raise
    except Exception:
        return 1
    return turn if isinstance(turn, int) and turn in _TURNS else 1


def _failed(error: Exception) -> Unfit:
    """Damaged, unless the decoder says that it was short of memory, each in its own words."""
    return Unfit("memory" if _SHORT.search(str(error)) else "damaged")


def _megapixels(width: int, height: int) -> float:
    return math.ceil(width * height / MEGA * 10) / 10


# --- Scaling -------------------------------------------------------------------------------------


def _shrunk(image: Image.Image, wanted: Size) -> Image.Image:
    """`image` in a mode that can be scaled (L, RGB, RGBA, CMYK), and at most a few times `wanted`.

    In bands, so that no second copy of a large picture is made. What is left is at least twice
    as large as wanted where that fits, so that scaling it with Lanczos shows no difference.
    """
    ratio = min(image.width / wanted[0], image.height / wanted[1])
    is_large = image.width * image.height * 4 > _LARGE and image.mode not in ("RGB", "L", "CMYK")
    factor = max(1, int(ratio if is_large else ratio / 2))
    if factor == 1 and image.mode in ("L", "RGB", "RGBA", "CMYK") and _is_plain(image):
        return image
    rows = _BAND // factor * factor or factor
    result: Image.Image | None = None
    for top in range(0, image.height, rows):
        band = _plain(image.crop((0, top, image.width, min(top + rows, image.height))))
        band = band.reduce(factor) if factor > 1 else band
        if result is None:
            result = Image.new(band.mode, (band.width, -(-image.height // factor)))
        result.paste(band, (0, top // factor))
    return result or image


def _is_plain(image: Image.Image) -> bool:
    return "transparency" not in image.info


def _plain(image: Image.Image) -> Image.Image:
    if image.mode in ("PA", "LA", "La", "RGBa") or not _is_plain(image):
        return image.convert("RGBA")
    if image.mode.startswith(("I", "F")):
        levels = image.convert("I") if image.mode != "I" else image
        return levels.point(lambda level: level * (1 / 256)).convert("L")
    if image.mode in ("L", "RGB", "RGBA", "CMYK"):
        return image
    return image.convert("L" if image.mode == "1" else "RGB")
