"""The demo's photos come in: drawn, developed as a camera's file, taken into the library."""

import datetime as dt
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import chain
from typing import Any, Final

from PIL import Image, ImageOps

from articles.demo.camera import develop
from articles.demo.scenes import SCENES
from articles.demo.stories import Table, library, on_day, photos, photos_used, rights
from articles.models.clock import database_now
from articles.models.photo import ImageCredit, Photo
from articles.models.staff import User
from articles.models.translated import write
from articles.photos.intake import take_in
from articles.photos.work_off import work_off
from articles.text.languages import LANGUAGES

# Where the invented cameras stood; our renditions must not tell.
_BAY: Final = (56.1780, 10.2310)
_TAKEN: Final = dt.datetime(2026, 2, 14, 7, 40, tzinfo=dt.UTC)

# What a description may say of a photo, as its columns are called.
_FACTS: Final = (
    *("byline", "basis", "licence_ref", "usage_terms", "license_url"),
    *("stock_id", "editorial_only"),
)


def take_photos(*, by: User, progress: Callable[[int, int], None]) -> dict[str, Photo]:
    """The photos by name; drawn, taken in and rendered where the library has them not yet."""
    names = [*photos_used(), *library()]
    named = {filename(name): name for name in names}
    known = {named[each.filename]: each for each in Photo.objects.filter(filename__in=named)}
    missing = [name for name in names if name not in known]
    # Of an earlier start that was cut short.
    waiting = [name for name, photo in known.items() if photo.work != Photo.Work.READY]
    made = work_off(
        chain(
            (known[name] for name in waiting),
            (_take(name, data, by=by) for name, data in _develop_all(missing)),
        ),
        progress=lambda done: progress(done, len(waiting) + len(missing)),
    )
    known |= zip((*waiting, *missing), made, strict=True)
    for name, about in rights().items():
        if not known[name].licence_ref:
            _limit(known[name], about, known)
    return known


def filename(name: str) -> str:
    """What the file of the photo `name` is called."""
    return str(_about(name).get("filename", f"{name}.jpg"))


def _about(name: str) -> Table:
    return photos().get(name) or library()[name]


def _develop_all(names: list[str]) -> Iterator[tuple[str, bytes]]:
    """Drawing is slow and pure: other processes draw while this one takes in."""
    if not names:
        return
    with ProcessPoolExecutor(max_workers=min(4, os.cpu_count() or 2)) as workers:
        yield from zip(names, workers.map(develop_one, names), strict=True)


def develop_one(name: str) -> bytes:
    """The file of the photo `name`, as its camera or agency would send it."""
    about = _about(name)
    said = about.get("iptc", False)
    return develop(
        _draw(about),
        orientation=about.get("orientation", 1),
        creator=about.get("byline", "") if said else "",
        credit=about["credit"] if said else "",
        caption=about["caption_en"] if said else "",
        gps=_BAY,
        taken=_TAKEN,
        serial="DEMO-0001",
    )


def _draw(about: Table) -> Image.Image:
    """The scene; in a frame of its own, cropped or mirrored, it is another picture."""
    scene = SCENES[about["scene"]]
    width, height = about.get("frame", scene.size)
    image = scene.paint(width, height)
    left, top, right, bottom = about.get("crop", (0, 0, 1, 1))
    box = (left * width, top * height, right * width, bottom * height)
    image = image.crop((round(box[0]), round(box[1]), round(box[2]), round(box[3])))
    return ImageOps.mirror(image) if about.get("mirror") else image


def _take(name: str, data: bytes, *, by: User) -> Photo:
    """A photo of the library with what its description says; what it does not say is missing."""
    about = _about(name)
    photo = take_in(data, filename=filename(name), by=by).photo
    credit = about.get("credit")
    facts: dict[str, Any] = {key: about[key] for key in _FACTS if key in about}
    facts["credit"] = ImageCredit.objects.get(name=credit) if credit else None
    facts["focal_x"], facts["focal_y"] = about.get("focal", (0.5, 0.5))
    facts["expires_at"] = _in_days(about["expires_in_days"]) if "expires_in_days" in about else None
    for key, value in facts.items():
        setattr(photo, key, value)
    texts = [f"{field}_{language}" for language in LANGUAGES for field in ("alt", "caption")]
    for key in texts:
        field, _, language = key.partition("_")
        write(photo, field, language, about.get(key, ""))
    photo.save(update_fields=[*facts, *texts])
    return photo


def _limit(photo: Photo, about: Table, known: dict[str, Photo]) -> None:
    """Give a photo of a story an end, and what is shown from then on."""
    photo.expires_at = _in_days(about["expires_in_days"])
    photo.substitute = known[about["substitute"]]
    photo.usage_terms, photo.licence_ref = about["usage_terms"], about["licence_ref"]
    photo.save(update_fields=["expires_at", "substitute", "usage_terms", "licence_ref"])


def _in_days(days: int) -> dt.datetime:
    return on_day(database_now(), days=days, time="23:59")
