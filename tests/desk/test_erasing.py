"""The chief editor hides, anonymises and erases: shown first, confirmed, and written down."""

from typing import Any

import pytest
from django.urls import reverse

from articles.models.article import Article
from articles.models.edition import Deindexed
from articles.models.erasure import Erasure
from articles.models.photo import Photo
from articles.models.staff import User
from articles.publishing.holdings import photos_of
from tests import erasing, newsroom
from tests.again import again
from tests.cast import Cast
from tests.desk.desk import Desk, Page

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

WORDS = {
    "words_1": "Jens Hansen",
    "instead_1": "J.H.",
    "words_2": "Hansen",
    "instead_2": "H.",
    "genitive": "on",
    "library": "on",
}


@pytest.fixture
def story(cast: Cast) -> Article:
    return again(erasing.story, cast.chief)


def address(name: str, article: Article | None = None) -> str:
    return reverse(f"admin:articles_article_{name}", args=[article.pk] if article else [])


def post(desk: Desk, where: str, form: str = "confirm_form", **values: Any) -> Page:
    response = desk.client.post(where, values, follow=True)
    led = response.redirect_chain[-1][0] if response.redirect_chain else where
    return desk._page(led, response, form)


def confirmed(page: Page, article: Article, reason: str = "He asked.") -> dict[str, Any]:
    return {**page.values, "reason": reason, "number": str(article.pk)}


# --- Search engines ------------------------------------------------------------------------------


def test_hidden_and_shown_again_with_a_reason_each(story: Article, chief: Desk) -> None:
    page = chief.open(address("erasing", story), form="deindex_form")
    assert page.root.texts("ul.states li") == ["EN Search engines may have it"] + [
        "DA Search engines may have it"
    ]
    where = address("deindex", story)
    assert post(chief, where, languages=["en"], hide="1").status == 422
    page = post(chief, where, languages=["en"], reason="He asked.", hide="1")
    assert page.notes == ["The English version is hidden from search engines."]
    assert page.root.texts("ul.states li")[0] == "EN Hidden from search engines"
    assert Deindexed.objects.get().language == "en"
    page = post(chief, where, languages=["en", "da"], reason="He may.", show="1")
    assert page.notes == ["Search engines may have the English version again."]
    assert not Deindexed.objects.exists()
    history = chief.open(address("history", story))
    [hidden] = [t for t in history.root.texts("li.act") if "hidden from search engines" in t]
    assert "He asked." in hidden


# --- Names ---------------------------------------------------------------------------------------


def test_each_place_is_shown_before_and_nothing_is_written(story: Article, chief: Desk) -> None:
    before = erasing.standing("Hansen")
    page = post(chief, address("anonymise", story), **WORDS)
    assert (page.status, erasing.standing("Hansen")) == (200, before)
    rows = page.root.texts("table.places tr")
    assert "Slide 1 DAHeadingHansensH.s første trin" in rows
    assert "Edition 2 ENHeadingHansenH. again" in rows
    photo = Photo.objects.get(alt_en__contains="Hansen")
    assert f"Photo {photo.pk} ENAlt textHansenH. at dawn." in rows
    [addresses] = page.root.all('section[aria-labelledby="h-addresses"]')
    assert addresses.texts("li") == [
        "EN jens-hansen-climbs j-h-climbs",
        "EN jens-hansen-falls j-h-falls",
        "DA jens-hansen-klatrer j-h-klatrer",
    ]
    assert "records of the history are rewritten" in " ".join(page.root.texts("p.lead"))


def test_confirmed_it_is_done_and_the_name_stands_nowhere(story: Article, chief: Desk) -> None:
    where = address("anonymise", story)
    page = post(chief, where, **WORDS)
    wrong = post(chief, where, **{**confirmed(page, story), "number": "0"})
    assert (wrong.status, wrong.errors) == (422, [f"Type {story.pk}, and nothing else."])
    named = post(chief, where, **confirmed(page, story, "Mr Hansen asked."))
    assert named.status == 422
    assert erasing.standing("Hansen")
    done = post(chief, where, **confirmed(page, story))
    assert done.notes == ["The words are replaced everywhere in this article."]
    assert erasing.standing("Hansen") == set()
    row = Erasure.objects.get()
    assert (row.kind, row.reason, row.by and row.by.username) == (
        "anonymise",
        "He asked.",
        "ingrid",
    )
    pages = erasing.crawl(
        chief.client,
        address("erasing", story),
        reverse("admin:articles_article_changelist"),
        reverse("admin:articles_erasure_changelist"),
        within=rf"/admin/articles/(article/(\?|$|{story.pk}/)|erasure/)(?!.*delete)",
    )
    assert len(pages) > 20
    assert {text[:3] for text in pages.values()} <= {"200", "302", "405"}
    assert erasing.shown(pages, "Hansen") == set()


def test_what_changed_meanwhile_is_shown_once_more(story: Article, chief: Desk) -> None:
    where = address("anonymise", story)
    page = post(chief, where, **WORDS)
    newsroom.change(story, kicker_en="Hansen")
    again = post(chief, where, **confirmed(page, story))
    assert again.status == 422
    assert "changed since you looked" in again.notes[0]
    assert "The article ENKickerHansenH." in again.root.texts("table.places tr")
    assert post(chief, where, **confirmed(again, story)).status == 200
    assert erasing.standing("Hansen") == set()


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ({}, "Type the words that shall go."),
        ({"words_1": "Hansen"}, "Type what shall stand there instead."),
        ({"instead_1": "H."}, "Type the words that shall go."),
        ({"words_1": "H", "instead_1": "N."}, "One letter alone is everywhere. Type more."),
        ({"words_1": "Petersen", "instead_1": "P."}, "These words are not in the article."),
        (
            {"words_1": "Hansen", "instead_1": "Hr. Hansen"},
            "“Hr. Hansen” holds words that shall go: it would name them still.",
        ),
    ],
)
def test_words_are_checked(story: Article, chief: Desk, typed: dict[str, str], error: str) -> None:
    page = post(chief, address("anonymise", story), form="names_form", **typed)
    assert (page.status, page.errors) == (422, [error])


def test_what_only_looks_like_them_and_what_stands_elsewhere_is_told(
    story: Article, chief: Desk
) -> None:
    newsroom.change(story, kicker_da="Hansensagen")
    newsroom.article("Hansen once more", "Hansen igen", by="Ole Hansen")
    page = post(chief, address("anonymise", story), **WORDS)
    assert page.root.texts("section.left li") == ["The article, Kicker Hansensagen"]
    assert page.root.texts("p.elsewhere") == [
        "The words also stand in 1 other article. Look at all of them"
    ]
    [apart] = page.root.all('section[aria-labelledby="h-apart"]')
    assert apart.texts("li") == ["Contributor: Ole Hansen"]


def test_in_all_articles_at_once(story: Article, chief: Desk) -> None:
    other = newsroom.live("Hansen once more", "Hansen igen")
    spared = newsroom.article("Another Hansen", "En anden Hansen")
    where = address("names")
    page = post(chief, where, **WORDS)
    assert page.values["article"] == [str(a.pk) for a in (story, other, spared)]
    assert "The article ENHeadlineHansenH. once more" in page.root.texts("table.places tr")
    ticked = [str(story.pk), str(other.pk)]
    sent = {**page.values, "article": ticked, "reason": "He asked."}
    assert post(chief, where, **{**sent, "number": "2"}).status == 422
    done = post(chief, where, **{**sent, "number": "3"})
    assert done.notes == ["The words are replaced in 2 articles."]
    assert done.address == reverse("admin:articles_erasure_changelist")
    assert sorted(Erasure.objects.values_list("number", flat=True)) == [story.pk, other.pk]
    again = post(chief, where, **WORDS)
    assert again.values["article"] == [str(spared.pk)]


def test_what_a_request_has_no_time_for_waits_ticked(
    story: Article, chief: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("articles.desk.erasing.newsroom_view._SECONDS", 0)
    other = newsroom.article("Hansen once more", "Hansen igen")
    where = address("names")
    page = post(chief, where, **WORDS)
    page = post(chief, where, **{**page.values, "reason": "He asked.", "number": "2"})
    assert page.notes[0] == "The words are replaced in 1 article."
    assert page.values["article"] == [str(other.pk)]
    page = post(chief, where, **{**page.values, "reason": "He asked.", "number": "1"})
    assert erasing.standing("Hansen") == set()


# --- Erasing -------------------------------------------------------------------------------------


def test_what_would_go_is_shown_and_confirmed_it_is_gone(story: Article, chief: Desk) -> None:
    other = newsroom.article("Another", "En anden")
    newsroom.link(other, story)
    photo = photos_of(story.pk)[0]
    where = address("erase", story)
    page = chief.open(where, form="confirm_form")
    [goes] = page.root.all('section[aria-labelledby="h-goes"]')
    told = goes.texts("li")
    assert told[:2] == ["8 editions", "2 slides"]
    assert "/en/health/jens-hansen-falls/" in told
    assert told[-1] == "Another"
    assert len(page.root.all("ul.photos li")) == 3
    assert post(chief, where, **{**confirmed(page, story), "reason": ""}).status == 422
    assert Article.objects.get(pk=story.pk).erased_at is None
    done = post(chief, where, **{**confirmed(page, story), "photos": [str(photo)]})
    assert done.notes == [f"Article {story.pk} is erased."]
    assert Photo.objects.get(pk=photo).taken_down_at
    assert erasing.standing("climbs") == set()
    for name in ("change", "history", "erasing", "publish", "erase"):
        response = chief.client.get(address(name, story))
        assert response.status_code == 404 or response["Location"] == reverse("admin:index")
    listed = chief.client.get(reverse("admin:articles_article_changelist")).content.decode()
    assert f"/article/{story.pk}/" not in listed and f"/article/{other.pk}/" in listed


def test_the_log_says_who_when_and_why_in_the_desks_language(
    story: Article, cast: Cast, chief: Desk
) -> None:
    post(chief, address("deindex", story), languages=["en"], reason="He asked.", hide="1")
    row = Erasure.objects.get()
    listed = chief.open(reverse("admin:articles_erasure_changelist")).root
    [line] = listed.texts("tbody tr")
    assert "Hidden from search engines: EN" in line
    assert "Ingrid Dahl" in line and "He asked." in line
    page = chief.open(reverse("admin:articles_erasure_change", args=[row.pk])).root
    assert "He asked." in " ".join(page.texts("div.readonly"))
    assert row.sealed == "" and "sealed" not in str(page)
    User.objects.filter(pk=cast.chief.pk).update(interface_language="da")
    danish = Desk(User.objects.get(pk=cast.chief.pk), language="da")
    assert danish.open(address("erasing", story)).root.all('html[lang="da"]')


def test_only_the_chief_editor_is_offered_it(story: Article, cast: Cast, chief: Desk) -> None:
    entry = address("erasing", story)
    assert entry in chief.client.get(address("change", story)).content.decode()
    assert entry in chief.client.get(address("history", story)).content.decode()
    for person in (cast.editor, cast.photo_editor):
        desk = Desk(person)
        assert entry not in desk.client.get(address("change", story)).content.decode()
        assert desk.client.get(entry).status_code == 403
        assert desk.client.get(address("names")).status_code == 403
        assert desk.client.post(address("anonymise", story), WORDS).status_code == 403
