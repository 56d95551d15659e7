"""The account of a manuscript's lines: each is entered once, none is forgotten."""

from collections.abc import Sequence

from articles.importing.classify import Token
from articles.importing.lines import Fate, Line, Why


class Ledger:
    """Collects the fate of every line while a manuscript is read."""

    def __init__(self) -> None:
        self._lines: dict[int, Line] = {}

    def use(
        self, tokens: Sequence[Token], fate: Fate, *used: str, slide: int | None = None
    ) -> None:
        """Enter lines that went into the article; `used` if it differs from their words."""
        for token in tokens:
            words = used if len(tokens) == 1 and used else (token.value,)
            self._enter(token, fate, slide=slide, used=words)

    def drop(self, tokens: Sequence[Token], why: Why) -> None:
        for token in tokens:
            self._enter(token, Fate.DROPPED, why=why)

    def aside(self, tokens: Sequence[Token], why: Why, *, slide: int | None = None) -> None:
        """Enter lines that fit nowhere: their words are kept apart for an editor."""
        for token in tokens:
            self._enter(token, Fate.NEEDS_YOU, why=why, slide=slide, used=(token.text,))

    def keep(
        self, tokens: Sequence[Token], why: Why, kept: Fate, *used: str, slide: int | None = None
    ) -> None:
        """Enter lines that were used as `kept`, but that an editor must look at."""
        for token in tokens:
            words = used if len(tokens) == 1 and used else (token.value,)
            self._enter(token, Fate.NEEDS_YOU, why=why, kept=kept, slide=slide, used=words)

    def _enter(
        self,
        token: Token,
        fate: Fate,
        *,
        why: Why | None = None,
        kept: Fate | None = None,
        slide: int | None = None,
        used: tuple[str, ...] = (),
    ) -> None:
        if token.number in self._lines:
            raise RuntimeError(f"Line {token.number} has a fate already.")
        words = tuple(word for word in used if word)
        self._lines[token.number] = Line(token.number, token.raw, fate, why, kept, slide, words)

    def lines(self, count: int) -> tuple[Line, ...]:
        """Return the lines in their order; raises KeyError if one of `count` has no fate."""
        return tuple(self._lines[number] for number in range(1, count + 1))
