"""SQLite's index of the search, put together again: each publication leaves another piece of it."""

import time
from typing import Final

from django.db import transaction

from articles.models import search

FEW: Final = 4  # pieces cost nothing that anybody would notice
_PAGES: Final = 250  # written in one transaction: a megabyte
_EVERY: Final = 86_400.0  # seconds between two looks of one worker

_looked = -_EVERY
_is_at_it = False


def work() -> bool:
    """For the worker: a step of it, at its start and once a day; False if there is nothing to do."""
    global _looked, _is_at_it
    if not _is_at_it:
        if time.monotonic() - _looked < _EVERY:
            return False
        _looked = time.monotonic()
        if search.pieces() <= FEW:
            return False
    _is_at_it = _step(begins=not _is_at_it)
    return _is_at_it


def merge() -> None:
    """All of it, in short transactions."""
    if search.pieces() > 1:
        goes_on = _step(begins=True)
        while goes_on:
            goes_on = _step()


@transaction.atomic
def _step(*, begins: bool = False) -> bool:
    return search.merge(-_PAGES if begins else _PAGES)
