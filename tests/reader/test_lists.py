"""The front page and the topic pages."""

import datetime as dt

import pytest
from django.test import Client

from articles.models.article import Article
from articles.models.newsroom import Topic
from tests import newsroom
from tests.again import again
from tests.newsroom import MONDAY
from tests.reader.conftest import Read
from tests.reader.dom import Node

pytestmark = pytest.mark.django_db

DAY = dt.timedelta(days=1)


def stories(count: int, topic: Topic | None = None, *, name: str = "Story") -> list[Article]:
    """`count` published articles, the first one newest: `Story 1`, a minute before `Story 0`, …"""
    return again(one_more, count - 1, topic, name)


def one_more(number: int, topic: Topic | None, name: str) -> list[Article]:
    made = again(one_more, number - 1, topic, name) if number else []
    story = newsroom.article(
        f"{name} {number}", f"{name}-da {number}", topic=topic, slides=1, kicker_en=""
    )
    with newsroom.at(MONDAY - DAY - dt.timedelta(minutes=number)):
        newsroom.publish(story)
    return [*made, story]


def headlines(page: Node, where: str) -> list[str]:
    return page.texts(f"{where} h2 a") if where == "section.lead" else page.texts(f"{where} h3 a")


def names(numbers: range | list[int], name: str = "Story") -> list[str]:
    return [f"{name} {number}" for number in numbers]


# --- Front page ----------------------------------------------------------------------------------


def test_front_page_without_articles_is_a_page(read: Read) -> None:
    page, side = read("/en/"), read("/da/")
    assert (
        page.one("main").text
        == "Diptych: stories in pictures, in English and Danish The first stories are on their way."
    )
    assert (
        side.one("main").text
        == "Diptych: historier i billeder på dansk og engelsk De første artikler er på vej."
    )
    assert page.all("nav.topics") == []


def test_front_page_leads_with_the_newest(read: Read) -> None:
    stories(6)
    page = read("/en/")
    assert headlines(page, "section.lead") == names([0])
    assert headlines(page, "section.row") == names([1, 2, 3])
    assert page.texts("h2.strand") == ["Health More in Health"]
    assert page.texts("div.pair h3") == names([4, 5])
    assert page.one("section.lead p.kicker").text == "Health"
    assert page.one("section.lead p.meta").text == "22 November 2026 / 1 picture".replace("/ ", "")
    assert page.one("section.lead time")["datetime"] == "2026-11-22T13:00:00+01:00"
    assert page.one("section.lead a")["href"] == "/en/health/story-0/"


def test_correction_does_not_make_an_old_article_the_lead(read: Read) -> None:
    made = stories(3)
    newsroom.publish(made[2], kind="correction", notes={"en": "A slip.", "da": "En fejl."})
    assert headlines(read("/en/"), "section.lead") == names([0])


def test_no_article_stands_twice(read: Read) -> None:
    food = newsroom.topic("Food", "Mad")
    stories(12)
    stories(7, food, name="Dish")
    page = read("/en/")
    links = page.values("main article a", "href")
    assert len(links) == len(set(links)) == 4 + 5 + 2


@pytest.mark.parametrize(
    ("left", "form", "shown"),
    [
        (1, "solo", 1),
        (2, "pair", 2),
        (3, "row", 3),
        (4, "spread", 4),
        (5, "spread", 5),
        (9, "spread", 5),
    ],
)
def test_strand_takes_the_form_that_its_articles_fill(
    read: Read, left: int, form: str, shown: int
) -> None:
    stories(4 + left)
    strand = read("/en/").all("main section")[2]
    assert len(strand.all(f"div.{form} article")) == shown
    assert headlines(strand, f"div.{form}") == names(range(4, 4 + shown))


def test_strands_take_turns_and_keep_the_order_of_the_topics(read: Read) -> None:
    stories(4)
    for name, danish in (
        ("Food", "Mad"),
        ("Climate", "Klima"),
        ("Space", "Rummet"),
        ("Sea", "Hav"),
    ):
        with newsroom.at(MONDAY - 2 * DAY):
            for story in range(4):
                made = newsroom.article(
                    f"{name} {story}", f"{danish} {story}", topic=newsroom.topic(name, danish)
                )
                newsroom.publish(made)
    page = read("/en/")
    assert page.texts("h2.strand span") == ["Food", "Climate", "Space", "Sea"]
    forms = [
        next(form for form in ("spread", "pair", "row") if section.all(f"div.{form}"))
        for section in page.all("main section")[2:]
    ]
    assert forms == ["spread", "pair", "row", "spread"]
    assert page.texts("nav.topics a") == ["Health", "Food", "Climate", "Space", "Sea"]


def test_pins_take_their_places_and_the_newest_the_others(read: Read) -> None:
    made = stories(8)
    newsroom.pin(made[5], 0)
    newsroom.pin(made[7], 2)
    page = read("/en/")
    assert headlines(page, "section.lead") == names([5])
    assert headlines(page, "section.row") == names([0, 7, 1])
    assert headlines(read("/da/"), "section.lead") == ["Story-da 0"]


def test_of_several_pins_the_latest_that_runs_holds(read: Read) -> None:
    made = stories(5)
    newsroom.pin(made[1], shown_from=MONDAY - 3 * DAY)
    newsroom.pin(made[2], shown_from=MONDAY - 2 * DAY)
    newsroom.pin(made[3], shown_from=MONDAY - DAY, shown_until=MONDAY)
    newsroom.pin(made[4], shown_from=MONDAY + DAY)
    assert headlines(read("/en/"), "section.lead") == names([2])
    with newsroom.at(MONDAY + DAY):
        assert headlines(read("/en/"), "section.lead") == names([4])


def test_pin_of_what_is_not_live_leaves_its_place_to_the_newest(read: Read) -> None:
    stories(2)
    newsroom.pin(newsroom.article("A draft", "En kladde"))
    assert headlines(read("/en/"), "section.lead") == names([0])


def test_article_pinned_twice_stands_once(read: Read) -> None:
    made = stories(6)
    newsroom.pin(made[4], 0)
    newsroom.pin(made[4], 1)
    page = read("/en/")
    assert headlines(page, "section.lead") == names([4])
    assert headlines(page, "section.row") == names([0, 1, 2])


def test_pin_far_down_draws_the_newest_up_to_it(read: Read) -> None:
    made = stories(12)
    newsroom.pin(made[11], 6)
    page = read("/en/")
    assert headlines(page, "section.row") == names([1, 2, 3, 4, 5, 11])


# --- Topic page ----------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [1, 2, 3, 5, 13])
def test_topic_of_few_articles_is_one_page(read: Read, count: int) -> None:
    stories(count)
    page = read("/en/health/")
    assert page.one("main h1").text == "Health"
    assert page.one("p.standfirst").text == "All about health."
    assert headlines(page, "section.lead") == names([0])
    assert headlines(page, "div.row") == names(range(1, count))
    assert page.all("nav.pages") == []
    assert len(page.all("h2.strand")) == (1 if count > 1 else 0)


def test_topic_of_many_articles_has_pages(read: Read, client: Client) -> None:
    stories(26)
    first, second, third = (
        read(address) for address in ("/en/health/", "/en/health/page/2/", "/en/health/page/3/")
    )
    assert headlines(first, "div.row") == names(range(1, 13))
    assert headlines(second, "div.row") == names(range(13, 25))
    assert headlines(third, "div.row") == names([25])
    assert first.values("nav.pages a", "href") == [
        "/en/health/",
        "/en/health/page/2/",
        "/en/health/page/3/",
        "/en/health/page/2/",
    ]
    assert second.values("nav.pages a[rel]", "href") == ["/en/health/", "/en/health/page/3/"]
    assert second.one("title").text == "Health, page 2 | Diptych"
    assert second.one('link[rel="canonical"]')["href"].endswith("/en/health/page/2/")
    assert second.one("nav.pages a[aria-current]").text == "2"
    assert client.get("/en/health/page/4/").status_code == 404
    assert client.get("/en/health/page/0/").status_code == 404
    assert client.get("/en/health/page/02/").status_code == 404
    assert client.get("/en/health/side/2/").status_code == 404
    assert client.get("/en/health/page/99999999999999999999/").status_code == 404
    response = client.get("/en/health/page/1/")
    assert (response.status_code, response.headers["Location"]) == (301, "/en/health/")
    assert read("/da/sundhed/side/2/").one("title").text == "Sundhed, side 2 | Diptych"


def test_card_of_a_sponsored_article_says_so_before_its_headline(read: Read) -> None:
    newsroom.live(commercial="sponsored", sponsor="Nordkyst Bank")
    for address in ("/en/", "/en/health/"):
        card = read(address).one("article.card")
        assert card.text.startswith("Paid content Sponsored by Nordkyst Bank The last rung"), (
            address
        )
    assert (
        read("/da/")
        .one("article.card")
        .text.startswith("Annonce Annoncørbetalt indhold fra Nordkyst Bank Det nederste trin")
    )


def test_card_without_a_usable_picture_is_words(read: Read) -> None:
    story = newsroom.article(slides=0)
    newsroom.slide(story, 1, order="1", photo=newsroom.photo(expires_at=MONDAY + DAY))
    newsroom.publish(story)
    assert len(read("/en/").all("article.card img")) == 1
    with newsroom.at(MONDAY + DAY):
        card = read("/en/").one("article.card")
    assert card.all("img") == []
    assert card["class"] == "card big words"


def test_topic_without_a_name_in_a_language_is_not_offered_there(
    read: Read, client: Client
) -> None:
    stories(1)
    odd = newsroom.topic("Odd", "Mærkeligt")
    newsroom.live("Odd story", "Mærkelig historie", topic=odd)
    newsroom.change(odd, name_da="")
    assert read("/en/").texts("nav.topics a") == ["Health", "Odd"]
    assert read("/da/").texts("nav.topics a") == ["Sundhed"]
    assert client.get("/da/maerkeligt/").status_code == 404
