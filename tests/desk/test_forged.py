"""What a page does not offer can not be had by sending it all the same."""

from typing import Any

import pytest
from django.contrib.auth.models import Group

from articles.models.article import Article, Slide
from articles.models.staff import User
from tests import newsroom
from tests.cast import Cast
from tests.desk.desk import Desk, Page, headings, panel, said

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


@pytest.fixture
def given(cast: Cast) -> Article:
    """Rasmus's article, whose Danish Lea writes."""
    return newsroom.article(owner=cast.editor, assignee_da=cast.translator)


FORGED: dict[str, Any] = {
    "headline_en": "Forged",
    "stage_en": "ready",
    "topic": "",
    "commercial": "sponsored",
    "sponsor": "Forged",
    "owner": "",
    "assignee_en": "1",
    "editor_note": "Forged",
}


def test_a_translator_writes_one_language_and_nothing_else(cast: Cast, given: Article) -> None:
    desk = Desk(cast.translator)
    before = said(given, *FORGED)
    page = desk.send(desk.article(given), headline_da="Det øverste trin", **FORGED)
    assert page.status == 200
    assert said(given, *FORGED) == before
    assert said(given, "headline_da") == ("Det øverste trin",)


def test_a_translator_changes_no_slide_but_its_words(cast: Cast, given: Article) -> None:
    desk, other = Desk(cast.translator), newsroom.photo()
    page = desk.article(given)
    forged = {
        "slides-0-heading_en": "Forged",
        "slides-0-photo": str(other.pk),
        "slides-0-languages": "en",
        "slides-0-place": "3",
        "slides-1-DELETE": "on",
        "slides-TOTAL_FORMS": "4",
        "slides-3-heading_da": "Forged",
        "slides-3-languages": "both",
        "_duplicate": str(given.slides.all()[0].pk),
    }
    desk.send(page, **{"slides-0-body_da": "Mine ord."}, **forged)
    assert headings(given) == ["Step 1", "Step 2", "Step 3"]
    first = given.slides.all()[0]
    assert said(first, "body_da", "languages") == ("<p>Mine ord.</p>", "both")
    assert first.photo != other


def test_a_translator_reads_the_other_language_beside(cast: Cast, given: Article) -> None:
    page = Desk(cast.translator).article(given)
    assert "headline_en" not in page.values
    english = page.root.one("div.cover div.leaf.en")
    assert english.one(".f-headline div.readonly").text == "The last rung"
    english = page.root.all("li.slide")[0].one("div.leaf.en")
    assert english.one(".f-body div.readonly").text == "What happened at step 1."


def test_a_writer_hands_out_no_work(cast: Cast) -> None:
    article = newsroom.article(owner=cast.writer)
    desk = Desk(cast.writer)
    desk.send(desk.article(article), owner=str(cast.editor.pk), assignee_da=str(cast.writer.pk))
    assert said(article, "owner", "assignee_da") == (cast.writer, None)


def test_a_writer_makes_nobody_else_the_owner_of_a_new_article(cast: Cast) -> None:
    desk = Desk(cast.writer)
    page = desk.open("/admin/articles/article/add/", form="article_form")
    desk.send(page, headline_en="Mine", owner=str(cast.chief.pk))
    assert Article.objects.get().owner == cast.writer


def test_once_it_is_live_a_writer_changes_nothing(cast: Cast) -> None:
    article = newsroom.article(owner=cast.writer)
    desk = Desk(cast.writer)
    page = desk.article(article)  # loaded while it was a draft
    newsroom.publish(article, "da")
    assert desk.send(page, headline_en="Forged").status == 403
    assert said(article, "headline_en") == ("The last rung",)


def test_a_slide_of_another_article_is_out_of_reach(cast: Cast) -> None:
    mine, theirs = newsroom.article(owner=cast.writer), newsroom.article("Theirs")
    target = theirs.slides.all()[0]
    desk = Desk(cast.writer)
    page = desk.article(mine)
    desk.send(page, **{"slides-0-id": str(target.pk), "slides-0-heading_en": "Forged"})
    desk.send(desk.article(mine), button="", _duplicate=str(target.pk))
    assert said(target, "heading_en", "article_id") == ("Step 1", theirs.pk)
    assert Slide.objects.filter(article=theirs).count() == 3


def test_a_writer_links_to_no_draft_of_others(cast: Cast) -> None:
    mine, secret = newsroom.article(owner=cast.writer), newsroom.article("A secret draft")
    desk = Desk(cast.writer)
    new = {"links-TOTAL_FORMS": "1", "links-0-target": str(secret.pk)}
    page = desk.send(desk.article(mine), **new)
    assert page.errors == [
        "Select a valid choice. That choice is not one of the available choices."
    ]
    assert not mine.links.exists()


def test_a_chooser_offers_no_draft_of_others(cast: Cast) -> None:
    newsroom.article("A secret draft")
    newsroom.live("A public story", only="en")
    query = "app_label=articles&model_name=crosslink&field_name=target&term="
    answer = Desk(cast.writer).client.get(f"/admin/autocomplete/?{query}").json()
    assert [each["text"] for each in answer["results"]] == ["A public story"]


def test_an_editor_publishes_no_correction(cast: Cast) -> None:
    article = newsroom.live()
    newsroom.change(article, headline_en="The first rung")
    desk = Desk(cast.editor)
    page = desk.send(
        desk.panel(article), form="publish_form", button="", kind="correction", note_en="Forged"
    )
    assert page.status == 422
    assert article.editions.count() == 2


def test_what_was_shown_can_not_be_forged(cast: Cast) -> None:
    article = newsroom.article()
    desk = Desk(cast.editor)
    page = desk.send(
        desk.panel(article), form="publish_form", button="", shown_en="forged", languages=["en"]
    )
    assert page.status == 422
    assert not article.editions.exists()


@pytest.mark.parametrize("role", ["writer", "translator", "photo_editor"])
def test_who_may_not_publish_publishes_nothing(role: str, cast: Cast) -> None:
    article = newsroom.article(owner=cast.writer, assignee_da=cast.translator)
    sealed = Desk(cast.editor).panel(article)
    answer = Desk(getattr(cast, role)).send(Page(panel(article), 200, sealed.root, sealed.values))
    assert answer.status == 403
    assert not article.editions.exists()


def test_a_photo_editor_changes_no_article(cast: Cast) -> None:
    article = newsroom.article()
    page = Desk(cast.editor).article(article)
    answer = Desk(cast.photo_editor).send(page, headline_en="Forged")
    assert answer.status == 403
    assert said(article, "headline_en") == ("The last rung",)


# --- People --------------------------------------------------------------------------------------


def person(desk: Desk, user: User) -> Page:
    return desk.open(f"/admin/articles/user/{user.pk}/change/", form="user_form")


def test_a_chief_editor_gives_roles_but_no_more(cast: Cast) -> None:
    desk = Desk(cast.chief)
    editor, guests = Group.objects.get(name="editor"), Group.objects.create(name="guests")
    page = person(desk, cast.writer)
    assert len(page.root.all('input[name="groups"]')) == 6
    desk.send(page, groups=[str(editor.pk)], is_superuser="on", user_permissions=["1"])
    cast.writer.refresh_from_db()
    assert [group.name for group in cast.writer.groups.all()] == ["editor"]
    assert not cast.writer.is_superuser
    assert not cast.writer.user_permissions.exists()
    page = desk.send(person(desk, cast.writer), groups=[str(guests.pk)])
    assert [group.name for group in cast.writer.groups.all()] == ["editor"]


def test_a_chief_editor_does_not_touch_a_superuser(cast: Cast, root: User) -> None:
    desk = Desk(cast.chief)
    assert desk.client.post(f"/admin/articles/user/{root.pk}/change/").status_code == 403
    assert desk.client.get(f"/admin/articles/user/{root.pk}/password/").status_code == 403


def test_a_new_colleague_is_staff_from_the_start(cast: Cast) -> None:
    desk = Desk(cast.chief)
    page = desk.open("/admin/articles/user/add/", form="user_form")
    long = "correct horse battery staple"
    new = {"username": "anton", "password1": long, "password2": long, "is_superuser": "on"}
    desk.send(page, **new)
    anton = User.objects.get(username="anton")
    assert (anton.is_staff, anton.is_superuser) == (True, False)


def test_a_short_password_is_refused(cast: Cast) -> None:
    desk = Desk(cast.chief)
    page = desk.open("/admin/articles/user/add/", form="user_form")
    page = desk.send(page, username="anton", password1="sh0rt-one", password2="sh0rt-one")
    assert page.errors == ["This password is too short. It must contain at least 12 characters."]
