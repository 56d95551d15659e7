"""A reader's browser as the counting of reads sees it."""

from typing import Any

from django.test import Client

from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.reads import Reached, ReadsOnDay
from articles.reader.reads import beacon, ranking, tally

BROWSER = (
    "Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko)"
    " Chrome/146.0.0.0 Mobile Safari/537.36"
)


def tell(address: str, body: str | bytes = "0-3", **headers: str) -> Any:
    """What the script of a page sends when it is left; the answer."""
    return Client().post(
        address,
        body,
        content_type="text/plain;charset=UTF-8",
        headers={"user-agent": BROWSER, "sec-fetch-site": "same-origin", **headers},
    )


def read(article: Article, times: int = 1, *, language: str = "en", as_far_as: int = 3) -> None:
    """`article` is read so often as of now, and the sums are written."""
    edition = article.editions.filter(language=language).latest("number")
    for _ in range(times):
        tally.add(edition.pk, range(as_far_as + 1))
    tally.settle()
    ranking.forget()


def where(article: Article, *, language: str = "en") -> str:
    """Where the page of the newest Edition tells."""
    edition = article.editions.filter(language=language).latest("number")
    return beacon.address(edition.pk, len(edition.document["slides"]))


def days(article: Article, language: str = "en") -> dict[str, int]:
    """{day: reads}, as written by now."""
    tally.settle()
    rows = ReadsOnDay.objects.filter(article=article, language=language)
    return {str(day): reads for day, reads in rows.values_list("day", "reads")}


def steps(edition: Edition) -> list[int]:
    """Reads by step, as written by now: the page, slide 1, slide 2, …"""
    tally.settle()
    rows = Reached.objects.filter(edition=edition).order_by("step")
    assert [row.step for row in rows] == list(range(len(rows)))
    return [row.reads for row in rows]
