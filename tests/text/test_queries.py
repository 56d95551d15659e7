"""What is read out of what somebody typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.queries import LONGEST, parse, presentable, with_words


def terms(text: str, language: str = "en") -> list[str]:
    return [term.text for term in parse(text, language).terms]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("winter bathing", ["winter", "bathing"]),
        ('"winter bathing" sauna', ["winter bathing", "sauna"]),
        ("“winter bathing”", ["winter bathing"]),
        ("»winter bathing«", ["winter bathing"]),
        ('"winter', ["winter"]),
        ('""', []),
        ("covid-19", ["covid-19"]),
        ("kystfoto.example/about", ["kystfoto.example/about"]),
        ("the bridge", ["bridge"]),
        ("what is the", ["what", "is", "the"]),
        ('"the bridge"', ["the bridge"]),
        ("bridge bridges", ["bridge", "bridges"]),
        ("bridge Bridge", ["bridge"]),
        ("🐋 * ( ) : -", []),
        ("-whale +whales", ["whale", "whales"]),
        ("whale\0s", ["whale", "s"]),
    ],
)
def test_terms(text: str, found: list[str]) -> None:
    assert terms(text) == found


def test_at_most_ten_terms_are_looked_for() -> None:
    assert len(terms(" ".join(f"word{number}" for number in range(40)))) == 10


@pytest.mark.parametrize(
    ("word", "language", "beginnings"),
    [
        ("lith", "en", ("lith",)),
        ("li", "en", ()),
        ("broerne", "da", ("brq2rne",)),
        ("skolerne", "da", ("skol",)),
        ("bro", "da", ("bro",)),
        ("cykel", "da", ("cykl", "cykel")),
        ("cities", "en", ("city", "cities")),
    ],
)
def test_with_what_a_longer_word_may_begin(
    word: str, language: str, beginnings: tuple[str, ...]
) -> None:
    assert parse(word, language).terms[0].beginnings == beginnings


def test_own_quotation_marks_become_single_ones() -> None:
    assert parse('the "last rung" of', "en").named == "the ‘last rung’ of"
    assert parse('"sidste trin"', "da").named == "›sidste trin‹"


def test_words_are_replaced_where_they_stand() -> None:
    assert with_words(parse('brigde, "x"', "en"), {"brigde": "bridge"}) == 'bridge, "x"'


@given(st.text(st.characters()), st.sampled_from(["en", "da"]))
def test_any_text_at_all_is_a_query(text: str, language: str) -> None:
    query = parse(text, language)
    assert query.text == presentable(text) == presentable(query.text)
    assert len(query.text) <= LONGEST and query.text.isprintable()
    assert len(query.terms) <= 10
    for term in query.terms:
        forms = [form for forms in term.wholes for form in forms] + list(term.beginnings)
        assert term.wholes and all(form.isascii() and form.isalnum() for form in forms)
    assert isinstance(query.named, str)
