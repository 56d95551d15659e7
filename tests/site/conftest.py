"""Two newsrooms served and crawled once for all checks of the site, and a browser to look at them."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import strict
from tests.site import tools
from tests.site.server import NEWSROOMS, Site, built, collect_static, served

FIGURES: list[str] = []  # what was measured, told at the end of the run

if reason := tools.missing():
    if strict():
        raise pytest.UsageError(reason)
    collect_ignore_glob = ["test_*.py"]
else:
    from tests.site.crawl import Crawled, crawl


def pytest_terminal_summary(terminalreporter: Any) -> None:
    for line in [f"tests/site is left out: {reason}"] if reason else FIGURES:
        terminalreporter.line(line)


@pytest.fixture(scope="session")
def folders() -> dict[str, Path]:
    return built(list(NEWSROOMS))


@pytest.fixture(scope="session")
def sites(
    folders: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Site]]:
    """Every newsroom, served."""
    room = tmp_path_factory.mktemp("site")
    static = collect_static(room)
    with ExitStack() as stack:
        yield {
            name: stack.enter_context(served(name, folder, static=static, at=room / name))
            for name, folder in folders.items()
        }


@pytest.fixture(scope="session")
def crawls(sites: dict[str, Site], folders: dict[str, Path]) -> dict[str, "Crawled"]:
    """Every newsroom, crawled: also where nothing is, and where something once was."""
    return {name: crawl(site, *_lost(folders[name])) for name, site in sites.items()}


def _lost(folder: Path) -> list[str]:
    """Addresses that no page should lead to: errors, and every slug ever taken, topic unknown."""
    with closing(sqlite3.connect(folder / "db.sqlite3")) as database:
        claimed = database.execute("SELECT language, slug FROM articles_permalink").fetchall()
    word = {"en": "stories", "da": "historier"}
    past = [f"/{language}/{word[language]}/{slug}/" for language, slug in claimed]
    return ["/en/no-such-page/", "/da/findes-ikke/", "/no-such-page/", *past]


@pytest.fixture(scope="session", params=list(NEWSROOMS))
def crawled(request: pytest.FixtureRequest, crawls: dict[str, "Crawled"]) -> "Crawled":
    return crawls[request.param]


@pytest.fixture(scope="session")
def figure() -> Callable[[str], None]:
    """Keeps a measured figure for the end of the run."""
    return FIGURES.append
