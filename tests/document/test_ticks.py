"""The differences between two documents, each with a tick: any choice of them holds together."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from articles.document.build import build
from articles.document.compare import differences
from articles.document.merge import Parts, merge
from articles.document.parts import Part, chosen, parts_of, union
from articles.document.schema import Document, LinkDocument
from articles.document.serialise import digest
from articles.document.working_copy import WorkingCopy
from tests.document.strategies import WORKING_COPIES
from tests.documents import OTHER, a_document, some_facts

LIVE = a_document()
FIRST, SECOND, THIRD = LIVE.slides


def names(before: Document, after: Document) -> list[str]:
    return [part.name for part in parts_of(before, after)]


def taken(before: Document, after: Document, *ticked: str) -> Document:
    """What is published with those ticked alone."""
    parts = chosen(parts_of(before, after), ticked)
    assert parts is not None
    return merge(before, after, parts)


def test_a_single_field_of_a_slide_is_a_part() -> None:
    edited = replace(SECOND, heading="New", body="<p>Half done</p>")
    after = replace(LIVE, slides=(FIRST, edited, THIRD))
    assert names(LIVE, after) == ["bbb.heading", "bbb.body"]
    merged = taken(LIVE, after, "bbb.heading")
    assert merged == replace(LIVE, slides=(FIRST, replace(SECOND, heading="New"), THIRD))


def test_a_photo_brings_its_own_words_along() -> None:
    edited = replace(SECOND, photo=some_facts(9), alt="Nine", caption="The ninth.", heading="New")
    after = replace(LIVE, slides=(FIRST, edited, THIRD))
    assert names(LIVE, after) == ["bbb.heading", "bbb.photo"]
    merged = taken(LIVE, after, "bbb.photo")
    assert merged.slides[1] == replace(edited, heading=SECOND.heading)


def test_the_lead_that_is_the_first_slides_is_no_part_of_its_own() -> None:
    after = replace(LIVE, slides=(SECOND, THIRD), lead=SECOND.photo, lead_alt=SECOND.alt)
    assert "lead" not in names(LIVE, after)
    chosen_lead = replace(LIVE, lead=some_facts(5), lead_alt="Five")
    assert names(LIVE, chosen_lead) == ["lead"]


def test_who_pays_goes_with_that_somebody_pays() -> None:
    after = replace(LIVE, commercial="sponsored", sponsor="Rugkompagniet", headline="Half done")
    assert names(LIVE, after) == ["headline", "commercial"]
    merged = taken(LIVE, after, "commercial")
    assert (merged.commercial, merged.sponsor, merged.headline) == (
        "sponsored",
        "Rugkompagniet",
        LIVE.headline,
    )


def test_links_move_with_the_slides_that_they_follow() -> None:
    live = replace(LIVE, links=(LinkDocument("aaa", OTHER), LinkDocument("bbb", 9)))
    after = replace(
        live,
        slides=(SECOND, FIRST, THIRD),
        links=(LinkDocument("bbb", 9), LinkDocument("aaa", OTHER)),
        lead=SECOND.photo,
        lead_alt=SECOND.alt,
    )
    assert names(live, after) == ["order"]
    assert digest(merge(live, after, Parts(order=True))) == digest(after)


def test_the_order_alone() -> None:
    after = replace(LIVE, slides=(THIRD, FIRST, SECOND), headline="Half done")
    merged = taken(LIVE, after, "order")
    assert [slide.key for slide in merged.slides] == ["ccc", "aaa", "bbb"]
    assert merged.headline == LIVE.headline


def test_one_kept_that_the_new_order_lacks_stays_behind_its_neighbour() -> None:
    after = replace(LIVE, slides=(THIRD, FIRST))
    merged = taken(LIVE, after, "order")
    assert [slide.key for slide in merged.slides] == ["ccc", "aaa", "bbb"]


def test_what_is_taken_survives_being_written_down() -> None:
    parts = Parts(frozenset({"aaa"}), frozenset({"slug"}), frozenset({("bbb", "body")}), order=True)
    assert Parts.load(parts.dump()) == parts


# --- Any two documents ---------------------------------------------------------------------------

PAIRS = st.tuples(WORKING_COPIES, WORKING_COPIES).map(
    lambda pair: (build(pair[0], "en"), build(pair[1], "en"))
)


def free(before: Document, after: Document) -> list[Part]:
    return [part for part in parts_of(before, after) if not part.fixed]


@given(PAIRS)
def test_all_ticked_is_the_whole(pair: tuple[Document, Document]) -> None:
    before, after = pair
    parts = parts_of(before, after)
    assert chosen(parts, {part.name for part in parts}) is None
    everything = union(part.parts for part in parts)
    assert digest(merge(before, after, everything)) == digest(after)


@given(PAIRS)
def test_none_ticked_is_nothing_to_publish(pair: tuple[Document, Document]) -> None:
    before, after = pair
    if free(before, after):
        left = merge(before, after, chosen(parts_of(before, after), ()) or Parts())
        assert digest(left) == digest(replace(before, notices=after.notices))


@given(PAIRS, st.data())
def test_only_what_is_ticked_differs_from_what_is_live(
    pair: tuple[Document, Document], data: st.DataObject
) -> None:
    before, after = pair
    parts = free(before, after)
    ticked = {part.name for part in parts if data.draw(st.booleans())}
    merged = merge(before, after, union(part.parts for part in parts if part.name in ticked))
    slides = any("." in name or name == "order" for name in ticked) or any(
        part.parts.slides for part in parts if part.name in ticked
    )
    # What follows the slides may differ with them: the lead, and where links stand.
    allowed = {"notices", *(("lead", "links") if slides else ())}
    assert {part.name for part in parts_of(before, merged)} <= ticked | allowed


@given(PAIRS, st.data())
def test_what_was_left_can_be_taken_later(
    pair: tuple[Document, Document], data: st.DataObject
) -> None:
    before, after = pair
    parts = free(before, after)
    first = union(part.parts for part in parts if data.draw(st.booleans()))
    half = merge(before, after, first)
    rest = union(part.parts for part in parts_of(half, after))
    assert digest(merge(half, after, rest)) == digest(after)


@given(WORKING_COPIES)
def test_no_difference_is_no_part(working: WorkingCopy) -> None:
    document = build(working, "en")
    assert not differences(document, document)
    assert parts_of(document, document) == ()
