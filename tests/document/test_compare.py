"""What an editor is told of the difference between two documents."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.document.build import build
from articles.document.compare import ARTICLE_FIELDS, SLIDE_FIELDS, Difference, differences
from articles.document.schema import Document, LinkDocument
from articles.document.serialise import digest
from articles.document.working_copy import WorkingCopy
from articles.text.languages import LANGUAGES
from tests.document.strategies import WORKING_COPIES
from tests.documents import a_document, some_facts

BEFORE = a_document()
FIRST, SECOND, THIRD = BEFORE.slides


def with_first(**fields: Any) -> Document:
    return replace(BEFORE, slides=(replace(FIRST, **fields), SECOND, THIRD))


def test_the_same_differs_in_nothing() -> None:
    assert differences(BEFORE, BEFORE) == ()


@given(WORKING_COPIES, WORKING_COPIES, st.sampled_from(LANGUAGES))
def test_there_is_a_difference_exactly_when_the_digests_differ(
    before: WorkingCopy, after: WorkingCopy, language: str
) -> None:
    old, new = build(before, language), build(after, language)
    found = differences(old, new)
    assert bool(found) is (digest(old) != digest(new))
    assert all(each.before != each.after for each in found)
    fields = {each.field for each in found}
    assert fields <= {*ARTICLE_FIELDS, *SLIDE_FIELDS, "order", "languages"}


@given(WORKING_COPIES, WORKING_COPIES)
def test_backwards_it_reads_the_other_way_round(before: WorkingCopy, after: WorkingCopy) -> None:
    old, new = build(before, "en"), build(after, "en")
    there = {(each.slide, each.field) for each in differences(old, new)}
    back = {(each.slide, each.field) for each in differences(new, old)}
    assert there == back


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (
            replace(BEFORE, headline="Another"),
            Difference("", "headline", "Headline [en]", "Another"),
        ),
        (replace(BEFORE, topic=4), Difference("", "topic", "3", "4")),
        (replace(BEFORE, bylines=()), Difference("", "bylines", "Maja Holt (text)", "")),
        (
            replace(BEFORE, lead=some_facts(9)),
            Difference("", "lead", "1 Signe Brandt/Kystfoto", "9 Signe Brandt/Kystfoto"),
        ),
        (replace(BEFORE, lead_alt="A"), Difference("", "lead_alt", "Alt 1 [en]", "A")),
        (
            replace(BEFORE, links=(LinkDocument("ccc", 8),)),
            Difference("", "links", "8 (bbb)", "8 (ccc)"),
        ),
        (with_first(body="<p>New</p>"), Difference("aaa", "body", "Body aaa [en]", "New")),
        (
            with_first(body="<p>Body <em>aaa</em> [en]</p>"),
            Difference("aaa", "body", "<p>Body aaa [en]</p>", "<p>Body <em>aaa</em> [en]</p>"),
        ),
        (
            with_first(photo=None),
            Difference("aaa", "photo", "1 Signe Brandt/Kystfoto", ""),
        ),
        (with_first(shared=False), Difference("aaa", "languages", "en da", "en")),
        (
            replace(BEFORE, slides=(SECOND, FIRST, THIRD)),
            Difference(
                "",
                "order",
                "Heading aaa [en] / Heading bbb [en] / Heading ccc [en]",
                "Heading bbb [en] / Heading aaa [en] / Heading ccc [en]",
            ),
        ),
    ],
)
def test_one_difference(after: Document, expected: Difference) -> None:
    assert differences(BEFORE, after) == (expected,)


def test_a_change_behind_the_same_words_is_told_in_full() -> None:
    after = with_first(photo=some_facts(1, license_url="https://licence.example/"))
    [found] = differences(BEFORE, after)
    assert (found.slide, found.field) == ("aaa", "photo")
    assert "license_url https://licence.example/" in found.after
    assert "license_url" not in found.before


def test_a_slide_taken_out_is_told_field_by_field() -> None:
    assert differences(BEFORE, replace(BEFORE, slides=(FIRST, SECOND))) == (
        Difference("ccc", "heading", "Heading ccc [en]", ""),
        Difference("ccc", "body", "Body ccc [en]", ""),
        Difference("ccc", "caption", "Caption 3 [en]", ""),
        Difference("ccc", "alt", "Alt 3 [en]", ""),
        Difference("ccc", "photo", "3 Signe Brandt/Kystfoto", ""),
    )


def test_an_empty_slide_is_told_by_its_key() -> None:
    empty = replace(FIRST, key="xxx", heading="", body="", caption="", alt="", photo=None)
    after = replace(BEFORE, slides=(*BEFORE.slides, empty))
    assert differences(BEFORE, after) == (Difference("xxx", "heading", "", "xxx"),)


def test_of_a_first_publication_only_what_is_there_is_told() -> None:
    fields = [(each.slide, each.field) for each in differences(None, BEFORE)]
    assert fields == [
        *(("", name) for name in ARTICLE_FIELDS if name not in ("commercial", "sponsor")),
        *((slide.key, name) for slide in BEFORE.slides for name in SLIDE_FIELDS),
    ]
