"""How long the gate takes over an article of thirty slides in both languages.

`python -m bench.gate`: in a process that has just started, the first time and the next; all rules,
and those about language. The article says our own lines (tests/text/tongues), no two alike, for what
was read once is remembered. `--profile` tells where the first time went.
"""

import argparse
import cProfile
import datetime as dt
import gc
import os
import pstats
import subprocess
import sys
from collections.abc import Iterator
from itertools import cycle
from time import process_time
from typing import TYPE_CHECKING, Final

from bench.language import LINES, read_lines

if TYPE_CHECKING:
    from articles.document.schema import Document
    from articles.gate.registry import Rule, World

SLIDES: Final = 30
SENTENCES: Final = 6  # of the text of each slide
_TIMES: Final = 5


def an_article(language: str) -> "Document":
    from articles.document.schema import Document, PhotoFacts, SlideDocument

    lines = cycle(read_lines(LINES / f"{language}.txt"))

    def slide(number: int) -> SlideDocument:
        body = " ".join(f"{next(lines).rstrip('.')}." for _ in range(SENTENCES))
        photo = PhotoFacts(number, 1600, 1067, creator="Signe Brandt", credit="Kystfoto")
        return SlideDocument(
            f"s{number}", next(lines), f"<p>{body}</p>", next(lines), next(lines), photo
        )

    return Document(
        article=1,
        language=language,
        topic=1,
        slug="thirty-slides",
        kicker=next(lines),
        headline=next(lines),
        standfirst=next(lines),
        seo_title=next(lines),
        seo_description=next(lines),
        slides=tuple(slide(number) for number in range(1, SLIDES + 1)),
    )


def both() -> "list[tuple[Document, World]]":
    from articles.gate.registry import World

    english, danish = an_article("en"), an_article("da")
    now = dt.datetime(2026, 11, 23, 12, 0, tzinfo=dt.UTC)
    return [(english, World(now, other=danish)), (danish, World(now, other=english))]


def milliseconds(rules: "tuple[Rule, ...]", pages: "list[tuple[Document, World]]") -> float:
    began = process_time()
    for document, world in pages:
        for rule in rules:
            for finding in rule.findings(document, world):
                str(finding.message)
    return 1000 * (process_time() - began)


def set_up() -> "tuple[tuple[Rule, ...], list[tuple[Document, World]]]":
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
    import django

    django.setup()
    from articles.gate.registry import rules

    found = rules(), both()
    gc.collect()  # else what starting up left behind is collected in the middle of a measurement
    return found


def one_process(only: str) -> tuple[float, float]:
    """Milliseconds for both languages, the first time in this process and the second."""
    rules, pages = set_up()
    chosen = tuple(each for each in rules if each.code.startswith(only))
    return milliseconds(chosen, pages), milliseconds(chosen, pages)


def measure() -> Iterator[str]:
    yield f"{SLIDES} slides of {SENTENCES} sentences, English and Danish; best of {_TIMES} processes"
    for name, only in (("all rules", ""), ("of language", "language.")):
        command = [sys.executable, "-m", "bench.gate", "--one", only]
        ran = [
            subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
            for _ in range(_TIMES)
        ]
        first, again = (min(float(each[at]) for each in ran) for at in (0, 1))
        yield f"{name:12} first {first:6.1f} ms, again {again:6.1f} ms"


def profile() -> None:
    rules, pages = set_up()
    with cProfile.Profile() as taken:
        milliseconds(rules, pages)
    pstats.Stats(taken).sort_stats("tottime").print_stats(40)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.gate", description=__doc__)
    parser.add_argument("--profile", action="store_true", help="where the first time goes")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.profile:
        profile()
    elif options.one is not None:
        sys.stdout.write("{:.1f} {:.1f}\n".format(*one_process(options.one)))
    else:
        for line in measure():
            sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
