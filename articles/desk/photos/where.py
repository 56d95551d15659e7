"""Where a photo is used, in an editor's words: one row per article."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.text import get_text_list
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from articles.desk.names import LANGUAGE_NAMES
from articles.desk.rights import Anyone, visible_to
from articles.desk.states import glyph, short_moment, words
from articles.publishing.state import standings_of
from articles.publishing.uses import EditionUse, Use, WorkingUse
from articles.text.languages import LANGUAGES


@dataclass(frozen=True, slots=True)
class PageLine:
    """One page of readers: what it shows, and where; `as_published` is the desk's copy of it."""

    use: EditionUse
    text: str
    as_published: str


@dataclass(frozen=True, slots=True)
class Row:
    """`leaves` are the glyphs of both languages, `label` what they mean."""

    article: int
    headline: str
    href: str
    working: str
    pages: tuple[PageLine, ...]
    leaves: tuple[SafeString, ...]
    label: str


@dataclass(frozen=True, slots=True)
class Where:
    """`hidden` counts drafts that whoever asks may not see, not even as a headline."""

    rows: tuple[Row, ...] = ()
    hidden: int = 0

    def __len__(self) -> int:
        return len(self.rows) + self.hidden


def where_used(uses: Sequence[Use], *, user: Anyone, as_of: dt.datetime) -> Where:
    """`uses` as `user` may know of them: nine queries, whatever their number."""
    seen = {each.pk: each for each in visible_to(user).filter(pk__in=[u.article for u in uses])}
    standings = standings_of(list(seen.values()), as_of=as_of) if seen else {}
    rows = []
    for use in uses:
        if use.article not in seen:
            continue
        found = standings[use.article]
        rows.append(
            Row(
                article=use.article,
                headline=use.headline(get_language() or "en"),
                href=reverse("admin:articles_article_change", args=[use.article]),
                working=_working(use.working),
                pages=tuple(page_line(use, each) for each in use.editions),
                leaves=tuple(glyph(found[language].state) for language in LANGUAGES),
                label=", ".join(
                    _("%(language)s: %(state)s")
                    % {"language": LANGUAGE_NAMES[language], "state": words(found[language])}
                    for language in LANGUAGES
                ),
            )
        )
    return Where(tuple(rows), hidden=len(uses) - len(rows))


def pages_of(uses: Sequence[Use]) -> dict[str, int]:
    """How many pages show it, live or scheduled, per language."""
    counted = Counter(each.language for use in uses for each in use.editions)
    return {language: counted[language] for language in LANGUAGES}


def live_pages(uses: Sequence[Use]) -> int:
    return sum(each.state == "live" for use in uses for each in use.editions)


def page_line(use: Use, page: EditionUse) -> PageLine:
    """`Edition 2, English: lead photo, slide 6`."""
    text = _("Edition %(number)s, %(language)s: %(places)s") % {
        "number": page.number,
        "language": LANGUAGE_NAMES[page.language],
        "places": places(page.slides, is_lead=page.is_lead, is_spare=page.is_substitute),
    }
    if page.state == "scheduled":
        text = _("%(text)s (from %(when)s)") % {"text": text, "when": short_moment(page.live_from)}
    here = reverse("admin:articles_article_edition", args=[use.article, page.edition])
    return PageLine(page, text, here)


def _working(uses: Sequence[WorkingUse]) -> str:
    """`Working copy: lead photo, slides 2 and 6`; "" where it is in none."""
    said = []
    for spare in (False, True):
        # The lead comes without a key also where the photo only stands in for it.
        these = [each for each in uses if (each.kind == "substitute") is spare]
        if these:
            is_lead = any(not each.number for each in these)
            numbers = [each.number for each in these if each.number]
            said.append(places(numbers, is_lead=is_lead, is_spare=spare))
    return _("Working copy: %(places)s") % {"places": "; ".join(said)} if said else ""


def places(slides: Sequence[int], *, is_lead: bool, is_spare: bool = False) -> str:
    """`lead photo, slides 2 and 6`; of a photo that only stands by for another, that it does."""
    parts = [_("lead photo")] if is_lead else []
    if slides:
        numbers = get_text_list([str(each) for each in slides], _("and"))
        parts.append(
            ngettext("slide %(numbers)s", "slides %(numbers)s", len(slides)) % {"numbers": numbers}
        )
    said = ", ".join(parts) or "–"
    return _("stands by for %(places)s") % {"places": said} if is_spare else said
