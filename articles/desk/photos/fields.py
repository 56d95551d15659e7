"""What is typed of a photo that no stock field takes: a place in per cent, the end of its rights."""

import datetime as dt
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.desk.columns import moment_widget
from articles.desk.schedule import FIRST, Skipped, instant
from articles.text.dates import local

END_OF_DAY: Final = dt.time(23, 59)


class Percent(forms.FloatField):
    """A share of 1, typed and shown in per cent with one decimal: 0.384 is "38.4"."""

    def __init__(self, **kwargs: Any) -> None:
        attrs = {"class": "short", "step": "0.1", "inputmode": "decimal"}
        super().__init__(
            min_value=0, max_value=100, widget=forms.NumberInput(attrs=attrs), **kwargs
        )

    def prepare_value(self, value: Any) -> Any:
        return f"{value * 100:.1f}".removesuffix(".0") if isinstance(value, float) else value

    def clean(self, value: Any) -> Any:
        typed = super().clean(value)
        return None if typed is None else round(typed / 100, 3)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return str(data).strip() != str(self.prepare_value(initial))


class Until(forms.SplitDateTimeField):
    """An instant on Copenhagen's clock; a day alone means until its last minute.

    Of an hour that comes twice the first is meant: rights must not be stretched by a clock.
    """

    widget = moment_widget()

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(require_all_fields=False, **kwargs)
        labels = (gettext_lazy("Day"), gettext_lazy("Time"))
        for part, box, label in zip(self.fields, self.widget.widgets, labels, strict=True):
            part.required = False
            box.attrs["aria-label"] = label

    def compress(self, data_list: Any) -> dt.datetime | None:
        day, time = data_list or (None, None)
        if day in (None, ""):
            if time not in (None, ""):
                raise ValidationError(_("Say on which day, too."), code="incomplete")
            return None
        try:
            return instant(day, time or END_OF_DAY, FIRST)
        except Skipped as error:
            raise ValidationError(str(error), code="skipped") from error

    def has_changed(self, initial: Any, data: Any) -> bool:
        """To the minute, which is all that the two boxes show."""
        try:
            typed = self.clean(data)
        except ValidationError:
            return True
        return minute(typed) != minute(initial)


def minute(instant: dt.datetime | None) -> dt.datetime | None:
    return local(instant).replace(second=0, microsecond=0) if instant else None
