"""Part of one document laid into another: a fix to slide 7 while a rewrite is half done."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any, Final

from articles.document.compare import ARTICLE_FIELDS
from articles.document.schema import Document, LinkDocument, SlideDocument

# Notices are the desk's public word and go out with whatever is published.
_ALWAYS: Final = ("notices",)
# A field's companions, which make sense with it alone.
_WITH: Final = {"lead": ("lead_alt",)}


@dataclass(frozen=True, slots=True)
class Parts:
    """What to take: slides by key, and fields of the article by name."""

    slides: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        unknown = self.fields - set(ARTICLE_FIELDS)
        if unknown:
            raise ValueError(f"no such fields: {', '.join(sorted(unknown))}")


def merge(base: Document, new: Document, parts: Parts) -> Document:
    """`base` with `parts` of `new`: slides replaced, added where `new` has them, or taken out."""
    changes: dict[str, Any] = {}
    for name in (*parts.fields, *_ALWAYS):
        for each in (name, *_WITH.get(name, ())):
            changes[each] = getattr(new, each)
    changes["slides"] = _slides(base.slides, new.slides, parts.slides)
    source = new if "links" in parts.fields else base
    changes["links"] = _links(source, changes["slides"])
    merged = replace(base, **changes)
    # Without a chosen lead photo the lead is the first slide's, and follows it.
    if "lead" not in parts.fields and _leads(base) and merged.slides and merged.slides[0].photo:
        merged = replace(merged, lead=merged.slides[0].photo, lead_alt=merged.slides[0].alt)
    return merged


def _leads(document: Document) -> bool:
    """Whether the first slide is what leads."""
    first = document.slides[0] if document.slides else None
    return bool(
        first and (first.photo, first.alt) == (document.lead, document.lead_alt) and first.photo
    )


def _links(source: Document, slides: tuple[SlideDocument, ...]) -> tuple[LinkDocument, ...]:
    """The links of `source` among `slides`: after one that is not there, after the one before."""
    standing = {slide.key for slide in slides}
    anchor, anchors = "", {"": ""}
    for slide in source.slides:
        if slide.key in standing:
            anchor = slide.key
        anchors[slide.key] = anchor
    return tuple(replace(link, after=anchors.get(link.after, anchor)) for link in source.links)


def _slides(
    base: tuple[SlideDocument, ...], new: tuple[SlideDocument, ...], keys: Collection[str]
) -> tuple[SlideDocument, ...]:
    news = {slide.key: slide for slide in new}
    merged = [
        news[slide.key] if slide.key in keys and slide.key in news else slide
        for slide in base
        if slide.key not in keys or slide.key in news
    ]
    standing = [slide.key for slide in merged]
    place = 0
    for slide in new:  # added ones go after their nearest predecessor that stands
        if slide.key in standing:
            place = standing.index(slide.key) + 1
        elif slide.key in keys:
            merged.insert(place, slide)
            standing.insert(place, slide.key)
            place += 1
    return tuple(merged)
