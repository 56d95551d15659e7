"""Caches in front are asked to forget what was taken down, until they have."""

import datetime as dt
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from articles.models.clock import database_now
from articles.models.photo import Purge
from articles.photos import purge
from tests import newsroom

pytestmark = pytest.mark.django_db

AVIF = "/media/renditions/ab/0123456789abcdef01234567-800-0123456789.avif"
JPEG = "/media/renditions/ab/0123456789abcdef01234567-800-9876543210.jpg"


class Cache:
    """A cache that answers with `status` and remembers what it was asked to forget."""

    def __init__(self) -> None:
        self.status = 200
        self.heard: list[tuple[str, str, str | None]] = []
        cache = self

        class Handler(BaseHTTPRequestHandler):
            def do_PURGE(self) -> None:
                cache.heard.append((self.command, self.path, self.headers["Host"]))
                self.send_response(cache.status)
                self.send_header("Location", "/elsewhere")
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *args: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"

    def asked(self) -> list[str]:
        return [path for _method, path, _host in self.heard]


@pytest.fixture
def cache(settings: Any) -> Iterator[Cache]:
    made = Cache()
    threading.Thread(target=made.server.serve_forever, args=[0.01], daemon=True).start()
    settings.MEDIA_PURGE_URLS = [f"{made.url}/"]
    settings.SITE_HOST = "news.example"
    yield made
    made.server.shutdown()
    made.server.server_close()


def waiting() -> list[tuple[str, int]]:
    return list(Purge.objects.values_list("path", "tries"))


def test_each_address_is_forgotten_once(cache: Cache) -> None:
    purge.later([AVIF, JPEG, AVIF])
    assert purge.send_due() and not purge.send_due()
    assert cache.heard == [("PURGE", AVIF, "news.example"), ("PURGE", JPEG, "news.example")]
    assert waiting() == []


def test_without_a_cache_nothing_is_noted() -> None:
    purge.later([AVIF])
    assert waiting() == []


def test_an_address_that_it_never_knew_is_forgotten(cache: Cache) -> None:
    cache.status = 404
    purge.later([AVIF])
    purge.send_due()
    assert waiting() == []


@pytest.mark.parametrize("status", [301, 405, 500])
def test_any_other_answer_is_tried_again_with_growing_pauses(cache: Cache, status: int) -> None:
    cache.status = status
    purge.later([AVIF])
    now, pauses = database_now(), []
    for _ in range(3):
        with newsroom.at(now):
            assert purge.send_due() and not purge.send_due()
        due = Purge.objects.get().due_at
        pauses.append((due - now).total_seconds())
        now = due
    assert (cache.asked(), pauses) == ([AVIF] * 3, [2, 4, 8])
    cache.status = 200
    with newsroom.at(now):
        assert purge.send_due()
    assert waiting() == []


def test_one_that_is_down_does_not_keep_the_other_from_forgetting(
    cache: Cache, settings: Any
) -> None:
    settings.MEDIA_PURGE_URLS = ["http://127.0.0.1:9", cache.url]  # nobody listens there
    purge.later([AVIF, JPEG])
    assert purge.send_due()
    assert (cache.asked(), waiting()) == ([AVIF, JPEG], [(AVIF, 1), (JPEG, 1)])


def test_it_is_given_up_in_the_end(cache: Cache, caplog: pytest.LogCaptureFixture) -> None:
    cache.status = 500
    Purge.objects.create(path=AVIF, due_at=database_now(), tries=purge.GIVE_UP - 1)
    purge.send_due()
    assert waiting() == []
    assert f"Gave up asking {cache.url}/ to forget {AVIF}." in caplog.text


def test_asking_again_begins_anew(cache: Cache) -> None:
    Purge.objects.create(path=AVIF, due_at=database_now() + dt.timedelta(hours=1), tries=9)
    purge.later([AVIF])
    assert waiting() == [(AVIF, 0)]
    purge.send_due()
    assert cache.asked() == [AVIF]
