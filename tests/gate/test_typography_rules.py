"""The rules about typography: each with texts that break it and, where that is sure, their mending."""

import re
from collections.abc import Iterator

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from articles.gate import registry
from articles.gate.registry import Level, Rule
from articles.gate.texts import Text
from articles.gate.typography_rules import space_missing
from articles.text.sanitise import clean_body
from tests.text.test_visible import TAG

RULES: dict[str, Rule] = {
    code: rule for code, rule in registry._rules.items() if code.startswith("typo.")
}
# code: for each language a text that breaks this rule alone, and its mending if that is sure
FAILING: dict[str, dict[str, tuple[str, str | None]]] = {
    "typo.space.missing": {
        "en": ("The sea is cold.The gulls know.", "The sea is cold. The gulls know."),
        "da": ("Vandet er koldt.Mågerne ved det.", "Vandet er koldt. Mågerne ved det."),
    },
    "typo.space.doubled": {
        "en": ("The  ferry sails.", "The ferry sails."),
        "da": ("Den  sidste færge.", "Den sidste færge."),
    },
    "typo.space.before": {
        "en": ("The ferry , the last one.", "The ferry, the last one."),
        "da": ("Hvad er det ?", "Hvad er det?"),
    },
    "typo.dash": {
        "en": ("The ferry - the last one.", "The ferry – the last one."),
        "da": ("Færgen - den sidste.", "Færgen – den sidste."),
    },
    "typo.punctuation": {
        "en": ("It is cold!! Very..", "It is cold! Very."),
        "da": ("Er det koldt?!", None),
    },
    "typo.quotes.unbalanced": {
        "en": ("“It is cold, he said.", None),
        "da": ("»Det er koldt, siger hun.", None),
    },
    "typo.brackets.unbalanced": {
        "en": ("The ferry (the last one sails.", None),
        "da": ("Færgen (den sidste sejler.", None),
    },
    "typo.quotes.style": {
        "en": ('"It is cold," he said.', "“It is cold,” he said."),
        "da": ("“Det er koldt,” siger hun.", "»Det er koldt,« siger hun."),
    },
    "typo.apostrophe": {
        "en": ("It's cold, isn’t it.", "It’s cold, isn’t it."),
        "da": ("Jens´s cykel.", "Jens’s cykel."),
    },
    "typo.number": {
        "en": ("The club has 1.500 members.", "The club has 1,500 members."),
        "da": ("Vandet er 3.5 grader.", "Vandet er 3,5 grader."),
    },
    "typo.word.doubled": {
        "en": ("The the ferry sails.", "The ferry sails."),
        "da": ("Den sidste færge og og mere.", "Den sidste færge og mere."),
    },
    "typo.caps": {
        "en": ("It is NOT cold.", "It is not cold."),
        "da": ("SIDSTE FÆRGE SEJLER NU", None),
    },
}
CASES = [(code, language) for code in FAILING for language in ("en", "da")]


def run(field: str, language: str, stored: str) -> Iterator[registry.Finding]:
    text = Text("aaa", field, language, stored)
    return (finding for rule in RULES.values() for finding in rule.of_text(text))


def test_each_rule_has_its_cases() -> None:
    assert RULES["typo.space.missing"].text_check is space_missing
    assert set(RULES) == set(FAILING)


@pytest.mark.parametrize(("code", "language"), CASES)
def test_a_text_that_breaks_one_rule(code: str, language: str) -> None:
    stored, mended = FAILING[code][language]
    [finding] = run("heading", language, stored)
    assert (finding.code, finding.level, finding.fix) == (code, Level.WARNS, mended)
    assert finding.place == registry.Place("heading", language, "aaa")
    if mended:
        assert list(run("heading", language, mended)) == []


@pytest.mark.parametrize(("code", "language"), CASES)
def test_a_body_that_breaks_one_rule_keeps_its_markup(code: str, language: str) -> None:
    stored, mended = FAILING[code][language]
    frame = '<p><a href="/a,b--c?d=1..2" rel="noopener">One</a></p><ul><li>%s</li></ul>'
    [finding] = run("body", language, frame % stored)
    assert (finding.code, finding.fix) == (code, mended and frame % mended)


@pytest.mark.parametrize("code", FAILING)
def test_the_example_breaks_the_rule(code: str) -> None:
    text = Text("", "standfirst", "en", RULES[code].example)
    assert list(RULES[code].of_text(text))


@pytest.mark.parametrize(
    ("stored", "mended"),
    [
        ("<p><em>Cold.</em>The gulls</p>", "<p><em>Cold.</em> The gulls</p>"),
        ("<p>Cold.<em>The gulls</em></p>", "<p>Cold. <em>The gulls</em></p>"),
        ("<p>Red &amp; blue,green</p>", "<p>Red &amp; blue, green</p>"),
        ("<p>It <em>is</em> , so</p>", "<p>It <em>is</em>, so</p>"),
        ("<p>the <em>the</em> ferry</p>", None),  # an element would be left empty
        (
            '<p>See <a href="/a.B" rel="noopener">the page.It</a> says</p>',
            '<p>See <a href="/a.B" rel="noopener">the page. It</a> says</p>',
        ),
    ],
)
def test_across_markup(stored: str, mended: str | None) -> None:
    [finding] = run("body", "en", stored)
    assert finding.fix == mended


@pytest.mark.parametrize(
    "stored",
    [
        "<p>Cold.</p><p>The gulls</p>",
        "<p>Cold.<br>The gulls</p>",
        "<ul><li>the</li><li>the</li></ul>",
        '<p lang="en">"It\'s" cold.The THE LAST FERRY - sails</p>',
        '<p><a href="https://x.example/a" rel="noopener">https://x.example/A.B,c--d</a></p>',
        "<p>line broken\n   by the source</p>",
    ],
)
def test_bodies_that_pass(stored: str) -> None:
    assert list(run("body", "da", stored)) == []


def test_a_filename_is_another_rules_affair() -> None:
    assert list(run("alt", "en", "Coast,,Storm,And,Sea")) == []
    assert list(run("heading", "en", "Coast,,Storm,And,Sea"))


def test_the_apostrophes_of_a_keyboard_are_let_alone() -> None:
    for stored in ("It's cold and the gulls don't mind.", "The gulls' nest.", "Rock 'n' roll"):
        assert list(run("heading", "en", stored)) == []
    assert list(run("heading", "da", "Jens' cykel og 4's venteliste.")) == []
    [finding] = run("heading", "en", "'It's cold,' he said.")
    assert (finding.code, finding.fix) == ("typo.apostrophe", "‘It’s cold,’ he said.")


def test_what_is_sure_and_what_is_not_are_told_apart() -> None:
    sure, unsure = run("heading", "en", "Cold!! Is it?! Yes?!")
    assert (sure.fix, unsure.fix) == ("Cold! Is it?! Yes?!", None)
    with translation.override("en"):
        assert str(sure.message).startswith("Doubled punctuation in “Cold!!”.")
        assert "“it?!”, “Yes?!”" in str(unsure.message)


def test_a_message_quotes_three_places_at_most() -> None:
    [finding] = run("heading", "en", "red,green,blue,grey,black,white")
    [other] = run("heading", "en", "One ,two and three ,four and five ,six and seven ,eight.")
    with translation.override("en"):
        assert str(finding.message) == (
            "A space is missing in “red,green,blue,grey,black,white”. Put it in."
        )
        assert "“One ,two”, “three ,four”, “five ,six”, …" in str(other.message)


PIECES = st.sampled_from(
    """the The og ferry FERRY NOT IKKE a I 5 10 kl maj eks . .. ... , ,, ; : ! ? ( ) [ ] “ ” „ » « " ' ’ ‘ ` ´ ''
    - -- – — % … x.com https://x.example/a @a &amp; <p> </p> <em> </em> <br> <li> </li> &nbsp; s n 's""".split()
    + [" ", " ", " ", "  ", "\xa0", "\n", '<a href="/x,y">', "</a>", '<em lang="da">']
)
TYPED = st.one_of(st.text(), st.lists(PIECES, max_size=16).map("".join))


@given(TYPED, st.sampled_from(["en", "da"]), st.sampled_from(["heading", "body"]))
def test_a_fix_leaves_nothing_to_mend_and_all_markup(typed: str, language: str, field: str) -> None:
    stored = clean_body(typed) if field == "body" else typed
    for finding in run(field, language, stored):
        assert str(finding.message)
        if finding.fix is None:
            continue
        again = RULES[finding.code].of_text(Text("aaa", field, language, finding.fix))
        assert [each.fix for each in again if each.fix] == []
        assert finding.fix != stored
        if field == "body":
            assert TAG.findall(finding.fix) == TAG.findall(stored)
            assert clean_body(finding.fix) == finding.fix
            assert re.findall(r'href="[^"]*"', finding.fix) == re.findall(r'href="[^"]*"', stored)


def test_messages_say_what_to_do() -> None:
    with translation.override("en"):
        for code, cases in FAILING.items():
            for language, (stored, _mended) in cases.items():
                [finding] = run("heading", language, stored)
                assert re.search(r"[“‘].+[”’].*\. [A-Z].+\.$", str(finding.message)), code
