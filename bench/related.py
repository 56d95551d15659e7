"""Measure what relating costs: `python -m bench.related [--editions 10000]`.

A crowd of made-up live Editions of one language, each with its gist; then one article of the demo is
published among them, several times. Below 100 ms of that may be for what is related. The archive's
pages, which count over all Editions, are measured on the same crowd.
"""

import argparse
import datetime as dt
import os
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final

HOME = Path(__file__).resolve().parent.parent / ".cache" / "bench"
SLIDES: Final = 10
_DAYS: Final = 3_000
_ROUNDS: Final = 15


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.related", description=__doc__)
    parser.add_argument("--editions", type=int, default=10_000)
    editions = parser.parse_args().editions
    HOME.mkdir(parents=True, exist_ok=True)
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{HOME / f'related-{editions}.sqlite3'}")
    os.environ.setdefault("MEDIA_ROOT", str(HOME / "media"))
    import django

    django.setup()
    for line in measure(editions):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()


def measure(editions: int) -> Iterator[str]:
    """The report, line by line."""
    from django.core.management import call_command
    from django.db import transaction
    from django.test import Client

    from articles.document.serialise import load
    from articles.models.edition import Edition
    from articles.publishing.related import candidates, relate, subject

    call_command("migrate", verbosity=0, interactive=False)
    call_command("demo", verbosity=0)
    crowd(editions)
    live = Edition.objects.filter(language="en").exclude(slug__startswith="crowd-")
    edition = live.order_by("-pk")[0]
    document = load(edition.document)
    mine = subject(document, edition.first_live_from)

    def anew() -> None:
        with transaction.atomic():
            relate(edition, document)

    yield f"editions        {Edition.objects.filter(language='en').count()} in English"
    yield f"compared with   {len(candidates(mine, 'en'))}"
    yield f"gist            {told(lambda: subject(document, edition.first_live_from))}"
    yield f"relate          {told(anew)}"
    client = Client(SERVER_NAME="127.0.0.1")
    for name, address in pages(edition).items():
        yield f"{name:<16}{told(partial(fetched, client, address))}"


def pages(edition: Any) -> dict[str, str]:
    from articles.models.newsroom import Topic
    from articles.models.translated import read

    topic = read(Topic.objects.get(pk=edition.topic_id), "slug", "en")
    return {
        "article": f"/en/{topic}/{edition.slug}/",
        "archive": "/en/archive/",
        "month": f"/en/archive/{dt.datetime.now(dt.UTC) - dt.timedelta(days=60):%Y/%m}/",
        "person": "/en/people/maja-holt/",
        "corrections": "/en/corrections/",
    }


def fetched(client: Any, address: str) -> None:
    from articles.models.generation import forget

    forget()
    response = client.get(address)
    if response.status_code != 200:
        raise SystemExit(f"{address} answered {response.status_code}")


def told(act: Callable[[], Any]) -> str:
    """By the processor's clock too, which a busy machine troubles less."""
    act()
    times, worked = [], []
    for _ in range(_ROUNDS):
        began, at_work = time.perf_counter(), time.process_time()
        act()
        worked.append((time.process_time() - at_work) * 1000)
        times.append((time.perf_counter() - began) * 1000)
    return f"median {statistics.median(times):.1f} ms, at work {statistics.median(worked):.1f} ms"


def crowd(count: int) -> None:
    """`count` live Editions in English, made once; their words as unevenly spread as people's."""
    from articles.document.serialise import dump, load
    from articles.models.article import Article
    from articles.models.beside import EditionByline, Gist
    from articles.models.edition import Edition
    from articles.models.newsroom import Contributor, Topic
    from articles.publishing.related import subject
    from articles.text.lexicon import section

    there = Edition.objects.filter(slug__startswith="crowd-").count()
    if there >= count:
        return
    chance = random.Random(there)  # noqa: S311 - a crowd is no secret
    words = list(section("en", "common"))
    chance.shuffle(words)
    weights = [1 / (place + 10) for place in range(len(words))]
    topics = list(Topic.objects.values_list("pk", flat=True))
    maja = Contributor.objects.get(slug="maja-holt")
    like = Edition.objects.filter(language="en").order_by("pk")[0]
    now = dt.datetime.now(dt.UTC)

    def text(length: int) -> str:
        return " ".join(chance.choices(words, weights, k=length))

    for start in range(there, count, 500):
        articles = Article.objects.bulk_create(
            Article(headline_en=f"Crowd {number}", topic_id=chance.choice(topics))
            for number in range(start, min(start + 500, count))
        )
        editions, gists = [], []
        for article in articles:
            data = {**like.document, "article": article.pk, "topic": article.topic_id}
            data |= {"headline": text(7), "standfirst": text(20), "links": [], "notices": []}
            data["slides"] = [
                {**like.document["slides"][0], "key": f"k{n}", "heading": text(4), "body": text(60)}
                for n in range(SLIDES)
            ]
            document = load(data)
            at = now - dt.timedelta(days=chance.random() * _DAYS)
            editions.append(edition_like(like, article, dump(document), at))
            mine = subject(document, at)
            gists.append(
                Gist(
                    article=article,
                    language="en",
                    topic_id=mine.topic,
                    published=at,
                    is_paid=False,
                    terms=mine.terms,
                    sources=sorted(mine.sources),
                    links=[],
                )
            )
        Edition.objects.bulk_create(editions)
        Gist.objects.bulk_create(gists)
        EditionByline.objects.bulk_create(
            EditionByline(edition=edition, contributor=maja, role="text", position=0)
            for edition in editions[::10]
        )


def edition_like(like: Any, article: Any, document: Any, at: dt.datetime) -> Any:
    from articles.models.edition import Edition

    return Edition(
        article=article,
        language="en",
        number=1,
        topic_id=article.topic_id,
        slug=f"crowd-{article.pk}",
        document=document,
        card={**like.card, "headline": document["headline"], "standfirst": document["standfirst"]},
        schema=like.schema,
        digest=like.digest,
        kind="first",
        published_at=at,
        live_from=at,
        first_live_from=at,
        modified_at=at,
    )


if __name__ == "__main__":
    main()
