"""Cards of articles: in work, ready, to translate, recently published."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from articles.desk.dashboard.room import SHOWN, Room
from articles.desk.names import LANGUAGE_NAMES
from articles.desk.survey.reckoning import Leaf
from articles.desk.survey.shown import Verdict, changed, leaves, title, verdict, when
from articles.models.edition import Edition
from articles.models.translated import read
from articles.publishing.uses import address_of
from articles.text.languages import LANGUAGES, other

_LOOKED_AT: Final = 60  # Editions among which the newest articles are found


@dataclass(frozen=True, slots=True)
class Item:
    href: str
    title: str
    language: str
    thumbnail: tuple[str, int, int] | None
    leaves: SafeString
    verdict: Verdict
    slides: str
    changed: str


@dataclass(frozen=True, slots=True)
class Stories:
    """A card; `more` leads to the whole list, `empty` says so in a friendly way."""

    id: str
    heading: str
    total: int
    rows: tuple[Item, ...]
    empty: str
    more: str
    more_words: str
    begin: bool = False


def in_work(room: Room) -> Stories | None:
    if not room.writes:
        return None
    return _stories(
        room,
        room.mine,
        id="mine",
        heading=_("In work with you"),
        empty=_("Nothing waits for you."),
        show="mine",
        more_words=_("All of yours"),
    )


def ready(room: Room) -> Stories | None:
    """For those who publish: what is ready and has something for readers."""
    if not room.publishes:
        return None
    return _stories(
        room,
        [pk for pk, row in room.rows.items() if row.is_ready],
        id="ready",
        heading=_("Ready for publishing"),
        empty=_("Nothing is ready that readers have not got."),
        show="ready",
        more_words=_("All that is ready"),
    )


def _stories(
    room: Room,
    pks: Sequence[int],
    *,
    id: str,  # noqa: A002 - it is the card's
    heading: str,
    empty: str,
    show: str,
    more_words: str,
) -> Stories:
    found, pictures = room.load(pks[:SHOWN])
    rows = tuple(
        Item(
            href=_page(pk),
            title=title(found[pk])[0],
            language=title(found[pk])[1],
            thumbnail=pictures.get(pk),
            leaves=leaves(room.rows[pk]),
            verdict=verdict(room.rows[pk]),
            slides=_slides(max(leaf.slides for leaf in room.rows[pk].leaves.values())),
            changed=changed(found[pk], room.now, room.user.pk),
        )
        for pk in pks[:SHOWN]
        if pk in found
    )
    more = f"{reverse('admin:articles_article_changelist')}?show={show}"
    return Stories(id, heading, len(pks), rows, empty, more, more_words)


def _page(pk: int) -> str:
    return reverse("admin:articles_article_change", args=[pk])


def _slides(count: int) -> str:
    return ngettext("%(n)s slide", "%(n)s slides", count) % {"n": count}


# --- Translation ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Lacking:
    href: str
    title: str
    language: str
    glyph: str  # "missing" or "stale"
    words: str
    note: str


@dataclass(frozen=True, slots=True)
class TranslationCard:
    total: int
    rows: tuple[Lacking, ...]
    more: tuple[tuple[str, str], ...]


def translation(room: Room) -> TranslationCard | None:
    if not room.writes:
        return None
    some = room.lacking[:SHOWN]
    found, _pictures = room.load({pk for pk, _language in some})
    listing = reverse("admin:articles_article_changelist")
    names = {"da": "danish", "en": "english"}
    counts = {
        language: sum(each == language for _pk, each in room.lacking) for language in LANGUAGES
    }
    return TranslationCard(
        total=len(room.lacking),
        rows=tuple(
            _lacking(pk, title(found[pk]), language, room.rows[pk].leaves[language])
            for pk, language in some
            if pk in found
        ),
        more=tuple(
            (f"{LANGUAGE_NAMES[code]}: {counts[code]}", f"{listing}?show={names[code]}")
            for code in LANGUAGES
            if counts[code]
        ),
    )


def _lacking(pk: int, named: tuple[str, str], language: str, leaf: Leaf) -> Lacking:
    gaps, name = leaf.gaps, LANGUAGE_NAMES[language]
    if not gaps.begun:
        words, note = _("%(language)s missing"), _("nothing translated yet")
    elif gaps.missing:
        words = ngettext(
            "%(n)s missing in %(language)s", "%(n)s missing in %(language)s", gaps.missing
        )
        note = ""
    else:
        words = ngettext("%(n)s stale in %(language)s", "%(n)s stale in %(language)s", gaps.stale)
        note = _("%(language)s has changed since") % {"language": LANGUAGE_NAMES[other(language)]}
    if gaps.begun and gaps.missing and gaps.stale:
        note = ngettext("and %(n)s stale", "and %(n)s stale", gaps.stale) % {"n": gaps.stale}
    slides = ngettext("%(n)s slide", "%(n)s slides", gaps.slides) % {"n": gaps.slides}
    return Lacking(
        href=_page(pk),
        title=named[0],
        language=named[1],
        glyph="missing" if gaps.missing else "stale",
        words=words % {"n": gaps.missing or gaps.stale, "language": name},
        note=", ".join(filter(None, (slides if gaps.slides else "", note))),
    )


# --- Published -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Published:
    href: str
    title: str
    language: str
    leaves: SafeString
    when: str
    pages: tuple[tuple[str, str, str], ...]  # language, headline, address on the site


def recent(room: Room) -> tuple[Published, ...] | None:
    """What readers got last, however small; three queries."""
    live = Edition.objects.live(room.now).exclude(kind=Edition.Kind.REISSUE)
    newest = live.select_related("topic").defer("document").order_by("-live_from", "-pk")
    pages: dict[int, list[Edition]] = {}
    for edition in newest[:_LOOKED_AT]:
        if edition.article_id in room.rows:
            pages.setdefault(edition.article_id, []).append(edition)
    some = dict(list(pages.items())[:SHOWN])
    return tuple(
        Published(
            href=_page(pk),
            title=_named(editions).card["headline"],
            language=_named(editions).language,
            leaves=leaves(room.rows[pk]),
            when=when(editions[0].live_from, room.now),
            pages=tuple(
                (each.language, each.card["headline"], address_of(each))
                for each in sorted(editions, key=lambda each: LANGUAGES.index(each.language))  # type: ignore[arg-type]
                if read(each.topic, "slug", each.language)
            ),
        )
        for pk, editions in some.items()
    )


def _named(editions: Sequence[Edition]) -> Edition:
    """The one in the desk's language, else the newest."""
    return next((each for each in editions if each.language == get_language()), editions[0])
