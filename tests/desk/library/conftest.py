"""A shelf of photos, one of each kind, on a Monday."""

import datetime as dt
from collections.abc import Iterator

import pytest

from articles.models.photo import ImageCredit, Photo
from tests import newsroom
from tests.again import again
from tests.cast import Cast
from tests.desk.desk import Desk


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    with newsroom.at(newsroom.MONDAY):
        yield


@pytest.fixture
def signe(cast: Cast) -> Desk:
    return Desk(cast.photo_editor)


def in_days(days: float) -> dt.datetime:
    return newsroom.MONDAY + dt.timedelta(days=days)


@pytest.fixture
def shelf(cast: Cast) -> dict[str, Photo]:
    return again(fill_shelf)


def fill_shelf() -> dict[str, Photo]:
    """By name, which is also the alt text; complete but for what the name says."""
    named = ImageCredit.objects.create(name="Scanstock", byline_required=True, aliases="SCST\nStok")
    lacking: dict[str, dict[str, object]] = {
        "no english": {"alt_en": "", "caption_en": ""},
        "no danish": {"alt_da": ""},
        "no credit": {"credit": None, "byline": ""},
        "no byline": {"credit": named, "byline": ""},
        "no right": {"basis": "unknown"},
        "file name": {"caption_da": "shutterstock_1093384417.jpg"},
        "in work": {"work": "working"},
        "failed": {"work": "failed"},
        "expiring": {"expires_at": in_days(4)},
        "expired": {"expires_at": in_days(-1)},
        "down": {"taken_down_at": in_days(-2)},
        "portrait": {"width": 1000, "height": 1500},
        "whole": {},
    }
    made = {}
    for name, fields in lacking.items():
        words = {"alt_en": f"{name}", "alt_da": f"dansk {name}", "caption_en": "", "caption_da": ""}
        made[name] = newsroom.photo(**{"basis": "own", **words, **fields})
    return made
