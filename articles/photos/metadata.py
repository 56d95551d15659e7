"""What a picture file says of itself: bytes -> dataclass. Pure.

Sources: Exif 2.32 (CIPA DC-008), IPTC IIM 4.2 (datasets of record 2).
"""

import datetime as dt
import io
from pathlib import Path
from typing import Any, BinaryIO, Final

from PIL import Image, IptcImagePlugin

from articles.photos.record import Metadata

_EXIF_ARTIST: Final = 0x013B
_EXIF_COPYRIGHT: Final = 0x8298
_EXIF_IFD: Final = 0x8769
_EXIF_TAKEN: Final = 0x9003
_EXIF_OFFSET: Final = 0x9011
_IIM_BYLINE: Final = (2, 80)
_IIM_CREDIT: Final = (2, 110)
_IIM_COPYRIGHT: Final = (2, 116)
_IIM_CAPTION: Final = (2, 120)


def read_metadata(source: bytes | BinaryIO | Path, *, filename: str = "") -> Metadata:
    """What the picture in `source` says of itself; nothing at all if that can not be read.

    IIM comes before Exif: agencies write it, cameras do not.
    """
    try:
        with Image.open(io.BytesIO(source) if isinstance(source, bytes) else source) as image:
            exif = image.getexif()
            iim: dict[Any, Any] = IptcImagePlugin.getiptcinfo(image) or {}
            caption = _iim(iim, _IIM_CAPTION)
            details = exif.get_ifd(_EXIF_IFD)
            return Metadata(
                creator=_iim(iim, _IIM_BYLINE) or _exif(exif.get(_EXIF_ARTIST)),
                credit=_iim(iim, _IIM_CREDIT),
                copyright_notice=_iim(iim, _IIM_COPYRIGHT) or _exif(exif.get(_EXIF_COPYRIGHT)),
                captions={"": caption} if caption else {},
                taken_at=_taken(details.get(_EXIF_TAKEN), details.get(_EXIF_OFFSET)),
            )
    except Exception:  # hostile metadata fails in many ways; the picture may be good all the same
        return Metadata()


def _iim(datasets: dict[Any, Any], number: tuple[int, int]) -> str:
    value = datasets.get(number, b"")
    if isinstance(value, list):  # a repeatable dataset: several creators
        return ", ".join(filter(None, (_text(each) for each in value)))
    return _text(value)


def _exif(value: Any) -> str:
    # Pillow decodes Exif text as Latin-1; what phones and agencies write is UTF-8.
    return _text(value.encode("latin-1", "replace") if isinstance(value, str) else value)


def _text(value: Any) -> str:
    if not isinstance(value, bytes):
        return ""
    try:
        text = value.decode("utf-8")
    except UnicodeDecodeError:
        text = value.decode("cp1252", "replace")
    return " ".join(text.replace("\x00", " ").split())


def _taken(value: Any, offset: Any) -> dt.datetime | None:
    """Exif's time with its offset; without one the camera's clock is taken for UTC."""
    written = str(value).strip("\x00 ")
    for zone in (offset, "+00:00"):
        try:
            taken = dt.datetime.strptime(f"{written} {zone}", "%Y:%m:%d %H:%M:%S %z")
            return taken.astimezone(dt.UTC)
        except (ValueError, OverflowError):
            continue
    return None
