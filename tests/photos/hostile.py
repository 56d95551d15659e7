"""Files that somebody made to break whoever opens them, and odd ones that are quite all right.

Every one is made here, small, and told by what it does.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

import pillow_heif
from PIL import Image

from tests.photos.pictures import encode, quarters, scene

Make = Callable[[], bytes]

pillow_heif.register_heif_opener()
_NO_EXIF = b"II*\0\x08\0\0\0" + bytes(6)


def segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def jpeg_with(*segments: bytes) -> bytes:
    """A good JPEG with segments of ours before its own."""
    good = encode(quarters())
    return good[:2] + b"".join(segments) + good[2:]


def chunk(kind: bytes, content: bytes) -> bytes:
    return (
        struct.pack(">I", len(content))
        + kind
        + content
        + struct.pack(">I", zlib.crc32(kind + content))
    )


def png_with(*chunks: bytes) -> bytes:
    """A good PNG with chunks of ours after its header."""
    good = encode(quarters(), "PNG")
    return good[:33] + b"".join(chunks) + good[33:]


def bomb(size: int) -> bytes:
    return zlib.compress(bytes(size), 6)


def exif(order: str, *entries: tuple[int, int, int, int], next_ifd: int = 0) -> bytes:
    """An Exif segment whose one directory has those entries: tag, type, count, value."""
    body = b"".join(struct.pack(f"{order}HHII", *entry) for entry in entries)
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(f"{order}I", 8)
    directory = struct.pack(f"{order}H", len(entries)) + body + struct.pack(f"{order}I", next_ifd)
    return segment(0xE1, b"Exif\0\0" + head + directory)


def rewritten(data: bytes, name: bytes, width: int, height: int) -> bytes:
    """A file in boxes that claims another size (ISO 23008-12: ispe)."""
    place = data.index(name) + 8
    return data[:place] + struct.pack(">II", width, height) + data[place + 8 :]


def many_scans(times: int) -> bytes:
    """A progressive JPEG whose last scan comes again and again."""
    good = encode(scene(3, 2000, 1500), quality=95, progressive=True)
    last = good.rindex(b"\xff\xda")
    return good[:-2] + good[last:-2] * times + b"\xff\xd9"


def frame(data: bytes, width: int, height: int) -> bytes:
    """A JPEG whose frame header claims another size."""
    place = next(data.index(mark) for mark in (b"\xff\xc0", b"\xff\xc2") if mark in data) + 5
    return data[:place] + struct.pack(">HH", height, width) + data[place + 4 :]


def zipped() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("run.exe", b"MZ")
    return out.getvalue()


def webp_that_claims(width: int, height: int) -> bytes:
    good = encode(quarters().convert("RGBA"), "WEBP", lossless=True, exif=b"Exif\0\0" + _NO_EXIF)
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return good[:24] + size + good[30:]


def heic(image: Image.Image, **options: Any) -> bytes:
    return encode(image, "HEIF", quality=60, **options)


DEEP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + b"<a>" * 9_000
LAUGHS = (
    b"<!DOCTYPE l [<!ENTITY a 'ha'>"
    + b"".join(b"<!ENTITY %c '%s'>" % (97 + n, b"&%c;" % (96 + n) * 10) for n in range(1, 20))
    + b"]><x:xmpmeta xmlns:x='adobe:ns:meta/'>&t;</x:xmpmeta>"
)

# Taken or refused, but soon, within bounds, and without a trace.
EITHER: dict[str, Make] = {
    "exif that names itself": lambda: jpeg_with(exif("<", (0x8769, 4, 1, 8), next_ifd=8)),
    "exif, count of four billion": lambda: jpeg_with(exif(">", (0x010E, 2, 0xFFFFFFFF, 8))),
    "exif beyond its end": lambda: jpeg_with(exif("<", (0x8769, 4, 1, 0xFFFFFFF0))),
    "exif, orientation of 99": lambda: jpeg_with(exif("<", (0x0112, 3, 1, 99))),
    "sixty thousand segments": lambda: jpeg_with(*[segment(0xFE, b"")] * 60_000),
    "a profile of 16 MB": lambda: jpeg_with(
        *(segment(0xE2, b"ICC_PROFILE\0" + bytes([n, 255]) + bytes(65_000)) for n in range(1, 256))
    ),
    "deep xmp": lambda: jpeg_with(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + DEEP)),
    "laughing xmp": lambda: jpeg_with(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + LAUGHS)),
    "three hundred scans": lambda: many_scans(300),
    "png, profile of 150 MB": lambda: png_with(chunk(b"iCCP", b"x\0\0" + bomb(150_000_000))),
    "png, text of 150 MB": lambda: png_with(chunk(b"zTXt", b"Comment\0\0" + bomb(150_000_000))),
    "png, xmp of 150 MB": lambda: png_with(
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0" + bomb(150_000_000))
    ),
    "png of 100,000 chunks": lambda: png_with(*[chunk(b"tEXt", b"a\0b")] * 100_000),
    "png, pixels of 150 MB for a few": lambda: png_with(chunk(b"IDAT", bomb(150_000_000))),
    "jpeg, frame larger than its scan": lambda: frame(encode(quarters()), 9_900, 9_900),
    "webp that claims more": lambda: webp_that_claims(4_000, 4_000),
    "heic that claims less": lambda: rewritten(heic(quarters()), b"ispe", 20, 20),
    "avif that claims more": lambda: rewritten(encode(quarters(), "AVIF"), b"ispe", 6_000, 6_000),
    "heic that claims more": lambda: rewritten(heic(quarters()), b"ispe", 7_000, 7_000),
}

_CMYK = quarters().convert("CMYK")
# Odd, and pictures all the same: the size that each has.
TAKEN: dict[str, tuple[Make, tuple[int, int]]] = {
    "jpeg with a zip behind": (lambda: encode(quarters()) + zipped(), (96, 64)),
    "jpeg with a web page inside": (
        lambda: jpeg_with(segment(0xFE, b"<html><script>alert(1)</script>")),
        (96, 64),
    ),
    "jpeg with a pdf inside": (lambda: jpeg_with(segment(0xFE, b"%PDF-1.7")), (96, 64)),
    "jpeg in cmyk": (lambda: encode(_CMYK), (96, 64)),
    "jpeg in grey": (lambda: encode(quarters().convert("L")), (96, 64)),
    "jpeg in many passes": (lambda: encode(scene(1), progressive=True), (480, 320)),
    "jpeg with a second view": (
        lambda: encode(quarters(), "MPO", save_all=True, append_images=[quarters()]),
        (96, 64),
    ),
    "png of one bit": (lambda: encode(quarters().convert("1"), "PNG"), (96, 64)),
    "png of 16 bits": (lambda: encode(Image.new("I;16", (96, 64), 999), "PNG"), (96, 64)),
    "png with a palette": (lambda: encode(quarters().convert("P"), "PNG"), (96, 64)),
    "webp without loss": (lambda: encode(quarters(), "WEBP", lossless=True), (96, 64)),
    "avif to be seen through": (lambda: encode(quarters().convert("RGBA"), "AVIF"), (96, 64)),
    "heic": (lambda: heic(quarters()), (96, 64)),
    "heic to be seen through": (lambda: heic(quarters().convert("RGBA")), (96, 64)),
    "heic in tiles": (lambda: heic(scene(2, 500, 300), tile_size=256), (500, 300)),
    "long and narrow": (lambda: encode(quarters(1600, 80)), (1600, 80)),
}
