"""The preview and the findings beside the board, in Chromium: what scripts do while one types."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect

from articles.models.article import Article
from tests import newsroom
from tests.cast import Cast, hire
from tests.desk.browsing import listen, open_as


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    return hire()


@pytest.fixture
def article(cast: Cast) -> Article:
    made = newsroom.article(slides=6)
    newsroom.change(made, standfirst_da="")
    return made


@pytest.fixture
def desk(page: Page, live_server: Any, article: Article) -> Iterator[Page]:
    """Rasmus's browser, on the storyboard; it complains of nothing."""
    said = listen(page, kinds=("error",))
    page.set_viewport_size({"width": 1440, "height": 900})
    open_as("rasmus", page, live_server.url, f"/admin/articles/article/{article.pk}/change/")
    yield page
    assert said == []


def pane(page: Page) -> FrameLocator:
    return page.frame_locator("#pv")


def test_what_is_typed_appears_in_place(desk: Page) -> None:
    headline = pane(desk).locator("main article h1")
    expect(headline).to_have_text("The last rung")
    desk.locator("#f-article-headline_en").focus()
    frame = desk.locator("#pv").element_handle().content_frame()
    assert frame is not None
    frame.evaluate("window.same = document.querySelector('h1'); window.scrollTo(0, 300)")
    desk.keyboard.press("End")
    desk.keyboard.type(" of all")
    expect(headline).to_have_text("The last rung of all")
    assert frame.evaluate("window.same === document.querySelector('h1') && scrollY > 0")


def test_it_follows_the_slide_in_work_and_its_language(desk: Page, article: Article) -> None:
    slide = article.slides.all()[3]
    expect(pane(desk).locator("main article h1")).to_have_text("The last rung")
    desk.locator(f"#f-{slide.key}-heading_en").focus()
    expect(pane(desk).locator(f"#slide-{slide.key}[data-in-work]")).to_be_in_viewport()
    desk.locator(f"#f-{slide.key}-heading_da").focus()
    expect(pane(desk).locator("html")).to_have_attribute("lang", "da")
    expect(pane(desk).locator(f"#slide-{slide.key} h2")).to_have_text("Trin 4")


def test_a_finding_goes_and_comes_while_one_types(desk: Page) -> None:
    finding = desk.locator("#fi-article-standfirst-da-standfirst-missing")
    count = desk.locator(".head.da .cnt.block")
    expect(finding).to_contain_text("There is no standfirst")
    expect(count).to_have_text("1")
    desk.locator("#f-article-standfirst_da").fill("Nu er den der.")
    expect(finding).to_have_count(0)
    expect(count).to_have_count(0)
    desk.locator("#f-article-standfirst_da").fill("")
    expect(finding).to_have_count(1)


def test_n_goes_to_the_field_of_the_next_finding(desk: Page) -> None:
    expect(desk.locator(".finding")).to_have_count(1)
    standfirst = desk.locator("#f-article-standfirst_da")
    for _again in range(3):  # what leads on does not end up in the text
        desk.keyboard.press("n")
        expect(desk.locator(".finding")).to_be_focused()
    expect(standfirst).to_have_value("")
    desk.keyboard.press("Enter")
    expect(standfirst).to_be_focused()
    desk.locator("#f-article-headline_da").focus()
    desk.keyboard.press("Alt+n")
    expect(standfirst).to_be_focused()
    desk.locator("#f-article-headline_en").focus()
    desk.locator(".head.da .cnt.block").click()
    expect(desk.locator("#f-article-standfirst_da")).to_be_focused()


def test_a_colleague_without_a_login_reads_a_shared_link(
    desk: Page, browser: Browser, live_server: Any
) -> None:
    desk.get_by_role("button", name="Share preview").click()
    desk.get_by_label("For whom").fill("Karen")
    desk.get_by_role("button", name="Make a link").click()
    address = desk.locator(".share-url input").first.input_value()
    path = "/preview/" + address.partition("/preview/")[2]
    other = browser.new_context().new_page()
    other.goto(f"{live_server.url}{path}")
    expect(other.locator("main article h1")).to_have_text("The last rung")
    expect(other.locator(".preview-bar")).to_contain_text("not published")
    desk.get_by_role("button", name="Revoke: Karen").click()
    expect(desk.locator(".share-list .is-closed")).to_have_count(1)
    other.reload()
    expect(other.locator("h1")).to_have_text("This preview is not open")


def test_what_is_surely_wrong_is_mended_at_one_press(desk: Page, article: Article) -> None:
    desk.wait_for_selector("html.scripted")
    field = desk.locator("#f-article-standfirst_en")
    field.fill("The gulls came.They left again.")
    desk.locator("#f-article-headline_en").focus()
    finding = desk.locator("#fi-article-standfirst-en-typo-space-missing")
    finding.get_by_role("button", name="Mend it").click()
    expect(field).to_have_value("The gulls came. They left again.")
    expect(field).to_be_focused()
    expect(finding).to_have_count(0)
    desk.locator("#f-article-topic").focus()
    desk.keyboard.press("Control+z")
    expect(field).to_have_value("The gulls came.They left again.")


def test_a_warning_is_left_as_it_is_and_found_again(desk: Page, article: Article) -> None:
    desk.wait_for_selector("html.scripted")
    desk.locator("#f-article-standfirst_en").fill("The gulls - all of them - left again.")
    desk.locator("#f-article-headline_en").focus()
    finding = desk.locator("#fi-article-standfirst-en-typo-dash")
    finding.get_by_role("button", name="Leave it").click()
    expect(finding).to_have_count(0)
    left = desk.locator(".head[data-language='en'] .cnt.waved")
    expect(left).to_have_accessible_name("1 left as it is")

    left.focus()
    desk.keyboard.press("Enter")
    expect(left).to_have_attribute("aria-pressed", "true")
    expect(finding.get_by_role("button", name="Warn again")).to_be_focused()
    desk.keyboard.press("Enter")
    expect(left).to_have_count(0)
    expect(finding.get_by_role("button", name="Leave it")).to_be_visible()
    desk.locator("#f-article-topic").focus()
    desk.keyboard.press("Control+z")
    expect(left).to_have_accessible_name("1 left as it is")
