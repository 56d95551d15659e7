"""A long list cut into pages, and the way from one page to the others. Pure."""

from collections.abc import Callable
from dataclasses import dataclass

from articles.reader.parts import Link


@dataclass(frozen=True, slots=True)
class Cut:
    """How many entries the first page has, and each one after it."""

    first: int
    more: int

    def last(self, count: int) -> int:
        """How many pages `count` entries fill: at least one."""
        return 1 + max(0, -(-(count - self.first) // self.more))

    def slice(self, number: int) -> tuple[int, int]:
        """From which to before which entry page `number` shows."""
        if number == 1:
            return 0, self.first
        start = self.first + (number - 2) * self.more
        return start, start + self.more


@dataclass(frozen=True, slots=True)
class Paging:
    """Page `number` of several; `pages` are those to offer, none where there is only one.

    A list that is not `by_date` has a next page, and not an older one.
    """

    number: int = 1
    newer: str = ""
    older: str = ""
    pages: tuple[Link, ...] = ()
    by_date: bool = True


def paging(
    number: int, last: int, address: Callable[[int], str], *, by_date: bool = True
) -> Paging:
    """Page `number` of `last`; `address` gives each one's."""
    return Paging(
        number=number,
        newer=address(number - 1) if number > 1 else "",
        older=address(number + 1) if number < last else "",
        pages=tuple(
            Link(str(page), address(page), is_current=page == number)
            for page in _window(number, last)
        ),
        by_date=by_date,
    )


def _window(number: int, last: int) -> list[int]:
    """The page numbers to offer: the first, the last, and those around `number`."""
    near = range(max(1, number - 2), min(last, number + 2) + 1)
    return sorted({1, last, *near}) if last > 1 else []
