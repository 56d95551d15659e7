"""What an IIM record says: its datasets -> texts, in the encoding that they are really in. Pure.

Source: IPTC-NAA Information Interchange Model 4.2, record 2, and 1:90 (coded character set).
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from articles.photos.words import clean, western

_UTF_8: Final = b"\x1b%G"
_CHARACTER_SET = (1, 90)
_TITLE, _INSTRUCTIONS, _DATE, _TIME, _CREATOR = 5, 40, 55, 60, 80
_HEADLINE, _CREDIT, _COPYRIGHT, _CAPTION = 105, 110, 116, 120
_DATASETS: Final = 2_000
_REPEATED: Final = 20  # values of one dataset

# Letters of Mac Roman (å æ ø Å Æ Ø é) that are signs or nothing in Windows' Latin-1: between two
# letters, or where Windows has no letter at all, they can be nothing else.
_MAC: Final = re.compile(rb"[A-Za-z][\xbe\xbf\xaf\xae][a-z]|\x81|\x8d|\x8f|\x90|\x9d")
_WINDOWS: Final = re.compile(rb"[\xe5\xe6\xf8\xc5\xc6\xd8\xe9\xf6\xe4\xfc]")


@dataclass(frozen=True, slots=True)
class Iim:
    """Clean text; several creators are parted by commas. `taken_at` may be naive."""

    creator: str = ""
    credit: str = ""
    copyright_notice: str = ""
    caption: str = ""
    headline: str = ""
    title: str = ""
    instructions: str = ""
    taken_at: dt.datetime | None = None


def read_iim(data: bytes) -> Iim:
    """Read an IIM record; what comes after damage is as good as absent."""
    values: dict[tuple[int, int], list[bytes]] = {}
    for number, value in _datasets(data):
        several = values.setdefault(number, [])
        if len(several) < _REPEATED:
            several.append(value)
    is_utf_8 = values.get(_CHARACTER_SET, [b""])[0].startswith(_UTF_8)
    texts = [
        value for (record, _number), several in values.items() if record == 2 for value in several
    ]
    encoding = _encoding(texts, is_utf_8=is_utf_8)

    def text(number: int) -> str:
        return ", ".join(
            filter(None, (clean(_decode(value, encoding)) for value in values.get((2, number), ())))
        )

    return Iim(
        creator=text(_CREATOR),
        credit=text(_CREDIT),
        copyright_notice=text(_COPYRIGHT),
        caption=text(_CAPTION),
        headline=text(_HEADLINE),
        title=text(_TITLE),
        instructions=text(_INSTRUCTIONS),
        taken_at=_taken(text(_DATE), text(_TIME)),
    )


def _datasets(data: bytes) -> Iterator[tuple[tuple[int, int], bytes]]:
    """Give ((record, dataset), value) one after another."""
    at = 0
    for _step in range(_DATASETS):
        if data[at : at + 1] != b"\x1c" or at + 5 > len(data):
            return
        number = (data[at + 1], data[at + 2])
        size, at = int.from_bytes(data[at + 3 : at + 5], "big"), at + 5
        if size & 0x8000:  # an extended dataset: so many bytes hold the size
            longer = size & 0x7FFF
            if longer > 8:
                return
            size, at = int.from_bytes(data[at : at + longer], "big"), at + longer
        if at + size > len(data):
            return
        yield number, data[at : at + size]
        at += size


def _encoding(texts: list[bytes], *, is_utf_8: bool) -> str:
    """The encoding of the record as a whole, judged by all that it says together.

    A declared UTF-8 is not believed where the bytes are none: programs declare it and write
    Windows' Latin-1. Undeclared UTF-8 is recognised by its bytes.
    """
    whole = b"\n".join(texts)
    try:
        whole.decode("utf-8")
    except UnicodeDecodeError:
        # A dataset's length may have cut through the last letter.
        if is_utf_8 and all(_tail(text) is not None for text in texts):
            return "utf-8"
        return "mac-roman" if _MAC.search(whole) and not _WINDOWS.search(whole) else "cp1252"
    return "utf-8"


def _tail(value: bytes) -> str | None:
    for shorter in range(4):
        try:
            return value[: len(value) - shorter].decode("utf-8")
        except UnicodeDecodeError:
            continue
    return None


def _decode(value: bytes, encoding: str) -> str:
    if encoding == "cp1252":
        return western(value)
    return value.decode(encoding, "ignore")


def _taken(date: str, time: str) -> dt.datetime | None:
    """Put 20260701 and 123000+0200 together; a date alone is midnight of no zone."""
    date, time = re.sub(r"[-:]", "", date), time.replace(":", "")
    for written, form in (
        (date + time, "%Y%m%d%H%M%S%z"),
        (date + time[:6], "%Y%m%d%H%M%S"),
        (date, "%Y%m%d"),
    ):
        try:
            return dt.datetime.strptime(written, form)  # noqa: DTZ007
        except ValueError:
            continue
    return None
