"""Never lose a word, in Chromium: two windows on one article, and what becomes of one that dies."""

import random
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page, Route, expect

from articles.models.article import Article
from articles.text.languages import LANGUAGES
from tests import newsroom
from tests.cast import Cast, hire
from tests.desk.test_storyboard_in_browser import open_board, saved

SETTLED = (
    "async () => { const s = await import('/static/desk/storyboard/sync.js'); await s.ask(); }"
)


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    return hire()


@pytest.fixture
def article(cast: Cast) -> Article:
    return newsroom.article(owner=cast.editor, assignee_da=cast.translator, slides=3)


@pytest.fixture
def site(live_server: Any) -> str:
    return live_server.url


@pytest.fixture
def mine(page: Page, site: str, article: Article) -> Page:
    """Rasmus’ window, the editor's."""
    open_board(page, site, f"{article.pk}/change/")
    return page


@pytest.fixture
def other(browser: Browser) -> Iterator[Any]:
    """Opens windows for others, each in a browser profile of its own."""
    contexts = []

    def open_for(name: str, site: str, article: Article) -> Page:
        context = browser.new_context(locale="en-GB", timezone_id="Europe/Copenhagen")
        contexts.append(context)
        page = context.new_page()
        open_board(page, site, f"{article.pk}/change/", name)
        return page

    yield open_for
    for context in contexts:
        context.close()


def crash(page: Page) -> None:
    """Its process dies, and has no last moment in which to send anything."""
    with pytest.raises(Error, match="crash"):
        page.goto("chrome://crash")
    page.close()


def name_of(article: Article, number: int, field: str, language: str) -> str:
    slide = article.slides.all()[number]
    return f"#f-{slide.key}-{field}_{language}"


def now(article: Article, number: int, name: str) -> str:
    return getattr(article.slides.all()[number], name)


def test_two_hundred_interleaved_edits_all_arrive(
    mine: Page, other: Any, site: str, article: Article
) -> None:
    theirs = other("ingrid", site, article)
    chance = random.Random(4)
    fields = [
        (number, field, language)
        for number in range(3)
        for field in ("heading", "caption", "alt")
        for language in LANGUAGES
    ]
    chance.shuffle(fields)
    halves = {mine: fields[::2], theirs: fields[1::2]}
    last: dict[tuple[int, str, str], str] = {}
    for step in range(200):
        window = chance.choice([mine, theirs])
        where = chance.choice(halves[window])
        last[where] = f"Edit {step}"
        window.locator(name_of(article, *where)).fill(last[where])
    for window in (mine, theirs):
        saved(window)
    for window in (mine, theirs):
        window.evaluate(SETTLED)
        expect(window.locator(".conflict")).to_have_count(0)
        shown = {each: window.locator(name_of(article, *each)).input_value() for each in last}
        assert shown == last
    assert {each: now(article, each[0], f"{each[1]}_{each[2]}") for each in last} == last


def test_the_second_at_one_field_sees_both_and_chooses(
    mine: Page, other: Any, site: str, article: Article
) -> None:
    theirs = other("ingrid", site, article)
    where = name_of(article, 1, "heading", "da")
    theirs.locator(where).fill("Chefens trin")
    mine.locator(where).fill("Mit trin")
    saved(theirs)
    saved(mine)
    note = mine.locator(".conflict")
    expect(note).to_contain_text("Ingrid Dahl changed this field")
    expect(note.locator(".ver")).to_have_text(["Mit trin", "Chefens trin"])
    expect(mine.locator(where)).to_have_value("Mit trin")
    assert now(article, 1, "heading_da") == "Chefens trin"
    expect(mine.locator(".banner.versions")).to_contain_text("Nothing has been overwritten.")
    note.get_by_role("button", name="Keep mine").click()
    expect(note).to_have_count(0)
    saved(mine)
    assert now(article, 1, "heading_da") == "Mit trin"
    theirs.evaluate(SETTLED)
    expect(theirs.locator(where)).to_have_value("Mit trin")


def test_taking_theirs_takes_what_they_have_written_since(
    mine: Page, other: Any, site: str, article: Article
) -> None:
    theirs = other("ingrid", site, article)
    where = name_of(article, 1, "heading", "da")
    theirs.locator(where).fill("Chefens trin")
    mine.locator(where).fill("Mit trin")
    saved(theirs)
    saved(mine)
    expect(mine.locator(".conflict")).to_be_visible()
    theirs.locator(where).fill("Chefens nye trin")
    saved(theirs)
    mine.evaluate(SETTLED)  # the page hears of it, and leaves alone what is being chosen
    mine.get_by_role("button", name="Take the one by").click()
    expect(mine.locator(where)).to_have_value("Chefens nye trin")


def test_taking_theirs_can_be_undone(mine: Page, article: Article) -> None:
    where = name_of(article, 0, "heading", "en")
    newsroom.change(article.slides.all()[0], heading_en="Theirs")
    mine.locator(where).fill("Mine")
    saved(mine)
    mine.get_by_role("button", name="Take the one by").click()
    expect(mine.locator(where)).to_have_value("Theirs")
    mine.get_by_role("button", name="Bring mine back").click()
    expect(mine.locator(where)).to_have_value("Mine")
    saved(mine)
    assert now(article, 0, "heading_en") == "Mine"


def test_a_writer_and_a_translator_on_one_slide_never_meet(
    mine: Page, other: Any, site: str, article: Article
) -> None:
    theirs = other("lea", site, article)
    for step in range(10):
        for field in ("heading", "caption"):
            mine.locator(name_of(article, 1, field, "en")).fill(f"Word {step}")
            theirs.locator(name_of(article, 1, field, "da")).fill(f"Ord {step}")
    saved(mine)
    saved(theirs)
    for window in (mine, theirs):
        expect(window.locator(".conflict")).to_have_count(0)
    found = [
        now(article, 1, name) for name in ("heading_en", "caption_en", "heading_da", "caption_da")
    ]
    assert found == ["Word 9", "Word 9", "Ord 9", "Ord 9"]


def test_it_saves_by_itself_and_says_when(mine: Page, article: Article) -> None:
    with mine.expect_response("**/changes/"):
        mine.locator(name_of(article, 0, "heading", "en")).press_sequentially("!")
    expect(mine.locator(".saved")).to_contain_text("Saved")
    assert "!" in now(article, 0, "heading_en")


def test_without_a_network_it_is_kept_and_sent_later(mine: Page, article: Article) -> None:
    mine.context.set_offline(True)
    mine.locator(name_of(article, 0, "heading", "en")).fill("Typed on a train")
    expect(mine.locator(".saved")).to_have_text("Offline: 1 change kept here")
    expect(mine.locator(".banner.trouble")).to_contain_text("No connection to the server.")
    assert now(article, 0, "heading_en") == "Step 1"
    mine.context.set_offline(False)
    expect(mine.locator(".banner.trouble")).to_have_count(0)
    saved(mine)
    assert now(article, 0, "heading_en") == "Typed on a train"


def test_an_answer_that_is_lost_makes_no_conflict(mine: Page, article: Article) -> None:
    lost: list[Route] = []

    def lose(route: Route) -> None:
        if not lost:
            route.fetch()  # the server has it, and nobody hears
        route.continue_() if lost else route.abort("connectionreset")
        lost.append(route)

    mine.route("**/changes/", lose)
    field = mine.locator(name_of(article, 0, "heading", "en"))
    field.fill("First")
    expect(mine.locator(".banner.trouble")).to_be_visible()
    assert now(article, 0, "heading_en") == "First"
    field.fill("Second")
    expect(mine.locator(".banner.trouble")).to_have_count(0)
    saved(mine)
    expect(mine.locator(".conflict")).to_have_count(0)
    assert now(article, 0, "heading_en") == "Second"


def test_what_a_dead_window_left_is_offered_back(mine: Page, site: str, article: Article) -> None:
    mine.context.set_offline(True)
    mine.locator(name_of(article, 0, "heading", "en")).fill("Step one and a half")
    mine.locator(name_of(article, 2, "caption", "da")).fill("En tekst")
    expect(mine.locator(".saved")).to_have_text("Offline: 2 changes kept here")
    crash(mine)
    after = mine.context.new_page()
    after.context.set_offline(False)
    after.goto(f"{site}/admin/articles/article/{article.pk}/change/")
    offer = after.locator(".recover")
    expect(offer.locator("li")).to_have_count(2)
    expect(offer.locator("li").first).to_contain_text("Heading")
    assert now(article, 0, "heading_en") == "Step 1"
    offer.get_by_role("button", name="Throw away: ").last.click()
    offer.get_by_role("button", name="Put in: ").click()
    expect(offer).to_have_count(0)
    saved(after)
    assert now(article, 0, "heading_en") == "Step one and a half"
    assert not now(article, 2, "caption_da")


def test_who_is_logged_out_goes_on_after_logging_in(mine: Page, article: Article) -> None:
    cookies = mine.context.cookies()
    mine.context.clear_cookies(name="sessionid")
    mine.locator(name_of(article, 0, "heading", "en")).fill("Kept")
    banner = mine.locator(".banner.trouble")
    expect(banner).to_contain_text("You are no longer logged in.")
    expect(banner.get_by_role("link", name="Log in in another tab")).to_be_visible()
    mine.context.add_cookies(cookies)
    mine.evaluate("dispatchEvent(new Event('focus'))")
    expect(banner).to_have_count(0)
    saved(mine)
    assert now(article, 0, "heading_en") == "Kept"


def test_others_are_shown_where_they_work(
    mine: Page, other: Any, site: str, article: Article
) -> None:
    theirs = other("lea", site, article)
    theirs.locator(name_of(article, 1, "heading", "da")).focus()
    theirs.evaluate(SETTLED)
    mine.locator(name_of(article, 1, "heading", "en")).focus()
    mine.evaluate(SETTLED)
    expect(mine.get_by_role("img", name="Lea Nørgaard, slide 2")).to_have_count(2)
    expect(mine.locator(".also-here")).to_have_text("Also here now: Lea Nørgaard")


def test_words_are_compared_and_nothing_is_left_out(mine: Page) -> None:
    pairs = [("", "a"), ("up to 15 metres", "up to 18 metres"), ("æ ø\nå", "æ å\nø"), ("a b c", "")]
    told = mine.evaluate(
        """async (pairs) => {
            const { diff } = await import("/static/desk/storyboard/worddiff.js");
            return pairs.map(([a, b]) => diff(a, b));
        }""",
        pairs,
    )
    for (before, after), parts in zip(pairs, told, strict=True):
        assert "".join(text for kind, text in parts if kind != "ins") == before
        assert "".join(text for kind, text in parts if kind != "del") == after
    assert ["del", "15"] in told[1] and ["ins", "18"] in told[1]
