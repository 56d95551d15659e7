"""The public files of a photo of the library are made anew, off the request path."""

import io
from dataclasses import asdict, dataclass
from typing import Any

from PIL import Image

from articles.models.photo import Photo
from articles.photos import storage
from articles.photos.renditions import render, upright


@dataclass(frozen=True, slots=True)
class Made:
    """What `render_files` stored, as it goes onto the photo's row (colour: "#rrggbb" or "")."""

    renditions: list[dict[str, Any]]
    colour: str = ""


def render_files(photo: Photo) -> Made:
    """Render `photo` and store its public files.

    The row is not touched, nor the database asked (`photo.credit` comes loaded): the queue runs
    several in threads, and what came of it counts only while its claim still holds; see
    articles.photos.queue. Raises PhotoRefused (the original cannot be read, or there is no
    room), OSError or FileNotFoundError (the original is not there).
    """
    with photo.file.open("rb") as file, Image.open(io.BytesIO(file.read())) as image:
        made = list(render(upright(image), stem=storage.stem_of(photo.sha256)))
    for each in made:
        storage.put_bytes(each.data, f"{storage.RENDITIONS}/{each.rendition.name}")
    return Made([asdict(each.rendition) for each in made])
