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
from tests.documents import a_document, a_rendition, frozen_facts, some_facts


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
        "commercial": "none",
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
    with pytest.raises(UnknownSchema, match="schema 3, but this program knows 2"):
        load(dump(a_document(schema=3)))


def test_an_older_document_is_brought_up_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    def named(data: dict[str, Any]) -> dict[str, Any]:
        return {**data, "schema": 0, "standfirst": f"{data['standfirst']}, named"}

    def counted(data: dict[str, Any]) -> dict[str, Any]:
        return {**data, "schema": 1, "standfirst": f"{data['standfirst']}, counted"}

    monkeypatch.setitem(serialise.UPGRADES, -1, named)
    monkeypatch.setitem(serialise.UPGRADES, 0, counted)
    old = dump(a_document(schema=-1))
    assert load(old) == a_document(standfirst="Standfirst [en], named, counted")


def of_schema_1(photo: dict[str, Any] | None) -> dict[str, Any] | None:
    """As the first version wrote a photo: without words, and of its substitute the number."""
    new = ("editorial_only", "byline_required", "colour", "alt", "caption")
    kept = {name: value for name, value in (photo or {}).items() if name not in new}
    return {**kept, "substitute": 5} if photo else None


def test_a_whole_document_of_schema_1() -> None:
    stored = dump(a_document("da"))
    old = {
        **stored,
        "schema": 1,
        "lead": of_schema_1(stored["lead"]),
        "slides": [{**each, "photo": of_schema_1(each["photo"])} for each in stored["slides"]],
    }
    loaded = load(old)
    wordless = [replace(slide, photo=some_facts(n)) for n, slide in enumerate(loaded.slides, 1)]
    assert loaded == a_document("da", lead=some_facts(1), slides=tuple(wordless))
    assert digest(loaded) == digest(a_document("da"))
    assert load(dump(loaded)) == loaded


def test_a_whole_document_of_schema_1_without_pictures() -> None:
    empty = build(WorkingCopy(article=7, texts={}), "en")
    slide = a_document().slides[0]
    document = replace(empty, slides=(replace(slide, photo=None),))
    assert load({**dump(document), "schema": 1}) == document


@pytest.mark.parametrize("substitute", [5, None])
def test_a_whole_card_of_schema_1(substitute: int | None) -> None:
    stored = dump(card(a_document("da")))
    photo = {**(of_schema_1(stored["photo"]) or {}), "substitute": substitute}
    assert load_card({**stored, "photo": photo}) == replace(
        card(a_document("da")), photo=some_facts(1)
    )


# --- The digest ----------------------------------------------------------------------------------


def with_photo(document: Document, **facts: Any) -> Document:
    slide = document.slides[1]
    assert slide.photo
    changed = replace(slide, photo=replace(slide.photo, **facts))
    return replace(document, slides=(document.slides[0], changed, *document.slides[2:]))


# What readers do not see by this place: the slide has its own alt and caption.
UNSEEN: list[dict[str, Any]] = [
    {"editorial_only": True},
    {"byline_required": True},
    {"colour": "#aabbcc"},
    {"alt": "Corrected"},
    {"caption": "Corrected"},
]
SUBSTITUTED = with_photo(a_document(), substitute=frozen_facts(5, "en"))


@pytest.mark.parametrize(
    "computed",
    [
        replace(a_document(), schema=3),
        with_photo(a_document(), renditions=(a_rendition(400),)),
        a_document(lead=frozen_facts(1, "en", renditions=())),
        *(with_photo(a_document(), **facts) for facts in UNSEEN),
        with_photo(SUBSTITUTED, substitute=frozen_facts(5, "en", alt="Corrected")),
    ],
)
def test_what_is_computed_does_not_move_the_digest(computed: Document) -> None:
    before = SUBSTITUTED if computed.photos()[-1].id == 5 else a_document()
    assert computed != before
    assert digest(computed) == digest(before)


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


FACTS: dict[str, Any] = {"id": 9, "width": 1, "height": 1, "substitute": some_facts(8)}
COMPUTED = {"renditions", *(name for facts in UNSEEN for name in facts)}


@pytest.mark.parametrize("name", [n for n in PhotoFacts.__slots__ if n not in COMPUTED])
def test_every_fact_of_a_photo_moves_the_digest(name: str) -> None:
    changed = with_photo(a_document(), **{name: FACTS.get(name, 0.2 if "focal" in name else "x")})
    assert digest(changed) != digest(a_document())


@pytest.mark.parametrize("name", ["key", "heading", "body", "caption", "alt", "photo", "shared"])
def test_every_field_of_a_slide_moves_the_digest(name: str) -> None:
    document = a_document()
    values: dict[str, Any] = {"photo": None, "shared": False}
    changed = replace(document.slides[0], **{name: values.get(name, "x")})
    assert digest(replace(document, slides=(changed, *document.slides[1:]))) != digest(document)


def test_a_substitutes_credit_moves_the_digest() -> None:
    changed = with_photo(SUBSTITUTED, substitute=frozen_facts(5, "en", credit="Nordlys"))
    assert digest(changed) != digest(SUBSTITUTED)


def test_a_digest_is_a_sha_256_that_stays_the_same() -> None:
    # It is compared with digests stored by earlier versions: when this changes, they all lie.
    assert digest(a_document("da")) == (
        "9c0add4868c262239cb5a342046bdacbbc7c8c69202bd58cf1fb931059148e13"
    )
