"""`manage.py serve`: refuses a taken port in one line, loads the demo once, stops on Ctrl-C."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.core.management import CommandError, call_command

from articles.demo import logins
from articles.management.commands import serve
from articles.models.article import Article
from articles.models.photo import Photo
from articles.models.staff import User
from articles.photos.intake import take_in
from articles.photos.queue import try_again
from articles.reader import addresses
from tests.photos.pictures import encode, quarters
from tests.waiting import wait_until


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


@pytest.fixture
def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


@pytest.fixture
def demo_password(settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No DEMO_PASSWORD; the file that stands in for it is in the test's own folder."""
    settings.DEMO_PASSWORD = ""
    path = tmp_path / "demo-password.txt"
    monkeypatch.setattr(logins, "password_file", lambda: path)
    return path


def test_a_taken_port_is_one_line_that_says_what_to_do(settings: Any, taken_port: int) -> None:
    settings.PORT = taken_port
    with pytest.raises(CommandError) as error:
        call_command("serve")
    assert str(error.value) == (
        f"Port {taken_port} is taken. Choose another one: make run PORT={taken_port + 1}"
    )


def test_a_port_that_cannot_be_is_one_line(settings: Any) -> None:
    settings.PORT = 99_999
    with pytest.raises(CommandError, match=r"^PORT is 99999, and ports go from 1 to 65535\.$"):
        call_command("serve")


def test_a_host_that_is_not_ours_is_one_line(settings: Any, free_port: int) -> None:
    settings.HOST = "192.0.2.1"  # reserved for documentation: no machine has it
    settings.PORT = free_port
    with pytest.raises(CommandError, match=r"^Cannot listen on 192\.0\.2\.1, port \d+: [^\n]+$"):
        call_command("serve")


@pytest.mark.django_db
class TestFirstStart:
    @pytest.fixture(autouse=True)
    def no_server(self, settings: Any, free_port: int, monkeypatch: pytest.MonkeyPatch) -> None:
        settings.DEBUG = True
        settings.PORT = free_port
        settings.SITE_URL = "http://127.0.0.1:8000"
        self.ran: list[str] = []
        monkeypatch.setattr(serve, "start_worker", lambda: self.ran.append("worker"))
        monkeypatch.setattr(serve, "serve", lambda host, port: self.ran.append("granian"))
        monkeypatch.setattr(serve, "call_command", lambda name, **_: self.ran.append(name))

    def test_loads_the_demo_into_an_empty_newsroom(self, demo_password: Path) -> None:
        call_command("serve", stdout=StringIO())
        assert self.ran == ["migrate", "demo", "worker", "granian"]

    def test_loads_it_again_if_the_first_start_was_cut_short(self, demo_password: Path) -> None:
        User.objects.create_user("chief", password=logins.password())
        call_command("serve", stdout=StringIO())
        assert self.ran == ["migrate", "demo", "worker", "granian"]

    def test_leaves_a_newsroom_with_articles_alone_and_repeats_the_logins(
        self, demo_password: Path
    ) -> None:
        logins.password()
        Article.objects.create()
        out = StringIO()
        call_command("serve", stdout=out)
        assert self.ran == ["migrate", "worker", "granian"]
        assert out.getvalue().splitlines() == [
            "Diptych is on. Ctrl-C stops it.",
            "  Site    http://127.0.0.1:8000/en/  http://127.0.0.1:8000/da/",
            "  Desk    http://127.0.0.1:8000/admin/",
            f"  Logins  {logins.reminder()}",
        ]
        assert logins.reminder() == (
            "chief, editor, writer, translator, photo; "
            f"password: {demo_password.read_text().strip()} (kept in {demo_password})"
        )

    def test_production_gets_no_invented_articles(self, settings: Any) -> None:
        settings.DEBUG = False
        out = StringIO()
        call_command("serve", stdout=out)
        assert self.ran == ["migrate", "worker", "granian"]
        assert "password" not in out.getvalue()


class TestDemoPassword:
    def test_is_made_once_and_kept_from_others(self, demo_password: Path) -> None:
        first = logins.password()
        assert logins.password() == first
        assert demo_password.stat().st_mode & 0o777 == 0o600

    def test_is_the_one_given(self, settings: Any, demo_password: Path) -> None:
        settings.DEMO_PASSWORD = "correct horse"
        assert logins.password() == "correct horse"
        assert not demo_password.exists()
        assert "correct horse" not in logins.reminder()

    def test_that_is_lost_can_be_changed(self, demo_password: Path) -> None:
        assert "manage.py changepassword chief" in logins.reminder()


def wait_for(url: str, server: subprocess.Popen[str]) -> int:
    """The status of the first answer. A server that dies or stays silent for 30 s fails."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        assert server.poll() is None, server.communicate()
        try:
            return urllib.request.urlopen(url, timeout=10).status
        except urllib.error.URLError:
            time.sleep(0.05)  # nothing to wait on before the port is open
    raise AssertionError(f"{url} did not answer")


@contextmanager
def served(database_url: str, port: int, media_root: Path) -> Iterator[subprocess.Popen[str]]:
    """`manage.py serve` in a session of its own, as in a terminal, once it answers."""
    Article.objects.create()  # so that no demo is loaded
    variables = {"DATABASE_URL": database_url, "PORT": str(port), "DEBUG": "true"}
    server = subprocess.Popen(
        [sys.executable, "manage.py", "serve"],
        cwd=django_settings.BASE_DIR,
        env=os.environ | variables | {"MEDIA_ROOT": str(media_root)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        assert wait_for(f"http://127.0.0.1:{port}/admin/login/", server) == 200
        yield server
    finally:
        with suppress(ProcessLookupError):
            os.killpg(server.pid, signal.SIGKILL)
        server.communicate()


def is_left(group: int) -> bool:
    """Whether a process of the group is there. (One that ended is, until init has looked.)"""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.one_engine
@pytest.mark.parametrize("ended_by", ["Ctrl-C", "kill", "crash"])
def test_nothing_is_left_of_it(
    database_url: str, free_port: int, media_root: Path, ended_by: str
) -> None:
    with served(database_url, free_port, media_root) as server:
        match ended_by:
            case "Ctrl-C":
                os.killpg(server.pid, signal.SIGINT)  # a terminal tells everybody
            case "kill":
                server.terminate()
            case "crash":
                server.kill()
        out, errors = server.communicate(timeout=20)  # ends when the last one has closed its pipes
        assert (server.returncode, errors) == (-signal.SIGKILL if ended_by == "crash" else 0, "")
        assert out.startswith("Diptych is on.")
        assert wait_until(lambda: not is_left(server.pid))
        socket.create_server(("127.0.0.1", free_port)).close()


def test_photos_are_worked_on_beside_it_and_served(
    database_url: str, free_port: int, media_root: Path
) -> None:
    with served(database_url, free_port, media_root) as server:
        photo = take_in(encode(quarters()), filename="dawn.jpg", by=None).photo
        try_again(photo)
        assert wait_until(lambda: Photo.objects.get().work == Photo.Work.READY)
        for file in Photo.objects.get().renditions:
            address = f"http://127.0.0.1:{free_port}{addresses.rendition(file['name'])}"
            assert wait_for(address, server) == 200
