"""What the library shows of each photo, whether as a card or as a row."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import get_language

from articles.desk.photos import used
from articles.desk.photos.filters import World
from articles.desk.photos.likeness import alike
from articles.desk.photos.wants import Want, rights_badge, state
from articles.desk.states import short_moment
from articles.desk.thumbnails import thumbnail_url
from articles.models.photo import Photo
from articles.models.translated import read
from articles.publishing.uses import counts
from articles.text.dates import local
from articles.text.languages import other

OFTEN_WITHIN: Final = dt.timedelta(days=30)
TITLES: Final = ("alt", "caption")


@dataclass(frozen=True, slots=True)
class Card:
    """`language` is that of the title, "" where it is a file's name. `like` looks the same.

    `lately` is in how many articles readers first saw it within 30 days, where that is many.
    """

    photo: Photo
    title: str
    language: str
    credit: str
    articles: int
    pages: int
    state: Want
    more: tuple[Want, ...]
    badge: Want | None
    like: int | None
    lately: int

    @property
    def thumbnail(self) -> str:
        return thumbnail_url(self.photo)

    @property
    def until(self) -> str:
        """The day on which the time runs out."""
        ends, language = self.photo.expires_at, get_language() or "en"
        if ends is None:
            return ""
        when = local(ends)
        return f"{when.day}.{when.month}.{when.year}" if language == "da" else f"{when:%-d %b %Y}"

    @property
    def came(self) -> str:
        return short_moment(self.photo.uploaded_at)


def cards(photos: Sequence[Photo], world: World) -> list[Card]:
    """The photos of one page: at most five queries, besides what the filters asked already."""
    ids = [photo.pk for photo in photos]
    if not ids:
        return []
    found = counts(ids, as_of=world.now)
    like = alike(world.hashes, to=ids)
    often = used.lately(ids, since=world.now - OFTEN_WITHIN, now=world.now)
    return [
        card(photo, world.now, found[photo.pk], like.get(photo.pk, []), often.get(photo.pk, 0))
        for photo in photos
    ]


def card(
    photo: Photo, now: dt.datetime, uses: tuple[int, int], like: Sequence[int], often: int
) -> Card:
    text, language = title(photo)
    first, *more = state(photo)
    return Card(
        photo=photo,
        title=text,
        language=language,
        credit=credited(photo),
        articles=uses[0],
        pages=uses[1],
        state=first,
        more=tuple(more),
        badge=rights_badge(photo, now),
        like=like[0] if like else None,
        lately=often if often >= used.OFTEN else 0,
    )


def title(photo: Photo) -> tuple[str, str]:
    """What the desk calls `photo`, in its own language if possible, and the language it is in."""
    here = get_language() or "en"
    for code in (here, other(here)):
        for name in TITLES:
            if text := read(photo, name, code).strip():
                return text, code
    return str(photo), ""


def credited(photo: Photo) -> str:
    """`Jane Doe/Shutterstock.com`: whom it is by, without the word before it."""
    names = [photo.byline, photo.credit.name if photo.credit else ""]
    return "/".join(dict.fromkeys(name for name in names if name))
