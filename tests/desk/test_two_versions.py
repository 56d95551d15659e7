"""Two versions of what is no text: a photo, a choice, a place, a row; and what was refused."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from articles.editing.apply import EVERYTHING, apply
from articles.editing.changes import Change, Move, Remove, Set
from articles.models.article import Article
from articles.models.desk import Sitting
from tests import newsroom
from tests.cast import Cast, hire
from tests.desk.test_never_lost import crash
from tests.desk.test_storyboard_in_browser import open_board, saved

QUEUE = """async ([name, ...args]) => {
    const store = await import('/static/desk/storyboard/store.js');
    store[name](...args);
    while (store.pending().length) await store.flush();
}"""


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    return hire()


@pytest.fixture
def article(cast: Cast) -> Article:
    return newsroom.article(owner=cast.editor, slides=3)


@pytest.fixture
def board(page: Page, live_server: Any, article: Article) -> Page:
    open_board(page, live_server.url, f"{article.pk}/change/")
    return page


def keys(article: Article) -> list[str]:
    return [slide.key for slide in article.slides.all()]


def theirs(article: Article, cast: Cast, change: Change) -> None:
    """What the chief does meanwhile."""
    [result] = apply(article_id=article.pk, changes=[change], by=cast.chief, may=EVERYTHING).results
    assert result.status == "done"


def test_a_photo_and_a_topic(board: Page, article: Article, cast: Cast) -> None:
    row, *_ = keys(article)
    slide = article.slides.all()[0]
    mine, other = newsroom.photo(), newsroom.photo()
    topics = newsroom.topic("Mine", "Mit"), newsroom.topic("Theirs", "Deres")
    theirs(article, cast, Set("1", row, "photo", "", slide.photo_id, other.pk))
    theirs(article, cast, Set("2", "", "topic", "", article.topic_id, topics[1].pk))
    board.evaluate(QUEUE, ["edit", row, "photo", "", mine.pk])
    board.evaluate(QUEUE, ["edit", "", "topic", "", topics[0].pk])
    expect(board.locator(".conflict")).to_have_count(2)
    assert article.slides.all()[0].photo_id == other.pk
    board.evaluate(QUEUE, ["choose", row, "photo", "", True])
    board.evaluate(QUEUE, ["choose", "", "topic", "", False])
    article.refresh_from_db()
    assert (article.slides.all()[0].photo_id, article.topic_id) == (mine.pk, topics[1].pk)
    [entry] = [
        each
        for sitting in Sitting.objects.filter(by=cast.editor, closed=False)
        for each in sitting.changes
        if each["field"] == "topic_given_up"
    ]
    assert entry["before"] == topics[0].pk


def test_a_row_that_both_moved(board: Page, article: Article, cast: Cast) -> None:
    one, two, three = keys(article)
    theirs(article, cast, Move("1", one, three, article.order_version))
    board.evaluate(QUEUE, ["move", one, two])
    note = board.locator(".banner.versions-of-row")
    expect(note).to_contain_text("moved this row meanwhile")
    assert keys(article) == [two, three, one]
    note.get_by_role("button", name="Move it anyway").click()
    saved(board)
    assert keys(article) == [two, one, three]


def test_a_row_deleted_while_somebody_wrote_in_it(
    board: Page, article: Article, cast: Cast
) -> None:
    one, *others = keys(article)
    theirs(article, cast, Set("1", one, "heading", "da", "Trin 1", "Ingrids trin"))
    board.evaluate(QUEUE, ["remove", one])
    note = board.locator(".banner.versions-of-row")
    expect(note).to_contain_text("It stays.")
    assert keys(article) == [one, *others]
    note.get_by_role("button", name="Delete it anyway").click()
    saved(board)
    assert keys(article) == others


def test_writing_in_a_deleted_row_brings_it_back(board: Page, article: Article, cast: Cast) -> None:
    one, *others = keys(article)
    theirs(article, cast, Remove("1", one, article.version))
    assert keys(article) == others
    board.locator(f"#f-{one}-heading_en").fill("Still writing")
    saved(board)
    assert keys(article) == [one, *others]
    assert article.slides.all()[0].heading_en == "Still writing"


def test_what_was_refused_comes_back_after_a_reload(board: Page, article: Article) -> None:
    one, *_ = keys(article)
    long = "Far too long " * 100
    board.locator(f"#f-{one}-heading_en").evaluate("each => each.removeAttribute('maxlength')")
    board.locator(f"#f-{one}-heading_en").fill(long)
    saved(board)
    expect(board.locator(".notes .refused")).to_have_count(1)
    assert article.slides.all()[0].heading_en == "Step 1"
    board.reload()
    offer = board.locator(".recover")
    expect(offer.locator("li")).to_have_count(1)
    offer.get_by_role("button", name="Put in: ").click()
    expect(board.locator(f"#f-{one}-heading_en")).to_have_value(long)


def test_a_move_and_a_deletion_are_offered_too(board: Page, article: Article) -> None:
    one, two, three = keys(article)
    address = board.url
    board.context.set_offline(True)
    board.evaluate(
        "k => import('/static/desk/storyboard/store.js').then(s => s.move(...k))", [one, three]
    )
    board.evaluate("k => import('/static/desk/storyboard/rows.js').then(r => r.take(k))", two)
    expect(board.locator(".saved")).to_have_text("Offline: 2 changes kept here")
    crash(board)
    after = board.context.new_page()
    after.context.set_offline(False)
    after.goto(address)
    offer = after.locator(".recover")
    expect(offer.locator("li")).to_have_count(2)
    assert keys(article) == [one, two, three]
    offer.get_by_role("button", name="Put all in").click()
    saved(after)
    assert keys(article) == [three, one]


def test_two_tabs_of_one_user(board: Page, article: Article) -> None:
    one, *_ = keys(article)
    second = board.context.new_page()
    second.goto(board.url)
    second.wait_for_selector("html.scripted")
    second.locator(f"#f-{one}-heading_en").fill("From the second tab")
    board.locator(f"#f-{one}-caption_en").fill("From the first tab")
    saved(second)
    saved(board)
    second.close()
    slide = article.slides.all()[0]
    assert (slide.heading_en, slide.caption_en) == ("From the second tab", "From the first tab")
    board.evaluate("import('/static/desk/storyboard/sync.js').then(each => each.ask())")
    expect(board.locator(f"#f-{one}-heading_en")).to_have_value("From the second tab")
    expect(board.locator(".recover, .conflict")).to_have_count(0)
