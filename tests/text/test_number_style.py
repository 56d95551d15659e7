"""Numbers in the other language's dress, and what only looks so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.number_style import as_meant, foreign_numbers

# (language, as typed, as meant)
FOREIGN = [
    ("da", "Klubben har 1,500 medlemmer.", "Klubben har 1.500 medlemmer."),
    ("da", "12,345 unge mennesker", "12.345 unge mennesker"),
    ("da", "1,500,000 billetter", "1.500.000 billetter"),
    ("da", "Det koster 2,500 kroner", "Det koster 2.500 kroner"),
    ("da", "steg 3.5 procent til 4.25 %", "steg 3,5 procent til 4,25 %"),
    ("da", "Ca. 1.2 mio. kr.", "Ca. 1,2 mio. kr."),
    ("da", "kr. 12.50 for en is", "kr. 12,50 for en is"),
    ("da", "1,234.50 kr. i alt", "1.234,50 kr. i alt"),
    ("en", "1.234,50 in all", "1,234.50 in all"),
    ("en", "The club has 1.500 members.", "The club has 1,500 members."),
    ("en", "1.500 gulls on the roof", "1,500 gulls on the roof"),
    ("en", "12.345 young people", "12,345 young people"),
    ("en", "€1.500 each", "€1,500 each"),
    ("en", "1.500.000 people", "1,500,000 people"),
    ("en", "up 3,5 per cent, or 4,2%", "up 3.5 per cent, or 4.2%"),
    ("en", "€12,50 a ticket", "€12.50 a ticket"),
    ("en", "1,2 million people", "1.2 million people"),
]
RIGHT = [
    ("da", "1.500 medlemmer og 3,5 grader"),
    ("da", "renten er 2,375 procent"),
    ("da", "2,345 kr. pr. kWh"),
    ("da", "1,500 kg mel"),
    ("da", "0,125 mennesker"),
    ("da", "14,533 point og 9,580 sekunder"),
    ("da", "kl. 8.30, den 3.5.2024, iOS 17.5 og afsnit 4.2"),
    ("da", "i 2.100 meters højde"),
    ("en", "1,500 members and 3.5 degrees"),
    ("en", "2.375 per cent"),
    ("en", "€1.459 a litre"),
    ("en", "9.580 seconds, 1.500 metres and odds of 2.500"),
    ("en", "pages 3,5 and 7"),
    ("en", "the computer 192.168.100.200"),
    ("en", "1.250 per 100 people"),
    ("en", "10,000 kroner in 2,100 homes"),
]


@pytest.mark.parametrize(("language", "typed", "meant"), FOREIGN)
def test_what_is_foreign_is_put_right(language: str, typed: str, meant: str) -> None:
    assert as_meant(typed, language) == meant
    assert list(foreign_numbers(meant, language)) == []


@pytest.mark.parametrize(("language", "typed"), RIGHT)
def test_what_may_be_right_is_let_alone(language: str, typed: str) -> None:
    assert as_meant(typed, language) == typed


@given(st.text(alphabet="0123456789., %€krkmpeople"), st.sampled_from(["en", "da"]))
def test_nothing_upsets_it(typed: str, language: str) -> None:
    meant = as_meant(typed, language)
    assert len(meant) == len(typed)
