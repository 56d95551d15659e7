"""What is said of pictures, how large they are and how long they may be shown."""

import datetime as dt
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
from tests.documents import NOW, a_document, a_world, frozen_facts, some_facts

import_module("articles.gate.caption_rules")

CODES = (
    "photo.alt.repeats",
    "photo.caption.repeats",
    "lead.alt.repeats",
    "photo.small",
    "lead.small",
    "photo.expiring",
    "lead.expiring",
)
DAY = dt.timedelta(days=1)


def judged(document: Document, world: World | None = None) -> list[Finding]:
    return [
        finding
        for each in rules()
        if each.code in CODES
        for finding in each.findings(document, world or a_world())
    ]


def with_words(language: str = "en", **fields: Any) -> Document:
    document = a_document(language)
    first, second, third = document.slides
    return replace(document, slides=(first, replace(second, **fields), third))


def at_slide(**facts: Any) -> Document:
    return with_words("da", photo=some_facts(2, **facts))


def at_lead(alt: str = "En badebro", **facts: Any) -> Document:
    return a_document("da", lead=some_facts(9, **facts), lead_alt=alt)


SOON = (NOW + 30 * DAY).isoformat()
DUSK, SKUMRING = "The harbour at dusk.", "Havnen i skumringen"
FAILING: list[tuple[str, Document, str, str]] = [
    ("photo.alt.repeats", with_words(alt=DUSK, caption=DUSK), "bbb", "alt"),
    ("photo.alt.repeats", with_words("da", alt=SKUMRING, heading=SKUMRING.upper()), "bbb", "alt"),
    ("photo.caption.repeats", with_words(caption=DUSK, heading=DUSK[:-1]), "bbb", "caption"),
    (
        "photo.caption.repeats",
        with_words("da", caption=SKUMRING, heading=SKUMRING),
        "bbb",
        "caption",
    ),
    ("lead.alt.repeats", replace(at_lead(SKUMRING), headline=SKUMRING), "", "lead_photo"),
    ("photo.small", at_slide(width=799, height=500), "bbb", "photo"),
    ("photo.small", at_slide(width=599, height=900), "bbb", "photo"),
    ("lead.small", at_lead(width=640, height=480), "", "lead_photo"),
    ("photo.expiring", at_slide(expires_at=SOON), "bbb", "photo"),
    (
        "photo.expiring",
        at_slide(expires_at=SOON, substitute=frozen_facts(5, "da", expires_at=SOON)),
        "bbb",
        "photo",
    ),
    ("lead.expiring", at_lead(expires_at=SOON), "", "lead_photo"),
]
PASSING: dict[str, tuple[Document, World]] = {
    "nothing wrong": (a_document("en"), a_world()),
    "no caption": (with_words(caption="", alt=DUSK), a_world()),
    "no alt text, which is another rule's": (with_words(caption="", alt=""), a_world()),
    "no photo": (with_words(photo=None, alt=DUSK, caption=DUSK), a_world()),
    "just large enough": (at_slide(width=800, height=500), a_world()),
    "an upright one": (at_slide(width=600, height=900), a_world()),
    "expires later": (at_slide(expires_at=(NOW + 31 * DAY).isoformat()), a_world()),
    "has expired, which is another rule's": (at_slide(expires_at=NOW.isoformat()), a_world()),
    "taken down, which is another rule's": (
        at_slide(expires_at=SOON),
        a_world(taken_down=frozenset({2})),
    ),
    "a substitute stands ready": (
        at_slide(expires_at=SOON, substitute=frozen_facts(5, "da")),
        a_world(),
    ),
}


@pytest.mark.parametrize("case", FAILING, ids=lambda case: f"{case[0]}-{case[1].language}")
def test_a_document_that_fails_one_rule(case: tuple[str, Document, str, str]) -> None:
    code, document, slide, field = case
    [finding] = judged(document)
    assert (finding.code, finding.level, finding.place) == (
        code,
        Level.WARNS,
        Place(field, document.language, slide),
    )
    with translation.override("en"):
        assert str(finding.message).endswith(".")


@pytest.mark.parametrize("name", PASSING)
def test_a_document_that_passes(name: str) -> None:
    assert judged(*PASSING[name]) == []


def test_every_rule_fails_somewhere() -> None:
    assert {case[0] for case in FAILING} == set(CODES)


def test_the_day_is_told_in_the_language_of_the_desk() -> None:
    [finding] = judged(at_slide(expires_at=SOON))
    with translation.override("en"):
        assert "until 23 December 2026 only." in str(finding.message)
    with translation.override("da"):
        assert "23.\xa0december 2026" in str(finding.message)


def test_the_sizes_are_told() -> None:
    [finding] = judged(at_slide(width=640, height=480))
    with translation.override("en"):
        assert finding.message == (
            "The photo is 640 pixels wide and will look soft. Choose one of 800 or more."
        )


@given(WORKING_COPIES, st.sampled_from(LANGUAGES))
def test_no_working_copy_upsets_the_rules(working: WorkingCopy, language: str) -> None:
    for finding in judged(build(working, language)):
        assert str(finding.message)
