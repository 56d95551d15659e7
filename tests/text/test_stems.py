"""One stem for what a reader would call one word, and two for two."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.text.stems import LONGEST, fold, key, stem, words

ONE_WORD = {
    "da": [
        "bro broen broer broerne broens broernes",
        "by byen byer byerne byens",
        "hus huset huse husene husets",
        "kage kagen kager kagerne",
        "cykel cyklen cykler cyklerne",
        "himmel himlen himle",
        "model modellen modeller modellerne",
        "kat katten katte kattene",
        "bus bussen busser busserne",
        "sommer sommeren",
        "teater teatret teatre teatrene",
        "lærer læreren lærere lærerne",
        "menneske mennesket mennesker menneskenes",
        "mand manden mænd mændene",
        "barn barnet børn børnene",
        "bog bogen bøger bøgerne",
        "datter datteren døtre døtrene",
        "ø øen øer øerne",
        "å åen åer åerne",
        "sø søen søer søerne",
        "træ træet træer træerne traeet",
        "museum museet museer museerne",
        "ministerium ministeriet ministerier",
        "sten stenen stene stenene",
        "internet internettet",
        "universitet universitetet universiteter",
        "København Københavns Koebenhavn KØBENHAVN",
        "Århus Aarhus Århus'",
    ],
    "en": [
        "bridge bridges bridge's Bridges’",
        "city cities",
        "box boxes",
        "church churches",
        "glass glasses",
        "bus buses",
        "potato potatoes",
        "woman women women's",
        "child children",
        "wolf wolves",
        "shoe shoes",
        "crisis crises",
        "tie ties",
        "café cafés cafe CAFE\u0301",
        "person people",
        "Århus Aarhus A\u030arhus",
    ],
}
DIFFERENT = {
    "da": [
        "bro brød", "køn ko", "bær ba", "Hansen han", "Hansen Hans", "Petersen Peter",
        "sten st", "billet bil", "sommer som", "bord by", "mus museum", "vinter vind",
    ],
    "en": ["new news", "wale Wales", "the them", "glass gla", "virus viru", "bus buse", "mean means"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "forms"), [(lang, line) for lang, lines in ONE_WORD.items() for line in lines]
)
def test_forms_of_one_word_have_one_stem(language: str, forms: str) -> None:
    assert len({stem(form, language) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("language", "pair"), [(lang, pair) for lang, pairs in DIFFERENT.items() for pair in pairs]
)
def test_different_words_stay_different(language: str, pair: str) -> None:
    one, other = pair.split()
    assert stem(one, language) != stem(other, language)


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("Smørrebrød", "smoerrebroed"),
        ("ÆØÅ", "aeoeaa"),
        ("Malmö", "malmo"),
        ("straße", "strasse"),
        ("ﬁsh", "fish"),
        ("1980’s", "1980s"),
        ("東", "u6771"),
    ],
)
def test_spellings_are_made_one(word: str, plain: str) -> None:
    assert fold(word) == plain


@given(st.text(), st.sampled_from(["en", "da"]))
@example("'s", "en")
@example("\u0301", "da")
def test_a_stem_is_what_databases_take_for_one_word(text: str, language: str) -> None:
    for word in words(text):
        assert text[word.start : word.end] == word.text
        for form in (stem(word.text, language), fold(word.text)):
            assert form == "" or (form.isascii() and form.isalnum() and form == form.lower())
            assert len(form) <= 3 * LONGEST
        assert stem(word.text.upper(), language) == stem(word.text.upper().lower(), language)


def test_what_begins_with_o_does_not_begin_with_oe() -> None:
    assert not key(fold("brød")).startswith("bro")
    assert key(fold("brødre")).startswith(key(fold("broe")))
