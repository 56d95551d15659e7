"""A warning that somebody leaves as it is stays away until what it is about changes."""

from typing import Any

import pytest

from articles.desk.survey.reckoning import reckon
from articles.editing.duplicate import duplicate
from articles.models.article import Article
from articles.models.clock import database_now
from articles.models.desk import Sitting, Waved
from articles.publishing.audit import audit_live, audit_working_copies
from tests import newsroom
from tests.cast import Cast
from tests.desk.desk import Desk
from tests.desk.test_findings import findings
from tests.desk.test_preview_live import put

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]

DASH = "The ferry - at last - sails"


@pytest.fixture
def story() -> Article:
    """An article whose first English heading has a hyphen for a dash: a warning."""
    article = newsroom.article()
    newsroom.change(article.slides.all()[0], heading_en=DASH)
    return article


def warned(desk: Desk, article: Article, *changes: Any, language: str = "en") -> list[Any]:
    found = findings(desk, article, *changes)[language]
    shown = [each for each in found["findings"] if not each["waved"]]
    assert len(shown) == found["blocks"] + found["warns"]
    return shown


def leave(finding: Any, language: str = "en", *, off: bool = True) -> dict[str, Any]:
    place = {name: finding[name] for name in ("row", "field", "code", "mark")}
    return {"id": "w1", "op": "wave", "language": language, "off": off, **place}


def send(desk: Desk, article: Article, *changes: dict[str, Any]) -> Any:
    address = f"/admin/articles/article/{article.pk}/changes/"
    body = {"changes": list(changes), "findings": True}
    answer = desk.client.post(address, body, content_type="application/json")
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_it_is_gone_for_everybody_and_comes_back_with_the_text(cast: Cast, story: Article) -> None:
    writer, editor = Desk(cast.editor), Desk(cast.chief)
    [finding] = warned(writer, story)
    assert (finding["code"], finding["level"]) == ("typo.dash", "warns")
    answer = send(writer, story, leave(finding))
    assert answer["results"][0]["status"] == "done"
    assert answer["findings"]["en"]["warns"] == 0
    assert warned(editor, story) == []
    assert [each.finding.code for each in audit_working_copies(as_of=database_now())] == []

    typed = put(finding["row"], "heading", "en", f"{DASH} today", DASH)
    assert [each["code"] for each in warned(editor, story, typed)] == ["typo.dash"]
    body = put(finding["row"], "body", "en", "<p>Another text.</p>")
    assert warned(editor, story, body) == []  # it was not about that text


def test_it_can_be_warned_of_again(cast: Cast, story: Article) -> None:
    desk = Desk(cast.editor)
    [finding] = warned(desk, story)
    send(desk, story, leave(finding))
    send(desk, story, leave(finding))  # twice is once
    assert Waved.objects.count() == 1
    [left] = findings(desk, story)["en"]["findings"]
    assert left["waved"] is True and left["mark"] == finding["mark"]
    send(desk, story, leave(left, off=False))
    assert warned(desk, story) == [finding]


def test_what_is_not_saved_yet_counts(cast: Cast, story: Article) -> None:
    desk = Desk(cast.editor)
    [finding] = warned(desk, story)
    assert warned(desk, story, leave(finding)) == []
    assert Waved.objects.count() == 0


def test_where_it_stands_among_the_others_does_not_matter(cast: Cast, story: Article) -> None:
    desk = Desk(cast.editor)
    [finding] = warned(desk, story)
    send(desk, story, leave(finding))
    one, two, *_rest = story.slides.all()
    move = {"id": "m", "op": "move", "row": one.key, "behind": two.key, "version": 99}
    send(desk, story, move)
    assert warned(desk, story) == []


def test_the_other_language_is_warned_by_itself(cast: Cast, story: Article) -> None:
    newsroom.change(story.slides.all()[0], heading_da="Færgen - endelig - sejler")
    desk = Desk(cast.editor)
    [english], [danish] = warned(desk, story), warned(desk, story, language="da")
    send(desk, story, leave(english))
    assert warned(desk, story) == []
    assert warned(desk, story, language="da") == [danish]


def test_what_stops_publication_cannot_be_left(cast: Cast, story: Article) -> None:
    newsroom.change(story, standfirst_en="")
    desk = Desk(cast.editor)
    stopped = next(each for each in warned(desk, story) if each["level"] == "blocks")
    answer = send(desk, story, leave(stopped))
    assert answer["findings"]["en"]["blocks"] == 1


def test_one_leaves_what_is_in_ones_own_language(cast: Cast, story: Article) -> None:
    [finding] = warned(Desk(cast.editor), story)
    newsroom.change(story, assignee_da=cast.translator)
    answer = send(Desk(cast.translator), story, leave(finding))
    assert answer["results"][0]["status"] == "refused"
    assert Waved.objects.count() == 0


def test_a_forged_wave_is_refused(cast: Cast, story: Article) -> None:
    desk = Desk(cast.editor)
    [finding] = warned(desk, story)
    address = f"/admin/articles/article/{story.pk}/changes/"
    for wrong in ({"mark": "x"}, {"off": "yes"}, {"code": ""}, {"language": "sv"}):
        body = {"changes": [leave(finding) | wrong]}
        answer = desk.client.post(address, body, content_type="application/json")
        assert answer.status_code == 400
    assert Waved.objects.count() == 0


def test_the_history_says_what_was_left(cast: Cast, story: Article) -> None:
    desk = Desk(cast.editor)
    [finding] = warned(desk, story)
    send(desk, story, leave(finding))
    page = desk.client.get(f"/admin/articles/article/{story.pk}/history/").content.decode()
    assert "left as it is" in page
    sitting = Sitting.objects.latest("pk")
    assert [each["field"] for each in sitting.changes] == ["heading:typo.dash_waved"]
    send(desk, story, leave(finding, off=False))
    sitting = Sitting.objects.latest("pk")
    assert sitting.changes == []


def test_neither_the_publish_panel_nor_lists_speak_of_it(cast: Cast, story: Article) -> None:
    desk = Desk(cast.editor)

    def warns() -> int:
        return reckon([story], {}, as_of=database_now())[story.pk]["en"].warns

    assert "A hyphen stands for a dash" in str(desk.panel(story).root.text)
    assert warns() == 1
    [finding] = warned(desk, story)
    send(desk, story, leave(finding))
    assert "A hyphen stands for a dash" not in str(desk.panel(story).root.text)
    assert warns() == 0


def test_a_copy_is_left_alone_where_the_original_was(cast: Cast, story: Article) -> None:
    desk = Desk(cast.editor)
    [finding] = warned(desk, story)
    send(desk, story, leave(finding))
    copy = duplicate(article_id=story.pk, by=cast.editor)
    assert [each["code"] for each in warned(desk, copy)] == []


def test_so_is_a_copy_of_a_link(cast: Cast) -> None:
    article, desk = newsroom.article(), Desk(cast.editor)
    newsroom.link(article, "http://harbour.example/", label_en="Harbour", label_da="Havnen")
    [finding] = warned(desk, article)
    send(desk, article, leave(finding))
    assert warned(desk, duplicate(article_id=article.pk, by=cast.editor)) == []


def test_the_mark_is_the_same_whoever_asks(cast: Cast, story: Article) -> None:
    [english] = warned(Desk(cast.editor), story)
    [danish] = warned(Desk(cast.chief, language="da"), story)
    assert danish["message"] != english["message"]
    assert danish["mark"] == english["mark"]


def test_a_warning_about_a_link_goes_with_where_it_leads(cast: Cast) -> None:
    article, desk = newsroom.article(), Desk(cast.editor)
    words = {"label_en": "The harbour", "label_da": "Havnen"}
    link = newsroom.link(article, "http://harbour.example/", **words)
    [finding] = warned(desk, article)
    assert (finding["row"], finding["code"]) == (link.key, "link.doubtful")
    send(desk, article, leave(finding))
    assert warned(desk, article) == []
    typed = put(link.key, "url", "", "http://harbour.example/tide", "http://harbour.example/")
    assert [each["code"] for each in warned(desk, article, typed)] == ["link.doubtful"]
    newsroom.publish(article, "en")
    assert list(audit_live(as_of=database_now())) == []  # the live page's link has that row too


def test_only_what_is_there_can_be_left(cast: Cast, story: Article) -> None:
    desk = Desk(cast.editor)
    [finding] = warned(desk, story)
    for wrong in ({"code": "no.such"}, {"row": "zzzzz"}):
        answer = send(desk, story, leave(finding) | wrong)
        assert answer["results"][0]["status"] == "refused"
    newsroom.change(story, assignee_da=cast.translator)
    topic = leave(finding, "da") | {"row": "", "field": "topic", "code": "topic.missing"}
    assert send(Desk(cast.translator), story, topic)["results"][0]["status"] == "refused"
    assert Waved.objects.count() == 0
