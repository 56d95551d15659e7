"""What holds of every rule: a case breaks it, and what it says then helps who does not program."""

import re
from functools import cache

import pytest
from django.utils import translation

from articles.gate import registry
from articles.gate.registry import Finding, rules
from articles.text.languages import LANGUAGES
from tests.gate.cases import cases

LONGEST = 200  # characters of a message; what it quotes of a text counts
# Words of programmers, in either language.
JARGON = re.compile(
    r"\b(?:HTML|XML|Unicode|UTF-?8|U\+[0-9A-F]{4}|encod\w+|tegnsæt|codepoint|regex\w*|entit(?:y|ies)|"
    r"string|token|parse\w*|null|slug|href|hash|boolean|valid\w*|metadata)\b",
    re.IGNORECASE,
)


@cache
def found() -> tuple[tuple[str, tuple[Finding, ...]], ...]:
    """What breaks which rule, and all that is found there; messages are told when they are asked."""
    return tuple((code, registry.run(document, world)) for code, document, world in cases())


def test_every_case_is_found_and_every_rule_has_one() -> None:
    assert {code for code, _findings in found()} == {each.code for each in rules()}
    for code, findings in found():
        assert code in {each.code for each in findings}, code


def messages(language: str) -> dict[str, str]:
    """{what is said: the code}, of every case."""
    with translation.override(language):
        return {str(each.message): each.code for _code, several in found() for each in several}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_is_short_calm_and_plain(language: str) -> None:
    quoted = re.compile(r"“[^”]*”|»[^«]*«|‘.*?’|’[^’]*’")
    for message, code in messages(language).items():
        told = f"{code}: {message}"
        assert message.endswith("."), told
        assert len(message) <= LONGEST, told
        plain = quoted.sub("", message)
        assert "!" not in plain, told
        assert not JARGON.search(plain), told


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_has_a_remedy(language: str) -> None:
    """What is wrong is one sentence, what to do about it another."""
    for message, code in messages(language).items():
        assert re.search(r"\S(?:[.:?]|…\)?) [A-ZÆØÅ]|\. [»“‘’–]", message), f"{code}: {message}"


def test_everything_is_said_in_either_language() -> None:
    english, danish = messages("en"), messages("da")
    assert not english.keys() & danish.keys()
