"""What headlines promise is counted; other numbers in them are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.promises import promise

MADE = [
    ("11 signs that your harbour is well", "en", 11, True),
    ("Eleven surprising signs of spring", "en", 11, True),
    ("The 7 best reasons to count gulls", "en", 7, True),
    ("Spring is late: five ways to notice", "en", 5, True),
    ("Top 10 foods for a night shift", "en", 10, True),
    ("Doctors name 9 early warning signs", "en", 9, False),
    ("Elleve tegn på forår", "da", 11, True),
    ("7 gode grunde til at tælle måger", "da", 7, True),
    ("De 9 bedste råd til nattevagten", "da", 9, True),
    ("Her er 12 advarselstegn", "da", 12, True),
    ("Koldt vand: tre måder at komme op på", "da", 3, True),
    ("Læger nævner 5 faresignaler", "da", 5, False),
    ("Hævet ansigt? Spar på disse 6 madvarer", "da", 6, False),
    ("Undgå 6 madvarer", "da", 6, False),
    ("Five films to catch this year", "en", 5, False),  # may be news
    ("Ti danske strande, som ingen har fundet", "da", 10, False),
    ("7 tip til hunden", "da", 7, True),
]
NONE = [
    ("The book of first leaves: 94 springs in one forest", "en"),
    ("On the island of Møn, 412 people went out to measure the night", "en"),
    ("Twelve stops show what sand has done", "en"),
    ("Eleven lights and not a foot on the ground", "en"),
    ("What 48 households did when the wind offered to pay", "en"),
    ("11 doctors on signs of spring", "en"),
    ("10-12 signs of spring", "en"),
    ("1,500 ways to leave", "en"),
    ("One reason to stay", "en"),
    ("300 reasons to stay", "en"),
    ("5 years of mistakes", "en"),
    ("Number 9 signs a deal", "en"),
    ("Signs of spring", "en"),
    ("How to break bad habits", "en"),
    ("Fire safety rules", "en"),
    ("Ten er blevet til tegn", "da"),
    ("12 stop viser, hvad sand har gjort ved kortet", "da"),
    ("94 forår i én skov", "da"),
    ("11 lyskryds uden en fod på jorden", "da"),
    ("To nætter, og så i havet", "da"),
    ("40 minutter med lys på", "da"),
    ("7 personer med symptomer", "da"),
    ("", "da"),
]


@pytest.mark.parametrize(("headline", "language", "number", "leads"), MADE)
def test_a_promise(headline: str, language: str, number: int, leads: bool) -> None:
    made = promise(headline, language)
    assert made
    assert (made.number, made.leads) == (number, leads)
    assert made.words in headline


@pytest.mark.parametrize(("headline", "language"), NONE)
def test_no_promise(headline: str, language: str) -> None:
    assert promise(headline, language) is None


@given(st.text(), st.sampled_from(["en", "da"]))
def test_no_text_upsets_it(text: str, language: str) -> None:
    made = promise(text, language)
    assert made is None or made.words in text
