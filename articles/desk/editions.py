"""The Editions of an article as the panel lists them."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.desk.conflicts import called
from articles.desk.names import LANGUAGE_NAMES
from articles.desk.publish.owed import Line, lines
from articles.gate.registry import about
from articles.models.article import Article
from articles.models.edition import Edition, Notice
from articles.models.staff import User
from articles.text.dates import moment
from articles.text.languages import CHOICES


@dataclass(frozen=True, slots=True)
class Row:
    """`state` is live, scheduled, cancelled, withdrawn or past; `when` and `by` are in words;
    `note` is a correction's, as readers have it; `owed` says what became of it in the other
    language."""

    edition: Edition
    state: str
    when: str
    by: str
    note: str = ""
    overruled: tuple[tuple[str, str], ...] = ()  # what was overruled, and why
    owed: tuple[Line, ...] = ()


def history(article: Article, *, as_of: dt.datetime) -> tuple[Row, ...]:
    """Every Edition of `article`, the latest first: three queries."""
    editions = article.editions.defer("document", "card").select_related("published_by", "ended_by")
    notices = Notice.objects.filter(article=article, kind=Notice.Kind.CORRECTION)
    notes = {(each.language, each.date): each.text for each in notices}
    owed = lines(article)
    return tuple(
        Row(
            edition,
            state := _state(edition, as_of),
            _in_words(edition, state),
            _by(edition),
            notes.get((edition.language, edition.live_from), "")
            if edition.kind == Edition.Kind.CORRECTION
            else "",
            _overruled(edition),
            tuple(owed.get((edition.language, edition.live_from), ()))
            if edition.kind == Edition.Kind.CORRECTION and not edition.cancelled_at
            else (),
        )
        for edition in editions
    )


def _overruled(edition: Edition) -> tuple[tuple[str, str], ...]:
    return tuple(
        (about(each["code"]) or each["code"], each["reason"]) for each in edition.overrules
    )


@dataclass(frozen=True, slots=True)
class Coming:
    """A scheduled Edition in words; `cancel` is the address to POST to, "" for who may not."""

    edition: Edition
    language: str
    when: str
    by: str
    cancel: str


def coming(rows: Iterable[Row], *, by: User, may_cancel: bool, only_own: bool) -> list[Coming]:
    """Those of `rows` that are scheduled, the next one first."""
    found = [row for row in rows if row.state == "scheduled"]
    return [
        Coming(
            row.edition,
            str(dict(CHOICES)[row.edition.language]),
            row.when,
            row.by,
            _cancel(row.edition)
            if may_cancel or (only_own and row.edition.published_by == by)
            else "",
        )
        for row in sorted(found, key=lambda row: row.edition.live_from)
    ]


def _cancel(edition: Edition) -> str:
    return reverse("admin:articles_article_cancel", args=[edition.article_id, edition.pk])


def called_off(scheduled: Iterable[Edition]) -> Iterator[str]:
    """What is told of those of `scheduled` that are cancelled by now, and were not built anew."""
    for edition in Edition.objects.filter(
        pk__in=[each.pk for each in scheduled], cancelled_at__isnull=False
    ):
        same = {"article": edition.article_id, "language": edition.language}
        if Edition.objects.standing().filter(**same, live_from=edition.live_from).exists():
            continue  # built anew, for the same hour
        yield _("The %(language)s edition of %(when)s is cancelled.") % {
            "language": LANGUAGE_NAMES[edition.language],
            "when": moment(edition.live_from, get_language() or "en"),
        }


def lifetime(edition: Edition, *, as_of: dt.datetime) -> str:
    """When readers see `edition`, or saw it, in words."""
    return _in_words(edition, _state(edition, as_of))


def _state(edition: Edition, as_of: dt.datetime) -> str:
    if edition.cancelled_at:
        return "cancelled"
    if edition.live_from > as_of:
        return "scheduled"
    if edition.is_live(as_of):
        return "live"
    return "withdrawn" if edition.withdrawn_at else "past"


def _in_words(edition: Edition, state: str) -> str:
    start = _said(edition.live_from)
    if state == "cancelled":
        return _("Cancelled; was to go live %(when)s") % {"when": start}
    if state == "scheduled":
        return _("Goes live %(when)s") % {"when": start}
    if edition.live_until is None:
        return _("Live since %(when)s") % {"when": start}
    if edition.live_until == edition.live_from:
        return _("Never: another took its place at %(when)s") % {"when": start}
    end = _said(edition.live_until)
    if state == "withdrawn":
        return _("%(start)s until withdrawn %(end)s") % {"start": start, "end": end}
    return _("%(start)s until %(end)s") % {"start": start, "end": end}


def _said(instant: dt.datetime) -> str:
    return moment(instant, get_language() or "en")


def _by(edition: Edition) -> str:
    """Who published it; and who took it back, with the reason given."""
    text = called(edition.published_by)
    if edition.ended_by_id:
        ended = _("cancelled by %(name)s") if edition.cancelled_at else _("taken back by %(name)s")
        text += "; " + ended % {"name": called(edition.ended_by)}
    if edition.withdrawal_reason:
        text += f": {edition.withdrawal_reason}"
    return text
