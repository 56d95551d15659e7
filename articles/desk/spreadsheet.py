"""Tables for spreadsheets: CSV as Excel opens it by a double click. Pure but for the response.

UTF-8 with a mark in front, or Excel takes it for the machine's own code page. Danish spreadsheets
write numbers with commas and so expect semicolons between cells; English ones expect commas.
Every cell is made safe: see articles.text.cells.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any, Final

from django.http import HttpResponse

from articles.text.cells import safe_cell

MARK: Final = "\ufeff"
SEPARATORS: Final = {"en": ",", "da": ";"}


def sheet(header: Sequence[Any], rows: Iterable[Sequence[Any]], *, language: str) -> bytes:
    """The table as a file, its lines ended as RFC 4180 has it."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=SEPARATORS[language], lineterminator="\r\n")
    for row in (header, *rows):
        writer.writerow([safe_cell(cell) for cell in row])
    return (MARK + text.getvalue()).encode()


def download(content: bytes, filename: str) -> HttpResponse:
    """`content` as a file to be saved; kept by nobody on the way."""
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{filename}"'
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
