"""What is shown in a photo's place: nothing, another photo, or not even the slide."""

from typing import Any

from django import forms
from django.contrib.admin import site
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.desk.photos.form import NOTHING, SUBSTITUTE, unfit
from articles.desk.widgets import PhotoChooser
from articles.models.clock import database_now
from articles.models.photo import Photo


def photo_field(**kwargs: Any) -> forms.ModelChoiceField:
    """A photo of the library, chosen by sight."""
    chooser = PhotoChooser(Photo._meta.get_field("substitute"), site)
    return forms.ModelChoiceField(Photo.objects.all(), widget=chooser, required=False, **kwargs)


class InsteadForm(forms.Form):
    """Nothing or another photo: for a photo whose rights end."""

    after = forms.ChoiceField(
        label=gettext_lazy("From then on readers see"),
        choices=[
            (NOTHING, gettext_lazy("The slide without a photo")),
            (SUBSTITUTE, gettext_lazy("Another photo")),
        ],
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, photo: Photo, **kwargs: Any) -> None:
        initial = {
            "after": SUBSTITUTE if photo.substitute_id else NOTHING,
            "substitute": photo.substitute_id,
        }
        super().__init__(*args, initial=initial, **kwargs)
        self.photo = photo
        self.fields["substitute"] = photo_field(label=gettext_lazy("Another photo"))

    def clean(self) -> dict[str, Any]:
        super().clean()
        if self.cleaned_data.get("after") != SUBSTITUTE:
            self.cleaned_data["substitute"] = None
            self.errors.pop("substitute", None)
        elif "substitute" not in self.errors:
            chosen = self.cleaned_data.get("substitute")
            if problem := judged(chosen, instead_of=self.photo):
                self.add_error("substitute", problem)
        return self.cleaned_data


def judged(chosen: Photo | None, *, instead_of: Photo) -> str:
    """Why `chosen` can not be shown from now on; "" if it can."""
    if chosen is None:
        return _("Choose the photo that is shown then.")
    if chosen.work != Photo.Work.READY:
        return _("That photo is still in work. Choose another one, or wait a moment.")
    return unfit(chosen, instead_of=instead_of, at=database_now())
