"""Bytes to text: whatever the desk's computers write is read, and nothing else."""

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importing.decode import LIMIT, decode, read
from articles.importing.errors import ManuscriptError

DANISH = "Blåbærgrød på Ærø\n\nDet er Søndag – og kedlen synger.\n“Åh,” siger Ø."
LINE_ENDS = ["\n", "\r\n", "\r"]


@pytest.mark.parametrize("ending", LINE_ENDS, ids=repr)
@pytest.mark.parametrize(
    "encoded",
    [
        lambda text: text.encode("utf-8"),
        lambda text: text.encode("utf-8-sig"),
        lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
        lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
        lambda text: text.encode("utf-16-le"),
        lambda text: text.encode("utf-16-be"),
        lambda text: text.encode("utf-32"),
    ],
    ids=["utf-8", "bom", "utf-16-le", "utf-16-be", "bare-le", "bare-be", "utf-32"],
)
def test_it_reads_unicode_with_any_line_end(encoded, ending: str) -> None:
    assert decode(encoded(DANISH.replace("\n", ending))) == DANISH


@pytest.mark.parametrize("ending", LINE_ENDS, ids=repr)
def test_it_reads_windows_1252(ending: str) -> None:
    assert decode(DANISH.replace("\n", ending).encode("cp1252")) == DANISH


def decoded(data: bytes) -> str | None:
    try:
        return decode(data)
    except ManuscriptError as error:
        assert_one_paragraph(error)
        return None


def assert_one_paragraph(error: ManuscriptError) -> None:
    assert str(error).endswith(".")
    assert "\n" not in str(error)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zs"]), min_size=1, max_size=200))
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    assert decoded(b"A kettle:" + text.encode()) == f"A kettle:{text}"
    assert decoded(codecs.BOM_UTF8 + b"A" + text.encode()) == f"A{text}"


@pytest.mark.parametrize("char", ["\u2028", "\u2029", "\x85", "\f", "\v"], ids=repr)
def test_what_no_editor_counts_as_a_line_end_stays_inside(char: str) -> None:
    assert decode(f"One{char}line\r\nTwo\r\n\r\n".encode()) == f"One{char}line\nTwo\n\n"


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    assert decoded(data) != ""


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "The file is empty"),
        (b" \r\n\t\n", "The file is empty"),
        (codecs.BOM_UTF8, "The file is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)), "not a text file"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "not a text file"),
        (b"a\x00\x00\x00b", "not a text file"),
        (b"%PDF-1.7\n%", "word processor or PDF"),
        (b"PK\x03\x04\x14\x00", "word processor or PDF"),
        (b"{\\rtf1\\ansi", "word processor or PDF"),
        (b"\n<!DOCTYPE html><html>", "code of a web page"),
        (b"One line\nBl\xc3\xa5b\xc3\xa6r\nIt br\xc3eaks", "damaged near line 3"),
        (codecs.BOM_UTF16_LE + b"a\x00b", "damaged near line 1"),
        (b"x" * (LIMIT + 1), "larger than 2 MB"),
    ],
)
def test_it_says_what_is_wrong_and_what_to_do(data: bytes, message: str) -> None:
    with pytest.raises(ManuscriptError, match=message) as caught:
        decode(data)
    assert_one_paragraph(caught.value)


def test_fifty_megabytes_are_not_even_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    with pytest.raises(ManuscriptError, match="larger than 2 MB"):
        read(huge)


def test_it_names_the_file_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ManuscriptError, match=r"There is no file “.*missing\.txt”"):
        read(tmp_path / "missing.txt")
    with pytest.raises(ManuscriptError, match="cannot be read"):
        read(tmp_path)
