"""Slides of two languages find each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importing.errors import ManuscriptError
from articles.importing.pairing import (
    Pair,
    Side,
    as_text,
    parse_pairs,
    propose,
    side_by_side,
)

ENGLISH = [
    Side("It starts with a whisper", "At about 60 degrees tiny bubbles of air let go."),
    Side("Bubbles that never arrive", "At 80 degrees they collapse in less than a millisecond."),
    Side("Why the note climbs", "The note climbs from 200 to 900 hertz, says Fyns Teknik."),
    Side("And then it goes quiet", "In the last half minute the hum falls away."),
]
DANISH = [
    Side("Det begynder med en hvisken", "Ved omkring 60 grader slipper små bobler metallet."),
    Side("Bobler, der aldrig når frem", "Ved 80 grader klapper de sammen på et millisekund."),
    Side("Kedler i gamle dage", "I Rebild kogte man vand over tørv."),
    Side("Derfor stiger tonen", "Tonen stiger fra 200 til 900 hertz, siger Fyns Teknik."),
    Side("Og så bliver der stille", "I det sidste halve minut falder summen hen."),
]


def test_it_finds_the_slide_that_one_language_has_alone() -> None:
    assert propose(ENGLISH, DANISH) == (
        Pair(1, 1),
        Pair(2, 2),
        Pair(None, 3),
        Pair(3, 4),
        Pair(4, 5),
    )
    assert as_text(propose(ENGLISH, DANISH)) == "1-1,2-2,3-4,4-5"
    assert as_text(propose(DANISH, ENGLISH)) == "1-1,2-2,4-3,5-4"


def test_equal_lists_without_evidence_pair_in_order() -> None:
    sides = [Side("", "x" * 40)] * 5
    assert as_text(propose(sides, sides)) == "1-1,2-2,3-3,4-4,5-5"


SIDES = st.lists(st.builds(Side, st.text(max_size=20), st.text(max_size=60)), max_size=7)


@given(SIDES, SIDES)
def test_every_slide_stands_once_and_in_order(ours: list[Side], theirs: list[Side]) -> None:
    pairs = propose(ours, theirs)
    assert [p.existing for p in pairs if p.existing] == list(range(1, len(ours) + 1))
    assert [p.incoming for p in pairs if p.incoming] == list(range(1, len(theirs) + 1))
    if as_text(pairs):
        assert set(parse_pairs(as_text(pairs), existing=len(ours), incoming=len(theirs))) == set(
            pairs
        )


def test_what_a_pairing_leaves_out_stands_alone() -> None:
    assert parse_pairs(" 1-1, 3-2 ", existing=4, incoming=3) == (
        Pair(1, 1),
        Pair(2, None),
        Pair(3, 2),
        Pair(4, None),
        Pair(None, 3),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "“” is no pair of slides"),
        ("1-1,two", "“two” is no pair of slides"),
        ("1-1;2-2", "“1-1;2-2” is no pair of slides"),
        ("1-9", "There is no pair 1-9: the article has 4 slides and the file 3"),
        ("0-1", "There is no pair 0-1"),
        ("1-2,2-1", "The pairs 1-2 and 2-1 cross or repeat a slide"),
        ("1-1,1-2", "The pairs 1-1 and 1-2 cross or repeat a slide"),
    ],
)
def test_a_wrong_pairing_is_explained(text: str, message: str) -> None:
    with pytest.raises(ManuscriptError) as caught:
        parse_pairs(text, existing=4, incoming=3)
    assert message in str(caught.value)


def test_both_lists_stand_side_by_side() -> None:
    table = side_by_side(ENGLISH, DANISH, propose(ENGLISH, DANISH), width=68)
    assert table.splitlines() == [
        " 1 It starts with a whisper      =  1 Det begynder med en hvisken",
        " 2 Bubbles that never arrive     =  2 Bobler, der aldrig når frem",
        "                                    3 Kedler i gamle dage",
        " 3 Why the note climbs           =  4 Derfor stiger tonen",
        " 4 And then it goes quiet        =  5 Og så bliver der stille",
    ]


def test_a_narrow_terminal_gets_them_one_above_the_other() -> None:
    table = side_by_side(ENGLISH[:1], DANISH[:1], [Pair(1, 1)], width=24)
    assert table.splitlines() == [
        "<  1 It starts with a",
        "     whisper",
        ">  1 Det begynder med en",
        "     hvisken",
    ]


@given(SIDES, SIDES, st.integers(10, 200))
def test_no_heading_is_lost_in_the_table(ours: list[Side], theirs: list[Side], width: int) -> None:
    table = side_by_side(ours, theirs, propose(ours, theirs), width=width)
    assert len(table.splitlines()) >= max(len(ours), len(theirs))
    assert all(len(line) <= max(width, 20) for line in table.splitlines())
