"""Whatever becomes of the process that decodes, it is a refusal, soon, and leaves nothing."""

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from articles.photos import sandbox
from articles.photos.errors import DiskFull, PhotoRefused
from articles.photos.sandbox import examine, render
from tests.photos.disk import residue
from tests.photos.pictures import encode, quarters, scene

pytestmark = pytest.mark.decoder

SLOW = "The picture takes too long to read."
DAMAGED = "The file is damaged."
MEMORY = "The picture takes too much memory to read."
GOOD = {
    "width": 9,
    "height": 9,
    "colour": "#ffffff",
    "phash": "",
    "is_transparent": False,
    "metadata": {},
}


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "picture.jpg"
    path.write_bytes(encode(quarters()))
    return path


def possessed(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Let the process run `code`, within its limits, instead of looking at the picture."""
    script = (
        "import sys; sys.path.insert(0, sys.argv.pop(1))\n"
        "from articles.photos import decode\n"
        "import json, os, time\n"
        "def answer(asked, into):\n"
        f"    {code}\n"
        "decode._answer = answer\n"
        "decode.main(*sys.argv[1:])"
    )
    monkeypatch.setattr(sandbox, "_START", script)


@pytest.mark.parametrize(
    ("code", "message"),
    [
        pytest.param("os.kill(os.getpid(), 11)", DAMAGED, id="crash"),
        pytest.param("os.abort()", DAMAGED, id="abort"),
        pytest.param("raise RuntimeError", DAMAGED, id="exception"),
        pytest.param("sys.exit(0)", DAMAGED, id="silence"),
        pytest.param("while True: pass", SLOW, id="endless work"),
        pytest.param("time.sleep(60)", SLOW, id="endless wait"),
        pytest.param("os.fork(); time.sleep(60)", SLOW, id="with a child"),
        pytest.param("return {'width': len(b'x' * 600_000_000)}", MEMORY, id="memory"),
        pytest.param("(into / 'x').write_bytes(bytes(40_000_000))", DAMAGED, id="large file"),
        pytest.param("raise OSError(28, 'no room')", "The disk is full", id="full disk"),
    ],
)
def test_its_end_is_a_refusal(
    code: str, message: str, picture: Path, media_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sandbox, "EXAMINE_SECONDS", 1)
    monkeypatch.setattr(sandbox, "WALL", 2)
    possessed(monkeypatch, code)
    started = time.monotonic()
    with pytest.raises(PhotoRefused, match=f"^{message}") as caught:
        examine(picture)
    assert isinstance(caught.value, DiskFull) == (message == "The disk is full")
    assert time.monotonic() - started < 5
    assert residue(media_root) == set()


@pytest.mark.parametrize(
    "change",
    [
        {"width": 0},
        {"width": "9"},
        {"width": 10**9},
        {"colour": "#ffffff; x"},
        {"metadata": {"creator": 1}},
        {"metadata": None},
        {"unfit": ["damaged"]},
        {"unfit": "pixels", "figures": {"limit": "x"}},
        {"unfit": "pixels", "figures": {}},
    ],
)
def test_what_it_answers_is_not_believed(
    change: dict[str, object], picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    possessed(monkeypatch, f"return json.loads({json.dumps(json.dumps(GOOD | change))})")
    with pytest.raises(PhotoRefused, match=f"^{DAMAGED}"):
        examine(picture)


def test_nor_is_it_listened_to_for_long(picture: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    possessed(monkeypatch, "return {'phash': '0' * 2_000_000}")
    with pytest.raises(PhotoRefused, match=f"^{DAMAGED}"):
        examine(picture)


@pytest.mark.parametrize("name", ["../picture.jpg", "link", "missing", ""])
def test_it_names_no_file_but_those_it_wrote(
    name: str, picture: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = [["jpeg", 9, 9, name]]
    answer = {"files": files, "colour": "#ffffff"}
    possessed(monkeypatch, f"os.symlink({str(picture)!r}, into / 'link'); return {answer!r}")
    into = tmp_path / "into"
    into.mkdir()
    with pytest.raises(PhotoRefused, match=f"^{DAMAGED}"):
        render(picture, stem="ab/x", focal=(0.5, 0.5), packet="", into=into)


def test_it_has_neither_our_secrets_nor_our_streams(
    picture: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_KEY", "not for decoders")
    monkeypatch.setenv("PYTHONPATH", "/nowhere")
    told = tmp_path / "told"
    possessed(
        monkeypatch,
        f"open({str(told)!r}, 'w').write(json.dumps("
        "[sorted(os.environ), [os.readlink(f'/proc/self/fd/{n}') for n in (0, 1)], sys.flags.isolated]"
        ")); raise RuntimeError",
    )
    with pytest.raises(PhotoRefused):
        examine(picture)
    environment, streams, isolated = json.loads(told.read_text())
    assert set(environment) <= {*sandbox._KEPT, "LC_CTYPE"}
    assert (streams, isolated) == ([os.devnull, os.devnull], 1)


def test_no_django_is_loaded_in_it() -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import articles.photos.decode as d;"
        "import articles.photos.picture, articles.photos.renditions, articles.photos.metadata,"
        "articles.photos.phash; print(sorted(m for m in sys.modules if m.startswith('django')))"
    )
    command = [sys.executable, "-I", "-c", code, str(sandbox._ROOT)]
    assert subprocess.run(command, capture_output=True, text=True).stdout == "[]\n"


def test_a_picture_is_examined(tmp_path: Path, media_root: Path) -> None:
    path = tmp_path / "picture"
    path.write_bytes(encode(scene(1, 900, 600), "PNG"))
    seen = examine(path, filename="shutterstock_123456789.png")
    assert (seen.format, seen.width, seen.height) == ("png", 900, 600)
    assert re.fullmatch("#[0-9a-f]{6}", seen.colour)
    assert re.fullmatch("[0-9a-f]{16}", seen.phash)
    assert (seen.is_transparent, seen.thumbnail[:3]) == (False, b"\xff\xd8\xff")
    assert seen.metadata.stock_id == "123456789"
    assert residue(media_root) == set()


def test_it_is_rendered_under_names_that_derive_from_content(tmp_path: Path) -> None:
    path = tmp_path / "picture"
    path.write_bytes(encode(scene(1, 450, 300)))
    made = render(path, stem="ab/x", focal=(0.5, 0.5), packet="", into=tmp_path)
    again = render(path, stem="ab/x", focal=(0.5, 0.0), packet="", into=tmp_path)
    names = [each.rendition.name for each in made.files]
    patterns = [r"450-%s\.avif", r"450-%s\.jpg", r"400-%s\.avif", r"400-%s\.jpg", r"share-%s\.jpg"]
    for name, pattern in zip(names, patterns, strict=True):
        assert re.fullmatch("ab/x-" + pattern % "[0-9a-f]{10}", name)
    assert [each.rendition.name for each in again.files[:4]] == names[:4]
    assert again.files[4].rendition.name != names[4]
