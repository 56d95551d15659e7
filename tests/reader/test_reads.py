"""Reads are counted without a word about who reads."""

import datetime as dt
import threading
from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client

from articles.models.edition import Edition
from articles.models.reads import Reached, ReadsOnDay
from articles.reader.reads import store, tally
from tests import newsroom
from tests.newsroom import MONDAY
from tests.reader.conftest import Read
from tests.reader.telling import BROWSER, days, steps, tell, where
from tests.tables import changed, nothing_written, tables

pytestmark = pytest.mark.django_db

HERE = "/en/health/the-last-rung/"
DAY = dt.timedelta(days=1)


def nothing_counted() -> bool:
    tally.settle()
    return not ReadsOnDay.objects.exists() and not Reached.objects.exists()


# --- What a page tells ---------------------------------------------------------------------------


def test_page_says_where_it_tells_in_each_language(read: Read) -> None:
    story = newsroom.article()
    english, danish = newsroom.publish(story)
    told = [
        read(address).one("main article.wrap")["data-reads"]
        for address in (HERE, "/da/sundhed/det-nederste-trin/")
    ]
    assert told == [where(story), where(story, language="da")]
    assert told[0].startswith(f"/reads/{english.pk}/3/")
    assert told[1].startswith(f"/reads/{danish.pk}/3/")


def test_a_read_is_counted_for_its_day_and_as_far_as_it_came(read: Read) -> None:
    story = newsroom.article()
    english, danish = newsroom.publish(story)
    address = read(HERE).one("main article.wrap")["data-reads"]
    tell(address, "0-3")
    tell(address, "0-1")
    tell(address, "0-0")
    assert days(story) == {"2026-11-23": 3}
    assert steps(english) == [3, 2, 1, 1]
    assert (days(story, "da"), steps(danish)) == ({}, [])


def test_reading_on_is_no_new_read() -> None:
    story = newsroom.article()
    english, _ = newsroom.publish(story)
    tell(where(story), "0-1")
    tell(where(story), "2-3")
    assert days(story) == {"2026-11-23": 1}
    assert steps(english) == [1, 1, 1, 1]


def test_days_are_copenhagens() -> None:
    story = newsroom.live()
    for hour in (22, 23):  # 23:59 and 00:59 there
        with newsroom.at(MONDAY.replace(hour=hour, minute=59)):
            tell(where(story))
            tally.settle()
    assert days(story) == {"2026-11-23": 1, "2026-11-24": 1}


def test_page_that_was_open_when_a_new_edition_came_counts_for_its_own() -> None:
    story = newsroom.article()
    old, _ = newsroom.publish(story)
    address = where(story)
    newsroom.change(story, headline_en="The lowest rung")
    with newsroom.at(MONDAY + DAY):
        new, _ = newsroom.publish(story)
        tell(address, "0-2")
        tell(where(story), "0-1")
        assert days(story) == {"2026-11-24": 2}
    assert (steps(old), steps(new)) == ([1, 1, 1], [1, 1])


# --- Who asks ------------------------------------------------------------------------------------


def test_answer_says_nothing_and_costs_no_query(django_assert_num_queries: Any) -> None:
    story = newsroom.live()
    address = where(story)
    with django_assert_num_queries(0):
        answer = tell(address)
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer.headers["Cache-Control"] == "no-store"
    assert not answer.cookies
    assert "Vary" not in answer.headers


def test_nothing_but_sums_is_written() -> None:
    story = newsroom.live()
    before = tables()
    tell(where(story), **{"cookie": "diptych-language=en", "x-forwarded-for": "192.0.2.7"})
    tally.settle()
    assert changed(before) == {"readsonday", "reached"}
    written = str([rows for name, rows in tables().items() if "read" in name or "reach" in name])
    assert "192.0.2.7" not in written and "Mozilla" not in written


@pytest.mark.parametrize(
    "headers",
    [
        {"user-agent": ""},
        {"user-agent": "curl/8.5.0"},
        {"user-agent": "python-requests/2.32"},
        {
            "user-agent": "Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X) AppleWebKit/537.36 (KHTML, like"
            " Gecko) Chrome/146.0.0.0 Mobile Safari/537.36 (compatible; Googlebot/2.1;"
            " +http://www.google.com/bot.html)"
        },
        {"user-agent": BROWSER.replace("Chrome/", "HeadlessChrome/")},
        {"user-agent": f"{BROWSER} Chrome-Lighthouse"},
        {"user-agent": "Mozilla/5.0 AppleWebKit/537.36; Bytespider; spider-feedback@example.com"},
        {"user-agent": f"{BROWSER} Applebot/0.1"},
        {"user-agent": f"{BROWSER} ChatGPT-User/1.0"},
        {"sec-purpose": "prefetch;prerender"},
        {"purpose": "prefetch"},
        {"x-moz": "prefetch"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "none"},
    ],
    ids=str,
)
def test_robots_prefetching_and_other_sites_are_left_out(headers: dict[str, str]) -> None:
    story = newsroom.live()
    assert tell(where(story), **headers).status_code == 204
    assert nothing_counted()


@pytest.mark.parametrize(
    "agent",
    [
        BROWSER,
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
        " Version/18.5 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
        " Chrome/146.0.0.0 Safari/537.36 Edg/146.0.0.0",
        "Mozilla/5.0 (Linux; Android 12; CUBOT X50) AppleWebKit/537.36 (KHTML, like Gecko)"
        " Chrome/140.0.0.0 Mobile Safari/537.36",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
        " Mobile/15E148 [FBAN/FBIOS;FBAV/520.0.0.38.101;FBBV/1;FBDV/iPhone15,2]",
    ],
)
def test_readers_are_counted(agent: str) -> None:
    story = newsroom.live()
    tell(where(story), **{"user-agent": agent})
    assert days(story) == {"2026-11-23": 1}


def test_browser_that_says_nothing_of_where_it_asks_from_is_counted() -> None:
    story = newsroom.live()
    Client().post(where(story), "0-3", content_type="text/plain", headers={"user-agent": BROWSER})
    assert days(story) == {"2026-11-23": 1}


def test_staff_is_not_known_from_others(client: Client, admin_user: Any) -> None:
    story = newsroom.live()
    client.force_login(admin_user)
    address = where(story)
    for body in ("0-1", "0-2"):
        answer = client.post(
            address, body, content_type="text/plain", headers={"user-agent": BROWSER}
        )
        assert (answer.status_code, len(answer.cookies)) == (204, 0)
    assert days(story) == {"2026-11-23": 2}


# --- What is not true ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        "",
        "0",
        "0-",
        "-3",
        "3-1",
        "0-4",
        "0-999",
        "00-3",
        "0-03",
        "0-3 ",
        "0-3\n",
        "0–3",
        "٠-٣",
        "0-3,0-3",
        "0-1e1",
        "0-3" + " " * 100_000,
        b"\x00\xff\xfe",
        b"\xff" * 3_000_000,
        '{"reads": 1000}',
    ],
    ids=lambda body: repr(body[:12]),
)
def test_anything_else_than_steps_of_that_edition_is_nothing(body: str | bytes) -> None:
    story = newsroom.live()
    answer = tell(where(story), body)
    assert (answer.status_code, answer.content) == (204, b"")
    assert nothing_counted()


@pytest.mark.parametrize("method", ["get", "head", "put", "delete", "patch", "options"])
def test_only_post(client: Client, method: str) -> None:
    story = newsroom.live()
    answer = getattr(client, method)(where(story), headers={"user-agent": BROWSER})
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "POST"
    assert answer.headers["Cache-Control"] == "no-store"
    assert nothing_counted()


def test_address_that_no_page_has_is_not_counted() -> None:
    story = newsroom.live()
    number, sign = where(story).removeprefix("/reads/").split("/3/")
    for address in (
        f"/reads/{int(number) + 1}/3/{sign}",
        f"/reads/{number}/30/{sign}",
        f"/reads/{number}/3/{sign[::-1]}",
    ):
        assert tell(address, "0-3").status_code == 204
        assert not tally._told
    assert tell(f"/reads/{number}/3/").status_code == 405  # no address of ours: pages only show
    assert tell("/reads/").status_code == 405


def test_what_is_not_live_is_not_counted() -> None:
    scheduled, gone, english = (
        newsroom.article("Soon", "Snart"),
        newsroom.article("Gone", "Væk"),
        newsroom.article("English", "Engelsk"),
    )
    newsroom.publish(scheduled, at=MONDAY + DAY)
    newsroom.publish(gone)
    newsroom.publish(english)
    with newsroom.at(MONDAY + DAY / 2):
        newsroom.withdraw(gone)
        newsroom.withdraw(english, "da")
        for story in (scheduled, gone, english):
            for language in ("en", "da"):
                tell(where(story, language=language))
        tally.settle()
    assert set(ReadsOnDay.objects.values_list("article", "language")) == {(english.pk, "en")}
    assert set(Reached.objects.values_list("edition__article", "edition__language")) == {
        (english.pk, "en")
    }


def test_cancelled_edition_is_not_counted() -> None:
    story = newsroom.live()
    newsroom.publish(story, at=MONDAY + DAY)
    later = story.editions.filter(language="en").latest("number")
    tally.add(later.pk, range(2))
    assert nothing_counted()


def test_preview_tells_nobody(admin_client: Client) -> None:
    story = newsroom.live()
    edition = Edition.objects.get(article=story, language="en")
    for address in (
        f"/admin/articles/article/{story.pk}/preview/en/",
        f"/admin/articles/article/{story.pk}/editions/{edition.pk}/",
    ):
        page = admin_client.get(address).content.decode()
        assert "The last rung" in page
        assert "data-reads" not in page


# --- Off -----------------------------------------------------------------------------------------


def test_switched_off_no_page_tells_and_nobody_listens(
    client: Client, read: Read, settings: Any
) -> None:
    story = newsroom.live()
    address = where(story)
    settings.COUNT_READS = False
    assert "data-reads" not in read(HERE).one("main article.wrap").attributes
    assert tell(address).status_code == 404
    assert client.get(address).status_code == 404
    assert nothing_counted()


# --- Many at once, and a database that is away ---------------------------------------------------


def test_a_flood_fills_no_more_memory_than_it_may_and_what_is_known_is_counted_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tally, "MOST", 6)
    first, second = newsroom.article(), newsroom.article("Another", "En anden")
    newsroom.publish(first)
    newsroom.publish(second)
    for _ in range(5):
        tell(where(first), "0-3")
        tell(where(second), "0-3")
    assert len(tally._told) <= 6
    assert (days(first), days(second)) == ({"2026-11-23": 5}, {})


def test_threads_lose_nothing() -> None:
    story = newsroom.article()
    english, _ = newsroom.publish(story)

    def much() -> None:
        for _ in range(500):
            tally.add(english.pk, range(3))

    threads = [threading.Thread(target=much) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert days(story) == {"2026-11-23": 4000}
    assert steps(english) == [4000, 4000, 4000]


def test_what_could_not_be_written_is_written_next_time(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    story = newsroom.article()
    english, _ = newsroom.publish(story)
    tell(where(story), "0-2")

    def locked(*args: Any, **kwargs: Any) -> None:
        raise OperationalError("database is locked")

    with monkeypatch.context() as patch, nothing_written():
        patch.setattr(tally, "write", locked)
        tally.settle()
    assert caplog.messages == ["Reads are kept and will be written later: database is locked"]
    tell(where(story), "0-1")
    assert days(story) == {"2026-11-23": 2}
    assert steps(english) == [2, 2, 1]


def test_a_write_is_whole_or_not_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    story = newsroom.live()
    tell(where(story))
    monkeypatch.setattr(store, "_STEPS", "INSERT INTO nowhere VALUES {rows}")
    with nothing_written():
        tally.settle()


def test_a_write_costs_three_statements_whatever_was_told(django_assert_num_queries: Any) -> None:
    made = [newsroom.article(f"Story {number}", f"Historie {number}") for number in range(12)]
    for story in made:
        newsroom.publish(story)
        tell(where(story), "0-3")
        tell(where(story, language="da"), "0-2")
    newsroom.generation.current()
    with django_assert_num_queries(5):  # one looks, two write, in a savepoint of the test's own
        tally.settle()
    assert ReadsOnDay.objects.count() == 24
