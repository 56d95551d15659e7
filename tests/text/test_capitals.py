"""Words written twice, and words in capitals: what is right twice, and what is a name."""

import pytest

from articles.text.capitals import capitals, doubled_words
from tests.text.slips import UNSURE, Case, check


@pytest.mark.parametrize(
    "case",
    [
        ("en", "The the ferry sails and and waits.", "The ferry sails and waits."),
        ("en", "It is a a ferry of of colour colour.", "It is a ferry of colour."),
        ("en", "In the in the morning.", "In the morning."),
        ("da", "Den sidste færge og og mågen mågen.", "Den sidste færge og mågen."),
        ("da", "Hun siger ikke ikke noget.", "Hun siger ikke noget."),
        ("da", "En måge med en med en fisk.", "En måge med en fisk."),
        ("en", "The ferry sails to to Aarhus.", UNSURE),
        ("en", "The The ferry sails.", UNSURE),
        ("en", "What it is is cold.", UNSURE),
        ("da", "Mågen sidder på på taget i i byen.", UNSURE),
        (
            "en",
            "He had had enough; that that was so. She gave her her book. Sign in in the other window.",
        ),
        ("en", "Duran Duran in Bora Bora. Very very cold, again and again and again."),
        ("en", "The ferry.\nferry and the the-atre, he he’s 20 20"),
        ("da", "Er det det værd? Så så han den den mand, der der stod. Det, de de fik."),
        ("da", "Meget meget koldt. Jens Jens"),
    ],
)
def test_words_written_twice(case: Case) -> None:
    check(doubled_words, case)


@pytest.mark.parametrize(
    "case",
    [
        ("en", "THE LAST FERRY SAILS AT NOON", UNSURE),
        ("da", "TE, TVEBAK, SENG", UNSURE),
        ("en", "WHY 9 IN 10 SAIL", UNSURE),
        ("da", "FN, EU og DSB 2026"),
        ("en", "BREAKING NEWS: it is cold", UNSURE),
        ("en", "SEE THE PICTURES", UNSURE),
        ("en", "It is COMPLETELY wet.", UNSURE),
        ("en", "It is NOT cold. NEVER.", "It is not cold. Never."),
        ("da", "SIDSTE FÆRGE SEJLER VED MIDDAG", UNSURE),
        ("da", "SÅ ER DET NU", UNSURE),
        ("da", "Det er FULDSTÆNDIG vådt.", UNSURE),
        ("da", "Det er IKKE koldt. ALDRIG.", "Det er ikke koldt. Aldrig."),
        ("en", "NASA, DSB, EU, DR, FN, UNESCO, the WHO and SARS-CoV-2, IL-6–JAK–STAT3."),
        ("en", "Christian XVIII, MMXXVI, B12, DNA, (MERCOSUR), B&O, F-16 and COVID-19."),
        ("en", "The sign “NO ENTRY TODAY” hangs there."),
        ("da", "FN, EU, DSB, DR, SKAT, TV 2, NATO-topmødet, EU-landene og ALT-tekst."),
        ("da", "BMW, FIAT, SEAT og VW. På skiltet står »INGEN ADGANG«."),
        ("da", "NOT AT"),
        ("en", "SPOILER WARNING: the captain dies."),
        ("da", "SPOILERADVARSEL: Kaptajnen dør."),
    ],
)
def test_words_in_capitals(case: Case) -> None:
    check(capitals, case)
