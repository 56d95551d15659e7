"""Part of one document laid into another: a fix to slide 7 while a rewrite is half done."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any, Final

from articles.document.compare import ARTICLE_FIELDS
from articles.document.schema import Document, SlideDocument

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
    if "links" not in parts.fields:
        anchors = {slide.key for slide in changes["slides"]}
        changes["links"] = tuple(
            link if link.after in anchors or not link.after else replace(link, after="")
            for link in base.links
        )
    merged = replace(base, **changes)
    # Without a chosen lead photo the lead is the first slide's, and follows it.
    if (
        base.lead
        and base.slides
        and base.slides[0].photo == base.lead
        and "lead" not in parts.fields
    ):
        first = merged.slides[0] if merged.slides else None
        if first and first.photo:
            merged = replace(merged, lead=first.photo, lead_alt=first.alt)
    return merged


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
