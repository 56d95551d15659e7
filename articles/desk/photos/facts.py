"""What is known of a photo's file: its size, its day, what it says of itself, the ones before it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.template.defaultfilters import filesizeformat
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from articles.desk.conflicts import called
from articles.desk.schedule import said
from articles.models.photo import Original, Photo
from articles.text.dates import day

_LABELS: Final = {
    "creator": gettext_lazy("Photographer"),
    "credit": gettext_lazy("Credit"),
    "copyright_notice": gettext_lazy("Copyright notice"),
    "headline": gettext_lazy("Headline"),
    "caption": gettext_lazy("Caption"),
    "captions": gettext_lazy("Caption"),
    "alts": gettext_lazy("Alt text"),
    "usage_terms": gettext_lazy("Terms of use"),
    "license_url": gettext_lazy("Licence page"),
    "acquire_url": gettext_lazy("Where to license it"),
    "stock_id": gettext_lazy("Stock number"),
    "taken_at": gettext_lazy("Taken"),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """`language` is that of the text, "" where it has none or nobody says."""

    label: str
    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Earlier:
    original: Original
    text: str


def line(photo: Photo) -> str:
    """`Photo 2871, 5184 × 3456, 9.4 MB, taken 14 January 2026`."""
    parts = [_("Photo %(number)s") % {"number": photo.pk}, _pixels(photo)]
    if photo.size:
        parts.append(filesizeformat(photo.size))
    if photo.taken_at:
        parts.append(_("taken %(day)s") % {"day": day(photo.taken_at, get_language() or "en")})
    return ", ".join(parts)


def rows(photo: Photo) -> list[Fact]:
    facts = [
        Fact(_("Name of the file"), photo.filename or "–"),
        Fact(_("Uploaded"), f"{said(photo.uploaded_at)}, {called(photo.uploaded_by)}"),
        Fact(_("Pixels"), _pixels(photo)),
    ]
    if photo.size:
        facts.append(Fact(_("Size of the file"), filesizeformat(photo.size)))
    if photo.taken_at:
        facts.append(Fact(_("Taken"), said(photo.taken_at)))
    facts.append(Fact("SHA-256", photo.sha256))
    return facts


def as_read(photo: Photo) -> list[Fact]:
    """What the file says of itself, as it was read when it came in."""
    found = []
    for name, label in _LABELS.items():
        value: Any = photo.metadata.get(name)
        if isinstance(value, Mapping):
            found += [Fact(str(label), str(text), code) for code, text in value.items() if text]
        elif value:
            found.append(Fact(str(label), str(value)))
    return found


def credit_said(photo: Photo) -> str:
    """The credit as the file has it, where that is not how it is credited here."""
    text = photo.metadata.get("credit") or photo.metadata.get("copyright_notice") or ""
    return "" if photo.credit and text == photo.credit.name else str(text)


def earlier(photo: Photo) -> list[Earlier]:
    """The files that it had before, the newest first."""
    replaced = photo.originals.exclude(sha256=photo.sha256).select_related("uploaded_by")
    return [
        Earlier(
            each,
            f"{each.width} × {each.height}, {said(each.uploaded_at)}, {called(each.uploaded_by)}",
        )
        for each in replaced
    ]


def _pixels(photo: Photo) -> str:
    return f"{photo.width} × {photo.height}"
