"""One photo changed everywhere in a frozen document: its facts corrected, or itself taken out."""

from dataclasses import replace
from typing import Literal

from articles.document.schema import Document, LinkDocument, PhotoFacts, SlideDocument

Removal = Literal["substitute", "none", "drop"]


def with_photo(document: Document, facts: PhotoFacts) -> Document:
    """`document` with `facts`, in its language, wherever it shows that photo or keeps it ready.

    Words that a slide has from the library follow; a slide's own stay.
    """
    lead, lead_alt = document.lead, document.lead_alt
    if lead and lead.id == facts.id:
        lead_alt = _followed(lead_alt, lead.alt, facts.alt)
    return replace(
        document,
        lead=_anew(lead, facts),
        lead_alt=lead_alt,
        slides=tuple(_slide_anew(slide, facts) for slide in document.slides),
    )


def without_photo(
    document: Document, photo: int, removal: Removal, substitute: PhotoFacts | None = None
) -> Document:
    """`document` without the photo of that id, wherever it is shown or kept ready.

    Its slides show `substitute` with the substitute's own words, or no photo, or are dropped; a
    link after a dropped slide follows the one before. The last slide is never dropped, but goes
    without a photo. A lead that goes is the substitute, or else the first picture that is left.
    """
    if removal == "substitute" and substitute is None:
        raise ValueError("no substitute was given")
    spare = _unready(substitute, photo) if removal == "substitute" else None
    bare = replace(
        document,
        lead=_unready(document.lead, photo),
        slides=tuple(
            replace(slide, photo=_unready(slide.photo, photo)) for slide in document.slides
        ),
    )
    dropped = _to_drop(bare.slides, photo) if removal == "drop" else frozenset()
    slides = tuple(
        _slide_without(slide, photo, spare) for slide in bare.slides if slide.key not in dropped
    )
    changed = replace(bare, slides=slides, links=_links(bare, dropped))
    return _with_a_lead(changed, spare) if _is(bare.lead, photo) else changed


def _anew(photo: PhotoFacts | None, facts: PhotoFacts) -> PhotoFacts | None:
    if photo is None or photo.id == facts.id:
        return photo and facts
    if _is(photo.substitute, facts.id):
        return replace(photo, substitute=replace(facts, substitute=None))
    return photo


def _slide_anew(slide: SlideDocument, facts: PhotoFacts) -> SlideDocument:
    photo = slide.photo
    if photo is None or photo.id != facts.id:
        return replace(slide, photo=_anew(photo, facts))
    return replace(
        slide,
        photo=facts,
        alt=_followed(slide.alt, photo.alt, facts.alt),
        caption=_followed(slide.caption, photo.caption, facts.caption),
    )


def _followed(shown: str, library: str, corrected: str) -> str:
    return corrected if shown == library else shown


def _is(facts: PhotoFacts | None, photo: int) -> bool:
    return facts is not None and facts.id == photo


def _unready(facts: PhotoFacts | None, photo: int) -> PhotoFacts | None:
    """`facts` without that photo as what is shown after them."""
    if facts and _is(facts.substitute, photo):
        return replace(facts, substitute=None)
    return facts


def _to_drop(slides: tuple[SlideDocument, ...], photo: int) -> frozenset[str]:
    showing = [slide.key for slide in slides if _is(slide.photo, photo)]
    return frozenset(showing[1:] if len(showing) == len(slides) else showing)


def _slide_without(slide: SlideDocument, photo: int, spare: PhotoFacts | None) -> SlideDocument:
    if not _is(slide.photo, photo):
        return slide
    return replace(
        slide,
        photo=spare,
        alt=spare.alt if spare else "",
        caption=spare.caption if spare else "",
    )


def _links(document: Document, dropped: frozenset[str]) -> tuple[LinkDocument, ...]:
    anchor, anchors = "", {}
    for slide in document.slides:
        if slide.key not in dropped:
            anchor = slide.key
        anchors[slide.key] = anchor
    return tuple(
        replace(link, after=anchors[link.after]) if link.after in dropped else link
        for link in document.links
    )


def _with_a_lead(document: Document, spare: PhotoFacts | None) -> Document:
    if spare:
        return replace(document, lead=spare, lead_alt=spare.alt)
    first = next((slide for slide in document.slides if slide.photo), None)
    return replace(
        document, lead=first.photo if first else None, lead_alt=first.alt if first else ""
    )
