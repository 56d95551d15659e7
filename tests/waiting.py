"""Waiting for what another process does, where it has no way to tell us."""

import time
from collections.abc import Callable


def wait_until(is_so: Callable[[], bool], *, within: float = 30) -> bool:
    """Whether it came to that in so many seconds."""
    deadline = time.monotonic() + within
    while time.monotonic() < deadline:
        if is_so():
            return True
        time.sleep(0.05)
    return is_so()
