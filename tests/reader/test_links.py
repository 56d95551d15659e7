""" "Also read" and "Other articles": live, of this language, never the page itself, never twice."""

import datetime as dt

import pytest

from articles.models.beside import Related
from tests import newsroom
from tests.newsroom import MONDAY
from tests.reader.conftest import Read

pytestmark = pytest.mark.django_db

HERE = "/en/health/the-last-rung/"
DER = "/da/sundhed/det-nederste-trin/"


def test_link_stands_after_its_slide_with_the_live_headline(read: Read) -> None:
    story, kettle = newsroom.article(), newsroom.article("The kettle", "Kedlen")
    newsroom.link(story, kettle, after=story.slides.all()[1])
    newsroom.publish(story)
    newsroom.publish(kettle)
    with newsroom.at(MONDAY + dt.timedelta(hours=1)):
        newsroom.change(kettle, headline_en="The kettle boils")
        newsroom.publish(kettle)
        page, side = read(HERE), read(DER)

    asides = [slide.texts("aside.also-read") for slide in page.all("li.slide")]
    assert asides == [[], ["Also read The kettle boils"], []]
    assert page.one("aside.also-read a")["href"] == "/en/health/the-kettle/"
    assert side.texts("aside.also-read") == ["Læs også Kedlen"]
    assert side.one("aside.also-read a")["href"] == "/da/sundhed/kedlen/"


def test_label_stands_instead_of_the_headline(read: Read) -> None:
    story, kettle = newsroom.article(), newsroom.article("The kettle", "Kedlen")
    newsroom.link(story, kettle, label_en="Tea, then")
    newsroom.publish(story)
    newsroom.publish(kettle)

    assert read(HERE).texts("main article aside.also-read") == ["Also read Tea, then"]
    assert read(DER).texts("main article aside.also-read") == ["Læs også Kedlen"]


def test_link_to_another_site_needs_a_label_and_says_whose_it_is_not(read: Read) -> None:
    story = newsroom.article()
    newsroom.link(story, "https://club.example/", label_en="The club’s own page")
    newsroom.publish(story)

    link = read(HERE).one("aside.also-read a")
    assert (link.text, link["href"], link["rel"]) == (
        "The club’s own page",
        "https://club.example/",
        "noopener",
    )
    assert read(DER).all("aside.also-read") == []


def test_link_is_left_out_while_its_target_is_not_live_in_this_language(read: Read) -> None:
    story, kettle = newsroom.article(), newsroom.article("The kettle", "Kedlen")
    newsroom.link(story, kettle)
    newsroom.publish(story)
    assert read(HERE).all("aside") == []

    newsroom.publish(kettle, "en")
    assert read(HERE).texts("aside a") == ["The kettle"]
    assert read(DER).all("aside") == []

    with newsroom.at(MONDAY + dt.timedelta(minutes=1)):
        newsroom.withdraw(kettle, "en")
        assert read(HERE).all("aside") == []


def test_link_to_paid_content_says_so_before_the_headline(read: Read) -> None:
    story = newsroom.article()
    paid = newsroom.article("The loan", "Lånet", commercial="sponsored", sponsor="Nordkyst Bank")
    newsroom.link(story, paid, label_en="What it costs")
    newsroom.publish(story)
    newsroom.publish(paid)

    assert read(HERE).texts("aside a") == ["Paid content: What it costs"]
    assert read(DER).texts("aside a") == ["Annonce: Lånet"]


def test_others_are_paid_for_only_where_nothing_else_is_left(read: Read) -> None:
    food = newsroom.topic("Food", "Mad")
    newsroom.live()
    newsroom.live("Old food", "Gammel mad", topic=food)
    paid = newsroom.article("The loan", "Lånet", commercial="sponsored", sponsor="Nordkyst Bank")
    with newsroom.at(MONDAY + dt.timedelta(minutes=1)):
        newsroom.publish(paid)
        Related.objects.all().delete()

        assert read(HERE).texts("section.other-articles a") == ["Old food", "The loan"]


def test_others_are_the_newest_of_the_topic_and_then_of_the_rest(read: Read) -> None:
    food = newsroom.topic("Food", "Mad")
    story = newsroom.article()
    stories = [
        (1, newsroom.article("Old health", "Gammel sundhed")),
        (2, newsroom.article("Linked", "Henvist")),
        (3, newsroom.article("New health", "Ny sundhed")),
        (4, newsroom.article("Old food", "Gammel mad", topic=food)),
        (5, newsroom.article("New food", "Ny mad", topic=food)),
        (6, newsroom.article("Newest food", "Nyeste mad", topic=food)),
    ]
    newsroom.link(story, stories[1][1])
    newsroom.publish(story)
    for minutes, each in stories:
        with newsroom.at(MONDAY + dt.timedelta(minutes=minutes)):
            newsroom.publish(each)

    Related.objects.all().delete()  # in this newsroom all texts are alike
    with newsroom.at(MONDAY + dt.timedelta(hours=1)):
        page, side = read(HERE), read(DER)

    assert page.texts("section.other-articles a") == [
        "New health",
        "Old health",
        "Newest food",
        "New food",
    ]
    assert page.values("section.other-articles a", "href")[2] == "/en/food/newest-food/"
    assert page.one("section.other-articles h2").text == "Other articles"
    assert side.one("section.other-articles h2").text == "Andre artikler"
    assert side.texts("section.other-articles a")[0] == "Ny sundhed"


def test_others_hold_nothing_that_is_not_live_in_this_language(read: Read) -> None:
    newsroom.live()
    newsroom.article("A draft", "En kladde")
    newsroom.live("In English", "På engelsk", only="en")
    newsroom.publish(newsroom.article("Later", "Senere"), at=MONDAY + dt.timedelta(hours=1))
    gone = newsroom.live("Gone", "Væk")
    with newsroom.at(MONDAY + dt.timedelta(minutes=1)):
        newsroom.withdraw(gone)

        assert read(HERE).texts("section.other-articles a") == ["In English"]
        assert read(DER).all("section.other-articles") == []
