"""Which language a text is in, where that is plain."""

from articles.importing import decode
from articles.importing.tongue import tongue
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
