"""What would become of an article's words, place by place, and the writing of it.

`look` reads and changes nothing; what it found is shown to the editor, and `write` puts just that
into the database. Both run under the Article's lock where something is written.
"""

import hashlib
import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from articles.document.rewrite import base, kind_of, rewritten
from articles.document.serialise import digest, load
from articles.models.live import Watch
from articles.publishing import indexing
from articles.publishing.holdings import EDITIONS, LIBRARY, OF_ARTICLE, Holding
from articles.text.languages import LANGUAGES
from articles.text.replacing import Match, Replacing


@dataclass(frozen=True, slots=True)
class Place:
    """One text of one row: what is replaced in it, and what only looks like the words and stays.

    `field` is a column, or a field within its JSON ("k3x9.body"); `about` tells the row.
    """

    holding: str
    row: int
    field: str
    language: str = ""
    about: tuple[Any, ...] = ()
    matches: tuple[Match, ...] = ()
    left: tuple[str, ...] = ()


@dataclass(slots=True)
class Found:
    """`places` are for eyes; `values` are what is to be written, {(holding, row): {column: new}}."""

    places: list[Place] = field(default_factory=list)
    values: dict[tuple[str, int], dict[str, Any]] = field(default_factory=dict)

    @property
    def mark(self) -> str:
        """Names what was found: if it is another one later, something has been written since."""
        return hashlib.sha256(repr(self.places).encode()).hexdigest()[:32]

    def rows(self, *holdings: str) -> list[int]:
        return [row for name, row in self.values if name in holdings]

    @property
    def is_empty(self) -> bool:
        return not self.values


_BY_NAME: Final = {holding.name: holding for holding in (*OF_ARTICLE, *LIBRARY)}


def look(article: int, replacing: Replacing, *, photos: Collection[int] = ()) -> Found:
    """Every text of `article`, and what the library says of `photos`: one query per table."""
    found = Found()
    for holding in OF_ARTICLE:
        for row in holding.rows(article):
            _look(holding, row, replacing, found)
    if photos:
        for holding in LIBRARY:
            for row in holding.rows(list(photos)):
                _look(holding, row, replacing, found)
    return found


def write(found: Found) -> None:
    """Put what was found into the database; a rewritten Edition gets the digest of its words.

    Not the one from before: with all else of the text in hand it would confirm a guessed name.
    """
    for (name, row), values in found.values.items():
        if name == EDITIONS.name and "document" in values:
            document = load(values["document"])
            values = {**values, "digest": digest(document)}
            indexing.anew(row, document)
        _BY_NAME[name].write(row, values)


def watched(article: int, replacing: Replacing) -> None:
    """The same for what the nightly checks have quoted of it."""
    for watch in Watch.objects.all():
        findings = [
            _rewritten(each, replacing, "message") if each["article"] == article else each
            for each in watch.findings
        ]
        if findings != watch.findings:
            Watch.objects.filter(pk=watch.pk).update(findings=findings)


# --- One row -------------------------------------------------------------------------------------


def _look(holding: Holding, row: dict[str, Any], replacing: Replacing, found: Found) -> None:
    about = tuple(row[name] for name in holding.about)
    values = {}
    for name in holding.columns:
        is_encoded = name in holding.encoded
        old = json.loads(row[name]) if is_encoded and row[name] else row[name]
        new = _rewritten(old, replacing, name)
        if new != old:
            values[name] = json.dumps(new, ensure_ascii=False) if is_encoded else new
        if not _is_double(name, holding):
            found.places += _places(holding, row["pk"], about, name, old, replacing)
    if values:
        found.values[holding.name, row["pk"]] = values


def _rewritten(value: Any, replacing: Replacing, name: str) -> Any:
    def change(text: str, field: str) -> str:
        kind = kind_of(field)
        return replacing.apply(text, kind) if kind else text

    return rewritten(value, change, name)


def _places(
    holding: Holding, row: int, about: tuple[Any, ...], name: str, value: Any, replacing: Replacing
) -> Iterator[Place]:
    texts: list[tuple[str, str]] = []

    def keep(text: str, field: str) -> str:
        texts.append((field, text))
        return text

    rewritten(value, keep, name)
    for within, text in texts:
        kind = kind_of(within) or "plain"
        matches = replacing.matches(text, kind)
        left = replacing.left(replacing.apply(text, kind))
        if matches or left:
            language = str(about[0]) if about and about[0] in LANGUAGES else _language(within)
            yield Place(holding.name, row, within, language, about, matches, left)


def _language(field: str) -> str:
    tail = field.rpartition("_")[2]
    return tail if tail in LANGUAGES and base(field) != field else ""


def _is_double(name: str, holding: Holding) -> bool:
    """The bare column of a translated field says what the first language's does."""
    return any(f"{name}_{code}" in holding.columns for code in LANGUAGES)
