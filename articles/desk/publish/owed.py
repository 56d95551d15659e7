"""What the desk says of a correction that one language has had and the other has not."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from articles.desk.conflicts import called
from articles.desk.states import short_moment
from articles.models.article import Article
from articles.models.live import CorrectionOwed
from articles.publishing.owed import owed

# Keys are the language in which it is owed.
_DUE: Final = {
    "da": gettext_lazy("The English text was corrected %(when)s, and the Danish was not:"),
    "en": gettext_lazy("The Danish text was corrected %(when)s, and the English was not:"),
}
_COMING: Final = {
    "da": gettext_lazy("The English text alone will be corrected %(when)s, not the Danish:"),
    "en": gettext_lazy("The Danish text alone will be corrected %(when)s, not the English:"),
}
_ANSWERS: Final = {
    "da": gettext_lazy("This answers the correction of the English text of %(when)s:"),
    "en": gettext_lazy("This answers the correction of the Danish text of %(when)s:"),
}
_LEFT: Final = {
    "da": gettext_lazy(
        "The Danish text is owed the same correction. It stays on the first page until it has it,"
        " or until somebody says that it needs none."
    ),
    "en": gettext_lazy(
        "The English text is owed the same correction. It stays on the first page until it has"
        " it, or until somebody says that it needs none."
    ),
}
_LEFT_LATER: Final = {
    "da": gettext_lazy(
        "From then on the Danish text is owed the same correction, unless it has it by then."
    ),
    "en": gettext_lazy(
        "From then on the English text is owed the same correction, unless it has it by then."
    ),
}
_OPEN: Final = {
    "da": gettext_lazy("Not corrected in Danish."),
    "en": gettext_lazy("Not corrected in English."),
}
_SETTLED: Final = {
    "da": gettext_lazy("Corrected in Danish: %(when)s."),
    "en": gettext_lazy("Corrected in English: %(when)s."),
}
_WAIVED: Final = {
    "da": gettext_lazy("No correction needed in Danish: %(reason)s (%(name)s, %(when)s)"),
    "en": gettext_lazy("No correction needed in English: %(reason)s (%(name)s, %(when)s)"),
}
CORRECT: Final = {
    "da": gettext_lazy("Correct the Danish"),
    "en": gettext_lazy("Correct the English"),
}
_PUBLISH: Final = {
    "da": gettext_lazy("Publish the Danish correction…"),
    "en": gettext_lazy("Publish the English correction…"),
}
# Why the other language needs none: to choose from. They are kept in English, and so can be read
# in either language.
REASONS: Final = {
    "da": (
        gettext_noop("Only the English text was wrong."),
        gettext_noop("The Danish text never said it."),
        gettext_noop("The Danish text was mended before readers saw it."),
    ),
    "en": (
        gettext_noop("Only the Danish text was wrong."),
        gettext_noop("The English text never said it."),
        gettext_noop("The English text was mended before readers saw it."),
    ),
}


@dataclass(frozen=True, slots=True)
class Told:
    """One correction that is owed in `language`: what it is, in words, and the ways to settle it.

    `answers` is what the panel asks beside a tick.
    """

    id: int
    language: str
    corrected: str
    note: str
    text: str
    answers: str
    ticked: bool
    correct: str
    waive: str


def told(article: Article, now: dt.datetime, *, ticked: Iterable[str] | None = None) -> list[Told]:
    """All that is owed in either language of `article`, what is still to come too: one query."""
    return [
        _told(row, now, ticked is None or str(row.pk) in ticked)
        for row in owed(now).filter(article=article)
    ]


def _told(row: CorrectionOwed, now: dt.datetime, ticked: bool) -> Told:
    sentence = _DUE if row.note.date <= now else _COMING
    when = {"when": short_moment(row.note.date)}
    return Told(
        id=row.pk,
        language=row.language,
        corrected=row.note.language,
        note=row.note.text,
        text=str(sentence[row.language]) % when,
        answers=str(_ANSWERS[row.language]) % when,
        ticked=ticked,
        correct=correct_address(row),
        waive=waive_address(row),
    )


def banners(article: Article, now: dt.datetime) -> list[dict[str, Any]]:
    """The same as JSON for the article's page."""
    return [
        {
            "language": each.language,
            "text": each.text,
            "note": each.note,
            "note_language": each.corrected,
            "correct": each.correct,
            "correct_label": str(_PUBLISH[each.language]),
            "waive": each.waive,
            "waive_label": _("Not needed…"),
        }
        for each in told(article, now)
    ]


def left_owing(row: CorrectionOwed, now: dt.datetime) -> str:
    """What whoever corrected the other language is told."""
    return str((_LEFT if row.note.date <= now else _LEFT_LATER)[row.language])


def correct_address(row: CorrectionOwed) -> str:
    """The publish panel with that language and kind."""
    page = reverse("admin:articles_article_publish", args=[row.article_id])
    return f"{page}?correct={row.language}"


def waive_address(row: CorrectionOwed) -> str:
    return reverse("admin:articles_article_waive", args=[row.article_id, row.pk])


# --- In the list of Editions ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Line:
    """What became of it; the addresses are "" where nothing is to be done so."""

    text: str
    waive: str = ""
    take_back: str = ""


def lines(article: Article) -> dict[tuple[str, dt.datetime], list[Line]]:
    """{(language corrected, when): what became of it in the other}: one query."""
    found: dict[tuple[str, dt.datetime], list[Line]] = {}
    rows = CorrectionOwed.objects.filter(article=article)
    for row in rows.select_related("note", "settled_by", "waived_by"):
        found.setdefault((row.note.language, row.note.date), []).append(_line(row))
    return found


def _line(row: CorrectionOwed) -> Line:
    if row.waived_at:
        text = _WAIVED[row.language] % {
            "reason": said(row.reason),
            "name": called(row.waived_by),
            "when": short_moment(row.waived_at),
        }
        args = [row.article_id, row.pk]
        return Line(text, take_back=reverse("admin:articles_article_unwaive", args=args))
    if row.settled_by:
        return Line(_SETTLED[row.language] % {"when": short_moment(row.settled_by.date)})
    return Line(str(_OPEN[row.language]), waive=waive_address(row))


def said(reason: str) -> str:
    """A reason as it is read: one that was there to choose in the desk's language."""
    return _(reason) if any(reason in known for known in REASONS.values()) else reason
