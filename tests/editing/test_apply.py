"""The verb of the desk's pages: what is written, what conflicts, what is refused."""

import json

import pytest

from articles.editing.apply import EVERYTHING, May, apply
from articles.editing.changes import Insert, Move, PutBack, Remove, Set
from articles.editing.values import values_of
from articles.models.article import Article, CrossLink, Slide
from articles.models.desk import Sitting
from articles.models.permalink import Permalink
from tests import newsroom
from tests.cast import Cast, hire

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return hire()


@pytest.fixture
def story() -> Article:
    return newsroom.article()


def first(article: Article) -> Slide:
    return article.slides.all()[0]


def write(story, by, *changes, may=EVERYTHING, **more):
    return apply(article_id=story.pk, changes=changes, by=by, may=may, **more)


def setting(row, value, base="", field="heading", language="en", pk="a"):
    return Set(pk, row, field, language, base, value)


def test_a_change_is_written_and_takes_the_next_version(story, cast):
    slide = first(story)
    done = write(story, cast.writer, setting(slide.key, "  First  rung ", "Step 1"))
    slide.refresh_from_db()
    assert (slide.heading_en, slide.heading_da) == ("First rung", "Trin 1")
    assert [(r.status, r.value, r.version) for r in done.results] == [("done", "First rung", 1)]
    assert (slide.version, done.article.version, done.article.changed_by) == (1, 1, cast.writer)


def test_two_languages_of_one_slide_never_meet(story, cast):
    slide = first(story)
    write(story, cast.writer, setting(slide.key, "Rung", "Step 1"))
    done = write(story, cast.translator, setting(slide.key, "Trinnet", "Trin 1", language="da"))
    assert done.results[0].status == "done"
    slide.refresh_from_db()
    assert (slide.heading_en, slide.heading_da) == ("Rung", "Trinnet")


def test_the_second_of_two_on_one_field_is_told_who_and_what(story, cast):
    slide = first(story)
    write(story, cast.writer, setting(slide.key, "Rung", "Step 1"))
    result = write(story, cast.editor, setting(slide.key, "Stair", "Step 1")).results[0]
    assert (result.status, result.now, result.by) == ("conflict", "Rung", "Maja Holt")
    slide.refresh_from_db()
    assert slide.heading_en == "Rung"
    again = write(story, cast.editor, setting(slide.key, "Stair", "Rung")).results[0]
    assert again.status == "done"


def test_what_was_done_may_be_sent_again(story, cast):
    slide = first(story)
    changes = [
        Insert("1", "bcdfg", "slide", slide.key),
        setting("bcdfg", "Between", "", pk="2"),
        Move("3", "bcdfg", "", 0),
    ]
    once = write(story, cast.writer, *changes)
    twice = write(story, cast.writer, *changes)
    assert [r.status for r in twice.results] == [r.status for r in once.results] == ["done"] * 3
    assert twice.article.version == once.article.version == 1
    assert first(story).key == "bcdfg"


def test_a_slide_takes_its_links_along_and_leaves_them_when_it_goes(story, cast):
    one, two, three = story.slides.all()
    link = newsroom.link(story, newsroom.article("Elsewhere", "Andetsteds"), after=two)
    write(story, cast.writer, Move("1", two.key, three.key, 0))
    assert [s.key for s in story.slides.all()] == [one.key, three.key, two.key]
    write(story, cast.writer, Remove("2", two.key, 9))
    link.refresh_from_db()
    assert link.after == three
    write(story, cast.writer, PutBack("3", two.key))
    link.refresh_from_db()
    assert [s.key for s in story.slides.all()] == [one.key, three.key, two.key]
    assert link.after is not None and link.after.key == two.key
    assert link.after.heading_da == "Trin 2"


def test_writing_in_a_removed_slide_puts_it_back(story, cast):
    slide = first(story)
    write(story, cast.editor, Remove("1", slide.key, 0))
    result = write(story, cast.writer, setting(slide.key, "Kept", "Step 1")).results[0]
    assert result.status == "done"
    assert first(story).heading_en == "Kept"


def test_removing_what_somebody_has_changed_since_asks_first(story, cast):
    slide = first(story)
    write(story, cast.writer, setting(slide.key, "Rung", "Step 1"))
    result = write(story, cast.editor, Remove("1", slide.key, 0)).results[0]
    assert (result.status, result.by) == ("conflict", "Maja Holt")
    assert write(story, cast.editor, Remove("1", slide.key, 1)).results[0].status == "done"


@pytest.mark.parametrize(
    ("field", "language", "value"),
    [
        ("headline", "en", "x" * 201),
        ("topic", "", 987654),
        ("slug", "en", "taken"),
        ("embargo_until", "", "2027-03-28T02:30"),
        ("stage", "da", "perfect"),
        ("headline", "", "no language"),
        ("version", "", 7),
        ("bylines", "", [[12345, "text"]]),
    ],
)
def test_what_cannot_be_stored_is_refused_and_nothing_is_written(
    story, cast, field, language, value
):
    other = newsroom.article("Elsewhere", "Andetsteds")
    Permalink.objects.create(article=other, language="en", slug="taken")
    values = values_of(story)
    before, base = json.dumps(values), values[""].get(f"{field}_{language}".rstrip("_"))
    result = write(story, cast.editor, Set("1", "", field, language, base, value)).results[0]
    assert result.status == "refused"
    assert result.message
    assert json.dumps(values_of(Article.objects.get(pk=story.pk))) == before


def test_rights_are_judged_per_change(story, cast):
    slide = first(story)
    may = May(words=frozenset({"da"}))
    done = write(
        story,
        cast.translator,
        setting(slide.key, "No", "Step 1"),
        setting(slide.key, "Ja", "Trin 1", language="da"),
        Remove("3", slide.key, 0),
        Set("4", slide.key, "photo", "", slide.photo_id, None),
        may=may,
    )
    assert [r.status for r in done.results] == ["refused", "done", "refused", "refused"]


def test_a_link_leads_to_one_place_and_to_each_once(story, cast):
    target = newsroom.article("Elsewhere", "Andetsteds")
    write(
        story,
        cast.writer,
        Insert("1", "bcdfg", "link", ""),
        Set("2", "bcdfg", "url", "", "", "example.org"),
        Set("3", "bcdfg", "target", "", None, target.pk),
        Insert("4", "bcdfh", "link", ""),
    )
    link = CrossLink.objects.get(key="bcdfg")
    assert (link.target, link.url) == (target, "")
    twice = write(story, cast.writer, Set("1", "bcdfh", "target", "", None, target.pk))
    own = write(story, cast.writer, Set("1", "bcdfh", "target", "", None, story.pk))
    assert [twice.results[0].status, own.results[0].status] == ["refused", "refused"]


def test_a_sitting_is_one_version_with_what_its_editor_changed(story, cast):
    slide = first(story)
    write(story, cast.writer, setting(slide.key, "R", "Step 1"))
    write(story, cast.editor, setting("", "New", "The last rung", field="headline"))
    write(story, cast.writer, setting(slide.key, "Rung", "R"))
    mine = Sitting.objects.get(by=cast.writer)
    [entry] = mine.changes
    assert (entry["row"], entry["before"], entry["value"]) == (slide.key, "Step 1", "Rung")
    write(story, cast.writer, save=True)
    write(story, cast.writer, setting(slide.key, "Rungs", "Rung"))
    assert Sitting.objects.filter(by=cast.writer).count() == 2
