"""The statement of use says what readers could see: no more, no less, and no longer."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.document.build import build
from articles.document.working_copy import WorkingCopy
from articles.models.photo import TakeDown
from articles.publishing.catch_up import catch_up
from articles.publishing.due import due
from articles.publishing.release import release
from articles.publishing.statement import (
    Issued,
    Line,
    MonthLine,
    Span,
    lines_of,
    merged,
    months,
    statement,
    usage,
)
from articles.publishing.take_down import Choice, take_down
from articles.text.languages import LANGUAGES
from tests import newsroom
from tests.document.strategies import WORKING_COPIES
from tests.newsroom import MONDAY
from tests.publishing.facts import DAY, HOUR, SECOND

NOVEMBER = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
DAYS = st.integers(0, 90).map(lambda days: NOVEMBER - 10 * DAY + days * DAY)
SPANS = st.tuples(DAYS, DAYS).map(sorted).map(tuple)

# --- Pure ----------------------------------------------------------------------------------------


def visible(working: WorkingCopy, language: str, at: dt.datetime) -> set[tuple[int, int]]:
    """(photo, slide) that readers of that document see, said once more and simply; 0: the lead."""
    document = build(working, language)
    found = set()
    for number, facts in enumerate((document.lead, *(s.photo for s in document.slides))):
        for each in (facts, facts.substitute if facts else None):
            if each and (not each.expires_at or dt.datetime.fromisoformat(each.expires_at) > at):
                found.add((each.id, number))
                break
    return found


@given(WORKING_COPIES, st.sampled_from(LANGUAGES), SPANS, DAYS)
def test_at_every_moment_it_names_what_readers_see(
    working: WorkingCopy, language: str, span: Span, at: dt.datetime
) -> None:
    issued = Issued(build(working, language), "https://x.example/", span)
    told = set()
    for line in lines_of(issued, None, {}):
        assert span[0] <= line.start < (line.until or span[1]) <= span[1]
        if line.until and line.start <= at < line.until:
            told |= {(line.photo, number) for number in line.slides}
            told |= {(line.photo, 0)} if line.is_lead else set()
    assert told == (visible(working, language, at) if span[0] <= at < span[1] else set())


@given(WORKING_COPIES, st.lists(SPANS, max_size=3), DAYS)
def test_never_within_a_take_down(working: WorkingCopy, taken: list[Span], at: dt.datetime) -> None:
    issued = Issued(build(working, "en"), "https://x.example/", (NOVEMBER, NOVEMBER + 40 * DAY))
    down = dict.fromkeys(range(1, 6), taken)
    is_down = any(start <= at < end for start, end in taken)

    def told(spans: Any) -> set[int]:
        lines = lines_of(issued, None, spans)
        return {line.photo for line in lines if line.start <= at < (line.until or at)}

    assert told(down) == (set() if is_down else told({}))


def a_line(first: int, last: int | None, **fields: Any) -> Line:
    values: dict[str, Any] = {
        "photo": 1,
        "article": 7,
        "language": "en",
        "headline": f"As of {first}",
        "address": "https://x.example/en/a/b/",
        "slides": (first,),
        "is_lead": False,
        "credit": "Photo: Signe Brandt/Kystfoto",
        "start": MONDAY + first * DAY,
        "until": None if last is None else MONDAY + last * DAY,
        "agency": "Kystfoto",
    }
    return Line(**{**values, **fields})


@pytest.mark.parametrize(
    "other",
    [
        {"credit": "Photo: Kystfoto"},
        {"address": "https://x.example/en/a/c/"},
        {"language": "da"},
        {"article": 8},
        {"photo": 2},
    ],
)
def test_editions_are_one_line_only_at_one_address_and_under_one_credit(other: Any) -> None:
    now = MONDAY + 9 * DAY
    one, two = a_line(1, 2), a_line(2, 4, is_lead=True)
    together = replace(two, start=one.start, slides=(1, 2))
    assert merged([two, one], now) == (together,)
    assert set(merged([one, replace(two, **other)], now)) == {one, replace(two, **other)}
    later = a_line(3, 4)
    assert merged([one, later], now) == (one, later)


def test_what_has_not_ended_yet_is_open() -> None:
    now = MONDAY + 3 * DAY
    assert merged([a_line(1, 4)], now) == (a_line(1, None),)
    assert merged([a_line(1, 3)], now) == (a_line(1, 3),)
    assert merged([a_line(4, 5)], now) == months([a_line(4, 5)], now) == ()


def test_months_are_copenhagens_and_count_each_thing_once() -> None:
    midnight = dt.datetime(2026, 10, 31, 23, tzinfo=dt.UTC)  # winter time: November begins there
    lines = [
        a_line(0, None, start=midnight - SECOND, until=midnight + SECOND),
        a_line(0, None, start=midnight, until=midnight + SECOND, photo=2, language="da"),
        a_line(0, None, start=midnight, until=None, article=8, agency="Nordlys"),
    ]
    assert months(lines, MONDAY + 10 * DAY) == (
        MonthLine("Kystfoto", dt.date(2026, 10, 1), 1, 1, 1),
        MonthLine("Kystfoto", dt.date(2026, 11, 1), 2, 1, 2),
        MonthLine("Nordlys", dt.date(2026, 11, 1), 1, 1, 1),
        MonthLine("Nordlys", dt.date(2026, 12, 1), 1, 1, 1),
    )


# --- From the database ---------------------------------------------------------------------------

database = pytest.mark.usefixtures("desk_language", "monday")


@database
def test_a_whole_statement() -> None:
    """Published, credited anew, moved, expired: with another photo until and from then."""
    photo, other = newsroom.photo(), newsroom.photo()
    article = newsroom.article(slides=2)
    newsroom.change(article.slides.all()[1], photo=photo)
    newsroom.publish(article, "en")
    newsroom.change(photo, byline="Signe B. Brandt")
    due([photo])
    with newsroom.at(MONDAY + DAY):
        catch_up()
    newsroom.change(photo, expires_at=MONDAY + 3 * DAY, substitute=other)
    due([photo])
    with newsroom.at(MONDAY + 2 * DAY):
        catch_up()
    line = Line(
        photo=photo.pk,
        article=article.pk,
        language="en",
        headline="The last rung",
        address="http://127.0.0.1:8000/en/health/the-last-rung/",
        slides=(2,),
        is_lead=False,
        credit="Photo: Signe Brandt/Kystfoto",
        start=MONDAY,
        until=MONDAY + DAY,
        agency="Kystfoto",
    )
    corrected = replace(line, credit="Photo: Signe B. Brandt/Kystfoto", start=MONDAY + DAY)
    stands_in = replace(line, photo=other.pk, start=MONDAY + 3 * DAY, until=None)
    assert statement(photo, as_of=MONDAY + 9 * DAY) == (
        line,
        replace(corrected, until=MONDAY + 3 * DAY),
    )
    assert statement(photo, as_of=MONDAY + 2 * DAY) == (line, replace(corrected, until=None))
    assert statement(other, as_of=MONDAY + 9 * DAY) == (stands_in,)
    assert statement(other, as_of=MONDAY + 2 * DAY) == ()


@database
def test_a_take_down_ends_it_and_what_comes_after_a_release_counts_again() -> None:
    article = newsroom.article()
    photo = article.slides.all()[1].photo
    assert photo
    [old] = newsroom.publish(article, "en")
    with newsroom.at(MONDAY + HOUR):
        row = take_down(photo=photo, by=None, reason="", default=Choice("none"))
    TakeDown.objects.update(at=MONDAY + HOUR - SECOND)  # the page followed a second later
    assert [(each.start, each.until) for each in statement(photo, as_of=MONDAY + DAY)] == [
        (MONDAY, MONDAY + HOUR - SECOND)
    ]
    with newsroom.at(MONDAY + DAY):
        release(take_down=row, by=None)
        newsroom.change(article.slides.all()[1], photo=photo)
        photo.refresh_from_db()
        newsroom.change(photo, work="ready")
        newsroom.publish(article, "en")
    spans = [(each.start, each.until) for each in statement(photo, as_of=MONDAY + 2 * DAY)]
    assert spans == [(MONDAY, MONDAY + HOUR - SECOND), (MONDAY + DAY, None)]
    assert old


@database
def test_what_nobody_saw_is_no_use(django_assert_num_queries: Any) -> None:
    article = newsroom.article()
    photo = article.slides.all()[1].photo
    assert photo
    newsroom.publish(article, "en")
    newsroom.publish(article, "en")  # at the same instant: the first was never seen
    newsroom.publish(article, "da", at=MONDAY + DAY)
    with django_assert_num_queries(2):
        [line] = statement(photo, as_of=MONDAY + HOUR)
    assert (line.language, line.start, line.until) == ("en", MONDAY, None)


@database
def test_use_of_each_credit_in_each_month() -> None:
    article = newsroom.live(slides=2)
    with newsroom.at(MONDAY + 10 * DAY):
        newsroom.withdraw(article, "da")
        found = usage(since=dt.date(2026, 11, 20), until=dt.date(2027, 3, 1))
        december = usage(since=dt.date(2026, 12, 24), until=dt.date(2026, 12, 24))
    assert found == (
        MonthLine("Kystfoto", dt.date(2026, 11, 1), 2, 1, 2),
        MonthLine("Kystfoto", dt.date(2026, 12, 1), 2, 1, 2),
    )
    assert december == found[1:]
