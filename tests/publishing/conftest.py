"""What the tests of publishing stand on."""

from collections.abc import Iterator

import pytest
from django.utils import translation

from articles.publishing import catch_up
from tests import newsroom
from tests.again import again
from tests.cast import Cast, hire


@pytest.fixture(params=["en", "da"])
def desk_language(request: pytest.FixtureRequest) -> Iterator[str]:
    """The language of whoever sits at the desk: nothing that is published depends on it."""
    with translation.override(request.param):
        yield request.param


@pytest.fixture
def monday(db: None) -> Iterator[None]:
    """The clock stands at noon on Monday, 23 November 2026."""
    with newsroom.at(newsroom.MONDAY):
        yield


@pytest.fixture
def cast(db: None) -> Cast:
    return again(hire)


@pytest.fixture(autouse=True)
def files_carry_their_credit(monkeypatch: pytest.MonkeyPatch) -> None:
    """The newsroom's renditions are only named: none of them can be stamped with a new credit."""
    monkeypatch.setattr(catch_up, "stamp", lambda photo: list(photo.renditions))
