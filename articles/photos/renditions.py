"""The public files of a picture: AVIF and JPEG at several widths, and the one to be shared. Pure.

What else the original holds (position, serial numbers) stays behind: a rendition is made of
pixels, and of the packet that says whose they are.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from PIL import Image

from articles.photos.colour import on_white
from articles.photos.files import Rendition
from articles.photos.geometry import SHARE, Size, crop_box, share_size

# Chosen by measuring (docs/decisions/0008): at speed 7 AVIF costs three times as much for files
# of the same size.
_FORMATS: Final[dict[str, dict[str, Any]]] = {
    "avif": {"format": "AVIF", "quality": 60, "speed": 8, "max_threads": 1},
    "jpeg": {"format": "JPEG", "quality": 78, "progressive": True, "optimize": True},
}
_SUFFIX: Final = {"avif": "avif", "jpeg": "jpg", "share": "jpg"}


def render(
    image: Image.Image, sizes: list[Size], *, focal: tuple[float, float], packet: bytes, into: Path
) -> Iterator[Rendition]:
    """Write the files of an upright sRGB picture (RGB or RGBA) as wide as the first of `sizes`.

    Each size is scaled from a larger one before, which costs a fraction of scaling all from the
    full picture. Their names are provisional: "800.avif", "share.jpg".
    """
    scaled = image
    for width, height in sizes:
        source = image if width * 2 > image.width else scaled
        scaled = _resized(source, (width, height))
        for kind in _FORMATS:
            yield _written(kind, scaled, f"{width}", packet, into)
    box = crop_box(*image.size, SHARE[0] / SHARE[1], *focal)
    yield _written("share", _resized(image, share_size(box), box), "share", packet, into)


def _resized(
    image: Image.Image, size: Size, box: tuple[int, int, int, int] | None = None
) -> Image.Image:
    if box is None and image.size == size:
        return image
    return image.resize(size, Image.Resampling.LANCZOS, box=box)


def _written(kind: str, image: Image.Image, name: str, packet: bytes, into: Path) -> Rendition:
    path = into / f"{name}.{_SUFFIX[kind]}"
    options = _FORMATS["avif" if kind == "avif" else "jpeg"]
    picture = image if kind == "avif" else on_white(image)
    picture.save(path, xmp=packet, **options)
    return Rendition(kind, *image.size, path.name)
