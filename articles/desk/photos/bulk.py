"""The same for many photos at once: what would change, the change itself, and its undoing."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django import forms
from django.db import transaction
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from articles.desk.forms import Line, Paragraphs
from articles.models.photo import ImageCredit, Photo
from articles.publishing.due import due
from articles.text.dates import at_copenhagen, moment

LABELS: Final = {
    "credit": gettext_lazy("Credit"),
    "byline": gettext_lazy("Photographer"),
    "basis": gettext_lazy("Our right"),
    "expires_at": gettext_lazy("Usable until"),
    "licence_ref": gettext_lazy("Licence or invoice no."),
    "usage_terms": gettext_lazy("Terms of use"),
}
CLEARABLE: Final = ("credit", "byline", "expires_at", "licence_ref", "usage_terms")
# What a frozen page holds of them: the rest concerns the desk alone.
SHOWN: Final = frozenset({"credit", "byline", "expires_at", "usage_terms"})
_LAST_MINUTE: Final = dt.time(23, 59)  # "until the 5th" is the whole of the 5th


class SameForm(forms.Form):
    """Nothing changes of what is left alone; to empty a field is said in so many words."""

    credit = forms.ModelChoiceField(
        ImageCredit.objects.all(),
        label=LABELS["credit"],
        required=False,
        empty_label=gettext_lazy("No change"),
    )
    byline = Line(
        label=LABELS["byline"],
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"placeholder": gettext_lazy("No change")}),
    )
    basis = forms.ChoiceField(
        label=LABELS["basis"],
        required=False,
        choices=[("", gettext_lazy("No change")), *Photo.Basis.choices],
    )
    until = forms.DateField(
        label=LABELS["expires_at"],
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    licence_ref = Line(
        label=LABELS["licence_ref"],
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"placeholder": gettext_lazy("No change")}),
    )
    usage_terms = Paragraphs(
        label=LABELS["usage_terms"],
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 1, "placeholder": gettext_lazy("No change")}),
    )
    clear = forms.MultipleChoiceField(
        label=gettext_lazy("Empty"),
        required=False,
        choices=[(name, LABELS[name]) for name in CLEARABLE],
        widget=forms.CheckboxSelectMultiple,
    )

    def clean_until(self) -> dt.datetime | None:
        day = self.cleaned_data["until"]
        if day and not 2000 <= day.year < 3000:
            raise forms.ValidationError(_("Give a date of this century."))
        return at_copenhagen(dt.datetime.combine(day, _LAST_MINUTE)) if day else None

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        data["expires_at"] = data.pop("until", None)
        given = {name for name in LABELS if data.get(name)}
        if both := given & set(data.get("clear", ())):
            named = ", ".join(str(LABELS[name]) for name in LABELS if name in both)
            text = _("Fill in or empty, not both: %(fields)s.") % {"fields": named}
            raise forms.ValidationError(text)
        if not self.errors and not given and not data.get("clear"):
            raise forms.ValidationError(
                _("Nothing would change. Fill in what shall be the same for all.")
            )
        return data

    def wanted(self) -> dict[str, Any]:
        """{column: value} of what is to be the same; of a valid form."""
        data = self.cleaned_data
        given = {name: data[name] for name in LABELS if data.get(name)}
        emptied = {name: _empty(name) for name in data["clear"]}
        return {**given, **emptied}


def _empty(column: str) -> Any:
    return None if column in ("credit", "expires_at") else ""


# --- What would change ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Change:
    """One column: what all get, and what those have now that will change, with their number."""

    label: str
    after: str
    before: tuple[tuple[str, int], ...]
    unchanged: int


def summary(photos: Iterable[Photo], wanted: Mapping[str, Any]) -> list[Change]:
    photos = list(photos)
    changes = []
    for name, value in wanted.items():
        now = [getattr(photo, name) for photo in photos]
        others = Counter(said(name, each) for each in now if each != value)
        changes.append(
            Change(
                label=str(LABELS[name]),
                after=said(name, value),
                before=tuple(others.most_common()),
                unchanged=len(photos) - others.total(),
            )
        )
    return changes


def said(column: str, value: Any) -> str:
    """A value in words."""
    if value in (None, ""):
        return _("nothing")
    if column == "basis":
        return str(Photo.Basis(value).label)
    if isinstance(value, dt.datetime):
        return moment(value, get_language() or "en")
    return str(value)


# --- The change ----------------------------------------------------------------------------------

Plain = str | int | None


@dataclass(frozen=True, slots=True)
class Done:
    """{photo: {column: [before, after]}} of what was changed, in values that JSON can hold."""

    rows: dict[int, dict[str, list[Plain]]] = field(default_factory=dict)
    skipped: int = 0  # undoing: values that somebody changed since; photos that are gone

    @property
    def due(self) -> list[int]:
        """The photos of which live pages show something else now."""
        return [pk for pk, columns in self.rows.items() if SHOWN & columns.keys()]


@transaction.atomic
def same_for_all(*, photos: Iterable[int], wanted: Mapping[str, Any]) -> Done:
    """Set `wanted` on each of `photos` that has it otherwise; what was taken down stays as it is."""
    rows: dict[int, dict[str, list[Plain]]] = {}
    for photo in _locked(photos):
        changed = {
            name: [plain(getattr(photo, name)), plain(value)]
            for name, value in wanted.items()
            if getattr(photo, name) != value
        }
        for name in changed:
            setattr(photo, name, wanted[name])
        if changed:
            photo.save(update_fields=list(changed))
            rows[photo.pk] = changed
    done = Done(rows)
    due(done.due)
    return done


@transaction.atomic
def put_back(*, rows: Mapping[int, Mapping[str, list[Plain]]]) -> Done:
    """Give each photo its earlier values again, save what somebody has changed since."""
    credits = set(ImageCredit.objects.values_list("pk", flat=True))
    restored: dict[int, dict[str, list[Plain]]] = {}
    for photo in _locked(rows):
        changed = {
            name: [after, before]
            for name, (before, after) in rows[photo.pk].items()
            if plain(getattr(photo, name)) == after
            and (name != "credit" or before is None or before in credits)
        }
        for name, (_was, value) in changed.items():
            setattr(photo, _COLUMN.get(name, name), _FROM_PLAIN.get(name, _same)(value))
        if changed:
            photo.save(update_fields=list(changed))
            restored[photo.pk] = changed
    total = sum(map(len, rows.values()))
    done = Done(restored, skipped=total - sum(map(len, restored.values())))
    due(done.due)
    return done


def _locked(photos: Iterable[int]) -> Iterable[Photo]:
    """In the order of their numbers, so that two at once wait for each other and never both."""
    usable = Photo.objects.filter(pk__in=list(photos), taken_down_at__isnull=True)
    # Not the credit beside it: PostgreSQL locks no row that may be missing.
    return usable.select_related("credit").select_for_update(of=("self",)).order_by("pk")


def plain(value: Any) -> Plain:
    if isinstance(value, ImageCredit):
        return value.pk
    return value.isoformat() if isinstance(value, dt.datetime) else value


def _same(value: Plain) -> Any:
    return value


def _instant(value: Plain) -> dt.datetime | None:
    return dt.datetime.fromisoformat(str(value)) if value else None


_COLUMN: Final = {"credit": "credit_id"}
_FROM_PLAIN: Final[dict[str, Callable[[Plain], Any]]] = {"expires_at": _instant}
