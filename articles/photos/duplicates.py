"""Which photo of the library looks like another: a hint for people."""

from typing import Final

from articles.models.photo import Photo
from articles.photos.phash import distance

# Bits of 64 that may differ. Measured: see docs/decisions/0008-renditions-and-the-sandbox.md.
ALIKE: Final = 8


def similar(phash: str, *, exclude: int | None = None) -> Photo | None:
    """The photo that looks most like a picture with that hash, if one does; never `exclude`."""
    if not phash:
        return None
    others = Photo.objects.exclude(phash="").order_by("pk")
    if exclude is not None:
        others = others.exclude(pk=exclude)
    closest = min(
        ((distance(phash, each), pk) for pk, each in others.values_list("pk", "phash").iterator()),
        default=None,
    )
    if closest is None or closest[0] > ALIKE:
        return None
    return Photo.objects.filter(pk=closest[1]).first()
