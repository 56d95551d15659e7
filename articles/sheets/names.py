"""What places and fields are called on a sheet."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

_FIELDS: Final[dict[str, str | Promise]] = {
    "kicker": gettext_lazy("Kicker"),
    "headline": gettext_lazy("Headline"),
    "standfirst": gettext_lazy("Standfirst"),
    "seo_title": gettext_lazy("Title for search engines"),
    "seo_description": gettext_lazy("Description for search engines"),
    "heading": gettext_lazy("Heading"),
    "body": gettext_lazy("Text"),
    "caption": gettext_lazy("Caption"),
    "alt": gettext_lazy("Alt text"),
    "label": gettext_lazy("Text of the link"),
}


def field_name(field: str) -> str:
    return str(_FIELDS.get(field, field))


def place_name(kind: str, number: int) -> str:
    """`number` is a slide's place among all."""
    if kind == "slide":
        return _("Slide %(number)s") % {"number": number}
    return _("Also read") if kind == "link" else _("The article")
