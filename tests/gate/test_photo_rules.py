"""The rules about pictures: a document that fails each alone, and what is no failure."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.utils import translation

from articles.document.schema import Document
from articles.gate import registry
from articles.gate.registry import Finding, Level, Place, World
from tests.documents import a_document, a_world, frozen_facts, some_facts

SPARE = frozen_facts(5, "da", alt="")
STOCK = "shutterstock_1093384417,Coast,,Storm"
BLOCKS, WARNS = Level.BLOCKS, Level.WARNS


def at_slide(**facts: Any) -> Document:
    """The second slide's photo has them."""
    document = a_document("da")
    first, second, third = document.slides
    return replace(document, slides=(first, replace(second, photo=some_facts(2, **facts)), third))


def with_words(**fields: Any) -> Document:
    document = a_document("da")
    first, second, third = document.slides
    return replace(document, slides=(first, replace(second, **fields), third))


def at_lead(**facts: Any) -> Document:
    """The lead photo, which stands in no slide, has them."""
    return a_document("da", lead=some_facts(9, **facts), lead_alt="En badebro")


def sponsored(document: Document) -> Document:
    return replace(document, commercial="sponsored", sponsor="Rug A/S")


def twice() -> Document:
    first, second, third = a_document("da").slides
    return a_document("da", slides=(first, second, replace(third, photo=first.photo)))


# what: (document, world, slide, field, level); at the lead the same is `lead.…`
_OF_PHOTOS: dict[str, tuple[dict[str, Any], Callable[[int], World], Level]] = {
    "in_work": ({}, lambda photo: a_world(in_work=frozenset({photo})), BLOCKS),
    "failed": ({}, lambda photo: a_world(failed=frozenset({photo})), BLOCKS),
    "taken_down": (
        {"expires_at": "2026-11-01T00:00:00+00:00"},
        lambda photo: a_world(taken_down=frozenset({photo})),
        BLOCKS,
    ),
    "byline.missing": ({"creator": "", "byline_required": True}, lambda photo: a_world(), BLOCKS),
    "substitute.alt.missing": ({"substitute": SPARE}, lambda photo: a_world(), WARNS),
    "substitute.unfit": (
        {"substitute": frozen_facts(5, "da", creator="", credit="")},
        lambda photo: a_world(),
        BLOCKS,
    ),
    "often": ({}, lambda photo: a_world(often={photo: 3}), WARNS),
}
FAILING: dict[str, tuple[Document, World, str, str, Level]] = {
    **{
        f"photo.{name}": (at_slide(**facts), world(2), "bbb", "photo", level)
        for name, (facts, world, level) in _OF_PHOTOS.items()
    },
    **{
        f"lead.{name}": (at_lead(**facts), world(9), "", "lead_photo", level)
        for name, (facts, world, level) in _OF_PHOTOS.items()
    },
    "photo.editorial_only": (
        sponsored(at_slide(editorial_only=True)),
        a_world(),
        "bbb",
        "photo",
        BLOCKS,
    ),
    "lead.editorial_only": (
        sponsored(at_lead(editorial_only=True)),
        a_world(),
        "",
        "lead_photo",
        BLOCKS,
    ),
    "photo.repeated": (twice(), a_world(), "ccc", "photo", WARNS),
    "photo.alt.filename": (with_words(alt="IMG_2210.HEIC"), a_world(), "bbb", "alt", BLOCKS),
    "photo.caption.filename": (with_words(caption=STOCK), a_world(), "bbb", "caption", BLOCKS),
    "lead.alt.filename": (
        replace(at_lead(), lead_alt="DSC_4471"),
        a_world(),
        "",
        "lead_photo",
        BLOCKS,
    ),
}
PASSING: dict[str, tuple[Document, World]] = {
    "another photo is in work": (a_document(), a_world(in_work=frozenset({8}))),
    "a byline that is required is there": (at_slide(byline_required=True), a_world()),
    "no byline where none is required": (at_slide(creator=""), a_world()),
    "editorial use": (at_slide(editorial_only=True), a_world()),
    "links that earn are no sponsor": (
        replace(at_slide(editorial_only=True), commercial="affiliate"),
        a_world(),
    ),
    "a substitute for editorial use": (
        at_slide(substitute=frozen_facts(5, "da", editorial_only=True)),
        a_world(),
    ),
    "a substitute with its words": (at_slide(substitute=frozen_facts(5, "da")), a_world()),
    "twice elsewhere": (a_document(), a_world(often={2: 2})),
    "the lead is a slide's photo as well": (a_document(), a_world()),
    "two others look alike": (a_document(), a_world(similar=frozenset({frozenset({7, 8})}))),
    "no caption": (with_words(caption=""), a_world()),
    "no photo that the words could be of": (
        replace(with_words(photo=None, alt=STOCK), slides=a_document().slides[:1]),
        a_world(),
    ),
}


def run(document: Document, world: World) -> tuple[Finding, ...]:
    """What the rules of this table find; those of other modules have tables of their own."""
    found = registry.run(document, world)
    return tuple(each for each in found if each.code in FAILING or each.code.startswith("slide."))


@pytest.mark.parametrize("code", FAILING)
def test_a_document_that_fails_one_rule(code: str) -> None:
    document, world, slide, field, level = FAILING[code]
    [finding] = run(document, world)
    assert (finding.code, finding.level, finding.place) == (code, level, Place(field, "da", slide))


@pytest.mark.parametrize("name", PASSING)
def test_a_document_that_passes(name: str) -> None:
    assert run(*PASSING[name]) == ()


@pytest.mark.parametrize("code", FAILING)
def test_a_finding_says_what_to_do_in_the_language_of_the_desk(code: str) -> None:
    document, world, *_place = FAILING[code]
    shown = {}
    for language in ("en", "da"):
        with translation.override(language):
            [shown[language]] = (str(finding.message) for finding in run(document, world))
    assert shown["en"].endswith(".")
    assert shown["en"] != shown["da"]


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"creator": "", "credit": ""}, "Nobody is credited"),
        (
            {"creator": "", "byline_required": True},
            "requires the name of the substitute’s photographer",
        ),
        ({"editorial_only": True}, "editorial use only"),
    ],
)
def test_a_substitute_has_the_rights_that_it_needs(facts: dict[str, Any], says: str) -> None:
    spare = frozen_facts(5, "da", **facts)
    with translation.override("en"):
        [finding] = run(sponsored(at_slide(substitute=spare)), a_world())
        assert finding.code == "photo.substitute.unfit"
        assert says in str(finding.message)


def test_the_same_photo_is_told_by_the_slide_that_has_it() -> None:
    with translation.override("en"):
        [finding] = run(twice(), a_world())
        assert finding.message == "Slide 1 has the same photo. Choose another."


def test_photos_that_look_alike_are_told_by_the_slide_that_has_the_other() -> None:
    world = a_world(similar=frozenset({frozenset({2, 3})}))
    with translation.override("en"):
        [finding] = run(a_document(), world)
        assert (finding.place.slide, finding.message) == (
            "ccc",
            "The photo looks almost like that of slide 2. Choose one that differs more.",
        )


def test_how_often_is_told() -> None:
    with translation.override("en"):
        [finding] = run(a_document(), a_world(often={2: 4}))
        assert finding.message == (
            "Readers have seen this photo on 4 other articles within 30 days."
            " Use another if you can."
        )
