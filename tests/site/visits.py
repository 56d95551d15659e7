"""Pages in Chromium: which ones stand for all, and what a visit to them hears."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Final

from playwright.sync_api import Browser, BrowserContext, Page, Request

from tests.site.crawl import Answer, Crawled
from tests.site.server import Site

PHONE: Final = {"width": 390, "height": 844}
NARROW: Final = {"width": 320, "height": 640}
LAPTOP: Final = {"width": 1440, "height": 900}


def representatives(crawled: Crawled) -> list[Answer]:
    """The heaviest page of every sort and status, in each language by turns; two articles.

    Of the hard cases articles alone, with the longest headline: the rest is as in the demo.
    """
    groups: dict[tuple[str, int], list[Answer]] = {}
    for page in sorted(crawled.pages, key=lambda page: -len(page.body)):
        groups.setdefault((page.sort, page.status), []).append(page)
    told = groups.pop(("is-article", 200))
    chosen = [next(page for page in told if page.language == code) for code in ("en", "da")]
    if crawled.site.name == "hard":
        return [*chosen, max(told, key=lambda page: len(page.one("string(//h1)")))]
    for turn, pages in enumerate(groups.values()):
        wanted = ("en", "da")[turn % 2]
        chosen.append(next((page for page in pages if page.language == wanted), pages[0]))
    return chosen


def articles(crawled: Crawled) -> list[Answer]:
    """Articles, that with most slides first."""
    found = [page for page in crawled.found if page.sort == "is-article"]
    return sorted(found, key=lambda page: -len(slides(page)))


def slides(page: Answer) -> list[str]:
    """The keys of an article's slides, by which its fragments are called."""
    ids = page.all("//ol[contains(@class, 'slides')]/li/@id")
    return [str(each).removeprefix("slide-") for each in ids]


@dataclass
class Visit:
    """One browser window and what was heard in it."""

    page: Page
    site: Site
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def go(self, path: str, fragment: str = "") -> None:
        self.page.goto(self.site.url(path) + (f"#{fragment}" if fragment else ""))

    @property
    def elsewhere(self) -> list[str]:
        return [url for url in self.asked if self.site.path(url) is None]


@contextmanager
def visit(browser: Browser, site: Site, **options: Any) -> Iterator[Visit]:
    """A fresh window; what axe adds to the page is let past its content policy."""
    context: BrowserContext = browser.new_context(
        **{"viewport": PHONE, "bypass_csp": True, "reduced_motion": "reduce", **options}
    )
    visited = Visit(context.new_page(), site)

    def heard(request: Request) -> None:
        if not request.url.startswith("data:"):
            visited.asked.append(request.url)

    visited.page.on("request", heard)
    visited.page.on(
        "console",
        lambda message: (
            visited.said.append(f"{message.type}: {message.text}")
            if message.type in ("error", "warning")
            else None
        ),
    )
    visited.page.on("pageerror", lambda error: visited.said.append(str(error)))
    try:
        yield visited
    finally:
        context.close()
