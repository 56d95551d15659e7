"""The index that the site's search reads: one entry for each Edition that readers may ever find.

Both engines match the same tokens (articles.document.searchable), by what each is good at: SQLite
has them in an FTS5 table that triggers keep, PostgreSQL in a tsvector with a GIN index.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from django.db import connection, models

from articles.models.constraints import one_of
from articles.models.edition import Edition
from articles.text.languages import CHOICES, LANGUAGES

EVER: Final = (
    dt.datetime(1970, 1, 1, tzinfo=dt.UTC),
    dt.datetime(9999, 1, 1, tzinfo=dt.UTC),
)
_NO_END: Final = 2**62


class SearchEntry(models.Model):
    """One Edition's words. `words` are its stems in order, `tokens` what is indexed of them.

    The other columns are the Edition's own, so that a search need not read documents;
    `published` is its `first_live_from`. See articles.publishing.indexing, which writes them.
    """

    edition = models.OneToOneField(Edition, models.CASCADE, related_name="+")
    language = models.CharField(max_length=2, choices=CHOICES)
    published = models.DateTimeField()
    live_from = models.DateTimeField()
    live_until = models.DateTimeField(null=True)
    words = models.TextField()
    tokens = models.TextField()

    class Meta:
        verbose_name = "search entry"
        verbose_name_plural = "search entries"
        constraints = [one_of("search_entry_language_known", "language", *LANGUAGES)]
        indexes = [
            # All that SQLite needs of an entry, so that it does not read past the words.
            models.Index(
                fields=["edition", "live_from", "live_until", "published"],
                name="search_entry_facts",
            ),
            models.Index(fields=["language", "published", "edition"], name="search_entry_period"),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.language}"


class Token(NamedTuple):
    """A token of the index; with `begins` whatever begins like it. Small letters and digits."""

    text: str
    begins: bool = False


# All of these must be there, of each any one.
Match = tuple[tuple[Token, ...], ...]


@dataclass(frozen=True, slots=True)
class Within:
    """Where to look: what is live at `as_of`, first published from `since` to before `before`.

    `lowest` and `highest` are ids of Editions beyond which there is nothing to be found.
    """

    as_of: dt.datetime
    since: dt.datetime = EVER[0]
    before: dt.datetime = EVER[1]
    lowest: int = 0
    highest: int = _NO_END


class Hit(NamedTuple):
    edition: int
    published: dt.datetime


# CROSS JOIN keeps SQLite from turning the two round.
_SQLITE: Final = """
SELECT entry.edition_id, entry.published
FROM articles_searchindex
CROSS JOIN articles_searchentry AS entry INDEXED BY search_entry_facts
ON entry.edition_id = articles_searchindex.rowid
WHERE articles_searchindex MATCH %s
AND entry.live_from <= %s AND (entry.live_until IS NULL OR entry.live_until > %s)
AND entry.published >= %s AND entry.published < %s
AND articles_searchindex.rowid BETWEEN %s AND %s
ORDER BY articles_searchindex.rowid DESC LIMIT %s
"""
_POSTGRESQL: Final = """
SELECT edition_id, published FROM articles_search(%s::tsquery, %s, %s, %s, %s, %s, %s)
"""


def matching(match: Match, within: Within, *, most: int) -> list[Hit]:
    """The newest `most` Editions that `match`, by when they were made; one query."""
    if connection.vendor == "postgresql":
        return _ask(_POSTGRESQL, [_tsquery(match), *_bounds(within)], most)
    at = connection.ops.adapt_datetimefield_value
    query, as_of, *rest = _fts5(match), within.as_of, *_bounds(within)[1:]
    bounds = [at(each) if isinstance(each, dt.datetime) else each for each in rest]
    return _ask(_SQLITE, [query, at(as_of), at(as_of), *bounds], most)


def pieces() -> int:
    """In how many pieces the index lies: a search looks into each. PostgreSQL's has one."""
    if connection.vendor != "sqlite":
        return 1
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(DISTINCT segid) FROM articles_searchindex_idx")
        return int(cursor.fetchone()[0])


def merge(pages: int) -> bool:
    """On SQLite write about so many `pages` (of 4 kB) of the pieces anew as one.

    The first call has a negative number, which makes all pieces one task; go on with a positive
    one until it gives False. See "The 'merge' Command" in SQLite's documentation of FTS5.
    """
    with connection.cursor() as cursor:
        before = connection.connection.total_changes
        cursor.execute(
            "INSERT INTO articles_searchindex(articles_searchindex, rank) VALUES ('merge', %s)",
            [pages],
        )
        return bool(connection.connection.total_changes - before >= 2)


def _bounds(within: Within) -> list[Any]:
    return [within.as_of, within.since, within.before, within.lowest, within.highest]


def _ask(sql: str, parameters: Sequence[Any], most: int) -> list[Hit]:
    from articles.models.clock import read_instant

    with connection.cursor() as cursor:
        cursor.execute(sql, [*parameters, most])
        return [Hit(edition, read_instant(at)) for edition, at in cursor.fetchall()]


def _fts5(match: Match) -> str:
    return _written(match, " OR ", " AND ", "*")


def _tsquery(match: Match) -> str:
    return _written(match, " | ", " & ", ":*")


def _written(match: Iterable[Iterable[Token]], either: str, both: str, begins: str) -> str:
    """No token holds anything but letters and digits, so none need be quoted."""
    return both.join(
        f"({either.join(f'{t.text}{begins}' if t.begins else t.text for t in tokens)})"
        for tokens in match
    )
