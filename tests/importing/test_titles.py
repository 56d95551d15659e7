"""Titles that are the same to an editor are the same to the import."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.importing.titles import normalise


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kettles - and Why They Sing", "Kettles – and why they sing"),
        ("Kettles—and why they sing", "Kettles − and why they sing"),
        ("It’s the Kettle", "It's the kettle"),
        ("“Sing,” said the kettle", "»Sing,« said the kettle"),
        ("Why do kettles sing?", "Why do kettles sing"),
        ("Kettles…", "Kettles..."),
        ("A  kettle ", "A kettle"),
        ("Kedel på køl", "Kedel på køl".replace("å", "a\u030a")),
        ("Office", "O\ufb03ce"),
        ("Soft\u00adhyphen", "softhyphen"),
    ],
)
def test_typography_does_not_tell_titles_apart(one: str, other: str) -> None:
    assert normalise(one) == normalise(other)


def test_words_do() -> None:
    assert normalise("Why kettles sing") != normalise("Why kettles hum")
    assert normalise("Blåbær") != normalise("Blabar")


def test_it_has_a_form() -> None:
    assert normalise("  “Five Kettles” – And One Pot! ") == "five kettles - and one pot"


@given(st.text(max_size=60))
def test_it_settles_at_once(title: str) -> None:
    assert normalise(normalise(title)) == normalise(title)
