"""What an open page hears of others: values, order, people, and where both languages stand."""

import datetime as dt
import json
from typing import Any

import pytest
from django.urls import reverse

from articles.editing.apply import EVERYTHING, apply
from articles.editing.changes import Move, Remove, Set
from articles.models.article import Article
from tests import newsroom
from tests.cast import Cast
from tests.desk.desk import Desk

pytestmark = [pytest.mark.django_db, pytest.mark.one_engine]
NOON = dt.datetime(2026, 11, 26, 11, 0, tzinfo=dt.UTC)


@pytest.fixture
def story(cast: Cast) -> Article:
    return newsroom.article(owner=cast.writer)


def ask(desk: Desk, story: Article, **body: Any) -> Any:
    address = reverse("admin:articles_article_sync", args=[story.pk])
    data = json.dumps({"since": 0, "window": "w", "row": "", **body})
    response = desk.client.post(address, data, content_type="application/json")
    assert response.status_code == 200
    return response.json()


def edit(story, by, *changes):
    return apply(article_id=story.pk, changes=changes, by=by, may=EVERYTHING)


def test_nothing_new_says_nothing(story, editor):
    answer = ask(editor, story)
    assert (answer["version"], answer["values"], answer["order"]) == (0, {}, None)
    again = ask(editor, story, stamp=answer["stamp"])
    assert "states" not in again


def test_only_what_is_newer_comes(story, cast, editor):
    one, two, three = story.slides.all()
    edit(story, cast.writer, Set("1", one.key, "heading", "en", "Step 1", "Rung"))
    edit(story, cast.writer, Set("2", two.key, "heading", "da", "Trin 2", "Trinnet"))
    answer = ask(editor, story, since=1)
    assert list(answer["values"]) == [two.key]
    assert answer["values"][two.key]["heading_da"] == "Trinnet"
    assert (answer["versions"], answer["by"]) == ({two.key: 2}, {two.key: "Maja Holt"})
    edit(story, cast.writer, Move("3", three.key, "", 0))
    assert ask(editor, story, since=2)["order"] == [
        [three.key, "slide"],
        [one.key, "slide"],
        [two.key, "slide"],
    ]


def test_who_took_a_row_out_is_named(story, cast, editor):
    one, two, _three = story.slides.all()
    edit(story, cast.writer, Remove("1", two.key, 0))
    edit(story, cast.editor, Set("2", one.key, "heading", "en", "Step 1", "Rung"))
    by = ask(editor, story, since=0)["by"]
    assert by[two.key] == "Maja Holt"  # not the one who wrote last
    assert "by" in ask(editor, story, since=1)
    assert two.key not in ask(editor, story, since=1)["by"]  # known already


def test_who_else_is_here_and_where(story, cast, editor, writer):
    key = story.slides.all()[0].key
    with newsroom.at(NOON):
        ask(editor, story, window="a", row=key)
        people = ask(writer, story, window="b")["present"]
    assert [(p["name"], p["initials"], p["row"], p["me"]) for p in people] == [
        ("Maja Holt", "MH", "", True),
        ("Rasmus Toft", "RT", key, False),
    ]
    with newsroom.at(NOON + dt.timedelta(minutes=1)):
        assert len(ask(writer, story, window="b")["present"]) == 1


def test_whoever_leaves_is_gone_at_once(story, editor, writer):
    ask(editor, story, window="a")
    ask(editor, story, window="a", leaving=True)
    assert [p["me"] for p in ask(writer, story, window="b")["present"]] == [True]


def test_publishing_elsewhere_is_heard_of(story, editor):
    stamp = ask(editor, story)["stamp"]
    newsroom.publish(story, "en")
    answer = ask(editor, story, stamp=stamp)
    assert answer["states"]["en"]["state"] == "live"
    assert "states" not in ask(editor, story, stamp=answer["stamp"])


def test_an_hour_that_comes_is_heard_of(story, editor):
    with newsroom.at(NOON):
        newsroom.publish(story, "en", at=NOON + dt.timedelta(hours=1))
        stamp = ask(editor, story)["stamp"]
    with newsroom.at(NOON + dt.timedelta(hours=2)):
        assert ask(editor, story, stamp=stamp)["states"]["en"]["state"] == "live"


@pytest.mark.parametrize("body", [{"since": -1}, {"since": "x"}, {"window": 5}, {"row": "x" * 99}])
def test_what_has_another_form_is_refused(story, editor, body):
    address = reverse("admin:articles_article_sync", args=[story.pk])
    response = editor.client.post(address, json.dumps(body), content_type="application/json")
    assert response.status_code == 400
