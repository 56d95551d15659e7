"""Readers report an error: the form that knows its slide and Edition, and what is not let through."""

import datetime as dt
from typing import Any

import pytest
from django.test import Client

from articles.models.article import Article
from articles.models.reports import ErrorReport
from articles.reader import reporting
from tests import newsroom
from tests.cast import hire
from tests.newsroom import MONDAY
from tests.reader.conftest import Read
from tests.reader.dom import Node, parse

pytestmark = pytest.mark.django_db

HERE = "/en/health/the-last-rung/"
DER = "/da/sundhed/det-nederste-trin/"
LATER = MONDAY + dt.timedelta(seconds=20)
WRONG = "The bay lies north of the town."


@pytest.fixture
def story(db: None) -> Article:
    return newsroom.live()


def second(story: Article) -> str:
    return str(story.slides.order_by("order")[1].key)


def send(client: Client, page: Node, *, when: dt.datetime = LATER, **typed: Any) -> Any:
    """Fill in the form of `page` and send it, some seconds later."""
    values = {
        "slip": page.one('form input[name="slip"]')["value"],
        "text": WRONG,
        "name": "",
        "email": "",
        "website": "",
    }
    with newsroom.at(when):
        return client.post(page.one("nav.languages a[aria-current]")["href"], {**values, **typed})


def test_links_lead_to_the_form_of_that_slide_and_edition(read: Read, story: Article) -> None:
    newsroom.publish(story, "en", kind="minor")
    key = second(story)

    links = read(HERE).values('p.tools a[rel="nofollow"]', "href")
    page = read(links[1])

    assert links[1] == f"/en/report/?article={story.pk}&edition=2&slide={key}"
    assert links[-1] == f"/en/report/?article={story.pk}&edition=2"
    assert page.one("h1").text == "Report an error"
    assert page.one("p.about").text == "The last rung Picture 2: Step 2"
    assert page.one('meta[name="robots"]')["content"] == "noindex"
    assert page.all('link[rel="canonical"]') == []
    assert page.values("nav.languages a", "href")[1] == links[1].replace(
        "en/report", "da/meld-fejl"
    )


def test_report_is_kept_with_slide_edition_and_who_wrote(
    client: Client, read: Read, story: Article
) -> None:
    key = second(story)
    page = read(f"/da/meld-fejl/?article={story.pk}&edition=1&slide={key}")

    response = send(client, page, name="Karen Lund", email="karen@example.org")

    assert response.status_code == 303
    (report,) = ErrorReport.objects.all()
    assert (report.article, report.language, report.edition, report.slide) == (story, "da", 1, key)
    assert (report.text, report.name, report.email) == (WRONG, "Karen Lund", "karen@example.org")
    assert report.at == LATER and report.handled_at is None
    thanks = client.get(response["Location"])
    assert parse(thanks.content.decode()).one("p.facts a")["href"] == f"{DER}#slide-{key}"
    assert thanks["Cache-Control"] == "no-store"
    assert client.cookies == {}


def test_form_says_what_is_missing_and_keeps_what_was_written(
    client: Client, read: Read, story: Article
) -> None:
    page = read(f"/en/report/?article={story.pk}&edition=1")
    response = send(client, page, text=" ", name="Karen", email="karen")

    assert response.status_code == 422
    again = parse(response.content.decode())
    assert again.one("title").text.startswith("Error: Report an error")
    assert again.texts("p.wrong") == ["Write what is wrong.", "Enter a valid email address."]
    assert again.one('textarea[name="text"]')["aria-describedby"] == "id_text_error"
    assert again.one('input[name="name"]')["value"] == "Karen"
    assert send(client, page, text="x" * 2001).status_code == 422
    assert not ErrorReport.objects.exists()


@pytest.mark.parametrize("seconds", [0, 2, 24 * 60 * 60 + 1])
def test_form_sent_at_once_or_after_a_day_comes_back(
    client: Client, read: Read, story: Article, seconds: int
) -> None:
    page = read(f"/en/report/?article={story.pk}&edition=1")
    when = MONDAY + dt.timedelta(seconds=seconds)
    response = send(client, page, when=when)

    again = parse(response.content.decode())
    assert again.texts("p.wrong") == ["We could not receive your report. Please send it once more."]
    assert not ErrorReport.objects.exists()
    assert send(client, again, when=when + dt.timedelta(seconds=9)).status_code == 303
    assert ErrorReport.objects.count() == 1


def test_what_fills_in_every_field_is_thanked_and_forgotten(
    client: Client, read: Read, story: Article
) -> None:
    page = read(f"/en/report/?article={story.pk}&edition=1")
    assert page.one("form div.site")["aria-hidden"] == "true"
    assert send(client, page, website="https://spam.example/").status_code == 303
    assert not ErrorReport.objects.exists()


def test_same_words_wait_once(client: Client, read: Read, story: Article) -> None:
    page = read(f"/en/report/?article={story.pk}&edition=1")
    send(client, page)
    assert send(client, page).status_code == 303
    assert ErrorReport.objects.count() == 1


def test_flood_is_stopped_for_an_hour(
    client: Client, read: Read, story: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reporting, "HOURLY_OF_ONE", 2)
    page = read(f"/en/report/?article={story.pk}&edition=1")
    for number in range(2):
        send(client, page, text=f"Wrong {number}")

    response = send(client, page, text="Wrong again")
    assert response.status_code == 429
    assert "try again later" in parse(response.content.decode()).one("p.standfirst").text
    late = LATER + dt.timedelta(hours=1, seconds=1)
    assert send(client, page, when=late, text="Wrong again").status_code == 303
    assert ErrorReport.objects.count() == 3


@pytest.mark.parametrize(
    "query",
    ["", "?article=", "?article=0", "?article=²", "?article=99999999999999999999", "?article=x"],
)
def test_there_is_no_form_for_nothing(read: Read, story: Article, query: str) -> None:
    read(f"/en/report/{query}", 404)


def test_there_is_none_for_what_is_not_live_nor_for_a_forged_slip(
    client: Client, read: Read, story: Article
) -> None:
    draft = newsroom.article("Draft", "Kladde")
    read(f"/en/report/?article={draft.pk}", 404)
    page = read(f"/en/report/?article={story.pk}&edition=999&slide=nothing")
    assert page.one("p.about").text == "The last rung"
    slip = page.one('form input[name="slip"]')["value"]
    for forged in ("", "x", slip[:-1], slip + "x"):
        assert send(client, page, slip=forged).status_code == 404
    newsroom.withdraw(story, "en")
    assert send(client, page).status_code == 404
    assert not ErrorReport.objects.exists()


def test_preview_of_a_draft_has_no_such_link(client: Client, read: Read, story: Article) -> None:
    client.force_login(hire().chief)
    page = read(f"/admin/articles/article/{story.pk}/preview/en/")
    assert page.all('p.tools a[rel="nofollow"]') == []
    assert len(page.all("p.tools a.pass")) == 3
