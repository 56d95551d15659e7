"""What the storyboard's script says, in the language of the desk: {name: text} for its page.

One module per part of the script; a name begins with its part ("store.saved"). Placeholders stand
in braces, as in `Slide {number}`; of [one, many] the script takes one where {count} is 1.
"""

from collections.abc import Callable
from typing import Any, Final

from articles.desk.storyboard.words import (
    board,
    findings,
    media,
    preview,
    publish,
    store,
    text,
)

PARTS: Final[tuple[Callable[[], dict[str, Any]], ...]] = (
    board.words,
    text.words,
    media.words,
    preview.words,
    findings.words,
    publish.words,
    store.words,
)


def words() -> dict[str, Any]:
    """Every text that the script may need."""
    return {name: text for part in PARTS for name, text in part().items()}
