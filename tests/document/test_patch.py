"""A photo corrected or taken out: everywhere in a document, and nothing else in it."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from articles.document.build import build
from articles.document.patch import with_photo, without_photo
from articles.document.schema import Document, LinkDocument, PhotoFacts
from articles.document.working_copy import SlideTexts, WorkingCopy
from articles.text.languages import LANGUAGES
from tests.document.strategies import FACTS, WORKING_COPIES
from tests.documents import a_document, a_photo, a_slide, a_working_copy, frozen_facts

KINDS = st.sampled_from(["substitute", "none", "drop"])
CORRECTED = st.builds(
    replace,
    FACTS,
    alt=st.sampled_from(["", "Corrected"]),
    caption=st.sampled_from(["", "So it is"]),
)


def facts_of(document: Document) -> list[PhotoFacts]:
    """Every photo at every place, those that are kept ready too."""
    shown = [document.lead, *(slide.photo for slide in document.slides)]
    spare = [photo.substitute for photo in shown if photo]
    return [photo for photo in (*shown, *spare) if photo]


def without_pictures(document: Document) -> Document:
    slides = (replace(slide, photo=None, alt="", caption="") for slide in document.slides)
    return replace(document, lead=None, lead_alt="", slides=tuple(slides))


# --- Corrected -----------------------------------------------------------------------------------


def test_a_correction_reaches_lead_slide_card_and_nothing_else() -> None:
    facts = frozen_facts(1, "da", credit="Nordlys", alt="Nyt", caption="Ny tekst")
    document = a_document("da")
    first, *others = document.slides
    changed = replace(first, photo=facts, alt="Nyt", caption="Ny tekst")
    assert with_photo(document, facts) == replace(
        document, lead=facts, lead_alt="Nyt", slides=(changed, *others)
    )


def test_a_slides_own_words_stay() -> None:
    own = {"en": SlideTexts(alt="Own alt", caption="Own caption")}
    document = build(a_working_copy(slides=(a_slide("aaa", 1, texts=own),)), "en")
    patched = with_photo(document, frozen_facts(1, "en", alt="New", caption="New"))
    [slide] = patched.slides
    assert (slide.alt, slide.caption, patched.lead_alt) == ("Own alt", "Own caption", "Own alt")
    assert slide.photo == patched.lead == frozen_facts(1, "en", alt="New", caption="New")


def test_words_that_the_library_lacked_come_with_the_correction() -> None:
    photo = replace(a_photo(1), alt={}, caption={})
    document = build(a_working_copy(slides=(a_slide("aaa", photo=photo),)), "en")
    [slide] = with_photo(document, frozen_facts(1, "en")).slides
    assert (slide.alt, slide.caption) == ("Alt 1 [en]", "Caption 1 [en]")


def test_a_substitute_is_corrected_where_it_stands_by_and_brings_none_of_its_own() -> None:
    photo = replace(a_photo(1), substitute=a_photo(5))
    document = build(a_working_copy(slides=(a_slide("aaa", photo=photo),)), "en")
    facts = frozen_facts(5, "en", credit="Nordlys", substitute=frozen_facts(6, "en"))
    [slide] = with_photo(document, facts).slides
    assert slide.photo == replace(
        frozen_facts(1, "en"), substitute=frozen_facts(5, "en", credit="Nordlys")
    )
    assert (slide.alt, slide.caption) == ("Alt 1 [en]", "Caption 1 [en]")


@given(WORKING_COPIES, st.sampled_from(LANGUAGES), CORRECTED)
def test_after_a_correction(working: WorkingCopy, language: str, facts: PhotoFacts) -> None:
    document = build(working, language)
    patched = with_photo(document, facts)
    spare = replace(facts, substitute=None)
    assert all(found in (facts, spare) for found in facts_of(patched) if found.id == facts.id)
    assert with_photo(patched, facts) == patched
    assert without_pictures(patched) == without_pictures(document)
    if facts.id not in [photo.id for photo in facts_of(document)]:
        assert patched == document


@given(WORKING_COPIES, st.sampled_from(LANGUAGES), st.data())
def test_a_correction_taken_back_leaves_no_trace(
    working: WorkingCopy, language: str, data: st.DataObject
) -> None:
    document = build(working, language)
    shown = facts_of(document)
    assume(shown)
    before = data.draw(st.sampled_from(shown))
    document = with_photo(document, before)
    corrected = replace(before, credit="Nordlys", alt="Corrected", caption="So it is")
    assert with_photo(with_photo(document, corrected), before) == document


# --- Taken out -----------------------------------------------------------------------------------


def test_a_substitute_comes_with_its_own_words() -> None:
    document = a_document("da")
    spare = frozen_facts(9, "da")
    first, *others = document.slides
    changed = replace(first, photo=spare, alt="Alt 9 [da]", caption="Caption 9 [da]")
    assert without_photo(document, 1, "substitute", spare) == replace(
        document, lead=spare, lead_alt="Alt 9 [da]", slides=(changed, *others)
    )


def test_without_a_photo_the_next_picture_leads() -> None:
    document = a_document("da")
    first, second, third = document.slides
    bare = replace(first, photo=None, alt="", caption="")
    assert without_photo(document, 1, "none") == replace(
        document, lead=second.photo, lead_alt=second.alt, slides=(bare, second, third)
    )


def test_a_dropped_slide_leaves_its_links_to_the_one_before() -> None:
    links = tuple(LinkDocument(after, number) for number, after in enumerate(("", "aaa", "bbb")))
    document = replace(a_document("da"), links=links)
    patched = without_photo(document, 2, "drop")
    assert [slide.key for slide in patched.slides] == ["aaa", "ccc"]
    assert [link.after for link in patched.links] == ["", "aaa", "aaa"]
    patched = without_photo(document, 1, "drop")
    assert [link.after for link in patched.links] == ["", "", "bbb"]


@pytest.mark.parametrize("count", [1, 3])
def test_the_last_slide_is_never_dropped(count: int) -> None:
    slides = tuple(a_slide(f"key{number}", 1) for number in range(count))
    document = build(a_working_copy(slides=slides), "en")
    [kept] = without_photo(document, 1, "drop").slides
    assert (kept.key, kept.photo, kept.alt, kept.caption) == ("key0", None, "", "")


def test_a_chosen_lead_that_goes_is_the_first_picture_left_or_none() -> None:
    document = build(a_working_copy(lead=a_photo(9), slides=(a_slide("aaa", photo=None),)), "en")
    bare = without_photo(document, 9, "none")
    assert (bare.lead, bare.lead_alt) == (None, "")
    shown = without_photo(replace(document, slides=a_document().slides), 9, "drop")
    assert (shown.lead, shown.lead_alt) == (frozen_facts(1, "en"), "Alt 1 [en]")


def test_no_photo_keeps_it_ready_any_more_the_substitute_included() -> None:
    spare = frozen_facts(9, "en", substitute=frozen_facts(1, "en"))
    patched = without_photo(a_document(), 1, "substitute", spare)
    assert patched.slides[0].photo == frozen_facts(9, "en")


@given(WORKING_COPIES, st.sampled_from(LANGUAGES), st.integers(1, 4), KINDS)
def test_after_it_was_taken_out(
    working: WorkingCopy, language: str, photo: int, removal: Any
) -> None:
    document = build(working, language)
    spare = frozen_facts(9, language) if removal == "substitute" else None
    patched = without_photo(document, photo, removal, spare)
    assert photo not in [found.id for found in facts_of(patched)]
    assert bool(patched.slides) == bool(document.slides)
    assert {link.after for link in patched.links} <= {"", *(s.key for s in patched.slides)}
    assert [link.article for link in patched.links] == [link.article for link in document.links]
    kept = [slide for slide in document.slides if not (slide.photo and slide.photo.id == photo)]
    assert [s.key for s in patched.slides if s.key in {k.key for k in kept}] == [
        k.key for k in kept
    ]
    if removal != "drop":
        assert [s.body for s in patched.slides] == [s.body for s in document.slides]
    assert without_photo(patched, photo, removal, spare) == patched


def test_a_substitute_has_to_be_given() -> None:
    with pytest.raises(ValueError, match="no substitute"):
        without_photo(a_document(), 1, "substitute")
