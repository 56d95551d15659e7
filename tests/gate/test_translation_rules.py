"""The rules about the two halves: documents that fail one of them, seen from each language."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.utils import translation

from articles.document.build import build
from articles.document.schema import Document
from articles.document.working_copy import WorkingLink, WorkingSource
from articles.gate import registry, translation_rules
from articles.gate.registry import Finding, Level, Place
from articles.text.languages import LANGUAGES, other
from tests.documents import OTHER, a_document, a_working_copy, a_world, said, some_facts

assert translation_rules
CODES = (
    "translation.numbers",
    "translation.missing",
    "translation.sources",
    "translation.links",
    "translation.lists",
)


def with_slide(language: str, **fields: Any) -> Document:
    """The second slide has them."""
    document = a_document(language)
    first, second, third = document.slides
    return replace(document, slides=(first, replace(second, **fields), third))


def with_head(language: str, **fields: Any) -> Document:
    return a_document(language, **fields)


def found(here: Document, there: Document | None) -> list[Finding]:
    """What these rules find in `here`."""
    world = a_world(other=there)
    each = [registry._rules[code] for code in CODES]
    return [finding for rule in each for finding in rule.findings(here, world)]


Maker = Callable[..., Document]
# What differs: its code, the maker, the field, the English, the Danish.
DIFFERING: dict[str, tuple[str, Maker, str, str, str]] = {
    "a figure": ("numbers", with_slide, "body", "<p>72 patients</p>", "<p>27 patienter</p>"),
    "in a heading": ("numbers", with_slide, "heading", "Eleven signs", "10 tegn"),
    "in a caption": ("numbers", with_slide, "caption", "Built in 1904", "Bygget i 1940"),
    "in an alt text": ("numbers", with_slide, "alt", "Three gulls", "Fire måger"),
    "in the headline": ("numbers", with_head, "headline", "11 signs", "12 tegn"),
    "in the standfirst": ("numbers", with_head, "standfirst", "5 per cent", "6 procent"),
    "of a search text": ("numbers", with_head, "seo_description", "Kl. 6 pm", "Kl. 19"),
    "links": (
        "links",
        with_slide,
        "body",
        '<p><a href="https://one.example/">x</a></p>',
        '<p><a href="https://two.example/">x</a></p>',
    ),
    "items": (
        "lists",
        with_slide,
        "body",
        "<ul><li>a</li><li>b</li></ul>",
        "<ul><li>c</li></ul>",
    ),
    "lists": (
        "lists",
        with_slide,
        "body",
        "<ul><li>a</li><li>b</li></ul><p>x</p><ul><li>c</li></ul>",
        "<ul><li>a</li></ul><p>x</p><ul><li>b</li><li>c</li></ul>",
    ),
}
# Only the one language has it: found where it is missing.
ONE_SIDED: dict[str, tuple[str, Maker, str, str]] = {
    "kicker": ("missing", with_head, "kicker", "Tea"),
    "seo_title": ("missing", with_head, "seo_title", "Tea"),
    "seo_description": ("missing", with_head, "seo_description", "Tea"),
    "caption": ("missing", with_slide, "caption", "Tea"),
}
# Either way round is fine.
AGREEING: dict[str, tuple[Maker, str, str, str]] = {
    "its own dress": (with_slide, "body", "<p>1,500 gulls</p>", "<p>1.500 måger</p>"),
    "words": (with_slide, "heading", "Eleven signs", "11 tegn"),
    "half is blank": (with_slide, "body", "<p>72 patients</p>", ""),
    "links of each language": (
        with_slide,
        "body",
        '<p><a href="https://site.example/en/tea">x</a></p>',
        '<p><a href="https://site.example/da/te">x</a></p>',
    ),
    "a link in a blank half": (
        with_slide,
        "body",
        '<p><a href="https://one.example/">x</a></p>',
        "",
    ),
    "a list in a blank half": (with_slide, "body", "<ul><li>x</li></ul>", ""),
}


@pytest.mark.parametrize("name", DIFFERING)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_halves_differ(name: str, language: str) -> None:
    code, make, field, english, danish = DIFFERING[name]
    halves = {"en": make("en", **{field: english}), "da": make("da", **{field: danish})}
    [finding] = found(halves[language], halves[other(language)])
    assert (finding.code, finding.level) == (f"translation.{code}", Level.WARNS)
    assert finding.place.field == field
    assert finding.place.slide == ("bbb" if make is with_slide else "")
    with translation.override("en"):
        assert str(finding.message).endswith(".")


@pytest.mark.parametrize("name", ONE_SIDED)
@pytest.mark.parametrize("language", LANGUAGES)
def test_one_half_is_blank(name: str, language: str) -> None:
    code, make, field, text = ONE_SIDED[name]
    blank, written = make(language, **{field: ""}), make(other(language), **{field: text})
    [finding] = found(blank, written)
    assert (finding.code, finding.place.field) == (f"translation.{code}", field)
    assert found(written, blank) == []


@pytest.mark.parametrize("name", AGREEING)
def test_the_halves_agree(name: str) -> None:
    make, field, english, danish = AGREEING[name]
    here, there = make("en", **{field: english}), make("da", **{field: danish})
    assert found(here, there) == []
    assert found(there, here) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_shared_slide_is_missing(language: str) -> None:
    whole = a_document(other(language))
    short = a_document(language)
    short = replace(short, slides=short.slides[:2])
    [finding] = found(short, whole)
    assert (finding.code, finding.place.field) == ("translation.missing", "slides")
    assert "Heading ccc" in str(finding.message)
    own = replace(whole, slides=(*whole.slides[:2], replace(whole.slides[2], shared=False)))
    assert found(short, own) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_of_a_link_are_missing(language: str) -> None:
    row = WorkingLink("bbb", OTHER, labels={other(language): "Tea, then", language: ""}, key="row")
    url = replace(row, article=None, url="https://tea.example/", key="url")
    here = build(a_working_copy(links=(row, url)), language)
    world = a_world(other=build(a_working_copy(links=(row, url)), other(language)), rows=(row, url))
    rule = registry._rules["translation.missing"]
    assert list(rule.findings(here, world)) == []
    [finding] = rule.findings(here, replace(world, at_desk=True))
    assert finding.place == Place("label", language, "row")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_source_has_a_name_in_the_other_language_alone(language: str) -> None:
    names = {other(language): "Institute", language: ""}
    two = (WorkingSource(said("Museum")), WorkingSource(names))
    here, there = (build(a_working_copy(sources=two), each) for each in (language, other(language)))
    [finding] = found(here, there)
    assert (finding.code, finding.place.field) == ("translation.sources", "sources")
    assert found(there, here) == []


def test_a_number_in_foreign_dress_counts_as_it_is_meant() -> None:
    here = with_slide("en", body="<p>1,500 members, 3.5 degrees</p>")
    there = with_slide("da", body="<p>1,500 medlemmer, 3.5 grader</p>")
    assert found(here, there) == found(there, here) == []
    there = with_slide("da", body="<p>1,600 medlemmer, 3.5 grader</p>")
    assert len(found(here, there)) == 1


def test_a_language_that_is_not_planned_is_not_asked_for() -> None:
    assert found(with_slide("en", body="<p>72 patients</p>", caption="x"), None) == []


def test_the_librarys_words_are_nobodys_translation() -> None:
    photo = some_facts(2, caption="72 patients", alt="Three gulls")
    here = with_slide("en", photo=photo, caption="72 patients", alt="Three gulls")
    there = with_slide("da", caption="Sent på dagen, 9 måger", alt="Fire måger", photo=photo)
    told = [(each.code, each.place.field) for each in found(here, there)]
    assert told == [("translation.missing", "caption"), ("translation.missing", "alt")]
    assert found(there, here) == []


def test_a_figure_of_the_headline_may_stand_in_the_slides() -> None:
    here = with_slide("en", body="<p>72 patients</p>")
    here = replace(here, headline="How 72 patients slept")
    there = with_slide("da", body="<p>72 patienter</p>")
    assert found(here, there) == []


@pytest.mark.parametrize(
    ("english", "danish", "message"),
    [
        ("72 gulls", "27 måger", "The English says “72”, the Danish “27”. Check which is right."),
        ("72 gulls", "Måger", "In the English, but not in the Danish: “72”. Check both."),
        ("Gulls", "27 måger", "In the Danish, but not in the English: “27”. Check both."),
    ],
)
def test_it_says_which_figure(english: str, danish: str, message: str) -> None:
    here, there = with_slide("en", heading=english), with_slide("da", heading=danish)
    with translation.override("en"):
        assert [str(each.message) for each in found(here, there)] == [message]


def said_of(field: str, english: str, danish: str) -> list[list[str]]:
    """What is said of both halves, of the English first."""
    here, there = with_slide("en", **{field: english}), with_slide("da", **{field: danish})
    with translation.override("en"):
        return [
            [str(each.message) for each in found(*pair)] for pair in ((here, there), (there, here))
        ]


ONE, TWO = (f'<p><a href="https://{name}.example/">x</a></p>' for name in ("one", "two"))
TEA = "<p>Tea</p>"
LIST = "<ul>%s</ul>"


@pytest.mark.parametrize(
    ("english", "danish", "message"),
    [
        (ONE, TWO, "The English links to one.example/, the Danish to two.example/. Check both."),
        (ONE, TEA, "The English links to one.example/, the Danish does not. Check both."),
        (TEA, TWO, "The Danish links to two.example/, the English does not. Check both."),
        (
            LIST % ("<li>a</li>" * 3),
            LIST % ("<li>b</li>" * 2),
            "List items: 3 in the English, 2 in the Danish. Check both.",
        ),
        (
            LIST % "<li>a</li>" + TEA + LIST % ("<li>b</li>" * 2),
            LIST % ("<li>a</li>" * 2) + TEA + LIST % "<li>b</li>",
            "The lists are divided differently in the two languages. Check both.",
        ),
    ],
)
def test_either_half_is_told_the_same(english: str, danish: str, message: str) -> None:
    assert said_of("body", english, danish) == [[message], [message]]


def test_the_blank_half_is_told_which_it_is() -> None:
    english = "The Danish has a text here, the English none. Write it, or delete the Danish."
    danish = "The English has a text here, the Danish none. Write it, or delete the English."
    assert said_of("caption", "", "Te") == [[english], []]
    assert said_of("caption", "Tea", "") == [[], [danish]]


def test_a_slide_of_one_language_is_compared_with_none() -> None:
    there = with_slide("da", body="<p>27 patienter</p>")
    for fields in ({"shared": False}, {"shared": False, "key": "own"}, {"key": "new"}):
        here = with_slide("en", body="<p>72 patients</p>", **fields)
        assert [each.code for each in found(here, there) if each.place.slide] == []
