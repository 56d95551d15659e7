"""Every document of the tables that breaks a rule: (code, document, world), one table for all."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from articles.document.build import build
from articles.document.schema import Document
from articles.document.working_copy import WorkingSource
from articles.gate.registry import World
from articles.text.languages import LANGUAGES, other
from tests.documents import a_document, a_working_copy, a_world
from tests.gate import (
    test_caption_rules,
    test_form_rules,
    test_leftover_rules,
    test_link_rules,
    test_photo_rules,
    test_rules,
    test_translation_rules,
    test_typography_rules,
)

Case = tuple[str, Document, World]

DANISH: Final = "Kystvagten fandt båden tom tidligt om morgenen."
ENGLISH: Final = "The coastguard found the boat empty at first light."
_SAME: Final = "What does the sea want?"
_LANGUAGE: Final = (
    ("language.wrong", "en", DANISH),
    ("language.wrong", "da", ENGLISH),
    ("language.wrong", "en", f"{ENGLISH} {DANISH}"),
    ("language.wrong", "da", f"{DANISH} {ENGLISH}"),
    ("language.wrong", "da", "Why does it work?"),
    ("language.wrong", "en", "Hvorfor virker det?"),
    ("language.interface", "en", "Foto: Kystfoto"),
    ("language.interface", "da", "Photo: Kystfoto"),
)


def cases() -> Iterator[Case]:
    for code, (document, world, *_place) in test_rules.FAILING.items():
        yield code, document, world
    for code, (document, world, *_place) in test_photo_rules.FAILING.items():
        yield code, document, world
    for code, document, *_place in test_caption_rules.FAILING:
        yield code, document, a_world()
    for code, document, world, *_place in test_form_rules.FAILING:
        yield code, document, world
    for code, document, world, *_place in test_link_rules.FAILING:
        yield code, document, world
    yield from _rows()
    for stored, field, name, *_level in test_leftover_rules.FAILING:
        yield f"leftover.{name}", _saying(stored, "en", field), a_world()
    for code, texts in test_typography_rules.FAILING.items():
        for language, (stored, _mended) in texts.items():
            yield code, _saying(stored, language), a_world()
    for code, language, stored in _LANGUAGE:
        yield code, _saying(stored, language), a_world()
    yield from _halves()


def _saying(stored: str, language: str, field: str = "heading") -> Document:
    """A document with that text in that field."""
    document = a_document(language)
    if field not in ("heading", "body", "caption", "alt"):
        return replace(document, **{field: stored})
    first, *rest = document.slides
    return replace(document, slides=(replace(first, **{field: stored}), *rest))


def _rows() -> Iterator[Case]:
    for rows, code, *_place in test_link_rules.ROWS.values():
        world = a_world(rows=rows, at_desk=True, withdrawn=frozenset({test_link_rules.OTHER}))
        yield code, build(a_working_copy(links=rows), "en"), world
    unnamed = (replace(test_link_rules.ADDRESS, labels={"en": "The harbour"}),)
    danish = build(a_working_copy(links=unnamed), "da")
    yield "link.label.missing", danish, a_world(rows=unnamed, at_desk=True)


def _halves() -> Iterator[Case]:
    for name, make, field, english, danish in test_translation_rules.DIFFERING.values():
        halves = {"en": make("en", **{field: english}), "da": make("da", **{field: danish})}
        for language, document in halves.items():
            yield f"translation.{name}", document, a_world(other=halves[other(language)])
    for name, make, field, text in test_translation_rules.ONE_SIDED.values():
        for language in LANGUAGES:
            written = make(other(language), **{field: text})
            document = make(language, **{field: ""})
            yield f"translation.{name}", document, a_world(other=written)
    for language in LANGUAGES:
        sources = (WorkingSource({other(language): "Institute", language: ""}),)
        here, there = (
            build(a_working_copy(sources=sources), each) for each in (language, other(language))
        )
        yield "translation.sources", here, a_world(other=there)
        short = replace(a_document(language), slides=a_document(language).slides[:2])
        yield "translation.missing", short, a_world(other=a_document(other(language)))
        theirs = _saying(_SAME, other(language))
        yield "language.same", _saying(_SAME, "da"), a_world(other=_saying(_SAME, "en"))
        yield (
            "language.alike",
            _saying("Motiv: skum", language),
            a_world(other=_saying("Motiv: skum", theirs.language)),
        )
