"""The state of each language, as a glyph with words: colour never stands alone."""

import datetime as dt
from typing import Final

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.translated import read
from articles.publishing.state import Standing, State, standing
from articles.text.dates import clock, day
from articles.text.languages import LANGUAGES

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
    """`Live`, `Scheduled for 24 November, 06:00`, `Live, next edition 24 November, 06:00`."""
    name = str(NAMES[where.state])
    if not where.scheduled:
        return name
    when = short_moment(where.scheduled[0].live_from)
    if where.live:
        return _("%(state)s; next edition %(when)s") % {"state": name, "when": when}
    return _("Scheduled for %(when)s") % {"when": when}


def short_moment(instant: dt.datetime) -> str:
    language = get_language() or "en"
    return f"{day(instant, language, year=False)} {clock(instant, language)}"


def glyph(state: State) -> SafeString:
    """A leaf of the diptych, drawn by the style sheet; what it means stands beside it."""
    return format_html('<span class="leaf-glyph {}" aria-hidden="true"></span>', state)


def badge(where: Standing) -> SafeString:
    """`EN ▯ Writing`."""
    return format_html(
        '<span class="state {}"><span class="tag">{}</span>{}<span>{}</span></span>',
        where.state,
        where.language.upper(),
        glyph(where.state),
        words(where),
    )


def badges(article: Article, chain: list[Edition], *, as_of: dt.datetime) -> SafeString:
    """Both languages of an article in a list, from its standing Editions in order."""
    places = [
        standing(
            language,
            read(article, "stage", language),
            [edition for edition in chain if edition.language == language],
            as_of=as_of,
        )
        for language in LANGUAGES
    ]
    return format_html_join("", "{}", ((badge(where),) for where in places))
