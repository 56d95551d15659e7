"""No text of ours, whoever wrote it, is run by a spreadsheet."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.cells import safe_cell


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("Jane Doe/Shutterstock.com", "Jane Doe/Shutterstock.com"),
        ("=HYPERLINK(A1)", "'=HYPERLINK(A1)"),
        ("+45 33 14", "'+45 33 14"),
        ("-1+1", "'-1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("  =1", "'  =1"),
        ("＝1", "'＝1"),
        ("\x00=1", "'=1"),
        (-3, "-3"),
        (2.5, "2.5"),
        (None, ""),
        ("", ""),
    ],
)
def test_a_cell(value: object, cell: str) -> None:
    assert safe_cell(value) == cell


@given(st.text())
def test_no_text_begins_a_formula_and_none_is_lost(text: str) -> None:
    cell = safe_cell(text)
    assert not cell.lstrip().startswith(("=", "+", "-", "@"))
    assert cell.removeprefix("'").lstrip("'") == text.replace("\x00", "").lstrip("'")


@given(st.text(alphabet=st.characters(exclude_characters="\r\x00", codec="utf-8")))
def test_it_survives_the_table(text: str) -> None:
    table = io.StringIO()
    csv.writer(table).writerow([safe_cell(text), "next"])
    table.seek(0)
    assert next(csv.reader(table)) == [safe_cell(text), "next"]
