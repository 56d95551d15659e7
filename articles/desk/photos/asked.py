"""What somebody asks the library for, as its address says it; and the way back into an address."""

import datetime as dt
from collections.abc import Container
from dataclasses import dataclass, field, replace
from typing import Any, Final

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, Lower, NullIf
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles.desk.photos import used
from articles.desk.photos.filters import GROUPS, World
from articles.models.photo import Photo
from articles.text.dates import at_copenhagen, local
from articles.text.languages import other

SORTS: Final[dict[str, str | Promise]] = {
    "newest": _("Newest first"),
    "oldest": _("Oldest first"),
    "expiring": _("Expiring first"),
    "used": _("Most used first"),
    "name": _("By name"),
}
PERIODS: Final[dict[str, tuple[int, str | Promise]]] = {
    "today": (0, _("Today")),
    "week": (7, _("Last 7 days")),
    "month": (30, _("Last 30 days")),
}
NONE: Final = "none"
ME: Final = "me"
# Every parameter that is ours; the changelist knows the rest (q, p, _popup, _to_field).
NAMES: Final = (
    *(group.name for group in GROUPS),
    "credit",
    "basis",
    "by",
    "period",
    "since",
    "until",
    "article",
    "sort",
    "view",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """`options` are the ticked ones of each group. What makes no sense was left out."""

    options: dict[str, set[str]] = field(default_factory=dict)
    credit: str = ""  # a number, or "none"
    basis: str = ""
    by: str = ""  # a number, or "me"
    period: str = ""
    since: str = ""  # ISO 8601 dates of Copenhagen, both included
    until: str = ""
    article: str = ""
    sort: str = "newest"

    @property
    def is_anything(self) -> bool:
        return replace(self, sort="newest") != Asked()


def read(sent: QueryDict) -> Asked:
    """What `sent` asks for; a value that means nothing asks for nothing."""
    known = {group.name: {option.value for option in group.options} for group in GROUPS}
    options = {name: set(sent.getlist(name)) & values for name, values in known.items()}
    credit, by = sent.get("credit", ""), sent.get("by", "")
    return Asked(
        options={name: chosen for name, chosen in options.items() if chosen},
        credit=credit if credit == NONE or _is_number(credit) else "",
        basis=_one_of(sent, "basis", Photo.Basis.values),
        by=by if by == ME or _is_number(by) else "",
        period=_one_of(sent, "period", PERIODS),
        since=_day(sent.get("since", "")),
        until=_day(sent.get("until", "")),
        article=sent.get("article", "").replace("\x00", "").strip()[:200],
        sort=_one_of(sent, "sort", SORTS) or "newest",
    )


def of_register(photos: QuerySet[Photo], asked: Asked, world: World) -> QuerySet[Photo]:
    """What is chosen from lists: credit, basis, who brought it in and when, the article."""
    condition = Q()
    if asked.credit:
        condition &= Q(credit=None if asked.credit == NONE else int(asked.credit))
    if asked.basis:
        condition &= Q(basis=asked.basis)
    if asked.by:
        condition &= Q(uploaded_by=world.user.pk if asked.by == ME else int(asked.by))
    start, end = _span(asked, world.now)
    if start:
        condition &= Q(uploaded_at__gte=start)
    if end:
        condition &= Q(uploaded_at__lt=end)
    if asked.article:
        condition &= used.in_article(asked.article, world.user, world.now)
    return photos.filter(condition)


def ordering(asked: Asked, now: dt.datetime) -> list[Any]:
    if asked.sort == "oldest":
        return ["pk"]
    if asked.sort == "expiring":
        # What is still to expire, then what does not, and last what has.
        over = Q(taken_down_at__isnull=False) | Q(expires_at__lte=now)
        ended = When(over, then=2)
        endless = When(expires_at__isnull=True, then=1)
        return [Case(ended, endless, default=0, output_field=IntegerField()), "expires_at", "-pk"]
    if asked.sort == "used":
        return [used.in_articles(now).desc(), "-pk"]  # type: ignore[attr-defined]
    if asked.sort == "name":
        here = get_language() or "en"
        columns = [f"{name}_{code}" for name in ("alt", "caption") for code in (here, other(here))]
        texts = [NullIf(F(column), Value("")) for column in columns]
        return [Lower(Coalesce(*texts, F("filename"))).asc(), "-pk"]
    return ["-pk"]


def _span(asked: Asked, now: dt.datetime) -> tuple[dt.datetime | None, dt.datetime | None]:
    """From when to before when photos came in; None is without a bound."""
    if asked.period:
        days, _name = PERIODS[asked.period]
        return (now - dt.timedelta(days=days) if days else _midnight(now)), None
    start = _begins(dt.date.fromisoformat(asked.since)) if asked.since else None
    end = asked.until and dt.date.fromisoformat(asked.until) + dt.timedelta(days=1)
    return start, _begins(end) if end else None


def _begins(day: dt.date) -> dt.datetime:
    return at_copenhagen(dt.datetime.combine(day, dt.time()))


def _midnight(now: dt.datetime) -> dt.datetime:
    return _begins(local(now).date())


def _one_of(sent: QueryDict, name: str, known: Container[str]) -> str:
    value = sent.get(name) or ""
    return value if value in known else ""


def _day(text: str) -> str:
    """`text` if it is a date on which the calendar can still reckon; else ""."""
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        return ""
    return day.isoformat() if 1970 <= day.year < 3000 else ""


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 18
