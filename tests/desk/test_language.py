"""The desk speaks one's own language, else the one chosen before, else the browser's."""

import pytest
from django.test import Client

from articles.models.staff import User
from tests import newsroom
from tests.cast import Cast
from tests.desk.desk import Desk
from tests.reader.dom import parse

pytestmark = pytest.mark.one_engine

LOGIN = "/admin/login/"


def lang(client: Client, address: str = LOGIN, **headers: str) -> str:
    response = client.get(address, headers=headers)
    return parse(response.content.decode()).one("html")["lang"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("accepts", "spoken"), [("da-DK,da;q=0.9,en;q=0.8", "da"), ("en-GB", "en"), ("sv", "en")]
)
def test_without_a_choice_the_browser_decides(accepts: str, spoken: str) -> None:
    assert lang(Client(), **{"accept-language": accepts}) == spoken


@pytest.mark.django_db
def test_a_choice_before_logging_in_is_remembered() -> None:
    client = Client(headers={"accept-language": "en"})
    response = client.post("/admin/language/", {"language": "da", "next": LOGIN})
    assert (response.status_code, response["Location"]) == (302, LOGIN)
    assert lang(client) == "da"


@pytest.mark.django_db
def test_ones_own_choice_follows_one_to_other_browsers(cast: Cast) -> None:
    Desk(cast.editor).client.post("/admin/language/", {"language": "da"})
    again = Desk(User.objects.get(pk=cast.editor.pk), language="en")
    assert lang(again.client, "/admin/") == "da"


@pytest.mark.django_db
@pytest.mark.parametrize("onward", ["https://elsewhere.example/", "//elsewhere.example", ""])
def test_a_switch_leads_nowhere_else(onward: str) -> None:
    response = Client().post("/admin/language/", {"language": "da", "next": onward})
    assert response["Location"] == "/admin/"


@pytest.mark.django_db
def test_a_language_that_is_none_changes_nothing(cast: Cast) -> None:
    response = Desk(cast.editor).client.post("/admin/language/", {"language": "xx"})
    assert not response.cookies
    assert User.objects.get(pk=cast.editor.pk).interface_language == ""


@pytest.mark.django_db
def test_to_switch_takes_a_post_and_the_pages_token() -> None:
    assert Client().get("/admin/language/").status_code == 405
    strict = Client(enforce_csrf_checks=True)
    assert strict.post("/admin/language/", {"language": "da"}).status_code == 403


@pytest.mark.django_db
def test_a_readers_page_does_not_care(cast: Cast) -> None:
    User.objects.filter(pk=cast.editor.pk).update(interface_language="da")
    newsroom.live()
    desk = Desk(User.objects.get(pk=cast.editor.pk))
    response = desk.client.get("/en/health/the-last-rung/")
    assert parse(response.content.decode()).one("html")["lang"] == "en"
    assert not response.cookies


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    [
        "/admin/",
        "/admin/articles/article/",
        "/admin/articles/article/add/",
        "/admin/articles/photo/add/",
        "/admin/articles/topic/add/",
        "/admin/articles/frontslot/add/",
        "/admin/articles/user/add/",
        "/admin/password_change/",
    ],
)
def test_the_danish_desk_names_its_languages_in_danish(address: str, cast: Cast) -> None:
    User.objects.filter(pk=cast.chief.pk).update(interface_language="da")
    page = Desk(User.objects.get(pk=cast.chief.pk)).open(address).root
    labels = page.texts("label")
    assert not [label for label in labels if "[en]" in label or "(English)" in label]
    assert page.one("html")["lang"] == "da"
