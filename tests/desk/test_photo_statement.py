"""What a photo was used for: on paper, and as a table that no spreadsheet runs."""

import csv
import datetime as dt
import io

import pytest

from articles.models.article import Article
from articles.models.photo import Photo
from articles.models.staff import User
from tests import newsroom
from tests.cast import Cast
from tests.desk.desk import Desk, Page
from tests.newsroom import MONDAY

pytestmark = pytest.mark.django_db
LATER = MONDAY + dt.timedelta(days=2)


@pytest.fixture
def desk(cast: Cast) -> Desk:
    return Desk(cast.photo_editor)


@pytest.fixture
def photo() -> Photo:
    return newsroom.photo(licence_ref="2026-114", stock_id="=1093384417", basis="stock")


@pytest.fixture
def story(photo: Photo) -> Article:
    """Live in both languages from Monday noon, in English withdrawn an hour later."""
    with newsroom.at(MONDAY):
        article = newsroom.article("-1 degree", "Minus 1 grad")
        newsroom.change(article.slides.all()[1], photo=photo)
        newsroom.publish(article)
    with newsroom.at(MONDAY + dt.timedelta(hours=1)):
        newsroom.withdraw(article, "en", reasons={"en": "Wrong."})
    return article


def opened(desk: Desk, photo: Photo) -> Page:
    with newsroom.at(LATER):
        return desk.open(f"/admin/articles/photo/{photo.pk}/statement/")


def table(desk: Desk, photo: Photo) -> list[list[str]]:
    with newsroom.at(LATER):
        response = desk.client.get(f"/admin/articles/photo/{photo.pk}/statement/?format=csv")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == (
        f'attachment; filename="photo-{photo.pk}-2026-11-25.csv"'
    )
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_every_page_is_told_from_when_to_when(desk: Desk, photo: Photo, story: Article) -> None:
    page = opened(desk, photo)
    rows = [[cell.text for cell in row.all("td")] for row in page.root.all("table.lines tbody tr")]
    assert sorted(rows) == [
        ["slide 2", "Foto: Signe Brandt/Kystfoto", "23 November 2026, 13:00 CET", "still live"],
        [
            "slide 2",
            "Photo: Signe Brandt/Kystfoto",
            "23 November 2026, 13:00 CET",
            "23 November 2026, 14:00 CET",
        ],
    ]
    links = set(page.root.values("table.lines a", "href"))
    assert "http://127.0.0.1:8000/en/health/1-degree/" in links
    assert page.root.one("p.as-of").text.startswith("As of 25 November 2026, 13:00 CET.")


def test_it_says_by_what_right_and_how_much_in_all(
    desk: Desk, photo: Photo, story: Article
) -> None:
    page = opened(desk, photo)
    facts = page.root.texts("dl.facts dd")
    assert {"2026-114", "Stock licence", "Signe Brandt", photo.sha256} <= set(facts)
    assert page.root.texts("dl.totals dd") == ["2", "1", "1", "23 November 2026 to today"]


def test_as_a_table_no_cell_is_a_formula(desk: Desk, photo: Photo, story: Article) -> None:
    head, *rows = table(desk, photo)
    assert head[:5] == [
        "Photo",
        "Name of the file",
        "Stock number",
        "Licence or invoice number",
        "Credit shown",
    ]
    english = next(row for row in rows if row[5] == "English")
    assert english == [
        *(str(photo.pk), "", "'=1093384417", "2026-114", "Photo: Signe Brandt/Kystfoto"),
        *("English", "'-1 degree", "http://127.0.0.1:8000/en/health/1-degree/", "slide 2"),
        *("2026-11-23T13:00:00+01:00", "2026-11-23T14:00:00+01:00", "2026-11-25T13:00:00+01:00"),
    ]


def test_a_photo_that_no_page_has_shown(desk: Desk, photo: Photo) -> None:
    assert "No page has shown it yet." in opened(desk, photo).root.text
    assert len(table(desk, photo)) == 1


def test_it_speaks_the_desks_language(cast: Cast, photo: Photo, story: Article) -> None:
    User.objects.filter(pk=cast.chief.pk).update(interface_language="da")
    page = opened(Desk(User.objects.get(pk=cast.chief.pk)), photo)
    assert page.root.one("html")["lang"] == "da"
    assert "25. november 2026 kl. 13.00" in page.root.text.replace("\xa0", " ")
