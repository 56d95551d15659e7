"""The list of what is read most: true, of one language, and not before there is anything to say."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from articles.models.article import Article
from articles.models.newsroom import HIDDEN
from articles.models.reads import ReadsOnDay
from articles.reader.reads import ranking
from tests import newsroom
from tests.newsroom import MONDAY
from tests.reader.conftest import Read
from tests.reader.telling import read as told

pytestmark = pytest.mark.django_db

HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)
LIST = "section.most-read ol a"


def stories(count: int, **fields: Any) -> list[Article]:
    made = [
        newsroom.article(f"Story {number}", f"Historie {number}", slides=1, **fields)
        for number in range(count)
    ]
    for story in made:
        newsroom.publish(story)
    return made


def test_the_most_read_come_first_each_language_by_itself(read: Read) -> None:
    for number, story in enumerate(stories(4)):
        told(story, 15 + number)
        told(story, 25 - number, language="da")
    page, side = read("/en/"), read("/da/")
    assert page.texts(LIST) == ["Story 3", "Story 2", "Story 1", "Story 0"]
    assert page.values(LIST, "href")[0] == "/en/health/story-3/"
    assert page.one("section.most-read h2").text == "Most read"
    assert side.texts(LIST) == [f"Historie {number}" for number in range(4)]
    assert side.one("section.most-read h2").text == "Mest læst"


def test_five_places_at_most(read: Read) -> None:
    for number, story in enumerate(stories(8)):
        told(story, 15 + number)
    assert read("/en/").texts(LIST) == [f"Story {number}" for number in (7, 6, 5, 4, 3)]


@pytest.mark.parametrize(
    ("read_by", "places"), [((), 0), ((15, 15), 0), ((15, 15, 15), 3), ((30, 30, 9), 0)]
)
def test_a_new_site_has_no_list(read: Read, read_by: tuple[int, ...], places: int) -> None:
    for story, times in zip(stories(4), read_by, strict=False):
        told(story, times)
    page = read("/en/")
    assert len(page.texts(LIST)) == places
    assert len(page.all("section.most-read")) == bool(places)


def test_paid_gone_and_hidden_stories_are_left_out(read: Read) -> None:
    plain = stories(3)
    sponsored, affiliate, gone, hidden = (
        newsroom.article("Paid", "Betalt", commercial="sponsored", sponsor="Nordkyst Bank"),
        newsroom.article("Links", "Links", commercial="affiliate"),
        newsroom.article("Gone", "Væk"),
        newsroom.article("Hidden", "Skjult"),
    )
    for story in (sponsored, affiliate, gone, hidden):
        newsroom.publish(story)
    for story in (*plain, sponsored, affiliate, gone, hidden):
        told(story, 50 if story in plain else 100)
    newsroom.pin(hidden, HIDDEN)
    with newsroom.at(MONDAY + HOUR):
        newsroom.withdraw(gone)
        assert read("/en/").texts(LIST) == ["Story 2", "Story 1", "Story 0"]


def test_what_ended_within_the_minute_is_left_out_at_once(read: Read) -> None:
    made = stories(4)
    for story in made:
        told(story, 20)
    assert len(read("/en/").texts(LIST)) == 4
    with newsroom.at(MONDAY + dt.timedelta(seconds=10)):
        newsroom.withdraw(made[3])
        assert read("/en/").texts(LIST) == ["Story 2", "Story 1", "Story 0"]


def test_an_old_story_that_is_read_again_is_in_the_list_and_nowhere_else(read: Read) -> None:
    with newsroom.at(MONDAY - 300 * DAY):
        [old] = stories(1)
    newer = [newsroom.article(f"New {n}", f"Ny {n}", slides=1) for n in range(12)]
    for story in newer:
        newsroom.publish(story)
    for story in (old, *newer[:2]):
        told(story, 20)
    page = read("/en/")
    assert "Story 0" in page.texts(LIST)
    assert "Story 0" not in page.texts("article.card h3 a")


def test_a_read_counts_less_with_every_day(read: Read) -> None:
    made = stories(3)
    for ago, times in enumerate((20, 30, 50)):
        day = (MONDAY - ago * DAY).date()
        ReadsOnDay.objects.create(article=made[ago], language="en", day=day, reads=times)
    # At 13:00 a read of today counts 0.83, of yesterday 0.49, of the day before 0.24.
    assert read("/en/").texts(LIST) == ["Story 0", "Story 1", "Story 2"]
    ReadsOnDay.objects.filter(article=made[2]).update(reads=80)
    with newsroom.at(MONDAY + dt.timedelta(minutes=1)):
        assert read("/en/").texts(LIST) == ["Story 2", "Story 0", "Story 1"]


@pytest.mark.parametrize(
    "midnight",
    [
        dt.datetime(2026, 11, 24, tzinfo=dt.UTC) - HOUR,
        dt.datetime(2026, 10, 25, tzinfo=dt.UTC) - 2 * HOUR,  # the long day begins
        dt.datetime(2026, 10, 26, tzinfo=dt.UTC) - HOUR,  # and ends
        dt.datetime(2027, 3, 29, tzinfo=dt.UTC) - 2 * HOUR,  # a short one ends
    ],
    ids=str,
)
def test_weights_do_not_jump_at_midnight(midnight: dt.datetime) -> None:
    second = dt.timedelta(seconds=1)
    before, after = ranking.weights(midnight - second), ranking.weights(midnight + second)
    shared = before.keys() & after.keys()
    assert len(before) == len(after) == 4
    assert len(shared) == 3
    for day in shared:
        assert before[day] == pytest.approx(after[day], rel=1e-3)
    assert max(after, key=lambda day: after[day]) == max(after)


def test_the_order_is_asked_for_once_a_minute(
    client: Client, django_assert_num_queries: Any
) -> None:
    for story in stories(3):
        told(story, 20)
    client.get("/en/")
    for second in (1, 59):
        with newsroom.at(MONDAY + dt.timedelta(seconds=second)), django_assert_num_queries(4):
            client.get("/en/")
    with newsroom.at(MONDAY + dt.timedelta(seconds=60)), django_assert_num_queries(5):
        client.get("/en/")


def test_switched_off_there_is_no_list(read: Read, settings: Any) -> None:
    for story in stories(3):
        told(story, 20)
    settings.COUNT_READS = False
    assert read("/en/").all("section.most-read") == []


def test_reads_of_an_article_that_is_read_no_more_leave_the_list(read: Read) -> None:
    for story in stories(3):
        told(story, 50)
    assert len(read("/en/").texts(LIST)) == 3
    with newsroom.at(MONDAY + 4 * DAY):
        assert read("/en/").texts(LIST) == []
