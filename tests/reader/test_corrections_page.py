"""The corrections page: what readers can see in live stories, and nothing else."""

import datetime as dt
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from articles.models.article import Article
from articles.models.edition import Edition
from articles.models.site import SiteSettings
from articles.publishing.cancel import cancel
from articles.publishing.republish import republish
from articles.reader import corrections
from articles.reader.paging import Cut
from tests import newsroom
from tests.newsroom import MONDAY
from tests.reader.conftest import Read

pytestmark = pytest.mark.django_db

HERE, DER = "/en/corrections/", "/da/rettelser/"
DAY = dt.timedelta(days=1)


def correct(story: Article, text: str, *languages: str, **options: Any) -> list[Edition]:
    """Admit an error in public, in the languages given or in both."""
    notes = {language: f"{text} ({language})" for language in languages or ("en", "da")}
    return newsroom.publish(story, *languages, kind="correction", notes=notes, **options)


def told(read: Read, address: str = HERE) -> list[str]:
    return [each.texts("p")[-1] for each in read(address).all("article.correction")]


@pytest.fixture
def story() -> Article:
    return newsroom.live()


def test_corrections_stand_by_month_newest_first(read: Read, story: Article) -> None:
    kettle = newsroom.live("The kettle", "Kedlen")
    with newsroom.at(MONDAY + DAY):
        correct(story, "It was 4 degrees.")
    with newsroom.at(MONDAY + 10 * DAY):
        correct(kettle, "Tea, not coffee.")
        correct(story, "It was in May.", "en")
        page, side = read(HERE), read(DER)

    assert page.one("title").text == "Corrections | Diptych"
    assert page.texts("h2.strand") == ["December 2026", "November 2026"]
    assert page.texts("article.correction") == [
        "3 December 2026 The last rung It was in May. (en)",
        "3 December 2026 The kettle Tea, not coffee. (en)",
        "24 November 2026 The last rung It was 4 degrees. (en)",
    ]
    assert page.values("article.correction h3 a", "href")[1] == "/en/health/the-kettle/"
    assert page.values("article.correction time", "datetime")[2] == "2026-11-24T13:00:00+01:00"
    assert side.texts("h2.strand") == ["December 2026", "November 2026"]
    assert side.texts("article.correction") == [
        "3. december 2026 Kedlen Tea, not coffee. (da)",
        "24. november 2026 Det nederste trin It was 4 degrees. (da)",
    ]


def test_page_says_how_to_report_an_error(read: Read) -> None:
    said = (
        "Press “Report an error”: you will find it beside every slide and at the end of each story."
    )
    page = read(HERE)
    assert page.texts("div.side p")[-1] == f"Have you found an error? {said}"
    SiteSettings.objects.create(pk=1, email="desk@diptych.example")
    newsroom.generation.begin_anew()
    assert read(HERE).one("div.side a")["href"] == "mailto:desk@diptych.example"


def test_correction_of_a_slide_leads_to_it(read: Read) -> None:
    story = newsroom.article()
    slide = story.slides.all()[1]
    newsroom.notice(story, "The year was 1912.", slide=slide.key)
    newsroom.publish(story)
    assert read(HERE).values("h3 a", "href") == [f"/en/health/the-last-rung/#slide-{slide.key}"]
    with newsroom.at(MONDAY + DAY):
        slide.delete()
        newsroom.publish(story)
        assert read(HERE).values("h3 a", "href") == ["/en/health/the-last-rung/"]


def test_only_corrections_are_listed(read: Read) -> None:
    story = newsroom.article()
    for kind in ("reply", "ruling", "editor"):
        newsroom.notice(story, f"A {kind}.", kind=kind)
    newsroom.publish(story)
    page = read(HERE)
    assert page.one("p.none").text == "There are no corrections."
    assert page.all("article.correction") == []


def test_correction_waits_for_its_hour(read: Read, story: Article) -> None:
    correct(story, "The secret.", at=MONDAY + DAY)
    assert told(read) == []
    with newsroom.at(MONDAY + DAY - dt.timedelta(microseconds=1)):
        assert told(read) == []
    with newsroom.at(MONDAY + DAY):
        assert told(read) == ["The secret. (en)"]
        assert told(read, DER) == ["The secret. (da)"]


def test_cancelled_correction_never_was(read: Read, story: Article) -> None:
    for edition in correct(story, "The secret.", at=MONDAY + DAY):
        cancel(edition=edition, by=None)
    with newsroom.at(MONDAY + 2 * DAY):
        assert told(read) == []


def test_note_that_is_in_no_edition_yet_is_not_public(read: Read, story: Article) -> None:
    newsroom.notice(story, "The secret.")
    assert told(read) == []


def test_withdrawn_story_takes_its_corrections_along(client: Client, story: Article) -> None:
    with newsroom.at(MONDAY + DAY):
        correct(story, "The secret.")
    with newsroom.at(MONDAY + 2 * DAY):
        newsroom.withdraw(story, "en")
        html = client.get(HERE).content.decode()
        assert "secret" not in html
        assert "last rung" not in html
        assert "The secret. (da)" in client.get(DER).content.decode()


def test_corrections_follow_the_story_to_its_next_editions(read: Read, story: Article) -> None:
    with newsroom.at(MONDAY + DAY):
        correct(story, "It was 4 degrees.")
    with newsroom.at(MONDAY + 2 * DAY):
        newsroom.change(story, headline_en="The lowest rung", slug_en="the-lowest-rung")
        newsroom.publish(story)
        assert told(read) == ["It was 4 degrees. (en)"]
        assert read(HERE).values("h3 a", "href") == ["/en/health/the-lowest-rung/"]
    with newsroom.at(MONDAY + 3 * DAY):
        republish(edition=Edition.objects.get(language="en", number=1), by=None)
        newsroom.generation.forget()
        assert told(read) == ["It was 4 degrees. (en)"]


def test_both_languages_are_a_pair_even_while_there_is_none(read: Read) -> None:
    site = settings.SITE_URL
    for address in (HERE, DER):
        page = read(address)
        links = page.all("link[hreflang]")
        assert [(link["hreflang"], link["href"]) for link in links] == [
            ("en", site + HERE),
            ("da", site + DER),
            ("x-default", site + HERE),
        ]
        assert page.one('link[rel="canonical"]')["href"] == site + address


def test_many_have_pages(
    read: Read, client: Client, story: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(corrections, "CUT", Cut(first=2, more=2))
    for day in range(1, 4):
        with newsroom.at(MONDAY + day * DAY):
            correct(story, f"Number {day}.", "en")
    with newsroom.at(MONDAY + 5 * DAY):
        assert told(read) == ["Number 3. (en)", "Number 2. (en)"]
        second = read(f"{HERE}page/2/")
        assert second.texts("article.correction")[0].endswith("Number 1. (en)")
        assert second.all("link[hreflang]") == []
        assert client.get(f"{HERE}page/3/").status_code == 404
        assert client.get(f"{DER}side/2/").status_code == 404
        response = client.get(f"{HERE}page/1/")
        assert (response.status_code, response.headers["Location"]) == (301, HERE)


def test_text_of_a_correction_is_text(read: Read, story: Article) -> None:
    with newsroom.at(MONDAY + DAY):
        newsroom.publish(story, "en", kind="correction", notes={"en": "<b>5 & 6</b>\nnot <i>7</i>"})
        assert told(read) == ["<b>5 & 6</b>not <i>7</i>"]


def test_correction_of_paid_content_is_marked(read: Read) -> None:
    story = newsroom.article(commercial="sponsored", sponsor="Bank")
    newsroom.notice(story, "It was 4 per cent.")
    newsroom.publish(story)
    assert read(HERE).one("article.correction div").text == (
        "Paid content Sponsored by Bank The last rung It was 4 per cent."
    )


def test_page_costs_four_queries(
    client: Client, story: Article, django_assert_num_queries: Any
) -> None:
    with newsroom.at(MONDAY + DAY):
        correct(story, "One.")
        correct(story, "Two.")
        client.get(HERE)
        newsroom.generation.forget()
        with django_assert_num_queries(4):
            client.get(HERE)
