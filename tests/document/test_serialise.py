"""Documents as JSON and back; and the digest: what moves it, and what does not."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.document import serialise
from articles.document.build import build, card
from articles.document.schema import Card, Document, PhotoFacts
from articles.document.serialise import UnknownSchema, digest, dump, load, load_card
from articles.document.working_copy import WorkingCopy
from articles.text.languages import LANGUAGES
from tests.document.strategies import WORKING_COPIES
from tests.documents import a_document, a_rendition, some_facts


@given(WORKING_COPIES, st.sampled_from(LANGUAGES))
def test_there_and_back_again(working: WorkingCopy, language: str) -> None:
    document = build(working, language)
    stored = json.loads(json.dumps(dump(document)))
    assert load(stored) == document
    assert digest(load(stored)) == digest(document)
    assert load_card(json.loads(json.dumps(dump(card(document))))) == card(document)


def test_a_whole_card() -> None:
    assert dump(Card(headline="H", kicker="K", standfirst="S", slides=2)) == {
        "headline": "H",
        "kicker": "K",
        "standfirst": "S",
        "slides": 2,
        "sponsor": "",
        "photo": None,
        "alt": "",
    }


def test_loading_leaves_the_stored_data_alone() -> None:
    stored = dump(a_document())
    before = json.dumps(stored)
    load(stored)
    assert json.dumps(stored) == before


def test_a_document_of_a_newer_program_is_refused() -> None:
    with pytest.raises(UnknownSchema, match="schema 2, but this program knows 1"):
        load(dump(a_document(schema=2)))


def test_an_older_document_is_brought_up_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    def named(data: dict[str, Any]) -> dict[str, Any]:
        return {**data, "schema": 0, "standfirst": f"{data['standfirst']}, named"}

    def counted(data: dict[str, Any]) -> dict[str, Any]:
        return {**data, "schema": 1, "standfirst": f"{data['standfirst']}, counted"}

    monkeypatch.setitem(serialise.UPGRADES, -1, named)
    monkeypatch.setitem(serialise.UPGRADES, 0, counted)
    old = dump(a_document(schema=-1))
    assert load(old) == a_document(standfirst="Standfirst [en], named, counted")


# --- The digest ----------------------------------------------------------------------------------


def with_photo(document: Document, **facts: Any) -> Document:
    slide = document.slides[1]
    assert slide.photo
    changed = replace(slide, photo=replace(slide.photo, **facts))
    return replace(document, slides=(document.slides[0], changed, *document.slides[2:]))


@pytest.mark.parametrize(
    "computed",
    [
        replace(a_document(), schema=2),
        with_photo(a_document(), renditions=(a_rendition(400),)),
        a_document(lead=some_facts(1, renditions=())),
    ],
    ids=["schema", "renditions", "renditions of the lead"],
)
def test_what_is_computed_does_not_move_the_digest(computed: Document) -> None:
    assert computed != a_document()
    assert digest(computed) == digest(a_document())


ANOTHER: dict[str, Any] = {
    "article": 70,
    "language": "da",
    "topic": 30,
    "commercial": "affiliate",
    "lead": some_facts(9),
    "bylines": (),
    "sources": (),
    "slides": a_document().slides[::-1],
    "links": (),
    "notices": (),
}
DECIDED = [name for name in Document.__slots__ if name != "schema"]


@pytest.mark.parametrize("name", DECIDED)
def test_every_decided_field_moves_the_digest(name: str) -> None:
    changed = replace(a_document(), **{name: ANOTHER.get(name, "something else")})
    assert digest(changed) != digest(a_document())


FACTS: dict[str, Any] = {"id": 9, "width": 1, "height": 1, "substitute": 8, "focal_x": 0.1}


@pytest.mark.parametrize("name", [n for n in PhotoFacts.__slots__ if n != "renditions"])
def test_every_fact_of_a_photo_moves_the_digest(name: str) -> None:
    changed = with_photo(a_document(), **{name: FACTS.get(name, 0.2 if "focal" in name else "x")})
    assert digest(changed) != digest(a_document())


@pytest.mark.parametrize("name", ["key", "heading", "body", "caption", "alt", "photo", "shared"])
def test_every_field_of_a_slide_moves_the_digest(name: str) -> None:
    document = a_document()
    values: dict[str, Any] = {"photo": None, "shared": False}
    changed = replace(document.slides[0], **{name: values.get(name, "x")})
    assert digest(replace(document, slides=(changed, *document.slides[1:]))) != digest(document)


def test_a_digest_is_a_sha_256_that_stays_the_same() -> None:
    # It is compared with digests stored by earlier versions: when this changes, they all lie.
    assert digest(a_document("da")) == (
        "9c0add4868c262239cb5a342046bdacbbc7c8c69202bd58cf1fb931059148e13"
    )
