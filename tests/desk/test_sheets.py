"""A translation sheet goes out to somebody without an account, and its texts come home."""

import io
from collections.abc import Mapping
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from articles.models.article import Article, Slide
from articles.models.desk import Sheet
from tests import newsroom
from tests.cast import Cast
from tests.desk.desk import Desk, Page
from tests.editing.test_ledger import behind

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


@pytest.fixture
def story() -> Article:
    """Two slides; of the first neither heading nor text is translated yet."""
    article = newsroom.article(slides=2)
    newsroom.change(article.slides.all()[0], heading_da="", body_da="")
    return article


@pytest.fixture
def first(story: Article) -> Slide:
    return story.slides.all()[0]


def address(article: Article, tail: str = "") -> str:
    return f"/admin/articles/article/{article.pk}/sheets/{tail}"


def send(desk: Desk, article: Article, **typed: Any) -> tuple[Sheet, bytes]:
    answer = desk.client.post(address(article), {"into": "da", **typed})
    assert answer.status_code == 302, answer.content.decode()
    sheet = Sheet.objects.latest("pk")
    assert answer["Location"] == f"{address(article)}?made={sheet.pk}"
    page = desk.client.get(answer["Location"]).content.decode()
    assert f"{sheet.pk}/file/" in page
    return sheet, desk.client.get(address(article, f"{sheet.pk}/file/")).content


def filled(content: bytes, texts: Mapping[str, str], *, originals: Mapping[str, str] = {}) -> bytes:
    """The workbook as a freelancer sends it back."""
    book = load_workbook(io.BytesIO(content))
    page: Any = book.active
    for row in page.iter_rows():
        reference = row[0].value
        if reference in texts:
            row[3].value = texts[reference]
        if reference in originals:
            row[2].value = originals[reference]
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def bring(desk: Desk, article: Article, content: bytes) -> Page:
    file = SimpleUploadedFile("back.xlsx", content)
    answer = desk.client.post(address(article), {"came": "1", "file": file}, follow=True)
    where = answer.redirect_chain[-1][0] if answer.redirect_chain else address(article)
    return desk._page(where, answer, "")


def fates(page: Page) -> dict[str, str]:
    return {
        row.all("b")[0].text.strip(): row.all(".fate")[0].text
        for row in page.root.all("ol.lines li")
    }


def take(desk: Desk, page: Page, *references: str, **seen: str) -> Page:
    form = page.root.all("form.came")[0]
    data: dict[str, Any] = {
        node["name"]: node["value"]
        for node in form.all('input[type="hidden"]')
        if node["name"] != "csrfmiddlewaretoken"
    }
    answer = desk.client.post(form["action"], {**data, **seen, "take": references}, follow=True)
    return desk._page(page.address, answer, "")


def test_what_is_missing_goes_out_and_comes_home(cast: Cast, story: Article, first: Slide) -> None:
    desk = Desk(cast.editor)
    sheet, content = send(desk, story, note="Karen")
    heading, body = f"{first.key}.heading", f"{first.key}.body"
    assert [f"{each['row']}.{each['field']}" for each in sheet.texts] == [heading, body]

    page = bring(desk, story, filled(content, {heading: "Trin 1", body: "Et.\n\nTo."}))
    assert fates(page) == {"Slide 1: heading": "New", "Slide 1: text": "New"}
    first.refresh_from_db()
    assert first.heading_da == ""  # nothing is written yet

    done = take(desk, page, heading, body)
    assert done.notes == ["2 texts were taken in. The history can take them back."]
    first.refresh_from_db()
    assert (first.heading_da, first.body_da) == ("Trin 1", "<p>Et.</p><p>To.</p>")
    assert fates(done) == dict.fromkeys(
        ("Slide 1: heading", "Slide 1: text"), "Stands there already"
    )
    assert first.basis["heading"] == {"to": "da", "of": first.heading_en}


def test_only_what_is_ticked_is_written(cast: Cast, story: Article, first: Slide) -> None:
    desk = Desk(cast.editor)
    _sheet, content = send(desk, story)
    heading, body = f"{first.key}.heading", f"{first.key}.body"
    page = bring(desk, story, filled(content, {heading: "Trin 1", body: "Tekst."}))
    assert take(desk, page).notes == ["Nothing was ticked, so nothing was written."]
    take(desk, page, heading)
    first.refresh_from_db()
    assert (first.heading_da, first.body_da) == ("Trin 1", "")


def test_an_original_that_changed_since_leaves_what_came_behind(
    cast: Cast, story: Article, first: Slide
) -> None:
    desk = Desk(cast.editor)
    _sheet, content = send(desk, story)
    sent = first.heading_en
    newsroom.change(first, heading_en="Another step altogether")
    reference = f"{first.key}.heading"
    page = bring(desk, story, filled(content, {reference: "Trin 1"}))
    assert "The original has changed since it was sent:" in page.root.text
    take(desk, page, reference)
    assert behind(story) == [(first.key, "heading", "da", sent)]


def test_what_was_changed_here_too_is_left_to_the_editor(
    cast: Cast, story: Article, first: Slide
) -> None:
    desk = Desk(cast.editor)
    _sheet, content = send(desk, story)
    newsroom.change(first, heading_da="Vores eget")
    reference = f"{first.key}.heading"
    page = bring(desk, story, filled(content, {reference: "Trin 1"}))
    [row] = [each for each in page.root.all("ol.lines li") if "heading" in each.text]
    assert row.all(".fate")[0].text == "Changed here too since it was sent"
    assert "checked" not in row.all("input")[0].attributes
    assert [each.text.strip() for each in row.all("del")] == ["Vores", "eget"]
    take(desk, page, reference)
    first.refresh_from_db()
    assert first.heading_da == "Trin 1"


def test_what_changes_while_one_looks_is_not_overwritten(
    cast: Cast, story: Article, first: Slide
) -> None:
    desk = Desk(cast.editor)
    _sheet, content = send(desk, story)
    reference = f"{first.key}.heading"
    page = bring(desk, story, filled(content, {reference: "Trin 1"}))
    newsroom.change(first, heading_da="Skrevet imens")
    done = take(desk, page, reference)
    first.refresh_from_db()
    assert first.heading_da == "Skrevet imens"
    assert (
        "1 text was changed meanwhile, here or on the sheet, and was left: look again."
        in done.notes
    )


def test_every_line_has_a_fate(cast: Cast, story: Article, first: Slide) -> None:
    desk = Desk(cast.editor)
    second = story.slides.all()[1]
    newsroom.change(second, heading_da="", body_da="", caption_en="Sea", caption_da="")
    newsroom.change(story, kicker_en="Coast", kicker_da="")
    _sheet, content = send(desk, story)
    book = load_workbook(io.BytesIO(content))
    page: Any = book.active
    for at in range(page.max_row, 3, -1):
        if page.cell(at, 1).value == f"{second.key}.caption":
            page.delete_rows(at)
    page.append(["bcdfg.heading", "", "", "Hvor kom den fra?"])
    out = io.BytesIO()
    book.save(out)
    came = {
        "article.kicker": "x" * 81,
        f"{first.key}.heading": "Trin 1",
        f"{second.key}.heading": "Trin 2",
    }
    content = filled(out.getvalue(), came)
    newsroom.change(second, languages="en")
    found = fates(bring(desk, story, content))
    assert found.pop("The article: kicker") == "That is 1 character too long: 80 at most."
    assert found == {
        "Slide 1: heading": "New",
        "Slide 1: text": "Left blank",
        "Slide 2: heading": "Its slide or link is not in both languages any more",
        "Slide 2: text": "Its slide or link is not in both languages any more",
        "Slide 2: caption": "Not in the file",
        "bcdfg.heading": "Was never on this sheet",
    }


def test_the_gate_speaks_before_anything_is_written(
    cast: Cast, story: Article, first: Slide
) -> None:
    desk = Desk(cast.editor)
    _sheet, content = send(desk, story)
    text = "Lorem ipsum dolor sit amet"
    page = bring(desk, story, filled(content, {f"{first.key}.body": text}))
    assert "lorem" in page.root.text.lower()
    assert page.root.all("ol.lines .note.block")


def test_a_changed_original_is_shown_and_not_taken(
    cast: Cast, story: Article, first: Slide
) -> None:
    desk = Desk(cast.editor)
    _sheet, content = send(desk, story)
    reference = f"{first.key}.heading"
    back = filled(content, {reference: "Trin 1"}, originals={reference: "Step one, please"})
    page = bring(desk, story, back)
    assert "The translator changed the original" in page.root.text
    before = first.heading_en
    take(desk, page, reference)
    first.refresh_from_db()
    assert first.heading_en == before


def test_every_text_goes_out_if_asked(cast: Cast, story: Article) -> None:
    sheet, _content = send(Desk(cast.editor), story, everything="1")
    fields = {(each["row"] or "article", each["field"]) for each in sheet.texts}
    assert ("article", "headline") in fields and ("article", "standfirst") in fields
    assert len(sheet.texts) > 4


def test_nothing_to_send_is_said(cast: Cast) -> None:
    article = newsroom.article(slides=3)
    answer = Desk(cast.editor).client.post(address(article), {"into": "da", "note": "Karen"})
    assert answer.status_code == 422
    assert "There is nothing to translate" in answer.content.decode()
    assert 'value="Karen"' in answer.content.decode()
    assert Sheet.objects.count() == 0


def test_a_sheet_of_another_article_is_refused_and_named(cast: Cast, story: Article) -> None:
    desk = Desk(cast.editor)
    _sheet, content = send(desk, story)
    other = newsroom.article("Else", "Andet")
    page = bring(desk, other, content)
    assert page.status == 422
    assert f"“{story}”" in page.root.text
    assert Sheet.objects.get().returned is None


@pytest.mark.parametrize("content", [b"Reference;Where", b""])
def test_a_file_that_is_none_is_refused(cast: Cast, story: Article, content: bytes) -> None:
    page = bring(Desk(cast.editor), story, content)
    assert page.status == 422
    assert page.root.all(".errornote")


def test_who_may_do_what(cast: Cast, story: Article, first: Slide) -> None:
    """A translator takes in the language that is given to them; a stranger sees nothing."""
    newsroom.change(story, assignee_da=cast.translator)
    editor, translator = Desk(cast.editor), Desk(cast.translator)
    sheet, content = send(translator, story)
    reference = f"{first.key}.heading"
    page = bring(translator, story, filled(content, {reference: "Trin 1"}))
    take(translator, page, reference)
    first.refresh_from_db()
    assert first.heading_da == "Trin 1"

    newsroom.change(story, assignee_da=None, assignee_en=cast.translator)
    answer = translator.client.post(address(story, f"{sheet.pk}/take/"), {"take": reference})
    assert answer.status_code == 403
    assert editor.client.get(address(story, f"{sheet.pk}/")).status_code == 200
    newsroom.change(story, assignee_en=None)
    assert translator.client.get(address(story)).status_code == 404
    assert translator.client.get(address(story, f"{sheet.pk}/file/")).status_code == 404


def test_the_history_takes_it_back(cast: Cast, story: Article, first: Slide) -> None:
    desk = Desk(cast.editor)
    _sheet, content = send(desk, story)
    reference = f"{first.key}.heading"
    take(desk, bring(desk, story, filled(content, {reference: "Trin 1"})), reference)
    sitting = story.sittings.latest("pk")
    assert [(each["field"], each["value"]) for each in sitting.changes] == [("heading", "Trin 1")]


def test_what_came_again_meanwhile_is_not_written_unseen(
    cast: Cast, story: Article, first: Slide
) -> None:
    desk, colleague = Desk(cast.editor), Desk(cast.chief)
    _sheet, content = send(desk, story)
    heading, body = f"{first.key}.heading", f"{first.key}.body"
    page = bring(desk, story, filled(content, {heading: "Trin 1", body: "Tekst."}))
    bring(colleague, story, filled(content, {heading: "Noget helt andet"}))
    done = take(desk, page, heading, body)
    first.refresh_from_db()
    assert (first.heading_da, first.body_da) == ("", "<p>Tekst.</p>")
    assert "1 text was changed meanwhile, here or on the sheet, and was left: look again." in (
        done.notes
    )
    assert fates(done)["Slide 1: heading"] == "New"


def test_one_brings_back_what_is_in_ones_own_language(
    cast: Cast, story: Article, first: Slide
) -> None:
    newsroom.change(story, assignee_da=cast.translator)
    _sheet, content = send(Desk(cast.editor), story, into="en", everything="1")
    page = bring(Desk(cast.translator), story, content)
    assert page.status == 403
    assert Sheet.objects.get().returned is None
