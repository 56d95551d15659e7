"""What was left behind blocks where it stands, with a fix where that is certain."""

from collections.abc import Iterator
from importlib import import_module

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from articles.gate.registry import Finding, Level, Rule, rules
from articles.gate.texts import Text
from articles.text.sanitise import clean_body

import_module("articles.gate.leftover_rules")

OURS = ("placeholder", "empty.label", "unfinished", "mojibake", "invisible", "html")
B, W = Level.BLOCKS, Level.WARNS


def ours() -> Iterator[Rule]:
    return (each for each in rules() if each.code.startswith("leftover."))


def found(stored: str, field: str = "standfirst", language: str = "en") -> list[Finding]:
    text = Text(
        "bbb" if field in ("heading", "body", "caption", "alt") else "", field, language, stored
    )
    return [finding for each in ours() for finding in each.of_text(text)]


def told(stored: str, field: str = "standfirst") -> list[tuple[str, Level, str | None]]:
    return [
        (each.code.removeprefix("leftover."), each.level, each.fix) for each in found(stored, field)
    ]


FAILING = [
    # placeholder
    ("Insert text here.", "standfirst", "placeholder", B, None),
    ("<p>Det var koldt.</p><p>Indsæt citat her.</p>", "body", "placeholder", B, None),
    ("<p>It was {{ weather }} here.</p>", "body", "placeholder", B, None),
    ("[gallery ids=1,2]", "caption", "placeholder", B, None),
    ("Overskrift", "headline", "placeholder", W, None),
    ("A page of dummy text, forgotten.", "seo_description", "placeholder", W, None),
    # labels
    ("Date:", "standfirst", "empty.label", B, None),
    ("Havnen i skumringen. Foto:", "caption", "empty.label", B, None),
    ("<p>Det var koldt.</p><p>Kilde:</p>", "body", "empty.label", B, None),
    ("<p>Kilde:</p><p>Foto:</p><p>Alt var lukket.</p>", "body", "empty.label", B, None),
    # unfinished
    ("The council decides in spring, and", "standfirst", "unfinished", W, None),
    ("Byrådet tager stilling til foråret", "standfirst", "unfinished", W, None),
    ("<p>It is late.</p><p>The council will decide in</p>", "body", "unfinished", W, None),
    ("<p>Den blev målt igen og</p><p>Det var koldt.</p>", "body", "unfinished", W, None),
    ("<p>They brought:</p><ul><li>oil</li><li>salt and</li></ul>", "body", "unfinished", W, None),
    ("<p>Hun havde tre ønsker til byen:</p>", "body", "unfinished", W, None),
    ("A plate, a rope,", "caption", "unfinished", W, None),
    ("En tallerken og", "heading", "unfinished", W, None),
    ("Insights into how the gulls behave....", "seo_description", "unfinished", W, None),
    # mojibake
    ("RÃ¸dgrÃ¸d", "heading", "mojibake", B, "Rødgrød"),
    ("<p>Itâ€™s <em>late</em>.</p>", "body", "mojibake", B, "<p>It’s <em>late</em>.</p>"),
    ("K\ufffdbenhavn", "headline", "mojibake", B, None),
    # invisible
    ("Hand\u200bball", "heading", "invisible", W, "Handball"),
    ("<p>It\x92s late.</p>", "body", "invisible", B, "<p>It’s late.</p>"),
    ("En e\uf001ekt", "heading", "invisible", B, None),
    # html
    ("Fish &amp; chips", "headline", "html", B, "Fish & chips"),
    ("<p>Fisk &amp;amp; chips.</p>", "body", "html", B, "<p>Fisk &amp; chips.</p>"),
    (
        "<p>&lt;br&gt;Havnen er <em>lukket</em>.</p>",
        "body",
        "html",
        B,
        "<p>Havnen er <em>lukket</em>.</p>",
    ),
    ("<img src=x> Havnen", "alt", "html", B, None),
]
PASSING = [
    ("A to-do list for TK Maxx.", "standfirst"),
    ("Test", "kicker"),
    ("Title", "kicker"),
    ("<p>Kilder:</p><ul><li>Havnevagten</li></ul>", "body"),
    ("<p>Source:</p><p>Harbour Watch.</p>", "body"),
    ("<p>Kilde: Havnevagten</p>", "body"),
    ("Havnen i skumringen", "caption"),
    ("Havnen i skumringen", "alt"),
    ("What it is made of", "heading"),
    ("Sådan gør du:", "heading"),
    ("The harbour explained", "seo_title"),
    ("How the harbour got clearer, explained in nine photos", "seo_description"),
    ("<p>Dear all,</p><p>It is late.</p>", "body"),
    ("<p>Kære alle i den lille forening,</p><p>Det er sent.</p>", "body"),
    ("<p>They brought:</p><ul><li>oil</li><li>salt</li></ul>", "body"),
    ("<p>»Kysten forsvinder en nat ad gangen.«</p>", "body"),
    ("<p>Someone wrote: <em>Yes. No complaints.</em></p>", "body"),
    ("<p>Det var koldt.</p><p>Maja Holt</p>", "body"),
    ("<p>10&nbsp;kroner &amp; 5 øre, a &lt; b.</p>", "body"),
    ("Rødgrød på São Paulos “café”, »Vorgod Å«.", "standfirst"),
    ("R&D at AT&T; all of it.", "standfirst"),
]


@pytest.mark.parametrize(("stored", "field", "code", "level", "fix"), FAILING)
def test_a_text_that_fails_one_rule(
    stored: str, field: str, code: str, level: Level, fix: str | None
) -> None:
    findings = told(stored, field)
    assert (code, level, fix) in findings
    assert {each[0] for each in findings} == {code}


@pytest.mark.parametrize(("stored", "field"), PASSING)
def test_a_text_that_passes(stored: str, field: str) -> None:
    assert told(stored, field) == []


def test_each_rule_has_a_text_that_fails_it() -> None:
    assert (
        {each[2] for each in FAILING}
        == set(OURS)
        == {each.code.removeprefix("leftover.") for each in ours()}
    )


def test_each_rule_finds_its_own_example() -> None:
    for each in ours():
        assert list(each.of_text(Text("", "standfirst", "en", each.example))), each.code
        assert str(each.about).endswith(".")


def test_the_words_at_fault_are_quoted() -> None:
    with translation.override("en"):
        [finding] = found("Insert text here.")
        assert finding.message == (
            "“Insert text here” is placeholder text or a note."
            " Write what belongs there, or delete it."
        )
        [finding] = found("Hand\u200bball i havnen er lukket.")
        assert "“Hand·ball”" in str(finding.message)
        [finding] = found("En plan, som byrådet siger nej til i dag")
        assert "“nej til i dag”" in str(finding.message)


def test_a_label_whose_text_is_the_next_paragraph_is_not_empty() -> None:
    assert told("<p>Kilde: Foto:</p><p>Signe Brandt.</p>", "body") == [("empty.label", B, None)]


@given(st.text(), st.sampled_from(["body", "headline", "caption"]), st.sampled_from(["en", "da"]))
def test_no_text_upsets_them_and_a_fix_leaves_nothing_of_its_code(
    text: str, field: str, language: str
) -> None:
    stored = clean_body(text) if field == "body" else text
    for finding in found(stored, field, language):
        assert str(finding.message).endswith(".")
        if finding.fix is not None:
            again = [each.code for each in found(finding.fix, field, language)]
            assert finding.code not in again
            assert field != "body" or clean_body(finding.fix) == finding.fix
