"""What is read out of single texts: numbers in each language's dress, and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.languages import LANGUAGES
from articles.text.numerals import WORDS
from articles.text.quantities import quantities

NUMBERS = {
    ("en", "1,500"): 1500,
    ("en", "1.500"): 1.5,
    ("en", "3.5"): 3.5,
    ("en", "3,5"): 3.5,
    ("en", "12,345.5"): 12345.5,
    ("en", "1\u00a0500"): 1500,
    ("en", "forty-seven"): 47,
    ("en", "a hundred and five"): 105,
    ("en", "two hundred and twenty-three thousand and five"): 223005,
    ("en", "2.5 million"): 2500000,
    ("en", "three billion"): 3e9,
    ("en", "two dozen"): 24,
    ("en", "two and a half"): 2.5,
    ("en", "2½"): 2.5,
    ("en", "half"): 0.5,
    ("en", "thrice"): 3,
    ("en", "twenty-first"): 21,
    ("en", "10bn"): 1e10,
    ("da", "1.500"): 1500,
    ("da", "1,500"): 1.5,
    ("da", "3,5"): 3.5,
    ("da", "3.5"): 3.5,
    ("da", "12.345,5"): 12345.5,
    ("da", "elleve"): 11,
    ("da", "tredive"): 30,
    ("da", "halvtreds"): 50,
    ("da", "halvfems"): 90,
    ("da", "femoghalvfjerds"): 75,
    ("da", "fyrretyve"): 40,
    ("da", "halvfjerdsindstyve"): 70,
    ("da", "halvanden"): 1.5,
    ("da", "to en halv"): 2.5,
    ("da", "to og en halv"): 2.5,
    ("da", "tohundrede og tre"): 203,
    ("da", "to hundrede og femogtyve tusind"): 225000,
    ("da", "3,5 mio."): 3500000,
    ("da", "tre milliarder"): 3e9,
    ("da", "et dusin"): 12,
    ("da", "en sekstendedel"): 1 / 16,
    ("da", "syvende"): 7,
    ("da", "enogtyvende"): 21,
    ("da", "firedoblet"): 4,
    ("da", "tredages"): 3,
}
NOTHING = {
    ("en", "We went to the shop for a loaf."),
    ("en", "They may march too."),
    ("en", "See https://site.example/24/7 or write to desk7@site.example"),
    ("da", "En mand og et barn gik en tur."),
    ("da", "Den store og anderledes ordning"),
    ("da", "Majoren spiste."),
}


@pytest.mark.parametrize(("language", "text"), NUMBERS)
def test_a_number(language: str, text: str) -> None:
    first = quantities(text, language)[0]
    assert first.readings[0].value == pytest.approx(NUMBERS[language, text])


@pytest.mark.parametrize(
    ("language", "text", "dimension"),
    [
        ("en", "5 per cent", "percent"),
        ("en", "5%", "percent"),
        ("da", "5 procent", "percent"),
        ("da", "5 pct.", "percent"),
        ("en", "5 percentage points", "percentage points"),
        ("da", "5 procentpoint", "percentage points"),
        ("en", "5 miles", "length"),
        ("en", "five square metres", "area"),
        ("da", "5 kubikmeter", "solid"),
        ("da", "47-årig", "years"),
        ("en", "€5", "money"),
        ("da", "kr. 5", "money"),
        ("en", "5 degrees", "degrees"),
        ("en", "5°F", "degrees"),
        ("en", "220 kilowatt-hours", "energy"),
        ("en", "5 May", "date"),
        ("en", "May 5", "date"),
        ("da", "5. maj", "date"),
        ("en", "6 pm", "clock"),
        ("en", "6 o’clock", "clock"),
        ("da", "kl. 18.00", "clock"),
        ("da", "ved 22-tiden", "clock"),
    ],
)
def test_what_is_measured(language: str, text: str, dimension: str) -> None:
    unit = quantities(text, language)[0].unit
    assert unit
    assert unit.dimension == dimension


@pytest.mark.parametrize(("language", "text"), sorted(NOTHING))
def test_no_number(language: str, text: str) -> None:
    found = quantities(text, language)
    assert [each.text for each in found if each.form != "loose"] == []


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.text() | st.text("0123456789.,:- \u00a0½%£kla"))
def test_no_text_upsets_it(language: str, text: str) -> None:
    for each in quantities(text, language):
        assert each.text
        assert each.readings


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_nor_does_any_row_of_number_words(language: str, data: st.DataObject) -> None:
    words = [
        *sorted(WORDS[language]),
        "and",
        "og",
        "-",
        "million",
        "past",
        "i",
        "5",
        "kl",
        "a",
        ",",
    ]
    text = " ".join(data.draw(st.lists(st.sampled_from(words), max_size=12)))
    assert quantities(text, language) == quantities(text, language)
