"""Two people have one article open. Nothing that anybody typed is lost without a word."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from articles.models.article import Article, Slide
from articles.models.staff import User
from tests import newsroom
from tests.cast import Cast, hire
from tests.desk.desk import Desk, headings, said

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


@pytest.fixture
def article(cast: Cast) -> Article:
    return newsroom.article(owner=cast.editor, assignee_da=cast.translator)


def test_a_writer_in_english_and_a_translator_in_danish_never_meet(
    editor: Desk, cast: Cast, article: Article
) -> None:
    translator = Desk(cast.translator)
    english, danish = editor.article(article), translator.article(article)
    translator.send(danish, **{"slides-0-heading_da": "Det øverste trin"})
    page = editor.send(english, **{"slides-0-heading_en": "The top rung"})
    slide = article.slides.all()[0]
    assert said(slide, "heading_en", "heading_da") == ("The top rung", "Det øverste trin")
    assert "Lea Nørgaard" in page.notes[0]
    assert page.notes[0].endswith("Your changes were added to theirs.")


def test_two_changes_of_one_field_are_shown_to_the_second(
    editor: Desk, chief: Desk, article: Article
) -> None:
    first, second = chief.article(article), editor.article(article)
    chief.send(first, headline_en="The top rung")
    page = editor.send(second, headline_en="The last step", standfirst_da="Ny manchet")
    assert said(article, "headline_en") == ("The top rung",)  # nothing of the second was saved …
    assert page.values["headline_en"] == "The last step"  # … and nothing of it is lost
    assert page.values["standfirst_da"] == "Ny manchet"
    (error,) = page.errors
    assert error.startswith("Ingrid Dahl (")
    assert "has changed this since you opened the page:" in error
    assert page.root.texts(".versions del") == ["top", "rung"]
    assert page.root.texts(".versions ins") == ["last", "step"]


def test_a_second_save_lets_the_second_version_stand(
    editor: Desk, chief: Desk, article: Article
) -> None:
    first, second = chief.article(article), editor.article(article)
    chief.send(first, headline_en="The top rung", kicker_en="On the jetty")
    page = editor.send(second, headline_en="The last step")
    editor.send(page)
    assert said(article, "headline_en", "kicker_en") == ("The last step", "On the jetty")


def test_the_same_change_twice_is_no_conflict(editor: Desk, chief: Desk, article: Article) -> None:
    first, second = chief.article(article), editor.article(article)
    chief.send(first, **{"slides-1-body_en": "The same."})
    page = editor.send(second, **{"slides-1-body_en": "The same."})
    assert page.errors == []
    assert said(article.slides.all()[1], "body_en") == ("<p>The same.</p>",)


def test_a_conflict_in_a_slide_shows_both_texts(
    editor: Desk, chief: Desk, article: Article
) -> None:
    first, second = chief.article(article), editor.article(article)
    chief.send(first, **{"slides-1-body_da": "Deres tekst."})
    page = editor.send(second, **{"slides-1-body_da": "Min tekst."})
    assert page.root.texts(".versions del") == ["Deres"]
    assert page.root.texts(".versions ins") == ["Min"]
    assert said(article.slides.all()[1], "body_da") == ("<p>Deres tekst.</p>",)
    assert page.values["slides-1-body_da"] == "Min tekst."


def test_a_slide_deleted_meanwhile_is_kept_by_whoever_wrote_in_it(
    editor: Desk, chief: Desk, article: Article
) -> None:
    first, second = chief.article(article), editor.article(article)
    chief.send(first, **{"slides-1-DELETE": "on"})
    assert headings(article) == ["Step 1", "Step 3"]
    page = editor.send(second, **{"slides-1-heading_en": "Written meanwhile"})
    assert headings(article) == ["Step 1", "Written meanwhile", "Step 3"]
    assert any("had deleted something that you have changed" in note for note in page.notes)


def test_a_slide_deleted_meanwhile_stays_deleted_for_whoever_left_it_alone(
    editor: Desk, chief: Desk, article: Article
) -> None:
    first, second = chief.article(article), editor.article(article)
    chief.send(first, **{"slides-1-DELETE": "on"})
    editor.send(second, **{"slides-2-heading_en": "Written meanwhile"})
    assert headings(article) == ["Step 1", "Written meanwhile"]


def test_what_somebody_just_wrote_is_not_deleted_unread(
    editor: Desk, chief: Desk, article: Article
) -> None:
    first, second = chief.article(article), editor.article(article)
    chief.send(first, **{"slides-1-heading_en": "Written meanwhile"})
    page = editor.send(second, **{"slides-1-DELETE": "on"})
    assert headings(article) == ["Step 1", "Written meanwhile", "Step 3"]
    assert any("has changed what you delete" in error for error in page.errors)
    assert page.values["slides-1-heading_en"] == "Written meanwhile"
    editor.send(page)
    assert headings(article) == ["Step 1", "Step 3"]


def test_an_order_changed_meanwhile_is_not_overwritten(
    editor: Desk, chief: Desk, article: Article
) -> None:
    first, second = chief.article(article), editor.article(article)
    chief.send(first, **{"slides-2-place": "1"})
    page = editor.send(second, **{"slides-1-place": "1"})
    assert headings(article) == ["Step 3", "Step 1", "Step 2"]
    assert any("has changed the order" in error for error in page.errors)


def test_a_slide_added_meanwhile_stays_where_it_is_when_others_move(
    editor: Desk, chief: Desk, article: Article
) -> None:
    first, second = chief.article(article), editor.article(article)
    new = {"slides-TOTAL_FORMS": "4", "slides-3-languages": "both", "slides-3-place": "2"}
    chief.send(first, **new, **{"slides-3-heading_en": "New"})
    editor.send(second, **{"slides-2-place": "1"})
    assert headings(article) == ["Step 3", "Step 1", "New", "Step 2"]


def test_a_page_that_did_not_load_completely_saves_nothing(editor: Desk, article: Article) -> None:
    page = editor.article(article)
    answer = editor.send(page, headline_en="Half a page", seen="")
    assert said(article, "headline_en") == ("The last rung",)
    assert "The page was not complete. Load it again, then repeat the change." in answer.errors


def test_an_invalid_field_does_not_hide_that_somebody_changed_it(
    editor: Desk, chief: Desk, article: Article
) -> None:
    first, second = chief.article(article), editor.article(article)
    chief.send(first, headline_en="The top rung")
    page = editor.send(second, headline_en="x" * 201)
    assert any("has changed this since" in error for error in page.errors)
    assert Slide.objects.count() == 3


@pytest.mark.django_db(transaction=True)
def test_of_two_who_save_at_once_nobody_loses_a_word() -> None:
    """Each adds words to what the page shows, and does so again where the page says no."""
    cast = hire()
    article = newsroom.article(owner=cast.editor, slides=1, editor_note="Begun")
    start = threading.Barrier(2)

    def write(person: User, words: list[str]) -> int:
        desk, refused = Desk(person), 0
        start.wait()
        for word in words:
            while True:
                page = desk.article(article)
                note = f"{page.values['editor_note']} {word}"
                answer = desk.send(page, editor_note=note)
                if not answer.errors:
                    break
                refused += 1
        connections.close_all()
        return refused

    mine, theirs = ([f"{name}{number}" for number in range(5)] for name in ("mine", "theirs"))
    with ThreadPoolExecutor(2) as both:
        work = [both.submit(write, cast.editor, mine), both.submit(write, cast.chief, theirs)]
    assert all(each.result() >= 0 for each in work)
    (note,) = said(article, "editor_note")
    assert sorted(note.split()) == sorted(["Begun", *mine, *theirs])
