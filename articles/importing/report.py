"""What an import tells: people a page to read, programs one object."""

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.utils.translation import gettext as _

from articles.gate.registry import Finding
from articles.importing.lines import FATE_NAMES, Fate, Line, clean
from articles.importing.parts import Manuscript, ManuscriptLink
from articles.text.languages import AUTONYMS

MARGIN: Final = "  "
MAX_WIDTH: Final = 500
EMPTY: Final = frozenset({Fate.BLANK, Fate.DROPPED, Fate.NEEDS_YOU})


@dataclass(frozen=True, slots=True)
class Report:
    """What came of an import.

    `article` is None where nothing was written, `is_new` False where the manuscript was in
    already. `slides` counts those that stand in the language, `places` gives the number of a
    slide by its key, `urls` are where the article is live, `drafts` the headlines by id of
    those made for titles it mentions.
    """

    manuscript: Manuscript
    article: int | None = None
    is_new: bool = False
    slides: int = 0
    places: Mapping[str, int] = field(default_factory=dict)
    urls: Mapping[str, str] = field(default_factory=dict)
    findings: Sequence[Finding] = ()
    drafts: Mapping[int, str] = field(default_factory=dict)
    warnings: Sequence[str] = ()

    def as_object(self) -> dict[str, Any]:
        """Return the report for a program. The names are an interface: keep them."""
        return {
            "article": self.article,
            "slides": self.slides,
            "urls": dict(self.urls),
            "lines": [_line_object(line) for line in self.manuscript.lines],
            "findings": [self._finding_object(finding) for finding in self.findings],
            "drafts": list(self.drafts),
            "warnings": list(self.warnings),
        }

    def _finding_object(self, finding: Finding) -> dict[str, Any]:
        return {
            "code": finding.code,
            "level": str(finding.level),
            "slide": self.places.get(finding.place.slide),
            "field": finding.place.field,
            "message": str(finding.message),
        }

    def as_text(self, *, width: int, all_lines: bool = False) -> str:
        """Return the report for people, in `width` columns; `all_lines` lists those used, too."""
        read = self.manuscript
        parts = [self._title(), *_contents(read, width)]
        if all_lines:
            used = [line for line in read.lines if line.fate not in EMPTY]
            parts += _cut(_("Used"), map(_with_fate, used), width)
        dropped = [line for line in read.lines if line.fate is Fate.DROPPED]
        parts += _cut(_("Dropped"), map(_with_detail, dropped), width)
        parts += _wrapped(_("Needs you"), map(_with_detail, read.needs_you), width)
        drafts = (f"{pk:>4}  {headline}" for pk, headline in self.drafts.items())
        parts += _cut(_("New drafts, mentioned and not there yet"), drafts, width)
        parts += _wrapped(_("Look at this"), self.warnings, width)
        parts += _wrapped(_("Not published because"), map(self._found, self.findings), width)
        parts += _cut(_("Live"), self.urls.values(), width=MAX_WIDTH)
        return "\n".join(parts)

    def _title(self) -> str:
        language = AUTONYMS[self.manuscript.language]
        if self.article is None:
            return _("%(language)s: nothing was written.") % {"language": language}
        text = (
            _("Article %(id)d, %(language)s: imported.")
            if self.is_new
            else _("Article %(id)d, %(language)s: was imported before; its words stay as they are.")
        )
        return text % {"id": self.article, "language": language}

    def _found(self, finding: Finding) -> str:
        number = self.places.get(finding.place.slide)
        if number is None:
            return str(finding.message)
        return _("Slide %(number)d: %(text)s") % {"number": number, "text": finding.message}


def _contents(read: Manuscript, width: int) -> Iterator[str]:
    rows = [
        (_("Headline"), [read.headline]),
        (_("Kicker"), [read.kicker]),
        (_("Standfirst"), [read.standfirst]),
        (_("Bylines"), [", ".join(read.bylines)]),
        (_("Slides"), [str(len(read.slides))]),
        (_("Credits"), [str(sum(bool(slide.credit) for slide in read.slides))]),
        (_("Links"), [_("%(title)s (after slide %(number)d)") % _at(link) for link in read.links]),
        (_("Sources"), [source.name or source.url for source in read.sources]),
        (_("Teasers"), [teaser.title for teaser in read.teasers]),
        (_("Lines"), [_counted(read.lines)]),
    ]
    indent = max(len(label) for label, _texts in rows) + len(MARGIN)
    for label, texts in rows:
        for place, text in enumerate(filter(None, texts)):
            yield from textwrap.wrap(
                text,
                width,
                initial_indent=f"{MARGIN}{'' if place else label:<{indent}}",
                subsequent_indent=MARGIN + " " * indent,
            )


def _at(link: ManuscriptLink) -> dict[str, object]:
    return {"title": link.title or link.url, "number": link.after}


def _counted(lines: Sequence[Line]) -> str:
    counts = Counter(line.fate for line in lines)
    return _("%(used)d used, %(dropped)d dropped, %(blank)d blank, %(doubt)d need you") % {
        "used": sum(number for fate, number in counts.items() if fate not in EMPTY),
        "dropped": counts[Fate.DROPPED],
        "blank": counts[Fate.BLANK],
        "doubt": counts[Fate.NEEDS_YOU],
    }


def _cut(title: str, items: Iterable[str], width: int) -> list[str]:
    """A list in which every item has one line, and loses what does not fit."""
    room = width - len(MARGIN)
    lines = [item if len(item) <= room else f"{item[: room - 1]}…" for item in items]
    return [f"{title}:", *(f"{MARGIN}{line}" for line in lines)] if lines else []


def _wrapped(title: str, items: Iterable[str], width: int) -> list[str]:
    """A list to be read in full."""
    lines = [
        line
        for item in items
        for line in textwrap.wrap(
            item, width, initial_indent=MARGIN, subsequent_indent=MARGIN * 4, tabsize=2
        )
    ]
    return [f"{title}:", *lines] if lines else []


def _with_fate(line: Line) -> str:
    return f"{line.number:>4}  {_(FATE_NAMES[line.fate])}: {clean(line.text)}"


def _with_detail(line: Line) -> str:
    return f"{line.number:>4}  {line.detail}: {clean(line.text)}"


def _line_object(line: Line) -> dict[str, Any]:
    return {
        "number": line.number,
        "text": line.text,
        "fate": str(line.fate),
        "detail": line.detail,
    }
