"""The rules about form: each with a document that fails it, in both languages, and what is fine."""

from dataclasses import replace
from importlib import import_module
from typing import Any

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from articles.document.build import build
from articles.document.schema import Document
from articles.document.working_copy import WorkingCopy
from articles.gate.registry import Finding, Level, Place, World, rules
from articles.text.languages import LANGUAGES
from tests.document.strategies import WORKING_COPIES
from tests.documents import a_document as any_document
from tests.documents import a_world

import_module("articles.gate.form_rules")

CODES = (
    "text.long",
    "text.short",
    "slug.poor",
    "headline.promise",
    "headline.count",
    "slides.few",
    "slide.long",
    "text.repeated",
    "byline.missing",
    "source.missing",
)
B, W = Level.BLOCKS, Level.WARNS
TEN, NINE = 10, 9


def judged(document: Document, world: World | None = None) -> list[Finding]:
    return [
        finding
        for each in rules()
        if each.code in CODES
        for finding in each.findings(document, world or a_world())
    ]


def a_document(language: str = "en", **fields: Any) -> Document:
    """One with texts for search engines as long as those of a real one."""
    title, description = "Vinterbadning for begyndere", "Vandet er koldt, trappen er glat, " * 3
    return any_document(language, **{"seo_title": title, "seo_description": description, **fields})


def slides_of(count: int, language: str = "en", **fields: Any) -> Document:
    first = a_document(language).slides[0]
    slides = tuple(
        replace(first, key=f"s{number}", heading=f"Number {number}", body=f"<p>{number}</p>")
        for number in range(count)
    )
    return a_document(language, slides=slides, **fields)


def with_bodies(language: str, *bodies: str) -> Document:
    document = slides_of(len(bodies), language)
    pairs = zip(document.slides, bodies, strict=True)
    return replace(document, slides=tuple(replace(each, body=body) for each, body in pairs))


def saying(text: str, language: str, **fields: Any) -> Document:
    bodies = (f"<p>{text}</p>", "<p>One.</p>", "<p>Two.</p>")
    return replace(with_bodies(language, *bodies), sources=(), **fields)


OTHER = a_world(other=a_document("en", headline="Why the harbour gets clearer"))
LIST = "<ul><li>Ni tegn</li><li>To råd</li></ul>"
SIX = slides_of(6)
LONG = "<p>" + "Havn. " * 120 + "</p>"
FAILING: list[tuple[str, Document, World, str, str, Level]] = [
    ("text.long", a_document("en", headline="A" * 161), a_world(), "", "headline", W),
    ("text.long", a_document("da", seo_description="Å" * 201), a_world(), "", "seo_description", W),
    ("text.short", a_document("en", seo_title="Bathing"), a_world(), "", "seo_title", W),
    (
        "text.short",
        a_document("da", seo_description="Om at bade."),
        a_world(),
        "",
        "seo_description",
        W,
    ),
    ("slug.poor", a_document("en", slug="untitled-2"), a_world(), "", "slug", W),
    (
        "slug.poor",
        a_document("da", slug="why-the-harbour-gets-clearer", headline="Klart vand i havnen"),
        OTHER,
        "",
        "slug",
        W,
    ),
    (
        "headline.promise",
        slides_of(TEN, headline="11 signs of spring"),
        a_world(),
        "",
        "headline",
        B,
    ),
    (
        "headline.promise",
        slides_of(TEN, "da", headline="Elleve tegn på forår"),
        a_world(),
        "",
        "headline",
        B,
    ),
    (
        "headline.promise",
        slides_of(TEN, "da", seo_title="12 gode råd"),
        a_world(),
        "",
        "seo_title",
        B,
    ),
    (
        "headline.count",
        slides_of(NINE, headline="7 reasons to count"),
        a_world(),
        "",
        "headline",
        W,
    ),
    (
        "headline.count",
        slides_of(NINE, headline="Doctors name ten signs"),
        a_world(),
        "",
        "headline",
        W,
    ),
    (
        "headline.count",
        slides_of(NINE, "da", headline="Læger nævner 8 tegn"),
        a_world(),
        "",
        "headline",
        W,
    ),
    ("slides.few", slides_of(1), a_world(), "", "slides", W),
    ("slides.few", slides_of(2, "da"), a_world(), "", "slides", W),
    (
        "slide.long",
        with_bodies("da", "<p>Kort.</p>", LONG, "<p>Kort.</p>"),
        a_world(),
        "s1",
        "body",
        W,
    ),
    (
        "text.repeated",
        with_bodies("da", LIST, "<p>Måger.</p>", f"<p>Se også:</p>{LIST}"),
        a_world(),
        "s2",
        "body",
        W,
    ),
    (
        "text.repeated",
        with_bodies("en", f"{LIST}{LIST}", "<p>Gulls.</p>", "<p>Terns.</p>"),
        a_world(),
        "s0",
        "body",
        W,
    ),
    (
        "text.repeated",
        with_bodies(
            "en",
            "<p>One.</p>",
            "<p>Nobody counted the gulls.</p>",
            "<p>Nobody  Counted the gulls</p>",
        ),
        a_world(),
        "s2",
        "body",
        W,
    ),
    (
        "text.repeated",
        replace(SIX, slides=(*SIX.slides[:5], replace(SIX.slides[5], heading="Number 2"))),
        a_world(),
        "s5",
        "heading",
        W,
    ),
    (
        "text.repeated",
        replace(
            SIX,
            standfirst="Seven gulls sat down.",
            slides=(replace(SIX.slides[0], body="<p>Seven gulls sat down.</p>"), *SIX.slides[1:]),
        ),
        a_world(),
        "s0",
        "body",
        W,
    ),
    ("byline.missing", a_document("en", bylines=()), a_world(), "", "bylines", W),
    ("source.missing", saying("A study of gulls found none.", "en"), a_world(), "", "sources", W),
    ("source.missing", saying("Forskerne fandt ingen måger.", "da"), a_world(), "", "sources", W),
]
PASSING = {
    "nothing wrong": a_document("en"),
    "nothing wrong in Danish": a_document("da"),
    "a long headline of the house": a_document("en", headline="A" * 148),
    "as many as promised": slides_of(11, headline="11 signs of spring"),
    "as many as promised in Danish": slides_of(11, "da", headline="Elleve tegn på forår"),
    "numbers that count no slides": slides_of(
        TEN, headline="Twelve stops, 412 people and 94 springs"
    ),
    "three ways in a long story": slides_of(TEN, headline="Town finds three ways to sleep"),
    "no slides at all": slides_of(0, headline="11 signs of spring"),
    "three slides": slides_of(3),
    "all are long": with_bodies("en", LONG, LONG.replace("H", "L"), LONG.replace("H", "G")),
    "a short line that stands twice": with_bodies(
        "en", "<p>So it is.</p>", "<p>So it is.</p>", "<p>No</p>"
    ),
    "a word over two slides": replace(
        slides_of(3), slides=tuple(replace(each, heading="Tip") for each in slides_of(3).slides)
    ),
    "no address": a_document("en", slug=""),
    "nothing for search engines": a_document("en", seo_title="", seo_description=""),
    "a source is named": replace(saying("A study of gulls.", "en"), sources=a_document().sources),
    "a source is linked": saying('A study of <a href="https://x.example/">gulls</a>.', "en"),
    "a source is told": saying("A study of gulls. Source: Gull Count.", "en"),
    "a source is told in Danish": saying("Forskerne ved det. Kilde: Mågetællingen.", "da"),
    "no study": saying("He sat in the study.", "en"),
}


@pytest.mark.parametrize("case", FAILING, ids=lambda case: f"{case[0]}-{case[1].language}")
def test_a_document_that_fails_one_rule(case: tuple[str, Document, World, str, str, Level]) -> None:
    code, document, world, slide, field, level = case
    [finding] = judged(document, world)
    assert (finding.code, finding.level, finding.place) == (
        code,
        level,
        Place(field, document.language, slide),
    )
    with translation.override("en"):
        assert str(finding.message).endswith((".", "?"))


@pytest.mark.parametrize("name", PASSING)
def test_a_document_that_passes(name: str) -> None:
    assert judged(PASSING[name]) == []


def test_every_rule_fails_somewhere_and_says_what_it_is_after() -> None:
    assert {case[0] for case in FAILING} == set(CODES)
    for each in rules():
        if each.code in CODES:
            assert each.example and str(each.about).endswith(".")


def test_what_is_promised_is_quoted() -> None:
    with translation.override("en"):
        [finding] = judged(slides_of(TEN, headline="11 sure signs of spring"))
        assert finding.message == (
            "“11 sure signs” are promised, but the number of slides is 10. Change one or the other."
        )


@given(WORKING_COPIES, st.sampled_from(LANGUAGES))
def test_no_working_copy_upsets_the_rules(working: WorkingCopy, language: str) -> None:
    other = build(working, "da" if language == "en" else "en")
    for finding in judged(build(working, language), a_world(other=other)):
        assert str(finding.message)
