"""The rules about language: what they find in each field, what they let through, how they say it."""

from dataclasses import replace
from time import perf_counter

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from articles.document.schema import Document, LinkDocument, SourceDocument
from articles.gate import language_rules as ours
from articles.gate.registry import Finding, Level, Rule, _rules
from articles.gate.texts import FIELDS, Text
from articles.text.languages import LANGUAGES
from tests.documents import a_document, a_world

BLOCKS, WARNS = Level.BLOCKS, Level.WARNS
CODES = ("language.wrong", "language.same", "language.alike", "language.interface")
DA = "Kystvagten fandt båden tom tidligt om morgenen."
EN = "The coastguard found the boat empty at first light."


def our_rules() -> list[Rule]:
    return [each for code, each in _rules.items() if code.startswith("language.")]


def found_in(stored: str, language: str, field: str = "standfirst") -> list[Finding]:
    text = Text("", field, language, stored)
    return [finding for each in our_rules() for finding in each.of_text(text)]


def found_between(document: Document, other: Document | None) -> list[Finding]:
    world = a_world(other=other)
    return [f for each in our_rules() if each.check for f in each.findings(document, world)]


def with_words(language: str, **fields: str) -> Document:
    document = a_document(language)
    first, second, third = document.slides
    return replace(document, slides=(first, replace(second, **fields), third))


@pytest.mark.parametrize(
    ("stored", "language", "field", "code", "level"),
    [
        (EN, "da", "standfirst", "language.wrong", BLOCKS),
        (DA, "en", "headline", "language.wrong", BLOCKS),
        (f"<p>{DA} {EN}</p>", "da", "body", "language.wrong", BLOCKS),
        (f"<p>{DA} {EN}</p>", "en", "body", "language.wrong", BLOCKS),
        ("Five Foods That Sailors Never Eat Before Dawn", "da", "heading", "language.wrong", BLOCKS),
        ("SÅDAN KOMMER DU IGENNEM STORMEN I AFTEN", "en", "heading", "language.wrong", BLOCKS),
        ("Why does it work?", "da", "heading", "language.wrong", WARNS),
        ("Hvorfor virker det?", "en", "alt", "language.wrong", WARNS),
        ("Ebba Østergaard, Åge Skovsgård og Jørn Ærø", "en", "caption", "language.wrong", WARNS),
        ("The Fisherman and His Soul, A House of Pomegranates", "da", "caption", "language.wrong", WARNS),
        (f"»{EN}«", "da", "heading", "language.wrong", WARNS),
        ("Also read: Mere om havet", "da", "caption", "language.interface", BLOCKS),
        ("Photo: Kystfoto", "da", "caption", "language.interface", BLOCKS),
        ("Kilde: DMI", "en", "caption", "language.interface", BLOCKS),
        ("<p><a href='/x'>Læs mere</a></p>", "en", "body", "language.interface", BLOCKS),
        ("Man kan bare click here og vinde en båd", "da", "body", "language.interface", WARNS),
    ],
)  # fmt: skip
def test_a_text_that_breaks_a_rule(
    stored: str, language: str, field: str, code: str, level: Level
) -> None:
    [finding] = found_in(stored, language, field)
    assert (finding.code, finding.level, finding.place.field) == (code, level, field)


@pytest.mark.parametrize(
    ("stored", "language", "field"),
    [
        (DA, "da", "standfirst"),
        (EN, "en", "standfirst"),
        (f"Hun sagde: “{EN}”", "da", "standfirst"),
        (f'<p lang="en">{EN}</p>', "da", "body"),
        ("Ebba Østergaard, Åge Skovsgård, Jørn Ærø", "en", "caption"),
        ("Happy hour", "da", "heading"),
        ("Hygge i Nyhavn", "en", "heading"),
        ("Startuppen har et stærkt team, men intet cashflow", "da", "standfirst"),
        ("Smørrebrød, gløgg and æbleskiver for all the guests", "en", "standfirst"),
        ("Foto: Kystfoto", "da", "caption"),
        ("1.500 – 2.500 – 3.500 – 4.500 – 5.500 – 6.500", "en", "body"),
    ],
)
def test_a_text_that_breaks_none(stored: str, language: str, field: str) -> None:
    assert found_in(stored, language, field) == []


@pytest.mark.parametrize(
    ("fields", "language", "code", "level"),
    [
        ({"heading": "What does the sea want?"}, "da", "language.same", BLOCKS),
        ({"heading": "Hvad vil havet os?"}, "en", "language.same", BLOCKS),
        ({"body": "<p>Lorem ipsum dolor sit amet.</p>"}, "da", "language.same", BLOCKS),
        ({"caption": "Strand, storm, sild"}, "en", "language.alike", WARNS),
        ({"alt": "Motiv: skum"}, "en", "language.alike", WARNS),
        ({"heading": "Yoga"}, "da", "", None),
        ({"heading": "24/7"}, "da", "", None),
        ({"caption": "Søren Holm"}, "en", "", None),
        ({"caption": "Foto: Shutterstock"}, "da", "", None),
        ({"body": f"<p>{DA}</p>"}, "da", "", None),  # the English one is at fault
        ({"body": f"<p>{EN}</p>"}, "da", "", None),  # `language.wrong` tells it
    ],
)
def test_the_same_in_both_languages(
    fields: dict[str, str], language: str, code: str, level: Level | None
) -> None:
    document, other = (
        with_words(each, **fields) for each in (language, {"en": "da"}.get(language, "en"))
    )
    found = found_between(document, other)
    expected = [(code, level, "bbb", *fields)] if code else []
    assert [(f.code, f.level, f.place.slide, f.place.field) for f in found] == expected


def test_nothing_is_the_same_without_another_language() -> None:
    document = with_words("da", heading="What does the sea want?")
    assert found_between(document, None) == []
    assert found_between(document, a_document("en")) == []


@pytest.mark.parametrize(
    ("stored", "language", "message"),
    [
        (EN, "da", "“The coastguard found the boat empty at first …” is English. Write this text in Danish."),
        (DA, "en", "“Kystvagten fandt båden tom tidligt om morgenen.” is Danish. Write this text in English."),
        (f"{EN} {DA}", "en", "“Kystvagten fandt båden tom tidligt om morgenen.” is Danish. Translate the sentence, or put it in quotation marks."),
        (f"{DA} {EN}", "da", "“The coastguard found the boat empty at first …” is English. Translate the sentence, or put it in quotation marks."),
        ("Why does it work?", "da", "“Why does it work?” looks English. Translate it, unless it is a name."),
        ("Hvorfor virker det?", "en", "“Hvorfor virker det?” looks Danish. Translate it, unless it is a name."),
        ("Photo: Kystfoto", "da", "“Photo” is English. Write “Foto” here."),
        ("Foto: Kystfoto", "en", "“Foto” is Danish. Write “Photo” here."),
    ],
)  # fmt: skip
def test_messages_say_what_and_what_to_do(stored: str, language: str, message: str) -> None:
    with translation.override("en"):
        [finding] = found_in(stored, language)
        assert str(finding.message) == message


def test_furniture_is_exchanged_at_a_click() -> None:
    found = found_in("Photo: A. Source: B. Photo: C", "da")
    assert [finding.fix for finding in found] == ["Foto: A. Kilde: B. Foto: C"] * 2


def test_the_rules_say_what_they_are_after_and_their_examples_break_them() -> None:
    assert [(each.code, each.level) for each in our_rules()] == [
        ("language.wrong", BLOCKS),
        ("language.same", BLOCKS),
        ("language.alike", WARNS),
        ("language.interface", BLOCKS),
    ]
    assert all(str(each.about).endswith(".") and each.example for each in our_rules())
    assert ours.READ_THROUGH < FIELDS


@given(st.text(max_size=80), st.sampled_from(LANGUAGES), st.sampled_from(sorted(FIELDS)))
def test_no_text_upsets_the_rules(stored: str, language: str, field: str) -> None:
    for finding in found_in(stored, language, field):
        assert str(finding.message)


def test_thirty_slides_are_judged_in_no_time() -> None:
    document = a_document("da")
    slide = replace(document.slides[0], body=f"<p>{DA} {DA} {DA} {DA}</p>", caption=DA, alt=DA)
    document = replace(document, slides=(slide,) * 30)
    world = a_world(other=replace(document, language="en"))
    for each in our_rules():  # the vocabulary is read once
        list(each.findings(document, world))
    started = perf_counter()
    for each in our_rules():
        list(each.findings(document, world))
    assert perf_counter() - started < 0.5  # 20 ms on an idle machine


@pytest.mark.parametrize(
    ("name", "language", "code"),
    [
        ("Artiklen er baseret på informationer fra Havnebladet", "en", "language.wrong"),
        ("Kilde: Havnebladet", "en", "language.interface"),
        ("Based on information from Harbour News", "da", "language.wrong"),
        ("The Royal Society for the Protection of Birds in Scotland", "da", ""),
        ("the Centers for Disease Control and Prevention", "da", ""),
        ("Det Kongelige Danske Videnskabernes Selskab i København", "en", ""),
    ],
)
def test_a_source_keeps_its_name_and_is_no_sentence(name: str, language: str, code: str) -> None:
    document = a_document(language, sources=(SourceDocument(name),))
    found = [each for rule in our_rules() for each in rule.findings(document, a_world())]
    found = [each for each in found if each.place.field == "sources"]
    assert [(each.code, each.fix) for each in found] == ([(code, None)] if code else [])


def test_the_words_of_a_link_are_read_at_the_slide_that_it_follows() -> None:
    link = LinkDocument("bbb", None, "https://x.example/", "Køb billetter til forestillingen her")
    document = a_document("en", links=(link,))
    found = [each for rule in our_rules() for each in rule.findings(document, a_world())]
    assert [(each.code, each.level, each.place.slide) for each in found] == [
        ("language.wrong", WARNS, "bbb")
    ]
