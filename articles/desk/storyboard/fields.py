"""A field as the storyboard shows it: plain data, made from a form's field, rendered directly.

Thirty slides have some four hundred fields; a widget's template for each would take longer than
everything else on the page.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy

from articles.desk.changes import FIELDS
from articles.text.languages import LANGUAGES

# How long a text may be before a counter warns: what readers, cards and search engines show of it.
LIMITS: Final[Mapping[str, int]] = {
    "headline": 70,
    "standfirst": 220,
    "seo_title": 60,
    "seo_description": 155,
    "alt": 140,
}

KINDS: Final[Mapping[str, str]] = {
    "slug": "slug",
    "standfirst": "text",
    "editor_note": "text",
    "body": "rich",
    "stage": "choice",
    "topic": "choice",
    "commercial": "choice",
    "owner": "choice",
    "assignee_en": "choice",
    "assignee_da": "choice",
    "languages": "choice",
    "embargo_until": "moment",
    "photo": "photo",
    "lead_photo": "photo",
    "bylines": "chips",
    "sources": "chips",
    "target": "target",
}

LABELS: Final[Mapping[str, str | Promise]] = {
    **FIELDS,
    "stage": gettext_lazy("Stage"),
    "editor_note": gettext_lazy("Note to the desk"),
    "embargo_until": gettext_lazy("Embargo until"),
    "owner": gettext_lazy("Owner"),
    "assignee_en": gettext_lazy("English text by"),
    "assignee_da": gettext_lazy("Danish text by"),
    "sources": gettext_lazy("Based on information from"),
    "label": gettext_lazy("Text of the link"),
    "target": gettext_lazy("Article"),
    "url": gettext_lazy("or web address"),
    "languages": gettext_lazy("Stands in"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Field:
    """`id` is the control's; `name` what the plain form calls it, "" in a template for new rows."""

    field: str
    language: str
    kind: str
    id: str
    name: str
    label: str
    value: str = ""
    html: str = ""  # of a rich text, as stored
    shown: str = ""  # in place of the control, where one may not write
    readonly: bool = False
    limit: int = 0
    longest: int = 0
    placeholder: str = ""
    errors: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()

    @property
    def single(self) -> bool:
        """Whether an input is wide enough: the others grow with what is typed."""
        return self.field in ("kicker", "slug", "url", "sponsor")


def of(
    form: Any, name: str, *, row: str, language: str = "", choices: Iterable[Choice] | None = None
) -> Field:
    """The field `name` of `form`, in `language` where it is translated; `row` is its row's key."""
    column = f"{name}_{language}" if language else name
    bound = form[column]
    value = bound.value()
    readonly = bool(bound.field.disabled)
    kind = KINDS.get(name, "line")
    if choices is None:
        choices = _choices(bound.field, value) if kind == "choice" and not readonly else ()
    return Field(
        field=name,
        language=language,
        kind=kind,
        id=f"f-{row or 'article'}-{column}",
        name="" if row == "__key__" else bound.html_name,
        label=capfirst(str(LABELS.get(name, name))),
        value="" if value is None else str(value),
        shown=str(bound) if readonly else "",
        readonly=readonly,
        limit=LIMITS.get(name, 0) if language in LANGUAGES else 0,
        longest=getattr(bound.field, "max_length", None) or 0,
        placeholder=str(bound.field.widget.attrs.get("placeholder", "")),
        errors=tuple(bound.errors),
        choices=tuple(choices),
    )


def _choices(of: forms.Field, value: Any) -> list[Choice]:
    now = "" if value is None else str(value)
    return [
        Choice(str(key or ""), str(label) if key else "–", str(key or "") == now)
        for key, label in getattr(of, "choices", ())
    ]
