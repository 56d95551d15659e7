"""The front page's screen: what editors arrange is what readers get."""

import datetime as dt
from typing import Any

import pytest

from articles.models import generation
from articles.models.article import Article
from articles.models.edition import Instant
from articles.models.newsroom import HIDDEN, FrontSlot
from tests import newsroom
from tests.again import again
from tests.cast import Cast
from tests.desk.desk import Desk, Page
from tests.reader.dom import parse

pytestmark = pytest.mark.one_engine

HERE = "/admin/articles/frontslot/?language=en"


@pytest.fixture
def stories(cast: Cast) -> list[Article]:
    return again(publish_stories)


def publish_stories() -> list[Article]:
    """Five live in English, the newest first; the first also in Danish."""
    made = []
    for number, name in enumerate(("One", "Two", "Three", "Four", "Five")):
        article = newsroom.article(name)
        with newsroom.at(newsroom.MONDAY - dt.timedelta(days=number)):
            newsroom.publish(article, *(("en", "da") if number == 0 else ("en",)))
        made.append(article)
    return made


def front(desk: Desk, language: str = "en") -> list[str]:
    """The headlines that readers meet first."""
    generation.forget()
    root = parse(desk.client.get(f"/{language}/").content.decode())
    return [*root.texts("section.lead h2"), *root.texts("section.row h3")]


def screen(desk: Desk, address: str = HERE) -> Page:
    return desk.open(address, form="front-form")


def rows(page: Page, group: str = "top") -> list[str]:
    return page.root.texts(f'[id="{group}"] .headline')


def save(desk: Desk, page: Page, **typed: Any) -> Page:
    return desk.send(page, form="front-form", button="", **typed)


def auto(article: Article) -> str:
    return f"a{article.pk}"


# --- What is shown -------------------------------------------------------------------------------


def test_it_shows_what_readers_meet(editor: Desk, stories: list[Article]) -> None:
    newsroom.pin(stories[3])
    page = screen(editor)
    assert rows(page) == ["Four", "One", "Two", "Three", "Five"]
    assert front(editor) == rows(page)[:4]
    assert rows(screen(editor, "/admin/articles/frontslot/?language=da")) != []


@pytest.mark.parametrize(
    "pins", [{}, {0: 4}, {1: 0, 3: 4}, {5: 1}, {0: 1, 1: 1}, {2: 3, 4: 0, 12: 2}]
)
def test_whatever_is_pinned_it_shows_the_readers_order(
    editor: Desk, stories: list[Article], pins: dict[int, int]
) -> None:
    for position, story in pins.items():
        newsroom.pin(stories[story], position)
    seen = front(editor)
    assert len(seen) >= 4
    assert rows(screen(editor))[: len(seen)] == seen


def test_an_empty_page_says_how_it_fills(editor: Desk) -> None:
    page = screen(editor)
    assert rows(page) == []
    assert page.root.texts('p[id="none"]')[0].startswith("Nothing is live in English yet.")


def test_what_does_not_show_now_says_why(editor: Desk, stories: list[Article]) -> None:
    later = dt.datetime.now(dt.UTC) + dt.timedelta(days=1)
    newsroom.pin(stories[4], 2, shown_from=later)
    newsroom.pin(newsroom.article("Draft"), 1)
    newsroom.pin(stories[1], 0)
    newsroom.pin(stories[2], 0, shown_from=newsroom.MONDAY)
    page = screen(editor)
    assert rows(page)[0] == "Three"
    assert dict(
        zip(rows(page, "waiting"), page.root.texts('[id="waiting"] .why'), strict=True)
    ) == {
        "Two": "Comes back when what is pinned over it ends.",
        "Draft": "Not live in this language, or hidden from search engines: the next one takes its place.",
        "Five": "Goes to place 3 at its time.",
    }


# --- Saving --------------------------------------------------------------------------------------


def test_what_is_pinned_leads_until_its_hour(editor: Desk, stories: list[Article]) -> None:
    key = auto(stories[2])
    before = generation.ask().counter
    typed = {f"state-{key}": "pinned", f"place-{key}": "1", f"until-{key}": "2099-07-01T18:00"}
    page = save(editor, screen(editor), **typed)
    assert page.notes == ["The front page is saved. Readers see it now."]
    assert front(editor)[0] == "Three"
    slot = FrontSlot.objects.get()
    assert (slot.position, slot.shown_until) == (0, dt.datetime(2099, 7, 1, 16, tzinfo=dt.UTC))
    at = set(Instant.objects.filter(key=f"slot:{slot.pk}").values_list("at", flat=True))
    assert at == {slot.shown_from, slot.shown_until}
    assert generation.ask().counter == before + 1


def test_what_is_hidden_is_met_elsewhere_only(editor: Desk, stories: list[Article]) -> None:
    save(editor, screen(editor), **{f"state-{auto(stories[0])}": "hidden"})
    assert front(editor) == ["Two", "Three", "Four", "Five"]
    assert front(editor, "da")[0] != "Two"
    page = screen(editor)
    assert rows(page, "hidden") == ["One"]
    assert FrontSlot.objects.get().position == HIDDEN
    save(editor, page, **{f"state-s{FrontSlot.objects.get().pk}": "auto"})
    assert front(editor)[0] == "One"


def test_what_is_unpinned_leaves_no_hour_behind(editor: Desk, stories: list[Article]) -> None:
    slot = newsroom.pin(stories[3])
    Instant.objects.create(key=f"slot:{slot.pk}", at=newsroom.MONDAY)
    save(editor, screen(editor), **{f"state-s{slot.pk}": "auto"})
    assert not FrontSlot.objects.exists()
    assert not Instant.objects.filter(key=f"slot:{slot.pk}").exists()
    assert front(editor)[0] == "One"


def test_saving_what_is_there_changes_nothing(editor: Desk, stories: list[Article]) -> None:
    start = newsroom.MONDAY.replace(second=7, microsecond=5)
    newsroom.pin(stories[3], shown_from=start)
    before = generation.ask().counter
    assert save(editor, screen(editor)).notes == ["Nothing was changed."]
    assert FrontSlot.objects.get().shown_from == start
    assert generation.ask().counter == before


def test_without_script_an_article_is_added_from_a_list(
    editor: Desk, stories: list[Article]
) -> None:
    many = [newsroom.article(f"Old {number}") for number in range(12)]
    for number, article in enumerate(many):
        with newsroom.at(newsroom.MONDAY - dt.timedelta(days=30 + number)):
            newsroom.publish(article, "en")
    page = screen(editor)
    offered = page.root.all('select[id="plain-add"] option')
    assert offered[-1]["value"] == str(many[-1].pk)
    save(editor, page, add=str(many[-1].pk), add_place="2")
    assert front(editor)[:2] == ["One", "Old 11"]


@pytest.mark.parametrize(
    ("field", "typed", "error"),
    [
        ("place", "14", "Give a place from 1 to 13."),
        ("place", "", "Give a place from 1 to 13."),
        ("until", "2020-01-01T12:00", "This end has passed, or comes before the beginning."),
        (
            "until",
            "2099-03-29T02:30",
            "The clock does not show this time on that day. Choose another.",
        ),
        ("until", "nonsense", "The clock does not show this time on that day. Choose another."),
    ],
)
def test_a_mistake_is_said_at_its_row(
    editor: Desk, stories: list[Article], field: str, typed: str, error: str
) -> None:
    key = auto(stories[2])
    sent = {f"state-{key}": "pinned", f"place-{key}": "1", f"{field}-{key}": typed}
    page = save(editor, screen(editor), **sent)
    assert page.root.texts(".front-row .error") == [error]
    assert page.values[f"state-{key}"] == "pinned"
    assert not FrontSlot.objects.exists()


def test_two_articles_cannot_have_one_place(editor: Desk, stories: list[Article]) -> None:
    sent = {f"state-{auto(story)}": "pinned" for story in stories[:2]}
    sent |= {f"place-{auto(story)}": "1" for story in stories[:2]}
    page = save(editor, screen(editor), **sent)
    assert page.root.texts(".front-row .error") == ["Two articles have place 1."]
    assert len(rows(page)) == 5


# --- Two editors ---------------------------------------------------------------------------------


def test_nobody_arranges_over_somebody_else(
    editor: Desk, chief: Desk, stories: list[Article]
) -> None:
    mine, theirs = screen(editor), screen(chief)
    pin = lambda story: {f"state-{auto(story)}": "pinned", f"place-{auto(story)}": "1"}  # noqa: E731
    save(chief, theirs, **pin(stories[1]))
    page = save(editor, mine, **pin(stories[2]))
    assert page.status == 409
    assert page.notes[0].startswith("Ingrid Dahl (")
    assert front(editor)[0] == "Two"
    assert page.values[f"state-{auto(stories[2])}"] == "pinned"
    anyway = page.root.all('button[name="anyway"]')[0]["value"]
    save(editor, page, anyway=anyway)
    assert "Three" in front(editor)[:2]


def test_saving_over_it_means_the_state_that_was_shown(
    editor: Desk, chief: Desk, stories: list[Article]
) -> None:
    page = screen(editor)
    newsroom.pin(stories[1])
    page = save(editor, page)
    newsroom.pin(stories[3], 2)
    again = save(editor, page, anyway=page.values["seen"])
    assert again.status == 409


# --- Who, and what else --------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["writer", "translator", "photo_editor"])
def test_others_are_refused(cast: Cast, role: str) -> None:
    desk = Desk(getattr(cast, role))
    for address in (HERE, "/admin/articles/frontslot/en/search/"):
        assert desk.client.get(address).status_code == 403
    for address in (HERE, "/admin/articles/frontslot/en/preview/"):
        assert desk.client.post(address).status_code == 403


def test_the_preview_is_the_readers_page_of_what_is_not_saved(
    editor: Desk, stories: list[Article]
) -> None:
    key = auto(stories[4])
    data = {**screen(editor).values, f"state-{key}": "pinned", f"place-{key}": "1"}
    data[f"state-{auto(stories[0])}"] = "hidden"
    answer = editor.client.post("/admin/articles/frontslot/en/preview/", data)
    root = parse(answer.content.decode())
    shown = [*root.texts("section.lead h2"), *root.texts("section.row h3")]
    assert shown == ["Five", "Two", "Three", "Four"]
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert not FrontSlot.objects.exists()


def test_the_search_finds_what_is_live_in_the_language(
    editor: Desk, stories: list[Article]
) -> None:
    newsroom.article("Four drafts")
    found = editor.client.get("/admin/articles/frontslot/en/search/?q=fou").json()["found"]
    assert [row["headline"] for row in found] == ["Four"]
    danish = editor.client.get("/admin/articles/frontslot/da/search/?q=Four").json()["found"]
    assert danish == []
    assert editor.client.get("/admin/articles/frontslot/xx/search/").status_code == 404


def test_a_forged_form_arranges_nothing(editor: Desk, stories: list[Article]) -> None:
    sent = {
        "row": ["s999", "a0", "x", "a99999999999999999999"],
        "seen": screen(editor).values["seen"],
    }
    answer = editor.client.post(HERE, sent)
    assert answer.status_code == 302
    assert not FrontSlot.objects.exists()
