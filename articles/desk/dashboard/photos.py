"""What the desk's first page says of photos: take-downs, rights that end, work that waits."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, cast

from django.db.models import F
from django.http import HttpRequest
from django.utils.translation import get_language

from articles.desk.asking import staff
from articles.desk.photos.cards import credited, title
from articles.desk.photos.complete import incomplete_of
from articles.desk.photos.wants import SOON, Level, time_left
from articles.desk.rights import may
from articles.desk.thumbnails import thumbnail_url
from articles.models.clock import database_now
from articles.models.edition import Edition
from articles.models.photo import Photo, TakeDown
from articles.publishing.uses import address_of
from articles.text.dates import moment

SHOWN: Final = 6  # rows of a card; the rest is behind its link
LINKS: Final = 3  # pages named of one photo
_NEAR: Final = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class PageLink:
    language: str
    headline: str
    address: str


@dataclass(frozen=True, slots=True)
class Expiring:
    """A photo that may not be used for long any more. `pages` counts all that are live."""

    photo: Photo
    title: str
    language: str
    credit: str
    thumbnail: str
    left: str
    when: str
    level: Level
    pages: int
    links: tuple[PageLink, ...]


@dataclass(frozen=True, slots=True)
class ExpiringCard:
    total: int
    rows: tuple[Expiring, ...]


@dataclass(frozen=True, slots=True)
class WorkCard:
    """Photos that wait: one's own that are not complete, those in work, those that failed."""

    incomplete: int
    pictures: tuple[tuple[Photo, str], ...]
    in_work: int
    failed: int

    @property
    def is_empty(self) -> bool:
        return not (self.incomplete or self.in_work or self.failed)


def take_downs(request: HttpRequest) -> list[TakeDown] | None:
    """Those that were begun and not finished: they are the most urgent."""
    if not may(request.user, "take_down_photo"):
        return None
    rows = TakeDown.objects.filter(done_at=None, released_at=None).select_related("photo", "by")
    return list(rows.order_by("at")[:SHOWN]) or None


def expiring(request: HttpRequest) -> ExpiringCard | None:
    """What may not be used any more within 30 days, the next first: three queries."""
    if not may(request.user, "view_photo"):
        return None
    now = database_now()
    photos = Photo.objects.filter(
        taken_down_at=None, expires_at__gt=now, expires_at__lte=now + SOON
    ).order_by("expires_at", "pk")
    rows = list(photos.select_related("credit", "substitute")[:SHOWN])
    total = len(rows) if len(rows) < SHOWN else photos.count()
    pages = live_pages(rows, now)
    return ExpiringCard(total, tuple(_expiring(photo, pages[photo.pk], now) for photo in rows))


def live_pages(photos: Sequence[Photo], now: dt.datetime) -> dict[int, list[PageLink]]:
    """The pages on which readers see each of `photos`, the desk's language first: one query."""
    found: dict[int, list[PageLink]] = defaultdict(list)
    if not photos:
        return found
    ids = {photo.pk for photo in photos}
    live = Edition.objects.live(now).filter(photos__in=ids)
    shown = live.annotate(photo=F("photos")).order_by("article_id", "language")
    for edition in shown.select_related("topic").defer("document"):
        link = PageLink(edition.language, edition.card["headline"], address_of(edition))
        found[edition.photo].append(link)
    here = get_language()
    for links in found.values():
        links.sort(key=lambda link: link.language != here)
    return found


def work(request: HttpRequest) -> WorkCard | None:
    """What the photo desk has to do, for those who do it; four queries."""
    if not may(request.user, "change_photo"):
        return None
    mine = incomplete_of(staff(request))
    some = list(mine[:SHOWN])
    at_work = Photo.objects.filter(taken_down_at=None)
    return WorkCard(
        incomplete=len(some) if len(some) < SHOWN else mine.count(),
        pictures=tuple((photo, thumbnail_url(photo)) for photo in some),
        in_work=at_work.filter(work__in=[Photo.Work.WAITING, Photo.Work.WORKING]).count(),
        failed=at_work.filter(work=Photo.Work.FAILED).count(),
    )


def _expiring(photo: Photo, pages: list[PageLink], now: dt.datetime) -> Expiring:
    ends = cast("dt.datetime", photo.expires_at)
    said, language = title(photo)
    is_near = ends - now <= _NEAR
    needs_nothing = photo.substitute_id is not None or not pages
    return Expiring(
        photo=photo,
        title=said,
        language=language,
        credit=credited(photo),
        thumbnail=thumbnail_url(photo),
        left=time_left(ends - now),
        when=moment(ends, get_language() or "en"),
        level="good" if needs_nothing else "block" if is_near else "warn",
        pages=len(pages),
        links=tuple(pages[:LINKS]),
    )


CARDS: Final[tuple[tuple[str, Callable[[HttpRequest], Any]], ...]] = (
    ("admin/cards/photos_expiring.html", expiring),
    ("admin/cards/photos_work.html", work),
)
