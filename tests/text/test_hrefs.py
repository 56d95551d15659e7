"""Links of two languages that lead to the same page, and links that do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.hrefs import hrefs, leads_alike, list_lengths, target, unmatched

ALIKE = [
    ("https://site.example/a", "https://www.site.example/a/"),
    ("https://site.example/en/tea", "https://site.example/da/te"),
    ("/en/health/tea/", "/da/sundhed/te/"),
    ("https://en.wikipedia.org/wiki/Tea", "https://da.wikipedia.org/wiki/Te"),
    ("https://shop.com/tea", "https://shop.dk/te"),
    ("https://site.example/a?lang=en", "https://site.example/a?lang=da"),
    ("https://site.example/a?utm_source=x", "https://site.example/a#top"),
    ("mailto:Desk@site.example", "mailto:desk@site.example"),
]
APART = [
    ("https://one.example/a", "https://two.example/a"),
    ("https://site.example/a", "https://site.example/b"),
    ("https://site.example/da/a", "https://site.example/da/b"),
    ("https://site.example/?id=1", "https://site.example/?id=2"),
    ("mailto:a@site.example", "mailto:b@site.example"),
]


@pytest.mark.parametrize(("one", "two"), ALIKE)
def test_they_lead_alike(one: str, two: str) -> None:
    assert leads_alike(one, two)
    assert leads_alike(two, one)


@pytest.mark.parametrize(("one", "two"), APART)
def test_they_lead_apart(one: str, two: str) -> None:
    assert not leads_alike(one, two)
    assert not leads_alike(two, one)


def test_they_are_matched_one_for_one() -> None:
    en, da = "https://site.example/en/", "https://site.example/da/"
    assert unmatched((f"{en}tea", f"{en}milk"), (f"{da}te",)) == ([f"{en}milk"], [])
    assert unmatched((), (f"{da}te",)) == ([], [f"{da}te"])


def test_what_a_body_holds() -> None:
    body = (
        '<p>A <a href="https://a.example/?b=1&amp;c=2" rel="noopener">link</a></p>'
        "<ul><li>one</li><li>two</li></ul><p>x</p><ol><li>three</li></ol>"
    )
    assert hrefs(body) == ("https://a.example/?b=1&c=2",)
    assert list_lengths(body) == (2, 1)


@given(st.text() | st.text(":/[]?#@.&=ab"))
def test_no_address_upsets_it(href: str) -> None:
    assert target(href) == target(href)
    assert leads_alike(href, href)
