"""Contributors' pages: who they are, and what of theirs is live in the page's language."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from articles.models.newsroom import Contributor, FormerAddress
from articles.publishing.reissue import put_anew
from articles.publishing.republish import republish
from tests import newsroom
from tests.newsroom import MONDAY
from tests.reader.conftest import Read
from tests.reader.test_structured_data import data

pytestmark = pytest.mark.django_db

HERE, DER = "/en/people/maja-holt/", "/da/personer/maja-holt/"
DAY = dt.timedelta(days=1)


@pytest.fixture
def maja() -> Contributor:
    return Contributor.objects.create(
        name="Maja Holt",
        slug="maja-holt",
        bio_en="Maja Holt writes about cold water.\n\nShe swims.",
        bio_da="Maja Holt skriver om koldt vand.",
        email="maja@diptych.example",
        url="https://www.majaholt.example/",
    )


def written(name: str, danish: str, *roles: str) -> Any:
    """An article in which Maja had `roles`, or else wrote the text."""
    made = newsroom.article(name, danish)
    for role in roles or ("text",):
        newsroom.byline(made, "Maja Holt", role)
    return made


def test_page_tells_who_they_are_and_what_they_made(read: Read, maja: Contributor) -> None:
    newsroom.publish(written("The last rung", "Det nederste trin"))
    with newsroom.at(MONDAY + DAY):
        newsroom.publish(written("The kettle", "Kedlen", "translation", "pictures"))
        newsroom.live("By another", "Af en anden")
        page = read(HERE)

    assert page.one("main h1").text == page.one("title").text.removesuffix(" | Diptych")
    assert page.one("main h1").text == "Maja Holt"
    assert page.texts("div.side p") == ["Maja Holt writes about cold water.", "She swims."]
    assert [(a.text, a["href"]) for a in page.all("ul.contact a")] == [
        ("maja@diptych.example", "mailto:maja@diptych.example"),
        ("majaholt.example", "https://www.majaholt.example/"),
    ]
    assert page.one("h2.strand").text == "2 stories"
    assert page.texts("article.card h3") == ["The kettle", "The last rung"]
    assert page.texts("article.card p.meta") == [
        "24 November 2026 3 pictures Pictures Translation",
        "23 November 2026 3 pictures",
    ]
    assert page.one('meta[name="description"]')["content"] == "Maja Holt writes about cold water."


def test_page_in_danish_has_the_danish_bio(read: Read, maja: Contributor) -> None:
    newsroom.publish(written("The kettle", "Kedlen", "editing"))
    page = read(DER)
    assert page.texts("div.side p") == ["Maja Holt skriver om koldt vand."]
    assert page.texts("article.card h3") == ["Kedlen"]


def test_bio_of_one_language_is_not_shown_in_the_other(read: Read, maja: Contributor) -> None:
    newsroom.change(maja, bio_da="", email="", url="")
    newsroom.publish(written("The kettle", "Kedlen"))
    page = read(DER)
    assert page.texts("div.side p") == []
    assert page.all("ul.contact") == []
    assert "cold water" not in page.text


@pytest.mark.usefixtures("maja")
def test_both_languages_are_a_pair_while_both_have_something(read: Read) -> None:
    story = written("The kettle", "Kedlen")
    newsroom.publish(story)
    site = settings.SITE_URL
    for address in (HERE, DER):
        links = read(address).all("link[hreflang]")
        assert [(link["hreflang"], link["href"]) for link in links] == [
            ("en", site + HERE),
            ("da", site + DER),
            ("x-default", site + HERE),
        ]
        assert read(address).one('link[rel="canonical"]')["href"] == site + address
    with newsroom.at(MONDAY + DAY):
        newsroom.withdraw(story, "da")
        assert read(HERE).all("link[hreflang]") == []
        assert read(HERE).values("nav.languages a", "href") == [HERE, "/da/"]
        read(DER, 404)


@pytest.mark.usefixtures("maja")
def test_who_has_nothing_live_answers_like_a_guess(client: Client) -> None:
    def answer(address: str) -> tuple[int, bytes]:
        response = client.get(address)
        return response.status_code, response.content

    guess = answer("/en/people/a-guess/")
    assert guess[0] == 404
    draft = written("The secret", "Hemmeligheden")
    assert answer(HERE) == guess
    newsroom.publish(draft, at=MONDAY + DAY)
    assert answer(HERE) == guess
    with newsroom.at(MONDAY + DAY):
        assert answer(HERE)[0] == 200
    with newsroom.at(MONDAY + 2 * DAY):
        newsroom.withdraw(draft)
        assert answer(HERE) == guess


@pytest.mark.usefixtures("maja")
def test_what_is_not_live_is_not_on_the_page(client: Client) -> None:
    newsroom.publish(written("The kettle", "Kedlen"))
    newsroom.publish(written("The secret", "Hemmeligheden"), at=MONDAY + DAY)
    written("The secret draft", "Den hemmelige kladde")
    gone = written("The secret gone", "Det hemmelige væk")
    newsroom.publish(gone)
    with newsroom.at(MONDAY + dt.timedelta(minutes=1)):
        newsroom.withdraw(gone)
        for address in (HERE, DER):
            html = client.get(address).content.decode().lower()
            assert "secret" not in html
            assert "hemmelig" not in html


@pytest.mark.usefixtures("maja")
def test_who_was_taken_out_of_the_byline_is_out_of_the_list(read: Read) -> None:
    story = written("The kettle", "Kedlen")
    newsroom.publish(story)
    with newsroom.at(MONDAY + DAY):
        story.bylines.all().delete()
        newsroom.byline(story, "Lea Nørgaard")
        newsroom.publish(story)
        read(HERE, 404)
        assert read("/en/people/lea-noergaard/").texts("article.card h3") == ["The kettle"]


@pytest.mark.usefixtures("maja")
def test_many_stories_have_pages(read: Read, client: Client) -> None:
    for number in range(14):
        with newsroom.at(MONDAY + number * dt.timedelta(minutes=1)):
            newsroom.publish(written(f"Story {number}", f"Historie {number}"))
    with newsroom.at(MONDAY + DAY):
        first, second = read(HERE), read(f"{HERE}page/2/")
        assert first.texts("article.card h3") == [f"Story {n}" for n in range(13, 1, -1)]
        assert second.texts("article.card h3") == ["Story 1", "Story 0"]
        assert second.values("nav.pages a[rel]", "href") == [HERE]
        assert second.one("title").text == "Maja Holt, page 2 | Diptych"
        assert second.texts("p.standfirst") == ["Page 2", *second.texts("p.standfirst")[1:]]
        assert [each["@type"] for each in data(second)] == ["BreadcrumbList"]
        assert client.get(f"{HERE}page/3/").status_code == 404
        response = client.get(f"{HERE}page/1/")
        assert (response.status_code, response.headers["Location"]) == (301, HERE)
        assert read(f"{DER}side/2/").texts("article.card h3") == ["Historie 1", "Historie 0"]
        assert client.get(f"{HERE}side/2/").status_code == 404
        assert client.get(HERE.rstrip("/")).headers["Location"] == HERE


def test_person_as_json_ld(read: Read, maja: Contributor) -> None:
    newsroom.publish(written("The kettle", "Kedlen"))
    here = settings.SITE_URL + HERE
    profile, _breadcrumbs = data(read(HERE))
    assert profile == {
        "@type": "ProfilePage",
        "@id": f"{here}#profile",
        "url": here,
        "name": "Maja Holt",
        "inLanguage": "en",
        "mainEntity": {
            "@type": "Person",
            "@id": f"{here}#person",
            "name": "Maja Holt",
            "url": here,
            "description": "Maja Holt writes about cold water. She swims.",
            "email": "maja@diptych.example",
            "sameAs": "https://www.majaholt.example/",
        },
    }


# --- From the article ----------------------------------------------------------------------------


def test_byline_leads_to_each_of_them(read: Read) -> None:
    story = newsroom.article()
    for name in ("Maja Holt", "Lea Nørgaard", "Signe Brandt"):
        newsroom.byline(story, name)
    newsroom.byline(story, "Signe Brandt", "pictures")
    newsroom.publish(story)
    page, side = read("/en/health/the-last-rung/"), read("/da/sundhed/det-nederste-trin/")
    assert page.one("p.byline").text == (
        "By Maja Holt, Lea Nørgaard and Signe Brandt. Pictures by Signe Brandt"
    )
    assert side.one("p.byline").text == (
        "Af Maja Holt, Lea Nørgaard og Signe Brandt. Foto: Signe Brandt"
    )
    people = ["maja-holt", "lea-noergaard", "signe-brandt", "signe-brandt"]
    assert page.values("p.byline a", "href") == [f"/en/people/{slug}/" for slug in people]
    assert side.values("p.byline a", "href") == [f"/da/personer/{slug}/" for slug in people]
    authors = data(page)[0]["author"]
    assert authors[1] == {
        "@type": "Person",
        "name": "Lea Nørgaard",
        "url": f"{settings.SITE_URL}/en/people/lea-noergaard/",
    }


def test_name_in_a_byline_is_text(read: Read) -> None:
    story = newsroom.article()
    name = "Maja <b>“&”</b> Holt"
    newsroom.byline(story, name)
    newsroom.publish(story, overrule={"en": "So it is.", "da": "Sådan er det."})
    assert read("/en/health/the-last-rung/").one("p.byline").text == f"By {name}"


def test_renamed_they_keep_their_old_bylines_and_are_found_under_both_addresses(
    read: Read, client: Client, maja: Contributor
) -> None:
    """A byline says the name that was printed; it leads to the page of today."""
    story = written("The kettle", "Kedlen")
    [english, _danish] = newsroom.publish(story)
    newsroom.change(maja, name="Maja Dahl", slug="maja-dahl")
    FormerAddress.objects.create(slug="maja-holt", contributor=maja)

    byline = read("/en/health/the-kettle/").one("p.byline a")
    assert (byline.text, byline["href"]) == ("Maja Holt", "/en/people/maja-dahl/")
    assert read("/en/people/maja-dahl/").one("h1").text == "Maja Dahl"
    response = client.get(HERE)
    assert (response.status_code, response.headers["Location"]) == (301, "/en/people/maja-dahl/")

    with newsroom.at(MONDAY + DAY):
        republish(edition=english, by=None)  # a document with the address of before
        newsroom.generation.forget()
        byline = read("/en/health/the-kettle/").one("p.byline a")
        assert (byline.text, byline["href"]) == ("Maja Holt", "/en/people/maja-dahl/")
    with newsroom.at(MONDAY + 2 * DAY):
        newsroom.withdraw(story)
        assert client.get(HERE).status_code == 404


def test_reissue_keeps_whom_it_credits(read: Read, maja: Contributor) -> None:
    story = written("The kettle", "Kedlen")
    newsroom.publish(story)
    with newsroom.at(MONDAY + DAY):
        put_anew(story, lambda each: replace(each, lead_alt="New."), by=None, now=MONDAY + DAY)
        newsroom.generation.forget()
        assert read(HERE).texts("article.card h3") == ["The kettle"]


def test_byline_of_whom_the_register_has_forgotten_is_plain(read: Read, maja: Contributor) -> None:
    story = written("The kettle", "Kedlen")
    newsroom.publish(story)
    story.bylines.all().delete()
    maja.delete()
    byline = read("/en/health/the-kettle/").one("p.byline")
    assert byline.text == "By Maja Holt"
    assert byline.all("a") == []


def test_page_costs_four_queries(client: Client, django_assert_num_queries: Any) -> None:
    for number in range(5):
        newsroom.publish(written(f"Story {number}", f"Historie {number}", "text", "pictures"))
    client.get(HERE)
    newsroom.generation.forget()
    with django_assert_num_queries(4):
        client.get(HERE)
