"""A working copy as it would be if changes that are not saved yet were: for preview and findings.

Pure: what the changes point at (photos, contributors, sources) is looked up beforehand, see
`wanted`; a row whose removal was saved comes back as the changes that make it (`remade`). What
could not be stored is left as it was; rights and conflicts are no matter here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from articles.document.schema import BylineDocument
from articles.document.working_copy import (
    ArticleTexts,
    SlideTexts,
    WorkingCopy,
    WorkingLink,
    WorkingPhoto,
    WorkingSlide,
    WorkingSource,
)
from articles.editing import order
from articles.editing.changes import Change, Insert, Move, PutBack, Remove, Set
from articles.editing.fields import SPECS, Unfit, stored_moment
from articles.text.languages import LANGUAGES

AnyRow = WorkingSlide | WorkingLink


@dataclass(frozen=True, slots=True)
class Known:
    """What changes point at, by id. A contributor is (name, slug)."""

    photos: Mapping[int, WorkingPhoto] = field(default_factory=dict)
    contributors: Mapping[int, tuple[str, str]] = field(default_factory=dict)
    sources: Mapping[int, WorkingSource] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wanted:
    photos: frozenset[int]
    contributors: frozenset[int]
    sources: frozenset[int]


def wanted(changes: Iterable[Change]) -> Wanted:
    """The ids that `imagine` will ask for."""
    found: dict[str, set[int]] = {"photos": set(), "contributors": set(), "sources": set()}
    for change in changes:
        if not isinstance(change, Set):
            continue
        try:
            value = _clean(change)
        except Unfit:
            continue
        if change.field in ("photo", "lead_photo") and value:
            found["photos"].add(value)
        elif change.field == "bylines":
            found["contributors"] |= {pk for pk, _role in value}
        elif change.field == "sources":
            found["sources"] |= set(value)
    return Wanted(**{name: frozenset(ids) for name, ids in found.items()})


def remade(change: PutBack, kind: str, behind: str, values: Mapping[str, Any]) -> list[Change]:
    """A row that was taken out, as changes that make it again from the `values` kept of it."""
    made: list[Change] = [Insert(change.id, change.row, kind, behind)]
    for named, value in values.items():
        field, _sep, language = named.rpartition("_")
        if language not in LANGUAGES:
            field, language = named, ""
        made.append(Set(change.id, change.row, field, language, None, value))
    return made


def imagine(working: WorkingCopy, changes: Sequence[Change], known: Known) -> WorkingCopy:
    """`working` with `changes`, in their order."""
    rows: dict[str, AnyRow] = {slide.key: slide for slide in working.slides}
    rows |= {link.key: link for link in working.links}
    board = order.flat(
        [slide.key for slide in working.slides], [(link.key, link.after) for link in working.links]
    )
    stood: dict[str, str] = {}  # what is taken out, and the row that it stood below
    for change in changes:
        match change:
            case Set(row=""):
                working = _set_article(working, change, known)
            case Set() if change.row in rows:
                rows[change.row] = _set_row(rows[change.row], change, known)
            case Insert() if change.row not in rows:
                rows[change.row] = _fresh(change, rows)
                board = order.insert(board, order.Row(change.row, change.kind), change.behind)
            case Move():
                board = order.move(board, change.row, change.behind)
            case Remove() if change.row in rows:
                stood[change.row] = order.above(board, change.row)
                board = order.remove(board, change.row)
            case PutBack() if change.row in stood:
                kind = "link" if isinstance(rows[change.row], WorkingLink) else "slide"
                board = order.insert(board, order.Row(change.row, kind), stood.pop(change.row))
    return _with_rows(working, rows, board)


def _with_rows(working: WorkingCopy, rows: Mapping[str, AnyRow], board: order.Board) -> WorkingCopy:
    after = order.anchors(board)
    slides: list[WorkingSlide] = []
    links: list[WorkingLink] = []
    for each in board:
        row = rows[each.key]
        if isinstance(row, WorkingSlide):
            slides.append(row)
        else:
            links.append(replace(row, after=after[each.key]))
    return replace(working, slides=tuple(slides), links=tuple(links))


def _fresh(change: Insert, rows: Mapping[str, AnyRow]) -> AnyRow:
    if change.kind == "link":
        return WorkingLink(after="", key=change.row)
    copied = rows.get(change.copy_of)
    if isinstance(copied, WorkingSlide):
        return replace(copied, key=change.row)
    return WorkingSlide(key=change.row, texts={})


def _set_article(working: WorkingCopy, change: Set, known: Known) -> WorkingCopy:
    try:
        value = _clean(change)
    except Unfit:
        return working
    if change.language:
        texts = working.texts.get(change.language, ArticleTexts())
        if change.field not in ArticleTexts.__slots__:
            return working
        changed = replace(texts, **{change.field: value})
        return replace(working, texts={**working.texts, change.language: changed})
    match change.field:
        case "lead_photo":
            return replace(working, lead=known.photos.get(value or 0))
        case "embargo_until":
            instant = stored_moment(value)
            return replace(working, embargo_until=instant.isoformat() if instant else "")
        case "bylines":
            made = [
                BylineDocument(*known.contributors[pk], role)
                for pk, role in value
                if pk in known.contributors
            ]
            return replace(working, bylines=tuple(made))
        case "sources":
            sources = [known.sources[pk] for pk in value if pk in known.sources]
            return replace(working, sources=tuple(sources))
        case "topic" | "commercial" | "sponsor":
            more: dict[str, Any] = {change.field: value}
            return replace(working, **more)
    return working


def _set_row(row: AnyRow, change: Set, known: Known) -> AnyRow:
    try:
        value = _clean(change)
    except Unfit:
        return row
    if isinstance(row, WorkingLink):
        match change.field:
            case "label":
                return replace(row, labels={**row.labels, change.language: value})
            case "target":
                return replace(row, article=value, url="" if value else row.url)
            case "url":
                return replace(row, url=value, article=None if value else row.article)
        return row
    if change.language and change.field in SlideTexts.__slots__:
        texts = replace(row.texts.get(change.language, SlideTexts()), **{change.field: value})
        return replace(row, texts={**row.texts, change.language: texts})
    if change.field == "photo":
        return replace(row, photo=known.photos.get(value or 0))
    return replace(row, languages=value) if change.field == "languages" else row


def _clean(change: Set) -> Any:
    """The value as it would be stored; fields have one meaning in whatever row they stand."""
    for specs in SPECS.values():
        if change.field in specs and specs[change.field].translated == bool(change.language):
            return specs[change.field].clean(change.value)
    raise Unfit(change.field)
