"""The newsroom's people, each at a desk of their own."""

from collections.abc import Callable

import pytest

from articles.models.staff import User
from tests.again import again
from tests.cast import Cast, hire
from tests.desk.desk import Desk

At = Callable[..., Desk]


@pytest.fixture
def cast(db: None) -> Cast:
    return again(hire)


@pytest.fixture
def chief(cast: Cast) -> Desk:
    return Desk(cast.chief)


@pytest.fixture
def editor(cast: Cast) -> Desk:
    return Desk(cast.editor)


@pytest.fixture
def writer(cast: Cast) -> Desk:
    return Desk(cast.writer)


@pytest.fixture
def root(db: None) -> User:
    return User.objects.create_superuser("root")
