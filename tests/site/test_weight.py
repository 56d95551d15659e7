"""Budgets in bytes, as they are transferred: HTML, CSS, JavaScript, the first picture, the first load."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.site.crawl import Answer, Crawled, ask
from tests.site.visits import articles, slides, visit

KB = 1024
CSS, JS = 8 * KB, 5 * KB
FIRST_IMAGE, FIRST_LOAD = 60 * KB, 300 * KB
# The phone that Lighthouse imagines.
PHONE = {"viewport": {"width": 412, "height": 823}, "device_scale_factor": 1.75, "is_mobile": True}
Note = Callable[[str], None]


def html_budget(slides: int) -> int:
    """14 KB to ten slides, 20 KB at thirty, and on in the same line."""
    return round((14 + 0.3 * max(0, slides - 10)) * KB)


def transferred(page: Answer) -> int:
    sent = ask(page.site, page.path, Accept_Encoding="gzip, br")
    return len(sent.body)


def test_pages_are_light(crawled: Crawled, figure: Note) -> None:
    sizes = {page: transferred(page) for page in crawled.found}
    over = {
        page.path: size for page, size in sizes.items() if size > html_budget(len(slides(page)))
    }
    for page in sorted(sizes, key=lambda page: -sizes[page])[:2]:
        figure(f"HTML {sizes[page] / KB:.1f} KB, {len(slides(page))} slides: {page.path}")
    assert over == {}


def test_styles_and_scripts_are_light(crawled: Crawled, figure: Note) -> None:
    """All that any one page asks for."""
    for kind, xpath, budget in (
        ("CSS", "//link[@rel='stylesheet']/@href", CSS),
        ("JS", "//script[@src]/@src", JS),
    ):
        sets = {tuple(map(str, page.all(xpath))) for page in crawled.found}
        sizes = {
            paths: sum(
                len(ask(crawled.site, path, Accept_Encoding="gzip, br").body) for path in paths
            )
            for paths in sets
        }
        figure(f"{kind} {max(sizes.values()) / KB:.2f} KB")
        assert {paths: size for paths, size in sizes.items() if size > budget} == {}


@dataclass(frozen=True, slots=True)
class Load:
    """Bytes that came, headers included, until nothing more was asked for; without scrolling."""

    total: int
    first_image: int


def loaded(browser: Browser, page: Answer) -> Load:
    sizes: dict[str, int] = {}
    urls: dict[str, str] = {}
    with visit(browser, page.site, **PHONE) as visited:
        session = visited.page.context.new_cdp_session(visited.page)
        session.send("Network.enable")

        def begun(event: dict[str, Any]) -> None:
            urls[event["requestId"]] = event["request"]["url"]

        def ended(event: dict[str, Any]) -> None:
            sizes[urls[event["requestId"]]] = int(event["encodedDataLength"])

        session.on("Network.requestWillBeSent", begun)
        session.on("Network.loadingFinished", ended)
        visited.page.goto(page.site.url(page.path), wait_until="networkidle")
        first = visited.page.evaluate("() => document.querySelector('main img')?.currentSrc ?? ''")
    return Load(sum(sizes.values()), sizes[first] if first else 0)


@pytest.mark.browser
def test_the_first_load_is_light(browser: Browser, crawled: Crawled, figure: Note) -> None:
    """On a phone: all articles of one language, front and topic pages too."""
    chosen = [page for page in articles(crawled) if page.language == "en"]
    chosen += [page for page in crawled.found if page.sort == "is-front"]
    loads = {page.path: loaded(browser, page) for page in chosen}
    heaviest = max(loads, key=lambda path: loads[path].total)
    largest = max(loads, key=lambda path: loads[path].first_image)
    figure(f"First load {loads[heaviest].total / KB:.0f} KB: {heaviest}")
    figure(f"First picture {loads[largest].first_image / KB:.0f} KB: {largest}")
    assert {path: load for path, load in loads.items() if load.total > FIRST_LOAD} == {}
    assert {path: load for path, load in loads.items() if load.first_image > FIRST_IMAGE} == {}
