"""The list of articles: found in both languages, filtered by state, at the same cost for any number."""

import datetime as dt
from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.models.article import Article
from tests import newsroom
from tests.again import again
from tests.cast import Cast
from tests.desk.desk import Desk

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    with newsroom.at(newsroom.MONDAY):
        yield


def found(desk: Desk, query: str) -> list[str]:
    page = desk.open(f"{LIST}?{query}").root
    return sorted(page.texts('th.field-headlines span.headline[lang="en"]'))


@pytest.fixture
def shelf(cast: Cast) -> dict[str, Article]:
    return again(fill_shelf)


def fill_shelf() -> dict[str, Article]:
    """One article in each state of its English."""
    made = {
        name: newsroom.article(name.title(), f"{name} på dansk")
        for name in ("draft", "ready", "live", "scheduled", "withdrawn")
    }
    newsroom.change(made["ready"], stage_en="ready")
    newsroom.publish(made["live"], "en")
    newsroom.publish(made["scheduled"], "en", at=newsroom.MONDAY + dt.timedelta(days=1))
    newsroom.publish(made["withdrawn"], "en")
    newsroom.withdraw(made["withdrawn"], "en", reasons={"en": "Wrong."})
    return made


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("writing", ["Draft"]),
        ("ready", ["Ready"]),
        ("live", ["Live"]),
        ("scheduled", ["Scheduled"]),
        ("withdrawn", ["Withdrawn"]),
        ("not_planned", []),
        ("nonsense", ["Draft", "Live", "Ready", "Scheduled", "Withdrawn"]),
    ],
)
def test_by_state(editor: Desk, shelf: dict[str, Article], state: str, expected: list[str]) -> None:
    assert found(editor, f"en={state}") == expected


def test_the_state_of_each_language_is_in_words(editor: Desk, shelf: dict[str, Article]) -> None:
    page = editor.open(f"{LIST}?en=scheduled").root
    assert page.texts("td.field-states .state") == [
        "EN Scheduled for 24 Nov 13:00",
        "DA Writing",
    ]
    page = editor.open(f"{LIST}?en=live").root
    assert page.texts("td.field-states .state") == ["EN Live", "DA Writing"]


def test_changes_that_readers_have_not_got_are_said(
    editor: Desk, shelf: dict[str, Article]
) -> None:
    editor.send(editor.article(shelf["live"]), headline_en="Live and kicking")
    page = editor.open(f"{LIST}?en=live").root
    assert page.texts("td.field-states .state")[0] == "EN Live, unpublished changes"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("rung", ["The last rung"]),
        ("NEDERSTE", ["The last rung"]),
        ("østersø", ["The Baltic"]),
        ("ØSTERSØ trin", ["The Baltic"]),
        ("østersø nederste", []),
        ('"last rung"', ["The last rung"]),
        ("amber", ["The Baltic"]),
        ("%", []),
    ],
)
def test_every_word_is_found_in_either_language(
    editor: Desk, query: str, expected: list[str]
) -> None:
    newsroom.article()
    baltic = newsroom.article("The Baltic", "Østersøen")
    newsroom.change(baltic.slides.all()[2], body_en="<p>Amber on the beach.</p>")
    assert found(editor, f"q={query}") == expected


def test_by_topic_and_by_person(cast: Cast) -> None:
    harbour = newsroom.topic("Harbour", "Havn")
    newsroom.article("Mine", owner=cast.editor)
    newsroom.article("Given", assignee_da=cast.editor, topic=harbour)
    newsroom.article("Touched", changed_by=cast.editor)
    newsroom.article("Neither", topic=harbour)
    desk = Desk(cast.editor)
    assert found(desk, f"who={cast.editor.pk}") == ["Given", "Mine", "Touched"]
    assert found(desk, f"topic={harbour.pk}") == ["Given", "Neither"]
    assert found(desk, f"topic={harbour.pk}&who={cast.editor.pk}") == ["Given"]
    assert len(found(desk, "topic=nonsense&who=-1")) == 4


def test_the_list_costs_the_same_for_any_number(editor: Desk) -> None:
    counts = []
    for number in (2, 12):
        for each in range(number):
            newsroom.publish(newsroom.article(f"Story {number} {each}"), "en")
        with CaptureQueriesContext(connection) as queries:
            editor.open(LIST)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 40
