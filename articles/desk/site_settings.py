"""One screen for the site's name, colours, logo, icon and imprint."""

from typing import Any, Final

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.desk.columns import Bilingual, pair
from articles.desk.newsroom import ReadersSee
from articles.models.site import SiteSettings
from articles.photos import icons
from articles.reader import theme
from articles.text import drawing
from articles.text.contrast import contrast, is_colour

# WCAG 2.2, 1.4.3 for text; 1.4.11 asks 3 of what is no text but matters.
_READABLE: Final = 4.5
_COLOURS: Final = {
    "accent": (theme.ACCENT["light"], theme.PAPER["light"]),
    "accent_dark": (theme.ACCENT["dark"], theme.PAPER["dark"]),
    "ornament": (theme.ORNAMENT["light"], ""),
    "ornament_dark": (theme.ORNAMENT["dark"], ""),
}
_LOGO: Final[dict[str, Any]] = {
    "unreadable": gettext_lazy("This is no SVG file. Save the logo as plain SVG."),
    "element": gettext_lazy(
        "The logo has <%(name)s> in it. Only shapes are taken: turn text and effects into paths."
    ),
    "box": gettext_lazy("The logo has no viewBox. Save it as plain SVG, with one."),
    "empty": gettext_lazy("There is nothing drawn in the file."),
    "long": gettext_lazy(
        "The logo is too detailed: every page carries it. Simplify it to 6,000 characters."
    ),
}
_ICON: Final[dict[str, Any]] = {
    "unreadable": gettext_lazy("This is no PNG file. Save the icon as PNG."),
    "heavy": gettext_lazy("The icon is larger than 2 MB. Save a smaller one."),
    "square": gettext_lazy("The icon is not square. Crop it so that it is."),
    "small": gettext_lazy("The icon is too small: it has to be at least 512 × 512 pixels."),
    "large": gettext_lazy("The icon has more than 4096 × 4096 pixels. Save a smaller one."),
}


class Colour(forms.TextInput):
    """`#rrggbb`, typed, with the colour itself to be picked beside it where there is script."""

    template_name = "admin/articles/colour.html"

    def __init__(self, default: str) -> None:
        super().__init__(attrs={"size": 9, "placeholder": default, "spellcheck": "false"})
        self.default = default

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        return {**super().get_context(name, value, attrs), "default": self.default}


class SiteSettingsForm(forms.ModelForm):
    logo_file = forms.FileField(
        label=gettext_lazy("Logo (SVG)"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".svg,image/svg+xml"}),
        help_text=gettext_lazy(
            "Shapes alone, text as paths. What is filled with currentColor follows light and dark."
        ),
    )
    no_logo = forms.BooleanField(label=gettext_lazy("Use Diptych’s logo"), required=False)
    icon_file = forms.FileField(
        label=gettext_lazy("Icon (PNG)"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".png,image/png"}),
        help_text=gettext_lazy(
            "A square of at least 512 pixels. All sizes for browsers and phones are made of it."
        ),
    )
    no_icon = forms.BooleanField(label=gettext_lazy("Use Diptych’s icon"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (default, _paper) in _COLOURS.items():
            self.fields[name].widget = Colour(default)
        self._show_present()

    def _show_present(self) -> None:
        """The logo and icon that readers see now; only an own one can be given up."""
        settings: SiteSettings = self.instance
        if settings.logo:
            self.fields["logo_file"].help_text = mark_safe(settings.logo)  # noqa: S308 - see drawing
        else:
            self.fields["no_logo"].disabled = True
        if settings.icon:
            picture = '<img src="/icons/{}-192.png" width="48" height="48" alt="">'
            self.fields["icon_file"].help_text = format_html(picture, settings.icon)
        else:
            self.fields["no_icon"].disabled = True

    def clean(self) -> dict[str, Any]:
        super().clean()
        for name, (default, paper) in _COLOURS.items():
            colour = self.cleaned_data[name] = (self.cleaned_data.get(name) or "").lower()
            # The model says of the others that they are no colours.
            if is_colour(colour) and paper and contrast(colour, paper) < _READABLE:
                self.add_error(name, _too_faint(colour, paper, default))
        return self.cleaned_data

    def clean_logo_file(self) -> str:
        file = self.cleaned_data["logo_file"]
        if not file:
            return ""
        try:
            return drawing.logo(file.read(100_000).decode())
        except UnicodeDecodeError as error:
            raise forms.ValidationError(_LOGO["unreadable"]) from error
        except drawing.Unfit as unfit:
            raise forms.ValidationError(_LOGO[unfit.reason], params={"name": unfit.name}) from unfit

    def clean_icon_file(self) -> str:
        file = self.cleaned_data["icon_file"]
        if not file:
            return ""
        try:
            return icons.make(file)
        except icons.UnfitIcon as unfit:
            raise forms.ValidationError(_ICON[unfit.reason]) from unfit

    def save(self, commit: bool = True) -> SiteSettings:
        settings = super().save(commit=False)
        for name in ("logo", "icon"):
            if self.cleaned_data[f"no_{name}"]:
                setattr(settings, name, "")
            setattr(settings, name, self.cleaned_data[f"{name}_file"] or getattr(settings, name))
        if commit:
            settings.save()
        return settings


def _too_faint(colour: str, paper: str, default: str) -> str:
    return _(
        "This colour is hard to read on the page: its contrast is %(ratio)s : 1, and at least"
        " 4.5 : 1 is needed. Choose one that stands out more; Diptych’s own is %(default)s."
    ) % {"ratio": number_format(round(contrast(colour, paper), 1), 1), "default": default}


class SiteSettingsAdmin(Bilingual, ReadersSee):
    form = SiteSettingsForm
    fieldsets = (
        (gettext_lazy("The site"), {"fields": ("name", pair("tagline"))}),
        (
            gettext_lazy("Looks"),
            {
                "fields": (
                    ("accent", "accent_dark"),
                    ("ornament", "ornament_dark"),
                    ("logo_file", "no_logo"),
                    ("icon_file", "no_icon"),
                ),
                "description": gettext_lazy("Empty colours are Diptych’s own."),
            },
        ),
        (
            gettext_lazy("Imprint, at the foot of every page"),
            {
                "fields": (
                    ("publisher", "company_number"),
                    "responsible_editor",
                    "address",
                    ("email", "phone"),
                    pair("complaints"),
                )
            },
        ),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False  # there is one site

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """The list of one: the way in."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return HttpResponseRedirect(reverse("admin:articles_sitesettings_change", args=[1]))

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> SiteSettings | None:
        return SiteSettings.current() if object_id == "1" else None

    def response_change(self, request: HttpRequest, obj: SiteSettings) -> HttpResponse:
        self.message_user(request, _("The site’s settings were saved. Readers see them now."))
        return HttpResponseRedirect(request.path)

    class Media:
        js = (forms.Script("desk/colour.js", type="module"),)
