"""A credit as agencies write it finds the register's entry, and loses nobody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.matching import Entry, key, matching

REGISTER = (
    Entry("Ritzau Scanpix", ("Scanpix Denmark", "Scanpix")),
    Entry("Getty Images"),
    Entry("Shutterstock.com", ("Shutterstock Editorial",)),
    Entry("AFP"),
    Entry("Kræn Ås"),
    Entry("Nordisk Film A/S"),
    Entry("Linse & Lys"),
    Entry("The Guardian"),
)


@pytest.mark.parametrize(
    ("text", "byline", "name"),
    [
        ("Getty Images", "", "Getty Images"),
        ("GETTYIMAGES", "", "Getty Images"),
        ("© 2024 Getty Images", "", "Getty Images"),
        ("Getty Images © 2024", "", "Getty Images"),
        ("(c) Getty  Images 2019-2024", "", "Getty Images"),
        ("www.gettyimages.com", "", "Getty Images"),
        ("Copyright 2024 Getty Images. All rights reserved.", "", "Getty Images"),
        ("Photo: shutterstock", "", "Shutterstock.com"),
        ("Shutterstock.dk", "", "Shutterstock.com"),
        ("Jane Doe/Shutterstock", "Jane Doe", "Shutterstock.com"),
        ("Shutterstock / Jane Doe", "Jane Doe", "Shutterstock.com"),
        ("Foto: Jane Doe / Ritzau Scanpix", "Jane Doe", "Ritzau Scanpix"),
        ("JANE DOE/RITZAU SCANPIX", "JANE DOE", "Ritzau Scanpix"),
        ("Scanpix Denmark", "", "Ritzau Scanpix"),
        ("Jane Doe via Scanpix", "Jane Doe", "Ritzau Scanpix"),
        ("Jane Doe, Ritzau Scanpix", "Jane Doe", "Ritzau Scanpix"),
        ("Jane Doe – Ritzau Scanpix", "Jane Doe", "Ritzau Scanpix"),
        ("Jane Doe (Ritzau Scanpix)", "Jane Doe", "Ritzau Scanpix"),
        ("Jane Doe Ritzau Scanpix", "Jane Doe", "Ritzau Scanpix"),
        ("Jane Doe for Linse og Lys, Linse & Lys", "Jane Doe/Linse og Lys", "Linse & Lys"),
        ("Jane Doe/AFP/Ritzau Scanpix", "Jane Doe/AFP", "Ritzau Scanpix"),
        ("Ritzau Scanpix/AFP", "Ritzau Scanpix", "AFP"),
        ("Jane Doe / Nordisk Film A/S", "Jane Doe", "Nordisk Film A/S"),
        ("Nordisk Film", "", "Nordisk Film A/S"),
        ("kræn ås", "", "Kræn Ås"),
        ("Linse&Lys", "", "Linse & Lys"),
        ("Getty Images/Getty Images", "", "Getty Images"),
        ("Foto: Jane Doe © Ritzau Scanpix", "Jane Doe", "Ritzau Scanpix"),
        ("Jane Doe (c) 2023 Getty Images", "Jane Doe", "Getty Images"),
        (
            "Mandatory Credit: Photo by Jane Doe/Shutterstock (1234567a)",
            "Jane Doe",
            "Shutterstock.com",
        ),
        (
            "Copyright (c) 2019 J. Doe/Shutterstock. No use without permission.",
            "J. Doe",
            "Shutterstock.com",
        ),
        ("All rights reserved by Getty Images", "", "Getty Images"),
        ("AFP PHOTO / JANE DOE", "JANE DOE", "AFP"),
        ("AFP or licensors", "", "AFP"),
        ("Guardian", "", "The Guardian"),
        ("© 2024 The Guardian", "", "The Guardian"),
        ("Jane Doe/Reuters", "Jane Doe", None),
        ("Jane Doe", "", None),
        ("Paul Getty", "", None),
        ("Claus AFP", "", None),
        ("", "", None),
        ("© 2024", "", None),
        ("////", "", None),
    ],
)
def test_who_is_credited(text: str, byline: str, name: str | None) -> None:
    assert matching(text, REGISTER) == (byline, name)


def test_a_name_goes_before_an_alias() -> None:
    entries = [Entry("Lys", ("Mørke",)), Entry("Mørke", ("Lys",))]
    assert matching("mørke", entries) == ("", "Mørke")
    assert matching("lys", entries) == ("", "Lys")


def test_an_entry_without_a_letter_matches_nothing() -> None:
    assert matching("?", [Entry("!"), Entry("A", ("", " ", "?"))]) == ("", None)


def test_a_name_that_is_a_year_stays_one() -> None:
    assert matching("1984", [Entry("1984")]) == ("", "1984")


@given(st.text(max_size=600))
def test_any_text_is_judged(text: str) -> None:
    _byline, name = matching(text, REGISTER)
    assert name in {None, *(entry.name for entry in REGISTER)}


@given(st.sampled_from(["Ritzau Scanpix", "Getty Images", "Kræn Ås", "Linse & Lys"]), st.data())
def test_spelling_makes_no_difference(name: str, data: st.DataObject) -> None:
    wide = "".join(sign + " " * data.draw(st.integers(0, 1)) for sign in name)
    cased = data.draw(st.sampled_from([str.upper, str.lower, str.title, str]))(wide)
    before = data.draw(st.sampled_from(["", "© ", "(c) 2024 ", "Photo: ", "Foto: © "]))
    assert key(before + cased) == key(name)
    assert matching(f"{before}Jane Doe / {cased}", REGISTER) == ("Jane Doe", name)
