"""What a sheet that came back would change: the fate of every line, before anything is written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from articles.editing.fields import SPECS, Unfit
from articles.gate.registry import rules
from articles.gate.texts import FIELDS, Text
from articles.sheets.lines import ARTICLE, Line, Row, shown
from articles.text.languages import other
from articles.text.ledger import differs


class Fate(StrEnum):
    """What becomes of a line."""

    NEW = "new"  # there was no translation
    CHANGED = "changed"  # the translation that stands there is replaced
    CLASH = "clash"  # it was changed here too since the sheet went out
    SAME = "same"  # it says what stands there
    UNTOUCHED = "untouched"  # it came back as it was sent; here it was changed since
    BLANK = "blank"  # nothing was written
    MISSING = "missing"  # the line is not in the file
    GONE = "gone"  # the slide or the link is not there any more
    UNFIT = "unfit"  # it cannot be stored; `message` says why
    STRANGE = "strange"  # it was never on that sheet


TAKEN: Final = frozenset({Fate.NEW, Fate.CHANGED, Fate.CLASH})


@dataclass(frozen=True, slots=True)
class Remark:
    blocks: bool
    text: str


@dataclass(frozen=True, slots=True)
class Came:
    """One line that came back, beside what stands here.

    `sent` is the line as it went out; `now` and `value` are the translation as it is stored here
    and as it would be, `original` the other language's text as it is here now.
    `remarks` are what the gate says of the text alone.
    """

    fate: Fate
    sent: Line
    value: str = ""
    now: str = ""
    original: str = ""
    message: str = ""
    theirs: str = ""  # the original, where it was changed in the sheet
    remarks: tuple[Remark, ...] = ()
    number: int = field(default=0)

    @property
    def is_takeable(self) -> bool:
        return self.fate in TAKEN

    @property
    def is_original_new(self) -> bool:
        """Whether the original says something else than when it was sent."""
        return bool(self.original) and differs(self.sent.original, self.original)


Texts = Mapping[str, tuple[str, str]]


def compare(lines: Sequence[Line], texts: Texts, rows: Sequence[Row], into: str) -> list[Came]:
    """The fate of every line that was sent, and of every text that came, in the sheet's order.

    `texts` are {reference: (original, translation)} as they came, `rows` the article as it is.
    """
    here = {row.key: row for row in rows}
    found = [_fate(line, texts.get(line.reference), here.get(line.row), into) for line in lines]
    known = {line.reference for line in lines}
    return found + [_strange(each, texts[each][1]) for each in texts if each not in known]


def _strange(reference: str, text: str) -> Came:
    row, _dot, name = reference.partition(".")
    line = Line("" if row == ARTICLE else row, name, "slide", 0, "", "")
    return Came(Fate.STRANGE, line, value=text)


def _fate(line: Line, came: tuple[str, str] | None, row: Row | None, into: str) -> Came:
    if came is None:
        return Came(Fate.MISSING, line, now=_now(row, line, into))
    original, text = came
    theirs = "" if _is_as_sent(line, original) else original
    if row is None or not row.is_shared:
        return Came(Fate.GONE, line, value=text, theirs=theirs)
    now, twin = _now(row, line, into), _now(row, line, other(into))
    if not text:
        return Came(Fate.BLANK, line, now=now, original=twin, theirs=theirs, number=row.number)
    try:
        value = _clean(line, text)
        if not value:  # nothing but markup or invisible characters
            return Came(Fate.BLANK, line, now=now, original=twin, theirs=theirs, number=row.number)
    except Unfit as unfit:
        return Came(Fate.UNFIT, line, text, now, twin, unfit.why, theirs, number=row.number)
    fate = _of_value(line, value, now)
    remarks = tuple(_remarks(line, value, into)) if fate in TAKEN else ()
    return Came(fate, line, value, now, twin, "", theirs, remarks, row.number)


def _of_value(line: Line, value: str, now: str) -> Fate:
    if value == now:
        return Fate.SAME
    if value == line.translation:
        return Fate.UNTOUCHED
    if now != line.translation:
        return Fate.CLASH
    return Fate.CHANGED if now else Fate.NEW


def _now(row: Row | None, line: Line, language: str) -> str:
    return (row.values.get(f"{line.field}_{language}") or "") if row else ""


def _is_as_sent(line: Line, came: str) -> bool:
    """Whether the original came back as it went; a sheet without that column says nothing."""
    return not came or came.split() == shown(line.field, line.original).split()


def _clean(line: Line, text: str) -> str:
    cleaned: str = SPECS[line.kind][line.field].clean(text)
    return cleaned


def _remarks(line: Line, value: str, into: str) -> Iterator[Remark]:
    """What the rules that concern a text alone say of it."""
    if line.field not in FIELDS:
        return
    text = Text(line.row, line.field, into, value)
    for rule in rules():
        for finding in rule.of_text(text):
            yield Remark(finding.blocks, str(finding.message))
