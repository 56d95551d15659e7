"""Sentences, and what in them is quoted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.sentences import quotations, sentences, unquoted


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("Dr. Holm came at 7.30 a.m. on Friday. Then he left.", ["Dr. Holm came at 7.30 a.m. on Friday.", "Then he left."]),
        ("Det er bl.a. Aarhus. Og Odense f.eks. Ribe.", ["Det er bl.a. Aarhus.", "Og Odense f.eks. Ribe."]),
        ("Mødet er den 3. Maj er hun væk.", ["Mødet er den 3. Maj er hun væk."]),
        ("It was 2024. Then came rain.", ["It was 2024.", "Then came rain."]),
        ("J. R. Olsen sang. We danced.", ["J. R. Olsen sang.", "We danced."]),
        ("Hun sagde: “Kom nu.” Så gik de.", ["Hun sagde: “Kom nu.”", "Så gik de."]),
        ("»Kom nu!« råbte han. Ingen kom.", ["»Kom nu!« råbte han.", "Ingen kom."]),
        ("Wait … what? Yes.", ["Wait … what?", "Yes."]),
        ("Ca. kl. 8 kom 3,5 mio. kr. frem.", ["Ca. kl. 8 kom 3,5 mio. kr. frem."]),
    ],
)  # fmt: skip
def test_sentences(text: str, parts: list[str]) -> None:
    assert list(sentences(text)) == parts


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("He said “kom nu” twice", "He said twice"),
        ('He said "kom nu" twice', "He said twice"),
        ("He said »kom nu« twice", "He said twice"),
        ("He said «kom nu» twice", "He said twice"),
        ("He said „kom nu“ twice", "He said twice"),
        ("He said ”kom nu” twice", "He said twice"),
        ("He said ‘kom nu’ twice", "He said twice"),
        ("He said 'don't go' twice", "He said twice"),
        ("The dogs’ owner isn’t here", "The dogs’ owner isn’t here"),
        ("Skoven er 5' lang og 'stor", "Skoven er 5' lang og 'stor"),
        ('An open " mark', 'An open " mark'),
    ],
)
def test_what_is_not_quoted(text: str, left: str) -> None:
    assert unquoted(text).replace("…", "").split() == left.split()


@given(st.text(max_size=200))
def test_nothing_gets_lost(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
    assert all(0 <= start < end <= len(text) for start, end in quotations(text))
    unquoted(text)
