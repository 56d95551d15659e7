"""Saves what was typed into one row of the completing grid: nobody's words are lost in silence."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Final

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.desk.guard import fingerprint
from articles.desk.photos.row import BLOCK, DUE, FIELDS, Note, values
from articles.models.photo import ImageCredit, Photo
from articles.photos import translating
from articles.photos.register import find, named
from articles.publishing.due import due
from articles.text.filenames import looks_like_filename
from articles.text.sanitise import clean_line

_LAST_MINUTE: Final = dt.time(23, 59)  # "until the 5th" is the whole of the 5th

_COLUMNS: Final = {"until": "expires_at"}


class Refused(Exception):
    """A field's value can not be stored; `note` says why."""

    def __init__(self, text: str, *, offer: str = "") -> None:
        super().__init__(text)
        self.note = Note(BLOCK, text, offer=offer)


@dataclass(slots=True)
class Saved:
    """`changed` are the fields stored; `troubles` those that were not, and why; `typed` as typed.

    `is_shown` where live or scheduled pages are to follow: see articles.publishing.catch_up.
    """

    photo: Photo
    changed: list[str] = field(default_factory=list)
    troubles: dict[str, Note] = field(default_factory=dict)
    typed: dict[str, str] = field(default_factory=dict)
    is_shown: bool = False


@transaction.atomic
def save_row(
    *,
    pk: int,
    typed: Mapping[str, str],
    seen: str,
    may_add_credit: bool = False,
    still_right: Collection[str] = (),
) -> Saved:
    """Store the fields of photo `pk` that were changed since they were `seen`.

    Of `still_right` somebody has said that they say what the other language says now.

    A field that somebody else has changed meanwhile is left alone and reported; so is one whose
    value can not be stored. The others are stored all the same. Raises Photo.DoesNotExist.
    """
    photo = Photo.objects.select_for_update().get(pk=pk)
    now = values(photo)
    shown = dict(zip(FIELDS, seen.split(), strict=False))
    saved = Saved(photo)
    for name in FIELDS:
        if name not in typed:
            continue
        text = clean_line(typed[name])
        mark = fingerprint(text)
        if mark == shown.get(name) or text == now[name]:
            continue
        if shown.get(name) != fingerprint(now[name]):
            saved.troubles[name] = _conflict(now[name])
            saved.typed[name] = text
            continue
        try:
            _set(photo, name, text, may_add_credit=may_add_credit)
            saved.changed.append(name)
        except Refused as refusal:
            saved.troubles[name] = refusal.note
            saved.typed[name] = text
    if translating.follow(photo, now, still_right):
        photo.save(update_fields=["ledger"])
    if saved.changed:
        columns = {_COLUMNS.get(name, name) for name in saved.changed}
        photo.save(update_fields=columns | ({"byline"} if "credit" in columns else set()))
        if columns != {"basis"}:
            saved.is_shown = photo.editions.exists()
            due([photo])  # its files too carry the credit, also before any page shows them
    return saved


def _conflict(theirs: str) -> Note:
    text = _("Somebody else has changed this meanwhile. Save again to let yours stand.")
    return Note(DUE, text, theirs=theirs)


def _set(photo: Photo, name: str, text: str, *, may_add_credit: bool) -> None:
    if name == "credit":
        _set_credit(photo, text, may_add=may_add_credit)
    elif name == "until":
        photo.expires_at = _until(text)
    elif name == "basis":
        if text not in Photo.Basis.values:
            raise Refused(_("Choose one of the list."))
        photo.basis = text
    else:
        _require_fit(name, text)
        setattr(photo, name, text)


def _require_fit(name: str, text: str) -> None:
    limit = Photo._meta.get_field(name).max_length or 0
    if len(text) > limit:
        said = _("Too long: %(count)s characters, at most %(limit)s.")
        raise Refused(said % {"count": len(text), "limit": limit})
    if name.startswith(("alt_", "caption_")) and looks_like_filename(text):
        raise Refused(_("This is the name of a file. Say what is seen."))


def _until(text: str) -> dt.datetime | None:
    if not text:
        return None
    try:
        day = dt.date.fromisoformat(text)
        return timezone.make_aware(dt.datetime.combine(day, _LAST_MINUTE))
    except (ValueError, OverflowError):
        raise Refused(_("Give a date, as 2027-01-31.")) from None


def _set_credit(photo: Photo, text: str, *, may_add: bool) -> None:
    """The entry named so; else "Jane Doe/Agency" taken apart; else a new entry where that is meant."""
    found = named(text) if text else None
    if text and found is None:
        person, found = find(text)
        if found is not None and person and not photo.byline:
            photo.byline = person[:120]
    if text and found is None:
        found = _new_credit(text, may_add=may_add)
    photo.credit = found


def _new_credit(text: str, *, may_add: bool) -> ImageCredit:
    if len(text) > 120:
        _require_fit("byline", text)
    if not may_add:
        said = _("“%(name)s” is not in the register of credits.") % {"name": text}
        raise Refused(said, offer=text)
    try:
        with transaction.atomic():
            return ImageCredit.objects.create(name=text)
    except IntegrityError:  # somebody added it in this very moment
        return ImageCredit.objects.get(name=text)
