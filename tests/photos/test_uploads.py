"""Uploads go to disk as they come, and no further than the library takes them."""

from pathlib import Path
from typing import Any

import pytest
from django.http import HttpRequest
from django.test import RequestFactory

from articles.photos import uploads


@pytest.fixture(autouse=True)
def small(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MAX_BYTES", 100_000)
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)


def sent(tmp_path: Path, *contents: bytes) -> HttpRequest:
    files = []
    for number, content in enumerate(contents):
        path = tmp_path / f"{number}.jpg"
        path.write_bytes(content)
        files.append(path.open("rb"))
    request = RequestFactory().post("/", {"file": files})
    for file in files:
        file.close()
    return request


def test_a_file_lies_on_the_disk_whole(tmp_path: Path) -> None:
    content = bytes(range(256)) * 300
    request = sent(tmp_path, content)
    (file,) = request.FILES.getlist("file")
    assert Path(file.temporary_file_path()).parent == tmp_path
    assert (file.size, file.read()) == (len(content), content)
    request.close()


@pytest.mark.parametrize("length", [99_999, 100_000, 100_001, 500_000])
def test_what_is_too_large_is_cut_just_above_the_limit(tmp_path: Path, length: int) -> None:
    request = sent(tmp_path, b"x" * length, b"small")
    first, second = request.FILES.getlist("file")
    kept = min(length, 100_001)
    assert (first.size, len(first.read())) == (kept, kept)
    assert second.read() == b"small"
    request.close()


def test_nothing_is_left_when_the_request_is_over(tmp_path: Path) -> None:
    request = sent(tmp_path, b"x" * 70_000)
    assert request.FILES
    request.close()
    left = [path.name for path in tmp_path.iterdir() if path.is_file()]
    assert left == ["0.jpg"]  # what was sent from
