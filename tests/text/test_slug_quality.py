"""What makes an address poor."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.slug_quality import poor
from articles.text.slugs import slugify

EN, DA = "Why the harbour gets clearer", "Derfor bliver vandet i havnen klarere"
POOR = [
    ("2026", "en", "number"),
    ("12-3", "da", "number"),
    ("the-and-of", "en", "empty"),
    ("og-det-er", "da", "empty"),
    ("x-9", "en", "empty"),
    ("untitled-2", "en", "default"),
    ("ny-artikel", "da", "default"),
    ("havnen-kopi", "da", "default"),
    ("copy-of-harbour", "en", "default"),
    ("lorem-ipsum-dolor", "en", "default"),
    ("why-the-harbour-gets-clearer", "da", "language"),
    ("vandet-havnen-klarere", "en", "language"),
    ("the-plate-and-the-rope", "da", "language"),
    ("tallerkenen-og-snoren-til-havnen-som", "en", "language"),
    ("-".join(["plate"] * 14), "en", "long"),
    ("why-the-harbour-gets-clearer-havnen", "da", "language"),
]
GOOD = [
    ("why-the-harbour-gets-clearer", "en"),
    ("derfor-bliver-vandet-i-havnen-klarere", "da"),
    ("a-white-plate", "en"),
    ("en-hvid-tallerken", "da"),
    ("lord-of-the-rings-slutter-i-havnen", "da"),
    ("ozempic", "da"),
    ("harbour-2026", "en"),
    ("test-af-rugbroed", "da"),
    ("photo-finish", "en"),
    ("the-last-rung", "en"),
]


def judged(slug: str, language: str) -> str | None:
    own, others = (EN, DA) if language == "en" else (DA, EN)
    return poor(slug, headline=own, language=language, others=others)


@pytest.mark.parametrize(("slug", "language", "what"), POOR)
def test_a_poor_address(slug: str, language: str, what: str) -> None:
    assert judged(slug, language) == what


@pytest.mark.parametrize(("slug", "language"), GOOD)
def test_a_good_one(slug: str, language: str) -> None:
    assert judged(slug, language) is None


def test_a_headline_may_be_about_a_copy() -> None:
    for language, slug, headline in (
        ("en", "four-years-for-a-copy", "Thief gets four years for stealing a copy"),
        ("da", "fire-aar-for-en-kopi", "Tyv får fire år for at stjæle en kopi"),
    ):
        assert poor(slug, headline=headline, language=language) is None
        assert poor(slug, headline="Thief", language=language) == "default"


def test_one_made_of_its_headline_is_as_long_and_as_foreign_as_that() -> None:
    headline = (
        "The night the people of the harbour went out to measure the water and the wind of May"
    )
    assert poor(slugify(headline), headline=headline, language="da", others=headline) is None


@given(st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True), st.text())
def test_no_address_upsets_it(slug: str, headline: str) -> None:
    assert poor(slug, headline=headline, language="en") in (
        None,
        "number",
        "empty",
        "default",
        "long",
        "language",
    )
