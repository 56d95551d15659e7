"""Cross-links that readers do not get, because where they lead is not live in their language."""

from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from articles.desk.dashboard.room import SHOWN, Room
from articles.desk.names import LANGUAGE_NAMES
from articles.desk.states import short_moment
from articles.desk.survey.shown import title
from articles.desk.survey.survey import ON_THE_WAY
from articles.models.article import CrossLink
from articles.publishing.state import State
from articles.text.languages import LANGUAGES

MOST: Final = 200


@dataclass(frozen=True, slots=True)
class LeftOut:
    """`mend` is (words, address): where one does something about it."""

    href: str
    title: str
    language: str
    target: str
    tag: str
    reason: str
    mend: tuple[str, str]


@dataclass(frozen=True, slots=True)
class LinksCard:
    """Of `total` the first few; `more` is the address of a page with all of them, or ""."""

    total: int
    rows: tuple[LeftOut, ...]
    more: str


def left_out(room: Room) -> LinksCard | None:
    """Of pages that are live or on their way, for whom they concern: three queries."""
    if not room.writes:
        return None
    columns = ("article", "target", "key")
    links = CrossLink.objects.filter(target__isnull=False).order_by("-article", "order", "pk")
    found = [
        (article, target, key, language)
        for article, target, key in links.values_list(*columns)
        if article in room.rows
        for language in LANGUAGES
        if room.rows[article].state(language) in ON_THE_WAY
        and (target, language) not in room.live
        and room.concerns(article, language)
    ]
    is_whole = room.request.GET.get("links") == "all" or len(found) <= SHOWN
    some = found[:MOST] if is_whole else found[:SHOWN]
    articles, _pictures = room.load(
        {pk for article, target, *_rest in some for pk in (article, target)}
    )
    rows = []
    for article, target, key, language in some:
        reason, mend = _why(room, target, language)
        page = reverse("admin:articles_article_change", args=[article])
        rows.append(
            LeftOut(
                href=f"{page}#link-{key}",
                title=title(articles[article])[0],
                language=title(articles[article])[1],
                # What one may not see has no name either.
                target=title(articles[target])[0] if target in room.rows else "",
                tag=language.upper(),
                reason=reason,
                mend=(mend, reverse("admin:articles_article_change", args=[target]))
                if mend
                else (_("Choose another"), f"{page}#link-{key}"),
            )
        )
    return LinksCard(len(found), tuple(rows), "" if is_whole else "?links=all#card-links")


def _why(room: Room, target: int, language: str) -> tuple[str, str]:
    """(why readers do not get it, what to do with the target); "" for: link elsewhere."""
    row = room.rows.get(target)
    name = LANGUAGE_NAMES[language]
    if row is None:
        return _("not live in %(language)s") % {"language": name}, ""
    where = row.standings[language]
    if where.scheduled:
        when = short_moment(where.scheduled[0].live_from)
        return _("live in %(language)s from %(when)s") % {"language": name, "when": when}, _(
            "See it"
        )
    if where.state is State.WITHDRAWN:
        return _("withdrawn in %(language)s") % {"language": name}, ""
    if where.state is State.NOT_PLANNED:
        return _("not planned in %(language)s") % {"language": name}, ""
    return _("not published in %(language)s yet") % {"language": name}, _("Finish it")
