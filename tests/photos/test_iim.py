"""IIM records in the encodings that programs of thirty years wrote them in."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.photos.iim import Iim, read_iim

AE = "Søren Ærø Ågård"
WORDS = st.text("abc æøåÆØÅ.", max_size=32).map(lambda text: " ".join(text.split()))
UTF_8 = b"\x1b%G"


def dataset(record: int, number: int, value: bytes) -> bytes:
    return bytes([0x1C, record, number]) + len(value).to_bytes(2, "big") + value


def record(encoding: str, declared: bytes = b"", **texts: str) -> bytes:
    numbers = {"creator": 80, "credit": 110, "copyright_notice": 116, "caption": 120}
    head = dataset(1, 90, declared) if declared else b""
    return head + b"".join(
        dataset(2, numbers[name], text.encode(encoding)) for name, text in texts.items()
    )


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", UTF_8),
        ("utf-8", b""),
        ("cp1252", b""),
        ("latin-1", b"\x1b.A"),
        ("cp1252", UTF_8),  # declared, but not so
        ("mac-roman", b""),
    ],
)
def test_danish_in_every_encoding(encoding: str, declared: bytes) -> None:
    data = record(encoding, declared, creator=AE, credit="Smørrebrød")
    assert read_iim(data) == Iim(creator=AE, credit="Smørrebrød")


@given(st.sampled_from(["utf-8", "cp1252"]), WORDS, WORDS)
def test_what_was_written_is_read(encoding: str, creator: str, caption: str) -> None:
    data = record(encoding, creator=creator, caption=caption)
    assert read_iim(data) == Iim(creator=creator, caption=caption)


@pytest.mark.parametrize("text", ["¿Qué?", "½ & ¾", "Ørsted¯", "® Søren", "50 €"])
def test_windows_signs_are_not_taken_for_a_macintoshs(text: str) -> None:
    assert read_iim(record("cp1252", creator=text)) == Iim(creator=text)


def test_a_letter_that_the_longest_dataset_cut_through() -> None:
    data = dataset(1, 90, UTF_8) + dataset(2, 80, "Jørgen Sø".encode()[:-1])
    assert read_iim(data) == Iim(creator="Jørgen S")


def test_several_creators_and_every_dataset_that_we_read() -> None:
    data = b"".join(
        dataset(2, number, value)
        for number, value in [
            (80, b"Jane Doe"),
            (80, b""),
            (80, b"John Doe"),
            (5, b"Title"),
            (40, b"NO SALES"),
            (105, b"Headline"),
            (110, b"Agency"),
            (116, b"Notice"),
            (120, b"Two\rlines"),
            (55, b"20260701"),
            (60, b"123000+0200"),
        ]
    )
    assert read_iim(data) == Iim(
        creator="Jane Doe, John Doe",
        credit="Agency",
        copyright_notice="Notice",
        caption="Two lines",
        headline="Headline",
        title="Title",
        instructions="NO SALES",
        taken_at=dt.datetime(2026, 7, 1, 12, 30, tzinfo=dt.timezone(dt.timedelta(hours=2))),
    )


@pytest.mark.parametrize(
    ("date", "time", "taken"),
    [
        (b"20260701", b"", "2026-07-01T00:00:00"),
        (b"20260701", b"123000", "2026-07-01T12:30:00"),
        (b"2026-07-01", b"12:30:00", "2026-07-01T12:30:00"),
        (b"20260701", b"nonsense", "2026-07-01T00:00:00"),
        (b"00000000", b"000000", None),
        (b"20261301", b"", None),
        (b"", b"123000", None),
    ],
)
def test_the_hour(date: bytes, time: bytes, taken: str | None) -> None:
    found = read_iim(dataset(2, 55, date) + dataset(2, 60, time))
    assert found == Iim(taken_at=dt.datetime.fromisoformat(taken) if taken else None)


def test_an_extended_dataset() -> None:
    data = b"\x1c\x02\x78\x80\x04" + (4).to_bytes(4, "big") + b"Long" + dataset(2, 80, b"Jane")
    assert read_iim(data) == Iim(creator="Jane", caption="Long")


@pytest.mark.parametrize(
    "damage",
    [b"\x1c\x02\x6e\xff\xff", b"\x1c\x02\x6e\x80\x09" + b"\xff" * 9, b"\x1c\x02", b"junk"],
)
def test_what_stands_before_damage_counts(damage: bytes) -> None:
    assert read_iim(dataset(2, 80, b"Jane") + damage) == Iim(creator="Jane")


@given(st.binary(max_size=200))
def test_any_bytes_are_read(data: bytes) -> None:
    read_iim(b"\x1c\x02" + data)
