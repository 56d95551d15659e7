"""Whose research a text leans on, in both languages; what only sounds like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.studies import leans_on, names_a_source

LEANING = [
    ("Researchers counted the gulls twice.", "en", "Researchers"),
    ("It was, scientists say, the wind.", "en", "scientists"),
    ("A study of 31 towns found less.", "en", "A study"),
    ("A Danish study shows the opposite.", "en", "Danish study"),
    ("New research suggests a link.", "en", "New research"),
    ("According to a report, it rains.", "en", "According to a report"),
    ("A survey of 400 cyclists found none.", "en", "A survey"),
    ("Forskerne talte mågerne to gange.", "da", "Forskerne"),
    ("En undersøgelse af 31 kommuner viser det.", "da", "En undersøgelse"),
    ("Et nyt studie viser det modsatte.", "da", "Et nyt studie"),
    ("Ny forskning peger på vinden.", "da", "Ny forskning"),
    ("Rapporten konkluderer, at det regner.", "da", "Rapporten konkluderer"),
    ("Ifølge en meningsmåling er de fleste imod.", "da", "meningsmåling"),
]
NOT = [
    ("He read in the study, and she came to study law.", "en"),
    ("The weather report was wrong; they report for work at six.", "en"),
    ("They survey the coast every spring.", "en"),
    ("Lægen sendte hende til en undersøgelse.", "da"),
    ("Han sad i studiet i et forsøg på at sove.", "da"),
    ("Der er forskel på forskellige forskud.", "da"),
    ("", "en"),
]


@pytest.mark.parametrize(("text", "language", "words"), LEANING)
def test_words_that_lean_on_research(text: str, language: str, words: str) -> None:
    assert leans_on(text, language) == words


@pytest.mark.parametrize(("text", "language"), NOT)
def test_words_that_do_not(text: str, language: str) -> None:
    assert leans_on(text, language) == ""


def test_a_source_named_in_the_text() -> None:
    assert names_a_source("It rains. Source: Harbour Watch")
    assert names_a_source("Kilde: DMI")
    assert not names_a_source("Kilden: et vandløb. A resource: sand")


@given(st.text(), st.sampled_from(["en", "da"]))
def test_no_text_upsets_it(text: str, language: str) -> None:
    assert leans_on(text, language) in text
