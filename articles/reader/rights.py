"""Which photos readers may see at a moment, and what stands in for those they may not. Pure."""

import datetime as dt
from dataclasses import dataclass, replace

from articles.document.schema import Document, PhotoFacts, SlideDocument


@dataclass(frozen=True, slots=True)
class Rights:
    """`as_of` decides by what Editions say; `hidden` are over though they do not say so yet."""

    as_of: dt.datetime
    hidden: frozenset[int] = frozenset()

    def allow(self, photo: PhotoFacts) -> bool:
        if photo.id in self.hidden:
            return False
        return not photo.expires_at or dt.datetime.fromisoformat(photo.expires_at) > self.as_of


@dataclass(frozen=True, slots=True)
class Shown:
    """A photo with what is said of it."""

    photo: PhotoFacts
    alt: str
    caption: str = ""


def shown(photo: PhotoFacts | None, *, alt: str, caption: str = "", rights: Rights) -> Shown | None:
    """`photo` with these words, or its substitute with its own; None where neither may be seen.

    What a page says of the photo, a slide's own words too, would be wrong of the substitute.
    """
    if photo is None:
        return None
    if rights.allow(photo):
        return Shown(photo, alt, caption)
    spare = photo.substitute
    if spare is None or not rights.allow(spare):
        return None
    return Shown(spare, spare.alt, spare.caption)


def as_shown(document: Document, rights: Rights) -> Document:
    """`document` with the photos and captions that readers see of it now."""
    return replace(
        document, slides=tuple(_slide_as_shown(slide, rights) for slide in document.slides)
    )


def _slide_as_shown(slide: SlideDocument, rights: Rights) -> SlideDocument:
    seen = shown(slide.photo, alt=slide.alt, caption=slide.caption, rights=rights)
    if seen is None:
        return replace(slide, photo=None, caption="", alt="")
    return replace(slide, photo=seen.photo, caption=seen.caption, alt=seen.alt)
