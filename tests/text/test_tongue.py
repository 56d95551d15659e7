"""Which language a text is in, where that is plain."""

import pytest

from articles.importing import decode
from articles.text.tongue import ENOUGH_OF_A_LINE, tongue
from tests.importing.command import MANUSCRIPTS


def test_it_knows_the_manuscripts_by_their_small_words() -> None:
    told = {
        path.name: tongue(decode.read(path))
        for path in MANUSCRIPTS.iterdir()
        if path.suffixes[0] in (".en", ".da")
    }
    assert {name: each for name, each in told.items() if each and f".{each}." not in name} == {}
    assert tongue(decode.read(MANUSCRIPTS / "capture.en.txt")) == "en"
    assert tongue(decode.read(MANUSCRIPTS / "capture.da.txt")) == "da"


def test_it_says_nothing_on_little_evidence() -> None:
    assert tongue("The cat and the hat is the best of all") == ""
    assert tongue("the and of is that with og det er på til af ikke den som fra med") == ""


@pytest.mark.parametrize(
    ("caption", "language"),
    [
        ("Fishermen mend their nets on the quay in Søby, Ærø.", "en"),
        ("A nurse with a patient at Rigshospitalet.", "en"),
        ("Fiskere bøder garn på kajen i Søby, Ærø.", "da"),
        ("Badegæster ved molen under stormen i går.", "da"),
        ("Søren Ærø, Aalborg 2026", ""),
        ("Copenhagen harbour, dawn", ""),
        ("København havn", ""),
        ("The mayor, da hun var på vej til mødet", ""),
    ],
)
def test_a_caption_is_told_by_its_small_words_or_not_at_all(caption: str, language: str) -> None:
    assert tongue(caption, enough=ENOUGH_OF_A_LINE) == language
