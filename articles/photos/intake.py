"""A picture file comes in: a new Photo of the library, the one that is there, or a reason why not.

In the request the file is judged and stored, with a thumbnail for the desk. Its public files are
made afterwards, by whoever finds the photo waiting: see articles.photos.queue.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any, Final

from django.core.files.base import File
from django.db import DatabaseError, IntegrityError, transaction
from django.utils.translation import gettext as _

from articles.models.photo import Original, Photo
from articles.models.staff import User
from articles.photos import sandbox, storage
from articles.photos.duplicates import similar
from articles.photos.errors import PhotoRefused
from articles.photos.formats import SUFFIX
from articles.photos.prefill import prefill
from articles.photos.refusals import refusal
from articles.photos.sandbox import MAX_BYTES, Examined

_CHUNK: Final = 1024 * 1024

Source = bytes | Path | File


@dataclass(frozen=True, slots=True)
class Intake:
    """`created` is False when the library had this very file already.

    `looks_like` is another photo whose picture is nearly the same: a hint, never a verdict.
    """

    photo: Photo
    created: bool
    looks_like: Photo | None = None


@dataclass(frozen=True, slots=True)
class Received:
    """A file that came in, whole, where nobody but us sees it."""

    path: Path
    sha256: str
    size: int


def take_in(source: Source, *, filename: str, by: User | None) -> Intake:
    """Store the picture in `source`; the same bytes twice are the same photo.

    Raises PhotoRefused (DiskFull, where there is no room), and then nothing was stored.
    """
    with received(source) as file:
        if (known := _known(file.sha256)) is not None:
            return Intake(known, created=False)
        seen = sandbox.examine(file.path, filename=filename)
        photo = Photo(filename=_basename(filename), uploaded_by=by, **_columns(file, seen))
        prefill(photo, seen.metadata)
        try:
            with _all_or_nothing(file, seen):
                photo.save()
                _record(photo, file, by=by)
        except IntegrityError:  # somebody else took in the same file meanwhile
            known = _known(file.sha256)
            if known is None:
                raise
            return Intake(known, created=False)
    return Intake(photo, created=True, looks_like=similar(photo.phash, exclude=photo.pk))


def replace_file(photo: Photo, source: Source, *, filename: str, by: User | None) -> Intake:
    """Give `photo` a corrected file; its words, credit and rights stay, its renditions are due.

    `created` is False where it has that very file now. Live pages show the new file once it is
    rendered: until then the former renditions stand. An earlier file of the photo can come back.
    Raises PhotoRefused, also for a file that is another photo of the library and for a photo
    that was taken down; then nothing has changed.
    """
    if photo.taken_down_at is not None:
        raise PhotoRefused(_("The photo is taken down. Release it first."))
    with received(source) as file:
        known = _known(file.sha256)
        if known is not None and known.pk != photo.pk:
            raise PhotoRefused(
                _("That file is photo %(number)d of the library. Use that one instead.")
                % {"number": known.pk}
            )
        if known is not None and known.sha256 == file.sha256:
            return Intake(known, created=False)
        seen = sandbox.examine(file.path, filename=filename)
        columns = _columns(file, seen) | {
            "filename": _basename(filename),
            "metadata": seen.metadata.as_json(),
            "work": Photo.Work.WAITING,
            "work_since": None,
            "work_tries": 0,
            "work_error": "",
        }
        with _all_or_nothing(file, seen):
            Photo.objects.filter(pk=photo.pk).update(**columns)
            photo.originals.filter(sha256=file.sha256).delete()
            photo.refresh_from_db()
            _record(photo, file, by=by)
    return Intake(photo, created=True, looks_like=similar(photo.phash, exclude=photo.pk))


def examine(source: Source, *, filename: str = "") -> None:
    """Raise PhotoRefused if `take_in` would. Stores nothing: for taking all of a folder or none."""
    with received(source) as file:
        sandbox.examine(file.path, filename=filename)


# --- Receiving -----------------------------------------------------------------------------------


@contextmanager
def received(source: Source) -> Iterator[Received]:
    """The file in `source`, hashed while it is copied; gone afterwards unless it was stored.

    Raises PhotoRefused for one that is too large.
    """
    digest = hashlib.sha256()
    size = 0
    with storage.workplace() as folder:
        path = folder / "original"
        with path.open("xb") as copy:
            for chunk in _chunks(source):
                size += len(chunk)
                if size > MAX_BYTES:
                    raise refusal("bytes", limit=MAX_BYTES // 1024 // 1024)
                digest.update(chunk)
                copy.write(chunk)
        storage.settle(path)
        yield Received(path, digest.hexdigest(), size)


def _chunks(source: Source) -> Iterable[bytes]:
    if isinstance(source, bytes):
        yield source
    elif isinstance(source, Path):
        with source.open("rb") as file:
            while chunk := file.read(_CHUNK):
                yield chunk
    else:
        yield from source.chunks(_CHUNK)


def _basename(filename: str) -> str:
    """What a file was called, without folders (of Windows too) and without signs that are none."""
    name = PurePath(filename.replace("\\", "/")).name
    return "".join(sign for sign in name if sign.isprintable())[:255]


# --- Storing -------------------------------------------------------------------------------------


def _known(sha256: str) -> Photo | None:
    """The photo that this very file is, or was before it was corrected."""
    original = Original.objects.filter(sha256=sha256).select_related("photo").first()
    return original.photo if original else Photo.objects.filter(sha256=sha256).first()


def _columns(file: Received, seen: Examined) -> dict[str, Any]:
    """What a photo's row says of its newest original."""
    return {
        "file": storage.original_name(file.sha256, SUFFIX[seen.format]),
        "sha256": file.sha256,
        "size": file.size,
        "width": seen.width,
        "height": seen.height,
        "phash": seen.phash,
        "colour": seen.colour,
    }


def _record(photo: Photo, file: Received, *, by: User | None) -> None:
    Original.objects.create(
        photo=photo,
        sha256=file.sha256,
        stem=storage.stem_of(file.sha256),
        file=str(photo.file),
        filename=photo.filename,
        size=file.size,
        width=photo.width,
        height=photo.height,
        uploaded_by=by,
    )


@contextmanager
def _all_or_nothing(file: Received, seen: Examined) -> Iterator[None]:
    """Rows and files together. The rows first: of two that bring the same file one waits there."""
    thumbnail = file.path.with_name("thumbnail")
    thumbnail.write_bytes(seen.thumbnail)
    storage.settle(thumbnail)  # before the transaction, which nobody shall wait for
    files: Mapping[str, Path] = {
        storage.original_name(file.sha256, SUFFIX[seen.format]): file.path,
        f"{storage.THUMBNAILS}/{storage.stem_of(file.sha256)}.jpg": thumbnail,
    }
    written: list[str] = []
    try:
        with transaction.atomic():
            yield
            written = storage.put_all(files)
    except BaseException:
        if not _is_recorded(file.sha256):  # else they are needed, by another's row
            storage.delete(written)
        raise


def _is_recorded(sha256: str) -> bool:
    try:
        return _known(sha256) is not None
    except DatabaseError:
        return False
