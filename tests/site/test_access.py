"""axe in every state, reflow, and what a browser says or fetches while it shows a page."""

from collections import Counter

import pytest
from playwright.sync_api import Browser

from tests.site import tools
from tests.site.crawl import Crawled
from tests.site.visits import LAPTOP, NARROW, PHONE, Visit, articles, representatives, slides, visit

pytestmark = pytest.mark.browser

# The rules of WCAG to 2.2 AA and of best practice. 24 px for what is touched is not on by itself.
AXE = """() => axe.run(document, {
    resultTypes: ['violations'],
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { 'target-size': { enabled: true } },
}).then(found => found.violations.flatMap(each => each.nodes.map(
    node => `${each.id} at ${node.target.join(' ')}: ${node.any.concat(node.all, node.none).map(
        check => check.message).join('; ')}`)))"""
SCHEMES = ("light", "dark")


def axe(visited: Visit) -> list[str]:
    if not visited.page.evaluate("() => 'axe' in window"):
        visited.page.add_script_tag(path=tools.TOOLS / "axe-core" / "axe.min.js")
    return list(visited.page.evaluate(AXE))


def told(complaints: list[tuple[str, str]]) -> str:
    counts = Counter(complaint for _, complaint in complaints)
    first = dict(reversed([(complaint, where) for where, complaint in complaints]))
    return "\n".join(f"{count} × {each} ({first[each]})" for each, count in counts.items())


def test_axe_finds_nothing_on_any_sort_of_page(browser: Browser, crawled: Crawled) -> None:
    found = []
    with visit(browser, crawled.site) as visited:
        for page in representatives(crawled):
            visited.go(page.path)
            for scheme, size in zip(SCHEMES, (PHONE, LAPTOP), strict=True):
                visited.page.set_viewport_size(size)
                visited.page.emulate_media(color_scheme=scheme)
                where = f"{crawled.site.name} {page.path}, {scheme}, {size['width']} px"
                found += [(where, complaint) for complaint in axe(visited)]
        # Silence means that it has looked: a fault of our making is found.
        visited.page.evaluate("() => document.querySelector('main').append(new Image())")
        assert [each.partition(" ")[0] for each in axe(visited)] == ["image-alt"]
    assert found == [], told(found)


def test_axe_finds_nothing_in_the_slideshow(browser: Browser, crawled: Crawled) -> None:
    """First, second and last slide of the longest article, and of the first in each language."""
    found = []
    longest, *others = articles(crawled)
    chosen = [longest, next(page for page in others if page.language != longest.language)]
    with visit(browser, crawled.site) as visited:
        for page in chosen:
            keys = slides(page)
            for key in (keys[0], keys[len(keys) // 2], keys[-1]):
                visited.go(page.path, f"show-{key}")
                for scheme, size in zip(SCHEMES, (PHONE, LAPTOP), strict=True):
                    visited.page.set_viewport_size(size)
                    visited.page.emulate_media(color_scheme=scheme)
                    where = f"{page.path}#show-{key}, {scheme}, {size['width']} px"
                    found += [(where, complaint) for complaint in axe(visited)]
    assert found == [], told(found)


def test_nothing_is_wider_than_a_narrow_window(browser: Browser, crawled: Crawled) -> None:
    """320 px, and half a tablet where the reader has asked for text twice the size."""
    wide = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    over = []
    with visit(browser, crawled.site, viewport=NARROW) as visited:
        session = visited.page.context.new_cdp_session(visited.page)
        for size in (16, 32):
            session.send("Page.setFontSizes", {"fontSizes": {"standard": size, "fixed": size}})
            visited.page.set_viewport_size({"width": 20 * size, "height": 900})
            for page in representatives(crawled):
                visited.go(page.path)
                if excess := visited.page.evaluate(wide):
                    over.append((page.path, size, excess))
    assert over == []


def test_a_visit_is_quiet_and_private(browser: Browser, crawled: Crawled) -> None:
    """No error on the console, nothing asked of anybody else, nothing left in the browser."""
    with visit(browser, crawled.site, bypass_csp=False) as visited:
        for page in representatives(crawled):
            visited.go(page.path)
            if page.status != 200:
                visited.said = [each for each in visited.said if "Failed to load" not in each]
                continue
            visited.page.evaluate("() => scrollTo(0, document.body.scrollHeight)")
            for key in slides(page)[:2]:
                visited.go(page.path, f"show-{key}")
                visited.page.keyboard.press("ArrowRight")
                visited.page.keyboard.press("Escape")
            visited.page.wait_for_load_state("networkidle")
        kept = "() => [document.cookie, ...Object.keys({ ...localStorage }), ...Object.keys({ ...sessionStorage })]"
        assert visited.page.evaluate(kept) == [""]
        assert (visited.said, visited.elsewhere) == ([], [])
        assert visited.page.context.cookies() == []
