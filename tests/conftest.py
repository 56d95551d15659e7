"""What every test stands on: its own database, its own media folder, Chromium, strictness."""

import functools
import gc
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.conf import settings as django_settings
from django.db import connections
from django.test import TransactionTestCase
from playwright._impl._driver import compute_driver_executable
from playwright.sync_api import expect

from tests import pristine

# The same examples in every run, and no verdict on the speed of a busy machine.
hypothesis.settings.register_profile("same", derandomize=True, deadline=None)
hypothesis.settings.register_profile("search", deadline=None, max_examples=2_000)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

# Playwright runs an event loop in the test's thread, where Django then refuses the database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

# As long as it takes on a machine that has something else to do; what is there is seen at once.
expect.set_options(timeout=15_000)

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
CHROMIUM_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# The customer's captured page lies beside the project, where there is one: it is not ours to keep.
SEED = Path(__file__).parents[2] / "shared" / "seed" / "page-capture.txt"
DATABASE_FIXTURES = {"db", "transactional_db", "live_server"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database-only",
        action="store_true",
        help="only tests of what the database does, and no browser: for the second engine",
    )


def pytest_configure() -> None:
    # Set before any test database exists; a real hasher would take most of the tests' time.
    django_settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


# --- Which tests run -----------------------------------------------------------------------------


def engine() -> str:
    name = django_settings.DATABASES["default"]["ENGINE"]
    return "postgres" if name.endswith("postgresql") else "sqlite"


def strict() -> bool:
    return bool(os.environ.get("STRICT") or os.environ.get("CI"))


def fixtures(item: pytest.Item) -> list[str]:
    return getattr(item, "fixturenames", [])


def uses_database(item: pytest.Item) -> bool:
    marked = item.get_closest_marker("django_db") is not None
    return marked or not DATABASE_FIXTURES.isdisjoint(fixtures(item))


def belongs(item: pytest.Item, *, database_only: bool) -> bool:
    """Whether `item` means anything in this run. What does not is left out, not skipped."""
    other = {"sqlite": "postgres", "postgres": "sqlite"}[engine()]
    if item.get_closest_marker(other):
        return False
    if item.get_closest_marker("seed") and not SEED.exists():
        return False
    elsewhere = item.get_closest_marker("browser") or item.get_closest_marker("one_engine")
    return not database_only or (uses_database(item) and not elsewhere)


@functools.cache
def no_browser() -> str:
    """Why there is no browser to test in; empty if there is one."""
    if CHROMIUM is None:
        return "no Chromium on the PATH"
    node, _ = compute_driver_executable()
    driver = subprocess.run([node, "--version"], capture_output=True, text=True)
    return f"Playwright does not start: {driver.stderr.strip()}" if driver.returncode else ""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if "page" in fixtures(item):
            item.add_marker("browser")
        if item.get_closest_marker("browser") and (reason := no_browser()):
            item.add_marker(pytest.mark.skip(reason=reason))
    kept = [item for item in items if belongs(item, database_only=config.option.database_only)]
    left_out = set(items).difference(kept)
    config.hook.pytest_deselected(items=[item for item in items if item in left_out])
    items[:] = kept


def pytest_collection_finish() -> None:
    """What is loaded by now stays loaded: to look through it for garbage is a tenth of the work."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    if skipped(session.config) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    if count := skipped(config):
        terminalreporter.line(f"STRICT: {count} skipped, so the run has failed.", red=True)


def skipped(config: pytest.Config) -> int:
    """How many skips fail this run. The workers of xdist see none; the main process counts."""
    reporter: Any = config.pluginmanager.get_plugin("terminalreporter")
    return len(reporter.stats.get("skipped", ())) if strict() and reporter else 0


# --- What they run on ----------------------------------------------------------------------------


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """SQLite in a file: in memory, processes and browsers could not share it, nor would WAL run."""
    if engine() == "sqlite":
        path = tmp_path_factory.mktemp("database") / "test.sqlite3"
        connections["default"].settings_dict["TEST"]["NAME"] = str(path)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """What migrations put there is kept, and stands there again after each test that commits."""
    with django_db_blocker.unblock():
        pristine.keep()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _: pristine.put_back())
        yield


@pytest.fixture(autouse=True)
def media_root(settings: Any, tmp_path: Path) -> Path:
    """Where uploads of this test go, and nowhere else."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.MEDIA_ROOT.mkdir()
    return settings.MEDIA_ROOT


@pytest.fixture(autouse=True)
def decoded_once(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same picture is not decoded again in every test; see tests/photos/decoded.py."""
    if request.node.get_closest_marker("decoder") is None:
        from tests.photos import decoded

        monkeypatch.setattr("articles.photos.sandbox._run", decoded.run)


@pytest.fixture(autouse=True)
def generation_not_yet_polled() -> None:
    """Each process keeps the generation for a second; this test's database has another."""
    from articles.models import generation

    generation.begin_anew()


@pytest.fixture(autouse=True)
def reads_not_yet_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each process keeps reads for some seconds; none of another test's come into this one's."""
    from articles.reader.reads import ranking, tally

    monkeypatch.setattr(tally, "SECONDS", 3600.0)
    tally.forget()
    ranking.forget()


@pytest.fixture
def database_url(transactional_db: None) -> str:
    """The URL of the test's database, as DATABASE_URL of a process that the test starts."""
    database = connections["default"].settings_dict
    if engine() == "sqlite":
        return f"sqlite:///{database['NAME']}"
    socket = database.get("OPTIONS", {}).get("host", "")
    host = f"{database['HOST']}:{database['PORT']}" if database["HOST"] else ""
    login = f"{database['USER']}:{database['PASSWORD']}@{host}"
    return f"postgresql://{login}/{database['NAME']}" + (f"?host={socket}" if socket else "")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": CHROMIUM_FLAGS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "locale": "en-GB", "timezone_id": "Europe/Copenhagen"}
