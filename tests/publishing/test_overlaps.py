"""The database by itself: whatever writes to it, no two Editions are live at once."""

import datetime as dt
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from articles.models.article import Article
from articles.models.edition import Edition
from articles.publishing.publish import publish
from tests import newsroom
from tests.newsroom import MONDAY
from tests.publishing.facts import HOUR
from tests.tables import rows

pytestmark = pytest.mark.usefixtures("monday")


def instant(hours: float | None) -> Any:
    if hours is None:
        return None
    return connection.ops.adapt_datetimefield_value(MONDAY + hours * HOUR)


def copy(edition: Edition, **columns: Any) -> None:
    """Insert a row like that of `edition`, by hand, with other `columns`."""
    own = {field.get_attname() for field in Edition._meta.fields} - {"id", *columns}
    names, kept = ", ".join([*columns, *own]), ", ".join(own)
    places = ", ".join(["%s"] * len(columns))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO articles_edition ({names}) "
            f"SELECT {places}, {kept} FROM articles_edition WHERE id = %s",
            [*columns.values(), edition.pk],
        )


def change(edition: Edition, **columns: Any) -> None:
    assignments = ", ".join(f"{name} = %s" for name in columns)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE articles_edition SET {assignments} WHERE id = %s",
            [*columns.values(), edition.pk],
        )


def lifetime(begin: float, end: float | None) -> dict[str, Any]:
    return {"live_from": instant(begin), "live_until": instant(end)}


@pytest.fixture
def article(db: None) -> Article:
    return newsroom.article()


@pytest.fixture
def held(article: Article) -> Edition:
    """Live from two to four hours after noon."""
    [edition] = publish(article=article, languages=["en"], by=None)
    change(edition, **lifetime(2, 4))
    return edition


OVERLAPPING = [(2, 4), (1, 3), (3, 5), (1, 5), (2.5, 3.5), (3, None), (0, None), (1, 2.0001)]
APART = [(0, 2), (4, 5), (4, None), (3, 3), (2, 2), (4, 4), (0, 1)]


@pytest.mark.parametrize(("begin", "end"), OVERLAPPING)
def test_an_overlap_can_not_be_inserted(held: Edition, begin: float, end: float | None) -> None:
    before = rows("articles_edition")
    with pytest.raises(DatabaseError, match="edition_lifetimes_apart"):
        copy(held, number=2, **lifetime(begin, end))
    assert rows("articles_edition") == before


@pytest.mark.parametrize(("begin", "end"), APART)
def test_lifetimes_apart_can(held: Edition, begin: float, end: float | None) -> None:
    copy(held, number=2, **lifetime(begin, end))
    assert len(rows("articles_edition")) == 2


@pytest.mark.parametrize(("begin", "end"), OVERLAPPING)
def test_an_overlap_can_not_come_by_a_change(
    held: Edition, begin: float, end: float | None
) -> None:
    copy(held, number=2, **lifetime(8, 9))
    second = Edition.objects.get(number=2)
    with pytest.raises(DatabaseError, match="edition_lifetimes_apart"):
        change(second, **lifetime(begin, end))
    change(second, **lifetime(5, None))


def test_a_cancelled_one_overlaps_nothing_until_it_is_called_back(held: Edition) -> None:
    copy(held, number=2, cancelled_at=instant(0), **lifetime(2, 4))
    with pytest.raises(DatabaseError, match="edition_lifetimes_apart"):
        change(Edition.objects.get(number=2), cancelled_at=None)


def test_the_other_language_and_other_articles_are_apart(held: Edition) -> None:
    copy(held, language="da", **lifetime(2, 4))
    copy(held, article_id=newsroom.article("Other", "Anden").pk, **lifetime(2, 4))
    assert len(rows("articles_edition")) == 3


def test_neighbouring_articles_and_languages_do_not_share_a_key(held: Edition) -> None:
    neighbours = [newsroom.article(f"N{number}", f"N{number}") for number in range(3)]
    for neighbour in neighbours:
        for language in ("en", "da"):
            copy(held, article_id=neighbour.pk, language=language, **lifetime(2, 4))
    assert len(rows("articles_edition")) == 7


def test_to_the_microsecond(held: Edition) -> None:
    micro = dt.timedelta(microseconds=1) / HOUR
    with pytest.raises(DatabaseError, match="edition_lifetimes_apart"):
        copy(held, number=2, **lifetime(0, 2 + micro))
    copy(held, number=2, **lifetime(4, 4 + micro))
    with pytest.raises(DatabaseError, match="edition_lifetimes_apart"):
        copy(held, number=3, **lifetime(4, None))


def test_no_edition_ends_before_it_begins(held: Edition) -> None:
    with pytest.raises(DatabaseError):
        change(held, **lifetime(4, 3))


def test_a_number_is_given_once(held: Edition) -> None:
    with pytest.raises(DatabaseError):
        copy(held, **lifetime(5, 6))


HOURS = st.sampled_from([0, 0.0001, 1, 1.5, 2, 3])
LIFETIMES = st.lists(
    st.tuples(HOURS, st.none() | HOURS).filter(lambda pair: pair[1] is None or pair[0] <= pair[1]),
    min_size=1,
    max_size=6,
)


@given(LIFETIMES)
def test_whatever_is_written_no_two_are_live_at_once(lifetimes: list[Any]) -> None:
    """The same rows are taken as by a plain comparison of intervals."""
    with transaction.atomic():
        article = newsroom.article(slides=1)
        [first] = publish(article=article, languages=["en"], by=None)
        change(first, **lifetime(-2, -1))
        taken: list[tuple[float, float]] = []
        for number, (begin, end) in enumerate(lifetimes, 2):
            until = 99 if end is None else end
            clash = until > begin and any(begin < e and b < until for b, e in taken if e > b)
            try:
                copy(first, number=number, **lifetime(begin, end))
            except DatabaseError:
                assert clash
            else:
                assert not clash
                taken.append((begin, until))
        transaction.set_rollback(True)
