"""What the tests of the import share: photos in a folder, and the language of the terminal."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from articles.photos import work_off
from tests.photos import fakes

MakeFolder = Callable[..., Path]


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """An English terminal, a hundred columns wide."""
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    monkeypatch.setenv("COLUMNS", "100")
    return monkeypatch


@pytest.fixture(autouse=True)
def nothing_rendered(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files for readers are made in half a second each: tests/photos/test_work_off.py does it."""
    monkeypatch.setattr(work_off, "render_files", fakes.rendered)


@pytest.fixture
def photos(tmp_path: Path) -> MakeFolder:
    """Make a folder of `count` different photos, with the list that came with them."""

    def make(count: int, listed: str = "", *, name: str = "photos") -> Path:
        folder = tmp_path / name
        folder.mkdir()
        for number in range(1, count + 1):
            picture = Image.new("RGB", (90, 60), (number * 20 % 256, 120, 200))
            picture.save(folder / f"kettle-{number}.jpg")
        if listed:
            (folder / "photos.csv").write_text(listed, encoding="utf-8")
        return folder

    return make
