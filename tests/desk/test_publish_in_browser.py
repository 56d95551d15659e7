"""The publish panel as a dialog of the storyboard, in Chromium."""

import datetime as dt
from typing import Any

import pytest
from django.contrib.auth.models import Group
from playwright.sync_api import Page, expect

from articles.models.article import Article
from articles.models.clock import database_now
from tests import newsroom
from tests.cast import Cast
from tests.desk.browsing import open_as
from tests.desk.test_storyboard_in_browser import (  # noqa: F401 - fixtures
    article,
    board,
    cast,
    complaints,
)

pytestmark = pytest.mark.browser


def test_one_publishes_by_keys_and_learns_where(board: Page, article: Article) -> None:  # noqa: F811
    board.keyboard.press("Control+Shift+P")
    dialog = board.get_by_role("dialog")
    expect(dialog.get_by_role("heading", name="What to publish")).to_be_focused()
    expect(dialog.get_by_role("button", name="Publish both languages")).to_be_visible()
    dialog.get_by_role("checkbox", name="Danish").uncheck()
    dialog.get_by_role("button", name="Publish English").click()
    expect(dialog).to_contain_text("The English edition is live.")
    expect(dialog.get_by_role("link", name="See it on the site")).to_be_visible()
    expect(board.locator(".head.en .state")).to_have_text("Live")
    assert article.editions.count() == 1


def test_what_is_unticked_stays_unpublished(board: Page, article: Article) -> None:  # noqa: F811
    newsroom.publish(article)
    newsroom.change(article, kicker_en="Left", headline_en="Taken")
    board.keyboard.press("Control+Shift+P")
    dialog = board.get_by_role("dialog")
    dialog.get_by_role("checkbox", name="Kicker").uncheck()
    dialog.get_by_role("button", name="Publish English").click()
    expect(dialog).to_contain_text("The English edition is live.")
    expect(board.locator(".head.en .state")).to_have_text("Live, unpublished changes")
    edition = article.editions.get(language="en", number=2)
    assert (edition.document["headline"], edition.document["kicker"] == "Left") == ("Taken", False)


@pytest.mark.parametrize(
    ("day", "said", "choices"),
    [("03282027", "02:30 does not exist", 0), ("10312027", "02:30 comes twice", 2)],
)
def test_the_clocks_odd_nights_by_keys(board: Page, day: str, said: str, choices: int) -> None:  # noqa: F811
    board.keyboard.press("Control+Shift+P")
    dialog = board.get_by_role("dialog")
    dialog.get_by_role("radio", name="Now").focus()
    board.keyboard.press("ArrowDown")
    dialog.locator("#id_day").focus()
    board.keyboard.type(day)
    dialog.locator("#id_time").focus()
    board.keyboard.type("0230AM")
    expect(dialog.locator(".hour")).to_contain_text(said)
    which = dialog.locator(".which.asked input")
    expect(which).to_have_count(choices)
    if choices:
        which.first.focus()
        board.keyboard.press("ArrowDown")
        expect(dialog.locator(".hour")).to_contain_text("Danish time")
        expect(which.nth(1)).to_be_focused()
    board.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def test_a_correction_is_answered_and_one_left_owing_is_told(
    board: Page,  # noqa: F811
    article: Article,  # noqa: F811
    cast: Cast,  # noqa: F811
) -> None:
    cast.editor.groups.set(Group.objects.filter(name="chief editor"))
    newsroom.publish(article)
    newsroom.publish(article, "en", kind="correction", notes={"en": "The year was wrong."})
    board.goto(f"{board.url.partition('?')[0]}?correct=da")
    banner = board.locator(".banner.owed")
    expect(banner).to_contain_text("The year was wrong.")
    board.keyboard.press("Control+Shift+P")  # the language and the kind are chosen
    dialog = board.get_by_role("dialog")
    expect(dialog.get_by_role("textbox")).to_have_count(1)
    expect(dialog.get_by_role("checkbox", name="This answers the correction")).to_be_checked()
    dialog.get_by_role("textbox", name="What was wrong (Danish)").fill("Året var forkert.")
    dialog.get_by_role("button", name="Publish Danish").click()
    expect(dialog).to_contain_text("The Danish edition is live.")
    board.keyboard.press("Escape")
    expect(banner).to_have_count(0)
    board.keyboard.press("Control+Shift+P")
    dialog.get_by_role("checkbox", name="Danish").check()
    dialog.get_by_role("radio", name="Correction").check()
    dialog.get_by_role("textbox", name="What was wrong (Danish)").fill("Navnet var forkert.")
    dialog.get_by_role("button", name="Publish Danish").click()
    expect(dialog).to_contain_text("The English text is owed the same correction.")
    board.keyboard.press("Escape")
    expect(banner).to_contain_text("Navnet var forkert.")
    banner.get_by_role("link", name="Publish the English correction…").press("Enter")
    expect(dialog.get_by_role("checkbox", name="English")).to_be_checked()


def test_a_scheduled_edition_is_called_off_in_place(board: Page, article: Article) -> None:  # noqa: F811
    newsroom.publish(article, "da", at=database_now() + dt.timedelta(days=1))
    board.keyboard.press("Control+Shift+P")
    dialog = board.get_by_role("dialog")
    expect(dialog.locator(".ahead-what")).to_contain_text("Danish edition 1")
    dialog.get_by_role("button", name="Cancel Danish edition 1").click()
    expect(dialog.locator(".ahead-what")).to_have_count(0)
    assert article.editions.get().cancelled_at is not None


def test_the_head_switches_its_language(board: Page, article: Article) -> None:  # noqa: F811
    board.locator(".head.da select").select_option("not_planned")
    expect(board.locator(".head.da .state")).to_have_text("Not planned")
    board.keyboard.press("Control+s")
    expect(board.locator(".saved")).to_contain_text("Saved")
    article.refresh_from_db()
    assert article.stage_da == "not_planned"


def test_the_article_is_duplicated_from_its_menu(board: Page, article: Article) -> None:  # noqa: F811
    board.get_by_label("More about the article").click()
    board.locator("#article-more").get_by_role("button", name="Duplicate").click()
    expect(board.locator(".messagelist")).to_contain_text("This is a copy")
    assert Article.objects.count() == 2


def test_the_search_for_a_successor_has_a_name(
    page: Page,
    live_server: Any,
    article: Article,  # noqa: F811
    cast: Cast,  # noqa: F811
) -> None:
    newsroom.publish(article, "en")
    open_as("ingrid", page, live_server.url, f"/admin/articles/article/{article.pk}/withdraw/")
    search = page.locator(".select2-selection")  # the select itself is gone by then
    expect(search).to_have_accessible_name("Successor:")
    search.click()
    expect(page.get_by_role("searchbox", name="Successor:")).to_be_focused()
