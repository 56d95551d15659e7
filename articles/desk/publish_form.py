"""What an editor chooses at the publish panel."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.core import signing
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.desk import schedule
from articles.desk.forms import Paragraphs
from articles.document.schema import Document
from articles.document.serialise import dump, load
from articles.models.edition import Edition
from articles.text.languages import CHOICES, LANGUAGES

NOW: Final = "now"
LATER: Final = "later"
_SALT: Final = "articles.desk.shown"
_MOST: Final = 200  # corrections that one answers


def seal(document: Document) -> str:
    """`document` for a hidden field: what the editor was shown, and nobody can forge."""
    return signing.dumps(dump(document), salt=_SALT, compress=True)


def unseal(sealed: str) -> Document | None:
    try:
        return load(signing.loads(sealed, salt=_SALT))
    except signing.BadSignature:
        return None


class PublishForm(forms.Form):
    """`live` are the languages in which something is live; `unchanged`, those of them in which
    readers have all that there is; `closed`, those that this editor may not publish in;
    `scheduled`, whether anything is scheduled; `alone`, that one act may be one language only;
    `overrulable`, the languages that something stops which this editor may overrule."""

    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages"), widget=forms.CheckboxSelectMultiple
    )
    when = forms.ChoiceField(
        label=gettext_lazy("When"),
        choices=[(NOW, gettext_lazy("Now")), (LATER, gettext_lazy("Later (Danish time)"))],
        initial=NOW,
        widget=forms.RadioSelect,
    )
    day = forms.DateField(
        label=gettext_lazy("Date"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        input_formats=["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y"],
    )
    time = forms.TimeField(
        label=gettext_lazy("Time"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        input_formats=["%H:%M", "%H.%M", "%H:%M:%S"],
    )
    which = forms.ChoiceField(
        label=gettext_lazy("Which of the two"),
        required=False,
        choices=[(schedule.FIRST, ""), (schedule.SECOND, "")],
        widget=forms.RadioSelect,
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"),
        choices=[
            (Edition.Kind.UPDATE, gettext_lazy("Update: there is news; the date moves")),
            (Edition.Kind.MINOR, gettext_lazy("Wording only; the date stays")),
            (Edition.Kind.CORRECTION, gettext_lazy("Correction, with a public note")),
        ],
        initial=Edition.Kind.UPDATE,
        widget=forms.RadioSelect,
    )
    note_en = Paragraphs(
        label=gettext_lazy("What was wrong (English)"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3, "lang": "en"}),
    )
    note_da = Paragraphs(
        label=gettext_lazy("What was wrong (Danish)"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3, "lang": "da"}),
    )
    ahead = forms.ChoiceField(
        label=gettext_lazy("What becomes of the scheduled edition"),
        choices=[
            ("rebuild", gettext_lazy("Build it anew on top of this one")),
            ("cancel", gettext_lazy("Cancel it")),
        ],
        initial="rebuild",
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(
        self,
        *args: Any,
        live: frozenset[str],
        unchanged: frozenset[str],
        closed: frozenset[str],
        scheduled: bool,
        may_correct: bool,
        alone: bool = False,
        overrulable: frozenset[str] = frozenset(),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        for language in overrulable:
            self._offer_overruling(language)
        languages: Any = self.fields["languages"]
        languages.choices = [choice for choice in CHOICES if choice[0] not in closed]
        self.live = live
        self.unchanged = unchanged
        self.alone = alone
        # None while the hour says enough by itself.
        self.asks_which = False
        if not live:
            del self.fields["kind"]
        if not live or not may_correct:
            for name in ("note_en", "note_da"):
                del self.fields[name]
            if live:
                kinds: Any = self.fields["kind"]
                kinds.choices = [
                    choice for choice in kinds.choices if choice[0] != Edition.Kind.CORRECTION
                ]
        if not scheduled or alone:
            del self.fields["ahead"]

    def _offer_overruling(self, language: str) -> None:
        self.fields[f"anyway_{language}"] = forms.BooleanField(
            label=gettext_lazy("Publish anyway"), required=False
        )
        self.fields[f"reason_{language}"] = forms.CharField(
            label=gettext_lazy("Why"),
            required=False,
            max_length=300,
            widget=forms.TextInput(attrs={"list": "reasons", "autocomplete": "off"}),
        )

    def overruling(self, language: str) -> tuple[Any, Any] | None:
        """The two fields with which what stops `language` is overruled, where that is offered."""
        if f"anyway_{language}" not in self.fields:
            return None
        return self[f"anyway_{language}"], self[f"reason_{language}"]

    def overrules(self) -> dict[str, str]:
        """Why what stops a language may go out nevertheless."""
        return {
            language: self.cleaned_data[f"reason_{language}"]
            for language in self.cleaned_data["languages"]
            if self.cleaned_data.get(f"anyway_{language}")
        }

    def clean(self) -> dict[str, Any]:
        super().clean()
        for language in self.cleaned_data.get("languages", []):
            name = f"reason_{language}"
            asked = self.cleaned_data.get(f"anyway_{language}")
            if asked and not self.cleaned_data.get(name, "").strip():
                self.add_error(name, _("Say why. It is kept with the edition."))
        self.cleaned_data["at"] = self._instant() if self._is_later() else None
        if self.cleaned_data.get("kind") == Edition.Kind.CORRECTION:
            self._require_notes()
        else:
            self._require_changes()
        return self.cleaned_data

    def clean_languages(self) -> list[str]:
        chosen: list[str] = self.cleaned_data["languages"]
        if self.alone and len(chosen) > 1:
            raise forms.ValidationError(_("On night duty you publish one language at a time."))
        return chosen

    def ticked(self, language: str) -> list[str] | None:
        """The rows that were ticked; None where there were none to choose from."""
        if not self.is_bound or f"rows_{language}" not in self.data:
            return None
        data: Any = self.data
        return list(data.getlist(f"take_{language}"))

    def _require_changes(self) -> None:
        """A story whose date moves has news in it."""
        for language in self.cleaned_data.get("languages", ()):
            if language in self.unchanged or self.ticked(language) == []:
                text = {
                    "en": _("Nothing has changed in English: there is nothing to publish."),
                    "da": _("Nothing has changed in Danish: there is nothing to publish."),
                }[language]
                self.add_error("languages", text)

    def notes(self) -> Mapping[str, str]:
        """The public notes of a correction, by language; only those of the languages chosen."""
        return {
            language: self.cleaned_data.get(f"note_{language}", "")
            for language in self.cleaned_data["languages"]
        }

    def settles(self) -> tuple[int, ...] | None:
        """The ids of what a correction answers; None, for all, where the panel did not ask."""
        if "asks_settles" not in self.data:
            return None
        data: Any = self.data
        ids = data.getlist("settles")
        return tuple(int(each) for each in ids if each.isdecimal() and len(each) < 18)[:_MOST]

    def shown(self) -> dict[str, Document | None]:
        """The documents that the editor was shown."""
        return {language: unseal(self.data.get(f"shown_{language}", "")) for language in LANGUAGES}

    def seen(self) -> dict[str, int]:
        """The newest Edition of each language when the panel was shown."""
        given = {code: self.data.get(f"newest_{code}", "") for code in LANGUAGES}
        return {code: int(pk) for code, pk in given.items() if pk.isdecimal()}

    def _is_later(self) -> bool:
        return self.cleaned_data.get("when") == LATER

    def _instant(self) -> dt.datetime | None:
        day, time = self.cleaned_data.get("day"), self.cleaned_data.get("time")
        for name, value in (("day", day), ("time", time)):
            if value is None and name not in self.errors:
                self.add_error(name, _("Say when."))
        if day is None or time is None:
            return None
        try:
            return schedule.instant(day, time, self.cleaned_data.get("which", ""))
        except schedule.Skipped as skipped:
            self.add_error("time", str(skipped))
        except schedule.Doubled as doubled:
            self.asks_which = True
            which: Any = self.fields["which"]
            which.choices = doubled.choices
            self.add_error("which", str(doubled))
        return None

    def _require_notes(self) -> None:
        for language in self.cleaned_data.get("languages", []):
            name = f"note_{language}"
            if language not in self.live:
                self.add_error(
                    "kind", _("There is nothing to correct in a language that is not live.")
                )
            elif name in self.cleaned_data and not self.cleaned_data[name].strip():
                self.add_error(name, _("Write what was wrong. Readers see this note."))
