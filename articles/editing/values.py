"""What a working copy holds, as pages and changes speak of it: {row's key: {field: value}}.

The article itself is row "". Translated fields are named by their column ("heading_da"); a row
of another table by its id, or None; bylines are [[contributor, role], …], sources [id, …].
"""

from collections.abc import Iterable
from typing import Any, Final

from articles.editing.fields import SPECS, shown_moment
from articles.editing.order import flat
from articles.models.article import Article, CrossLink, Slide
from articles.models.translated import column
from articles.text.languages import LANGUAGES
from articles.text.sanitise import clean_body, clean_line

Values = dict[str, Any]
# The columns of each kind of row, as values name them: attribute of the row.
COLUMNS: Final[dict[str, dict[str, str]]] = {
    kind: {
        named: f"{named}_id" if spec.model else named
        for field, spec in specs.items()
        for named in (
            [column(field, language) for language in LANGUAGES] if spec.translated else [field]
        )
        if field not in ("bylines", "sources")
    }
    for kind, specs in SPECS.items()
}


def values_of(article: Article) -> dict[str, Values]:
    """All of `article`: four queries, none where they were prefetched."""
    return {
        "": article_values(article),
        **{slide.key: row_values("slide", slide) for slide in article.slides.all()},
        **{link.key: row_values("link", link) for link in article.links.all()},
    }


def article_values(article: Article) -> Values:
    return {
        **row_values("article", article),
        "bylines": [[each.contributor_id, each.role] for each in article.bylines.all()],
        "sources": [each.source_id for each in article.article_sources.all()],
    }


def row_values(kind: str, row: Article | Slide | CrossLink) -> Values:
    """The columns of one row, cleaned as `apply` would store them."""
    return {
        named: _value(named, getattr(row, attribute)) for named, attribute in COLUMNS[kind].items()
    }


def _value(named: str, value: Any) -> Any:
    if named == "embargo_until":
        return shown_moment(value)
    if named.startswith("body_"):
        return clean_body(value or "")
    if named.startswith(("standfirst_", "editor_note")):
        return (value or "").replace("\r\n", "\n").strip()
    if isinstance(value, str):
        return clean_line(value)
    return "" if value is None and not _points(named) else value


def _points(named: str) -> bool:
    return any(specs[named].model for specs in SPECS.values() if named in specs)


def board_order(slides: Iterable[Slide], links: Iterable[CrossLink]) -> list[list[str]]:
    """[[key, kind], …] as the page lists the rows."""
    keys = {slide.pk: slide.key for slide in slides}
    board = flat(keys.values(), [(link.key, keys.get(link.after_id or 0, "")) for link in links])
    return [[row.key, row.kind] for row in board]
