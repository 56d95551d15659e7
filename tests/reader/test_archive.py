"""The archive: the months that have stories, and each month's stories by day."""

import datetime as dt
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from articles.models.article import Article
from articles.reader import archive
from articles.reader.paging import Cut
from tests import newsroom
from tests.again import again
from tests.reader.conftest import Read
from tests.reader.test_structured_data import data

pytestmark = pytest.mark.django_db

INDEX, INDEKS = "/en/archive/", "/da/arkiv/"
HERE, DER = "/en/archive/2026/11/", "/da/arkiv/2026/11/"


def published(at: str, name: str, danish: str, *languages: str, **fields: Any) -> Article:
    """An article that went live at `at`, in UTC."""
    made = newsroom.article(name, danish, slides=1, **fields)
    with newsroom.at(dt.datetime.fromisoformat(f"{at}+00:00")):
        newsroom.publish(made, *languages)
    return made


@pytest.fixture
def stories() -> None:
    again(publish_stories)


def publish_stories() -> None:
    published("2025-12-31T22:59:59", "Last year", "Sidste år")
    published("2025-12-31T23:00:00", "New year", "Nytår")  # midnight in Copenhagen
    published("2026-10-31T12:00:00", "October", "Oktober", "en")
    published("2026-11-21T08:00:00", "Saturday morning", "Lørdag morgen")
    published("2026-11-21T22:59:00", "Saturday night", "Lørdag nat")
    published("2026-11-21T23:00:00", "Sunday", "Søndag")


def lines(read: Read, address: str) -> list[tuple[str, list[str]]]:
    """The days of a month, each with its stories."""
    days = read(address).all("section.day")
    return [(day.one("h2").text, day.texts("li a")) for day in days]


@pytest.mark.usefixtures("stories")
def test_archive_lists_the_months_that_have_stories(read: Read) -> None:
    page = read(INDEX)
    assert page.one("h1").text == "Archive"
    assert page.texts("h2.strand") == ["2026 5 stories", "2025 1 story"]
    assert [(a.text, a["href"]) for a in page.all("ul.months a")] == [
        ("November , 3 stories", "/en/archive/2026/11/"),
        ("October , 1 story", "/en/archive/2026/10/"),
        ("January , 1 story", "/en/archive/2026/01/"),
        ("December , 1 story", "/en/archive/2025/12/"),
    ]
    assert read(INDEKS).values("ul.months a", "href") == [
        "/da/arkiv/2026/11/",
        "/da/arkiv/2026/01/",
        "/da/arkiv/2025/12/",
    ]


def test_months_are_counted_by_copenhagens_calendar(read: Read) -> None:
    """The last hour of a winter's month in UTC, and the last two of a summer's, are the next one's."""
    for instant in (
        dt.datetime(2026, 6, 30, 21, 59, tzinfo=dt.UTC),
        dt.datetime(2026, 6, 30, 22, 0, tzinfo=dt.UTC),
        dt.datetime(2026, 10, 31, 22, 59, tzinfo=dt.UTC),
        dt.datetime(2026, 10, 31, 23, 0, tzinfo=dt.UTC),
        dt.datetime(2026, 11, 1, 0, 0, tzinfo=dt.UTC),
    ):
        with newsroom.at(instant):
            newsroom.publish(newsroom.article(f"At {instant:%d %H %M}", f"Kl. {instant:%d %H %M}"))
    assert read(INDEX).texts("ul.months a") == [
        "November , 2 stories",
        "October , 1 story",
        "July , 1 story",
        "June , 1 story",
    ]


def test_archive_of_nothing_is_a_page(read: Read) -> None:
    page = read(INDEX)
    assert page.one("p.standfirst").text == "The first stories are on their way."
    assert page.all("ul.months") == []


@pytest.mark.usefixtures("stories")
def test_month_lists_its_stories_by_copenhagens_days(read: Read) -> None:
    page = read(HERE)
    assert page.one("title").text == "November 2026 | Diptych"
    assert page.one("h1").text == "November 2026"
    assert page.one("p.standfirst").text == "3 stories"
    assert lines(read, HERE) == [
        ("Sunday 22 November 2026", ["Sunday"]),
        ("Saturday 21 November 2026", ["Saturday night", "Saturday morning"]),
    ]
    assert page.values("section.day time", "datetime") == ["2026-11-22", "2026-11-21"]
    assert page.values("section.day li a", "href")[0] == "/en/health/sunday/"
    assert page.texts("section.day li span") == ["Health"] * 3
    assert lines(read, DER) == [
        ("Søndag 22. november 2026", ["Søndag"]),
        ("Lørdag 21. november 2026", ["Lørdag nat", "Lørdag morgen"]),
    ]
    assert lines(read, "/en/archive/2025/12/") == [("Wednesday 31 December 2025", ["Last year"])]


@pytest.mark.usefixtures("stories")
def test_machines_call_a_month_as_readers_do(read: Read) -> None:
    places = [each["name"] for each in data(read(DER))[0]["itemListElement"]]
    assert places == ["Diptych", "Arkiv", "November 2026"]


@pytest.mark.usefixtures("stories")
def test_months_beside_it_are_those_that_have_something(read: Read) -> None:
    def beside(address: str) -> list[tuple[str, str, str]]:
        return [(a["rel"], a.text, a["href"]) for a in read(address).all("nav.beside a")]

    assert beside("/en/archive/2026/01/") == [
        ("prev", "December 2025", "/en/archive/2025/12/"),
        ("next", "October 2026", "/en/archive/2026/10/"),
    ]
    assert beside("/da/arkiv/2026/01/") == [
        ("prev", "December 2025", "/da/arkiv/2025/12/"),
        ("next", "November 2026", "/da/arkiv/2026/11/"),
    ]
    assert beside("/en/archive/2025/12/") == [("next", "January 2026", "/en/archive/2026/01/")]
    assert beside(HERE) == [("prev", "October 2026", "/en/archive/2026/10/")]


@pytest.mark.usefixtures("stories")
def test_both_languages_are_a_pair_where_both_have_the_month(read: Read) -> None:
    site = settings.SITE_URL
    for pair in ((INDEX, INDEKS), (HERE, DER)):
        for address in pair:
            page = read(address)
            links = page.all("link[hreflang]")
            assert [(link["hreflang"], link["href"]) for link in links] == [
                ("en", site + pair[0]),
                ("da", site + pair[1]),
                ("x-default", site + pair[0]),
            ]
            assert page.one('link[rel="canonical"]')["href"] == site + address
    alone = read("/en/archive/2026/10/")
    assert alone.all("link[hreflang]") == []
    assert alone.values("nav.languages a", "href") == ["/en/archive/2026/10/", "/da/"]


@pytest.mark.usefixtures("stories")
@pytest.mark.parametrize(
    "address",
    [
        "/en/archive/2026/02/",
        "/en/archive/2026/12/",
        "/en/archive/9999/12/",
        "/en/archive/0000/01/",
        "/en/archive/2026/11/page/2/",
        "/en/archive/2026/13/",
        "/en/archive/2026/1/",
        "/en/archive/2026/",
        "/en/arkiv/2026/11/",
        "/da/arkiv/2026/10/",
        "/da/arkiv/2026/11/page/2/",
    ],
)
def test_where_there_is_nothing_it_says_so(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_long_month_has_pages(read: Read, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "CUT", Cut(first=3, more=3))
    for day in range(1, 6):
        published(f"2026-11-0{day}T12:00:00", f"Story {day}", f"Historie {day}")
    first, second = read(HERE), read(f"{HERE}page/2/")
    assert first.texts("section.day li a") == ["Story 5", "Story 4", "Story 3"]
    assert second.texts("section.day li a") == ["Story 2", "Story 1"]
    assert second.one("title").text == "November 2026, page 2 | Diptych"
    assert second.values("nav.pages a[rel]", "href") == [HERE]
    assert second.all("link[hreflang]") == []
    response = client.get(f"{HERE}page/1/")
    assert (response.status_code, response.headers["Location"]) == (301, HERE)


def test_paid_content_is_marked_before_its_headline(read: Read) -> None:
    published("2026-11-21T08:00:00", "Saving", "Opsparing", commercial="sponsored", sponsor="Bank")
    assert read(HERE).one("section.day li").text == "Paid content Sponsored by Bank Saving"


def test_what_is_not_live_is_in_no_month(client: Client) -> None:
    published("2026-11-21T08:00:00", "Shown", "Vist")
    for month in (11, 12):
        later = newsroom.article(
            "The secret", "Hemmeligheden", slug_en=f"s-{month}", slug_da=f"h-{month}"
        )
        newsroom.publish(later, at=dt.datetime(2026, month, 29, 12, tzinfo=dt.UTC))
    newsroom.article("The secret draft", "Den hemmelige kladde")
    gone = published("2026-11-21T08:00:00", "The secret gone", "Det hemmelige væk")
    newsroom.withdraw(gone)
    for address in (INDEX, INDEKS, HERE, DER):
        html = client.get(address).content.decode().lower()
        assert "secret" not in html
        assert "hemmelig" not in html
        assert "2026/12" not in html
    assert "1 story" in client.get(INDEX).content.decode()
    assert client.get("/en/archive/2026/12/").status_code == 404


def test_story_stays_in_the_month_of_its_first_publication(read: Read) -> None:
    story = published("2026-10-31T12:00:00", "October", "Oktober")
    newsroom.publish(story)
    assert read("/en/archive/2026/10/").texts("section.day li a") == ["October"]
    assert read(INDEX).values("ul.months a", "href") == ["/en/archive/2026/10/"]


def test_page_costs_four_queries(client: Client, django_assert_num_queries: Any) -> None:
    for number in range(4):
        published(f"2026-11-0{number + 1}T12:00:00", f"Story {number}", f"Historie {number}")
    client.get(HERE)
    for address, queries in ((HERE, 4), (INDEX, 3)):
        newsroom.generation.forget()
        with django_assert_num_queries(queries):
            client.get(address)
