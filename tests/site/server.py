"""A newsroom behind a real server, set up as production is: built once, copied, served."""

import contextlib
import datetime as dt
import hashlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urljoin
from urllib.request import urlopen
from zoneinfo import ZoneInfo

from tests.waiting import wait_until

ROOT = Path(__file__).parents[2]
CACHE = ROOT / ".cache" / "site"
# How each newsroom is made, by a process whose environment says where.
NEWSROOMS = {
    "demo": ["manage.py", "demo", "--verbosity", "0"],
    "hard": ["-m", "tests.site.hard_cases"],
}
# What its contents come out of; templates, styles and what only shows it are not among them.
CODE = (
    *("articles/*.py", "articles/migrations/*.py", "cms/settings.py", "requirements.txt"),
    *(f"articles/{room}/**/*.py" for room in ("text", "models", "photos", "document", "gate")),
    *(f"articles/{room}/**/*.py" for room in ("editing", "publishing")),
)
INGREDIENTS = {
    "demo": (*CODE, "articles/demo/**/*.py", "articles/demo/**/*.toml"),
    "hard": (*CODE, "tests/newsroom.py", "tests/site/hard_cases.py"),
}


@dataclass(frozen=True, slots=True)
class Site:
    """A served newsroom: `origin` is where it listens, `public` what it calls itself."""

    name: str
    origin: str
    public: str

    def path(self, address: str) -> str | None:
        """An absolute or a rooted address as a path of this site; None if it is elsewhere's."""
        for prefix in (self.public, self.origin):
            if address.startswith(f"{prefix}/") or address == prefix:
                return address.removeprefix(prefix) or "/"
        return address if address.startswith("/") and not address.startswith("//") else None

    def url(self, path: str) -> str:
        return urljoin(self.origin, path)


def built(names: list[str]) -> dict[str, Path]:
    """The folders of the newsrooms `names`: `db.sqlite3`, `media/`.

    Drawing the demo's photos takes a minute, so they are kept for a day (their dates are told
    from today's) and for as long as nothing changes that they are made of. All are made at once.
    """
    folders = {name: CACHE / f"{name}-{_fingerprint(name)}" for name in names}
    CACHE.mkdir(parents=True, exist_ok=True)
    running = [
        (folder, *_build(NEWSROOMS[name]))
        for name, folder in folders.items()
        if not folder.exists()
    ]
    for folder, made, process in running:
        _, errors = process.communicate()
        if process.returncode:
            shutil.rmtree(made)
            raise RuntimeError(f"{folder.name} was not built:\n{errors}")
        for old in CACHE.glob(f"{folder.name.partition('-')[0]}-*"):
            if old != folder:
                shutil.rmtree(old, ignore_errors=True)
        with contextlib.suppress(OSError):  # another run has made the same meanwhile
            made.rename(folder)
    return folders


def _fingerprint(name: str) -> str:
    today = dt.datetime.now(ZoneInfo("Europe/Copenhagen")).date()
    seen = hashlib.sha256(today.isoformat().encode())
    for path in sorted({path for pattern in INGREDIENTS[name] for path in ROOT.glob(pattern)}):
        seen.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    return seen.hexdigest()[:16]


def _build(command: list[str]) -> tuple[Path, subprocess.Popen[str]]:
    made = Path(tempfile.mkdtemp(prefix="building-", dir=CACHE))
    (made / "media").mkdir()
    script = f"{sys.executable} manage.py migrate --verbosity 0 && exec {sys.executable} $0 $@"
    process = subprocess.Popen(
        ["/bin/sh", "-c", script, *command],
        cwd=ROOT,
        env=environment(made, port=1),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    return made, process


def environment(folder: Path, *, port: int, static: Path | None = None) -> dict[str, str]:
    """Production's variables for the newsroom in `folder`; nothing of this machine's own."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "tests.site.settings",
        "DEBUG": "false",
        "SECRET_KEY": hashlib.sha256(b"of the checks").hexdigest(),
        "ALLOWED_HOSTS": "127.0.0.1",
        "SITE_URL": f"https://127.0.0.1:{port}",
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "DATABASE_URL": f"sqlite:///{folder / 'db.sqlite3'}",
        "MEDIA_ROOT": str(folder / "media"),
        "MEDIA_ACCEL": "",
        "MEDIA_PURGE_URLS": "",
        "COUNT_READS": "true",
        "DEMO_PASSWORD": "four words are enough",
        "SITE_STATIC_ROOT": str(static or folder / "static"),
        "SERVED_BY": "",
    }


def collect_static(folder: Path) -> Path:
    """Collect, compress and name the static files as a deployment does."""
    subprocess.run(
        [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity", "0"],
        cwd=ROOT,
        env=environment(folder, port=1, static=folder / "static"),
        check=True,
    )
    return folder / "static"


@contextlib.contextmanager
def served(name: str, folder: Path, *, static: Path, at: Path) -> Iterator[Site]:
    """Serve the newsroom in `folder`, on a copy of its database that is made in `at`."""
    at.mkdir()
    shutil.copy(folder / "db.sqlite3", at)
    (at / "media").symlink_to(folder / "media", target_is_directory=True)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    command = [sys.executable, "-m", "granian", "tests.site.front:application"]
    command += ["--interface", "wsgi", "--no-ws", "--host", "127.0.0.1", "--port", str(port)]
    command += ["--workers", "1", "--blocking-threads", "4", "--workers-kill-timeout", "1"]
    command += ["--log-level", "error"]
    log = (at / "log.txt").open("w+")
    server = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment(at, port=port, static=static),
        stdout=log,
        stderr=subprocess.STDOUT,
    )
    site = Site(name, f"http://127.0.0.1:{port}", f"https://127.0.0.1:{port}")
    try:
        assert wait_until(lambda: server.poll() is not None or _answers(site)), "no answer"
        assert server.poll() is None, (at / "log.txt").read_text()
        yield site
    finally:
        server.terminate()
        server.wait(timeout=10)
        log.close()


def _answers(site: Site) -> bool:
    try:
        return urlopen(site.url("/en/"), timeout=10).status == 200
    except (URLError, ConnectionError):
        return False


if __name__ == "__main__":
    built(list(NEWSROOMS))
