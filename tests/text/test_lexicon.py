"""What single words tell, and the lists that they stand in."""

import pytest

from articles.text import lexicon
from articles.text.languages import LANGUAGES
from bench import language as bench

SECTIONS = {
    "en": ("small", "leaning", "common", "names"),
    "da": ("small", "leaning", "common", "names", "loans", "phrases", "shared"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lists_are_sorted_and_have_each_word_once(language: str) -> None:
    assert tuple(lexicon._sections(language)) == SECTIONS[language]
    for name in SECTIONS[language]:
        words = lexicon.section(language, name)
        assert list(words) == sorted(set(words))
        assert all(word == word.lower() for word in words)


def test_the_letters_were_learned_from_these_lists() -> None:
    head = bench.LETTERS.read_text(encoding="utf-8").partition("\n")[0]
    assert bench.digest() in head, "Run python -m bench.language --learn"


@pytest.mark.parametrize(
    ("word", "least", "most"),
    [
        ("the", 3, 3),
        ("og", -3, -3),
        ("nurse", 2, 2),
        ("nurse's", 2, 2),
        ("sygeplejerske", -2, -2),
        ("streamer", 0.5, 0.5),  # a loan
        ("alarm", 0, 0),
        ("fire", 0, 0),  # in both lists
        ("thoughtfully", 1, 1.6),  # by its letters
        ("skovbrugsskolernes", -1.6, -1),
        ("ok", 0, 0.5),
        ("", 0, 0),
    ],
)
def test_what_a_word_says(word: str, least: float, most: float) -> None:
    assert least <= lexicon.says(word) <= most


def test_names_speak_apart() -> None:
    assert lexicon.names()["copenhagen"] > 0 > lexicon.names()["københavn"]
    assert ("to", "be", "or", "not", "to", "be") in lexicon.phrases()["to"]
