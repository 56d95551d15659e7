"""What is not live is not found, not quoted, not counted and not guessed at."""

import datetime as dt
from collections.abc import Callable
from urllib.parse import quote

import pytest
from django.test import Client

from articles.models.article import Article
from articles.models.photo import Photo
from articles.models.search import SearchEntry
from tests import newsroom
from tests.newsroom import MONDAY
from tests.reader.conftest import Read
from tests.reader.test_leaks import LATER, NEVER_LIVE

pytestmark = pytest.mark.django_db

# The word itself, its beginning, beside another, side by side, with slips in it.
ASKED = [
    "zanzibar",
    "zanz",
    "zanzibar rung",
    '"zanzibar secret"',
    "zanzibra",
    "zanzibr",
    "rung zanzibra",
]


def answers(client: Client) -> list[str]:
    """All that a reader can learn by asking for it, but for the words that were asked."""
    pages = []
    for text in ASKED:
        for address in ("/en/search/", "/da/soeg/"):
            html = client.get(f"{address}?q={quote(text)}").content.decode()
            pages.append(html.replace(quote(text, safe=""), "").replace(text, ""))
    return pages


def secret() -> Article:
    return newsroom.article("Zanzibar secret", "Zanzibar hemmelig")


@pytest.mark.parametrize("state", NEVER_LIVE)
def test_what_was_never_live_is_as_if_it_were_not(
    client: Client, state: Callable[[Article], None]
) -> None:
    newsroom.live()
    before = answers(client)
    state(secret())
    assert answers(client) == before


def test_what_was_withdrawn_is_found_no_more(client: Client, read: Read) -> None:
    newsroom.live()
    before = answers(client)
    story = secret()
    newsroom.publish(story)
    assert len(read("/en/search/?q=zanzibar").all("ol.results li")) == 1
    with newsroom.at(MONDAY + dt.timedelta(seconds=1)):
        newsroom.withdraw(story)
        assert answers(client) == before


def test_a_scheduled_story_is_found_from_its_instant_on(read: Read) -> None:
    newsroom.publish(secret(), at=LATER)
    for instant, count in ((LATER - dt.timedelta(microseconds=1), 0), (LATER, 1)):
        with newsroom.at(instant):
            assert len(read("/en/search/?q=zanzibar").all("ol.results li")) == count


def test_words_that_an_update_took_out_are_found_until_then_and_no_longer(read: Read) -> None:
    story = secret()
    newsroom.publish(story)
    newsroom.change(story, headline_en="Another matter")
    newsroom.change(story, standfirst_en="Told by those who were there.")
    newsroom.publish(story, at=LATER)

    def count(text: str) -> int:
        return len(read(f"/en/search/?q={text}").all("ol.results li"))

    assert (count("zanzibar"), count("matter")) == (1, 0)
    with newsroom.at(LATER):
        assert (count("zanzibar"), count("matter")) == (0, 1)


def test_only_what_may_be_found_is_kept() -> None:
    """The Edition before goes with the next one but one: some page may be looking for it still."""
    story = secret()
    for day in range(3):
        with newsroom.at(MONDAY + dt.timedelta(days=day)):
            newsroom.change(story, headline_en=f"Zanzibar secret {day}")
            newsroom.publish(story, "en")
    assert SearchEntry.objects.count() == 2


def test_the_caption_of_a_picture_is_quoted_only_while_it_is_shown(read: Read) -> None:
    story = newsroom.article(slides=0)
    photo = newsroom.photo(expires_at=LATER, caption_en="A quokka on the jetty.")
    newsroom.slide(story, 1, order="5", photo=photo)
    newsroom.publish(story, "en")
    for instant, quoted in ((MONDAY, True), (LATER, False)):
        with newsroom.at(instant):
            page = read("/en/search/?q=quokka")
            assert ("A quokka" in page.one("main").text) is quoted, instant
            assert bool(page.all("ol.results img")) is quoted
            assert page.all("p.meant") == []
    assert Photo.objects.count() == 1
