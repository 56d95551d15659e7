"""A translation sheet as an Excel workbook, and back: whatever program it went through.

Two columns of text beside the reference of each line. The reading asks for nothing but that
reference: rows may be sorted, hidden or added, columns widened, other sheets put in.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from django.utils import translation
from django.utils.translation import gettext as _

from articles.sheets.lines import ARTICLE, Line, shown
from articles.sheets.names import field_name, place_name
from articles.text.languages import other

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

LARGEST: Final = 5_000_000  # bytes of a file that came
_UNPACKED: Final = 60_000_000  # bytes that its parts may say they hold
_ROWS: Final = 5_000
_REFERENCE: Final = re.compile(
    rf"(?:{ARTICLE}|[bcdfghjkmnpqrstvwxz23456789]{{5,12}})\.[a-z_]{{3,20}}\Z"
)
_NUMBER: Final = re.compile(r"\bdiptych-(\d{1,18})\b")
_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_RETURN: Final = re.compile(r"_x000D_\n?|\r\n?")  # a line break as Excel on Windows may write it
_FIRST: Final = 4  # the row of the first text


class BadSheet(Exception):
    """The file cannot be read as a translation sheet; its text says what to do."""


@dataclass(frozen=True, slots=True)
class Returned:
    """What a file said: the number of its sheet, {reference: (original, translation)}, references
    that stood in it twice, and rows with text and a reference that is none of ours."""

    number: int
    texts: dict[str, tuple[str, str]]
    doubled: tuple[str, ...] = ()
    strange: tuple[str, ...] = ()


@dataclass
class _Found:
    number: int = 0
    texts: dict[str, tuple[str, str]] = field(default_factory=dict)
    doubled: list[str] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)


def write(number: int, lines: Sequence[Line], *, into: str, title: str) -> bytes:
    """The workbook of sheet `number`, in the language of whoever translates `into` it."""
    from openpyxl import Workbook  # loads much that only this page needs

    with translation.override(into):
        book = Workbook()
        page: Any = book.active
        page.title = _("Translation")
        _head(page, number, into, title)
        for at, line in enumerate(lines, _FIRST):
            _put(page, at, line)
        _dress(page, len(lines))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _head(page: "Worksheet", number: int, into: str, title: str) -> None:
    languages = {"en": _("English"), "da": _("Danish")}
    _text(page, 1, 1, f"diptych-{number}")
    _text(page, 1, 2, f"{languages[other(into)]} → {languages[into]}: {title}")
    _text(
        page,
        2,
        2,
        _(
            "Write in the last column and leave the first as it is. A blank line parts paragraphs;"
            " words between <strong> and </strong> are bold, between <em> and </em> in italics."
        ),
    )
    heads = (_("Reference"), _("Where"), languages[other(into)], languages[into])
    for column, head in enumerate(heads, 1):
        _text(page, _FIRST - 1, column, head)


def _put(page: "Worksheet", at: int, line: Line) -> None:
    where = f"{place_name(line.kind, line.number)}: {field_name(line.field)}"
    if line.was:
        was = shown(line.field, line.was)
        where = _("%(where)s\n(changed; the translation is of: “%(was)s”)") % {
            "where": where,
            "was": was if len(was) <= 500 else f"{was[:500]} …",
        }
    texts = (
        line.reference,
        where,
        shown(line.field, line.original),
        shown(line.field, line.translation),
    )
    for column, text in enumerate(texts, 1):
        _text(page, at, column, text)


def _text(page: "Worksheet", row: int, column: int, text: str) -> None:
    """`text` as text: nothing that somebody wrote becomes a formula, a number or a date."""
    cell: Any = page.cell(row, column)
    cell.value = _CONTROL.sub("", text)
    cell.data_type = "s"
    cell.number_format = "@"


def _dress(page: Any, count: int) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill, Protection

    for column, width in zip("ABCD", (17, 26, 62, 62), strict=True):
        page.column_dimensions[column].width = width
    quiet, bold = Font(color="FF777777", size=9), Font(bold=True)
    paper = PatternFill("solid", fgColor="FFFFF8E1")
    for row in page.iter_rows(min_row=_FIRST, max_row=_FIRST + count - 1, max_col=4):
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        row[0].font = row[1].font = quiet
        row[3].fill, row[3].protection = paper, Protection(locked=False)
    for row in page.iter_rows(min_row=1, max_row=_FIRST - 1, max_col=4):
        for cell in row:
            cell.font = bold if cell.row != 2 else quiet
    page.freeze_panes = f"C{_FIRST}"
    page.print_title_rows = f"{_FIRST - 1}:{_FIRST - 1}"
    page.page_setup.orientation, page.page_setup.fitToHeight = "landscape", 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    # Against slips of the hand alone: no password, and widths and heights may be changed.
    page.protection.sheet = True
    page.protection.formatColumns = page.protection.formatRows = False


def read(content: bytes) -> Returned:
    """What came back in a file; raises BadSheet."""
    found = _Found()
    for cells in _rows(content):
        texts = [_said(each) for each in cells[:4]] + [""] * (4 - len(cells[:4]))
        number = _NUMBER.search(texts[0])
        if number and not found.number:
            found.number = int(number[1])
        elif _REFERENCE.match(texts[0]):
            _take(found, texts)
        elif texts[0] and texts[3] and found.texts:
            found.strange.append(texts[0][:60])
    if not found.number:
        raise BadSheet(
            _(
                "This is no translation sheet: the first cell does not say “diptych-” and a number."
                " Send back the file that was sent out, with the translation in its last column."
            )
        )
    if not found.texts:
        raise BadSheet(
            _("The sheet has no line with a reference in its first column. Send back all columns.")
        )
    return Returned(found.number, found.texts, tuple(found.doubled), tuple(found.strange))


def _take(found: _Found, texts: Sequence[str]) -> None:
    reference, _where, original, came = texts
    known = found.texts.get(reference)
    if known is not None:
        found.doubled.append(reference)
    if known is None or not known[1]:
        found.texts[reference] = (original, came)


def _rows(content: bytes) -> Iterable[Sequence[Any]]:
    from openpyxl import load_workbook

    _look_at(content)
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        return [
            row
            for page in book.worksheets
            for row in page.iter_rows(max_row=_ROWS, max_col=4, values_only=True)
        ]
    except Exception as error:  # whatever a broken workbook makes the reader stumble over
        raise BadSheet(
            _("The workbook is damaged. Save it again as .xlsx and try once more.")
        ) from error


def _look_at(content: bytes) -> None:
    """Raise BadSheet for what is no workbook, or one that would unpack into too much."""
    if len(content) > LARGEST:
        raise BadSheet(_("The file is too large for a translation sheet: 5 MB at most."))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
    except zipfile.BadZipFile:
        raise BadSheet(
            _("This is no Excel workbook. Save the sheet as .xlsx, and send that file.")
        ) from None
    if not any(part.filename == "xl/workbook.xml" for part in parts):
        raise BadSheet(_("This is no Excel workbook. Save the sheet as .xlsx, and send that file."))
    if sum(part.file_size for part in parts) > _UNPACKED:
        raise BadSheet(_("The file is too large for a translation sheet: 5 MB at most."))


def _said(value: Any) -> str:
    """A cell as text. What a spreadsheet took for a number is written as it would be typed."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return _CONTROL.sub("", _RETURN.sub("\n", str(value))).strip()
