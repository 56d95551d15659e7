"""What Exif says: a TIFF structure -> the few texts and the hour that we want of it. Pure.

Sources: Exif 3.0 (CIPA DC-008) and TIFF 6.0. Text is ASCII by the letter of Exif 2 and UTF-8 by
the Metadata Working Group's; in practice it is also Windows' Latin-1.
"""

import datetime as dt
import re
import struct
from dataclasses import dataclass
from typing import Final, Literal

from articles.photos.words import clean, decode

_DESCRIPTION, _ARTIST, _COPYRIGHT, _IFD = 0x010E, 0x013B, 0x8298, 0x8769
_XP_TITLE, _XP_AUTHOR, _XP_SUBJECT = 0x9C9B, 0x9C9D, 0x9C9F  # Windows Explorer's, in UTF-16
_TAKEN, _OFFSET, _PHOTOGRAPHER = 0x9003, 0x9011, 0xA437
_WANTED: Final = frozenset(
    {_DESCRIPTION, _ARTIST, _COPYRIGHT, _IFD, _XP_TITLE, _XP_AUTHOR, _XP_SUBJECT}
    | {_TAKEN, _OFFSET, _PHOTOGRAPHER}
)
_SIZES: Final = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 129: 1}
_ENTRIES: Final = 500
_LONGEST: Final = 65_535  # bytes of one value

# What cameras write where a caption belongs.
_CAMERA: Final = re.compile(
    r"(?:OLYMPUS|MINOLTA|KONICA|SONY|PENTAX|SAMSUNG|NIKON|RICOH|SANYO|VIVITAR|KODAK|EXIF)?[ _]*"
    r"(?:DIGITAL (?:STILL )?CAMERA|DSC|JPEG|PICTURE|IMAGE)?[ _]*"
    r"|DCIM[\\/].*|DJI_\d+.*|CREATED (?:BY|WITH) .*|UNTITLED|DEFAULT|DIGITAL CAMERA.*|EXIF[ _]JPEG.*|MEDE",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Exif:
    """Clean text. `taken_at` is naive where the camera named no offset."""

    creator: str = ""
    copyright_notice: str = ""
    caption: str = ""
    taken_at: dt.datetime | None = None


def read_exif(data: bytes) -> Exif:
    """Read a TIFF structure; what is broken in it is as good as absent."""
    values = _Tiff(data).values()
    caption = clean(decode(_until_nul(values.get(_DESCRIPTION, b""))))
    return Exif(
        creator=_names(values),
        copyright_notice=_copyright(values.get(_COPYRIGHT, b"")),
        caption="" if _CAMERA.fullmatch(caption) else caption,
        taken_at=_taken(values.get(_TAKEN, b""), values.get(_OFFSET, b"")),
    )


class _Tiff:
    """The wanted values of the main directory and of Exif's own, as raw bytes by tag."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.order = {b"II": "<", b"MM": ">"}.get(data[:2], "")

    def values(self) -> dict[int, bytes]:
        if not self.order or len(self.data) < 8:
            return {}
        values = self._directory(self._number(4, 4))
        if pointer := values.pop(_IFD, b""):
            details = self._directory(int.from_bytes(pointer[:4], self._name))
            values = {**details, **values}
        return values

    @property
    def _name(self) -> Literal["little", "big"]:
        return "little" if self.order == "<" else "big"

    def _number(self, at: int, size: int) -> int:
        return int.from_bytes(self.data[at : at + size], self._name)

    def _directory(self, at: int) -> dict[int, bytes]:
        values: dict[int, bytes] = {}
        count = min(self._number(at, 2), _ENTRIES)
        for entry in range(at + 2, at + 2 + 12 * count, 12):
            if entry + 12 > len(self.data):
                break
            tag, kind, number = struct.unpack_from(f"{self.order}HHI", self.data, entry)
            size = _SIZES.get(kind, 0) * number
            if tag in _WANTED and tag not in values and 0 < size <= _LONGEST:
                start = entry + 8 if size <= 4 else self._number(entry + 8, 4)
                values[tag] = self.data[start : start + size]
        return values


def _names(values: dict[int, bytes]) -> str:
    """The creators: several are parted by semicolons, as the Metadata Working Group asks for."""
    for tag in (_ARTIST, _PHOTOGRAPHER):
        if text := clean(decode(_until_nul(values.get(tag, b"")))):
            return ", ".join(filter(None, (each.strip(' "') for each in text.split(";"))))
    return clean(values.get(_XP_AUTHOR, b"").decode("utf-16-le", "ignore")).replace(";", ",")


def _copyright(value: bytes) -> str:
    """The photographer's notice, and the editor's after a NUL (Exif: only the editor's: " \\0")."""
    parts = [clean(decode(part)) for part in value.split(b"\x00")[:2]]
    return " ".join(dict.fromkeys(filter(None, parts)))


def _until_nul(value: bytes) -> bytes:
    return value.split(b"\x00", 1)[0]


def _taken(value: bytes, offset: bytes) -> dt.datetime | None:
    written = _until_nul(value).decode("ascii", "replace").strip()
    zone = _until_nul(offset).decode("ascii", "replace").strip()
    try:
        return dt.datetime.strptime(f"{written} {zone}", "%Y:%m:%d %H:%M:%S %z")
    except ValueError:
        pass
    try:
        return dt.datetime.strptime(written[:19], "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007
    except ValueError:
        return None
