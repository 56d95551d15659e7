"""Other processes at the same database, told what to do by the test."""

import json
import os
import selectors
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from django.conf import settings

_START = "import django; django.setup(); from tests.publishing.actor import main; main()"
PATIENCE = 30.0  # seconds: a deadlock is found in one, a lock that never ends in twenty


class Actor:
    """A process of tests.publishing.actor."""

    def __init__(self, database_url: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", _START],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=settings.BASE_DIR,
            env=os.environ
            | {"DATABASE_URL": database_url, "DJANGO_SETTINGS_MODULE": "cms.settings"},
        )
        self.selector = selectors.DefaultSelector()
        assert self.process.stdout
        self.selector.register(self.process.stdout, selectors.EVENT_READ)

    def tell(self, do: str, **order: Any) -> None:
        self._line(json.dumps({"do": do, **order}))

    def go_on(self) -> None:
        """Go on after a pause."""
        self._line("")

    def hear(self, within: float = PATIENCE) -> dict[str, Any]:
        """The next answer. A crash over there is a failure here."""
        assert self.process.stdout
        if not self.selector.select(within):
            raise TimeoutError(f"nothing heard in {within} seconds")
        said = json.loads(self.process.stdout.readline())
        assert "crash" not in said, said["crash"]
        return said

    def do(self, do: str, **order: Any) -> dict[str, Any]:
        self.tell(do, **order)
        return self.hear()

    def is_silent(self, within: float) -> bool:
        return not self.selector.select(within)

    def kill(self) -> None:
        """At once and without a word, as the kernel does."""
        self.process.kill()
        self.process.wait()

    def close(self) -> None:
        self.kill()
        self.selector.close()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                pipe.close()

    def _line(self, text: str) -> None:
        assert self.process.stdin
        self.process.stdin.write(f"{text}\n".encode())
        self.process.stdin.flush()


@contextmanager
def actors(database_url: str, count: int) -> Iterator[list[Actor]]:
    """So many, ready to act."""
    with ExitStack() as stack:
        company = [Actor(database_url) for _ in range(count)]
        for actor in company:
            stack.callback(actor.close)
        for actor in company:
            assert actor.hear() == {"ready": True}
        yield company


def wait_until(actor: Actor, is_so: Callable[[], bool]) -> None:
    """Until `is_so`, or until `actor` has answered, which then was not held up."""
    for _ in range(600):
        if is_so() or not actor.is_silent(0.02):
            return
    raise TimeoutError("it never came to that")
