"""The translation ledger through the verbs: what typing, fixes, versions and copies make of it."""

import json
from typing import Any

import pytest

from articles.desk.storyboard.stale import stale
from articles.desk.survey.translating import gaps
from articles.editing.apply import EVERYTHING, apply
from articles.editing.changes import Change, Insert, PutBack, Remove, Set, Settle
from articles.editing.duplicate import duplicate
from articles.editing.restore import changes_to
from articles.models.article import Article, CrossLink, Slide
from articles.models.clock import database_now
from articles.models.desk import Sitting
from articles.publishing.snapshot import working_copy
from tests import newsroom
from tests.cast import Cast, hire

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return hire()


@pytest.fixture
def story() -> Article:
    return newsroom.article(slides=2)


@pytest.fixture
def first(story: Article) -> Slide:
    """Its Danish heading is to be written yet."""
    slide = story.slides.all()[0]
    newsroom.change(slide, heading_da="")
    return slide


class Writing:
    """What one person does to an article, one save after the other."""

    def __init__(self, article: Article, by: Any) -> None:
        self.article, self.by = article, by

    def do(self, *changes: Change) -> list[str]:
        done = apply(
            article_id=self.article.pk, changes=changes, by=self.by, may=EVERYTHING, save=True
        )
        return [each.status for each in done.results]

    def type(
        self, row: str, field: str, language: str, value: str, *, mended: bool = False
    ) -> None:
        holder: Any = self.article
        if row:
            model: Any = Slide if Slide.objects.filter(key=row).exists() else CrossLink
            holder = model.objects.get(key=row)
        holder.refresh_from_db()
        base = getattr(holder, f"{field}_{language}") or ""
        assert self.do(Set("a", row, field, language, base, value, mended)) == ["done"]


def behind(article: Article) -> list[tuple[str, str, str, str]]:
    """(row, field, language of the translation, what it was made from) of what is stale."""
    article = Article.objects.get(pk=article.pk)
    found = stale(article, working_copy(article, as_of=database_now()), [])
    listed = [
        (each["row"], each["field"], each["language"], each["of"])
        for each in (*found["en"], *found["da"])
    ]
    counted = {language: each.stale for language, each in gaps(article).items()}
    assert counted == {code: sum(each[2] == code for each in listed) for code in counted}
    return listed


def translate(desk: Writing, row: str, field: str = "heading", *, da: str = "Trinnet") -> None:
    """Danish from the English that stands there."""
    desk.type(row, field, "da", da)


def test_an_original_that_goes_on_leaves_its_translation_behind(cast, story, first):
    desk = Writing(story, cast.editor)
    translate(desk, first.key)
    assert behind(story) == []
    desk.type(first.key, "heading", "en", "The first rung")
    [(row, field, language, of)] = behind(story)
    assert (row, field, language) == (first.key, "heading", "da")
    translate(desk, first.key, da="Det første trin")
    assert behind(story) == []
    assert of


def test_neither_spacing_nor_marks_nor_a_fix_leave_anything_behind(cast, story, first):
    desk = Writing(story, cast.editor)
    desk.type(first.key, "heading", "en", "The the last rung")
    translate(desk, first.key)
    desk.type(first.key, "heading", "en", "The the  last rung!")
    assert behind(story) == []
    desk.type(first.key, "heading", "en", "The last rung!", mended=True)
    assert behind(story) == []
    desk.type(first.key, "heading", "en", "The last rungs!")
    assert [each[3] for each in behind(story)] == ["The last rung!"]


def test_undo_of_a_translation_brings_back_that_it_was_behind(cast, story, first):
    desk = Writing(story, cast.editor)
    translate(desk, first.key)
    desk.type(first.key, "heading", "en", "The first rung")
    was = behind(story)
    translate(desk, first.key, da="Det første")
    translate(desk, first.key, da="Det første trin")
    assert behind(story) == []
    translate(desk, first.key)
    assert behind(story) == was


def test_still_right_is_settled_and_taken_back(cast, story, first):
    desk = Writing(story, cast.editor)
    translate(desk, first.key)
    desk.type(first.key, "heading", "en", "The first rung")
    [(_row, _field, _language, of)] = was = behind(story)
    assert desk.do(Settle("s", first.key, "heading", "da")) == ["done"]
    assert behind(story) == []
    assert desk.do(Settle("t", first.key, "heading", "da", of)) == ["done"]
    assert behind(story) == was


@pytest.mark.parametrize("field", ["seo_title", "seo_description", "kicker", "standfirst"])
def test_every_translated_field_of_the_article_is_in_it(cast, story, field):
    desk = Writing(story, cast.editor)
    desk.type("", field, "en", "Something written first")
    desk.type("", field, "da", "Noget, der er skrevet først")
    desk.type("", field, "en", "Something else")
    assert [(each[1], each[2]) for each in behind(story)] == [(field, "da")]


def test_the_label_of_a_link_is_in_it(cast, story):
    link = newsroom.link(story, "https://example.com/report")
    desk = Writing(story, cast.editor)
    desk.type(link.key, "label", "en", "The report")
    assert gaps(Article.objects.get(pk=story.pk))["da"].missing == 1
    desk.type(link.key, "label", "da", "Rapporten")
    desk.type(link.key, "label", "en", "The report of 2026")
    assert [each[:3] for each in behind(story)] == [(link.key, "label", "da")]
    desk.do(Remove("r", link.key, 99), PutBack("p", link.key))
    assert [each[:3] for each in behind(story)] == [(link.key, "label", "da")]


def test_a_slide_put_back_and_a_copied_one_are_as_far_behind(cast, story, first):
    desk = Writing(story, cast.editor)
    translate(desk, first.key)
    desk.type(first.key, "heading", "en", "The first rung")
    was = behind(story)
    desk.do(Remove("r", first.key, 99))
    assert behind(story) == []
    desk.do(PutBack("p", first.key))
    assert behind(story) == was
    desk.do(Insert("i", "zzzzz", "slide", first.key, copy_of=first.key))
    assert [each[0] for each in behind(story)] == [first.key, "zzzzz"]


def test_a_copy_of_the_article_is_as_far_behind(cast, story, first):
    desk = Writing(story, cast.editor)
    translate(desk, first.key)
    desk.type(first.key, "heading", "en", "The first rung")
    copy = duplicate(article_id=story.pk, by=cast.editor)
    assert [each[1:] for each in behind(copy)] == [each[1:] for each in behind(story)]


def test_a_version_that_was_behind_is_so_when_it_is_brought_back(cast, story, first):
    desk = Writing(story, cast.editor)
    translate(desk, first.key)
    desk.type(first.key, "heading", "en", "The first rung")
    was = behind(story)
    version = Sitting.objects.latest("pk")
    for word in ("Et", "To", "Tre", "Fire", "Fem"):
        desk.type(first.key, "heading", "en", f"Rung {word}")
        translate(desk, first.key, da=f"Trin {word}")
    assert behind(story) == []
    story.refresh_from_db()
    statuses = desk.do(*changes_to(story, version.revision))
    assert set(statuses) == {"done"}
    assert behind(story) == was


def test_a_version_that_was_up_to_date_is_so_when_it_is_brought_back(cast, story, first):
    desk = Writing(story, cast.editor)
    translate(desk, first.key)
    version = Sitting.objects.latest("pk")
    desk.type(first.key, "heading", "en", "The first rung")
    assert behind(story)
    story.refresh_from_db()
    desk.do(*changes_to(story, version.revision))
    assert behind(story) == []


def test_a_language_of_its_own_has_no_ledger_to_keep(cast, story, first):
    desk = Writing(story, cast.editor)
    translate(desk, first.key)
    desk.type(first.key, "heading", "en", "The first rung")
    newsroom.change(first, languages="en")
    assert behind(story) == []


def test_what_the_ledger_holds_is_plain_data(cast, story, first):
    desk = Writing(story, cast.editor)
    translate(desk, first.key)
    desk.type(first.key, "heading", "en", "The first rung")
    translate(desk, first.key, da="Det første trin")
    first.refresh_from_db()
    assert json.loads(json.dumps(first.basis))["heading"] == {
        "to": "da",
        "of": "The first rung",
        "was": [["Trinnet", "Step 1"]],
    }
