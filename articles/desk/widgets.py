"""How the desk's forms show a value: to be read only, or a photo to be chosen by sight."""

import datetime as dt
from typing import Any

from django import forms
from django.contrib.admin.sites import AdminSite
from django.contrib.admin.widgets import ForeignKeyRawIdWidget
from django.db.models import ForeignKey, Model
from django.utils.html import format_html, linebreaks
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.desk.thumbnails import thumbnail
from articles.models.photo import Photo
from articles.text.dates import moment


class Shown(forms.Widget):
    """The value as text, of a field that this editor may read and not write.

    `known` is the row that a foreign key points at, where the form has it already.
    """

    def __init__(self, field: forms.Field, *, language: str = "", known: Model | None = None):
        super().__init__()
        self.field = field
        self.original = field.widget
        self.language = language
        self.known = known

    def decompress(self, value: Any) -> list[Any]:
        """The parts of a date with its time: the field asks its widget for them."""
        return self.original.decompress(value)

    def id_for_label(self, id_: str, index: str | None = None) -> str:
        return ""  # a label may point at an input alone

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        lang = format_html(' lang="{}"', self.language) if self.language else ""
        return format_html('<div class="readonly"{}>{}</div>', lang, self._content(value))

    def _content(self, value: Any) -> str:
        if value in (None, ""):
            return "–"
        if isinstance(value, bool):
            return _("Yes") if value else _("No")
        if isinstance(self.field, forms.ModelChoiceField):
            rows: Any = self.field.queryset
            row = self.known or rows.filter(pk=value).first()
            if isinstance(row, Photo):
                return thumbnail(row)
            return self.field.label_from_instance(row) if row else "–"
        if isinstance(value, dt.datetime):
            return moment(value, get_language() or "en")
        choices = dict(getattr(self.field, "choices", ()))
        if value in choices:
            return str(choices[value])
        return mark_safe(linebreaks(str(value), autoescape=True))  # noqa: S308 - escaped just now


class PhotoChooser(ForeignKeyRawIdWidget):
    """A thumbnail, with a window to the library beside it; without script, the photo's number."""

    template_name = "admin/articles/photo_chooser.html"
    known: Photo | None = None

    def __init__(self, field: ForeignKey, site: AdminSite) -> None:
        super().__init__(field.remote_field, site)

    def label_and_url_for_value(self, value: Any) -> tuple[str, str]:
        return "", ""  # the thumbnail says it

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        photo = self._photo(value)
        return {**context, "photo": photo, "thumbnail": thumbnail(photo) if photo else ""}

    def _photo(self, value: Any) -> Photo | None:
        if not str(value or "").isdigit():
            return None
        if self.known is not None and self.known.pk == int(value):
            return self.known
        return Photo.objects.filter(pk=int(value)).first()
