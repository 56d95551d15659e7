"""`make run`: from an empty folder to a newsroom in a browser."""

import errno
import os
import socket
import subprocess
import sys
from typing import Any, NoReturn

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from articles.demo import logins
from articles.models.article import Article

# SQLite has one writer at a time, and a reader's page is mostly Python: more threads than this
# would only wait for one another.
THREADS = 4


class Command(BaseCommand):
    help = "Prepare the database, load the demo newsroom at the first start, and serve."

    def handle(self, *args: Any, **options: Any) -> None:
        refuse_taken_port(settings.HOST, settings.PORT)
        call_command("migrate", verbosity=0, interactive=False)
        # Also after a first start that was cut short: the demo's articles come all at once.
        # Production has no use for invented ones.
        if settings.DEBUG and not Article.objects.exists():
            call_command("demo", stdout=self.stdout)
        self.stdout.write(self.addresses())
        self.stdout.flush()
        start_worker()
        serve(settings.HOST, settings.PORT)

    def addresses(self) -> str:
        site = settings.SITE_URL
        lines = [
            "Diptych is on. Ctrl-C stops it.",
            f"  Site    {site}/en/  {site}/da/",
            f"  Desk    {site}/admin/",
        ]
        if settings.DEBUG:
            lines.append(f"  Logins  {logins.reminder()}")
        return "\n".join(lines)


def refuse_taken_port(host: str, port: int) -> None:
    """Raise CommandError if nobody could listen there: the server would say it less clearly."""
    if not 0 < port < 65536:
        raise CommandError(f"PORT is {port}, and ports go from 1 to 65535.")
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        socket.create_server(address, family=family).close()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise CommandError(
                f"Port {port} is taken. Choose another one: make run PORT={port + 1}"
            ) from error
        raise CommandError(f"Cannot listen on {host}, port {port}: {error.strerror}") from error


def start_worker() -> None:
    """Start one worker for photos beside us. It ends with this process, whatever ends that."""
    # Our own id: `serve` makes the server of this very process.
    arguments = [str(settings.BASE_DIR / "manage.py"), "photo_worker", "--parent", str(os.getpid())]
    subprocess.Popen([sys.executable, *arguments], stdin=subprocess.DEVNULL)  # noqa: S603


def serve(host: str, port: int) -> NoReturn:
    """Become the server, so that signals reach it and nothing is left when it stops."""
    arguments = ["-m", "granian", "cms.wsgi:application", "--interface", "wsgi", "--no-ws"]
    arguments += ["--host", host, "--port", str(port), "--log-level", "error"]
    arguments += ["--workers", "1", "--blocking-threads", str(THREADS)]
    # A terminal's Ctrl-C reaches granian's worker twice, from the terminal and from its parent,
    # and the second may catch it holding a lock that it then waits for: 6 of 25 hung on a busy
    # machine, without this limit.
    arguments += ["--workers-kill-timeout", "1"]
    environment = os.environ | {"SERVED_BY": str(os.getpid())}
    os.execve(sys.executable, [sys.executable, *arguments], environment)  # noqa: S606
