"""What is wrong with an address, as far as it tells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.links import Anchor, anchors, doubtful, earns, path, same, wrong

WRONG = [
    (None, "nowhere"),
    ("", "nowhere"),
    ("#", "nowhere"),
    ("https://", "nowhere"),
    ("https//harbour.example/", "malformed"),
    ("www.harbour.example", "malformed"),
    ("http://https://harbour.example/", "malformed"),
    ("https://harbour", "malformed"),
    ("https://harbour example.com/", "malformed"),
    ("https://harbour..example/", "malformed"),
    ("https://harbour.example:x/", "malformed"),
    ("https://[::1", "malformed"),
    ("ftp://harbour.example/", "malformed"),
    ("http://localhost:8000/da/", "local"),
    ("http://127.0.0.1/", "local"),
    ("http://192.168.1.4/x", "local"),
    ("https://cms.internal/x", "local"),
    ("mailto:desk", "mail"),
    ("mailto:", "mail"),
    ("mailto:https://harbour.example", "mail"),
    ("desk@avis.example", "mail"),
]
RIGHT = [
    "https://harbour.example/",
    "https://www.avis.dk/a/b?c=d#e",
    "https://rødovre.dk/",
    "https://xn--rdovre-q1a.dk",
    "http://avis.dk:8080/",
    "mailto:desk@avis.example",
    "mailto:desk@avis.example?subject=Hej",
    "/da/havnen/",
    "https://1.1.1.1/",
    "https://da.wikipedia.org/wiki/Måge_(fugl)",
]


@pytest.mark.parametrize(("url", "what"), WRONG)
def test_an_address_that_leads_nowhere(url: str | None, what: str) -> None:
    assert wrong(url) == what


@pytest.mark.parametrize("url", RIGHT)
def test_one_that_leads_somewhere(url: str) -> None:
    assert wrong(url) is None


DOUBTFUL = [
    ("http://harbour.example/", "insecure"),
    ("https://bit.ly/3abc", "shortened"),
    ("https://l.facebook.com/l.php?u=x", "tracking"),
    ("https://www.google.com/url?q=x", "tracking"),
    ("https://avis.dk/a?utm_source=mail", "tracking"),
    ("https://avis.dk/a?fbclid=abc", "tracking"),
    ("https://staging.avis.dk/a", "preview"),
    ("https://avis.dk/?p=12&preview=true", "preview"),
    ("https://avis.dk/wp-admin/post.php?post=1", "preview"),
    ("https://avis.dk/a?page=2", None),
    ("https://testcenter.dk/", None),
    ("https://goteborg.se/", None),
    ("mailto:desk@avis.dk", None),
    ("/da/x/", None),
]


@pytest.mark.parametrize(("url", "what"), DOUBTFUL)
def test_an_address_to_be_spared(url: str, what: str | None) -> None:
    assert doubtful(url) == what


EARNING = [
    ("https://amzn.to/3abc", True),
    ("https://www.amazon.de/dp/B0?tag=avis-21", True),
    ("https://www.awin1.com/cread.php?awinmid=1", True),
    ("https://www.partner-ads.com/dk/klikbanner.php?partnerid=1", True),
    ("https://track.adtraction.com/t/t?a=1", True),
    ("https://shop.example/shoe?affiliate_id=7", True),
    ("https://shop.example/shoe?utm_medium=affiliate", True),
    ("https://www.booking.com/hotel?aid=12", True),
    ("https://www.amazon.de/dp/B0", False),
    ("https://avis.dk/a?tag=havnen", False),
    ("https://shop.example/affiliates-and-staff", False),
    ("https://avis.dk/?aid=12", False),
    ("nonsense", False),
]


@pytest.mark.parametrize(("url", "paid"), EARNING)
def test_an_address_that_earns(url: str, paid: bool) -> None:
    assert earns(url) is paid


def test_links_of_slide_text() -> None:
    body = (
        '<p>See <a href="https://x.example/?a=1&amp;b=2" rel="noopener">the <em>map</em></a> and '
        '<a rel="noopener">this</a>.</p>'
    )
    assert anchors(body) == (Anchor("https://x.example/?a=1&b=2", "the map"), Anchor(None, "this"))


def test_one_page_has_one_form() -> None:
    one = same("https://www.avis.dk/a/?b=1&utm_source=x#top")
    assert one == same("http://avis.dk/a?b=1")
    assert one != same("https://avis.dk/a?b=2")


def test_the_path_of_an_address() -> None:
    assert path("https://avis.dk/da/havn/klart-vand?x=1") == "/da/havn/klart-vand/"
    assert path("https://avis.dk/") == ""


@given(st.text() | st.text().map(lambda text: f"https://{text}"))
def test_no_address_upsets_them(url: str) -> None:
    assert wrong(url) in (None, "nowhere", "malformed", "local", "mail")
    assert doubtful(url) in (None, "insecure", "tracking", "shortened", "preview")
    assert earns(url) in (True, False)
    assert same(url) == same(url)
    assert path(url) == path(url)
    assert isinstance(anchors(url), tuple)
