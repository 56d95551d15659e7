"""Sheets and their lines in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.desk.conflicts import called, difference
from articles.desk.states import short_moment
from articles.models.desk import Sheet
from articles.sheets.compare import Came, Fate
from articles.sheets.lines import Line, Row, lines, shown
from articles.sheets.names import field_name, place_name
from articles.sheets.send import sent
from articles.sheets.take import print_of
from articles.text.languages import LANGUAGES
from articles.text.sanitise import plain

FATES: Final[Mapping[Fate, str | Promise]] = {
    Fate.NEW: _("New"),
    Fate.CHANGED: _("Changed"),
    Fate.CLASH: _("Changed here too since it was sent"),
    Fate.SAME: _("Stands there already"),
    Fate.UNTOUCHED: _("Came back as it was sent; it was changed here since"),
    Fate.BLANK: _("Left blank"),
    Fate.MISSING: _("Not in the file"),
    Fate.GONE: _("Its slide or link is not in both languages any more"),
    Fate.UNFIT: _("Cannot be taken in"),
    Fate.STRANGE: _("Was never on this sheet"),
}


_IDLE: Final = frozenset({Fate.SAME, Fate.UNTOUCHED, Fate.BLANK, Fate.MISSING})


@dataclass(frozen=True, slots=True)
class Needs:
    """How much there is to translate into a language: texts and words of what is missing or
    behind, texts in all."""

    texts: int
    words: int
    all: int


def needs(rows: Sequence[Row]) -> dict[str, Needs]:
    found = {}
    for language in LANGUAGES:
        every = list(lines(rows, language))
        needed = [line for line in every if line.is_needed]
        found[str(language)] = Needs(len(needed), sum(line.words for line in needed), len(every))
    return found


@dataclass(frozen=True, slots=True)
class ToldSheet:
    sheet: Sheet
    texts: int
    words: int
    when: str
    by: str
    returned: str
    taken: str


def told_sheet(sheet: Sheet) -> ToldSheet:
    out = sent(sheet)
    return ToldSheet(
        sheet=sheet,
        texts=len(out),
        words=sum(line.words for line in out),
        when=short_moment(sheet.sent_at),
        by=called(sheet.by),
        returned=short_moment(sheet.returned_at) if sheet.returned_at else "",
        taken=short_moment(sheet.taken_at) if sheet.taken_at else "",
    )


@dataclass(frozen=True, slots=True)
class Told:
    """One line that came back. `text` is the translation with what is new in it marked, `since`
    what has changed in the original since it was sent, `theirs` what they changed in it."""

    came: Came
    where: str
    fate: str
    text: SafeString
    original: str
    since: SafeString | None
    theirs: SafeString | None

    @property
    def print(self) -> str:
        return print_of(self.came)

    @property
    def is_idle(self) -> bool:
        """Whether there is nothing in it that somebody has to look at."""
        return self.came.fate in _IDLE and not self.theirs

    @property
    def is_ticked(self) -> bool:
        return self.came.is_takeable and self.came.fate is not Fate.CLASH


def place(line: Line, number: int = 0) -> str:
    """`Slide 3: heading`; `number` is where the slide stands now, if it has moved since."""
    return f"{place_name(line.kind, number or line.number)}: {field_name(line.field).lower()}"


def told(came: Came) -> Told:
    line = came.sent
    where = line.reference if came.fate is Fate.STRANGE else place(line, came.number)
    since = difference(plain(line.original), plain(came.original)) if came.is_original_new else None
    return Told(
        came=came,
        where=where,
        fate=came.message or str(FATES[came.fate]),
        text=difference(shown(line.field, came.now), shown(line.field, came.value or came.now)),
        original=shown(line.field, line.original),
        since=since,
        theirs=difference(shown(line.field, line.original), came.theirs) if came.theirs else None,
    )
