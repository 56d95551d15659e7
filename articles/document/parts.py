"""The differences between two documents as parts that an editor takes or leaves, one by one."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from articles.document.compare import Difference, differences
from articles.document.merge import Parts, merge
from articles.document.schema import Document, SlideDocument

# Fields that make sense with another alone, and which that is.
_OF_THE_ARTICLE: Final = {"lead_alt": "lead", "sponsor": "commercial"}
_OF_A_PICTURE: Final = frozenset({"photo", "alt", "caption"})
# What comes by itself once the rest is taken, if nobody chose otherwise.
_FOLLOWING: Final = ("lead", "links")


@dataclass(frozen=True, slots=True)
class Part:
    """`name` is the field, `order`, a slide's key (it came or went) or `key.field`.

    A fixed one goes out with whatever is published. `parts` is what taking it means.
    """

    name: str
    parts: Parts
    differences: tuple[Difference, ...]
    fixed: bool = False


def parts_of(before: Document, after: Document) -> tuple[Part, ...]:
    """What may be taken of `after` into `before`; all of it together is `after`."""
    grouped: dict[str, list[Difference]] = {}
    sliding = _Slides(before, after)
    for each in differences(before, after):
        grouped.setdefault(sliding.name(each), []).append(each)
    found = [
        Part(name, sliding.parts(name, several), tuple(several), fixed=name == "notices")
        for name, several in grouped.items()
    ]
    return tuple(part for part in found if not _follows(part, found, before, after))


def chosen(parts: Iterable[Part], names: Collection[str]) -> Parts | None:
    """What the ticked `names` mean; None where everything is ticked: then the whole is meant."""
    free = [part for part in parts if not part.fixed]
    taken = [part.parts for part in free if part.name in names]
    if len(taken) == len(free):
        return None
    return union(taken)


def union(parts: Iterable[Parts]) -> Parts:
    together = Parts()
    for each in parts:
        together |= each
    return together


def _follows(part: Part, every: Iterable[Part], before: Document, after: Document) -> bool:
    """Whether `part` comes by itself once all others are taken."""
    if part.name not in _FOLLOWING:
        return False
    others = union(each.parts for each in every if each is not part)
    merged = merge(before, after, others)
    left = {each.field for each in differences(merged, after)}
    return not left & {each.field for each in part.differences}


class _Slides:
    """Names parts by what happened to their slide."""

    def __init__(self, before: Document, after: Document) -> None:
        self.old = {slide.key: slide for slide in before.slides}
        self.new = {slide.key: slide for slide in after.slides}

    def name(self, each: Difference) -> str:
        if not each.slide:
            return _OF_THE_ARTICLE.get(each.field, each.field)
        old, new = self.old.get(each.slide), self.new.get(each.slide)
        if old is None or new is None:
            return each.slide
        if each.field in _OF_A_PICTURE and _photo(old) != _photo(new):
            return f"{each.slide}.photo"
        return f"{each.slide}.{each.field}"

    def parts(self, name: str, several: Iterable[Difference]) -> Parts:
        if name == "order":
            return Parts(order=True)
        slide, dot, field = name.rpartition(".")
        if dot:
            return Parts(within=frozenset((slide, each.field) for each in several))
        if name in self.old or name in self.new:
            return Parts(slides=frozenset({name}))
        return Parts(fields=frozenset({field, *(each.field for each in several)}))


def _photo(slide: SlideDocument) -> int | None:
    return slide.photo.id if slide.photo else None
