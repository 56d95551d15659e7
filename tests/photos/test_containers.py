"""Where each kind of file keeps its metadata, and what a hostile one can not make us do."""

import io
import struct
import time
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.photos.containers.blocks import LONGEST, Blocks
from articles.photos.containers.open import read_blocks
from tests.photos.pictures import encode, heic, quarters

EXIF = b"II*\x00\x08\x00\x00\x00\x00\x00\x00\x00\x00\x00"
XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"
GUID = b"0123456789ABCDEF" * 2
EXTENSION = b"http://ns.adobe.com/xmp/extension/\x00"


def blocks(data: bytes) -> Blocks:
    return read_blocks(io.BytesIO(data))


def jpeg(*segments: tuple[int, bytes]) -> bytes:
    body = b"".join(struct.pack(">BBH", 0xFF, kind, len(s) + 2) + s for kind, s in segments)
    return b"\xff\xd8" + body + encode(quarters(8, 8))[2:]


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    body = b"".join(
        struct.pack(">I", len(c)) + kind + c + struct.pack(">I", zlib.crc32(kind + c))
        for kind, c in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body + struct.pack(">I", 0) + b"IEND" + b"\xae\x42\x60\x82"


def resource(number: int, content: bytes, name: bytes = b"\0\0") -> bytes:
    return b"8BIM" + struct.pack(">H", number) + name + struct.pack(">I", len(content)) + content


def extension(offset: int, piece: bytes) -> tuple[int, bytes]:
    return 0xE1, EXTENSION + GUID + struct.pack(">II", 9, offset) + piece


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "AVIF"])
def test_what_pillow_writes(kind: str) -> None:
    data = encode(quarters(), kind, exif=b"Exif\0\0" + EXIF, xmp=XMP)
    found = blocks(data)
    assert (found.exif[:8], found.xmp) == (EXIF[:8], XMP)
    at, length = found.xmp_at or (0, 0)
    assert data[at : at + length] == XMP


def test_what_phones_write() -> None:
    found = blocks(heic(quarters(), exif=b"Exif\0\0" + EXIF, xmp=XMP))
    assert (found.exif[:8], found.xmp) == (EXIF[:8], XMP)


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xd8\xff", b"GIF89a", b"<svg/>", encode(quarters(), "GIF"), encode(quarters())],
)
def test_what_says_nothing(data: bytes) -> None:
    assert blocks(data) == Blocks()


def test_the_segments_of_a_jpeg() -> None:
    record = resource(0x0425, b"d" * 16) + resource(0x0404, b"\x1c\x02\x50\0\0", b"\x05names")
    found = blocks(
        jpeg(
            (0xE0, b"JFIF"),
            extension(5, b"tend"),
            (0xED, b"Photoshop 3.0\0" + record[:30]),
            (0xE1, b"Exif\0\0" + EXIF),
            (0xED, b"Photoshop 3.0\0" + record[30:]),
            (0xE1, b"http://ns.adobe.com/xap/1.0/\0" + XMP),
            (0xE1, b"http://ns.adobe.com/xap/1.0/\0second"),
            extension(0, b"It ex"),
        )
    )
    assert found == Blocks(
        exif=EXIF,
        iim=b"\x1c\x02\x50\0\0",
        digest=b"d" * 16,
        xmp=XMP,
        xmp_at=found.xmp_at,
        extended={GUID: b"It extend"},
    )


def test_an_extension_that_lacks_a_piece_is_none() -> None:
    assert blocks(jpeg(extension(0, b"It"), extension(5, b"end"))).extended == {GUID: b""}


def test_the_texts_of_a_png() -> None:
    found = blocks(
        png(
            (b"IDAT", b"pixels"),
            (b"tEXt", "Author\0Søren".encode("latin-1")),
            (b"zTXt", b"Copyright\0\0" + zlib.compress("© Lys".encode())),
            (b"iTXt", "Description\0\0\0da\0Beskrivelse\0Blåt".encode()),
            (b"iTXt", b"XML:com.adobe.xmp\0\x01\0\0\0" + zlib.compress(XMP)),
            (
                b"tEXt",
                b"Raw profile type exif\0\nexif\n 20\n" + (b"Exif\0\0" + EXIF).hex().encode(),
            ),
            (b"tEXt", b"Raw profile type iptc\0\niptc\n 5\n1c02\n500000\n"),
            (b"tEXt", b"Software\0secret"),
        )
    )
    assert found == Blocks(
        exif=EXIF,
        iim=b"\x1c\x02\x50\0\0",
        xmp=XMP,
        texts={"Author": "Søren", "Copyright": "© Lys", "Description": "Blåt"},
    )


BOMB = zlib.compress(b"\0" * (LONGEST + 1))
MANY = b"\0\0\0\0" + b"\x44\x00" + b"\xff\xff" + b"\0\x01\0\0\xff\xff" * 60_000
HOSTILE = {
    "zipped for ever": png(*[(b"zTXt", b"Copyright\0\0" + BOMB)] * 500),
    "ends in a profile": png((b"tEXt", b"Raw profile type exif\0\nexif\n 20\nzz")),
    "chunk of 4 GB": b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffiTXtXML:com.adobe.xmp\0",
    "segments without end": b"\xff\xd8" + b"\xff\xe1\x00\x00" * 100_000,
    "only filling": b"\xff\xd8" + b"\xff" * 400_000,
    "packets by the hundred": jpeg(
        *[(0xE1, EXTENSION + b"%032d" % n + b"\0" * 8 + b"x" * 1000) for n in range(500)]
    ),
    "boxes of no size": b"\0\0\0\x08ftyp" + b"\0\0\0\x01free" + b"\0" * 100_000,
    "boxes of all sizes": b"\0\0\0\x08ftypheic" + b"\0\0\0\x01free" + b"\xff" * 8,
    "items by the million": b"\0\0\0\x0cftypavif"
    + struct.pack(">I", len(MANY) + 36)
    + b"meta\0\0\0\0"
    + b"\0\0\0\x10iinf\0\0\0\0\0\0\0\0"
    + struct.pack(">I", len(MANY) + 8)
    + b"iloc"
    + MANY,
    "riff of 4 GB": b"RIFF\xff\xff\xff\xffWEBPXMP \xff\xff\xff\xff" + b"x" * 100,
}  # fmt: skip


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_file_costs_little_and_says_nothing(data: bytes) -> None:
    before = time.process_time()
    found = blocks(data)
    assert time.process_time() - before < 2
    assert (found.exif, found.iim, found.xmp, found.texts.get("Copyright", "")) == (
        b"",
        b"",
        b"",
        "",
    )
    assert sum(map(len, found.extended.values())) < LONGEST


@given(st.sampled_from([jpeg(), png(), encode(quarters(), "AVIF", xmp=XMP)]), st.data())
def test_any_damage_is_survived(whole: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, min(len(whole), 400)))
    cut = data.draw(st.integers(0, 20))
    blocks(whole[:at] + data.draw(st.binary(max_size=20)) + whole[at + cut :])
