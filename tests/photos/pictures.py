"""Picture files made for tests: small, told apart by colour, and described as they come in."""

import io
import random
import struct
import zlib
from typing import Any

import pillow_heif
from PIL import Image

RED, BLUE, WHITE, GREEN = (255, 0, 0), (0, 0, 255), (255, 255, 255), (0, 255, 0)
_NAMES = {RED: "red", BLUE: "blue", WHITE: "white", GREEN: "green"}


def quarters(width: int = 96, height: int = 64) -> Image.Image:
    """Red at the top left, blue at the bottom right, white elsewhere."""
    image = Image.new("RGB", (width, height), "white")
    image.paste(RED, (0, 0, width // 2, height // 2))
    image.paste(BLUE, (width // 2, height // 2, width, height))
    return image


def colours(image: Image.Image) -> list[str]:
    """What stands in the middle of each quarter, reading as text does."""
    width, height = image.size
    pixels = image.convert("RGB")
    return [
        _nearest(pixels.getpixel((x, y)))
        for y in (height // 4, 3 * height // 4)
        for x in (width // 4, 3 * width // 4)
    ]


def _nearest(pixel: Any) -> str:
    """The colour's name; compressing and other colour spaces shift it a little."""

    def distance(colour: tuple[int, int, int]) -> int:
        return sum(abs(a - b) for a, b in zip(colour, pixel, strict=True))

    return _NAMES[min(_NAMES, key=distance)]


def encode(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def with_iptc(jpeg: bytes, **datasets: bytes) -> bytes:
    """`jpeg` with IPTC datasets, in whatever encoding their bytes have."""
    numbers = {"creator": 80, "credit": 110, "copyright": 116, "caption": 120}
    iptc = b"".join(
        struct.pack(">BBBH", 0x1C, 2, numbers[name], len(value)) + value
        for name, value in datasets.items()
    )
    resource = b"8BIM" + struct.pack(">HHI", 0x0404, 0, len(iptc)) + iptc + b"\0" * (len(iptc) % 2)
    content = b"Photoshop 3.0\x00" + resource
    return jpeg[:2] + struct.pack(">BBH", 0xFF, 0xED, len(content) + 2) + content + jpeg[2:]


def png_that_claims(width: int, height: int) -> bytes:
    """A PNG whose header names a size, without the pixels to go with it."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 100)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


def scene(number: int, width: int = 480, height: int = 320) -> Image.Image:
    """A soft picture of many tones, as a photo is one; each number another."""
    chance = random.Random(number)
    small = Image.new("RGB", (9, 6))
    small.putdata([tuple(chance.randrange(256) for _ in range(3)) for _ in range(54)])
    return small.resize((width, height), Image.Resampling.BICUBIC)


def heic(image: Image.Image, **options: Any) -> bytes:
    """As phones save pictures."""
    out = io.BytesIO()
    pillow_heif.from_pillow(image).save(out, quality=50, **options)
    return out.getvalue()
