"""How the tables of the tests on typography are read."""

from collections.abc import Callable, Iterator
from typing import Final

from articles.text.visible import Slip, visible

UNSURE: Final = "?"  # found, but nobody can say what to put
# language, text; and what it is mended to, or UNSURE: without, nothing is found
Case = tuple[str, ...]


def check(find: Callable[[str, str], Iterator[Slip]], case: Case) -> None:
    language, text, *expected = case
    seen = visible(text, language, is_html=False)
    slips = list(find(seen.masked, language))
    if not expected:
        assert slips == []
    elif UNSURE in expected:
        assert slips
        assert any(slip.new is None for slip in slips)
    else:
        assert all(slip.new is not None for slip in slips)
        assert seen.mended(slips) == expected[0]
        assert list(find(visible(expected[0], language, is_html=False).masked, language)) == []
