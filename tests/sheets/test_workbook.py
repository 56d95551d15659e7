"""A translation sheet as a workbook: every text survives the way there and back."""

import io
import zipfile
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from articles.sheets.lines import Line
from articles.sheets.workbook import BadSheet, read, write

TEXTS = [
    "=1+1",
    "+45 12 34 56 78",
    "-3 °C",
    "@home",
    "1.500",
    "3,5",
    "007",
    "2026-11-26",
    "'quoted",
]


def line(text: str, *, field: str = "heading", translation: str = "", was: str = "") -> Line:
    return Line("k7f2x", field, "slide", 1, text, translation, was)


def book(*rows: list[Any], first: Any = "diptych-7") -> bytes:
    made = Workbook()
    page: Any = made.active
    for row in ([first], *rows):
        page.append(row)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize("text", TEXTS)
def test_nothing_that_somebody_wrote_becomes_anything_but_text(text: str) -> None:
    content = write(7, [line(text, translation=text)], into="da", title="A title")
    assert read(content).texts == {"k7f2x.heading": (text, text)}
    page: Any = load_workbook(io.BytesIO(content)).active
    assert {page.cell(4, column).data_type for column in (1, 2, 3, 4)} == {"s"}


def test_paragraphs_and_emphasis_are_in_the_typed_form() -> None:
    body = "<p>One <strong>word</strong>.</p><p>Two.</p><ul><li>a</li><li>b</li></ul>"
    content = write(7, [line(body, field="body")], into="da", title="A title")
    original, translation = read(content).texts["k7f2x.body"]
    assert original == "One <strong>word</strong>.\n\nTwo.\n\n- a\n- b"
    assert translation == ""


def test_the_sheet_speaks_to_whoever_translates() -> None:
    page: Any = load_workbook(io.BytesIO(write(7, [line("A")], into="da", title="En"))).active
    assert [page.cell(3, column).value for column in (3, 4)] == ["engelsk".capitalize(), "Dansk"]
    assert page.cell(4, 4).protection.locked is False
    assert page.cell(4, 3).protection.locked is True


def test_what_was_translated_from_is_said_where_it_is_behind() -> None:
    content = write(7, [line("New", translation="Gammel", was="Old")], into="da", title="A title")
    page: Any = load_workbook(io.BytesIO(content)).active
    assert "Old" in page.cell(4, 2).value


@settings(max_examples=25)
@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=4))
def test_any_text_comes_back(texts: list[str]) -> None:
    lines = [
        Line(f"k7f2{letter}", "heading", "slide", 1, text, text)
        for letter, text in zip("bcdf", texts, strict=False)
    ]
    came = read(write(7, lines, into="en", title="A")).texts
    for each in lines:
        for text in came[each.reference]:
            assert "".join(text.split()) == "".join(
                letter for letter in each.original if not letter.isspace() and ord(letter) >= 32
            ).replace("\ufffe", "").replace("\uffff", "").replace("_x000D_", "")


def test_sorted_rows_other_sheets_and_numbers_are_read() -> None:
    content = book(
        ["k7f2x.body", "", "B", "Tekst_x000D_\nmere"],
        ["Note of mine", None, None, None],
        ["article.headline", "", "A", 1500],
        ["bcdfg.alt", "", "A", 3.0],
    )
    found = read(content)
    assert found.number == 7
    assert found.texts == {
        "k7f2x.body": ("B", "Tekst\nmere"),
        "article.headline": ("A", "1500"),
        "bcdfg.alt": ("A", "3"),
    }


def test_what_stands_there_twice_and_what_is_none_of_ours_is_said() -> None:
    found = read(
        book(
            ["article.headline", "", "A", ""],
            ["article.headline", "", "A", "B"],
            ["article.headline", "", "A", "C"],
            ["slide 4", "", "A", "Ny tekst"],
        )
    )
    assert found.texts == {"article.headline": ("A", "B")}
    assert found.doubled == ("article.headline", "article.headline")
    assert found.strange == ("slide 4",)


def test_neither_a_formula_nor_a_link_outwards_is_followed() -> None:
    content = book(["article.headline", "", "A", '=HYPERLINK("https://example.com","x")'])
    assert read(content).texts["article.headline"][1] == ""  # what it would come to is not known


def packed(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


BOMB = b'<!DOCTYPE a [<!ENTITY b "' + b"x" * 1000 + b'">]><workbook>&b;</workbook>'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(b"Reference;Where;English;Danish", "Save the sheet as .xlsx", id="csv"),
        pytest.param(b"", "Save the sheet as .xlsx", id="empty"),
        pytest.param(packed(word__document_xml=b"<w/>"), "Save the sheet as .xlsx", id="docx"),
        pytest.param(packed(xl__workbook_xml=b"<broken"), "damaged", id="broken"),
        pytest.param(packed(xl__workbook_xml=BOMB), "damaged", id="entities"),
        pytest.param(packed(xl__workbook_xml=b" " * 61_000_000), "too large", id="zip bomb"),
        pytest.param(b"PK" + b"\0" * 5_000_001, "too large", id="large"),
        pytest.param(book(first="Sheet 7"), "first cell", id="no number"),
        pytest.param(book(["Something", "", "A", "B"]), "no line with a reference", id="no lines"),
    ],
)
def test_what_is_no_sheet_is_refused_with_what_to_do(content: bytes, said: str) -> None:
    with pytest.raises(BadSheet, match=said):
        read(content)
