"""The desk's first page: each sees what concerns them, and why."""

import datetime as dt
from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.desk.listing import filters
from articles.desk.survey.survey import survey
from articles.models.article import Article
from articles.models.desk import Waiting
from tests import newsroom
from tests.cast import Cast
from tests.desk.desk import Desk
from tests.reader.dom import Node

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    with newsroom.at(newsroom.MONDAY):
        yield


def card(desk: Desk, name: str, query: str = "") -> Node:
    return desk.open(f"/admin/{query}").root.one(f'section[aria-labelledby="card-{name}"]')


def test_what_is_in_work_with_whom(cast: Cast) -> None:
    newsroom.article("Own", "Egen", owner=cast.writer)
    newsroom.article("Given", "Givet", assignee_da=cast.translator)
    newsroom.live("Done", "Færdig", owner=cast.writer)
    assert card(Desk(cast.writer), "mine").texts("a.name") == ["Own"]
    assert card(Desk(cast.translator), "mine").texts("a.name") == ["Given"]
    assert card(Desk(cast.editor), "mine").texts("p.calm") == ["Nothing waits for you."]


def test_what_is_ready_is_for_those_who_publish(cast: Cast, editor: Desk) -> None:
    ready = newsroom.article("Ready", "Klar", stage_en="ready", owner=cast.writer)
    live = newsroom.live("Live", "Live", stage_en="ready")
    assert card(editor, "ready").texts("a.name") == ["Ready"]
    newsroom.publish(ready)
    newsroom.change(live, headline_en="Livelier")
    assert card(editor, "ready").texts("a.name") == ["Livelier"]
    assert not Desk(cast.writer).open("/admin/").root.all('[aria-labelledby="card-ready"]')


def test_translations_that_lack_something(cast: Cast, editor: Desk) -> None:
    blank = {f"{name}_da": "" for name in ("kicker", "headline", "slug", "standfirst")}
    mine = newsroom.article("Half", **blank, slides=0, assignee_da=cast.translator)
    newsroom.article("Other", "Anden", kicker_en="", assignee_en=cast.editor)
    newsroom.article("Never", **blank, stage_da="not_planned")
    assert card(editor, "translation").texts(".right") == ["1 missing in English", "Danish missing"]
    assert card(Desk(cast.translator), "translation").texts("a.name") == [str(mine)]


def test_links_that_readers_do_not_get_and_why(editor: Desk) -> None:
    page = newsroom.article("Page", "Side")
    tomorrow = newsroom.MONDAY + dt.timedelta(days=1)
    later, gone = newsroom.article("Later", "Senere"), newsroom.article("Gone", "Væk")
    newsroom.publish(later, "en", at=tomorrow)
    newsroom.publish(gone, "en")
    newsroom.withdraw(gone, "en", reasons={"en": "Wrong."})
    newsroom.link(page, later)
    newsroom.link(page, gone)
    assert card(editor, "links").texts("a.name") == []  # it is in writing: nobody misses them yet
    newsroom.publish(page, "en")
    assert card(editor, "links").texts("div.sub") == [
        "EN “Later”: live in English from 24 Nov 13:00",
        "EN “Gone”: withdrawn in English",
    ]
    assert card(editor, "links").texts("a.mend") == ["See it", "Choose another"]


def test_the_week_by_copenhagens_days(editor: Desk) -> None:
    both = newsroom.article("Both", "Begge", stage_en="ready")
    late = dt.datetime(2026, 11, 24, 23, 30, tzinfo=dt.UTC)  # half past midnight on Wednesday
    newsroom.publish(both, at=late)
    half = newsroom.article("Half", "Halv")
    newsroom.publish(half, "en", at=late + dt.timedelta(days=7))
    now = card(editor, "week")
    assert now.texts("h3")[:3] == ["Mon 23, today", "Tue 24", "Wed 25"]
    days = [day.texts(".slot") for day in now.one("ol.weekdays").all("li")]
    assert days == [[], [], ["00:30 Both"], [], [], [], []]
    after = card(editor, "week", "?week=2026-11-30")
    assert after.texts("a.slot") == ["00:30 Half one language only"]
    assert after.values("nav a", "href")[0] == "?week=2026-11-23#card-week"


def test_what_the_gate_would_stop_is_marked(editor: Desk) -> None:
    article = newsroom.article("Soon", "Snart")
    newsroom.publish(article, at=newsroom.MONDAY + dt.timedelta(hours=5))
    newsroom.change(article, standfirst_en="")
    assert card(editor, "week").texts("a.slot") == ["18:00 Soon the gate would stop it"]
    figures = editor.open("/admin/").root.texts("nav.todo a")
    assert "1 ready or live, but stopped by the gate" in figures


def test_what_takes_too_long_to_count_is_said_to_be_more(
    editor: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filters, "PATIENCE", -1)
    for number in range(33):
        newsroom.article(f"Story {number}", f"Historie {number}", slides=0, kicker_da="")
    chips = editor.open("/admin/articles/article/").root.texts("a.facet")
    assert "Danish missing or stale 30+" in chips
    whole = editor.open("/admin/articles/article/?show=danish").root
    assert "Danish missing or stale 33" in whole.texts("a.facet")


def test_publications_that_failed(editor: Desk) -> None:
    article = newsroom.article()
    Waiting.objects.create(
        article=article,
        asked_at=newsroom.MONDAY - dt.timedelta(hours=1),
        request={},
        state="failed",
        message="A picture is broken.",
    )
    assert "A picture is broken." in card(editor, "waiting").texts("div.sub")[0]


def test_what_went_out_last(editor: Desk) -> None:
    newsroom.live("Old", "Gammel")
    found = card(editor, "recent")
    assert found.texts("a.name") == ["Old"]
    assert found.values("ul.pages a", "href") == ["/en/health/old/", "/da/sundhed/gammel/"]


def test_the_first_page_costs_the_same_for_any_number(
    editor: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filters, "PATIENCE", None)
    costs = []
    for number in (8, 30):
        for each in range(number):
            made = newsroom.article(f"Story {number} {each}", f"{number} {each}", slides=1)
            newsroom.link(
                made, newsroom.article(f"To {number} {each}", f"t{number} {each}", slides=0)
            )
            newsroom.publish(made, "en")
        editor.open("/admin/")
        with CaptureQueriesContext(connection) as queries:
            editor.open("/admin/")
        costs.append(len(queries))
    assert costs[0] == costs[1] <= 45


def test_texts_are_judged_while_somebody_works_on_them(editor: Desk) -> None:
    article = newsroom.article(standfirst_en="The gulls came.They left again.")
    newsroom.publish(article)  # a warning stops nothing, and the audit goes on telling of it
    assert warns(article) == 0
    newsroom.change(article, kicker_en="Gulls")
    assert warns(article) == 1


def warns(article: Article) -> int:
    found = survey(Article.objects.filter(pk=article.pk), as_of=newsroom.MONDAY)
    return found.rows[article.pk].leaves["en"].warns
