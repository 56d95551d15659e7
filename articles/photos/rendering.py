"""The public files of a photo of the library are made anew, off the request path."""

from dataclasses import asdict, dataclass
from typing import Any

from articles.models.photo import Photo
from articles.photos import sandbox, storage
from articles.photos.packet import write_packet
from articles.photos.stamp import said_of


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
    with storage.workplace() as folder:
        made = sandbox.render(
            storage.local(str(photo.file), folder),
            stem=storage.stem_of(photo.sha256),
            focal=(photo.focal_x, photo.focal_y),
            packet=write_packet(**said_of(photo)).decode(),
            into=folder,
        )
        storage.put_all(
            {f"{storage.RENDITIONS}/{each.rendition.name}": each.path for each in made.files}
        )
    return Made([asdict(each.rendition) for each in made.files], made.colour)
