"""What a file is called is what it is, whatever it names itself."""

import io
import struct

import pytest
from PIL import Image

from articles.photos.formats import recognise
from articles.photos.refusals import refusal
from tests.photos.pictures import encode, quarters


def box(brand: bytes, *others: bytes) -> bytes:
    content = brand + bytes(4) + b"".join(others)
    return struct.pack(">I", len(content) + 8) + b"ftyp" + content + bytes(64)


def tiff(*tags: int) -> bytes:
    entries = b"".join(struct.pack("<HHII", tag, 3, 1, 1) for tag in tags)
    return b"II*\0\x08\0\0\0" + struct.pack("<H", len(tags)) + entries + bytes(99)


def saved(kind: str) -> bytes:
    out = io.BytesIO()
    quarters().save(out, kind)
    return out.getvalue()


THINGS = [
    (b"", "The file is empty."),
    (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "an SVG drawing"),
    (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- x -->\n<svg:svg>", "an SVG drawing"),
    ("<svg width='1'>".encode("utf-16"), "an SVG drawing"),
    (b"<!DOCTYPE html><title>x</title>", "a web page"),
    (b"just text", "a text file"),
    (encode(quarters(), "GIF"), "a GIF"),
    (saved("TIFF"), "a TIFF"),
    (saved("BMP"), "a Windows bitmap (BMP)"),
    (saved("ICO"), "an icon"),
    (saved("PPM"), "a picture in a format that few programs know"),
    (saved("PDF"), "a PDF"),
    (saved("JPEG2000"), "a JPEG 2000"),
    (saved("EPS"), "a PostScript or EPS file"),
    (tiff(271, 330), "a camera’s raw file"),
    (tiff(50706), "a camera’s raw file"),
    (b"II*\0\x10\0\0\0CR\2\0" + bytes(99), "a camera’s raw file"),
    (box(b"crx "), "a camera’s raw file"),
    (b"8BPS\0\1" + bytes(99), "a Photoshop file"),
    (box(b"qt  "), "a video"),
    (box(b"mp42", b"isom"), "a video"),
    (b"RIFF\0\0\0\0AVI LIST", "a video"),
    (box(b"hevc", b"heic"), "Moving pictures are not taken."),
    (box(b"avis", b"avif"), "Moving pictures are not taken."),
    (b"ID3\3" + bytes(99), "a sound recording"),
    (b"PK\3\4" + bytes(99), "a ZIP or another archive"),
    (b"MZ" + bytes(99), "a program"),
    (b"\xff\x0a" + bytes(99), "a JPEG XL"),
    (bytes(range(1, 200)), "This is not a picture that we know."),
]


@pytest.mark.parametrize(("head", "what"), THINGS, ids=range(len(THINGS)))
def test_what_is_refused_is_named(head: bytes, what: str) -> None:
    said = str(refusal(recognise(head)))
    assert said.startswith((what, f"This is {what}. Send a JPEG"))


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (encode(quarters(), "JPEG"), "jpeg"),
        (encode(quarters(), "PNG"), "png"),
        (encode(quarters(), "WEBP"), "webp"),
        (encode(quarters(), "AVIF"), "avif"),
        (box(b"mif1", b"avif", b"miaf"), "avif"),
        (box(b"heic", b"mif1"), "heif"),
        (box(b"mif1", b"heic"), "heif"),
    ],
)
def test_what_is_taken(head: bytes, kind: str) -> None:
    assert recognise(head) == kind


def test_every_beginning_of_a_file_is_something() -> None:
    for head, _what in THINGS:
        for length in range(min(len(head), 64)):
            assert isinstance(recognise(head[:length]), str)


def test_a_large_file_is_known_by_its_beginning() -> None:
    assert recognise(encode(Image.new("RGB", (2000, 2000)), "PNG")[:65536]) == "png"
