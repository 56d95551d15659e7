"""English or Danish: on lines of our own, every one of them read in both languages."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.identify import ENOUGH_WORDS, identify, read
from articles.text.languages import LANGUAGES
from articles.text.sentences import unquoted

TONGUES = Path(__file__).parent / "tongues"


def lines(name: str) -> list[str]:
    return (TONGUES / f"{name}.txt").read_text(encoding="utf-8").splitlines()


KNOWN = [(language, unquoted(line)) for language in LANGUAGES for line in lines(language)]


def test_no_line_is_taken_for_the_other_language() -> None:
    assert [line for language, line in KNOWN if identify(line) not in ("", language)] == []
    likely = [(language, read(line), line) for language, line in KNOWN]
    assert [line for own, each, line in likely if each.is_likely and each.language != own] == []


def test_nearly_all_lines_of_six_words_are_known() -> None:
    long = [(own, line) for own, line in KNOWN if read(line).words >= ENOUGH_WORDS]
    known = [line for own, line in long if identify(line) == own]
    assert len(long) > 550
    # Every tenth line was written to be hard: loan words, titles, names of the other language.
    assert len(known) / len(long) > 0.975


@pytest.mark.parametrize("line", lines("neither"))
def test_names_and_numbers_are_in_no_language(line: str) -> None:
    assert identify(line) == ""
    assert not read(line).is_likely


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Kystvagten fandt båden tom tidligt om morgenen", "da"),
        ("The coastguard found the boat empty at first light", "en"),
        ("KYSTVAGTEN FANDT BÅDEN TOM TIDLIGT I MORGES", "da"),
        ("COASTGUARD FINDS THE BOAT EMPTY AT DAWN", "en"),
        ("How Seven Old Ships Became a Home for Oysters", "en"),
        ("Seven of the Old Ships", ""),  # five words
        ("Ebba Østergaard and Åge Skovsgård have moved to Ærøskøbing", "en"),
        ("Filmen A Fish Called Wanda kan ses hos Charlotte Regan", "da"),
        ("Et nine-to-five-job er ikke noget for hende", "da"),
        ("", ""),
        ("1 2 3 4 5 6 7 8", ""),
        ("aaaa bbbb cccc dddd eeee", ""),
    ],
)
def test_a_line(line: str, language: str) -> None:
    assert identify(line) == language


def test_short_lines_are_likely_at_most() -> None:
    short = [read(line) for _own, line in KNOWN if len(line.split()) < ENOUGH_WORDS]
    assert not any(each.is_clear for each in short)
    assert sum(each.is_likely for each in short) > 60


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    found = read(text)
    assert found.en >= 0 and found.da >= 0 and found.language in LANGUAGES
    assert not (found.is_clear and found.words < ENOUGH_WORDS)


@given(st.lists(st.sampled_from(lines("da")[:40]), min_size=1, max_size=4))
def test_more_of_a_language_leaves_it_that_language(several: list[str]) -> None:
    assert identify(". ".join(several)) == "da"
