"""Warnings that somebody has left as they are: off until what they are about changes. Pure.

A warning is known again by its rule, its place and a mark, which is made of the text at that place
and of what was said of it. Nothing else makes it come back: not the slide's place among the others,
nor the clock.
"""

import hashlib
import json
from typing import Final

from django.utils import translation

from articles.document.schema import Document, SlideDocument
from articles.gate.registry import LINK_FIELDS, Finding, Place, WavedOff, World, run
from articles.gate.texts import FIELDS

# Where one rule may say several things, and what it says hangs on the text alone.
_SAID: Final = FIELDS | LINK_FIELDS | {"sources"}
_LENGTH: Final = 16  # hexadecimal digits


def key(document: Document, finding: Finding, world: World) -> WavedOff:
    """What a warning is known by: (slide, field, code, mark)."""
    place = finding.place
    return place.slide, place.field, finding.code, mark(document, finding, world)


def mark(document: Document, finding: Finding, world: World) -> str:
    """Sixteen hexadecimal digits of the text at the finding's place and of what was said of it."""
    said = ""
    if finding.place.field in _SAID:
        with translation.override("en"):  # whoever reads it, in whichever language
            said = str(finding.message)
    parts = json.dumps([_text_at(document, finding.place, world), said], sort_keys=True)
    return hashlib.sha256(parts.encode()).hexdigest()[:_LENGTH]


def judge(document: Document, world: World, *, texts: bool = True) -> tuple[Finding, ...]:
    """All findings on `document` but the warnings that were left as they are."""
    findings = run(document, world, texts=texts)
    if not world.waved:
        return findings
    return tuple(each for each in findings if not is_waved(document, each, world))


def is_waved(document: Document, finding: Finding, world: World) -> bool:
    """Whether somebody left it as it is; what blocks never is."""
    return not finding.blocks and key(document, finding, world) in world.waved


def _text_at(document: Document, place: Place, world: World) -> object:
    if row := next((each for each in world.rows if each.key == place.slide), None):
        return [row.article, row.url, row.labels.get(document.language, "")]
    if place.field == "links":
        links = [each for each in document.links if each.after == place.slide]
        return [[each.article, each.url, each.label] for each in links]
    holder: Document | SlideDocument | None = document
    if place.slide:
        holder = next((each for each in document.slides if each.key == place.slide), None)
    match place.field:
        case "slides":
            return len(document.slides)
        case "lead_photo":
            return [document.lead.id, document.lead_alt] if document.lead else None
        case "bylines":
            return [[each.name, each.role] for each in document.bylines]
        case "sources":
            return [[each.name, each.url] for each in document.sources]
        case "photo" if isinstance(holder, SlideDocument):
            return holder.photo.id if holder.photo else None
    text = getattr(holder, place.field, "")
    return text if isinstance(text, str) else ""
