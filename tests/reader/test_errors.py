"""Error pages: in the language of the address, and standing when the database is not."""

import pytest
from django.db import OperationalError
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.reader import views
from tests import newsroom
from tests.reader.conftest import Read
from tests.reader.dom import parse

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("debug", [True, False])
@pytest.mark.parametrize(
    "address", ["/en/nothing/", "/en/nothing/here/", "/en/nothing/here/at/all/", "/en/A"]
)
def test_unknown_english_address(read: Read, settings: object, address: str, debug: bool) -> None:
    settings.DEBUG = debug  # type: ignore[attr-defined]
    newsroom.live()
    page = read(address, 404)
    assert page.one("html")["lang"] == "en"
    assert page.one("title").text == "Page not found | Diptych"
    assert page.one("main h1").text == "There is no page at this address"
    assert page.values("main a", "href") == ["/en/", "/en/health/the-last-rung/"]
    assert page.values("nav.languages a", "href") == ["/en/", "/da/"]
    assert page.texts("nav.topics a") == ["Health"]
    assert page.values('meta[name="robots"]', "content") == ["noindex"]


def test_unknown_danish_address(read: Read) -> None:
    page = read("/da/intet/her/", 404)
    assert page.one("html")["lang"] == "da"
    assert page.one("main h1").text == "Der er ingen side på denne adresse"
    assert page.all("nav.languages a")[0].text == (
        "English. Siden findes ikke på engelsk. Gå til den engelske forside."
    )


@pytest.mark.parametrize("debug", [True, False])
@pytest.mark.parametrize(
    "address", ["/nothing", "/nothing/here/", "/fr/", "/media/originals/x.jpg"]
)
def test_unknown_address_without_a_language_is_in_both(
    client: Client,
    settings: object,
    django_assert_num_queries: DjangoAssertNumQueries,
    address: str,
    debug: bool,
) -> None:
    settings.DEBUG = debug  # type: ignore[attr-defined]
    with django_assert_num_queries(0):
        response = client.get(address)
    page = parse(response.content.decode())
    assert response.status_code == 404
    assert page.one("main h1").text == "There is no page at this address"
    assert page.one('main div[lang="da"] h2').text == "Der er ingen side på denne adresse"
    assert page.values("main a", "href") == ["/en/", "/da/"]


def test_failure_is_in_both_languages_and_asks_nothing(
    settings: object,
    monkeypatch: pytest.MonkeyPatch,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    def fail() -> None:
        raise OperationalError("the database is away")

    settings.DEBUG = False  # type: ignore[attr-defined]
    monkeypatch.setattr(views, "current", fail)
    with django_assert_num_queries(0):
        response = Client(raise_request_exception=False).get("/en/")
    page = parse(response.content.decode())
    assert response.status_code == 500
    assert response.headers["Cache-Control"] == "no-store"
    assert page.one("main h1").text == "Something went wrong"
    assert page.one('main div[lang="da"] h2').text == "Noget gik galt"
