"""What changes for readers of one language, row by row, each with a tick."""

from collections.abc import Collection
from dataclasses import dataclass

from articles.desk.changes import Change, told
from articles.document.parts import Part, parts_of
from articles.document.schema import Document


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that is published or left: `part` names it; a fixed one goes along always."""

    part: Part
    changes: tuple[Change, ...]
    ticked: bool = True


def rows(before: Document, after: Document, ticked: Collection[str] | None) -> tuple[Row, ...]:
    """Everything in which `after` differs; without `ticked` all of it is chosen."""
    return tuple(
        Row(
            part,
            told(before, after, part.differences),
            part.fixed or ticked is None or part.name in ticked,
        )
        for part in parts_of(before, after)
    )
