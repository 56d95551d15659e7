"""What the gate is told of an article's photos: their work, take-downs, likeness and wear."""

from typing import Any

import pytest

from articles.document.build import build
from articles.document.schema import Document
from articles.models.article import Article
from articles.models.photo import Photo
from articles.publishing.issue import judge, world
from articles.publishing.snapshot import working_copy
from tests import newsroom
from tests.newsroom import MONDAY
from tests.publishing.facts import DAY

pytestmark = pytest.mark.usefixtures("desk_language", "monday")


def photos(article: Article) -> list[Photo]:
    return [slide.photo for slide in article.slides.all() if slide.photo]


def document(article: Article) -> Document:
    return build(working_copy(article), "en")


def test_where_each_photos_work_stands() -> None:
    article = newsroom.article(slides=4)
    for photo, work in zip(photos(article), Photo.Work.values, strict=True):
        newsroom.change(photo, work=work)
    waiting, working, _ready, failed = (photo.pk for photo in photos(article))
    found = world(article, document(article), MONDAY)
    assert (found.in_work, found.failed) == ({waiting, working}, {failed})


def test_what_was_taken_down_is_nothing_else() -> None:
    article = newsroom.article()
    gone = photos(article)[1]
    newsroom.change(gone, work="waiting", taken_down_at=MONDAY)
    findings = judge(article, document(article), MONDAY)
    assert [finding.code for finding in findings] == ["photo.taken_down"]


@pytest.mark.parametrize(
    ("first", "second", "is_alike"),
    [
        ("0123456789abcdef", "0123456789abcdef", True),
        ("0123456789abcdef", "0123456789abcdd0", True),
        ("0123456789abcdef", "f123456789abc000", False),
        ("", "", False),
    ],
)
def test_pictures_that_look_alike(first: str, second: str, is_alike: bool) -> None:
    article = newsroom.article(slides=3)
    one, two, _third = photos(article)
    newsroom.change(one, phash=first)
    newsroom.change(two, phash=second)
    expected = {frozenset((one.pk, two.pk))} if is_alike else set()
    assert world(article, document(article), MONDAY).similar == expected


def test_other_articles_of_thirty_days() -> None:
    article = newsroom.article()
    photo = photos(article)[1]
    newsroom.publish(article)
    others = [newsroom.article(f"N{number}", f"M{number}", slides=1) for number in range(4)]
    for other in others:
        newsroom.change(other.slides.get(), photo=photo)
    newsroom.publish(others[0])
    newsroom.publish(others[1], "en")
    newsroom.withdraw(others[1], "en")
    newsroom.publish(others[2], "en", at=MONDAY + DAY)
    counts = [
        world(article, document(article), MONDAY + days * DAY).often.get(photo.pk, 0)
        for days in (0, 1, 30, 31)
    ]
    assert counts == [2, 3, 2, 2]


def test_five_queries_whatever_hangs_on_it(django_assert_num_queries: Any) -> None:
    article = newsroom.article(slides=12, lead_photo=newsroom.photo())
    frozen = document(article)
    with django_assert_num_queries(5):
        judge(article, frozen, MONDAY)
