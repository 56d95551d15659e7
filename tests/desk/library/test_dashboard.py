"""The desk's first page: what waits, for those whom it concerns."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models.photo import Photo, TakeDown
from tests import newsroom
from tests.cast import Cast
from tests.desk.desk import Desk, Page
from tests.desk.library.conftest import in_days

pytestmark = pytest.mark.django_db


def first_page(desk: Desk) -> Page:
    return desk.open("/admin/")


def test_what_expires_is_told_with_its_pages(signe: Desk) -> None:
    article = newsroom.article(slides=1)
    photo = newsroom.photo(alt_en="Groynes", expires_at=in_days(4))
    newsroom.change(article.slides.get(), photo=photo)
    newsroom.publish(article)
    card = first_page(signe).root.one('section[aria-labelledby="card-expiring"]')
    assert card.texts("div.sub") == ["Signe Brandt/Kystfoto on 2 live pages; no substitute"]
    assert card.texts("ul.pages a") == ["The last rung", "Det nederste trin"]
    assert card.values("ul.pages a", "href") == [
        "/en/health/the-last-rung/",
        "/da/sundhed/det-nederste-trin/",
    ]
    assert card.texts("div.right") == ["in 4 days"]
    assert card.texts("span.n") == ["1"]


def test_only_what_ends_within_thirty_days_the_next_first(signe: Desk) -> None:
    spare = newsroom.photo()
    for name, days in (("late", 29.9), ("soon", 1.5), ("far", 30.1), ("over", -1)):
        newsroom.photo(alt_en=name, expires_at=in_days(days), substitute=spare)
    newsroom.photo(alt_en="down", expires_at=in_days(2), taken_down_at=newsroom.MONDAY)
    card = first_page(signe).root.one('section[aria-labelledby="card-expiring"]')
    assert card.texts("a.name") == ["soon", "late"]
    assert card.texts("div.sub span") == [
        *("Signe Brandt/Kystfoto", "on no live page; substitute chosen"),
        *("Signe Brandt/Kystfoto", "on no live page; substitute chosen"),
    ]


def test_one_sees_ones_own_work(cast: Cast, signe: Desk) -> None:
    for fields in ({"alt_da": ""}, {"basis": "unknown"}, {"work": "failed", "basis": "own"}):
        newsroom.photo(**{"basis": "own", "uploaded_by": cast.photo_editor, **fields})
    newsroom.photo(alt_da="", uploaded_by=cast.editor, work="working")
    card = first_page(signe).root.one('section[aria-labelledby="card-work"]')
    assert card.texts("a.name") == [
        "1 photo could not be prepared for the site",
        "2 photos of yours are not complete",
        "1 photo is being prepared for the site",
    ]


def test_a_take_down_that_was_not_finished_stands_first(cast: Cast, signe: Desk) -> None:
    photo = newsroom.photo(filename="jetty.jpg", taken_down_at=newsroom.MONDAY)
    fields = {"photo": photo, "by": cast.editor, "at": newsroom.MONDAY, "reason": "No licence."}
    TakeDown.objects.create(**fields)
    page = first_page(signe).root
    assert page.texts("section.card h2")[0] == "Take-downs not finished"
    TakeDown.objects.update(done_at=newsroom.MONDAY + dt.timedelta(minutes=1))
    assert "Take-downs not finished" not in first_page(signe).root.texts("section.card h2")


def test_with_nothing_to_do_it_is_calm(signe: Desk) -> None:
    assert first_page(signe).root.texts("p.calm") == [
        "Nothing is scheduled for these days.",
        "Nothing is live yet.",
        "No photo expires within 30 days.",
        "Nothing waits for you.",
    ]


def test_cards_are_for_those_whom_they_concern(cast: Cast) -> None:
    shown = {}
    for role in ("writer", "editor"):
        shown[role] = first_page(Desk(getattr(cast, role))).root.texts("section.card h2")
    assert shown == {
        "writer": [
            *("Scheduled this week", "In work with you", "Recently published"),
            *("Translation", "Links left out", "Photos expiring"),
        ],
        "editor": [
            *(
                "Scheduled this week",
                "In work with you",
                "Ready for publishing",
                "Recently published",
                "Errors that readers reported",
            ),
            *("Translation", "Corrected in one language only", "Links left out"),
            *("Would not pass today", "Photos expiring", "Photos that need work"),
        ],
    }
    cast.writer.groups.clear()
    page = first_page(Desk(cast.writer))
    assert (page.status, page.root.all("section.card")) == (200, [])


def test_the_first_page_costs_the_same_for_any_number(signe: Desk) -> None:
    costs = []
    for number in (1, 5):
        for each in range(number):
            article = newsroom.article(f"Story {number} {each}", slides=1)
            newsroom.publish(article, "en")
        Photo.objects.update(expires_at=in_days(3))
        with CaptureQueriesContext(connection) as queries:
            first_page(signe)
        costs.append(len(queries))
    assert costs[0] >= costs[1] - 1  # from six photos on their number is a query of its own
    assert max(costs) <= 44
