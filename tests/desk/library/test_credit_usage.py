"""What was shown of each credit in a month: on the screen, and as a table that adds up."""

import csv
import datetime as dt
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.desk.photos.credit_usage import CreditUse, Month, usage
from articles.desk.spreadsheet import sheet
from articles.models.photo import ImageCredit, Photo
from articles.publishing.statement import Line
from tests import newsroom
from tests.cast import Cast
from tests.desk.desk import Desk, Page
from tests.desk.library.shelves import LIBRARY

USAGE = f"{LIBRARY}credits/"
NOVEMBER = Month(2026, 11)


def line(start: str, until: str | None = None, **fields: object) -> Line:
    values = {
        "photo": 1,
        "article": 1,
        "language": "en",
        "headline": "Story",
        "address": "/en/x/",
        "slides": (1,),
        "is_lead": False,
        "credit": "Photo: Ida/AFP",
        "agency": "AFP",
        **fields,
    }
    end = dt.datetime.fromisoformat(until) if until else None
    return Line(**values, start=dt.datetime.fromisoformat(start), until=end)  # type: ignore[arg-type]


def in_november(*lines: Line) -> list[CreditUse]:
    return usage(lines, start=NOVEMBER.start, end=NOVEMBER.end)


# --- Reckoning -----------------------------------------------------------------------------------


def test_a_month_is_copenhagens() -> None:
    assert NOVEMBER.start == dt.datetime(2026, 10, 31, 23, tzinfo=dt.UTC)
    assert NOVEMBER.end == dt.datetime(2026, 11, 30, 23, tzinfo=dt.UTC)
    assert (str(NOVEMBER.shifted(2)), str(NOVEMBER.shifted(-11))) == ("2027-01", "2025-12")


def test_only_what_was_seen_within_the_month_counts() -> None:
    found = in_november(
        line("2026-10-01T00:00Z", "2026-10-31T23:00Z", photo=1),  # ended as it began
        line("2026-11-30T23:00Z", photo=2),
        line("2026-10-01T00:00Z", "2026-10-31T23:01Z", photo=3),
        line("2026-11-30T22:59Z", photo=4),
    )
    assert [use.photo for use in found[0].photos] == [3, 4]
    assert found[0].photos[0].pages[0].start == NOVEMBER.start
    assert found[0].photos[1].pages[0].end == NOVEMBER.end


def test_a_page_published_anew_is_one_page_with_its_newest_words() -> None:
    ((use,),) = (
        each.photos
        for each in in_november(
            line("2026-11-02T00:00Z", "2026-11-05T00:00Z", headline="Old", is_lead=True),
            line("2026-11-05T00:00Z", "2026-11-09T00:00Z", headline="New"),
        )
    )
    (page,) = use.pages
    assert (page.headline, page.is_lead) == ("New", True)
    assert (page.start.day, page.end.day) == (2, 9)


def test_pages_of_two_photos_are_counted_once_for_their_credit() -> None:
    (afp,) = in_november(
        *(
            line("2026-11-02T00:00Z", photo=photo, language=code)
            for photo in (1, 2)
            for code in ("en", "da")
        ),
        line("2026-11-02T00:00Z", photo=2, article=2),
    )
    assert (afp.number, afp.articles, afp.pages) == (2, 2, 3)
    assert [(use.photo, use.articles, len(use.pages)) for use in afp.photos] == [
        (2, 2, 3),
        (1, 1, 2),
    ]


def test_credits_stand_in_order_and_nobodys_last() -> None:
    lines = [line("2026-11-02T00:00Z", agency=name) for name in ("", "ritzau", "AFP", "Getty")]
    assert [each.credit for each in in_november(*lines)] == ["AFP", "Getty", "ritzau", ""]


CELLS = st.one_of(
    st.text(),
    st.integers(),
    st.sampled_from(["=1+1", "+4", "-x", "@SUM", "\t=1", "\r=1", "\x00=1", " =1"]),
)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3)), st.sampled_from(["en", "da"]))
def test_a_table_keeps_its_shape_and_holds_no_formula(
    rows: list[list[object]], language: str
) -> None:
    text = sheet(["a", "b", "c"], rows, language=language).decode("utf-8-sig")
    read = list(
        csv.reader(io.StringIO(text, newline=""), delimiter=";" if language == "da" else ",")
    )
    assert len(read) == len(rows) + 1
    for was, row in zip(rows, read[1:], strict=True):
        assert len(row) == 3
        for value, cell in zip(was, row, strict=True):
            assert isinstance(value, int) or not cell.lstrip().startswith(("=", "+", "-", "@"))
            assert "\x00" not in cell


# --- The screen ----------------------------------------------------------------------------------


@pytest.fixture
def two_credits(cast: Cast) -> dict[str, Photo]:
    """An article of three photos, one of them by another agency, live in both languages."""
    article = newsroom.article()
    photos = [slide.photo for slide in article.slides.all() if slide.photo]
    newsroom.change(photos[2], credit=ImageCredit.objects.create(name="Ritzau"), stock_id="=7")
    with newsroom.at(newsroom.MONDAY - dt.timedelta(hours=1)):
        newsroom.publish(article)
    return {"first": photos[0], "other": photos[2]}


def screen(desk: Desk, query: str = "") -> Page:
    return desk.open(f"{USAGE}?{query}")


@pytest.mark.django_db
def test_each_credit_has_its_sums_and_its_photos(
    signe: Desk, two_credits: dict[str, Photo]
) -> None:
    page = screen(signe, "month=2026-11").root
    assert page.texts("tr.credit-row") == ["Kystfoto212", "Ritzau112"]
    assert page.texts("tfoot tr") == ["Altogether312"]
    assert page.values("tr.photo-row ul a", "href")[:2] == [
        "http://127.0.0.1:8000/en/health/the-last-rung/",
        "http://127.0.0.1:8000/da/sundhed/det-nederste-trin/",
    ]


@pytest.mark.django_db
def test_one_credit_and_another_month(signe: Desk, two_credits: dict[str, Photo]) -> None:
    assert screen(signe, "credit=Ritzau").root.texts("tr.credit-row") == ["Ritzau112"]
    page = screen(signe, "month=2026-10").root
    assert page.texts("div.empty-state h2") == ["No photo was shown in October 2026."]
    for nonsense in ("month=never", "month=2026-13", "month=", "credit=%00"):
        assert screen(signe, nonsense).status == 200


@pytest.mark.django_db
def test_the_table_names_every_page(cast: Cast, two_credits: dict[str, Photo]) -> None:
    desk = Desk(cast.photo_editor, language="da")
    response = desk.client.get(f"{USAGE}?month=2026-11&credit=Ritzau&format=csv")
    assert response["Content-Disposition"] == 'attachment; filename="credits-2026-11.csv"'
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))
    other = two_credits["other"]
    assert [(row[0], row[1], row[2], row[4], row[8]) for row in rows[1:]] == [
        ("2026-11", "Ritzau", str(other.pk), "'=7", language) for language in ("en", "da")
    ]
    assert rows[1][11] == "2026-11-23 12:00"
