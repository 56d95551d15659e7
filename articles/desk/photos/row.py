"""One photo as the completing grid shows it: its fields, what is missing, what the file offers."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.desk.conflicts import difference
from articles.desk.guard import fingerprint
from articles.desk.names import LANGUAGE_NAMES
from articles.desk.thumbnails import preview_url, thumbnail_url
from articles.models.photo import Photo
from articles.models.translated import read
from articles.photos.translating import behind
from articles.text.filenames import looks_like_filename
from articles.text.identify import guess
from articles.text.languages import LANGUAGES, other

BASIS_UNKNOWN: Final = Photo.Basis.UNKNOWN
FIELDS: Final = (
    "byline",
    "credit",
    "basis",
    "until",
    "caption_en",
    "alt_en",
    "caption_da",
    "alt_da",
)
# In the order in which they stand, per column of the grid.
RIGHTS: Final = FIELDS[:4]
LABELS: Final = {
    "byline": gettext_lazy("Photographer"),
    "credit": gettext_lazy("Credit"),
    "basis": gettext_lazy("Our right to it"),
    "until": gettext_lazy("May be used until"),
    "caption": gettext_lazy("Caption"),
    "alt": gettext_lazy("Alt text"),
}
# The language whose words have changed since: the same sentence as on the storyboard.
CHANGED: Final = {
    "en": gettext_lazy("The English has changed since this was translated:"),
    "da": gettext_lazy("The Danish has changed since this was translated:"),
}
BLOCK: Final = "block"
WARN: Final = "warn"
DUE: Final = "due"


def incomplete() -> Q:
    """Photos that lack something: see `missing`, the same question for one of them."""
    return (
        Q(basis=BASIS_UNKNOWN)
        | Q(credit=None, byline="")
        | Q(credit__byline_required=True, byline="")
        | Q(alt_en="")
        | Q(alt_da="")
        | Q(alt_en=None)
        | Q(alt_da=None)
    )


def missing(photo: Photo) -> tuple[str, ...]:
    """The names of the fields that `photo` lacks to be complete; at most one query, for its credit."""
    return tuple(_missing(photo))


def _missing(photo: Photo) -> Iterator[str]:
    if photo.credit is None and not photo.byline:
        yield "credit"
    if photo.credit is not None and photo.credit.byline_required and not photo.byline:
        yield "byline"
    if photo.basis == BASIS_UNKNOWN:
        yield "basis"
    for language in LANGUAGES:
        if not read(photo, "alt", language):
            yield f"alt_{language}"


def values(photo: Photo) -> dict[str, str]:
    """What each field shows, as text."""
    until = photo.expires_at and timezone.localtime(photo.expires_at).date().isoformat()
    words = {
        f"{name}_{language}": read(photo, name, language)
        for name in ("caption", "alt")
        for language in LANGUAGES
    }
    return {
        "byline": photo.byline,
        "credit": photo.credit.name if photo.credit else "",
        "basis": photo.basis,
        "until": until or "",
        **words,
    }


def said_by_file(photo: Photo) -> dict[str, str]:
    """What the file offers for each field, "" where it says nothing."""
    told: Mapping[str, Any] = photo.metadata if isinstance(photo.metadata, dict) else {}
    captions, alts = told.get("captions") or {}, told.get("alts") or {}
    offered = {"byline": told.get("creator", ""), "credit": told.get("credit", "")}
    for language in LANGUAGES:
        unsaid = captions.get("") or told.get("headline", "")
        caption = captions.get(language) or _if_it_may_be(unsaid, language)
        alt = alts.get(language) or _if_it_may_be(alts.get("", ""), language)
        offered[f"caption_{language}"], offered[f"alt_{language}"] = _words(caption), _words(alt)
    return {name: str(offered.get(name) or "") for name in FIELDS}


def _if_it_may_be(text: str, language: str) -> str:
    """`text`, whose language the file does not name, unless it is plainly in the other one."""
    return "" if guess(text) == other(language) else text


def _words(text: str) -> str:
    """What cameras and stock libraries write where words belong is not offered."""
    return "" if looks_like_filename(text) else text


# --- For the template ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Note:
    """A remark at a field. `offer` is a name that could be added to the register; `theirs` what
    somebody else wrote there meanwhile; `since` what has changed in the other language since these
    words were translated."""

    level: str
    text: str
    offer: str = ""
    theirs: str | None = None
    since: SafeString | None = None


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    html_name: str
    label: str
    value: str
    language: str = ""
    limit: int = 0
    options: tuple[tuple[str, str], ...] = ()
    notes: tuple[Note, ...] = ()
    offered: str = ""
    origin: str = ""  # "file" or "register", where nobody has looked at the value yet

    @property
    def kind(self) -> str:
        if self.options:
            return "choice"
        return "date" if self.name == "until" else "text" if self.language else "line"

    @property
    def is_alt(self) -> bool:
        return self.name.startswith("alt_")

    @property
    def level(self) -> str:
        return self.notes[0].level if self.notes else ""


@dataclass(frozen=True, slots=True)
class Row:
    photo: Photo
    fields: dict[str, Field]
    seen: str
    thumbnail: str
    picture: str
    is_complete: bool

    @property
    def rights(self) -> list[Field]:
        return [self.fields[name] for name in RIGHTS]

    @property
    def leaves(self) -> list[tuple[str, str, list[Field]]]:
        """Per language its code, its name and its fields."""
        return [
            (
                each,
                str(LANGUAGE_NAMES[each]),
                [self.fields[f"{name}_{each}"] for name in ("caption", "alt")],
            )
            for each in LANGUAGES
        ]

    @property
    def is_from_file(self) -> bool:
        return any(each.origin for each in self.fields.values())


def reviewed(photos: Iterable[Photo]) -> set[int]:
    """The ids of those that somebody has already changed or accepted as read. One query."""
    entries = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(Photo),
        action_flag=CHANGE,
        change_message__startswith="[",  # a form's; downloads and take-downs are sentences
        object_id__in=[str(photo.pk) for photo in photos],
    )
    return {int(pk or 0) for pk in entries.values_list("object_id", flat=True)}


def row(
    photo: Photo,
    *,
    is_reviewed: bool,
    typed: Mapping[str, str] | None = None,
    troubles: Mapping[str, Note] | None = None,
) -> Row:
    """`typed` and `troubles` are what a refused save leaves in the fields, and why."""
    now, offered, lacks = values(photo), said_by_file(photo), missing(photo)
    typed, troubles = typed or {}, troubles or {}
    fields = {}
    for name in FIELDS:
        notes = (
            (troubles[name],) if name in troubles else tuple(_notes(photo, name, lacks, offered))
        )
        value = typed.get(name, now[name])
        fields[name] = _field(
            photo,
            name,
            value=value,
            notes=notes,
            offered="" if value else offered[name],
            origin="" if is_reviewed else _origin(photo, name, now[name], offered[name]),
        )
    return Row(
        photo=photo,
        fields=fields,
        seen=seen(now),
        thumbnail=thumbnail_url(photo),
        picture=preview_url(photo),
        is_complete=not any(each.notes for each in fields.values()),
    )


def seen(now: Mapping[str, str]) -> str:
    """Fingerprints of what the row shows, in the order of FIELDS."""
    return " ".join(fingerprint(now[name]) for name in FIELDS)


def _field(photo: Photo, name: str, **more: Any) -> Field:
    base, _sep, language = name.partition("_")
    label = str(LABELS[base])
    if language:
        column = Photo._meta.get_field(name)
        more |= {"language": language, "limit": column.max_length}
    elif name == "basis":
        more["options"] = tuple((str(code), str(text)) for code, text in Photo.Basis.choices)
    elif name != "until":
        more["limit"] = 120
    return Field(name=name, html_name=f"p{photo.pk}-{name}", label=label, **more)


def _origin(photo: Photo, name: str, value: str, offered: str) -> str:
    """Where the value of a photo comes from that nobody has looked at yet."""
    if not value or value == BASIS_UNKNOWN:
        return ""
    if name in ("basis", "until") and photo.credit is not None:
        return "register"
    # A credit has the register's spelling, hardly ever the file's.
    is_from_file = name in ("basis", "credit") or value == offered
    return "file" if is_from_file else ""


def _notes(
    photo: Photo, name: str, lacks: tuple[str, ...], offered: Mapping[str, str]
) -> Iterator[Note]:
    if name.startswith(("alt_", "caption_")) and looks_like_filename(values(photo)[name]):
        yield Note(WARN, _("This is the name of a file. Say what is seen."))
    if name in (late := behind(photo)):
        language = name.rpartition("_")[2]
        yield Note(WARN, str(CHANGED[other(language)]), since=difference(*late[name]))
    if name not in lacks:
        return
    if name == "credit":
        missing_in_file = not offered["credit"] and not offered["byline"]
        yield Note(
            BLOCK,
            _("No credit in the file.") if missing_in_file else _("The credit is missing."),
        )
    elif name == "byline":
        text = _("%(credit)s wants the photographer named.")
        yield Note(BLOCK, text % {"credit": photo.credit})
    elif name == "basis":
        yield Note(WARN, _("Choose one."))
    else:
        said = {"en": _("English alt text is missing."), "da": _("Danish alt text is missing.")}
        yield Note(WARN, said[name.removeprefix("alt_")])
