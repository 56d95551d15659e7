"""Part of a working copy laid into what is live."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.document.build import build
from articles.document.compare import ARTICLE_FIELDS
from articles.document.merge import Parts, merge
from articles.document.schema import (
    Document,
    LinkDocument,
    NoticeDocument,
    PhotoFacts,
    SlideDocument,
)
from articles.document.serialise import digest
from articles.document.working_copy import WorkingCopy
from tests.document.strategies import KEYS, WORKING_COPIES
from tests.documents import ARTICLE, OTHER, a_document, some_facts

LIVE = a_document()
FIRST, SECOND, THIRD = LIVE.slides
REWRITE = replace(
    LIVE,
    headline="New headline",
    standfirst="New standfirst",
    slides=tuple(replace(slide, heading=f"New {slide.key}") for slide in LIVE.slides),
)


def added(key: str) -> SlideDocument:
    return replace(FIRST, key=key, heading=f"Added {key}")


def keys(document: Document) -> str:
    return " ".join(slide.key for slide in document.slides)


def test_a_slide_alone_is_replaced() -> None:
    assert merge(LIVE, REWRITE, Parts(slides=frozenset({"bbb"}))) == replace(
        LIVE, slides=(FIRST, replace(SECOND, heading="New bbb"), THIRD)
    )


def test_a_field_alone_is_replaced() -> None:
    assert merge(LIVE, REWRITE, Parts(fields=frozenset({"headline"}))) == replace(
        LIVE, headline="New headline"
    )


def test_nothing_asked_for_is_nothing_taken_but_notices() -> None:
    note = NoticeDocument("reply", "A reply.", "2026-11-23T00:00:00+00:00")
    new = replace(REWRITE, notices=(note,))
    assert merge(LIVE, new, Parts()) == replace(LIVE, notices=(note,))


def test_an_unknown_field_is_an_error() -> None:
    with pytest.raises(ValueError, match=r"^no such fields: order, title$"):
        Parts(fields=frozenset({"title", "order", "headline"}))


@pytest.mark.parametrize(
    ("new", "taken", "merged"),
    [
        ("xxx aaa bbb ccc", "xxx", "xxx aaa bbb ccc"),
        ("aaa xxx bbb ccc", "xxx", "aaa xxx bbb ccc"),
        ("aaa bbb ccc xxx", "xxx", "aaa bbb ccc xxx"),
        ("aaa xxx yyy bbb", "xxx yyy", "aaa xxx yyy bbb ccc"),
        ("aaa xxx yyy bbb", "yyy", "aaa yyy bbb ccc"),
        ("aaa xxx bbb", "xxx bbb ccc", "aaa xxx bbb"),
        ("ccc", "aaa", "bbb ccc"),
        ("xxx", "xxx aaa bbb ccc", "xxx"),
        ("ccc bbb aaa", "bbb", "aaa bbb ccc"),
        ("aaa bbb ccc", "zzz", "aaa bbb ccc"),
    ],
)
def test_slides_are_added_after_their_predecessor_and_taken_out(
    new: str, taken: str, merged: str
) -> None:
    known = {slide.key: slide for slide in LIVE.slides}
    slides = tuple(known.get(key) or added(key) for key in new.split())
    parts = Parts(slides=frozenset(taken.split()))
    assert keys(merge(LIVE, replace(LIVE, slides=slides), parts)) == merged


def test_a_link_after_a_slide_taken_out_follows_the_one_before() -> None:
    new = replace(LIVE, slides=(FIRST, THIRD))
    merged = merge(LIVE, new, Parts(slides=frozenset({"bbb"})))
    assert merged.links == (LinkDocument("aaa", OTHER),)


def test_a_link_taken_over_alone_stands_after_a_slide_that_is_live() -> None:
    new = replace(
        LIVE,
        slides=(FIRST, added("xxx"), SECOND, THIRD),
        links=(LinkDocument("xxx", OTHER), LinkDocument("", 9)),
    )
    merged = merge(LIVE, new, Parts(fields=frozenset({"links"})))
    assert merged.links == (LinkDocument("", 9), LinkDocument("aaa", OTHER))


def test_the_lead_follows_the_first_slide_whose_photo_it_is() -> None:
    changed = replace(FIRST, photo=some_facts(9), alt="Another")
    new = replace(LIVE, slides=(changed, SECOND, THIRD), lead=changed.photo, lead_alt=changed.alt)
    merged = merge(LIVE, new, Parts(slides=frozenset({"aaa"})))
    assert (merged.lead, merged.lead_alt) == (some_facts(9), "Another")


def test_the_next_slide_leads_when_the_first_is_taken_out() -> None:
    new = replace(LIVE, slides=(SECOND, THIRD), lead=SECOND.photo, lead_alt=SECOND.alt)
    merged = merge(LIVE, new, Parts(slides=frozenset({"aaa"})))
    assert (merged.lead, merged.lead_alt) == (SECOND.photo, SECOND.alt)


@pytest.mark.parametrize("chosen", [some_facts(5), some_facts(1)])
def test_a_chosen_lead_stays(chosen: PhotoFacts) -> None:
    live = replace(LIVE, lead=chosen, lead_alt="Chosen for the front page")
    new = replace(live, slides=(replace(FIRST, photo=some_facts(9)), SECOND, THIRD))
    merged = merge(live, new, Parts(slides=frozenset({"aaa"})))
    assert (merged.lead, merged.lead_alt) == (chosen, "Chosen for the front page")


def test_a_lead_is_taken_with_its_alt_text() -> None:
    new = replace(LIVE, lead=some_facts(5), lead_alt="Five")
    assert merge(LIVE, new, Parts(fields=frozenset({"lead"}))) == new


PARTS = st.builds(
    Parts,
    slides=st.frozensets(st.sampled_from(KEYS)),
    fields=st.frozensets(st.sampled_from(ARTICLE_FIELDS)),
)


@given(WORKING_COPIES, WORKING_COPIES, PARTS)
def test_a_merged_document_holds_together(
    live: WorkingCopy, working: WorkingCopy, parts: Parts
) -> None:
    base, new = build(live, "en"), build(working, "en")
    merged = merge(base, new, parts)
    assert (merged.article, merged.language) == (ARTICLE, "en")
    assert len({slide.key for slide in merged.slides}) == len(merged.slides)
    assert {link.after for link in merged.links} <= {"", *keys(merged).split()}
    assert merged.notices == new.notices
    for name in set(ARTICLE_FIELDS) - {"lead", "lead_alt", "links", "notices"}:
        source = new if name in parts.fields else base
        assert getattr(merged, name) == getattr(source, name)
    assert digest(merge(merged, new, parts)) == digest(merged)


@given(WORKING_COPIES, WORKING_COPIES)
def test_everything_taken_is_the_new_document_in_the_live_order(
    live: WorkingCopy, working: WorkingCopy
) -> None:
    base, new = build(live, "en"), build(working, "en")
    everything = Parts(frozenset(KEYS), frozenset(ARTICLE_FIELDS))
    merged = merge(base, new, everything)
    by_key = {slide.key: slide for slide in merged.slides}
    assert by_key == {slide.key: slide for slide in new.slides}
    in_order = replace(merged, slides=tuple(by_key[slide.key] for slide in new.slides))
    assert replace(in_order, links=()) == replace(new, links=())
