"""A correction of one language at the desk: the panel's tick, the first page, waiving, the history."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext

from articles.models.article import Article
from articles.models.desk import Waiting
from articles.models.live import CorrectionOwed
from articles.models.photo import Photo
from articles.models.staff import User
from articles.publishing.publish import publish as verb
from tests import newsroom
from tests.cast import Cast
from tests.desk.desk import Desk, Page, panel
from tests.desk.test_first_page import card
from tests.desk.test_publish_panel import later, publish

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]
HOUR = dt.timedelta(hours=1)


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    """It is Monday 23 November 2026, 13:00 in Copenhagen."""
    with newsroom.at(newsroom.MONDAY):
        yield


@pytest.fixture
def article(db: None) -> Article:
    return newsroom.live()


def correct(
    article: Article, *languages: str, note: str = "The year was wrong.", **options: Any
) -> None:
    notes = dict.fromkeys(languages, note)
    verb(article=article, languages=languages, by=None, kind="correction", notes=notes, **options)


def correcting(desk: Desk, article: Article, language: str, **typed: Any) -> Page:
    page = desk.open(f"{panel(article)}?correct={language}", form="publish_form")
    note = {f"note_{language}": "Året var forkert."}
    return publish(desk, page, **{"languages": [language], "kind": "correction", **note, **typed})


def owing() -> list[str]:
    rows = CorrectionOwed.objects.filter(settled_by=None, waived_at=None)
    return [row.language for row in rows]


def of_owed(name: str, article: Article) -> str:
    row = CorrectionOwed.objects.filter(article=article).order_by("pk").first()
    return reverse(f"admin:articles_article_{name}", args=[article.pk, row.pk])


# --- The panel -----------------------------------------------------------------------------------


def test_whoever_corrects_one_language_is_told_what_is_left(chief: Desk, article: Article) -> None:
    answer = correcting(chief, article, "en")
    assert answer.notes == [
        "The English edition is live.",
        "The Danish text is owed the same correction. It stays on the first page until it has it,"
        " or until somebody says that it needs none.",
    ]
    assert "owed the same correction" in " ".join(
        chief.open(reverse("admin:articles_article_history", args=[article.pk])).root.texts(
            "li.act"
        )
    )


def test_the_panel_asks_what_a_correction_answers(chief: Desk, article: Article) -> None:
    correct(article, "en")
    page = chief.open(f"{panel(article)}?correct=da", form="publish_form")
    assert (page.values["languages"], page.values["kind"]) == (["da"], ["correction"])
    assert page.root.texts(".answers") == [
        "This answers the correction of the English text of 23 Nov 13:00: The year was wrong."
    ]
    assert page.values["settles"] == [str(CorrectionOwed.objects.get().pk)]
    answer = correcting(chief, article, "da")
    assert (answer.notes, owing()) == (["The Danish edition is live."], [])


def test_unticked_it_is_a_correction_of_something_else(chief: Desk, article: Article) -> None:
    correct(article, "en")
    answer = correcting(chief, article, "da", settles=None)
    assert sorted(owing()) == ["da", "en"]
    assert "The English text is owed the same correction." in answer.notes[1]


def test_a_panel_that_comes_back_keeps_what_was_ticked(chief: Desk, article: Article) -> None:
    correct(article, "en")
    answer = correcting(chief, article, "da", note_da="", settles=None)
    assert answer.status == 422
    assert "settles" not in answer.values
    answer = correcting(chief, article, "da", note_da="")
    assert answer.values["settles"]


def test_what_came_up_since_the_panel_was_shown_is_not_settled(
    chief: Desk, article: Article
) -> None:
    page = chief.open(f"{panel(article)}?correct=da", form="publish_form")
    correct(article, "en")
    publish(chief, page, note_da="Navnet var forkert.")
    assert sorted(owing()) == ["da", "en"]


@pytest.mark.parametrize("forged", ["x", "-1", "1e9", "²", "9" * 17])
def test_forged_ids_settle_nothing(chief: Desk, article: Article, forged: str) -> None:
    correct(article, "en")
    correcting(chief, article, "da", settles=[forged])
    assert sorted(owing()) == ["da", "en"]


def test_a_client_that_does_not_ask_settles_all(chief: Desk, article: Article) -> None:
    correct(article, "en")
    correcting(chief, article, "da", asks_settles=None, settles=None)
    assert owing() == []


def test_what_waits_for_its_pictures_keeps_what_it_answers(chief: Desk, article: Article) -> None:
    correct(article, "en")
    Photo.objects.update(work=Photo.Work.WAITING)
    correcting(chief, article, "da", wait="1")
    assert Waiting.objects.get().request["settles"] == [CorrectionOwed.objects.get().pk]


def test_other_kinds_than_a_correction_are_not_asked(editor: Desk, article: Article) -> None:
    correct(article, "en")
    page = editor.open(f"{panel(article)}?correct=da", form="publish_form")
    assert not page.root.all(".answers")
    assert page.values["kind"] == ["update"]
    # But everybody sees that it is open.
    assert "The English text was corrected 23 Nov 13:00" in " ".join(page.root.texts(".behind"))


@pytest.mark.parametrize("asked", ["xx", "", "da"])
def test_a_language_that_is_not_live_is_not_chosen(chief: Desk, asked: str) -> None:
    article = newsroom.live(only="en")
    page = chief.open(f"{panel(article)}?correct={asked}", form="publish_form")
    assert page.values["kind"] == ["update"]


# --- The first page ------------------------------------------------------------------------------


def test_what_is_owed_with_both_ways_to_settle_it(chief: Desk, article: Article) -> None:
    correct(article, "en")
    found = card(chief, "corrections")
    assert found.texts("a.name") == ["The last rung"]
    assert found.texts("div.sub") == ["EN corrected 13:00: The year was wrong."]
    assert found.values("a.mend", "href") == [
        f"/admin/articles/article/{article.pk}/change/?correct=da",
        f"{of_owed('waive', article)}?from=first",
    ]
    assert found.texts("a.mend") == [
        "Correct the Danish: The last rung",
        "Not needed…: The last rung",
    ]


def test_nothing_owed_is_said_to_those_who_publish(editor: Desk, article: Article) -> None:
    calm = ["Every correction stands in both languages."]
    assert card(editor, "corrections").texts("p.calm") == calm
    correct(article, "en", at=newsroom.MONDAY + HOUR)  # it owes from its hour on
    assert card(editor, "corrections").texts("p.calm") == calm
    with newsroom.at(newsroom.MONDAY + HOUR):
        assert card(editor, "corrections").texts("a.name") == ["The last rung"]
    newsroom.withdraw(article, "da")
    with newsroom.at(newsroom.MONDAY + HOUR):
        assert card(editor, "corrections").texts("p.calm") == calm


def test_who_sees_it_and_who_is_offered_what(cast: Cast, article: Article) -> None:
    correct(article, "en")

    def seen(person: User) -> Any:
        cards = Desk(person).open("/admin/").root.all('[aria-labelledby="card-corrections"]')
        return [(each.texts("a.name"), len(each.all("a.mend"))) for each in cards]

    assert seen(cast.editor) == [(["The last rung"], 0)]
    assert [seen(each) for each in (cast.writer, cast.translator, cast.photo_editor)] == [[]] * 3
    newsroom.change(article, assignee_da=cast.translator)
    assert seen(cast.translator) == [(["The last rung"], 0)]
    newsroom.change(article, assignee_en=cast.translator, assignee_da=None)
    assert seen(cast.translator) == []  # hers is the corrected one


def test_many_are_folded(chief: Desk) -> None:
    for number in range(8):
        made = newsroom.article(f"Story {number}", f"Historie {number}", slides=1)
        newsroom.publish(made)
        correct(made, "da")
    found = card(chief, "corrections")
    assert (found.texts("header .n"), len(found.all("a.name"))) == (["8"], 6)
    assert len(card(chief, "corrections", "?corrections=all").all("a.name")) == 8


# --- The article's page --------------------------------------------------------------------------


def banner(desk: Desk, article: Article) -> list[str]:
    return desk.article(article).root.texts(".banner.owed")


def test_the_article_says_so_to_everybody_and_offers_what_one_may(
    cast: Cast, chief: Desk, editor: Desk, article: Article
) -> None:
    correct(article, "en")
    text = (
        "The English text was corrected 23 Nov 13:00, and the Danish was not: The year was wrong."
    )
    assert banner(chief, article) == [f"{text} Publish the Danish correction… Not needed…"]
    assert banner(editor, article) == [text]
    assert banner(Desk(cast.photo_editor), article) == [text]
    page = chief.open(f"/admin/articles/article/{article.pk}/change/?correct=da").root
    assert page.one('a[id="to-publish"]')["href"] == f"{panel(article)}?correct=da"


def test_one_that_is_to_come_is_said_to_be(chief: Desk, article: Article) -> None:
    correct(article, "da", at=newsroom.MONDAY + HOUR)
    [text] = banner(chief, article)
    assert text.startswith("The Danish text alone will be corrected 23 Nov 14:00, not the English:")


# --- Waiving -------------------------------------------------------------------------------------


def test_it_is_waived_with_a_reason_of_the_list(chief: Desk, cast: Cast, article: Article) -> None:
    correct(article, "en")
    page = chief.open(f"{of_owed('waive', article)}?from=first", form="waive_form")
    assert page.root.texts("blockquote") == ["The year was wrong."]
    assert page.root.texts(".choice label") == [
        "Only the English text was wrong.",
        "The Danish text never said it.",
        "The Danish text was mended before readers saw it.",
        "Another reason",
    ]
    answer = chief.send(page, form="waive_form", button="", reason="The Danish text never said it.")
    assert answer.address == "/admin/"
    assert answer.notes == ["No correction needed in Danish: The Danish text never said it."]
    row = CorrectionOwed.objects.get()
    assert (row.waived_by, row.reason) == (cast.chief, "The Danish text never said it.")
    assert card(chief, "corrections").texts("a.name") == []
    assert banner(chief, article) == []


def test_ones_own_words_are_asked_for(chief: Desk, article: Article) -> None:
    correct(article, "en")
    page = chief.open(of_owed("waive", article), form="waive_form")
    for typed in ({}, {"reason": "own"}, {"reason": "own", "own": "  "}, {"reason": "forged"}):
        answer = chief.send(page, form="waive_form", button="", **typed)
        assert answer.status == 422 and answer.errors
    answer = chief.send(page, form="waive_form", button="", reason="own", own="Another edition.")
    assert answer.address == f"/admin/articles/article/{article.pk}/change/"
    assert CorrectionOwed.objects.get().reason == "Another edition."


def test_the_history_keeps_who_and_why_and_takes_it_back(chief: Desk, article: Article) -> None:
    correct(article, "en")
    history = reverse("admin:articles_article_history", args=[article.pk])
    assert chief.open(history).root.texts("div.overruled") == [
        "Not corrected in Danish. Not needed…"
    ]
    page = chief.open(of_owed("waive", article), form="waive_form")
    chief.send(page, form="waive_form", button="", reason="Only the English text was wrong.")
    shown = chief.open(history).root
    assert shown.texts("div.overruled") == [
        "No correction needed in Danish: Only the English text was wrong."
        " (Ingrid Dahl, 23 Nov 13:00) Take back"
    ]
    assert "No correction needed in Danish" in shown.texts("li.act")[0]
    answer = chief.client.post(of_owed("unwaive", article), follow=True)
    assert answer.redirect_chain[-1][0] == history
    assert owing() == ["da"]
    assert "is owed the correction again" in chief.open(history).root.texts("li.act")[0]


def test_a_reason_of_the_list_is_read_in_the_desks_language(cast: Cast, article: Article) -> None:
    correct(article, "en")
    reason = "Only the English text was wrong."
    CorrectionOwed.objects.update(waived_at=newsroom.MONDAY, reason=reason)
    User.objects.filter(pk=cast.editor.pk).update(interface_language="da")
    history = reverse("admin:articles_article_history", args=[article.pk])
    page = Desk(User.objects.get(pk=cast.editor.pk)).open(history).root
    with translation.override("da"):
        expected = gettext(reason)
    assert expected in page.texts("div.overruled")[0]


def test_what_is_settled_meanwhile_is_said_to_be(chief: Desk, article: Article) -> None:
    correct(article, "en")
    address = of_owed("waive", article)
    page = chief.open(address, form="waive_form")
    correct(article, "da")
    for answer in (
        chief.open(address),
        chief.send(page, form="waive_form", button="", reason="Only the English text was wrong."),
    ):
        assert answer.status in (200, 302)
    assert CorrectionOwed.objects.filter(waived_at__isnull=False).count() == 0
    shown = chief.open(reverse("admin:articles_article_history", args=[article.pk])).root
    assert "Corrected in Danish: 23 Nov 13:00." in shown.texts("div.overruled")


def test_another_articles_is_not_found(chief: Desk, article: Article) -> None:
    correct(article, "en")
    another = newsroom.article("Gulls", "Måger")
    row = CorrectionOwed.objects.get()
    for name in ("waive", "unwaive"):
        path = reverse(f"admin:articles_article_{name}", args=[another.pk, row.pk])
        assert chief.client.post(path).status_code == 404


def test_a_scheduled_correction_from_the_panel(chief: Desk, article: Article) -> None:
    answer = correcting(chief, article, "en", **later("2026-11-24", "06:00"))
    assert answer.notes[1] == (
        "From then on the Danish text is owed the same correction, unless it has it by then."
    )
