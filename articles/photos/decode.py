"""The process that untrusted pictures are decoded in. Started by articles.photos.sandbox alone.

It takes its limits upon itself before it looks at the file, imports no Django, and answers with
`answer.json` and picture files in the folder that it is given. Whatever ends it is a refusal.
"""

import errno
import json
import resource
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

MEMORY: Final = 370 * 1024 * 1024  # bytes that it may write to; what it loads comes on top
ANSWER: Final = "answer.json"
THUMBNAIL: Final = "thumbnail.jpg"
THUMBNAIL_SIDE: Final = 480  # pixels: sharp at the widest place that the desk shows one

Answer = dict[str, Any]


def main(folder: str, job: str) -> None:
    """Do one job (JSON: see `_examine` and `_render`) and write its answer into `folder`."""
    asked = json.loads(job)
    _limit(cpu=asked["cpu"], wall=asked["wall"], size=asked["size"])
    into = Path(folder)
    try:
        answer = _answer(asked, into)
    except MemoryError:
        answer = {"unfit": "memory", "figures": {}}
    except OSError as error:
        if error.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        answer = {"unfit": "full", "figures": {}}
    (into / ANSWER).write_text(json.dumps(answer))


def _limit(*, cpu: int, wall: int, size: int) -> None:
    """Seconds of work, seconds by the clock (should the parent be gone), bytes of one file."""
    for name, amount in (
        ("RLIMIT_CPU", cpu),
        ("RLIMIT_DATA", MEMORY),
        ("RLIMIT_FSIZE", size),
        ("RLIMIT_CORE", 0),
        ("RLIMIT_NOFILE", 64),
    ):
        # A system may lack one, or allow less already.
        with suppress(AttributeError, ValueError, OSError):
            resource.setrlimit(getattr(resource, name), (amount, amount))
    signal.alarm(wall)


def _answer(asked: Answer, into: Path) -> Answer:
    from articles.photos.picture import Unfit

    try:
        return _examine(asked, into) if asked["task"] == "examine" else _render(asked, into)
    except Unfit as unfit:
        return {"unfit": unfit.code, "figures": unfit.figures}


def _examine(asked: Answer, into: Path) -> Answer:
    """What the library keeps of a picture; its thumbnail lies in the folder."""
    from articles.photos.colour import average, on_white
    from articles.photos.geometry import within
    from articles.photos.metadata import read_metadata
    from articles.photos.phash import perceptual_hash
    from articles.photos.picture import decode, open_picture

    path = Path(asked["path"])
    opened = open_picture(path, asked["kind"])
    small = decode(opened, within(opened.width, opened.height, THUMBNAIL_SIDE))
    on_white(small).save(into / THUMBNAIL, "JPEG", quality=82, optimize=True)
    return {
        "width": opened.width,
        "height": opened.height,
        "colour": average(small),
        "phash": perceptual_hash(on_white(small)),
        "is_transparent": small.mode == "RGBA",
        "metadata": read_metadata(path, filename=asked["filename"]).as_json(),
    }


def _render(asked: Answer, into: Path) -> Answer:
    """The public files, in the folder, widest first."""
    from articles.photos.colour import average
    from articles.photos.geometry import rendition_sizes
    from articles.photos.picture import decode, open_picture
    from articles.photos.renditions import render

    opened = open_picture(Path(asked["path"]), asked["kind"])
    sizes = rendition_sizes(opened.width, opened.height)
    image = decode(opened, sizes[0])
    del opened  # with a much larger picture, while the encoder needs room
    focal_x, focal_y = asked["focal"]
    packet = asked["packet"].encode()
    made = render(image, sizes, focal=(focal_x, focal_y), packet=packet, into=into)
    files = [[each.format, each.width, each.height, each.name] for each in made]
    return {"colour": average(image), "files": files}


if __name__ == "__main__":
    main(*sys.argv[1:])
