"""Untrusted pictures are decoded in a process of their own, with little time and little memory.

Decoders are large programs in C that are given whatever somebody found on the net. What breaks
one, or takes it too long, ends a small process and becomes a refusal; this process never holds
a pixel of a picture as it came in.
"""

import json
import logging
import os
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any, Final

from articles.photos import decode, storage
from articles.photos.errors import PhotoRefused
from articles.photos.files import Rendition
from articles.photos.formats import HEAD, TAKEN, recognise
from articles.photos.record import Metadata
from articles.photos.refusals import refusal

log = logging.getLogger(__name__)

MAX_BYTES: Final = 40 * 1024 * 1024
EXAMINE_SECONDS: Final = 4  # of work: somebody waits, and most pictures take a tenth of one
RENDER_SECONDS: Final = 40  # of work
WALL: Final = 4  # times as long by the clock, on a machine that has other things to do
MAX_ANSWER: Final = 1024 * 1024  # bytes
MAX_FILE: Final = 32 * 1024 * 1024  # bytes of anything that it may write

_ROOT: Final = Path(__file__).resolve().parent.parent.parent
_START: Final = (
    "import sys; sys.path.insert(0, sys.argv.pop(1)); "
    "from articles.photos.decode import main; main(*sys.argv[1:])"
)
_KEPT: Final = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT")  # of the environment: no key, no password
_FORMATS: Final = ("avif", "jpeg", "share")


@dataclass(frozen=True, slots=True)
class Examined:
    """What the library keeps of a picture. `format` is one of formats.TAKEN; sizes upright, in
    pixels; `colour` "#rrggbb"; `phash` 16 hexadecimal digits or ""; `thumbnail` a JPEG."""

    format: str
    width: int
    height: int
    colour: str
    phash: str
    is_transparent: bool
    thumbnail: bytes
    metadata: Metadata


@dataclass(frozen=True, slots=True)
class Rendered:
    """A rendition under its final name, and where its file lies meanwhile."""

    rendition: Rendition
    path: Path


@dataclass(frozen=True, slots=True)
class Renditions:
    """All of a picture, widest first, and its average colour ("#rrggbb")."""

    files: tuple[Rendered, ...]
    colour: str


def examine(path: Path, *, filename: str = "") -> Examined:
    """Decode the picture at `path` once, in small, and read what it says of itself.

    `filename` is what it was called where it came from. Raises PhotoRefused, within seconds.
    """
    kind = _judge(path)
    with storage.workplace() as folder:
        job = {"task": "examine", "path": str(path.absolute()), "kind": kind, "filename": filename}
        answer = _run(job, folder, seconds=EXAMINE_SECONDS)
        try:
            return Examined(
                format=kind,
                width=_whole(answer["width"]),
                height=_whole(answer["height"]),
                colour=_text(answer["colour"], 7),
                phash=_text(answer["phash"], 16),
                is_transparent=answer["is_transparent"] is True,
                thumbnail=_plain_file(folder, decode.THUMBNAIL).read_bytes(),
                metadata=Metadata.from_json(answer["metadata"]),
            )
        except (KeyError, TypeError, ValueError, OSError) as error:
            raise _nonsense(error) from error


def render(
    path: Path, *, stem: str, focal: tuple[float, float], packet: str, into: Path
) -> Renditions:
    """Write the public files of the picture at `path` into the folder `into`.

    `stem` begins their names, `packet` is the XMP that goes into each. Raises PhotoRefused.
    """
    job = {"task": "render", "path": str(path.absolute()), "kind": _judge(path)}
    answer = _run(job | {"focal": focal, "packet": packet}, into, seconds=RENDER_SECONDS)
    try:
        files = tuple(_rendered(stem, into, *each) for each in answer["files"])
        return Renditions(files, _text(answer["colour"], 7))
    except (KeyError, TypeError, ValueError, OSError) as error:
        raise _nonsense(error) from error


# --- The process ---------------------------------------------------------------------------------


def _judge(path: Path) -> str:
    """The kind of the file at `path`, judged by its first bytes. Raises PhotoRefused."""
    if path.stat().st_size > MAX_BYTES:
        raise refusal("bytes", limit=MAX_BYTES // 1024 // 1024)
    with path.open("rb") as file:
        kind = recognise(file.read(HEAD))
    if kind not in TAKEN:
        raise refusal(kind)
    return kind


def _run(job: dict[str, Any], folder: Path, *, seconds: int) -> dict[str, Any]:
    """The answer to `job`. Raises PhotoRefused for whatever becomes of the process."""
    wall = seconds * WALL
    limits = {"cpu": seconds, "wall": wall + 5, "size": MAX_FILE}
    command = [sys.executable, "-I", "-c", _START, str(_ROOT), str(folder)]
    with (folder / "errors.txt").open("w+b") as errors:
        process = subprocess.Popen(  # noqa: S603
            [*command, json.dumps(job | limits)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            cwd=folder,
            env={name: os.environ[name] for name in _KEPT if name in os.environ},
            start_new_session=True,
        )
        try:
            code = process.wait(timeout=wall)
        except subprocess.TimeoutExpired:
            raise refusal("slow") from None
        finally:
            _end(process)
        if code != 0:
            errors.seek(0)
            raise _died(code, errors.read(4096))
    return _answer(folder)


def _end(process: subprocess.Popen[bytes]) -> None:
    """With whatever it may have started; its number is ours until it has been waited for."""
    if process.returncode is None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _died(code: int, said: bytes) -> PhotoRefused:
    if code in (-signal.SIGXCPU, -signal.SIGKILL, -signal.SIGALRM):
        return refusal("slow")
    log.warning("A decoder ended with %s: %s", code, said.decode(errors="replace")[-600:])
    return refusal("damaged")


def _answer(folder: Path) -> dict[str, Any]:
    try:
        path = _plain_file(folder, decode.ANSWER)
        if path.stat().st_size > MAX_ANSWER:
            raise ValueError("too long")
        answer = json.loads(path.read_text())
        if "unfit" in answer:
            figures = {str(key): float(value) for key, value in answer["figures"].items()}
            raise refusal(_text(answer["unfit"], 40), **figures)
    except (AttributeError, KeyError, TypeError, ValueError, OSError) as error:
        raise _nonsense(error) from error
    return answer


# --- What it answers is not believed -------------------------------------------------------------


def _rendered(stem: str, folder: Path, kind: Any, width: Any, height: Any, name: Any) -> Rendered:
    path = _plain_file(folder, _text(name, 40))
    if kind not in _FORMATS:
        raise ValueError("no such format")
    digest = storage.digest(path)[:10]
    what = "share" if kind == "share" else _whole(width)
    final = f"{stem}-{what}-{digest}{path.suffix}"
    return Rendered(Rendition(kind, _whole(width), _whole(height), final), path)


def _plain_file(folder: Path, name: str) -> Path:
    path = folder / name
    if PurePath(name).name != name or path.is_symlink() or not path.is_file():
        raise ValueError("no plain file of this folder")
    return path


def _whole(value: Any) -> int:
    if not isinstance(value, int) or not 0 < value < 1_000_000:
        raise ValueError("no size in pixels")
    return value


def _text(value: Any, longest: int) -> str:
    if not isinstance(value, str) or len(value) > longest:
        raise ValueError("no such text")
    return value


def _nonsense(error: Exception) -> PhotoRefused:
    log.warning("A decoder gave no sound answer: %s", error)
    return refusal("damaged")
