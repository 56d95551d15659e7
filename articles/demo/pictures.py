"""The demo's photos come in: drawn, developed as a camera's file, taken into the library."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Final

from articles.demo.camera import develop
from articles.demo.scenes import draw
from articles.demo.stories import Table, photos
from articles.models.photo import ImageCredit, Photo
from articles.models.staff import User
from articles.models.translated import write
from articles.photos.intake import take_in
from articles.text.languages import LANGUAGES

# Where the invented cameras stood; our renditions must not tell.
_BAY: Final = (56.1780, 10.2310)
_TAKEN: Final = dt.datetime(2026, 2, 14, 7, 40, tzinfo=dt.UTC)


def take_photos(
    names: Iterable[str], *, by: User, progress: Callable[[int, int], None]
) -> dict[str, Photo]:
    """The photos of those names; drawn and taken in where the library has them not yet."""
    names = list(names)
    known = {
        photo.filename.removesuffix(".jpg"): photo
        for photo in Photo.objects.filter(filename__in=[f"{name}.jpg" for name in names])
    }
    missing = [name for name in names if name not in known]
    for done, (name, data) in enumerate(_develop_all(missing), 1):
        known[name] = _take(name, data, by=by)
        progress(done, len(missing))
    return known


def _develop_all(names: list[str]) -> Iterator[tuple[str, bytes]]:
    """Drawing is slow and pure: one process draws while this one renders."""
    if not names:
        return
    with ProcessPoolExecutor(max_workers=2) as workers:
        yield from zip(names, workers.map(develop_one, names), strict=True)


def develop_one(name: str) -> bytes:
    """The file of the photo `name`, as its camera or agency would send it."""
    about = photos()[name]
    said = about.get("iptc", False)
    return develop(
        draw(about["scene"]),
        orientation=about.get("orientation", 1),
        creator=about.get("byline", "") if said else "",
        credit=about["credit"] if said else "",
        caption=about["caption_en"] if said else "",
        gps=_BAY,
        taken=_TAKEN,
        serial="DEMO-0001",
    )


def _take(name: str, data: bytes, *, by: User) -> Photo:
    about: Table = photos()[name]
    photo = take_in(data, filename=f"{name}.jpg", by=by).photo
    photo.byline = about.get("byline", "")
    photo.credit = ImageCredit.objects.get(name=about["credit"])
    photo.basis = about["basis"]
    for language in LANGUAGES:
        for field in ("alt", "caption"):
            write(photo, field, language, about[f"{field}_{language}"])
    photo.save()
    return photo
