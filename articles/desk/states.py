"""The state of each language, as a glyph with words: colour never stands alone."""

import datetime as dt
from typing import Final

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from articles.publishing.state import Standing, State
from articles.text.dates import clock, local

# Those that a list can be searched for; where a publication waits is said besides.
NAMES: Final = {
    State.NOT_PLANNED: gettext_lazy("Not planned"),
    State.WRITING: gettext_lazy("Writing"),
    State.READY: gettext_lazy("Ready"),
    State.LIVE: gettext_lazy("Live"),
    State.CHANGED: gettext_lazy("Live, unpublished changes"),
    State.SCHEDULED: gettext_lazy("Scheduled"),
    State.WITHDRAWN: gettext_lazy("Withdrawn"),
}


def words(where: Standing) -> str:
    """`Live`, `Scheduled for 24 Nov 06:00`, `Live; next edition 24 Nov 06:00`."""
    told = _words(where)
    if where.waits and where.state is not State.WAITING:
        return _("%(state)s; next edition waits for its pictures") % {"state": told}
    return told


def _words(where: Standing) -> str:
    if where.state is State.WAITING:
        return _("Waits for its pictures")
    name = str(NAMES[where.state])
    if not where.scheduled:
        return name
    when = short_moment(where.scheduled[0].live_from)
    if where.live:
        return _("%(state)s; next edition %(when)s") % {"state": name, "when": when}
    return _("Scheduled for %(when)s") % {"when": when}


def short_moment(instant: dt.datetime) -> str:
    """`24 Nov 06:00` / `24/11 kl. 6.00`: for lists, where the year goes without saying."""
    when, language = local(instant), get_language() or "en"
    date = f"{when.day}/{when.month}" if language == "da" else f"{when.day} {when:%b}"
    return f"{date} {clock(instant, language)}"


def glyph(state: State) -> SafeString:
    """A leaf of the diptych, drawn by the style sheet; what it means stands beside it."""
    return format_html('<span class="leaf-glyph {}" aria-hidden="true"></span>', state)


def badge(where: Standing) -> SafeString:
    """`EN ▯ Writing`."""
    return format_html(
        '<span class="state {}"><span class="tag">{}</span> {}<span>{}</span></span>',
        where.state,
        where.language.upper(),
        glyph(where.state),
        words(where),
    )
