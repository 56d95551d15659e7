"""What a file says of itself is read, in the encodings that agencies and cameras use."""

import datetime as dt

import pytest

from articles.demo.camera import develop
from articles.photos.metadata import Metadata, read_metadata
from tests.photos.pictures import encode, quarters, with_iptc

PLAIN = encode(quarters())
SAID = {
    "creator": "Søren Ærø Ågård",
    "credit": "Linse & Lys",
    "copyright": "© Linse & Lys",
    "caption": "Blåt lys over søen – »æøå«.",
}
READ = Metadata(
    creator=SAID["creator"],
    credit=SAID["credit"],
    copyright_notice=SAID["copyright"],
    captions={"": SAID["caption"]},
)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_iptc_in_utf_8_and_in_the_western_encoding(encoding: str) -> None:
    data = with_iptc(PLAIN, **{name: text.encode(encoding) for name, text in SAID.items()})
    assert read_metadata(data) == READ


def test_iptc_in_latin_1() -> None:
    data = with_iptc(PLAIN, creator="Søren Ågård".encode("latin-1"))
    assert read_metadata(data) == Metadata(creator="Søren Ågård")


def test_exif_comes_before_iptc_as_the_guidelines_say() -> None:
    exif = quarters().getexif()
    exif[0x013B] = b"Camera Owner"
    data = with_iptc(encode(quarters(), exif=exif), creator=b"Signe Brandt")
    assert read_metadata(data) == Metadata(creator="Camera Owner")


def test_exif_says_it_where_there_is_no_iptc() -> None:
    exif = quarters().getexif()
    exif[0x013B], exif[0x8298] = "Søren Ågård".encode(), "© Søren Ågård".encode()
    assert read_metadata(encode(quarters(), exif=exif)) == Metadata(
        creator="Søren Ågård", copyright_notice="© Søren Ågård"
    )


@pytest.mark.parametrize(
    ("zone", "utc"),
    [
        (dt.timezone(dt.timedelta(hours=2)), dt.datetime(2026, 7, 1, 10, 30, tzinfo=dt.UTC)),
        (None, dt.datetime(2026, 7, 1, 10, 30, tzinfo=dt.UTC)),  # Copenhagen's
    ],
)
def test_the_hour_is_taken_with_its_offset(zone: dt.tzinfo | None, utc: dt.datetime) -> None:
    data = develop(quarters(), taken=dt.datetime(2026, 7, 1, 12, 30, tzinfo=zone))
    assert read_metadata(data).taken_at == utc


def test_an_hour_that_is_none_is_left_out() -> None:
    exif = quarters().getexif()
    exif.get_ifd(0x8769)[0x9003] = "0000:00:00 00:00:00"
    assert read_metadata(encode(quarters(), exif=exif)) == Metadata()


@pytest.mark.parametrize("data", [b"", b"no picture", PLAIN])
def test_what_says_nothing_is_nothing(data: bytes) -> None:
    assert read_metadata(data) == Metadata()


def test_broken_metadata_does_no_harm() -> None:
    broken = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00\xff\xff\xff\xff"
    segment = b"\xff\xed" + (len(broken) + 2).to_bytes(2, "big") + broken
    assert read_metadata(PLAIN[:2] + segment + PLAIN[2:]) == Metadata()
