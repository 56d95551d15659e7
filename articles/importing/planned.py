"""What an import is going to write, as plain data; and what it needs to know for that."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from articles.importing.pairing import Side
from articles.importing.parts import Manuscript, ManuscriptSlide
from articles.importing.photos_csv import PhotoRow


@dataclass(frozen=True, slots=True)
class ExistingSlide:
    """A slide of the article that takes a second language; `side` is its first one."""

    pk: int
    side: Side
    has_photo: bool


@dataclass(frozen=True, slots=True)
class UnnamedLink:
    """A link to article `target`, which has no headline in the new language yet.

    It stands after the article's slide number `after` (0: the standfirst).
    """

    after: int
    target: int


@dataclass(frozen=True, slots=True)
class Existing:
    """The article that an import goes into; `headline` is what it has in the new language."""

    pk: int
    headline: str = ""
    slides: tuple[ExistingSlide, ...] = ()
    has_topic: bool = False
    unnamed_links: tuple[UnnamedLink, ...] = ()


@dataclass(frozen=True, slots=True)
class Newsroom:
    """What there is already: article ids by normalised title, and the first topic."""

    titles: Mapping[str, int] = field(default_factory=dict)
    topic: int | None = None


@dataclass(frozen=True, slots=True)
class PlannedPhoto:
    """A picture file for a slide, with what the photographers' list says of it."""

    file: Path
    row: PhotoRow


@dataclass(frozen=True, slots=True)
class PlannedSlide:
    """A slide in its place: one of the article's (by id), one of the manuscript's, or both.

    `number` counts the manuscript's slides from 1.
    """

    existing: int | None
    incoming: ManuscriptSlide | None
    number: int | None = None
    photo: PlannedPhoto | None = None


@dataclass(frozen=True, slots=True)
class Stub:
    """A draft for an article that others mention and that we do not have yet."""

    key: str
    headline: str
    standfirst: str = ""


@dataclass(frozen=True, slots=True)
class PlannedLink:
    """A link after the manuscript's slide `after` (0: the standfirst).

    To an article of ours, to a stub (by its key) or to an address: one of them.
    """

    after: int
    target: int | None = None
    stub: str = ""
    url: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that `load` writes, in its order.

    `warnings` tell an editor what to look at; `note` goes to the desk with the article.
    """

    manuscript: Manuscript
    ref: str
    into: int | None
    topic: int | None
    is_paid: bool
    slides: tuple[PlannedSlide, ...]
    links: tuple[PlannedLink, ...]
    stubs: tuple[Stub, ...]
    warnings: tuple[str, ...]
    note: str
