"""The public files of a photo: picture -> AVIF and JPEG at several widths. Pure.

Everything else that the original holds (position, serial numbers, names) stays behind: a
rendition is made of pixels alone.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from PIL import Image, ImageCms, ImageOps

from articles.photos.files import Rendition

WIDTHS: Final = (1600, 1200, 800, 400)
_FORMATS: Final[dict[str, dict[str, Any]]] = {
    "avif": {"format": "AVIF", "quality": 52, "speed": 8},
    "jpeg": {"format": "JPEG", "quality": 78, "progressive": True, "optimize": True},
}
_SUFFIX: Final = {"avif": "avif", "jpeg": "jpg"}
_SRGB: Final = ImageCms.createProfile("sRGB")


@dataclass(frozen=True, slots=True)
class Rendered:
    """A rendition with its bytes."""

    rendition: Rendition
    data: bytes


def upright(image: Image.Image) -> Image.Image:
    """`image` as it is meant to be seen: turned by its Exif flag, in sRGB, on white."""
    profile = image.info.get("icc_profile")
    turned = ImageOps.exif_transpose(image)
    if turned.mode in ("RGBA", "LA", "PA") or "transparency" in turned.info:
        ground = Image.new("RGBA", turned.size, "white")
        ground.alpha_composite(turned.convert("RGBA"))
        return ground.convert("RGB")
    if profile and turned.mode in ("RGB", "CMYK", "L"):
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(turned, source, _SRGB, outputMode="RGB")
            if converted is not None:
                return converted
        except (ImageCms.PyCMSError, OSError):
            pass  # a broken profile: the numbers as they stand are the best there is
    return turned.convert("RGB")


def render(image: Image.Image, *, stem: str) -> Iterator[Rendered]:
    """The renditions of an upright picture, widest first, never wider than it is.

    Each width is scaled from the one before, which costs a fraction of scaling each from the
    full picture. `stem` is what their names begin with.
    """
    widths = [width for width in WIDTHS if width <= image.width] or [image.width]
    if image.width < WIDTHS[0] and image.width not in widths:
        widths.insert(0, image.width)
    scaled = image
    for width in widths:
        height = max(1, round(image.height * width / image.width))
        if scaled.size != (width, height):
            scaled = scaled.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
        for name, options in _FORMATS.items():
            buffer = io.BytesIO()
            scaled.save(buffer, **options)
            facts = Rendition(name, width, height, f"{stem}-{width}.{_SUFFIX[name]}")
            yield Rendered(facts, buffer.getvalue())
