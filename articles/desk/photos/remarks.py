"""What is missing or odd about a photo, said at the field; and what its file offers instead."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from articles.desk.conflicts import difference
from articles.desk.names import LANGUAGE_NAMES
from articles.desk.photos.row import CHANGED
from articles.desk.schedule import said
from articles.models.photo import Photo
from articles.models.translated import read
from articles.photos.translating import behind
from articles.text.filenames import looks_like_filename
from articles.text.languages import LANGUAGES, other


@dataclass(frozen=True, slots=True)
class Remark:
    """`offer` is a text from the file that the field could take instead, `since` what has changed in
    the other language since this was translated."""

    level: Literal["block", "warn"]
    text: str
    offer: str = ""
    since: SafeString | None = None


def remarks(photo: Photo) -> dict[str, Remark]:
    """By the name of the form's field."""
    found = {}
    for language in LANGUAGES:
        if remark := _of_alt(photo, language):
            found[f"alt_{language}"] = remark
        if looks_like_filename(read(photo, "caption", language)):
            found[f"caption_{language}"] = Remark(
                "block", _("A file name or stock keywords. Write what readers should know.")
            )
    for name, texts in behind(photo).items():
        changed = CHANGED[other(name.rpartition("_")[2])]
        found.setdefault(name, Remark("warn", str(changed), since=difference(*texts)))
    if remark := _of_byline(photo):
        found["byline"] = remark
    if not photo.credit_id and not photo.byline:
        found["credit"] = Remark(
            "block", _("No story that shows it is published without a credit or a photographer.")
        )
    if photo.basis == Photo.Basis.UNKNOWN:
        found["basis"] = Remark("warn", _("Say by what right we use it: somebody may ask."))
    return found


def _of_alt(photo: Photo, language: str) -> Remark | None:
    alt = read(photo, "alt", language)
    offered = (photo.metadata.get("alts") or {}).get(language, "")
    if looks_like_filename(alt):
        text = _("A file name or stock keywords. Describe what the picture shows.")
        return Remark("block", text, offered)
    if not alt:
        text = _("Missing: no %(language)s page can be published with it.")
        return Remark("warn", text % {"language": LANGUAGE_NAMES[language]}, offered)
    return None


def _of_byline(photo: Photo) -> Remark | None:
    offered = photo.metadata.get("creator", "")
    if photo.byline:
        return None
    if photo.credit and photo.credit.byline_required:
        text = _("%(credit)s asks for the photographer’s name.") % {"credit": photo.credit}
        return Remark("warn", text, offered)
    if offered:
        return Remark("warn", _("The file names the photographer."), offered)
    return None


# --- The end of its rights -----------------------------------------------------------------------


def expiry_note(photo: Photo, *, live: int, now: dt.datetime) -> str:
    """What happens at the end of its rights, or has happened; "" where no end is set."""
    end = photo.expires_at
    if end is None:
        return ""
    shown = ngettext("%(n)s live page shows it", "%(n)s live pages show it", live) % {"n": live}
    then = (
        _("photo %(number)s instead") % {"number": photo.substitute_id}
        if photo.substitute_id
        else _("the slide without a photo")
    )
    if end <= now:
        text = _("Its time ended on %(when)s. Readers see %(then)s.")
        return text % {"when": said(end), "then": then}
    if not live:
        return _("%(left)s. No live page shows it.") % {"left": time_left(end, now)}
    text = _("%(left)s. %(shown)s; from that minute readers see %(then)s.")
    return text % {"left": time_left(end, now), "shown": shown, "then": then}


def time_left(end: dt.datetime, now: dt.datetime) -> str:
    """`In 4 days`, `In 3 hours`, `In 20 minutes`: never more than there is."""
    left = end - now
    if left.days:
        return ngettext("In %(n)s day", "In %(n)s days", left.days) % {"n": left.days}
    minutes = left.seconds // 60
    if minutes >= 60:
        hours = minutes // 60
        return ngettext("In %(n)s hour", "In %(n)s hours", hours) % {"n": hours}
    return ngettext("In %(n)s minute", "In %(n)s minutes", minutes) % {"n": minutes}
