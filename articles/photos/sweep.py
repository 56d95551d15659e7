"""Files of photos that nothing knows: what a killed process or a replaced file left behind.

Older Editions name older renditions, and readers may ask for any of them: those stay for good.
"""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Final

from django.conf import settings
from django.core.files.storage import default_storage
from django.db.models import TextField
from django.db.models.functions import Cast
from django.utils import timezone

from articles.models.edition import Edition
from articles.models.photo import Original, Photo
from articles.photos import storage

OLD: Final = dt.timedelta(seconds=storage.STALE)  # a younger one may be somebody's work just now
_NAME: Final = re.compile(r"[0-9a-f]{2}/[0-9a-f]{24}-[0-9a-z-]+\.[a-z]+")
_IN_WORK: Final = (Photo.Work.WAITING, Photo.Work.WORKING)


def unknown_files() -> list[str]:
    """Return the names of files in the storage, an hour old, that no row and no Edition knows."""
    old = timezone.now() - OLD
    found = [
        name
        for folder in (storage.RENDITIONS, storage.ORIGINALS, storage.THUMBNAILS)
        for name in _files(folder)
        if default_storage.get_modified_time(name) < old
    ]
    unknown = set(found) - _in_library()
    if any(name.startswith(storage.RENDITIONS) for name in unknown):
        unknown -= _in_editions()
    return sorted(name for name in unknown if not _is_known_now(name))


def delete(names: Iterable[str]) -> Iterator[str]:
    """Delete those of `names` that are unknown still, and say which."""
    for name in names:
        if not _is_known_now(name):
            default_storage.delete(name)
            yield name


def half_uploads() -> list[Path]:
    """Return what servers that were killed left in UPLOAD_DIR, if there is one of our own."""
    if not settings.FILE_UPLOAD_TEMP_DIR:
        return []
    old = (timezone.now() - OLD).timestamp()
    found = Path(settings.FILE_UPLOAD_TEMP_DIR).glob("*.upload*")
    return sorted(path for path in found if path.is_file() and path.stat().st_mtime < old)


def _files(folder: str) -> Iterator[str]:
    try:
        folders, files = default_storage.listdir(folder)
    except FileNotFoundError:
        return
    yield from (f"{folder}/{name}" for name in files)
    for each in folders:
        yield from _files(f"{folder}/{each}")


def _in_library() -> set[str]:
    names: set[str] = set()
    for file, stem in Original.objects.values_list("file", "stem").iterator():
        names |= {file, f"{storage.THUMBNAILS}/{stem}.jpg"}
    for file, sha256, made in Photo.objects.values_list("file", "sha256", "renditions").iterator():
        names |= {file, f"{storage.THUMBNAILS}/{storage.stem_of(sha256)}.jpg"}
        names |= {f"{storage.RENDITIONS}/{each['name']}" for each in made}
    return names


def _in_editions() -> set[str]:
    """Every rendition that a document or card names, whatever the schema of its day."""
    texts = Edition.objects.values_list(
        Cast("document", TextField()), Cast("card", TextField())
    ).iterator(chunk_size=100)
    return {
        f"{storage.RENDITIONS}/{name}"
        for row in texts
        for text in row
        for name in _NAME.findall(text or "")
    }


def _is_known_now(name: str) -> bool:
    """Whether somebody has come to know the file since we looked, or is about to."""
    folder, _, rest = name.partition("/")
    if folder == storage.ORIGINALS:
        return Original.objects.filter(file=name).exists()
    if folder == storage.THUMBNAILS:
        return Original.objects.filter(stem=str(PurePosixPath(rest).with_suffix(""))).exists()
    photo = Photo.objects.filter(originals__stem=rest.partition("-")[0]).first()
    return photo is not None and (
        photo.work in _IN_WORK or any(each["name"] == rest for each in photo.renditions)
    )
