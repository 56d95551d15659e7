"""How long a search takes among 100,000 Editions.

`python -m bench.search` on SQLite, `--postgres` on the server of TEST_POSTGRES_URL or one of its own.
The newsroom is made up and stays in .cache/bench (that of PostgreSQL goes with its server): 50,000
articles in both languages, their words as frequent as words are. Each kind of query is asked for
different words, in turns; "page" is the whole answer, made by this process without any cache.
"""

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final
from urllib.parse import parse_qsl

from bench.newsroom import Words

HOME: Final = Path(__file__).resolve().parent.parent / ".cache" / "bench"
ARTICLES: Final = 50_000
ROUNDS: Final = 20
Kind = Callable[[Random, Words], str]


@dataclass(frozen=True, slots=True)
class Cost:
    """Milliseconds: median and worst of the search itself, the median that this process worked for it
    (on SQLite that is all; a busy machine adds waiting), median of the page; and how much it found."""

    median: float
    worst: float
    work: float
    page: float
    found: int


def _within(first: int, last: int) -> Kind:
    """A word of that rank, the commonest being 0."""
    return lambda chance, words: words.ranked[chance.randrange(first, min(last, len(words.ranked)))]


def _together(*kinds: Kind) -> Kind:
    return lambda chance, words: " ".join(kind(chance, words) for kind in kinds)


def _misspelt(chance: Random, words: Words) -> str:
    word = next(
        w for w in iter(lambda: words.ranked[chance.randrange(2000, 9000)], "") if len(w) > 6
    )
    at = chance.randrange(2, len(word) - 1)
    return f"{word[:at]}q{word[at + 1 :]}"


# Of each kind: what is typed, and what else the address says.
KINDS: Final[dict[str, tuple[Kind, str]]] = {
    "a rare word": (_within(10_000, 30_000), ""),
    "a common word": (_within(100, 500), ""),
    "one of the commonest": (_within(0, 20), ""),
    "two words": (_together(_within(200, 2000), _within(200, 2000)), ""),
    "five words": (_together(*[_within(50, 500)] * 5), ""),
    "the beginning of a word": (lambda c, w: _within(100, 9000)(c, w)[:4], ""),
    "three letters": (lambda c, w: _within(0, 9000)(c, w)[:3], ""),
    "side by side": (lambda c, w: f'"{_within(0, 40)(c, w)} {_within(0, 40)(c, w)}"', ""),
    "in a topic": (_within(20, 500), "topic=topic-3"),
    "in the past month": (_within(20, 500), "period=month"),
    "in an old year": (_within(20, 500), "period=2012"),
    "in a topic and year": (_within(20, 2000), "topic=topic-5&period=2019"),
    "page 40": (_within(0, 50), "page=40"),
    "a misspelt word": (_misspelt, ""),
    "nonsense": (lambda c, w: "".join(c.choices("bcdfghjklmnpqrstvwxz", k=12)), ""),
    "ten words of nonsense": (
        lambda c, w: " ".join("".join(c.choices("bcdfghjklmnpqr", k=9)) for _ in range(10)),
        "",
    ),
}


def measure(articles: int, rounds: int) -> Iterator[str]:
    """The report, line by line."""
    import django

    django.setup()
    from django.db import connection

    from bench import newsroom

    words = newsroom.build(articles)
    yield f"{connection.vendor}, {newsroom.count():,} Editions; milliseconds, {rounds} queries of each kind"
    yield f"{'':24}{'median':>8}{'worst':>8}{'work':>8}{'page':>8}{'found':>8}"
    for name, (kind, rest) in KINDS.items():
        cost = _cost(words, kind, rest, rounds)
        yield f"{name:24}{cost.median:8.1f}{cost.worst:8.1f}{cost.work:8.1f}{cost.page:8.1f}{cost.found:8}"


def _cost(words: Words, kind: Kind, rest: str, rounds: int) -> Cost:
    from django.test import Client

    from articles.models.generation import current
    from articles.reader import asking, find, searching

    chance = Random(7)  # noqa: S311 - the same each time
    client = Client(SERVER_NAME="127.0.0.1")
    moment = current()
    sections = find.sections("en", moment.as_of)
    taken, worked, pages, found = [], [], [], []
    for turn in range(rounds + 1):
        given = {"q": kind(chance, words), **dict(parse_qsl(rest))}
        asked = asking.read(given, "en")
        began, clock = time.perf_counter(), time.process_time()
        answer, _instead = searching.look(asked, moment, sections)
        middle, work = time.perf_counter(), time.process_time() - clock
        response = client.get("/en/search/", given)
        ended = time.perf_counter()
        if response.status_code != 200:
            raise SystemExit(f"{given} answered {response.status_code}")
        if turn:  # the first opens connections and compiles templates
            taken.append((middle - began) * 1000)
            worked.append(work * 1000)
            pages.append((ended - middle) * 1000)
            found.append(answer.count)
    return Cost(
        median=statistics.median(taken),
        worst=max(taken),
        work=statistics.median(worked),
        page=statistics.median(pages),
        found=int(statistics.median(found)),
    )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=__doc__)
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--postgres", action="store_true", help="on PostgreSQL")
    options = parser.parse_args()
    HOME.mkdir(parents=True, exist_ok=True)
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
    os.environ.setdefault("MEDIA_ROOT", str(HOME / "media"))
    if options.postgres:
        from tests.engines import engine_url

        with engine_url("postgres") as url:
            os.environ["DATABASE_URL"] = url
            _report(options.articles, options.rounds)
    else:
        name = f"search-{options.articles}.sqlite3"
        os.environ["DATABASE_URL"] = f"sqlite:///{HOME / name}"
        _report(options.articles, options.rounds)


def _report(articles: int, rounds: int) -> None:
    for line in measure(articles, rounds):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
