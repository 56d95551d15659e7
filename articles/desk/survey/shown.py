"""Where articles stand, as lists and cards of the desk show it: glyphs with words."""

import datetime as dt
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from articles.desk.conflicts import called
from articles.desk.names import LANGUAGE_NAMES
from articles.desk.states import short_moment, words
from articles.desk.survey.survey import Surveyed
from articles.desk.thumbnails import thumbnail_url
from articles.models.article import Article, Slide
from articles.models.photo import Photo
from articles.models.translated import read
from articles.publishing.state import State
from articles.text.dates import clock, local
from articles.text.languages import LANGUAGES, other


@dataclass(frozen=True, slots=True)
class Sign:
    """One language: the glyph's class and what it means."""

    language: str
    glyph: str
    words: str

    @property
    def tag(self) -> str:
        return self.language.upper()


def signs(row: Surveyed) -> tuple[Sign, ...]:
    return tuple(sign(row, language) for language in LANGUAGES)


def sign(row: Surveyed, language: str) -> Sign:
    where, gaps = row.standings[language], row.leaves[language].gaps
    if where.state is State.WRITING and gaps.missing and not gaps.begun:
        return Sign(language, "missing", _("Missing"))
    if where.state in (State.WRITING, State.READY) and gaps.stale:
        text = ngettext("%(n)s field behind", "%(n)s fields behind", gaps.stale)
        return Sign(language, "stale", text % {"n": gaps.stale})
    return Sign(language, where.state, words(where))


def leaves(row: Surveyed) -> SafeString:
    """Both glyphs as one picture, with its meaning for whoever does not see it."""
    both = signs(row)
    means = ", ".join(f"{LANGUAGE_NAMES[each.language]}: {each.words}" for each in both)
    return format_html(
        '<span class="leaves" role="img" aria-label="{0}" title="{0}">{1}</span>',
        means,
        format_html_join("", '<span class="leaf-glyph {}"></span>', ((s.glyph,) for s in both)),
    )


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate says of the languages that are planned: how much stops, how much warns."""

    blocks: int
    warns: int

    @property
    def level(self) -> str:
        return "block" if self.blocks else "warn" if self.warns else "good"


def verdict(row: Surveyed) -> Verdict:
    judged = [row.leaves[each] for each in row.planned() if row.state(each) != State.WITHDRAWN]
    return Verdict(sum(leaf.blocks for leaf in judged), sum(leaf.warns for leaf in judged))


def when(instant: dt.datetime, now: dt.datetime) -> str:
    """`14:31`, `yesterday`, `24 Nov 06:00`."""
    days = (local(now).date() - local(instant).date()).days
    if days == 0:
        return clock(instant, get_language() or "en")
    return _("yesterday") if days == 1 else short_moment(instant)


def changed(article: Article, now: dt.datetime, me: int | None) -> str:
    """`Mette, 14:31`; whoever asks is `you`."""
    moment = when(article.changed_at, now)
    if article.changed_by is None:
        return moment
    who = _("you") if article.changed_by_id == me else called(article.changed_by)
    return f"{who}, {moment}"


def title(article: Article) -> tuple[str, str]:
    """(headline, its language): the desk's own first; "" for an article that has none yet."""
    here = get_language() or "en"
    for language in (here, other(here)) if here in LANGUAGES else LANGUAGES:
        if text := read(article, "headline", language):
            return text, language
    return str(article), ""


def thumbnails(articles: Iterable[Article]) -> dict[int, tuple[str, int, int]]:
    """{article: (address, width, height)} of the lead, or the first slide's: one query.

    `articles` come with their lead photos.
    """
    rows = list(articles)
    first: dict[int, Photo] = {}
    without: Collection[int] = [row.pk for row in rows if row.lead_photo is None]
    slides = Slide.objects.filter(article__in=without, photo__isnull=False)
    for slide in (
        slides.select_related("photo").only("article", "order", "photo").order_by("order", "pk")
    ):
        if slide.photo:
            first.setdefault(slide.article_id, slide.photo)
    photos = {row.pk: row.lead_photo or first.get(row.pk) for row in rows}
    return {
        pk: (thumbnail_url(photo), photo.width, photo.height)
        for pk, photo in photos.items()
        if photo
    }
