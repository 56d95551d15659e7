"""What the tests of publishing stand on."""

from collections.abc import Iterator

import pytest
from django.utils import translation

from tests import newsroom
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
    return hire()
