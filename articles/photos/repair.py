"""Make anew what is missing of the public files: after a lost disk, a failure, a restored backup."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from django.core.files.storage import default_storage

from articles.models.photo import Photo
from articles.photos import sandbox, storage
from articles.photos.errors import PhotoRefused
from articles.photos.queue import try_again, why
from articles.photos.work_off import work_off


@dataclass(frozen=True, slots=True)
class Repaired:
    """What became of the library's photos, by their numbers; what was taken down is left alone.

    `made` says how many files of each were missing (0: its work had failed, or was still to do).
    `thumbnails` is the number of small pictures for the desk that were made anew.
    """

    complete: int
    thumbnails: int = 0
    made: dict[int, int] = field(default_factory=dict)
    failed: dict[int, str] = field(default_factory=dict)


def missing_files(photo: Photo) -> list[str]:
    """Return the names of those of its renditions that are not in the storage."""
    names = (f"{storage.RENDITIONS}/{each['name']}" for each in photo.renditions)
    return [name for name in names if not default_storage.exists(name)]


def repair(*, progress: Callable[[int, int], None]) -> Repaired:
    """Look at every photo, and make the renditions of those that lack any.

    A failed photo gets all its tries again. `progress` gets (looked at or made, of how many).
    """
    # Each is read by itself: on SQLite a query that is still being read would keep us from writing.
    photos = Photo.objects.filter(taken_down_at=None)
    wanted = list(photos.order_by("pk").values_list("pk", flat=True))
    total, complete, thumbnails = len(wanted), 0, 0
    missing: dict[int, int] = {}

    def wanting() -> Iterator[Photo]:
        nonlocal complete, thumbnails
        for photo in filter(None, (photos.filter(pk=pk).first() for pk in wanted)):
            lacks = len(missing_files(photo))
            thumbnails += _mend_thumbnail(photo)
            if photo.work == Photo.Work.READY and photo.renditions and not lacks:
                complete += 1
                progress(complete + len(missing), total)
                continue
            missing[photo.pk] = lacks
            if photo.work != Photo.Work.WORKING:  # else somebody is at it, and is waited for
                try_again(photo)
            yield photo

    done = work_off(wanting(), progress=lambda count: progress(complete + count, total))
    failed = {photo.pk: why(photo) for photo in done if photo.work != Photo.Work.READY}
    made = {photo.pk: missing[photo.pk] for photo in done if photo.pk not in failed}
    return Repaired(complete, thumbnails, made, failed)


def _mend_thumbnail(photo: Photo) -> bool:
    """Make the desk's small picture where it is missing; the original's own trouble is told above."""
    name = storage.thumbnail_name(photo)
    if default_storage.exists(name):
        return False
    with suppress(PhotoRefused, OSError), storage.workplace() as folder:
        seen = sandbox.examine(storage.local(str(photo.file), folder), filename=photo.filename)
        return storage.put_bytes(seen.thumbnail, name)
    return False
