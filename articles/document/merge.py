"""Part of one document laid into another: a fix to slide 7 while a rewrite is half done."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from articles.document.compare import ARTICLE_FIELDS, SLIDE_FIELDS
from articles.document.schema import Document, LinkDocument, PhotoFacts, SlideDocument

# Notices are the desk's public word and go out with whatever is published.
_ALWAYS: Final = ("notices",)
# A field's companions, which make sense with it alone.
_WITH: Final = {"lead": ("lead_alt",)}
# What an editor calls a slide's languages is the document's `shared`.
_COLUMNS: Final = {**{name: name for name in SLIDE_FIELDS}, "languages": "shared"}


@dataclass(frozen=True, slots=True)
class Parts:
    """What to take: whole slides by key, fields of the article by name, single fields `within`
    slides as (key, name of document.compare), and the order of the slides."""

    slides: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    within: frozenset[tuple[str, str]] = frozenset()
    order: bool = False

    def __post_init__(self) -> None:
        inner = {name for _slide, name in self.within}
        unknown = (self.fields - set(ARTICLE_FIELDS)) | (inner - set(_COLUMNS))
        if unknown:
            raise ValueError(f"no such fields: {', '.join(sorted(unknown))}")

    def __or__(self, other: "Parts") -> "Parts":
        return Parts(
            self.slides | other.slides,
            self.fields | other.fields,
            self.within | other.within,
            self.order or other.order,
        )

    def dump(self) -> dict[str, Any]:
        """As plain JSON data."""
        return {
            "slides": sorted(self.slides),
            "fields": sorted(self.fields),
            "within": [list(each) for each in sorted(self.within)],
            "order": self.order,
        }

    @classmethod
    def load(cls, data: Mapping[str, Any]) -> "Parts":
        """From what `dump` made."""
        return cls(
            frozenset(data["slides"]),
            frozenset(data["fields"]),
            frozenset((slide, name) for slide, name in data["within"]),
            data["order"],
        )


def merge(base: Document, new: Document, parts: Parts) -> Document:
    """`base` with `parts` of `new`: slides replaced, added where `new` has them, or taken out."""
    changes: dict[str, Any] = {}
    for name in (*parts.fields, *_ALWAYS):
        for each in (name, *_WITH.get(name, ())):
            changes[each] = getattr(new, each)
    changes["slides"] = _slides(base.slides, new.slides, parts)
    source = new if "links" in parts.fields else base
    changes["links"] = _links(source, changes["slides"])
    merged = replace(base, **changes)
    if "lead" not in parts.fields and _follows(base, new):
        lead, alt = _first(merged)
        merged = replace(merged, lead=lead, lead_alt=alt)
    return merged


def _first(document: Document) -> tuple[PhotoFacts | None, str]:
    """The first slide's photo and its alt text: what leads where nothing was chosen."""
    return next(((each.photo, each.alt) for each in document.slides if each.photo), (None, ""))


def _follows(base: Document, new: Document) -> bool:
    """Whether the lead of `base` goes with its first slide.

    Not so if `new` keeps that very photo where another slide is the first: then it was chosen.
    """
    if not _leads(base):
        return False
    return _leads(new) or _lead(new) != _lead(base)


def _leads(document: Document) -> bool:
    """Whether the first slide's photo is what leads."""
    photo, alt = _first(document)
    return _lead(document) == (photo.decided() if photo else None, alt)


def _lead(document: Document) -> tuple[PhotoFacts | None, str]:
    return (document.lead.decided() if document.lead else None, document.lead_alt)


def _links(source: Document, slides: tuple[SlideDocument, ...]) -> tuple[LinkDocument, ...]:
    """The links of `source` among `slides`, in their order.

    One after a slide that is not there follows the slide before.
    """
    places = {slide.key: place for place, slide in enumerate(slides, 1)}
    anchor, anchors = "", {"": ""}
    for slide in source.slides:
        if slide.key in places:
            anchor = slide.key
        anchors[slide.key] = anchor
    links = [replace(link, after=anchors.get(link.after, anchor)) for link in source.links]
    return tuple(sorted(links, key=lambda link: places.get(link.after, 0)))


def _slides(
    base: tuple[SlideDocument, ...], new: tuple[SlideDocument, ...], parts: Parts
) -> tuple[SlideDocument, ...]:
    news = {slide.key: slide for slide in new}
    kept = [
        _slide(slide, news.get(slide.key), parts)
        for slide in base
        if slide.key not in parts.slides or slide.key in news
    ]
    if parts.order:
        kept = _in_order_of(new, kept)
    return tuple(_with_added(kept, new, parts.slides))


def _slide(old: SlideDocument, new: SlideDocument | None, parts: Parts) -> SlideDocument:
    if new is None or old.key in parts.slides:
        return new or old
    taken = [_COLUMNS[name] for slide, name in parts.within if slide == old.key]
    return replace(old, **{name: getattr(new, name) for name in taken})


def _in_order_of(new: Collection[SlideDocument], kept: list[SlideDocument]) -> list[SlideDocument]:
    """Those that `new` has in its order; one that it has not, after the one that it followed."""
    by_key = {slide.key: slide for slide in kept}
    ordered = [by_key[slide.key] for slide in new if slide.key in by_key]
    common = {slide.key for slide in ordered}
    before: SlideDocument | None = None
    for slide in kept:
        if slide.key not in common:
            ordered.insert(ordered.index(before) + 1 if before else 0, slide)
        before = slide
    return ordered


def _with_added(
    merged: list[SlideDocument], new: Collection[SlideDocument], keys: Collection[str]
) -> list[SlideDocument]:
    """Added ones go after their nearest predecessor that stands."""
    standing = [slide.key for slide in merged]
    place = 0
    for slide in new:
        if slide.key in standing:
            place = standing.index(slide.key) + 1
        elif slide.key in keys:
            merged.insert(place, slide)
            standing.insert(place, slide.key)
            place += 1
    return merged
