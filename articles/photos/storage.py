"""Where the files of photos lie, and the one module that moves them.

    renditions/<name>               public
    originals/ab/<sha256>.jpg       private: as it came in
    thumbnails/<stem>.jpg           private: for the desk
    quarantine/<any of the above>   of a photo that was taken down: evidence
    incoming/<random>/              at work; what a killed process left there, `sweep` removes

On a disk a file appears under its name whole or not at all: it is written beside, then renamed.
"""

import errno
import hashlib
import shutil
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from os import fsync
from pathlib import Path, PurePosixPath
from typing import Final

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage, default_storage

from articles.models.photo import Photo
from articles.photos.refusals import refusal

RENDITIONS: Final = "renditions"
ORIGINALS: Final = "originals"
THUMBNAILS: Final = "thumbnails"
QUARANTINE: Final = "quarantine"
INCOMING: Final = "incoming"
STALE: Final = 60 * 60  # seconds: no work on one photo takes as long

_FULL: Final = (errno.ENOSPC, errno.EDQUOT)


# --- Names ---------------------------------------------------------------------------------------


def stem_of(sha256: str) -> str:
    """What the names of all public files made of that original begin with."""
    return f"{sha256[:2]}/{sha256[:24]}"


def original_name(sha256: str, suffix: str) -> str:
    return f"{ORIGINALS}/{sha256[:2]}/{sha256}.{suffix}"


def thumbnail_name(photo: Photo) -> str:
    """The private file, at most 480 pixels wide or high, that the desk shows of `photo`."""
    return f"{THUMBNAILS}/{stem_of(photo.sha256)}.jpg"


def public_names(photo: Photo) -> list[str]:
    """Every rendition on disk that was ever made of any original of `photo`: older ones too."""
    names = {f"{RENDITIONS}/{each['name']}" for each in photo.renditions}
    for stem in photo.originals.values_list("stem", flat=True):
        folder, start = stem.split("/")
        names.update(
            f"{RENDITIONS}/{folder}/{name}"
            for name in _listed(f"{RENDITIONS}/{folder}")
            if name.startswith(f"{start}-")
        )
    return sorted(names)


def private_names(photo: Photo) -> list[str]:
    """The originals of `photo` and their thumbnails."""
    rows = list(photo.originals.values_list("file", "stem"))
    thumbnails = [f"{THUMBNAILS}/{stem}.jpg" for _file, stem in rows]
    return sorted({str(photo.file), *(file for file, _stem in rows), *thumbnails})


def all_names(photo: Photo) -> list[str]:
    """Every file of `photo`, in quarantine or not: to be deleted with it."""
    private = private_names(photo)
    return [*public_names(photo), *private, *map(quarantined, private)]


def quarantined(name: str) -> str:
    """Where the private file `name` lies while its photo is taken down."""
    return f"{QUARANTINE}/{name}"


def digest(path: Path) -> str:
    """The SHA-256 of the file at `path`, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


# --- Writing -------------------------------------------------------------------------------------


@contextmanager
def workplace() -> Iterator[Path]:
    """A private folder to work in, on the disk that photos are stored on; gone afterwards.

    Raises DiskFull for whatever fails inside for want of room.
    """
    with room():
        if (root := _disk()) is not None:
            (root / INCOMING).mkdir(parents=True, exist_ok=True)
        parent = root / INCOMING if root is not None else None
        with tempfile.TemporaryDirectory(dir=parent, ignore_cleanup_errors=True) as folder:
            yield Path(folder)


@contextmanager
def room() -> Iterator[None]:
    """Say of a full disk that it is one."""
    try:
        yield
    except OSError as error:
        if error.errno not in _FULL:
            raise
        raise refusal("full") from error


def put(path: Path, name: str) -> bool:
    """Move the finished file at `path` to `name`; say whether it was not there before.

    Names derive from content, so what is there under that name and as long is that very file.
    """
    if default_storage.exists(name) and default_storage.size(name) == path.stat().st_size:
        return False
    with room():
        if (root := _disk()) is None:
            _send(path, name)
        else:
            _place(path, root / PurePosixPath(name))
    return True


def put_bytes(data: bytes, name: str) -> bool:
    """Store `data` under `name`; see `put`."""
    with workplace() as folder:
        path = folder / "file"
        path.write_bytes(data)
        return put(path, name)


def put_all(files: Mapping[str, Path]) -> list[str]:
    """Store all of `files` (name -> finished file), or none; the names that were not there."""
    written: list[str] = []
    try:
        for name, path in files.items():
            if put(path, name):
                written.append(name)
    except BaseException:
        delete(written)
        raise
    return written


def local(name: str, folder: Path) -> Path:
    """A file of this machine with what is stored under `name`: itself, or a copy in `folder`.

    Raises FileNotFoundError.
    """
    if (root := _disk()) is not None:
        return root / PurePosixPath(name)
    path = folder / PurePosixPath(name).name
    with default_storage.open(name) as file, path.open("wb") as copy:
        shutil.copyfileobj(file, copy)
    return path


def settle(path: Path) -> None:
    """Let what was written to `path` reach the disk itself."""
    with path.open("rb") as file:
        fsync(file.fileno())


def delete(names: Iterable[str]) -> None:
    for name in names:
        default_storage.delete(name)


def _place(path: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    mode = default_storage.file_permissions_mode  # type: ignore[attr-defined]
    path.chmod(0o644 if mode is None else mode)
    settle(path)
    path.replace(target)


def _send(path: Path, name: str) -> None:
    """To a storage elsewhere, which would rather invent a second name than overwrite."""
    default_storage.delete(name)
    with path.open("rb") as file:
        stored = default_storage.save(name, File(file, name=PurePosixPath(name).name))
    if stored != name:  # somebody stored the same content at this very moment
        default_storage.delete(stored)


def _disk() -> Path | None:
    """The folder of a storage that is one; None where photos are stored elsewhere."""
    return (
        Path(default_storage.path("")) if isinstance(default_storage, FileSystemStorage) else None
    )


def _listed(folder: str) -> list[str]:
    try:
        return default_storage.listdir(folder)[1]
    except FileNotFoundError:
        return []


def sweep(*, older_than: float = STALE) -> int:
    """Remove what killed processes left in `incoming`; the number of folders that went."""
    root = _disk()
    if root is None or not (root / INCOMING).is_dir():
        return 0
    oldest = time.time() - older_than
    stale = [each for each in (root / INCOMING).iterdir() if each.stat().st_mtime < oldest]
    for each in stale:
        shutil.rmtree(each, ignore_errors=True)
    return len(stale)


# --- Taken down ----------------------------------------------------------------------------------


def delete_public(photo: Photo) -> int:
    """Delete every public file of `photo`; the number that there were. Can be repeated."""
    names = public_names(photo)
    delete(names)
    return len(names)


def quarantine(photo: Photo) -> None:
    """Put the private files of `photo` away as evidence. Can be repeated and resumed."""
    for name in private_names(photo):
        _move(name, quarantined(name))


def restore(photo: Photo) -> None:
    """Put the private files of `photo` back. Its renditions are to be made anew."""
    for name in private_names(photo):
        _move(quarantined(name), name)


def _move(source: str, target: str) -> None:
    if not default_storage.exists(source):
        return
    if (root := _disk()) is not None:
        destination = root / PurePosixPath(target)
        destination.parent.mkdir(parents=True, exist_ok=True)
        (root / PurePosixPath(source)).replace(destination)
        return
    with default_storage.open(source) as file:
        if not default_storage.exists(target):
            default_storage.save(target, file)
    default_storage.delete(source)
