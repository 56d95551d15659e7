"""What all admin classes of the desk share: fields of both languages, side by side."""

from typing import Any, Final

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import models
from django.http import HttpRequest

from articles.desk.forms import Line, Paragraphs, Slug, WebAddress
from articles.text.languages import LANGUAGES

# One line of text that is too long for one line of the screen: the box grows with it.
_LONG: Final = {"headline", "heading", "caption", "alt", "seo_title", "seo_description"}
_CLASSES: Final[dict[type[models.Field], type[forms.CharField]]] = {
    models.SlugField: Slug,
    models.TextField: Paragraphs,
    models.CharField: Line,
}


def pair(field: str) -> tuple[str, ...]:
    """The columns of a translated field, English first."""
    return tuple(f"{field}_{language}" for language in LANGUAGES)


def pairs(*fields: str) -> list[Any]:
    return [pair(field) for field in fields]


def moment_widget() -> forms.SplitDateTimeWidget:
    """The browser's own date and time, in place of the admin's two boxes and their script."""
    return forms.SplitDateTimeWidget(
        date_attrs={"type": "date"},
        time_attrs={"type": "time"},
        date_format="%Y-%m-%d",
        time_format="%H:%M",
    )


class Bilingual(admin.options.BaseModelAdmin):
    """Text is cleaned as it comes in; choosers choose, without the admin's buttons that lead to
    other people's pages. What may be added from a chooser is named in `may_add`."""

    may_add: tuple[str, ...] = ()

    formfield_overrides = {
        models.DateTimeField: {
            "form_class": forms.SplitDateTimeField,
            "widget": moment_widget(),
        },
        models.URLField: {"form_class": WebAddress, "widget": forms.URLInput},
        models.TextField: {"widget": forms.Textarea(attrs={"rows": 3})},
    }

    def formfield_for_dbfield(
        self, db_field: models.Field, request: HttpRequest, **kwargs: Any
    ) -> forms.Field | None:
        if isinstance(db_field, models.CharField | models.TextField) and not db_field.choices:
            kind = next(kind for kind in _CLASSES if isinstance(db_field, kind))
            if not isinstance(db_field, models.URLField):
                kwargs.setdefault("form_class", _CLASSES[kind])
            if getattr(db_field, "translated_field", db_field).name in _LONG:
                kwargs["widget"] = forms.Textarea(attrs={"rows": 1, "class": "line"})
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            wrapped = field.widget
            if db_field.name in self.may_add:
                for way in ("change", "delete", "view"):
                    setattr(wrapped, f"can_{way}_related", False)
            else:
                field.widget = wrapped.widget
        return field
