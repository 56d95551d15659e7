"""Texts that stop before they end; those that only look so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.unfinished import dangling, is_cut, stops_short

DANGLING = [
    ("The council will decide, and", "and"),
    ("Byrådet siger ja, og", "og"),
    ("The gull looked at the", "the"),
    ("The gull looked at the.", "the"),
    ("De kom, fordi", "fordi"),
    ("Salt, pepper,", "pepper,"),
    ("Havnen, stranden –", "–"),
    ("A letter from the…", "the"),
    ("Et brev fra en mand, som ...", "som"),
    ("Insights into ...", "into"),
    ("It is found in water, in food,...", "food,"),
    ("<not html> but", "but"),
    ("", ""),
    ("What is it made of", ""),
    ("Hvad lever de af", ""),
    ("He took vitamin A", ""),
    ("Life goes on …", ""),
    ("Og så skete det ...", ""),
    ("He never expected that…", ""),
    ("Everything was fine. Or was it? Anything but.", ""),
    ("Streaming on Disney+", ""),
    ("Sådan gør du:", ""),
    ("It was the end.", ""),
    ("»Ja, og?«", ""),
    ("Det kan du tro at", ""),
]


@pytest.mark.parametrize(("text", "word"), DANGLING)
def test_what_nothing_ends_with(text: str, word: str) -> None:
    assert dangling(text) == word


def test_a_colon_counts_in_running_text() -> None:
    assert dangling("He had three wishes:", colon=True) == "wishes:"


SHORT = [
    "The council will decide in spring",
    "Byrådet tager stilling til foråret",
    "The price rose by 40%",
    "»Det bliver koldt i nat«",
    "They were counted (see above)",
    "The tram stops at Mols-",
]
COMPLETE = [
    "",
    "The council will decide in spring.",
    "»Det bliver koldt i nat.«",
    "“Will it be cold tonight?”",
    "Then the light went out…",
    "They were counted (all of them).",
    "Maja Holt, Aarhus",
    "/ritzau/",
    "Read the whole report at www.kyst.example.dk",
    "Skriv til os på post@avis.dk",
    "Source: the harbour office in Aarhus",
    "Kilde: Danmarks Meteorologiske Institut",
    "And that was that. 🎉",
]


@pytest.mark.parametrize("text", SHORT)
def test_a_paragraph_that_stops_short(text: str) -> None:
    assert stops_short(text)


@pytest.mark.parametrize("text", COMPLETE)
def test_a_paragraph_that_ends(text: str) -> None:
    assert not stops_short(text)


def test_what_a_program_cut() -> None:
    assert is_cut("A new study has revealed insights into behaviour....")
    assert is_cut("En ny undersøgelse viser [...]")
    assert not is_cut("And then ...")
    assert not is_cut("Og så …")


@given(st.text())
def test_no_text_upsets_them(text: str) -> None:
    assert dangling(text, colon=True) in text
    assert stops_short(text) in (True, False)
    assert is_cut(text) in (True, False)
