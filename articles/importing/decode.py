"""The bytes of a manuscript to text: encodings, line ends, and what is refused."""

import codecs
import re
from pathlib import Path

from django.utils.translation import gettext as _

from articles.importing.errors import ManuscriptError

LIMIT = 2 * 1024 * 1024  # bytes; the longest real manuscripts are under 50 KB

# The longer mark first: the UTF-32 LE mark begins with the UTF-16 LE one.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DOCUMENTS = (b"%PDF", b"PK\x03\x04", b"{\\rtf", b"\xd0\xcf\x11\xe0")
HTML = re.compile(r"\s*(<\?xml[^>]*>\s*)?<(!doctype\s+html|html\b)", re.IGNORECASE)
LINE_END = re.compile(r"\r\n?|\n")  # what editors count; others (U+2028, form feed) are characters
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")


def read(path: Path) -> str:
    """Return the text of the file at `path`, its lines ended by ``\\n``.

    Raises ManuscriptError for what is missing, too large, empty or not text. No more than
    the limit is ever read, whatever the size.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except FileNotFoundError:
        raise ManuscriptError(
            _("There is no file “%(path)s”. Check the name and the folder.") % {"path": path}
        ) from None
    except OSError as error:
        raise ManuscriptError(
            _("“%(path)s” cannot be read (%(reason)s). Give the path of a text file.")
            % {"path": path, "reason": error.strerror or error}
        ) from None
    return decode(data)


def decode(data: bytes) -> str:
    """Return `data` as text with ``\\n`` for every line end and no byte order mark.

    Reads UTF-8, UTF-16 (marked, or betrayed by its NULs), marked UTF-32, and Windows-1252.
    """
    if len(data) > LIMIT:
        raise ManuscriptError(
            _(
                "The file is larger than %(limit)d MB, which no manuscript is. Save the text alone,"
                " without pictures, as a plain text file and import that."
            )
            % {"limit": LIMIT // 1024**2}
        )
    if data.startswith(DOCUMENTS):
        raise ManuscriptError(
            _(
                "This is a word processor or PDF document, not plain text. Open it, choose"
                " “Save as” and “Plain text (UTF-8)”, and import the file that you get."
            )
        )
    text = _decoded(data)
    if HTML.match(text):
        raise ManuscriptError(
            _(
                "This is the code of a web page, not its text. Open the page in a browser, select"
                " and copy the text, save it as a plain text file and import that."
            )
        )
    if CONTROL.search(text):
        raise _binary()
    text = LINE_END.sub("\n", text)
    if not text.strip("\n\t\v\f \x85\u2028\u2029\ufeff\u200b\u00a0"):
        raise ManuscriptError(
            _("The file is empty. Save the manuscript in it as plain text and import it again.")
        )
    return text


def _decoded(data: bytes) -> str:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise _damaged(data, error) from None
    unmarked = _unmarked_utf16(data)
    if unmarked:
        try:
            return data.decode(unmarked)
        except UnicodeDecodeError:
            raise _binary() from None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _mostly_utf8(data):
            raise _damaged(data, error) from None
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        raise _binary() from None


def _unmarked_utf16(data: bytes) -> str:
    """Return the byte order of UTF-16 that carries no mark, or nothing.

    Latin letters leave a NUL in every other byte; Danish and English are mostly those.
    """
    if len(data) < 2 or len(data) % 2:
        return ""
    first, second = data[::2].count(0), data[1::2].count(0)
    half = len(data) // 2
    if second > 0.6 * half and first < 0.02 * half:
        return "utf-16-le"
    if first > 0.6 * half and second < 0.02 * half:
        return "utf-16-be"
    return ""


def _mostly_utf8(data: bytes) -> bool:
    """Say whether `data` is UTF-8 with some damage.

    Read as Windows-1252 it would show “Ã¥” for every “å”: worse than an error.
    """
    text = data.decode("utf-8", "replace")
    damage = text.count("\ufffd")
    return sum(1 for char in text if char > "\x7f") - damage > damage


def _damaged(data: bytes, error: UnicodeDecodeError) -> ManuscriptError:
    line = data[: error.start].count(b"\n") + 1
    return ManuscriptError(
        _(
            "The file is damaged near line %(line)d: its text encoding breaks off there. Open it"
            " in a text editor, mend that line, save it as UTF-8 and import it again."
        )
        % {"line": line}
    )


def _binary() -> ManuscriptError:
    return ManuscriptError(
        _(
            "This is not a text file. Save the manuscript as plain text (UTF-8) and import that"
            " file."
        )
    )
