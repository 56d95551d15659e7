"""Readers' reports of errors at the desk: the card, the list, handling one, who may."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from articles.models.article import Article
from articles.models.reports import ErrorReport
from tests import newsroom
from tests.cast import Cast
from tests.desk.desk import Desk, change
from tests.desk.test_first_page import card

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/error-reports/"


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    with newsroom.at(newsroom.MONDAY):
        yield


@pytest.fixture
def article(cast: Cast) -> Article:
    return newsroom.live(owner=cast.writer)


def report(article: Article, **fields: Any) -> ErrorReport:
    return ErrorReport.objects.create(
        **{
            "article": article,
            "language": "en",
            "edition": 1,
            "slide": article.slides.order_by("order")[1].key,
            "text": "North, <b>not</b> south: https://map.example/",
            "name": "Karen Lund",
            "email": "karen@example.org",
            "at": newsroom.MONDAY,
            **fields,
        }
    )


def act(desk: Desk, row: ErrorReport, name: str, **typed: Any) -> Any:
    address = reverse(f"admin:articles_article_error_report_{name}", args=[row.pk])
    return desk.client.post(address, typed)


def test_first_page_leads_to_the_storyboard_at_that_slide(editor: Desk, article: Article) -> None:
    assert card(editor, "reports").texts("p.calm") == ["No report of an error waits."]
    row = report(article)
    found = card(editor, "reports")
    assert found.values("a.name", "href") == [f"{change(article)}#slide-{row.slide}"]
    assert found.one("span.n").text == "1"
    board = editor.open(change(article)).root
    assert len(board.all(f'li[id="slide-{row.slide}"]')) == 1


def test_list_tells_all_of_it_and_makes_no_link_of_it(editor: Desk, article: Article) -> None:
    row = report(article)
    edition = article.editions.get(language="en")
    found = editor.open(LIST).root.one(f'li[id="report-{row.pk}"]')
    assert found.one("blockquote").text == "North, <b>not</b> south: https://map.example/"
    assert found.all("blockquote a") == []
    assert "Slide: Step 2 · " in found.text
    assert found.values("a", "href") == [
        f"{change(article)}#slide-{row.slide}",
        f"/admin/articles/article/{article.pk}/editions/{edition.pk}/#slide-{row.slide}",
        "mailto:karen@example.org",
        f"{change(article)}#slide-{row.slide}",
    ]


def test_handling_forgets_who_wrote_and_can_be_taken_back(
    editor: Desk, cast: Cast, article: Article
) -> None:
    row = report(article)
    act(editor, row, "handle", note="Corrected in edition 2.")
    row.refresh_from_db()
    assert (row.name, row.email, row.handled_by) == ("", "", cast.editor)
    assert row.note == "Corrected in edition 2."
    assert editor.open(LIST).root.texts("p.none") == ["No report of an error waits."]
    found = editor.open(f"{LIST}?show=handled").root
    assert "Corrected in edition 2." in found.one(f'li[id="report-{row.pk}"]').text
    history = editor.open(reverse("admin:articles_article_history", args=[article.pk])).root
    assert "Handled a reader’s report: North" in history.text

    act(editor, row, "reopen")
    row.refresh_from_db()
    assert (row.handled_at, row.handled_by, row.note, row.name) == (None, None, "", "")


def test_second_who_handles_it_is_told(editor: Desk, chief: Desk, article: Article) -> None:
    row = report(article)
    act(editor, row, "handle", note="First")
    act(chief, row, "handle", note="Second")
    assert chief.open(LIST).notes == ["Somebody has handled it already."]
    row.refresh_from_db()
    assert row.note == "First"


def test_writer_sees_those_of_own_articles_and_editors_handle_them(
    writer: Desk, cast: Cast, article: Article
) -> None:
    own = report(article)
    other = newsroom.live("Another", "En anden")
    theirs = report(other)
    shown = writer.open(LIST).root.all("ol li.module")
    assert [each["id"] for each in shown] == [f"report-{own.pk}"]
    assert shown[0].all("form") == []
    assert [act(writer, each, "handle").status_code for each in (own, theirs)] == [403, 403]
    assert Desk(cast.photo_editor).open(LIST).status == 403
    assert act(Desk(cast.stranger), theirs, "handle")["Location"].startswith("/admin/login/")
    assert not ErrorReport.objects.filter(handled_at__isnull=False).exists()


def test_slide_that_is_gone_is_called_so(editor: Desk, article: Article) -> None:
    report(article, slide="gone1")
    found = editor.open(LIST).root.one("li.module")
    assert "Slide: a slide that is gone" in found.text
    assert found.one("h2 a")["href"] == change(article)


def test_database_keeps_no_name_with_what_is_handled(article: Article) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        report(article, handled_at=newsroom.MONDAY)
