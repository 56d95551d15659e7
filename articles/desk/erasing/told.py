"""What anonymising would change, as the chief editor reads it: place by place, before and after."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.contrib.admin import site
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.desk.conflicts import difference
from articles.desk.storyboard.fields import LABELS
from articles.document.rewrite import base
from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.photo import TakeDown
from articles.publishing.anonymise import Plan
from articles.publishing.elsewhere import Apart
from articles.publishing.rewriting import Place
from articles.text.replacing import Match

_SHOWN: Final = 3  # matches of one text; the rest are counted
_HISTORY: Final = ("version", "sitting", "removed", "log")
_GROUPS: Final[tuple[tuple[tuple[str, ...], str | Promise], ...]] = (
    (("article", "slide", "link"), gettext_lazy("Working copy")),
    (("edition",), gettext_lazy("Editions")),
    (("notice",), gettext_lazy("Public notes")),
    (("photo", "original"), gettext_lazy("Photo library")),
    (("sheet", "preview", "waiting", "owed", "report"), gettext_lazy("Sheets, links, reasons")),
)
_WHERE: Final[Mapping[str, str | Promise]] = {
    "article": gettext_lazy("The article"),
    "link": gettext_lazy("Also read"),
    "notice": gettext_lazy("Notice"),
    "sheet": gettext_lazy("Translation sheet"),
    "preview": gettext_lazy("Preview link"),
    "waiting": gettext_lazy("Waiting publication, which is cancelled"),
    "owed": gettext_lazy("Why no correction was needed"),
    "report": gettext_lazy("Error report"),
    "version": gettext_lazy("History"),
    "sitting": gettext_lazy("History"),
    "removed": gettext_lazy("History"),
    "log": gettext_lazy("History"),
}
_FIELDS: Final[Mapping[str, str | Promise]] = {
    **LABELS,
    "lead_alt": gettext_lazy("Alt text"),
    "text": gettext_lazy("Text"),
    "note": gettext_lazy("For whom"),
    "notes": gettext_lazy("Text"),
    "name": gettext_lazy("Name"),
    "reason": gettext_lazy("Reason"),
    "overrules": gettext_lazy("Reason"),
    "withdrawal_reason": gettext_lazy("Reason"),
    "message": gettext_lazy("Text"),
    "filename": gettext_lazy("File name"),
    "import_ref": gettext_lazy("Manuscript"),
    "basis": gettext_lazy("What it was translated from"),
    "ledger": gettext_lazy("What it was translated from"),
    "metadata": gettext_lazy("As read from the file"),
    "captions": gettext_lazy("As read from the file"),
    "alts": gettext_lazy("As read from the file"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One text: where it stands, what becomes of it; `more` places in it are not shown."""

    where: str
    field: str
    language: str
    texts: tuple[SafeString, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    title: str | Promise
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Left:
    """Something that looks like the words, and stays as it is."""

    where: str
    field: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of a register that holds the words; `href` is where it is changed, "" for nowhere."""

    what: str
    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Told:
    """All of a plan in words; `texts` counts the places, `history` says how much of it changes."""

    groups: tuple[Group, ...]
    history: str
    left: tuple[Left, ...]
    texts: int


def told(article: Article, plan: Plan) -> Told:
    numbers = {
        key: number for number, key in enumerate(article.slides.values_list("key", flat=True), 1)
    }
    places = plan.found.places
    kept = [place for place in places if place.matches and place.holding not in _HISTORY]
    groups = (
        Group(title, _lines((p for p in kept if p.holding in names), numbers))
        for names, title in _GROUPS
    )
    return Told(
        groups=tuple(group for group in groups if group.lines),
        history=_history(places),
        left=_left(places, numbers),
        texts=sum(len(place.matches) for place in places),
    )


def _lines(places: Iterable[Place], numbers: Mapping[str, int]) -> tuple[Line, ...]:
    # A card says once more what its document does.
    lines = (
        Line(
            _where(place, numbers),
            _field(place.field),
            place.language,
            tuple(map(_marked, place.matches[:_SHOWN])),
            len(place.matches[_SHOWN:]),
        )
        for place in places
    )
    return tuple(dict.fromkeys(lines))


def _marked(match: Match) -> SafeString:
    return difference(match.before, match.after)


def _where(place: Place, numbers: Mapping[str, int]) -> str:
    key = place.field.rpartition(".")[0] or next(iter(place.about), "")
    slide = numbers.get(str(key))
    if place.holding == "edition":
        edition = _("Edition %(number)s") % {"number": place.about[1]}
        return edition if slide is None else f"{edition}, {_slide(slide)}"
    if place.holding in ("photo", "original"):
        return _("Photo %(number)s") % {"number": place.row}
    if place.holding == "slide":
        return capfirst(_slide(slide)) if slide else _("Slide")
    return str(_WHERE[place.holding])


def _slide(number: int) -> str:
    return _("slide %(number)s") % {"number": number}


def _field(name: str) -> str:
    return capfirst(str(_FIELDS.get(base(name), _("Text"))))


def _history(places: Iterable[Place]) -> str:
    """How much of what led to the article is rewritten, counted and not shown."""
    rows = Counter(
        "log" if holding == "log" else "version"
        for holding, _row in {(p.holding, p.row) for p in places if p.matches}
        if holding in _HISTORY
    )
    parts = []
    if rows["version"]:
        text = ngettext(
            "%(count)s record of the history is rewritten as well.",
            "%(count)s records of the history are rewritten as well.",
            rows["version"],
        )
        parts.append(text % {"count": rows["version"]})
    if rows["log"]:
        text = ngettext(
            "So is %(count)s line of the desk’s log.",
            "So are %(count)s lines of the desk’s log.",
            rows["log"],
        )
        parts.append(text % {"count": rows["log"]})
    return " ".join(parts)


def _left(places: Iterable[Place], numbers: Mapping[str, int]) -> tuple[Left, ...]:
    found = (
        Left(_where(place, numbers), _field(place.field), place.left)
        for place in places
        if place.left
    )
    return tuple(dict.fromkeys(found))


# --- What is no article --------------------------------------------------------------------------


def facts(found: Iterable[Apart]) -> Iterator[Fact]:
    for each in found:
        row: Any = each.row.photo if isinstance(each.row, TakeDown) else each.row
        yield Fact(capfirst(str(each.row._meta.verbose_name)), str(row), _address(row))


def _address(row: Any) -> str:
    if type(row) not in site._registry:
        return ""
    try:
        return reverse(f"admin:articles_{row._meta.model_name}_change", args=[row.pk])
    except NoReverseMatch:
        return ""


def editions_of(article: Article) -> dict[str, int]:
    """{language: how many Editions}."""
    return Counter(
        Edition.objects.filter(article=article).order_by().values_list("language", flat=True)
    )
