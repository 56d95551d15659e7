"""The publish panel as a dialog of the storyboard, in Chromium."""

import pytest
from playwright.sync_api import Page, expect

from articles.models.article import Article
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
