"""Credits: what a desk writes, taken apart; and the line that readers see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.credits import credit_line, is_description, is_library, split_credit


@pytest.mark.parametrize(
    ("written", "byline", "credit"),
    [
        ("Shutterstock.com", "", "Shutterstock.com"),
        ("Photo: Shutterstock.com", "", "Shutterstock.com"),
        ("FOTO : Shutterstock.com.", "", "Shutterstock.com"),
        ("© Jane Doe / Shutterstock.com", "Jane Doe", "Shutterstock.com"),
        ("Foto: Jane Doe/Ritzau Scanpix", "Jane Doe", "Ritzau Scanpix"),
        ("(Foto: Jane Doe / Ritzau Scanpix)", "Jane Doe", "Ritzau Scanpix"),
        ("Photo by Jane Doe on Unsplash", "Jane Doe", "Unsplash"),
        ("Foto af Jane Doe på Unsplash", "Jane Doe", "Unsplash"),
        ("Jane Doe via Getty Images", "Jane Doe", "Getty Images"),
        ("Jane Doe (Getty Images)", "Jane Doe", "Getty Images"),
        ("Jane Doe, Getty Images", "Jane Doe", "Getty Images"),
        ("Getty Images/Jane Doe", "Jane Doe", "Getty Images"),
        ("Jane Doe/AFP/Ritzau Scanpix", "Jane Doe", "AFP/Ritzau Scanpix"),
        ("AFP / Ritzau Scanpix", "", "AFP/Ritzau Scanpix"),
        ("wavemaker/Shutterstock", "wavemaker", "Shutterstock"),
        ("Copyright 2024 Jane Doe", "", "Jane Doe"),
        ("(c) 2024, Jane Doe", "", "Jane Doe"),
        ("Jane Doe", "", "Jane Doe"),
        ("Jane Doe, Odense", "", "Jane Doe, Odense"),
        ("Jane Doe/Jane Doe", "", "Jane Doe"),
        ("Billeder: Acme Inc.", "", "Acme Inc."),
        ("https://photos.example/1/2", "", "https://photos.example/1/2"),
        ("© ESA, 2024. All rights reserved.", "", "ESA"),
        ("© 2024 Jane Doe / AFP. Alle rettigheder forbeholdes", "Jane Doe", "AFP"),
        ("Getty Images/iStockphoto (modelfoto)", "", "Getty Images/iStockphoto (modelfoto)"),
        ("Jane Doe/AFP (arkivfoto)", "Jane Doe", "AFP (arkivfoto)"),
        ("Picture credit: Lee Wong, AP", "Lee Wong", "AP"),
        ("Photo: Photo: NASA", "", "NASA"),
        ("Photo:", "", ""),
        ("  ", "", ""),
    ],
)
def test_it_splits_what_desks_write(written: str, byline: str, credit: str) -> None:
    assert split_credit(written) == (byline, credit)


@given(st.text(max_size=80))
def test_it_splits_anything_once_and_for_all(text: str) -> None:
    byline, credit = split_credit(text)
    line = credit_line(creator=byline, credit=credit, language="en")
    assert split_credit(credit_line(creator="", credit=credit, language="da"))[1] != "" or not (
        credit.strip(" ,;:/|–—-©.")
    )
    assert line == "" or line.startswith("Photo: ")


@pytest.mark.parametrize(
    ("creator", "credit", "language", "line"),
    [
        ("Jane Doe", "Shutterstock.com", "en", "Photo: Jane Doe/Shutterstock.com"),
        ("Jane Doe", "Shutterstock.com", "da", "Foto: Jane Doe/Shutterstock.com"),
        ("", "Shutterstock.com", "en", "Photo: Shutterstock.com"),
        ("Jane Doe", "", "da", "Foto: Jane Doe"),
        ("Jane Doe", "Jane Doe", "en", "Photo: Jane Doe"),
        (" Jane Doe ", " ", "en", "Photo: Jane Doe"),
        ("", "", "en", ""),
        ("", " ", "da", ""),
    ],
)
def test_readers_see_one_line(creator: str, credit: str, language: str, line: str) -> None:
    assert credit_line(creator=creator, credit=credit, language=language) == line


@pytest.mark.parametrize(
    ("text", "describes"),
    [
        ("Jane Doe", False),
        ("Jane Doe/Ritzau Scanpix", False),
        ("The New York Times", False),
        ("Foto af Jane Doe", False),
        ("privat", False),
        ("a nurse by a window", True),
        ("En sygeplejerske ved et vindue", True),
        ("Kettle on an old stove in a bright kitchen", True),
    ],
)
def test_a_description_is_no_credit(text: str, describes: bool) -> None:
    assert is_description(text) is describes


@pytest.mark.parametrize(
    ("text", "library"),
    [
        ("Shutterstock.com", True),
        ("ritzau scanpix", True),
        ("Unsplash.", True),
        ("NASA", False),  # it may be what the story is about
        ("Reuters", False),  # it may be the story's source
        ("Jane Doe", False),
    ],
)
def test_only_a_picture_library_credits_by_its_name_alone(text: str, library: bool) -> None:
    assert is_library(text) is library
