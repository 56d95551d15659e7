"""What a photo still wants before readers may have it, and how the library says so."""

import datetime as dt
from dataclasses import dataclass
from typing import Final, Literal

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from articles.desk.photos.row import missing
from articles.models.photo import Photo
from articles.models.translated import read
from articles.text.filenames import looks_like_filename
from articles.text.languages import LANGUAGES

Level = Literal["block", "warn", "good", "work"]
SOON: Final = dt.timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Want:
    """One thing that is missing; `block` stops the story, `warn` stops it in one language.

    `about` is "alt" where words of the photo mend it, in those `languages`.
    """

    label: str | Promise
    level: Level
    about: str = ""
    languages: tuple[str, ...] = ()


_SAID: Final = {
    "credit": Want(_("No credit"), "block"),
    "byline": Want(_("No byline"), "block"),
    "basis": Want(_("Right not known"), "warn"),
}
_NO_ALT: Final = {
    "alt_en": Want(_("No alt in English"), "warn", "alt", ("en",)),
    "alt_da": Want(_("No alt in Danish"), "warn", "alt", ("da",)),
}


def wants(photo: Photo) -> list[Want]:
    """What is missing of `photo`, the gravest first; empty when it is complete."""
    lacking = missing(photo)
    found = [_SAID[name] for name in lacking if name in _SAID]
    alts = [name for name in lacking if name in _NO_ALT]
    if len(alts) == len(LANGUAGES):
        found.append(Want(_("No alt text"), "warn", "alt", LANGUAGES))
    else:
        found += [_NO_ALT[name] for name in alts]
    if has_filename_as_text(photo):
        found.append(Want(_("File name as text"), "warn"))
    return sorted(found, key=lambda want: want.level != "block")


def has_filename_as_text(photo: Photo) -> bool:
    """Whether a name of a file stands where readers look for words."""
    texts = [read(photo, field, code) for field in ("alt", "caption") for code in LANGUAGES]
    return any(looks_like_filename(text) for text in texts)


def state(photo: Photo) -> list[Want]:
    """The same for people: its files first; `Complete` when nothing is missing."""
    if photo.work == Photo.Work.FAILED:
        return [Want(_("Failed"), "block"), *wants(photo)]
    if photo.work != Photo.Work.READY:
        return [Want(_("In work"), "work"), *wants(photo)]
    return wants(photo) or [Want(_("Complete"), "good")]


def rights_badge(photo: Photo, now: dt.datetime) -> Want | None:
    """What lies over the picture: `4 days`, `Expired`, `Taken down`; None while all is well."""
    if photo.taken_down_at:
        return Want(_("Taken down"), "block")
    if photo.expires_at is None or photo.expires_at > now + SOON:
        return None
    if photo.expires_at <= now:
        return Want(_("Expired"), "block")
    return Want(time_left(photo.expires_at - now), "warn")


def time_left(left: dt.timedelta) -> str:
    """`4 days`, on the last day `5 hours`, in its last hour `under an hour`."""
    hours = int(left.total_seconds() // 3600)
    if hours >= 24:
        days = hours // 24
        return ngettext("%(n)d day", "%(n)d days", days) % {"n": days}
    if hours < 1:
        return str(_("under an hour"))
    return ngettext("%(n)d hour", "%(n)d hours", hours) % {"n": hours}
