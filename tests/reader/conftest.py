"""For the reader's tests: a clock that stands still, and pages as trees."""

from collections.abc import Callable, Iterator

import pytest
from django.test import Client

from tests.newsroom import MONDAY, at
from tests.reader.dom import Node, parse

Read = Callable[..., Node]


@pytest.fixture(autouse=True)
def monday(request: pytest.FixtureRequest) -> Iterator[None]:
    """It is Monday 23 November 2026, 13:00 in Copenhagen; not for browsers, whose time runs."""
    if "live_server" in request.fixturenames:
        yield
        return
    with at(MONDAY):
        yield


@pytest.fixture
def read(client: Client) -> Read:
    """Fetch a page, which must have the given status, as a tree."""

    def fetch(address: str, status: int = 200) -> Node:
        response = client.get(address)
        assert response.status_code == status, (address, response.status_code)
        return parse(response.content.decode())

    return fetch
