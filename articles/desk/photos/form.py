"""The form of one photo: its words, credit, rights and focal point, guarded against overwriting."""

import copy
import datetime as dt
from typing import Any, Final

from django import forms
from django.contrib.admin import site
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from articles.desk.conflicts import somebody
from articles.desk.forms import Line, Paragraphs, WebAddress
from articles.desk.guard import Guarded, Seen, name_of, put
from articles.desk.photos.fields import Percent, Until, minute
from articles.desk.widgets import PhotoChooser
from articles.models.photo import Photo
from articles.models.staff import User
from articles.text.dates import moment

NOTHING: Final = "nothing"
SUBSTITUTE: Final = "substitute"
_GROWING: Final = ("alt_en", "alt_da", "caption_en", "caption_da")


class PhotoForm(Guarded):
    """`writable` is False for those who may only look, and for a photo that was taken down."""

    focal_x = Percent(label=gettext_lazy("Across, %"))
    focal_y = Percent(label=gettext_lazy("Down, %"))
    expires_at = Until(label=gettext_lazy("Usable until"), required=False)
    # Not a column: it says which of the two the substitute means.
    after = forms.ChoiceField(
        label=gettext_lazy("After that"),
        choices=[
            (NOTHING, gettext_lazy("Show the slide without a photo")),
            (SUBSTITUTE, gettext_lazy("Show another photo")),
        ],
        required=False,
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Photo
        fields = (
            *("caption_en", "alt_en", "caption_da", "alt_da"),
            *("byline", "credit", "copyright_notice"),
            *("basis", "licence_ref", "expires_at", "substitute", "usage_terms"),
            *("license_url", "acquire_url", "stock_id", "editorial_only"),
            *("focal_x", "focal_y"),
        )
        field_classes = {
            **dict.fromkeys((*_GROWING, "byline", "copyright_notice"), Line),
            **dict.fromkeys(("licence_ref", "stock_id"), Line),
            **dict.fromkeys(("license_url", "acquire_url"), WebAddress),
            "usage_terms": Paragraphs,
        }
        widgets = {
            **{
                name: forms.Textarea(attrs={"rows": 1, "class": "line", "data-count": ""})
                for name in _GROWING
            },
            "usage_terms": forms.Textarea(attrs={"rows": 1, "class": "line"}),
        }

    def __init__(self, *args: Any, user: User, writable: bool, **kwargs: Any) -> None:
        self.user, self.writable = user, writable
        substitute = Photo._meta.get_field("substitute")
        self.base_fields["substitute"].widget = PhotoChooser(substitute, site)
        super().__init__(*args, **kwargs)
        self.initial["after"] = SUBSTITUTE if self.instance.substitute_id else NOTHING
        self.fields["after"].disabled = not writable
        self.fields["credit"].empty_label = _("None")

    # --- What is compared, see guard.py ----------------------------------------------------------

    def article_id(self) -> int:
        raise NotImplementedError  # a photo belongs to no article

    def who_else(self) -> str:
        return somebody(self.instance.pk, but=self.user, model=Photo)

    def may_write(self, name: str, language: str) -> bool:
        return self.writable

    def canonical(self, name: str, value: Any) -> Any:
        if isinstance(value, float):
            return f"{value:.3f}"
        return minute(value) if isinstance(value, dt.datetime) else value

    def readable(self, name: str, value: Any) -> str:
        if isinstance(value, dt.datetime):
            return moment(value, get_language() or "en")
        if isinstance(value, float):
            return f"{value * 100:.1f} %"
        return super().readable(name, value)

    def seen(self) -> str:
        """For the hidden input: what this page shows of what is in the database."""
        return Seen(rows={name_of(self.instance): self.fingerprints()}).write()

    # --- What is typed ---------------------------------------------------------------------------

    def clean(self) -> dict[str, Any]:
        after = self.cleaned_data.get("after")
        if after == NOTHING:
            self._give_up_substitute()
        elif after == SUBSTITUTE and self.cleaned_data.get("substitute", "") is None:
            self.add_error("substitute", _("Choose the photo that is shown then."))
        super().clean()
        if "substitute" in self.changed_data and (photo := self.cleaned_data.get("substitute")):
            self._judge(photo)
        return self.cleaned_data

    def _give_up_substitute(self) -> None:
        """Whatever stands in the chooser that is out of sight then."""
        self.cleaned_data["substitute"] = None
        self.errors.pop("substitute", None)
        self.data = copy.copy(self.data)
        put(self, "substitute", None)
        self.__dict__.pop("changed_data", None)

    def _judge(self, substitute: Photo) -> None:
        if problem := unfit(substitute, instead_of=self.instance, at=self._end()):
            self.add_error("substitute", problem)

    def _end(self) -> dt.datetime | None:
        return self.cleaned_data.get("expires_at")


def unfit(substitute: Photo, *, instead_of: Photo, at: dt.datetime | None) -> str:
    """Why `substitute` can not be shown in a photo's place from `at` on; "" if it can."""
    if substitute.pk == instead_of.pk:
        return _("A photo can not stand in for itself. Choose another one.")
    if substitute.taken_down_at:
        return _("That photo was taken down. Choose another one.")
    if substitute.expires_at and at and substitute.expires_at <= at:
        return _("That photo may not be used by then either. Choose another one.")
    return ""
