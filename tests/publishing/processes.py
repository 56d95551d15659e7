"""Other processes at the same database, told what to do by the test."""

import multiprocessing
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from django.conf import settings

from tests.publishing.actor import main

PATIENCE = 120.0  # seconds, on a busy machine too: a deadlock is found in one, a lock that never ends in twenty

# A Django of one's own takes a second to start. One is started; each actor is a fork of it, made
# before it has touched a database.
_company = multiprocessing.get_context("forkserver")
_company.set_forkserver_preload(["tests.publishing.company"])


class Actor:
    """A process of tests.publishing.actor."""

    def __init__(self, database_url: str) -> None:
        self.line, theirs = _company.Pipe()
        place = database_url, str(settings.MEDIA_ROOT)
        self.process = _company.Process(target=main, args=(theirs, *place), daemon=True)
        self.process.start()
        theirs.close()

    def tell(self, do: str, **order: Any) -> None:
        self.line.send({"do": do, **order})

    def go_on(self) -> None:
        """Go on after a pause."""
        self.line.send(None)

    def hear(self, within: float = PATIENCE) -> dict[str, Any]:
        """The next answer. A crash over there is a failure here."""
        if not self.line.poll(within):
            raise TimeoutError(f"nothing heard in {within} seconds")
        said: dict[str, Any] = self.line.recv()
        assert "crash" not in said, said["crash"]
        return said

    def do(self, do: str, **order: Any) -> dict[str, Any]:
        self.tell(do, **order)
        return self.hear()

    def is_silent(self, within: float) -> bool:
        return not self.line.poll(within)

    def kill(self) -> None:
        """At once and without a word, as the kernel does."""
        self.process.kill()
        self.process.join()

    def close(self) -> None:
        self.kill()
        self.line.close()
        self.process.close()


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
