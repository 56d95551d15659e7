"""Quotation marks, brackets and apostrophes: each language's own, in pairs."""

import pytest

from articles.text.quotes import (
    crowded_quotes,
    foreign_quotes,
    lone_brackets,
    lone_quotes,
    typed_apostrophes,
    untidy_apostrophes,
)
from tests.text.slips import UNSURE, Case, check


@pytest.mark.parametrize(
    "case",
    [
        ("en", "“It is cold, he said.", UNSURE),
        ("en", "It is cold,” he said.", UNSURE),
        ("en", '"It is cold, he said.', UNSURE),
        ("en", "“One,” he said. “Two.\n“Three.", UNSURE),
        ("da", "»Det er koldt, siger hun.", UNSURE),
        ("da", "Det er koldt,« siger hun.", UNSURE),
        ("da", "”Det er koldt, siger hun.", UNSURE),
        ("en", "“It is cold,” he said. “Very.”"),
        ("en", "“It is cold.\n“It is wet.”"),
        ("en", "“It is cold.\nIt is wet.”"),
        ("en", 'A 27" screen and a 6\'2" skipper, 9” wide.'),
        ("en", "It’s ‘cold’, he said."),
        ("da", "»Det er koldt.\n»Det er vådt.«"),
        ("da", "»Det er ”koldt”,« siger hun."),
    ],
)
def test_a_quotation_mark_without_its_partner(case: Case) -> None:
    check(lone_quotes, case)


@pytest.mark.parametrize(
    "case",
    [
        ("en", "It is (cold, he said.", UNSURE),
        ("en", "It is cold], he said.", UNSURE),
        ("da", "Det er (koldt, siger hun.", UNSURE),
        ("da", "Det er koldt), siger hun.", UNSURE),
        ("en", "The ferry (the last [sic] one) sails. a) one, 1) two :-) and :("),
        ("da", "Færgen (den sidste) sejler.\na) et\n2) to, barn(et) :)"),
    ],
)
def test_a_bracket_without_its_partner(case: Case) -> None:
    check(lone_brackets, case)


@pytest.mark.parametrize(
    "case",
    [
        ("en", '"It is cold," he said. "Very."', "“It is cold,” he said. “Very.”"),
        ("en", '("Cold.")', "(“Cold.”)"),
        ("en", "»It is cold,« he said. „Yes.“ ”No.”", "“It is cold,” he said. “Yes.” “No.”"),
        ("en", "''Cold'' and ``wet''", "“Cold” and “wet”"),
        ("da", '"Det er koldt," siger han. "Ja."', "»Det er koldt,« siger han. »Ja.«"),
        ("da", "“Det er koldt”, siger hun.", "»Det er koldt«, siger hun."),
        ("da", "„Det er koldt“, siger hun.", "»Det er koldt«, siger hun."),
        ("da", "«Det er koldt», siger hun.", "»Det er koldt«, siger hun."),
        ("da", "»Det er koldt», siger hun.", "»Det er koldt«, siger hun."),
        ("da", '”Ja”, siger hun. "Nej"', "”Ja”, siger hun. ”Nej”"),
        ("en", '“He said "cold",” she said.', UNSURE),
        ("da", 'Det er a"b"c.', UNSURE),
        ("en", "“It’s ‘cold’,” he said. “Very.”"),
        ("en", 'A 27" screen.'),
        ("en", '"It is cold, he said.'),
        ("da", "»Det er ”koldt”,« siger hun."),
        ("da", "”Det er koldt”, siger hun."),
    ],
)
def test_quotation_marks_of_another_style(case: Case) -> None:
    check(foreign_quotes, case)


@pytest.mark.parametrize(
    "case",
    [
        ("en", "It's cold, it´s wet, it`s dark, it‘s late.", "It’s cold, it’s wet, it’s dark, it’s late."),
        ("en", "The '90s and ‘80s, rock 'n' roll, 'til noon", "The ’90s and ‘80s, rock ’n’ roll, ’til noon".replace("‘", "’")),
        ("en", "The dogs' day", "The dogs’ day"),
        ("en", "He said 'cold' and 'very'.", "He said ‘cold’ and ‘very’."),
        ("da", "Tv'et, Jens' cykel og '90'erne, cd´en", "Tv’et, Jens’ cykel og ’90’erne, cd’en"),
        ("da", "Han sagde 'koldt'.", "Han sagde ’koldt’."),
        ("en", "He said 'the dogs' day'.", UNSURE),
        ("en", "He said 'cold.", UNSURE),
        ("en", "cold' he said", UNSURE),
        ("en", "It’s the ’90s, 6'2\" tall, 5' long, ‘cold’, \U0001f600 ` ´"),
        ("da", "Tv’et, Jens’ cykel og ’90’erne, 5' lang"),
    ],
)  # fmt: skip
def test_typed_apostrophes(case: Case) -> None:
    check(typed_apostrophes, case)


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("It's cold and the gulls don't mind.", "en", 0),
        ("Jens' cykel er væk.", "da", 0),
        ("fishin' boats", "en", 0),
        ("It's cold, and it isn’t late.", "en", 1),
        ("It´s cold, and it's late.", "en", 2),
        ("He said 'hello' and left.", "en", 2),
        ("He said 'hello and left.", "en", 1),
    ],
)
def test_straight_apostrophes_are_let_alone_until_they_stand_out(
    text: str, language: str, count: int
) -> None:
    assert len(list(untidy_apostrophes(text, language))) == count


@pytest.mark.parametrize(
    "case",
    [
        ("en", "She calls it “hygge”without an accent.", "She calls it “hygge” without an accent."),
        ("en", "She says“hygge” a lot.", "She says “hygge” a lot."),
        ("da", "Hun siger ”hygge”uden accent.", "Hun siger ”hygge” uden accent."),
        ("da", "Han sagde»ja« igen.", "Han sagde »ja« igen."),
        ("da", "»Carmen«s slutning, »Færgen«-holdet, ”Matador”en og »ja«."),
        ("en", "“Yes,” he said – “no”. A 27”x14” screen."),
        ("da", "Det er »koldt, siger hun."),
    ],
)
def test_a_space_that_is_missing_outside_a_quotation(case: Case) -> None:
    check(crowded_quotes, case)
