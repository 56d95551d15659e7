"""What stands in for the decoding process where dozens of pictures come in and none is looked at."""

import hashlib
from pathlib import Path

from articles.models.photo import Photo
from articles.photos import storage
from articles.photos.record import Metadata
from articles.photos.rendering import Made
from articles.photos.sandbox import Examined


def examined(path: Path, *, filename: str = "") -> Examined:
    """Any picture at all."""
    return Examined("jpeg", 90, 60, "#808080", "", False, b"thumbnail", Metadata())


def rendered(photo: Photo) -> Made:
    """One small file, of which there is only the name."""
    digest = hashlib.sha256(photo.sha256.encode()).hexdigest()[:10]
    name = f"{storage.stem_of(photo.sha256)}-90-{digest}.jpg"
    return Made([{"format": "jpeg", "width": 90, "height": 60, "name": name}])
