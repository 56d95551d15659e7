"""No words are overwritten in silence: what an editor was shown is compared on saving.

A page remembers, in one hidden input, a fingerprint of every value it shows ("seen"). A value
posted as it was seen is one that the editor left alone: whatever stands in the database now
stays. A value that both the editor and somebody else have changed is a conflict: the form comes
back with both, and a second save lets the editor's stand. So a writer in English and a
translator in Danish never meet.
"""

import copy
import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import gettext as _

from articles.desk.conflicts import somebody, two_versions
from articles.desk.rights import NONE, Rights
from articles.desk.widgets import PhotoChooser, Shown
from articles.models.staff import User

SEEN: Final = "seen"


@dataclass(frozen=True, slots=True)
class Seen:
    """`rows`: per row its values' fingerprints; `orders`: per list its rows' ids in order."""

    rows: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    orders: Mapping[str, list[int]] = field(default_factory=dict)

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> "Seen":
        """What the page that posted `data` had shown; nothing, if that can not be read."""
        try:
            posted = json.loads(data.get(SEEN, ""))
            return cls(
                rows={str(row): dict(values) for row, values in posted["rows"].items()},
                orders={str(name): list(ids) for name, ids in posted["orders"].items()},
            )
        except (ValueError, KeyError, TypeError, AttributeError):
            return cls()

    def write(self) -> str:
        return json.dumps({"rows": self.rows, "orders": self.orders}, separators=(",", ":"))


def name_of(row: Model) -> str:
    return f"{row._meta.model_name}:{row.pk}"


def fingerprint(value: Any) -> str:
    """Short and the same for a value from the database and the same one posted."""
    if isinstance(value, Model):
        value = value.pk
    elif isinstance(value, dt.datetime):
        value = value.astimezone(dt.UTC).replace(microsecond=0).isoformat()
    text = "" if value is None else str(value).replace("\r\n", "\n").strip()
    return hashlib.sha256(text.encode()).hexdigest()[:12]


class Guarded(forms.ModelForm):
    """A form on a row of a working copy, for one editor: the admin sets `user` and `rights`.

    `together` says that the form took over what somebody else had changed.
    """

    user: User | None = None
    rights: Rights = NONE
    # Fields that only those may write who hand out work.
    assigning: frozenset[str] = frozenset()
    together = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.fields:
            self._prepare(name)

    def article_id(self) -> int:
        """The article that this row belongs to."""
        raise NotImplementedError

    def who_else(self) -> str:
        """Who, apart from this editor, saved it last: the start of a sentence."""
        return somebody(self.article_id(), but=self.user)

    def canonical(self, name: str, value: Any) -> Any:
        """A value as it is stored, from one as it is shown or cleaned."""
        return value

    def may_write(self, name: str, language: str) -> bool:
        if language:
            return language in self.rights.words
        return self.rights.assign if name in self.assigning else self.rights.whole

    def _prepare(self, name: str) -> None:
        """Close a field that this editor may not write; its value is shown, a forged one ignored."""
        each = self.fields[name]
        language = language_of(self._meta.model, name)
        known = None
        if isinstance(each, forms.ModelChoiceField) and self.instance.pk and not self.is_bound:
            known = getattr(self.instance, name, None)
        if isinstance(each.widget, PhotoChooser):
            each.widget.known = known
        elif language:
            each.widget.attrs["lang"] = language
        if has_field(self._meta.model, name) and not self.may_write(name, language):
            each.disabled = True
            each.widget = Shown(each, language=language, known=known)
            each.help_text = ""

    # --- What the page shows, and what came back -------------------------------------------------

    def fingerprints(self) -> dict[str, str]:
        """Of what this form shows of the row in the database, where it may be written."""
        return {
            name: fingerprint(self.canonical(name, self.initial.get(name)))
            for name, each in self.fields.items()
            if name in (self._meta.fields or ())
            and has_field(self._meta.model, name)
            and not each.disabled
        }

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.instance.pk:
            self._compare()
        return self.cleaned_data

    def changed_meanwhile(self) -> list[str]:
        """The fields that somebody else has changed since the page was loaded."""
        seen = Seen.read(self.data).rows.get(name_of(self.instance), {})
        return [name for name, now in self.fingerprints().items() if now != seen.get(name)]

    def _compare(self) -> None:
        if name_of(self.instance) not in Seen.read(self.data).rows:
            self.add_error(
                None, _("The page was not complete. Load it again, then repeat the change.")
            )
            return
        seen = Seen.read(self.data).rows[name_of(self.instance)]
        for name in self.changed_meanwhile():
            mine = self.cleaned_data.get(name, self.data.get(self.add_prefix(name), ""))
            typed = fingerprint(self.canonical(name, mine))
            if typed == seen.get(name):
                self._take_over(name)
            elif typed != self.fingerprints()[name]:
                who = self.who_else()
                theirs = self.readable(name, self.initial.get(name))
                message = two_versions(who, theirs, self.readable(name, mine))
                self.add_error(name, ValidationError(message, code="conflict"))

    def readable(self, name: str, value: Any) -> str:
        each = self.fields[name]
        if isinstance(each, forms.ModelChoiceField) and not isinstance(value, Model):
            rows: Any = each.queryset
            return str(rows.filter(pk=value or 0).first() or "–")
        return str(dict(getattr(each, "choices", ())).get(value, value or "–"))

    def _take_over(self, name: str) -> None:
        """Leave to the database what the editor left alone, in the form as well."""
        self.together = True
        self.cleaned_data[name] = getattr(self.instance, name)
        self.data = copy.copy(self.data)
        put(self, name, self.initial.get(name))
        self.__dict__.pop("changed_data", None)


def has_field(model: type[Model], name: str) -> bool:
    return name in {each.name for each in model._meta.fields} - {"id"}


def language_of(model: type[Model], name: str) -> str:
    """The language of a translated field's column, "" for any other."""
    if not has_field(model, name):
        return ""
    return getattr(model._meta.get_field(name), "language", "")


def put(form: forms.BaseForm, name: str, value: Any) -> None:
    """Let a bound form show `value` in a field, whatever was posted there."""
    bound = form[name]
    widget, shown = bound.field.widget, bound.field.prepare_value(value)
    data: Any = form.data
    parts: Any = widget.decompress(shown) if isinstance(widget, forms.MultiWidget) else None
    if isinstance(widget, forms.MultiWidget):
        for at, (part, one) in enumerate(zip(widget.widgets, parts, strict=True)):
            data[f"{bound.html_name}_{at}"] = part.format_value(one) or ""
    else:
        data[bound.html_name] = "" if shown is None else str(shown)
