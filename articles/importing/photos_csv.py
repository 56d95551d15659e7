"""The folder of photos that comes with a manuscript, and the list that photographers send along."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from django.utils.translation import gettext as _

from articles.importing import decode, limits
from articles.importing.errors import ManuscriptError

LIST_NAME = "photos.csv"
PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".avif"})


@dataclass(frozen=True)
class PhotoRow:
    """What the list says of one file; empty where it says nothing. `line` is in the list."""

    file: str
    alt_en: str = ""
    alt_da: str = ""
    caption_en: str = ""
    caption_da: str = ""
    byline: str = ""
    credit: str = ""
    line: int = 0


# Characters that the library holds.
LIMITS = {
    "alt": limits.ALT,
    "caption": limits.CAPTION,
    "byline": limits.CREDIT,
    "credit": limits.CREDIT,
}
COLUMNS = tuple(field.name for field in fields(PhotoRow) if field.name != "line")


@dataclass(frozen=True)
class PhotoFolder:
    """The picture files in name order, and the rows of the list by the file's name."""

    files: tuple[Path, ...] = ()
    rows: dict[str, PhotoRow] | None = None

    def row(self, file: Path) -> PhotoRow:
        return (self.rows or {}).get(_key(file.name), PhotoRow(file.name))


def read_folder(folder: Path) -> PhotoFolder:
    """Return what is in `folder`. Raises ManuscriptError if there is no such or no photo in it."""
    files = photo_files(folder)
    path = folder / LIST_NAME
    if not path.exists():
        return PhotoFolder(tuple(files))
    return PhotoFolder(tuple(files), read_list(decode.read(path), names=[f.name for f in files]))


def photo_files(folder: Path) -> list[Path]:
    """Return the picture files of `folder` as people order them: `photo-2` before `photo-10`."""
    if not folder.is_dir():
        raise ManuscriptError(
            _("There is no folder “%(folder)s”. Give --photos the folder that holds the photos.")
            % {"folder": folder}
        )
    files = [
        path
        for path in folder.iterdir()
        if path.suffix.lower() in PICTURES and not path.name.startswith(".") and path.is_file()
    ]
    if not files:
        raise ManuscriptError(
            _(
                "There are no photos in “%(folder)s”. Put the JPEG, PNG, WebP or AVIF files in it,"
                " named in the order of the slides."
            )
            % {"folder": folder}
        )
    return sorted(files, key=lambda path: natural(path.name))


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """Return a key that sorts runs of digits by their value."""
    parts = re.findall(r"\d+|\D+", _key(name))
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts)


def read_list(text: str, *, names: Sequence[str]) -> dict[str, PhotoRow]:
    """Return the rows of a photos.csv by file; `names` are the files that there are.

    Commas, semicolons (Danish Excel) or tabs part the cells. Raises ManuscriptError, naming
    the line, for unknown columns and files, files listed twice, and rows that are too long.
    """
    known = {_key(name) for name in names}
    rows: dict[str, PhotoRow] = {}
    for row in _rows(text):
        if _key(row.file) not in known:
            raise _error(
                row.line,
                _("there is no file “%(file)s” in the folder. Correct the name or delete the line.")
                % {"file": row.file},
            )
        if _key(row.file) in rows:
            raise _error(
                row.line,
                _("“%(file)s” is listed a second time. Keep one of the lines.")
                % {"file": row.file},
            )
        rows[_key(row.file)] = row
    return rows


def _rows(text: str) -> Iterator[PhotoRow]:
    lines = text.split("\n")
    # Excel's own hint at the delimiter, which is no row.
    hint = re.fullmatch(r"sep=(.)", lines[0].strip())
    skipped = 1 if hint else 0
    body = "\n".join(lines[skipped:])
    delimiter = hint[1] if hint else max(",;\t", key=lines[skipped].count if lines else None)
    reader = csv.reader(io.StringIO(body), delimiter=delimiter, strict=True)
    header: list[str] = []
    try:
        for cells in reader:
            line = reader.line_num + skipped
            if not any(cell.strip() for cell in cells):
                continue
            if not header:
                header = _header(cells, line)
                continue
            yield _row(header, cells, line)
    except csv.Error as error:
        raise _error(
            reader.line_num + skipped,
            _("the quotation marks do not match (%(reason)s). Save the list as CSV once more.")
            % {"reason": error},
        ) from None
    if not header:
        raise _error(1, _("there is no header. The first line names the columns."))


def _header(cells: list[str], line: int) -> list[str]:
    header = [cell.strip().lower() for cell in cells]
    while header and not header[-1]:
        header.pop()
    for name in header:
        if name not in COLUMNS:
            raise _error(
                line,
                _("there is no column “%(name)s”. The columns are %(columns)s.")
                % {"name": name, "columns": ", ".join(COLUMNS)},
            )
        if header.count(name) > 1:
            raise _error(line, _("the column “%(name)s” is there twice.") % {"name": name})
    if "file" not in header:
        raise _error(line, _("the column “file” is missing. It names each photo's file."))
    return header


def _row(header: list[str], cells: list[str], line: int) -> PhotoRow:
    values = [" ".join(unicodedata.normalize("NFC", cell).split()) for cell in cells]
    if any(values[len(header) :]):
        raise _error(
            line,
            _(
                "there are more cells than columns. Put a text that holds the separator in"
                " quotation marks."
            ),
        )
    found = dict(zip(header, values, strict=False))
    for name, value in found.items():
        limit = LIMITS.get(name.partition("_")[0])
        if limit and len(value) > limit:
            raise _error(
                line,
                _("the text of “%(name)s” is longer than %(limit)d characters. Shorten it.")
                % {"name": name, "limit": limit},
            )
    if not found["file"]:
        raise _error(line, _("no file is named. Write its name in the column “file”."))
    return PhotoRow(**found, line=line)


def _key(name: str) -> str:
    """Fold what file systems and editors write differently: case, and composed letters."""
    return unicodedata.normalize("NFC", name).casefold()


def _error(line: int, message: str) -> ManuscriptError:
    return ManuscriptError(
        _("%(list)s, line %(line)d: %(message)s")
        % {"list": LIST_NAME, "line": line, "message": message}
    )
