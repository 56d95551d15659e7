"""Spaces, dashes and doubled marks: what is mended in each language, and what is let alone."""

import pytest

from articles.text.typography import (
    doubled_marks,
    doubled_spaces,
    hyphens_for_dashes,
    missing_spaces,
    spaces_before,
)
from tests.text.slips import UNSURE, Case, check

MISSING: list[Case] = [
    ("en", "The sea is cold.The gulls know.", "The sea is cold. The gulls know."),
    ("en", "Is it cold?Nobody says!Ask.", "Is it cold? Nobody says! Ask."),
    ("en", "“Cold.”Then he left.", "“Cold.” Then he left."),
    ("en", "He said:“Cold.”", "He said: “Cold.”"),
    ("en", "Red,green and blue;all of it:now.", "Red, green and blue; all of it: now."),
    ("en", "It ended in 2024.The mate left.", "It ended in 2024. The mate left."),
    ("en", "You know.I do not.", "You know. I do not."),
    ("en", "the sea was cold.the gulls left", "the sea was cold. the gulls left"),
    ("en", "It costs 5%.That is all.", "It costs 5%. That is all."),
    ("en", "He is (was).She left,too.", "He is (was). She left, too."),
    ("en", "St.Petersburg and the EU.They met.", "St. Petersburg and the EU. They met."),
    ("en", "It took from 1,500,they said.", "It took from 1,500, they said."),
    ("da", "Vandet er koldt.Mågerne ved det.", "Vandet er koldt. Mågerne ved det."),
    ("da", "Vandet er koldt.det ved alle", "Vandet er koldt. det ved alle"),
    ("da", "Den 1.maj kl.18 i 2.division, nr.5.", "Den 1. maj kl. 18 i 2. division, nr. 5."),
    ("da", "Rød,grøn og blå;det hele:alt.", "Rød, grøn og blå; det hele: alt."),
    ("da", "Ja,49 af dem i Aarhus:11.", "Ja, 49 af dem i Aarhus: 11."),
    ("da", "»Koldt.«Så gik hun.", "»Koldt.« Så gik hun."),
    ("da", "Han sagde:»Koldt.«", "Han sagde: »Koldt.«"),
    ("da", "Det kostede 1.500 kr.,som det plejer.", "Det kostede 1.500 kr., som det plejer."),
]
NOT_MISSING: list[Case] = [
    ("en", "At 6.00 pm, 3.5 times, 1,500 people, 3:1, 16:9, EN:1090 and John 3:16."),
    ("en", "U.S. troops, the U.K., J.K. Rowling, J.P.Morgan, Ph.D., e.g. this, 5 p.m."),
    ("en", "Booking.com, Node.js, ASP.NET, will.i.am, std::vector and Yahoo!Mail."),
    ("en", "See www.x.example/a,b;c:d, https://x.example/?a=b,c or mate@x.example."),
    ("en", "Version 2.0.1, IP 10.0.0.1, 2,4-D, N,N-dimethyl, Room 3.B, section 4.A."),
    ("en", "(So it is.) “It is,” he said… and ...then [left]. Use report.pdf."),
    ("da", "Kl. 6.00 kostede det 1.500 kr. og 3,5 gange så meget, kr. 1.500,-."),
    ("da", "F.eks., bl.a., m.m., d.v.s., f.Kr., o.lign., p.t., cand.mag., stud.med., dr.phil."),
    ("da", "A.P. Møller, H.C. Andersen, ph.d., 1.g, 3.-division, 23.11.2026, 10.30."),
    ("da", "Se dr.dk, tv2.dk og www.borger.dk. Og så."),
]


@pytest.mark.parametrize("case", MISSING + NOT_MISSING)
def test_a_space_that_is_missing(case: Case) -> None:
    check(missing_spaces, case)


@pytest.mark.parametrize(
    "case",
    [
        ("en", "The  ferry   sails.", "The ferry sails."),
        ("da", "Den sidste færge.  Nu.", "Den sidste færge. Nu."),
        ("da", "10\xa0 kr.", "10\xa0kr."),
        ("en", "The ferry sails."),
        ("da", "10\xa0kr.\n  Nu."),
    ],
)
def test_doubled_spaces(case: Case) -> None:
    check(doubled_spaces, case)


@pytest.mark.parametrize(
    "case",
    [
        ("en", "The ferry , the last one .", "The ferry, the last one."),
        ("en", "What is it ? No !", "What is it? No!"),
        ("en", "The ferry ,the last one .And so on.", "The ferry, the last one. And so on."),
        ("en", "The boat ( the last one ) sails.", "The boat (the last one) sails."),
        ("en", "“Cold” , he said ; “very” : so", "“Cold”, he said; “very”: so"),
        ("da", "Færgen\xa0, den sidste , sejler .", "Færgen, den sidste, sejler."),
        ("da", "Hvad er det ?", "Hvad er det?"),
        ("da", "»Koldt« , siger hun .", "»Koldt«, siger hun."),
        ("en", "He waits ... and .5 metres, 3 : 1, the .NET team, :-) and ;) and :)."),
        ("da", "Så ... og ikke … mere, 3 : 1, ,5 og :-)."),
        ("en", "One\n, two"),
    ],
)
def test_a_space_before_a_mark(case: Case) -> None:
    check(spaces_before, case)


@pytest.mark.parametrize(
    "case",
    [
        ("en", "The ferry - the last one - sails.", "The ferry – the last one – sails."),
        ("en", "The ferry--the last -- sails.", "The ferry – the last – sails."),
        ("en", "The ferry---the last-- sails.", "The ferry – the last – sails."),
        ("da", "Færgen - den sidste - sejler.", "Færgen – den sidste – sejler."),
        ("da", "»Ja,« - siger hun -- måske.", "»Ja,« – siger hun – måske."),
        ("en", "From 10 - 12 on Friday.", UNSURE),
        ("da", "FCK vandt 2 - 1.", UNSURE),
        ("en", "Pre- and post-war, a mother-in-law, 1914-18, 10-12, -5, use --json"),
        ("en", "The ferry – the last one—sails."),
        ("da", "For- og bagside, ind- og udland, 10-12, 2-1, kr. 5,-"),
        ("da", "- Det er koldt, siger hun.\n- Ja."),
    ],
)
def test_hyphens_for_dashes(case: Case) -> None:
    check(hyphens_for_dashes, case)


@pytest.mark.parametrize(
    "case",
    [
        ("en", "It is cold.. Very..", "It is cold. Very."),
        ("en", "So.... Yes.....", "So... Yes..."),
        ("en", "Cold!! Is it???", "Cold! Is it?"),
        ("en", "Cold,, and wet. Is it?. Yes.", "Cold, and wet. Is it? Yes."),
        ("en", "“It is cold.”. Yes. . . no", "“It is cold.” Yes... no"),
        ("da", "Det er koldt.. Nej..", "Det er koldt. Nej."),
        ("da", "Koldt!! Er det?? »Ja.«. Så", "Koldt! Er det? »Ja.« Så"),
        ("en", "Is it?! No!?", UNSURE),
        ("en", "Well.. maybe", UNSURE),
        ("da", "Koldt,, Sea,,Wave", "Koldt,, Sea,,Wave", UNSURE),
        ("da", "Koldt,.", UNSURE),
        ("en", "So... and… then ... no. Really? Yes! etc., and 1:1; a/../b, std::vector"),
        ("da", "Så ... og … nej, kr., m.m., 1.500,-. Hvad? Ja! 1..2"),
    ],
)
def test_marks_in_a_row(case: Case) -> None:
    check(doubled_marks, case)
