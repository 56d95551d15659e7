"""Which texts of an article go out on a sheet, in the order in which a page shows them. Pure.

A text goes out by its reference, `k7f2x.heading` or `article.headline`: the key of its row and its
field. A slide's text is HTML here and in its typed form on the sheet (articles.text.sanitise).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from articles.text import ledger
from articles.text.languages import other
from articles.text.sanitise import as_typed, plain

OF_ARTICLE: Final = ("kicker", "headline", "standfirst", "seo_title", "seo_description")
OF_ROW: Final[Mapping[str, tuple[str, ...]]] = {
    "slide": ("heading", "body", "caption", "alt"),
    "link": ("label",),
}
# What a cell of a spreadsheet holds (Excel's limit is 32,767 characters).
LONGEST: Final = 32_000
ARTICLE: Final = "article"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a working copy: `kind` is "article", "slide" or "link", `number` a slide's place.

    `values` are {"heading_en": text, …}; `is_shared` says that it stands in both languages.
    """

    key: str
    kind: str
    values: Mapping[str, Any]
    basis: ledger.Basis
    number: int = 0
    is_shared: bool = True


@dataclass(frozen=True, slots=True)
class Line:
    """A text with its translation, both as stored. `was` is what the translation was made from,
    where that is behind; "" else."""

    row: str
    field: str
    kind: str
    number: int
    original: str
    translation: str
    was: str = ""

    @property
    def reference(self) -> str:
        return f"{self.row or ARTICLE}.{self.field}"

    @property
    def is_needed(self) -> bool:
        """Whether the translation is missing or behind."""
        return not self.translation or bool(self.was)

    @property
    def is_too_long(self) -> bool:
        return max(len(self.original), len(self.translation)) > LONGEST

    @property
    def words(self) -> int:
        return len(plain(self.original).split())


def lines(rows: Sequence[Row], into: str) -> Iterator[Line]:
    """Every text that has an original to be translated into `into`."""
    for row in rows:
        if not row.is_shared:
            continue
        texts = _texts(row)
        behind = ledger.stale(row.basis, texts)
        for field in texts[into]:
            if not texts[other(into)][field]:
                continue
            to, was = behind.get(field, ("", ""))
            yield Line(
                row.key,
                field,
                row.kind,
                row.number,
                texts[other(into)][field],
                texts[into][field],
                was if to == into else "",
            )


def _texts(row: Row) -> dict[str, dict[str, str]]:
    fields = OF_ROW.get(row.kind, OF_ARTICLE)
    return {
        language: {field: row.values[f"{field}_{language}"] or "" for field in fields}
        for language in ("en", "da")
    }


def shown(field: str, text: str) -> str:
    """A stored text as a cell shows it."""
    return as_typed(text) if field == "body" else text
