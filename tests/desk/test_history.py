"""The history of an article: who, when, what; and the way back."""

import pytest
from django.urls import reverse

from articles.editing.apply import EVERYTHING, May, apply
from articles.editing.changes import GiveUp, Insert, Move, Remove, Set
from articles.editing.values import board_order, values_of
from articles.models.article import Article
from articles.models.desk import Sitting
from tests import newsroom
from tests.cast import Cast
from tests.desk.desk import Desk

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(cast: Cast) -> Article:
    return newsroom.article(owner=cast.writer)


def address(story: Article, name: str = "history", *args: int | str) -> str:
    return reverse(f"admin:articles_article_{name}", args=[story.pk, *args])


def edit(story, by, *changes):
    apply(article_id=story.pk, changes=changes, by=by, may=EVERYTHING, save=True)


def state(story):
    story = Article.objects.get(pk=story.pk)
    return values_of(story), board_order(story.slides.all(), story.links.all())


def test_it_says_who_changed_what_word_by_word(story, cast, editor):
    edit(story, cast.writer, Set("1", "", "headline", "en", "The last rung", "The first rung"))
    page = editor.open(address(story))
    assert page.status == 200
    assert page.root.texts(".version .side del") == ["last"]
    assert page.root.texts(".version .side ins") == ["first"]
    assert "Maja Holt" in page.root.texts(".version .head")[0]


def test_an_article_without_changes_says_so(story, editor):
    assert editor.open(address(story)).root.texts(".kept .none")


def test_a_version_is_brought_back_whole(story, cast, editor):
    newsroom.link(story, newsroom.article("Elsewhere", "Andetsteds"), after=story.slides.all()[1])
    newsroom.byline(story)
    newsroom.source(story, "The Coast Guard", "Kystvagten")
    one, two, _three = story.slides.all()
    before = state(story)
    edit(
        story,
        cast.writer,
        Set("1", "", "headline", "da", "Det nederste trin", "Trinnet"),
        Set("2", one.key, "body", "en", one.body_en, "<p>Other words.</p>"),
        Remove("3", two.key, 0),
        Insert("4", "bcdfg", "slide", ""),
        Move("5", one.key, "bcdfg", 0),
        Set("6", "", "bylines", "", [[story.bylines.get().contributor_id, "text"]], []),
        Set("7", one.key, "photo", "", one.photo_id, None),
    )
    assert state(story) != before
    after = state(story)
    first, last = Sitting.objects.order_by("began", "pk")
    editor.client.post(address(story, "restore", first.pk))
    assert state(story) == before
    editor.client.post(address(story, "restore", last.pk))
    assert state(story) == after


def test_one_field_is_taken_back_and_nothing_else(story, cast, editor):
    slide = story.slides.all()[0]
    edit(
        story,
        cast.writer,
        Set("1", slide.key, "heading", "en", "Step 1", "Rung"),
        Set("2", slide.key, "heading", "da", "Trin 1", "Trinnet"),
    )
    sitting = Sitting.objects.exclude(changes=[]).get()
    editor.client.post(
        address(story, "take_back", sitting.pk, f"{slide.key}-heading-en"), {"version": 1}
    )
    slide.refresh_from_db()
    assert (slide.heading_en, slide.heading_da) == ("Step 1", "Trinnet")


def test_what_went_on_since_the_page_was_shown_is_not_taken_back(story, cast, editor):
    """A sitting that is still open goes on changing: what one presses is what one has seen."""
    slide = story.slides.all()[0]
    first = Set("1", slide.key, "heading", "en", "Step 1", "Rung")
    apply(article_id=story.pk, changes=[first], by=cast.writer, may=EVERYTHING)
    sitting = Sitting.objects.exclude(changes=[]).get()
    shown = editor.client.get(address(story, "history")).content.decode()
    assert 'name="version" value="1"' in shown
    edit(
        story,
        cast.writer,
        Set("2", slide.key, "heading", "da", "Trin 1", "Trinnet"),
        Set("3", slide.key, "heading", "en", "Rung", "Ladder"),
    )
    here = address(story, "take_back", sitting.pk, f"{slide.key}-heading-en")
    response = editor.client.post(here, {"version": 1}, follow=True)
    assert "changed again" in response.content.decode()
    slide.refresh_from_db()
    assert (slide.heading_en, slide.heading_da) == ("Ladder", "Trinnet")


def test_a_link_that_was_added_is_called_one(story, cast, editor):
    edit(story, cast.writer, Insert("1", "bcdfg", "link", ""))
    shown = editor.client.get(address(story, "history")).content.decode()
    assert "<h3>Also read</h3>" in shown
    assert "that is not here now" not in shown


def test_what_was_changed_again_is_not_overwritten(story, cast, editor):
    slide = story.slides.all()[0]
    edit(story, cast.writer, Set("1", slide.key, "heading", "en", "Step 1", "Rung"))
    sitting = Sitting.objects.exclude(changes=[]).get()
    edit(story, cast.writer, Set("2", slide.key, "heading", "en", "Rung", "Ladder"))
    here = address(story, "take_back", sitting.pk, f"{slide.key}-heading-en")
    response = editor.client.post(here, {"version": 1}, follow=True)
    assert "changed again" in response.content.decode()
    slide.refresh_from_db()
    assert slide.heading_en == "Ladder"


def test_the_plain_form_leaves_a_version_too(story, editor, cast):
    page = editor.article(story)
    editor.send(page, headline_en="Written without script")
    [entry] = Sitting.objects.get(by=cast.editor).changes
    assert (entry["before"], entry["value"]) == ("The last rung", "Written without script")
    story.refresh_from_db()
    assert (story.version, story.words_version, story.order_version) == (1, 1, 0)


@pytest.mark.parametrize(("who", "status"), [("translator", 302), ("photo_editor", 403)])
def test_bringing_back_takes_the_rights_of_each_field(story, cast, who, status):
    Article.objects.filter(pk=story.pk).update(assignee_da=cast.translator)
    slide = story.slides.all()[0]
    edit(
        story,
        cast.writer,
        Set("1", slide.key, "heading", "en", "Step 1", "Rung"),
        Set("2", slide.key, "heading", "da", "Trin 1", "Trinnet"),
    )
    first = Sitting.objects.order_by("began", "pk")[0]
    response = Desk(getattr(cast, who)).client.post(address(story, "restore", first.pk))
    assert response.status_code == status
    slide.refresh_from_db()
    danish = "Trin 1" if status == 302 else "Trinnet"
    assert (slide.heading_en, slide.heading_da) == ("Rung", danish)


def test_what_lost_to_somebody_elses_words_is_there_and_comes_back(story, cast, editor):
    slide = story.slides.all()[0]
    edit(story, cast.chief, Set("1", slide.key, "heading", "en", "Step 1", "Hers"))
    for number, lost in enumerate(("His", "His own", "His own")):
        edit(story, cast.editor, GiveUp(f"r-{number}", slide.key, "heading", "en", lost))
    before = Article.objects.get(pk=story.pk)
    page = editor.open(address(story))
    assert {"His", "His own"} <= set(page.root.texts(".version .side del"))
    assert before.version == 1  # nothing is newer than what the pages show
    [sitting] = [
        each
        for each in Sitting.objects.filter(by=cast.editor)
        if each.changes[0]["before"] == "His"
    ]
    here = address(story, "take_back", sitting.pk, f"{slide.key}-heading_given_up-en")
    editor.client.post(here, {"version": sitting.changes[0]["version"]})
    slide.refresh_from_db()
    assert slide.heading_en == "His"


def test_all_that_lost_in_one_sitting_is_kept(story, cast):
    slide = story.slides.all()[0]
    lost = [GiveUp(str(n), slide.key, "body", "da", f"<p>{n}</p>") for n in (1, 2, 2)]
    for each in lost:
        apply(article_id=story.pk, changes=[each], by=cast.editor, may=EVERYTHING)
    sitting = Sitting.objects.get(by=cast.editor, closed=False)
    assert [each["before"] for each in sitting.changes] == ["<p>1</p>", "<p>2</p>"]
    assert (
        apply(
            article_id=story.pk, changes=[lost[0]], by=cast.translator, may=May(frozenset({"en"}))
        )
        .results[0]
        .status
        == "refused"
    )
