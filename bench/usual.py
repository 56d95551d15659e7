"""The usual way to renditions, to be run in a process of its own.

What Wagtail 8 does with Willow 1.12 for `{% image photo width-800 format-avif %}` and the like:
the original is opened, decoded and scaled with Lanczos for each file, and written with Pillow's
defaults but for the quality (AVIF 61, JPEG 76 progressive and optimized).
"""

from pathlib import Path
from typing import Any, Final

from PIL import Image, ImageOps

WIDTHS: Final = (1600, 1200, 800, 400)
SHARE: Final = (1200, 630)
_FORMATS: Final[dict[str, dict[str, Any]]] = {
    "avif": {"format": "AVIF", "quality": 61},
    "jpg": {"format": "JPEG", "quality": 76, "progressive": True, "optimize": True},
}


def main(photo: Path, folder: Path) -> None:
    """Write all files of `photo` into `folder`."""
    for width in WIDTHS:
        for suffix, options in _FORMATS.items():
            with Image.open(photo) as image:
                size = (width, round(image.height * width / image.width))
                scaled = image.resize(size, Image.Resampling.LANCZOS)
                scaled.save(folder / f"{width}.{suffix}", **options)
    with Image.open(photo) as image:
        share = ImageOps.fit(image, SHARE, Image.Resampling.LANCZOS)
        share.save(folder / "share.jpg", **_FORMATS["jpg"])
