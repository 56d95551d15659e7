"""The set of icons that browsers and phones ask for, from one square picture."""

import hashlib
import io
from typing import BinaryIO, Final

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image, UnidentifiedImageError

SMALLEST: Final = 512  # pixels
LARGEST: Final = 4096
HEAVIEST: Final = 2 * 1024 * 1024  # bytes
SIZES: Final = ("32", "180", "192", "512", "512-maskable")
# What stands behind a transparent picture where a phone would put black.
_PAPER: Final = (252, 252, 251)
# A phone may cut a maskable icon to a circle of 80 %; Apple rounds its corners.
_SHARE: Final = {"180": 0.8, "512-maskable": 0.64}


class UnfitIcon(ValueError):
    """`reason` is one of: unreadable, heavy, square, small, large."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def name_of(stem: str, size: str) -> str:
    return f"icons/{stem}-{size}.png"


def make(file: BinaryIO) -> str:
    """Store the icons made of the PNG `file`; gives their stem. Raises UnfitIcon."""
    data = file.read(HEAVIEST + 1)
    picture = _read(data)
    stem = hashlib.sha256(data).hexdigest()[:24]
    for size in SIZES:
        name = name_of(stem, size)
        if not default_storage.exists(name):
            default_storage.save(name, ContentFile(_icon(picture, size)))
    return stem


def _read(data: bytes) -> Image.Image:
    if len(data) > HEAVIEST:
        raise UnfitIcon("heavy")
    try:
        with Image.open(io.BytesIO(data), formats=["PNG"]) as opened:
            if opened.width != opened.height:
                raise UnfitIcon("square")
            if opened.width < SMALLEST:
                raise UnfitIcon("small")
            if opened.width > LARGEST:
                raise UnfitIcon("large")
            return opened.convert("RGBA")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        if isinstance(error, UnfitIcon):
            raise
        raise UnfitIcon("unreadable") from error


def _icon(picture: Image.Image, size: str) -> bytes:
    side = int(size.split("-")[0])
    share = _SHARE.get(size)
    inner = round(side * (share or 1))
    small = picture.resize((inner, inner), Image.Resampling.LANCZOS)
    if share is not None:
        whole = Image.new("RGB", (side, side), _PAPER)
        whole.paste(small, ((side - inner) // 2,) * 2, small)
        small = whole
    file = io.BytesIO()
    small.save(file, "PNG", optimize=True)
    return file.getvalue()
