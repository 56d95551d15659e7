"""For now: renditions of a stored original, made in this very process."""

import io
from dataclasses import asdict
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from articles.models.photo import Photo
from articles.photos.renditions import render, upright


def make_renditions(photo: Photo) -> list[dict[str, Any]]:
    """Store the renditions of `photo` and say which they are; the row is not touched."""
    with photo.file.open("rb") as file, Image.open(io.BytesIO(file.read())) as image:
        made = list(render(upright(image), stem=f"{photo.sha256[:2]}/{photo.sha256[:24]}"))
    for each in made:
        if not default_storage.exists(f"renditions/{each.rendition.name}"):
            default_storage.save(f"renditions/{each.rendition.name}", ContentFile(each.data))
    return [asdict(each.rendition) for each in made]
