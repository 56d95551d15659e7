"""How like two texts are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.likeness import SIZE, gist, likeness, rarity, stem

WORDS = "harbour bridge winter bathing ladder kettle gull tram bread oven snow archive".split()
texts = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)
corpora = st.lists(texts, min_size=2, max_size=8)


def of(text: str, language: str = "en") -> dict[str, float]:
    return gist([(text, 1)], language)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("da", "bro broen broer broerne broens broernes"),
        ("da", "kat katten katte kattene"),
        ("da", "vinter vinteren"),
        ("en", "bridge bridges"),
        ("en", "run running runs"),
        ("en", "bath baths bathe bathed bathing"),
        ("en", "ladder ladders"),
    ],
)
def test_forms_of_a_word_are_one(language: str, words: str) -> None:
    assert len({stem(word, language) for word in words.split()}) == 1


@given(st.text("abdeinrsty", min_size=3, max_size=12), st.sampled_from(["en", "da"]))
def test_a_stem_has_no_endings_left(word: str, language: str) -> None:
    found = stem(word, language)
    assert stem(found, language) == found
    assert word.startswith(found)
    assert len(found) >= 3


def test_small_words_and_markup_say_nothing() -> None:
    assert set(of("<p>The <a href='https://tram.example'>tram</a> &amp; the of and</p>")) == {
        "tram"
    }
    assert set(of("Efter broen og den", "da")) == {"bro"}


def test_weights_of_a_words_places_are_added_and_damped() -> None:
    once, often, headline = of("tram"), of("tram " * 10), gist([("tram", 10)], "en")
    assert once == {"tram": 1.0}
    assert often == headline == {"tram": 3.3}


def test_only_the_most_telling_are_kept() -> None:
    many = " ".join(f"{a}{b}{a}qq" for a in "abcdefghij" for b in "klmnopqrst")
    found = gist([(many, 1), ("harbour", 5)], "en")
    assert len(found) == SIZE
    assert "harbour" in found


def test_rare_words_count_for_more_than_common_ones() -> None:
    texts = ["tram bread", "tram oven", "gull bread", "tram snow", "tram gull"]
    gists = [of(text) for text in texts]
    common, rare, *_rest = likeness(gists[0], gists[1:], rarity(gists))
    assert 0 < common < rare < 1


@given(corpora)
def test_likeness_is_between_none_and_the_same_and_mutual(corpus: list[str]) -> None:
    gists = [of(text) for text in corpus]
    rare = rarity(gists)
    for one in gists:
        for other, found in zip(gists, likeness(one, gists, rare), strict=True):
            assert 0.0 <= found <= 1.0
            [back] = likeness(other, [one], rare)
            assert found == pytest.approx(back)
            if not one.keys() & other.keys():
                assert found == 0.0


@given(corpora)
def test_nothing_is_liker_than_the_same_words(corpus: list[str]) -> None:
    gists = [of(text) for text in corpus]
    rare = rarity(gists)
    if gists[0]:
        assert likeness(gists[0], gists, rare)[0] == pytest.approx(1.0)


@given(st.text(max_size=200), st.sampled_from(["en", "da"]))
def test_nothing_that_can_be_typed_breaks_it(text: str, language: str) -> None:
    found = of(text, language)
    assert len(found) <= SIZE
    assert all(weight >= 1 for weight in found.values())
