"""Every rule: a document that fails it alone, and one that passes all of them."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from articles.document.build import build
from articles.document.schema import Document
from articles.document.working_copy import WorkingCopy
from articles.gate import registry
from articles.gate.registry import Finding, Level, Place, World, rule, rules
from articles.text.languages import LANGUAGES
from tests.document.strategies import WORKING_COPIES
from tests.documents import ARTICLE, NOW, OTHER, a_document, a_world, some_facts
from tests.gate import (
    test_caption_rules,
    test_form_rules,
    test_language_rules,
    test_leftover_rules,
    test_link_rules,
    test_photo_rules,
    test_translation_rules,
    test_typography_rules,
)

SECOND = dt.timedelta(seconds=1)
EXPIRED = NOW.isoformat()
NOT_YET = (NOW + SECOND).isoformat()


def with_slide(**fields: Any) -> Document:
    """The second slide is wrong; the lead photo is another slide's."""
    document = a_document("da")
    first, second, third = document.slides
    return replace(document, slides=(first, replace(second, **fields), third))


def with_lead(**facts: Any) -> Document:
    """The lead photo is wrong, and stands in no slide."""
    alt = facts.pop("lead_alt", "En badebro")
    return a_document("da", lead=some_facts(9, **facts), lead_alt=alt)


DOCUMENT = a_document("da")
# code: (document, world, slide, field) that fail this rule and no other
FAILING: dict[str, tuple[Document, World, str, str]] = {
    "headline.missing": (replace(DOCUMENT, headline=""), a_world(), "", "headline"),
    "standfirst.missing": (replace(DOCUMENT, standfirst=""), a_world(), "", "standfirst"),
    "topic.missing": (replace(DOCUMENT, topic=None), a_world(topic_slug=""), "", "topic"),
    "slug.missing": (replace(DOCUMENT, slug=""), a_world(), "", "slug"),
    "slug.taken": (DOCUMENT, a_world(slug_owner=OTHER), "", "slug"),
    "embargo.early": (DOCUMENT, a_world(embargo_until=NOW + SECOND), "", "embargo_until"),
    "sponsor.missing": (replace(DOCUMENT, commercial="sponsored"), a_world(), "", "sponsor"),
    "slides.missing": (replace(DOCUMENT, slides=()), a_world(), "", "slides"),
    "slide.heading.missing": (with_slide(heading=""), a_world(), "bbb", "heading"),
    "slide.text.missing": (with_slide(body="<p><br></p>"), a_world(), "bbb", "body"),
    "slide.photo.missing": (with_slide(photo=None, alt=""), a_world(), "bbb", "photo"),
    "slide.alt.missing": (with_slide(alt=""), a_world(), "bbb", "alt"),
    "photo.credit.missing": (
        with_slide(photo=some_facts(2, creator="", credit="")),
        a_world(),
        "bbb",
        "photo",
    ),
    "photo.expired": (
        with_slide(photo=some_facts(2, expires_at=EXPIRED)),
        a_world(),
        "bbb",
        "photo",
    ),
    "lead.expired": (with_lead(expires_at=EXPIRED), a_world(), "", "lead_photo"),
    "lead.alt.missing": (with_lead(lead_alt=""), a_world(), "", "lead_photo"),
    "lead.credit.missing": (with_lead(creator="", credit=""), a_world(), "", "lead_photo"),
}
# What looks like a failure and is none.
PASSING: dict[str, tuple[Document, World]] = {
    "nothing wrong": (DOCUMENT, a_world()),
    "nothing wrong in English": (a_document("en"), a_world()),
    "the address is its own": (DOCUMENT, a_world(slug_owner=ARTICLE)),
    "the embargo ends at that instant": (DOCUMENT, a_world(embargo_until=NOW)),
    "the licence ends after that instant": (
        with_slide(photo=some_facts(2, expires_at=NOT_YET)),
        a_world(),
    ),
    "the lead's licence ends after that instant": (with_lead(expires_at=NOT_YET), a_world()),
    "the agency alone is credited": (with_slide(photo=some_facts(2, creator="")), a_world()),
    "the photographer alone is credited": (with_slide(photo=some_facts(2, credit="")), a_world()),
    "the sponsor is named": (
        replace(DOCUMENT, commercial="sponsored", sponsor="Rugkompagniet"),
        a_world(),
    ),
    "affiliate links have no sponsor": (replace(DOCUMENT, commercial="affiliate"), a_world()),
    "neither kicker nor search texts": (
        replace(DOCUMENT, kicker="", seo_title="", seo_description="", sources=(), bylines=()),
        a_world(),
    ),
    "a lead photo of its own": (with_lead(), a_world()),
    "no lead photo": (replace(DOCUMENT, lead=None, lead_alt=""), a_world()),
    "no caption": (with_slide(caption=""), a_world()),
    "one slide": (replace(DOCUMENT, slides=DOCUMENT.slides[:1]), a_world()),
    "the lead photo's slide has an alt text of its own": (
        replace(DOCUMENT, lead_alt=""),
        a_world(),
    ),
}


def run(document: Document, world: World) -> tuple[Finding, ...]:
    """What the rules of this table find; those of other modules have tables of their own."""
    ours = {*FAILING, *test_photo_rules.FAILING}
    return tuple(each for each in registry.run(document, world) if each.code in ours)


def test_every_rule_has_a_table_with_what_fails_it() -> None:
    tables = [
        *FAILING,
        *test_photo_rules.FAILING,
        *test_caption_rules.CODES,
        *test_form_rules.CODES,
        *(f"leftover.{name}" for name in test_leftover_rules.OURS),
        *test_link_rules.CODES,
        *test_typography_rules.FAILING,
        *test_translation_rules.CODES,
        *test_language_rules.CODES,
    ]
    assert sorted(tables) == sorted(each.code for each in rules())


@pytest.mark.parametrize("code", FAILING)
def test_a_document_that_fails_one_rule(code: str) -> None:
    document, world, slide, field = FAILING[code]
    [finding] = run(document, world)
    assert (finding.code, finding.level, finding.place) == (
        code,
        Level.BLOCKS,
        Place(field, "da", slide),
    )
    assert finding.blocks


@pytest.mark.parametrize("name", PASSING)
def test_a_document_that_passes(name: str) -> None:
    assert run(*PASSING[name]) == ()


@pytest.mark.parametrize("code", FAILING)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_finding_says_what_to_do_in_the_language_of_the_desk(code: str, language: str) -> None:
    document, world, *_place = FAILING[code]
    with translation.override(language):
        [shown] = (str(finding.message) for finding in run(document, world))
    with translation.override("en"):
        [english] = (str(finding.message) for finding in run(document, world))
    assert shown.endswith(".")
    assert (shown == english) is (language == "en")


def test_a_topic_without_an_address_in_the_language_blocks() -> None:
    [finding] = run(DOCUMENT, a_world(topic_slug=""))
    assert (finding.code, finding.place.field) == ("topic.missing", "topic")
    with translation.override("en"):
        assert str(finding.message).startswith("The topic has no address in this language.")
        [finding] = run(replace(DOCUMENT, topic=None), a_world(topic_slug=""))
        assert str(finding.message).startswith("The article has no topic")


def test_each_bad_slide_has_its_finding() -> None:
    first, second, third = DOCUMENT.slides
    document = replace(
        DOCUMENT, slides=(replace(first, heading=""), second, replace(third, heading=""))
    )
    assert [finding.place.slide for finding in run(document, a_world())] == ["aaa", "ccc"]


def test_an_empty_document_has_all_its_findings_at_once() -> None:
    document = build(WorkingCopy(article=ARTICLE, texts={}), "en")
    assert [finding.code for finding in run(document, a_world(topic_slug=""))] == [
        "headline.missing",
        "standfirst.missing",
        "topic.missing",
        "slides.missing",
    ]


@given(WORKING_COPIES, st.sampled_from(LANGUAGES))
def test_no_working_copy_upsets_the_rules(working: WorkingCopy, language: str) -> None:
    document = build(working, language)
    findings = run(document, a_world(topic_slug="x" if document.topic else ""))
    if not findings:
        assert document.headline
        assert document.standfirst
        assert document.slug
        assert document.topic
        assert document.slides
        assert all(slide.heading and slide.body and slide.alt for slide in document.slides)
        assert all(slide.photo for slide in document.slides)
    assert len(set(findings)) == len(findings)


def test_a_code_is_registered_once() -> None:
    with pytest.raises(ValueError, match=r"^two rules have the code headline\.missing$"):
        rule("headline.missing", about="", example="")(lambda document, world: ())


def test_a_warning_does_not_block(monkeypatch: pytest.MonkeyPatch) -> None:
    rules()
    monkeypatch.setattr(registry, "_rules", {})
    register = rule("headline.long", Level.WARNS, about="", example="")
    register(lambda document, world: [("", "headline", "Long.")])
    [finding] = registry.run(DOCUMENT, a_world())
    assert finding == Finding("headline.long", Level.WARNS, Place("headline", "da"), "Long.")
    assert not finding.blocks
