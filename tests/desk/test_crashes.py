"""Kill the browser, kill the server, mid-edit: at most the last three seconds are gone."""

import os
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserType, Page, expect

from articles.models.article import Article
from tests import newsroom
from tests.cast import hire
from tests.desk.test_storyboard_in_browser import open_board, saved
from tests.test_serve import served

pytestmark = pytest.mark.browser

MOST = 3.0  # seconds that may be lost
TYPED = 6.0  # seconds of typing without a pause
SENDS = """() => {
    window.sends = [];
    const fetch = window.fetch;
    window.fetch = (url, ...more) => {
        if (String(url).includes('/changes/')) window.sends.push(performance.now());
        return fetch(url, ...more);
    };
}"""


@pytest.fixture
def article(transactional_db: None) -> Article:
    return newsroom.article(owner=hire().editor, slides=2)


@pytest.fixture
def port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


@pytest.fixture
def launch(
    browser_type: BrowserType, browser_type_launch_args: dict[str, Any], tmp_path: Path
) -> Iterator[Callable[[], Page]]:
    """Starts Chromium on a profile that outlives it."""
    contexts = []

    def start() -> Page:
        context = browser_type.launch_persistent_context(
            tmp_path / "profile", locale="en-GB", **browser_type_launch_args
        )
        contexts.append(context)
        return context.pages[0]

    yield start
    for context in contexts:
        with suppress(Exception):  # it was killed
            context.close()


def kill_browser(profile: Path) -> None:
    """As the kernel does when memory runs out: no goodbye to anybody."""
    told = f"--user-data-dir={profile}".encode()
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if told in (folder / "cmdline").read_bytes().split(b"\0"):
                os.kill(int(folder.name), signal.SIGKILL)


def type_on(page: Page) -> list[float]:
    """Types 100, 101, … without a pause. When each was typed, in seconds."""
    typed: list[float] = []
    while not typed or time.monotonic() - typed[0] < TYPED:
        page.keyboard.type(f"{100 + len(typed)} ", delay=20)
        typed.append(time.monotonic())
    return typed


def lost(text: str, typed: list[float], killed: float) -> float:
    """Seconds from the first word that is missing to the end."""
    there = set(text.replace("<p>", " ").replace("</p>", " ").split())
    missing = [at for number, at in enumerate(typed) if str(100 + number) not in there]
    return killed - missing[0] if missing else 0.0


@pytest.mark.parametrize(
    ("field", "place"), [("caption", ".leaf.en .f-caption textarea"), ("body", ".leaf.en .rt")]
)
def test_a_browser_that_is_killed(
    launch: Any, live_server: Any, article: Article, tmp_path: Path, field: str, place: str
) -> None:
    page = launch()
    open_board(page, live_server.url, f"{article.pk}/change/")
    page.evaluate(SENDS)
    page.locator(".slide").first.locator(place).click()
    if field == "body":  # its editor is fetched on the first click
        editor = page.locator(".slide").first.locator(place)
        expect(editor).to_have_attribute("contenteditable", "true")
    page.keyboard.press("Control+A")
    typed = type_on(page)
    sends = page.evaluate("window.sends")
    killed = time.monotonic()
    kill_browser(tmp_path / "profile")
    gone = lost(getattr(article.slides.all()[0], f"{field}_en"), typed, killed)
    gap = max((b - a) / 1000 for a, b in zip(sends, sends[1:], strict=False))
    print(f"{field}: {len(typed)} words, lost {gone:.1f} s, between two saves {gap:.1f} s")  # noqa: T201
    assert gone <= MOST, f"the server lacks the last {gone:.1f} s of {field}"
    assert gap <= MOST, f"{gap:.1f} s between two saves"
    again = launch()
    again.context.clear_cookies()  # whether Chromium wrote them before it was killed is open
    open_board(again, live_server.url, f"{article.pk}/change/")
    shown = getattr(article.slides.all()[0], f"{field}_en")
    assert lost(shown, typed, killed) <= gone
    expect(again.locator(".slide").first.locator(".leaf.en .f-heading textarea")).to_be_visible()


def test_a_server_that_is_killed_and_comes_back(
    page: Page, article: Article, database_url: str, port: int, media_root: Path
) -> None:
    site = f"http://127.0.0.1:{port}"
    field = page.locator(".slide").first.locator(".leaf.en .f-caption textarea")
    with served(database_url, port, media_root) as server:
        open_board(page, site, f"{article.pk}/change/")
        field.fill("Before. ")
        saved(page)
        field.press("End")
        page.keyboard.type("Until it died. ", delay=20)
        server.kill()
        page.keyboard.type("And after.", delay=20)
        expect(page.locator(".banner.trouble")).to_be_visible(timeout=30_000)
    with served(database_url, port, media_root):
        page.get_by_role("button", name="Try again now").click()
        expect(page.locator(".banner.trouble")).to_have_count(0, timeout=30_000)
        saved(page)
    assert article.slides.all()[0].caption_en == "Before. Until it died. And after."
    expect(page.locator(".conflict")).to_have_count(0)
