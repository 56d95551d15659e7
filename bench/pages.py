"""Measure one article page: its time beside a constant one, its queries, its bytes."""

import gzip
import http.client
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

import django
from django.core.management import call_command

WARM_UP = 30
PATIENCE = 30.0  # seconds for the server to come up


@dataclass(frozen=True, slots=True)
class Timing:
    """Of one page: median and 95th percentile, in milliseconds."""

    median: float
    p95: float


def measure(rounds: int) -> Iterator[str]:
    """The report, line by line."""
    django.setup()
    prepare()
    address = longest_article()
    body, queries = render(address)
    from bench.urls import CONSTANT

    CONSTANT.write_bytes(body)
    yield f"page            {address}"
    yield f"queries         {queries} (uncached)"
    yield f"bytes           {len(body)} plain, {len(gzip.compress(body, 6))} gzip"
    with served() as port:
        article, constant = race(port, address, rounds)
    yield f"article         median {article.median:.2f} ms, p95 {article.p95:.2f} ms"
    yield f"constant        median {constant.median:.2f} ms, p95 {constant.p95:.2f} ms"
    ratio = article.median / constant.median
    yield f"ratio           {ratio:.2f} ({rounds} requests each, in turns)"


def prepare() -> None:
    """The demo newsroom in the bench's own database."""
    call_command("migrate", verbosity=0, interactive=False)
    call_command("demo", verbosity=0)


def longest_article() -> str:
    """The path of the live article with the most slides."""
    from articles.models.clock import database_now
    from articles.models.edition import Edition
    from articles.models.translated import read

    live = Edition.objects.live(database_now()).select_related("topic")
    longest = max(live, key=lambda edition: (edition.card["slides"], edition.language))
    topic = read(longest.topic, "slug", longest.language)
    return f"/{longest.language}/{topic}/{longest.slug}/"


def render(address: str) -> tuple[bytes, int]:
    """The page as the site makes it in this process, and how many queries that took."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from articles.models.generation import forget

    client = Client(SERVER_NAME="127.0.0.1")
    client.get(address)  # templates compiled, connection open
    forget()
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
    if response.status_code != 200:
        raise SystemExit(f"{address} answered {response.status_code}")
    return response.content, len(queries)


@contextmanager
def served() -> Iterator[int]:
    """The project's server on a free port, for as long as the block lasts."""
    with closing(socket.create_server(("127.0.0.1", 0))) as probe:
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--no-ws", "--workers", "1"]
    command += ["--blocking-threads", "4", "--log-level", "error", "--port", str(port)]
    server = subprocess.Popen([*command, "cms.wsgi:application"])
    try:
        wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait(timeout=10)


def wait_for(port: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise SystemExit("The server did not start.")


def race(port: int, address: str, rounds: int) -> tuple[Timing, Timing]:
    """Ask for the article and the constant page in turns, over one connection."""
    times: dict[str, list[float]] = {address: [], "/bench/constant/": []}
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
        for turn in range(rounds + WARM_UP):
            for path, taken in times.items():
                started = time.perf_counter()
                connection.request("GET", path)
                response = connection.getresponse()
                response.read()
                if response.status != 200:
                    raise SystemExit(f"{path} answered {response.status}")
                if turn >= WARM_UP:
                    taken.append((time.perf_counter() - started) * 1000)
    article, constant = (summary(taken) for taken in times.values())
    return article, constant


def summary(taken: list[float]) -> Timing:
    return Timing(statistics.median(taken), statistics.quantiles(taken, n=20)[-1])
