"""The publish panel: languages, hour, kind; findings and changes where the decision is made."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry

from articles.models.article import Article
from articles.models.edition import Edition, Notice
from articles.models.staff import User
from tests import newsroom
from tests.cast import Cast
from tests.desk.desk import Desk, Page

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    """It is Monday 23 November 2026, 13:00 in Copenhagen."""
    with newsroom.at(newsroom.MONDAY):
        yield


@pytest.fixture
def article(db: None) -> Article:
    return newsroom.article()


@pytest.fixture(params=["en", "da"])
def either(request: pytest.FixtureRequest, cast: Cast) -> Desk:
    """An editor whose desk speaks English, and one whose desk speaks Danish."""
    User.objects.filter(pk=cast.editor.pk).update(interface_language=request.param)
    return Desk(User.objects.get(pk=cast.editor.pk))


def publish(desk: Desk, page: Page, **typed: Any) -> Page:
    return desk.send(page, form="publish_form", button="", **typed)


def later(day: str, time: str) -> dict[str, str]:
    return {"when": "later", "day": day, "time": time}


def live(article: Article) -> list[str]:
    editions = Edition.objects.live(newsroom.MONDAY).filter(article=article)
    return sorted(edition.language for edition in editions)


# --- Publishing ----------------------------------------------------------------------------------


def test_both_languages_go_out_at_once(either: Desk, cast: Cast, article: Article) -> None:
    page = either.panel(article)
    assert page.values["languages"] == ["en", "da"]  # both are complete, and so are ticked
    answer = publish(either, page)
    assert live(article) == ["da", "en"]
    assert {edition.published_by for edition in article.editions.all()} == {cast.editor}
    assert len(answer.notes) == 2
    assert LogEntry.objects.filter(object_id=str(article.pk), user=cast.editor).count() == 2


def test_one_language_goes_out_alone(editor: Desk, article: Article) -> None:
    answer = publish(editor, editor.panel(article), languages=["da"])
    assert live(article) == ["da"]
    assert answer.notes == ["The Danish edition is live."]


def test_what_is_missing_is_said_beforehand_with_the_way_to_its_field(
    editor: Desk, article: Article
) -> None:
    newsroom.change(article.slides.all()[1], heading_da="")
    newsroom.change(article, standfirst_da="")
    page = editor.panel(article)
    english, danish = page.root.all("section.panel-leaf")
    assert english.texts(".findings li") == []
    assert danish.values(".findings a", "href") == [
        f"/admin/articles/article/{article.pk}/change/#f-article-standfirst_da",
        f"/admin/articles/article/{article.pk}/change/#f-{article.slides.all()[1].key}-heading_da",
    ]
    assert page.values["languages"] == ["en"]
    form = editor.article(article).root
    for address in danish.values(".findings a", "href"):
        assert form.all(f'[id="{address.partition("#")[2]}"]'), address


def test_what_the_gate_stops_is_not_published(either: Desk, article: Article) -> None:
    newsroom.change(article, headline_da="")
    page = publish(
        either, either.panel(article), languages=["en", "da"], **later("2026-11-24", "06:00")
    )
    assert page.status == 422
    assert not article.editions.exists()
    assert page.values["languages"] == ["en", "da"]
    assert (page.values["day"], page.values["time"]) == ("2026-11-24", "06:00")
    assert len(page.root.texts(".findings li.blocks")) == 1


def test_the_panel_says_what_readers_will_notice(editor: Desk, article: Article) -> None:
    newsroom.publish(article)
    _first, second, third = article.slides.all()
    newsroom.change(article, headline_en="The last but one rung")
    newsroom.change(second, languages="da")
    newsroom.change(third, body_en="<p>What <em>really</em> happened at step 3.</p>")
    english = editor.panel(article).root.all("section.panel-leaf")[0]
    assert english.texts(".changes .where") == ["Headline", "Slide 2: text", "Slide 2 taken out"]
    assert english.texts(".changes ins") == ["but one", "really"]


def test_nothing_goes_out_that_was_not_seen(editor: Desk, article: Article) -> None:
    newsroom.publish(article)
    newsroom.change(article, kicker_en="Seen")
    page = editor.panel(article)
    newsroom.change(article, headline_en="Not seen")
    answer = publish(editor, page, kind="minor", **later("2026-11-24", "06:00"))
    assert answer.status == 422
    assert article.editions.filter(language="en").count() == 1
    assert answer.root.texts(".changes.since .where") == ["Headline"]
    assert (answer.values["kind"], answer.values["day"]) == (["minor"], "2026-11-24")
    publish(editor, answer)
    edition = article.editions.get(language="en", number=2)
    assert (edition.card["headline"], edition.kind) == ("Not seen", "minor")


def test_what_readers_have_already_is_no_news(editor: Desk, article: Article) -> None:
    newsroom.publish(article, "en")
    page = publish(editor, editor.panel(article), languages=["en"])
    assert page.status == 422
    assert "Nothing has changed in English: there is nothing to publish." in page.root.text
    assert article.editions.count() == 1


def test_without_a_language_nothing_happens(editor: Desk, article: Article) -> None:
    page = publish(editor, editor.panel(article), languages=[])
    assert page.status == 422
    assert not article.editions.exists()


# --- The hour ------------------------------------------------------------------------------------


def test_an_hour_is_copenhagens(either: Desk, article: Article) -> None:
    publish(either, either.panel(article), **later("2026-12-01", "06:00"))
    (at,) = set(article.editions.values_list("live_from", flat=True))
    assert at == dt.datetime(2026, 12, 1, 5, 0, tzinfo=dt.UTC)


def test_under_an_embargo_the_panel_proposes_its_end(editor: Desk, article: Article) -> None:
    newsroom.change(article, embargo_until=newsroom.MONDAY + dt.timedelta(hours=41))
    page = editor.panel(article)
    assert (page.values["day"], page.values["time"]) == ("2026-11-25", "06:00")
    assert (page.values["when"], page.values["languages"]) == (["later"], ["en", "da"])
    assert len(page.root.texts(".findings li.blocks")) == 2
    refused = publish(editor, page, when="now")
    assert refused.status == 422
    publish(editor, page)
    assert article.editions.count() == 2


def test_the_answer_names_the_hour_in_words(editor: Desk, article: Article) -> None:
    answer = publish(editor, editor.panel(article), **later("2026-12-01", "06:00"))
    assert answer.notes == [
        "The English edition goes live on 1 December 2026, 06:00 CET.",
        "The Danish edition goes live on 1 December 2026, 06:00 CET.",
    ]


def test_an_hour_that_has_passed_is_refused(editor: Desk, article: Article) -> None:
    page = publish(editor, editor.panel(article), **later("2026-11-23", "12:59"))
    assert page.notes == ["That time has passed. Choose a later one, or publish now."]
    assert not article.editions.exists()


def test_a_time_without_a_date_is_asked_for(editor: Desk, article: Article) -> None:
    page = publish(editor, editor.panel(article), **later("", "06:00"))
    assert page.errors == ["Say when."]
    assert page.values["time"] == "06:00"


def test_the_hour_that_spring_skips_is_explained(editor: Desk, article: Article) -> None:
    page = publish(editor, editor.panel(article), **later("2027-03-28", "02:30"))
    assert page.errors == [
        "That night the clock goes forward, and 02:30 does not exist."
        " Choose 01:59 or earlier, or 03:00 or later."
    ]
    assert not article.editions.exists()


@pytest.mark.parametrize(
    ("which", "utc"), [("first", "2027-10-31T00:30:00"), ("second", "2027-10-31T01:30:00")]
)
def test_of_the_hour_that_autumn_repeats_one_is_chosen(
    either: Desk, article: Article, which: str, utc: str
) -> None:
    page = publish(either, either.panel(article), **later("2027-10-31", "02:30"))
    assert page.status == 422
    assert not article.editions.exists()
    assert page.root.values('input[name="which"]', "value") == ["first", "second"]
    publish(either, page, which=which)
    (at,) = set(article.editions.values_list("live_from", flat=True))
    assert at == dt.datetime.fromisoformat(f"{utc}+00:00")


def test_the_two_hours_of_autumn_are_told_apart_in_words(editor: Desk, article: Article) -> None:
    page = publish(editor, editor.panel(article), **later("2027-10-31", "02:30"))
    assert page.errors == [
        "That night the clock goes back, and 02:30 comes twice. Choose which you mean."
    ]
    assert page.root.texts(".which label") == [
        "31 October 2027, 02:30 CEST",
        "31 October 2027, 02:30 CET",
    ]


# --- Kinds, and what stands in the way ----------------------------------------------------------


def test_a_correction_needs_its_public_note(chief: Desk, article: Article) -> None:
    newsroom.publish(article)
    newsroom.change(article, headline_en="The first rung")
    page = publish(chief, chief.panel(article), kind="correction", note_en=" ", languages=["en"])
    assert page.errors == ["Write what was wrong. Readers see this note."]
    assert article.editions.count() == 2
    publish(chief, page, note_en="It was the first rung.")
    edition = article.editions.get(language="en", number=2)
    assert (edition.kind, edition.document["notices"][0]["text"]) == (
        "correction",
        "It was the first rung.",
    )
    assert Notice.objects.get().language == "en"


def test_a_kind_is_asked_for_only_where_something_is_live(editor: Desk, article: Article) -> None:
    assert not editor.panel(article).root.all('input[name="kind"]')


@pytest.mark.parametrize(("ahead", "scheduled"), [("rebuild", 1), ("cancel", 0)])
def test_an_edition_in_the_way_is_built_anew_or_cancelled(
    editor: Desk, article: Article, ahead: str, scheduled: int
) -> None:
    newsroom.publish(article, "en")
    newsroom.notice(article, "A late reply.", date=newsroom.MONDAY + dt.timedelta(days=1))
    newsroom.publish(article, "en", at=newsroom.MONDAY + dt.timedelta(days=2))
    newsroom.change(article, headline_en="The first rung")
    page = editor.panel(article)
    assert page.values["ahead"] == ["rebuild"]
    publish(editor, page, languages=["en"], ahead=ahead)
    coming = article.editions.standing().filter(live_from__gt=newsroom.MONDAY)
    assert coming.count() == scheduled
    assert {edition.card["headline"] for edition in coming} <= {"The first rung"}


def test_a_scheduled_edition_is_cancelled(editor: Desk, article: Article) -> None:
    newsroom.publish(article, "da", at=newsroom.MONDAY + dt.timedelta(days=1))
    edition = article.editions.get()
    form = editor.panel(article).root.one(".editions form")
    answer = editor.send(Page(form["action"], 200, form), form="publish_form")
    edition.refresh_from_db()
    assert edition.cancelled_at is not None
    assert answer.notes == ["The Danish edition of 24 November 2026, 13:00 CET is cancelled."]


def test_what_readers_have_seen_can_not_be_cancelled(editor: Desk, article: Article) -> None:
    (edition,) = newsroom.publish(article, "en")
    address = f"/admin/articles/article/{article.pk}/editions/{edition.pk}/cancel/"
    answer = editor.send(Page(address, 200, editor.panel(article).root))
    assert "Readers have seen this edition" in answer.notes[0]
    assert live(article) == ["en"]


# --- Taking back ---------------------------------------------------------------------------------


def test_withdrawing_asks_for_a_reason_that_readers_see(chief: Desk, article: Article) -> None:
    newsroom.publish(article)
    address = f"/admin/articles/article/{article.pk}/withdraw/"
    page = chief.open(address, form="withdraw_form")
    page = chief.send(page, form="withdraw_form", button="", languages=["da"])
    assert page.errors == ["Say why. Readers see this on the page that is gone."]
    assert live(article) == ["da", "en"]
    chief.send(page, button="", reason_da="Tallene var forkerte.")
    assert live(article) == ["en"]
    gone = article.editions.get(language="da")
    assert gone.withdrawal_reason == "Tallene var forkerte."


def test_a_successor_is_reason_enough(chief: Desk, article: Article) -> None:
    heir = newsroom.article("The second rung")
    newsroom.publish(article, "en")
    page = chief.open(f"/admin/articles/article/{article.pk}/withdraw/", form="withdraw_form")
    chief.send(page, button="", successor=str(heir.pk))
    assert live(article) == []
    assert article.editions.get().successor == heir


def test_an_old_edition_is_published_again(editor: Desk, article: Article) -> None:
    with newsroom.at(newsroom.MONDAY - dt.timedelta(days=2)):
        newsroom.publish(article, "en")
    with newsroom.at(newsroom.MONDAY - dt.timedelta(days=1)):
        newsroom.change(article, headline_en="The first rung")
        newsroom.publish(article, "en")
    first = article.editions.get(number=1)
    address = f"/admin/articles/article/{article.pk}/editions/{first.pk}/republish/"
    page = editor.open(address, form="republish_form")
    assert page.root.texts(".changes ins") == ["last"]
    editor.send(page, button="")
    now = Edition.objects.live(newsroom.MONDAY).get()
    assert (now.number, now.card["headline"]) == (3, "The last rung")


@pytest.fixture
def withdrawn(article: Article) -> Article:
    """Live in English; its Danish was withdrawn this morning."""
    with newsroom.at(newsroom.MONDAY - dt.timedelta(days=1)):
        newsroom.publish(article)
    with newsroom.at(newsroom.MONDAY - dt.timedelta(hours=1)):
        newsroom.withdraw(article, "da")
    return article


def republish_address(article: Article) -> str:
    danish = article.editions.get(language="da")
    return f"/admin/articles/article/{article.pk}/editions/{danish.pk}/republish/"


def test_what_the_chief_withdrew_an_editor_is_not_offered(editor: Desk, withdrawn: Article) -> None:
    Article.objects.filter(pk=withdrawn.pk).update(headline_en="The very last rung")
    page = editor.panel(withdrawn)
    assert page.root.values('input[name="languages"]', "value") == ["en"]
    assert page.root.texts("p.closed") == [
        "This language was withdrawn: only a chief editor can publish it again."
    ]
    ways = [link["href"] for link in page.root.all(".editions td.ways a")]
    assert [way for way in ways if way.endswith("/republish/")] == []
    answer = publish(editor, page, languages=["en"])
    assert (answer.status, live(withdrawn)) == (200, ["en"])


@pytest.mark.parametrize("when", [{}, later("2026-12-01", "06:00")], ids=["now", "later"])
def test_nor_can_an_editor_forge_it(editor: Desk, withdrawn: Article, when: dict[str, str]) -> None:
    page = publish(editor, editor.panel(withdrawn), languages=["en", "da"], **when)
    assert page.status == 422
    assert withdrawn.editions.count() == 2
    again = editor.send(Page(republish_address(withdrawn), 200, page.root))
    assert again.status == 403
    assert editor.open(republish_address(withdrawn)).status == 403
    assert live(withdrawn) == ["en"]


def test_while_the_panel_was_open_it_was_withdrawn(editor: Desk, article: Article) -> None:
    with newsroom.at(newsroom.MONDAY - dt.timedelta(days=1)):
        newsroom.publish(article)
    newsroom.change(article, headline_da="Det øverste trin")
    page = editor.panel(article)
    newsroom.withdraw(article)
    refused = publish(editor, page)
    assert (refused.status, live(article)) == (422, [])
    assert refused.root.all('input[name="languages"]') == []  # nothing is left to choose
    assert len(refused.root.texts("p.closed")) == 2


def test_the_chief_brings_back_what_was_withdrawn(chief: Desk, withdrawn: Article) -> None:
    page = chief.panel(withdrawn)
    assert page.root.values('input[name="languages"]', "value") == ["en", "da"]
    assert page.root.texts("p.closed") == []
    publish(chief, page, languages=["da"])
    assert live(withdrawn) == ["da", "en"]


def test_the_chief_publishes_the_withdrawn_edition_again(chief: Desk, withdrawn: Article) -> None:
    page = chief.open(republish_address(withdrawn), form="republish_form")
    chief.send(page, button="")
    assert live(withdrawn) == ["da", "en"]


def test_once_it_is_back_editors_publish_again(editor: Desk, withdrawn: Article) -> None:
    with newsroom.at(newsroom.MONDAY - dt.timedelta(minutes=1)):
        newsroom.publish(withdrawn, "da")
    newsroom.change(withdrawn, headline_da="Det øverste trin")
    publish(editor, editor.panel(withdrawn), languages=["da"])
    assert withdrawn.editions.filter(language="da").count() == 3


def test_every_edition_is_listed_and_shown_as_it_was(editor: Desk, article: Article) -> None:
    with newsroom.at(newsroom.MONDAY - dt.timedelta(days=2)):
        newsroom.publish(article, "en")
    newsroom.change(article, headline_en="The first rung")
    newsroom.publish(article, "en", at=newsroom.MONDAY + dt.timedelta(days=1))
    rows = editor.panel(article).root.all(".editions tbody tr")
    assert [row.all("td")[0].text for row in rows] == [
        "Goes live 24 November 2026, 13:00 CET",
        "21 November 2026, 13:00 CET until 24 November 2026, 13:00 CET",
    ]
    shown = editor.open(rows[1].one("td.ways a")["href"])
    assert shown.root.one("main h1").text == "The last rung"
    assert shown.root.one(".preview-bar b").text == "Edition 1 as published"
