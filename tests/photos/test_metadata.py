"""What a file says of itself, whichever of Exif, IIM and XMP says it, and if they differ."""

import datetime as dt
import hashlib
import io
import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.demo.camera import develop
from articles.photos import metadata
from articles.photos.metadata import Metadata, read_metadata
from articles.photos.packet import write_packet
from tests.photos.pictures import encode, quarters, with_iptc

PLAIN = encode(quarters())
AE = "Søren Ærø Ågård"
SAID = {
    "creator": AE,
    "credit": "Linse & Lys",
    "copyright": "© Linse & Lys",
    "caption": "Blåt lys over søen – »æøå«.",
}
READ = Metadata(
    creator=AE,
    credit="Linse & Lys",
    copyright_notice="© Linse & Lys",
    captions={"": SAID["caption"]},
)


def exif(**texts: bytes) -> bytes:
    """A JPEG with Exif alone."""
    tags = {"caption": 0x010E, "creator": 0x013B, "copyright": 0x8298}
    block = quarters().getexif()
    for name, text in texts.items():
        block[tags[name]] = text
    return encode(quarters(), exif=block)


def with_xmp(jpeg: bytes, packet: bytes) -> bytes:
    content = b"http://ns.adobe.com/xap/1.0/\0" + packet
    return jpeg[:2] + struct.pack(">BBH", 0xFF, 0xE1, len(content) + 2) + content + jpeg[2:]


def packet(creator: str, credit: str = "", rights: str = "") -> bytes:
    return write_packet(
        creator=creator, credit=credit, copyright_notice=rights, license_url="", acquire_url=""
    )


def with_digest(jpeg: bytes, digest: bytes) -> bytes:
    resource = b"8BIM" + struct.pack(">HHI", 0x0425, 0, 16) + digest
    content = b"Photoshop 3.0\0" + resource
    return jpeg[:2] + struct.pack(">BBH", 0xFF, 0xED, len(content) + 2) + content + jpeg[2:]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_iptc_in_utf_8_and_in_the_western_encoding(encoding: str) -> None:
    data = with_iptc(PLAIN, **{name: text.encode(encoding) for name, text in SAID.items()})
    assert read_metadata(data) == READ


def test_a_path_a_file_and_bytes_are_read_alike(tmp_path: Path) -> None:
    data = develop(quarters(), creator=AE, credit="Linse & Lys", caption=SAID["caption"])
    (tmp_path / "a.jpg").write_bytes(data)
    assert read_metadata(data) == READ
    assert read_metadata(io.BytesIO(data)) == READ
    assert read_metadata(tmp_path / "a.jpg") == READ
    with pytest.raises(FileNotFoundError):
        read_metadata(tmp_path / "b.jpg")


def test_exif_comes_before_iptc_as_the_guidelines_say() -> None:
    data = with_iptc(exif(creator=b"Camera Owner"), creator=b"Signe Brandt", credit=b"Lys")
    assert read_metadata(data) == Metadata(creator="Camera Owner", credit="Lys")


@pytest.mark.parametrize("creator", [b"S?ren ?r? ?g?rd", AE.encode("cp1250", "replace")])
def test_the_same_name_in_a_poorer_encoding_gives_way(creator: bytes) -> None:
    data = with_xmp(with_iptc(exif(creator=creator), creator=creator), packet(AE))
    assert read_metadata(data) == Metadata(creator=AE)


@pytest.mark.parametrize(
    ("stale", "creator", "credit"), [(True, "Later Hand", "Lys"), (False, "Jane Doe", "Lys")]
)
def test_iptc_comes_before_xmp_only_if_it_was_changed_later(
    stale: bool, creator: str, credit: str
) -> None:
    jpeg = with_iptc(PLAIN, creator=b"Later Hand")
    record = b"\x1c\x02\x50\x00\x0aLater Hand"
    digest = b"x" * 16 if stale else hashlib.md5(record).digest()
    data = with_digest(with_xmp(jpeg, packet("Jane Doe", "Lys")), digest)
    assert read_metadata(data) == Metadata(creator=creator, credit=credit)
    without = with_xmp(jpeg, packet("Jane Doe", "Lys"))
    assert read_metadata(without) == Metadata(creator="Jane Doe", credit="Lys")


def test_a_name_that_iptc_had_no_room_for() -> None:
    name = "A Photographer Whose Name Is Longer"
    data = with_digest(
        with_xmp(with_iptc(PLAIN, creator=name[:32].encode()), packet(name)), b"x" * 16
    )
    assert read_metadata(data) == Metadata(creator=name)


@pytest.mark.parametrize(
    ("zone", "utc"),
    [
        (dt.timezone(dt.timedelta(hours=-2)), dt.datetime(2026, 7, 1, 14, 30, tzinfo=dt.UTC)),
        (None, dt.datetime(2026, 7, 1, 10, 30, tzinfo=dt.UTC)),  # Copenhagen's, as the newsroom's
    ],
)
def test_the_hour_is_taken_with_its_offset(zone: dt.tzinfo | None, utc: dt.datetime) -> None:
    data = develop(quarters(), taken=dt.datetime(2026, 7, 1, 12, 30, tzinfo=zone))
    assert read_metadata(data) == Metadata(taken_at=utc)


@pytest.mark.parametrize(
    ("written", "utc"),
    [
        ("2026-07-01T12:30:00+09:00", dt.datetime(2026, 7, 1, 3, 30, tzinfo=dt.UTC)),
        ("2026-07-01T03:30:00Z", dt.datetime(2026, 7, 1, 3, 30, tzinfo=dt.UTC)),
        ("2026-07-04T03:30:00Z", dt.datetime(2026, 7, 1, 10, 30, tzinfo=dt.UTC)),  # another hour
    ],
)
def test_a_clock_without_an_offset_takes_that_of_the_xmp(written: str, utc: dt.datetime) -> None:
    said = packet("").replace(
        b"</rdf:Description>",
        f"<photoshop:DateCreated>{written}</photoshop:DateCreated></rdf:Description>".encode(),
    )
    data = with_xmp(develop(quarters(), taken=dt.datetime(2026, 7, 1, 12, 30)), said)  # noqa: DTZ001
    assert read_metadata(data) == Metadata(taken_at=utc)


@pytest.mark.parametrize("year", [b"0001:01:01 00:00:00", b"0000:00:00 00:00:00"])
def test_an_hour_that_is_none_is_left_out(year: bytes) -> None:
    block = quarters().getexif()
    block.get_ifd(0x8769)[0x9003] = year.decode()
    assert read_metadata(encode(quarters(), exif=block)) == Metadata()


def test_a_stock_number_comes_from_the_name() -> None:
    assert read_metadata(PLAIN, filename="shutterstock_123456789.jpg") == Metadata(
        stock_id="123456789"
    )
    assert read_metadata(b"", filename="iStock-1234567.jpg") == Metadata(stock_id="1234567")


@pytest.mark.parametrize("data", [b"", b"no picture", PLAIN])
def test_what_says_nothing_is_nothing(data: bytes) -> None:
    assert read_metadata(data) == Metadata()


def test_broken_metadata_does_no_harm() -> None:
    broken = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00\xff\xff\xff\xff"
    segment = b"\xff\xed" + (len(broken) + 2).to_bytes(2, "big") + broken
    assert read_metadata(PLAIN[:2] + segment + PLAIN[2:]) == Metadata()


def test_a_reader_that_fails_leaves_the_others_their_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metadata, "read_iim", lambda data: 1 / 0)
    data = with_xmp(with_iptc(PLAIN, creator=b"Signe"), packet("Jane Doe"))
    assert read_metadata(data) == Metadata(creator="Jane Doe")


@given(st.binary(max_size=300), st.integers(0, 700))
def test_no_damage_raises(junk: bytes, at: int) -> None:
    whole = develop(quarters(8, 8), creator=AE, credit="Lys", caption="Blåt")
    read_metadata(whole[:at] + junk + whole[at + len(junk) :])
