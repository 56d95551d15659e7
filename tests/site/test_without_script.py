"""JavaScript adds comfort, never content: the page without it is the whole page."""

import pytest
from lxml import html
from playwright.sync_api import Browser

from tests.site.crawl import Crawled
from tests.site.visits import Visit, articles, representatives, slides, visit

pytestmark = pytest.mark.browser


def content(visited: Visit) -> tuple[list[str], set[str]]:
    """What stands on the page, word by word, and where it leads.

    What only works by script may come with it: buttons, and what they say.
    """
    tree = html.document_fromstring(visited.page.content())
    for tag in ("button", "dialog", "script", "output"):
        for element in tree.findall(f".//{tag}"):
            element.drop_tree()
    for element in tree.xpath("//*[@aria-live or @role='status' or @role='alert']"):
        element.drop_tree()
    words = " ".join(tree.xpath("string(//body)").split()).split()
    return words, {str(address) for address in tree.xpath("//a/@href")}


def test_pages_are_complete_without_script(browser: Browser, crawled: Crawled) -> None:
    with (
        visit(browser, crawled.site, java_script_enabled=False) as plain,
        visit(browser, crawled.site) as scripted,
    ):
        for page in representatives(crawled):
            plain.go(page.path)
            scripted.go(page.path)
            words, links = content(plain)
            more, further = content(scripted)
            assert words == more, page.path
            assert further - links == set(), page.path


def test_everything_is_shown_without_script(browser: Browser, crawled: Crawled) -> None:
    """Every slide, picture and link has a place on the page; the slideshow opens and moves on."""
    with visit(browser, crawled.site, java_script_enabled=False) as visited:
        for page in articles(crawled)[:2]:
            visited.go(page.path)
            keys = slides(page)
            for key in keys:
                assert visited.page.locator(f"#slide-{key}").is_visible(), (page.path, key)
            for link in visited.page.locator("main .share a, header nav a").all():
                assert link.is_visible(), (page.path, link.inner_text())
            if len(keys) > 1:
                visited.page.locator("a[href^='#show-']").first.click()
                for key in keys[1:4]:
                    visited.page.locator(":target").locator("xpath=..").locator("a.next").click()
                    assert visited.page.url.endswith(f"#show-{key}")
                visited.page.locator(":target").locator("xpath=..").locator("a.close").click()
                assert "#show-" not in visited.page.url
