"""What a file is, by its content: name and declared type say nothing. Pure.

`recognise` gives one of TAKEN, or the kind of thing that is refused; see articles.photos.refusals
for what people are told.
"""

import re
import struct
from typing import Final

HEAD: Final = 64 * 1024  # bytes from the start that tell everything

TAKEN: Final = ("jpeg", "png", "webp", "avif", "heif")
# Of the file name of an original.
SUFFIX: Final = {"jpeg": "jpg", "png": "png", "webp": "webp", "avif": "avif", "heif": "heic"}

_SIGNS: Final = (  # (kind, where it stands, what stands there)
    ("jpeg", 0, b"\xff\xd8\xff"),
    ("png", 0, b"\x89PNG\r\n\x1a\n"),
    ("gif", 0, b"GIF8"),
    ("psd", 0, b"8BPS"),
    ("raw", 0, b"FUJIFILMCCD-RAW"),
    ("raw", 0, b"IIRO"),
    ("raw", 0, b"IIRS"),
    ("raw", 0, b"MMOR"),
    ("raw", 0, b"IIU\0"),
    ("raw", 0, b"FOVb"),
    ("raw", 0, b"\0MRM"),
    ("jpeg2000", 0, b"\0\0\0\x0cjP  "),
    ("jpeg2000", 0, b"\xff\x4f\xff\x51"),
    ("jpegxl", 0, b"\xff\x0a"),
    ("jpegxl", 0, b"\0\0\0\x0cJXL "),
    ("icon", 0, b"\0\0\1\0"),
    ("icon", 0, b"\0\0\2\0"),
    ("icon", 0, b"icns"),
    ("postscript", 0, b"%!PS"),
    ("postscript", 0, b"\xc5\xd0\xd3\xc6"),
    ("archive", 0, b"PK\3\4"),
    ("archive", 0, b"PK\5\6"),
    ("archive", 0, b"Rar!"),
    ("archive", 0, b"7z\xbc\xaf"),
    ("archive", 0, b"\x1f\x8b"),
    ("archive", 0, b"BZh"),
    ("archive", 0, b"\xfd7zXZ"),
    ("office", 0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    ("program", 0, b"MZ"),
    ("program", 0, b"\x7fELF"),
    ("video", 0, b"\x1aE\xdf\xa3"),
    ("video", 0, b"FLV\1"),
    ("video", 0, b"\0\0\1\xba"),
    ("video", 0, b"\0\0\1\xb3"),
    ("video", 0, b"0&\xb2u\x8ef\xcf\x11"),
    ("video", 4, b"moov"),
    ("video", 4, b"mdat"),
    ("moving", 0, b"\x8aMNG"),
    ("sound", 0, b"ID3"),
    ("sound", 0, b"fLaC"),
    ("sound", 0, b"OggS"),
    ("raster", 0, b"v/1\1"),
    ("raster", 0, b"#?RADIANCE"),
    ("raster", 0, b"DDS "),
    ("raster", 0, b"qoif"),
    ("raster", 0, b"gimp xcf"),
    ("raster", 0, b"SIMPLE  ="),
    ("raster", 0, b"FLIF"),
    ("raster", 0, b"AT&TFORM"),
    ("raster", 0, b"BPG\xfb"),
    ("raster", 128, b"DICM"),
)
_RIFF: Final = {b"WEBP": "webp", b"AVI ": "video", b"WAVE": "sound"}
_STILL: Final = (
    ("avif", (b"avif",)),
    ("heif", (b"heic", b"heix", b"heim", b"heis", b"mif1", b"mif2")),
)
_MOVING: Final = (b"avis", b"msf1", b"hevc", b"hevx", b"hevm", b"hevs")
_TIFF: Final = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")
_DNG_VERSION: Final = 50706
_SUB_IFDS: Final = 330
_MAKE: Final = 271
_MARKUP: Final = re.compile(rb"<\s*(?:[\w.-]+:)?svg[\s>]", re.IGNORECASE)
_HTML: Final = re.compile(rb"<\s*(?:!doctype\s+html|html|head|body|script)\b", re.IGNORECASE)
_PNM: Final = re.compile(rb"P[1-7]\s+[\d#]")
_BINARY: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def recognise(head: bytes) -> str:
    """The kind of the file that begins with `head`, up to HEAD bytes of it; "unknown" at worst."""
    if not head:
        return "empty"
    for kind, place, sign in _SIGNS:
        if head.startswith(sign, place):
            return kind
    if head[:4] == b"RIFF":
        return _RIFF.get(head[8:12], "unknown")
    if head[4:8] == b"ftyp":
        return _by_brand(head)
    if head[:4] in _TIFF:
        return "raw" if _is_raw(head) else "tiff"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head[:2] == b"BM" and head[6:10] == b"\0\0\0\0":
        return "bmp"
    if _PNM.match(head):
        return "raster"
    return _by_text(head)


def _by_brand(head: bytes) -> str:
    """A file in boxes (ISO 14496-12): its brands say whether it is a picture or a film."""
    if len(head) < 16:
        return "unknown"
    size = struct.unpack(">I", head[:4])[0]
    major = head[8:12]
    brands = {major, *(head[place : place + 4] for place in range(16, min(size, 512), 4))}
    if major in _MOVING:
        return "moving"
    if major == b"crx ":
        return "raw"
    if major in (b"jxl ", b"jp2 "):
        return "jpegxl" if major == b"jxl " else "jpeg2000"
    for kind, known in _STILL:
        if major in known and major not in (b"mif1", b"mif2"):
            return kind
    if major in (b"mif1", b"mif2"):
        return next((kind for kind, known in _STILL if brands & set(known)), "unknown")
    return "video"


def _is_raw(head: bytes) -> bool:
    """Whether a TIFF is a camera's raw file, by the tags of its first directory."""
    if head[8:10] == b"CR":
        return True
    order = "<" if head[:2] == b"II" else ">"
    (start,) = struct.unpack(f"{order}I", head[4:8].ljust(4, b"\0"))
    count_bytes = head[start : start + 2]
    if len(count_bytes) < 2:
        return False
    (count,) = struct.unpack(f"{order}H", count_bytes)
    tags = {
        struct.unpack(f"{order}H", head[place : place + 2])[0]
        for place in range(start + 2, min(start + 2 + 12 * count, len(head) - 1), 12)
    }
    return _DNG_VERSION in tags or {_SUB_IFDS, _MAKE} <= tags


def _by_text(head: bytes) -> str:
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.decode("utf-16", "replace").encode()
    if _MARKUP.search(head):
        return "svg"
    if _HTML.search(head):
        return "html"
    return "unknown" if _BINARY.search(head) else "text"
