"""Measure the storyboard of a long article: its queries, the server's time, its bytes.

Thirty slides with photos and ten "also read" links, as an editor opens it; on SQLite in
development's settings this is to stay below 25 queries, 500 ms and 400 KB.
"""

import gzip
import statistics
import time
from collections.abc import Iterator
from typing import Final

SLIDES: Final = 30
LINKS: Final = 10
HEADLINE: Final = "Thirty steps along the coast"


def measure(rounds: int) -> Iterator[str]:
    """The report, line by line; of at most 30 requests."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from articles.models.staff import User

    client = Client(SERVER_NAME="127.0.0.1", headers={"accept-encoding": "gzip"})
    client.force_login(User.objects.get(username="chief"))
    address = f"/admin/articles/article/{prepare()}/change/"
    client.get(address)  # templates compiled, connection open
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
    queries = len(captured)  # the next request forgets them
    if response.status_code != 200:
        raise SystemExit(f"{address} answered {response.status_code}")
    sent = response.content
    plain = gzip.decompress(sent) if response.get("Content-Encoding") == "gzip" else sent
    times = []
    for _ in range(min(rounds, 30)):
        began = time.perf_counter()
        client.get(address)
        times.append((time.perf_counter() - began) * 1000)
    yield f"storyboard      {SLIDES} slides, {LINKS} links"
    yield f"queries         {queries}"
    yield f"server          median {statistics.median(times):.0f} ms, worst {max(times):.0f} ms"
    yield f"bytes           {len(sent)} sent, {len(plain)} plain"


def prepare() -> int:
    """The id of the long article in the bench's own newsroom, made once from the demo's photos."""
    from articles.models.article import Article, CrossLink, Slide
    from articles.models.newsroom import Topic
    from articles.models.photo import Photo
    from articles.text.ranks import spread

    made = Article.objects.filter(headline_en=HEADLINE).first()
    if made is not None:
        return made.pk
    texts = {"headline_en": HEADLINE, "headline_da": "Tredive skridt langs kysten"}
    made = Article.objects.create(topic=Topic.objects.first(), **texts)
    photos = list(Photo.objects.all()[:SLIDES])
    for number, order in enumerate(spread(SLIDES)):
        Slide.objects.create(
            article=made,
            order=order,
            photo=photos[number % len(photos)],
            heading_en=f"Step {number + 1} of the way",
            heading_da=f"Trin {number + 1} på vejen",
            body_en=f"<p>{'The sea takes a little more every winter. ' * 9}</p>",
            body_da=f"<p>{'Havet tager lidt mere hver vinter. ' * 9}</p>",
            caption_en="The beach seen from the south.",
            caption_da="Stranden set fra syd.",
        )
    slides = list(made.slides.all())
    others = Article.objects.exclude(pk=made.pk)[:LINKS]
    for number, (order, other) in enumerate(zip(spread(LINKS), others, strict=False)):
        CrossLink.objects.create(article=made, after=slides[number * 3], target=other, order=order)
    return made.pk
