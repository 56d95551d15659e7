"""What `make bench` reports is true; the server itself it starts only when it is run."""

import re
from pathlib import Path

import pytest
from PIL import ImageFilter

from bench import pages, photos
from bench.drawn import photo_like
from tests import newsroom

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


def test_the_longest_live_article_is_measured() -> None:
    with newsroom.at(newsroom.MONDAY):
        newsroom.live("Short", "Kort", slides=2)
        newsroom.live("Long", "Lang", slides=5, only="da")
        newsroom.article("Longer and a draft", "Længere og en kladde", slides=9)
        gone = newsroom.live("Longer and gone", "Længere og væk", slides=7)
        newsroom.withdraw(gone)
        assert pages.longest_article() == "/da/sundhed/lang/"


def test_a_page_is_made_in_at_most_four_queries() -> None:
    with newsroom.at(newsroom.MONDAY):
        newsroom.live(slides=8)
        body, queries = pages.render("/en/health/the-last-rung/")
    assert 1 <= queries <= 4
    assert body.startswith(b"<!") and body.count(b"What happened at step") == 8


def test_only_a_page_that_is_there_is_measured() -> None:
    with pytest.raises(SystemExit, match=r"^/en/health/no-such/ answered 404$"):
        pages.render("/en/health/no-such/")


def test_times_are_summed_up() -> None:
    assert pages.summary([float(number) for number in range(1, 100)]) == pages.Timing(50.0, 95.0)


def test_a_photo_is_measured_beside_the_usual_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(photos, "SIZE", (1800, 1200))
    lines = list(photos.measure(tmp_path))
    assert lines[0].endswith("to 9 files")
    for line in lines[1:3]:
        assert re.search(r"\d\.\d\d s of work, at most \d+ MB$", line)
    assert [line.split()[0] for line in lines[4:]] == [
        "1600.avif",
        "1600.jpg",
        "800.avif",
        "800.jpg",
    ]
    assert all(re.search(r"kB, SSIM 0\.9\d+; usual \d+ kB, SSIM 0\.9", line) for line in lines[4:])


def test_the_same_picture_is_drawn_every_time() -> None:
    assert photo_like(90, 60) == photo_like(90, 60) != photo_like(90, 60, seed=8)


def test_a_picture_is_most_like_itself() -> None:
    picture = photo_like(200, 100)
    blurred = picture.filter(ImageFilter.GaussianBlur(1))
    worse = picture.filter(ImageFilter.GaussianBlur(4))
    assert photos.ssim(picture, picture) == 1.0
    assert 1.0 > photos.ssim(picture, blurred) > photos.ssim(picture, worse) > 0.0
