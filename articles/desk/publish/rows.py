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


@dataclass(frozen=True, slots=True)
class Ticks:
    """The rows that a panel `offered`, and those of them that were `ticked`."""

    offered: Collection[str]
    ticked: Collection[str]

    def has(self, name: str) -> bool:
        """A row that was not there yet is ticked, as all are at first."""
        return name in self.ticked or name not in self.offered


def rows(before: Document, after: Document, ticks: Ticks | None) -> tuple[Row, ...]:
    """Everything in which `after` differs; without `ticks` all of it is chosen."""
    return tuple(
        Row(
            part,
            told(before, after, part.differences),
            part.fixed or ticks is None or ticks.has(part.name),
        )
        for part in parts_of(before, after)
    )
