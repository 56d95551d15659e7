"""What the chief editor is asked before something is hidden, replaced or erased."""

from collections.abc import Iterator
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.desk.forms import Line, Paragraphs
from articles.text.languages import CHOICES
from articles.text.replacing import Pair, Replacing

PAIRS: Final = 5
REASONS: Final = (
    gettext_lazy("Somebody named in it asks for it (GDPR, article 17)."),
    gettext_lazy("A ruling of the Press Council."),
    gettext_lazy("Agreed with the lawyers."),
    gettext_lazy("A court or authority demands it."),
    gettext_lazy("Somebody in it was a child then."),
)


class Reasoned(forms.Form):
    """Why, as the log keeps it; it must name nobody."""

    reason = Paragraphs(
        label=gettext_lazy("Reason"),
        max_length=500,
        help_text=gettext_lazy("Kept in the log, for good: write it so that it names nobody."),
        widget=forms.TextInput(attrs={"list": "reasons", "autocomplete": "off"}),
    )


class IndexForm(Reasoned):
    """Which languages search engines are to leave alone, or may have again."""

    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages"), choices=CHOICES, widget=forms.CheckboxSelectMultiple
    )


class NamesForm(forms.Form):
    """The words that go, and what stands there instead: as many pairs as there are lines."""

    genitive = forms.BooleanField(
        label=gettext_lazy("With genitive endings too: Madsens, Madsen’s"),
        required=False,
        initial=True,
    )
    exact = forms.BooleanField(
        label=gettext_lazy("Only with capitals as typed here"), required=False
    )
    library = forms.BooleanField(
        label=gettext_lazy("In alt texts and captions of the photo library too"),
        required=False,
        initial=True,
        help_text=gettext_lazy("Else the next correction of the photo brings the words back."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, PAIRS + 1):
            self.fields[f"words_{number}"] = Line(
                label=_("Words %(number)s") % {"number": number}, required=False, max_length=200
            )
            self.fields[f"instead_{number}"] = Line(
                label=_("Instead of them %(number)s") % {"number": number},
                required=False,
                max_length=200,
            )

    def rows(self) -> Iterator[tuple[forms.BoundField, forms.BoundField]]:
        for number in range(1, PAIRS + 1):
            yield self[f"words_{number}"], self[f"instead_{number}"]

    def options(self) -> list[forms.BoundField]:
        return [self[name] for name in ("genitive", "exact", "library")]

    def clean(self) -> dict[str, Any]:
        super().clean()
        pairs = list(self._pairs())
        if not pairs and not self.errors:
            self.add_error("words_1", _("Type the words that shall go."))
        if not self.errors and (problem := self.replacing().problem()):
            text = _("“%(instead)s” holds words that shall go: it would name them still.")
            name = next(n for n, pair in pairs if pair == problem)
            self.add_error(f"instead_{name}", text % {"instead": problem.instead})
        return self.cleaned_data

    def _pairs(self) -> Iterator[tuple[int, Pair]]:
        for number in range(1, PAIRS + 1):
            words = self.cleaned_data.get(f"words_{number}", "")
            instead = self.cleaned_data.get(f"instead_{number}", "")
            if words and not instead:
                self.add_error(f"instead_{number}", _("Type what shall stand there instead."))
            elif instead and not words:
                self.add_error(f"words_{number}", _("Type the words that shall go."))
            elif sum(map(str.isalnum, words)) == 1:
                self.add_error(f"words_{number}", _("One letter alone is everywhere. Type more."))
            elif words:
                yield number, Pair(words, instead)

    def replacing(self) -> Replacing:
        data = self.cleaned_data
        pairs = tuple(pair for _number, pair in self._pairs())
        return Replacing(pairs, genitive=data["genitive"], exact=data["exact"])

    def hidden(self) -> list[tuple[str, str]]:
        """The same once more, as the page that asks for confirmation sends it along."""
        values = [
            (name, value if isinstance(value, str) else "on")
            for name, value in self.cleaned_data.items()
            if value
        ]
        return [*values, ("asked", "1")]


class ConfirmForm(Reasoned):
    """The reason, and a number that nobody types by accident. `seen` is the mark of what was shown."""

    number = forms.CharField(
        label=gettext_lazy("To confirm, type"),
        max_length=20,
        label_suffix="",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, expected: int, label: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.expected = expected
        self.fields["number"].label = label

    def clean_number(self) -> str:
        typed: str = self.cleaned_data["number"].strip()
        if typed != str(self.expected):
            raise forms.ValidationError(
                _("Type %(number)s, and nothing else."), params={"number": self.expected}
            )
        return typed
