"""What is decided before a photo is taken down: why, and what becomes of each use."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.desk.forms import Paragraphs
from articles.desk.photos.choosing import judged, photo_field
from articles.desk.photos.where import Row
from articles.models.photo import Photo
from articles.publishing.take_down import Choice

AS_FOR_ALL: Final = ""
KINDS: Final = [
    ("none", gettext_lazy("No photo")),
    ("substitute", gettext_lazy("Another photo")),
    ("drop", gettext_lazy("Drop the slide")),
]
REASONS: Final = (
    gettext_lazy("The licence is not ours."),
    gettext_lazy("The photographer objects."),
    gettext_lazy("Somebody shown in it objects."),
    gettext_lazy("It does not show what we said."),
    gettext_lazy("It has been altered."),
    gettext_lazy("A court or authority demands it."),
)


@dataclass(frozen=True, slots=True)
class RowFields:
    """One article with the two fields that decide about it."""

    row: Row
    kind: forms.BoundField
    substitute: forms.BoundField


class TakeDownForm(forms.Form):
    reason = Paragraphs(
        label=gettext_lazy("Reason"),
        max_length=500,
        help_text=gettext_lazy("Kept as evidence, for the desk alone. Readers do not see it."),
        widget=forms.TextInput(attrs={"list": "reasons", "autocomplete": "off"}),
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("On every page"),
        choices=KINDS,
        initial="none",
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, photo: Photo, rows: Sequence[Row], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.photo, self.rows = photo, rows
        self.fields["substitute"] = photo_field(label=gettext_lazy("Another photo"))
        for row in rows:
            label = _("Instead, in “%(headline)s”") % {"headline": row.headline}
            self.fields[f"kind-{row.article}"] = forms.ChoiceField(
                label=label,
                choices=[(AS_FOR_ALL, gettext_lazy("As chosen for all")), *KINDS],
                required=False,
            )
            self.fields[f"substitute-{row.article}"] = photo_field(label=label)

    def each(self) -> Iterator[RowFields]:
        for row in self.rows:
            names = (f"kind-{row.article}", f"substitute-{row.article}")
            yield RowFields(row, self[names[0]], self[names[1]])

    def clean(self) -> dict[str, Any]:
        super().clean()
        for name in self.fields:
            if name.startswith("kind") and self.cleaned_data.get(name) == "substitute":
                self._require(name.replace("kind", "substitute"))
        return self.cleaned_data

    def _require(self, name: str) -> None:
        if name in self.errors:
            return
        if problem := judged(self.cleaned_data.get(name), instead_of=self.photo):
            self.add_error(name, problem)

    # --- The answer ------------------------------------------------------------------------------

    def default(self) -> Choice:
        return self._choice("kind", "substitute")

    def choices(self) -> dict[int, Choice]:
        """For every article that was shown, so that the record says what was decided of each."""
        return {
            row.article: self._choice(f"kind-{row.article}", f"substitute-{row.article}")
            if self.cleaned_data.get(f"kind-{row.article}") != AS_FOR_ALL
            else self.default()
            for row in self.rows
        }

    def _choice(self, kind: str, substitute: str) -> Choice:
        chosen = self.cleaned_data[kind]
        photo = self.cleaned_data.get(substitute) if chosen == "substitute" else None
        return Choice(chosen, photo.pk if photo else None)
