"""A corrected credit is written into the public files of a photo, without rendering anew."""

import hashlib
from pathlib import PurePosixPath
from typing import Any

from django.core.files.storage import default_storage

from articles.models.photo import Photo
from articles.photos import storage
from articles.photos.packet import replace_packet

Files = list[dict[str, Any]]


def said_of(photo: Photo) -> dict[str, str]:
    """What the packet of each public file of `photo` says: the arguments of `write_packet`.

    The pages of its credit stand in where the photo has none of its own.
    """
    credit = photo.credit
    return {
        "creator": photo.byline,
        "credit": credit.name if credit else "",
        "copyright_notice": photo.copyright_notice,
        "license_url": photo.license_url or (credit.license_url if credit else ""),
        "acquire_url": photo.acquire_url or (credit.acquire_url if credit else ""),
        "usage_terms": photo.usage_terms,
    }


def stamp(photo: Photo) -> Files:
    """Public files of `photo` that carry its credit and rights as they are now: the new list.

    Stored under new names (names derive from content) and saved in `photo.renditions`; the
    earlier files stay, for older Editions. Files that carry them already keep their names. Where
    a file is missing or a credit does not fit in it, the photo is set to be rendered anew
    (`work` waiting) and its present list is returned. Raises DiskFull.
    """
    said = said_of(photo)
    stamped: Files = []
    for each in photo.renditions:
        now = _stamped(each, said)
        if now is None:
            _render_anew(photo)
            return list(photo.renditions)
        stamped.append(now)
    if stamped != photo.renditions:
        # Not over what was rendered or replaced meanwhile: that carries the credit already.
        changed = Photo.objects.filter(pk=photo.pk, renditions=photo.renditions)
        if not changed.update(renditions=stamped):
            photo.refresh_from_db(fields=["renditions"])
            return list(photo.renditions)
        photo.renditions = stamped
    return stamped


def _stamped(rendition: dict[str, Any], said: dict[str, str]) -> dict[str, Any] | None:
    """`rendition` as it is now called; None if its file cannot be written over."""
    name = f"{storage.RENDITIONS}/{rendition['name']}"
    try:
        with default_storage.open(name) as file:
            before = file.read()
    except FileNotFoundError:
        return None
    after = replace_packet(before, **said)
    if after is None or after == before:
        return None if after is None else rendition
    start, _dash, _digest = rendition["name"].rpartition("-")
    digest = hashlib.sha256(after).hexdigest()[:10]
    renamed = f"{start}-{digest}{PurePosixPath(name).suffix}"
    storage.put_bytes(after, f"{storage.RENDITIONS}/{renamed}")
    return {**rendition, "name": renamed}


def _render_anew(photo: Photo) -> None:
    waiting = {"work": Photo.Work.WAITING, "work_since": None, "work_tries": 0, "work_error": ""}
    Photo.objects.filter(pk=photo.pk).update(**waiting)
    photo.refresh_from_db(fields=list(waiting))
