"""Exif as cameras write it: both byte orders, odd encodings, odd values."""

import datetime as dt
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.photos.exif import Exif, read_exif

ARTIST, COPYRIGHT, DESCRIPTION, XP_AUTHOR = 0x013B, 0x8298, 0x010E, 0x9C9D
TAKEN, OFFSET, POINTER = 0x9003, 0x9011, 0x8769
ASCII, BYTE, LONG = 2, 1, 4


def tiff(order: str, *entries: tuple[int, int, bytes], details: tuple = ()) -> bytes:
    """A TIFF structure with one directory, and Exif's own behind it."""
    head = {"<": b"II*\x00", ">": b"MM\x00*"}[order] + struct.pack(f"{order}I", 8)
    if not details:
        return head + _directory(order, 8, entries)
    where = 8 + len(_directory(order, 8, (*entries, (POINTER, LONG, b"\0" * 4))))
    pointer = (POINTER, LONG, struct.pack(f"{order}I", where))
    return head + _directory(order, 8, (*entries, pointer)) + _directory(order, where, details)


def _directory(order: str, at: int, entries: tuple) -> bytes:
    body, after = struct.pack(f"{order}H", len(entries)), b""
    end = at + 2 + 12 * len(entries) + 4
    for tag, kind, value in entries:
        count = len(value) // (4 if kind == LONG else 1)
        inline = value.ljust(4, b"\0") if len(value) <= 4 else b""
        body += struct.pack(f"{order}HHI", tag, kind, count)
        body += inline or struct.pack(f"{order}I", end + len(after))
        after += b"" if inline else value
    return body + b"\0" * 4 + after


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_all_that_we_read(order: str, encoding: str) -> None:
    data = tiff(
        order,
        (DESCRIPTION, ASCII, "Blåt lys\0junk".encode(encoding)),
        (ARTIST, ASCII, "Søren Ærø; Jane Doe\0".encode(encoding)),
        (COPYRIGHT, ASCII, "© Søren\0".encode(encoding)),
        details=((TAKEN, ASCII, b"2026:07:01 12:30:00\0"), (OFFSET, ASCII, b"+02:00\0")),
    )
    assert read_exif(data) == Exif(
        creator="Søren Ærø, Jane Doe",
        copyright_notice="© Søren",
        caption="Blåt lys",
        taken_at=dt.datetime(2026, 7, 1, 12, 30, tzinfo=dt.timezone(dt.timedelta(hours=2))),
    )


@pytest.mark.parametrize(
    ("notice", "read"),
    [
        (b"Jane Doe\0", "Jane Doe"),
        (b"Jane Doe\0The Paper\0", "Jane Doe The Paper"),
        (b" \0The Paper\0", "The Paper"),
        (b"Jane\0Jane\0", "Jane"),
        (b"     \0", ""),
        (b"J\0", "J"),
    ],
)
def test_a_notice_of_photographer_and_editor(notice: bytes, read: str) -> None:
    assert read_exif(tiff("<", (COPYRIGHT, ASCII, notice))) == Exif(copyright_notice=read)


@pytest.mark.parametrize(
    "words",
    ["OLYMPUS DIGITAL CAMERA         ", "SONY DSC", "DCIM\\100GOPRO\\GOPR0482.JPG", "default"]
    + ["Created with GIMP", "Exif_JPEG_PICTURE", "DJI_0245", "           "],
)
def test_what_cameras_write_by_themselves_is_no_caption(words: str) -> None:
    assert read_exif(tiff(">", (DESCRIPTION, ASCII, words.encode()))) == Exif()


@pytest.mark.parametrize("words", ["Sony's new camera", "A photo", "Picture this", "NIKON D6"])
def test_what_people_write_is_one(words: str) -> None:
    assert read_exif(tiff(">", (DESCRIPTION, ASCII, words.encode()))).caption == words


def test_the_author_that_windows_explorer_writes() -> None:
    author = "Søren; Jane\0".encode("utf-16-le")
    assert read_exif(tiff("<", (XP_AUTHOR, BYTE, author))) == Exif(creator="Søren, Jane")


@pytest.mark.parametrize(
    ("taken", "read"),
    [
        (b"2026:07:01 12:30:00\0", "2026-07-01T12:30:00"),
        (b"2026:07:01 12:30:00.25\0", "2026-07-01T12:30:00"),
        (b"0000:00:00 00:00:00\0", None),
        (b"    :  :     :  :  \0", None),
        (b"2026:02:30 12:30:00\0", None),
    ],
)
def test_an_hour_without_an_offset_stays_without(taken: bytes, read: str | None) -> None:
    found = read_exif(tiff("<", details=((TAKEN, ASCII, taken),)))
    assert found == Exif(taken_at=dt.datetime.fromisoformat(read) if read else None)


@given(st.sampled_from([b"II*\0", b"MM\0*"]), st.binary(max_size=300))
def test_any_bytes_are_read(head: bytes, data: bytes) -> None:
    read_exif(head + data)
    read_exif(head + struct.pack("<I" if head[:1] == b"I" else ">I", 8) + data)
