"""A quantity in a text, and what it may mean. Pure."""

from dataclasses import dataclass, field

from articles.text.numerals import Form
from articles.text.units import Unit


@dataclass(frozen=True, slots=True)
class Reading:
    value: float
    unit: Unit | None = None


@dataclass(slots=True)
class Quantity:
    """`text` is how it stands there; `form` says how much its absence elsewhere means."""

    text: str
    form: Form
    readings: list[Reading] = field(default_factory=list)
    is_below: bool = False  # minus nine, nine below zero

    @property
    def unit(self) -> Unit | None:
        return self.readings[0].unit if self.readings else None
