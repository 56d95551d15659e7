"""The registers; and that readers' pages are made anew when one changes that they show."""

import datetime as dt

import pytest

from articles.models.article import Article
from articles.models.edition import Generation, Instant
from articles.models.newsroom import Contributor, FormerAddress, FrontSlot, Source, Topic
from tests import newsroom
from tests.desk.desk import Desk, said

pytestmark = pytest.mark.django_db


def counter() -> int:
    return Generation.objects.get().counter


def test_a_topics_addresses_are_made_from_its_names(chief: Desk) -> None:
    page = chief.open("/admin/articles/topic/add/", form="topic_form")
    before = counter()
    chief.send(page, name_en="Food & drink", name_da="Mad og øl")
    topic = Topic.objects.get()
    assert said(topic, "slug_en", "slug_da") == ("food-drink", "mad-og-oel")
    assert counter() == before + 1


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ({"slug_da": "sundhed"}, "Another topic has this address. Type a different one."),
        ({"slug_da": "soeg"}, "The site uses this word itself. Type a different one."),
        ({"slug_en": "stories"}, "The site uses this word itself. Type a different one."),
        ({"name_en": ""}, "Give the topic a name in at least one language."),
    ],
)
def test_an_address_is_one_topics_alone(chief: Desk, typed: dict[str, str], error: str) -> None:
    newsroom.topic()
    page = chief.open("/admin/articles/topic/add/", form="topic_form")
    page = chief.send(page, form="topic_form", **{"name_en": "Food", **typed})
    assert page.errors == [error]
    assert Topic.objects.count() == 1


def test_the_same_word_may_be_an_address_in_each_language(chief: Desk) -> None:
    page = chief.open("/admin/articles/topic/add/", form="topic_form")
    chief.send(page, name_en="Sport", name_da="Sport")
    assert said(Topic.objects.get(), "slug_en", "slug_da") == ("sport", "sport")


def test_a_topic_in_use_can_not_be_deleted(chief: Desk) -> None:
    newsroom.article()
    chief.client.post(f"/admin/articles/topic/{Topic.objects.get().pk}/delete/", {"post": "yes"})
    assert Topic.objects.count() == 1


def test_a_slot_turns_the_page_at_its_hours(editor: Desk) -> None:
    article = newsroom.article()
    page = editor.open("/admin/articles/frontslot/add/", form="frontslot_form")
    before = counter()
    hours = {
        "shown_from_0": "2026-12-01",
        "shown_from_1": "06:00",
        "shown_until_0": "2026-12-01",
        "shown_until_1": "18:00",
    }
    editor.send(page, language="en", position="0", article=str(article.pk), **hours)
    slot = FrontSlot.objects.get()
    key = f"slot:{slot.pk}"
    assert list(Instant.objects.filter(key=key).values_list("at", flat=True)) == [
        dt.datetime(2026, 12, 1, 5, 0, tzinfo=dt.UTC),
        dt.datetime(2026, 12, 1, 17, 0, tzinfo=dt.UTC),
    ]
    assert counter() == before + 1
    editor.client.post(f"/admin/articles/frontslot/{slot.pk}/delete/", {"post": "yes"})
    assert not Instant.objects.filter(key=key).exists()
    assert counter() == before + 2


def test_a_contributors_address_is_made_from_the_name(editor: Desk) -> None:
    page = editor.open("/admin/articles/contributor/add/", form="contributor_form")
    editor.send(page, name="Søren Ågård")
    assert Contributor.objects.get().slug == "soeren-aagaard"


@pytest.fixture
def maja() -> Contributor:
    newsroom.live(by="Maja Holt")
    return Contributor.objects.get()


def test_a_contributors_page_is_made_anew(editor: Desk, maja: Contributor) -> None:
    page = editor.open(f"/admin/articles/contributor/{maja.pk}/change/", form="contributor_form")
    before = counter()
    editor.send(page, bio_en="She swims.", email="maja@diptych.example", url="majaholt.example")
    assert said(maja, "bio_en", "slug", "email", "url") == (
        "She swims.",
        "maja-holt",
        "maja@diptych.example",
        "https://majaholt.example",
    )
    assert counter() == before + 1
    assert not FormerAddress.objects.exists()


def test_the_address_before_leads_to_a_contributors_page(editor: Desk, maja: Contributor) -> None:
    address = f"/admin/articles/contributor/{maja.pk}/change/"
    page = editor.open(address, form="contributor_form")
    editor.send(page, slug="maja-dahl")
    gone = editor.client.get("/en/people/maja-holt/")
    assert (gone.status_code, gone.headers["Location"]) == (301, "/en/people/maja-dahl/")

    page = editor.open("/admin/articles/contributor/add/", form="contributor_form")
    page = editor.send(page, form="contributor_form", name="Maja Holt")
    assert page.errors == ["Another contributor has this address, or had it. Type a different one."]
    page = editor.open(address, form="contributor_form")
    editor.send(page, slug="maja-holt")  # and back again
    assert editor.client.get("/en/people/maja-holt/").status_code == 200
    assert editor.client.get("/en/people/maja-dahl/").status_code == 301


def test_an_address_that_readers_never_knew_is_free_again(editor: Desk) -> None:
    newsroom.article(by="Maja Holt")
    maja = Contributor.objects.get()
    page = editor.open(f"/admin/articles/contributor/{maja.pk}/change/", form="contributor_form")
    editor.send(page, slug="maja-dahl")
    assert not FormerAddress.objects.exists()


def test_whom_readers_find_in_a_byline_can_not_be_deleted(chief: Desk, maja: Contributor) -> None:
    article = Article.objects.get()
    article.bylines.all().delete()
    address = f"/admin/articles/contributor/{maja.pk}/delete/"
    assert chief.client.post(address, {"post": "yes"}).status_code == 403
    newsroom.withdraw(article)
    chief.client.post(address, {"post": "yes"})
    assert not Contributor.objects.exists()


def test_a_source_needs_a_name_in_one_language(editor: Desk) -> None:
    page = editor.open("/admin/articles/source/add/", form="source_form")
    page = editor.send(page, form="source_form", url="coast.example")
    assert page.errors == ["Give the source a name in at least one language."]
    editor.send(page, name_da="Kystkontoret")
    assert said(Source.objects.get(), "name_da", "url") == ("Kystkontoret", "https://coast.example")
