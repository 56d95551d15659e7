"""The text of a simple page."""

from hypothesis import given
from hypothesis import strategies as st

from articles.text.markup import to_html


def test_what_a_page_may_hold() -> None:
    typed = (
        "# Who we are\n\nWe **write** and *draw*.\nStill the same paragraph.\n\n"
        "- one\n- two\n\n[Write](mailto:us@paper.example), [read](/en/)."
    )
    assert to_html(typed) == (
        "<h2>Who we are</h2>\n<p>We <strong>write</strong> and <em>draw</em>.\n"
        "Still the same paragraph.</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n"
        '<p><a href="mailto:us@paper.example">Write</a>, <a href="/en/">read</a>.</p>'
    )


def test_html_is_words_and_pictures_stay_out() -> None:
    html = to_html(
        '<script>alert(1)</script>\n\n<b onclick="x()">b</b> ![alt](https://a.example/b.png)'
    )
    assert "<script" not in html and "<b " not in html and "<img" not in html
    assert "&lt;script&gt;" in html
    assert "javascript" not in to_html("[a](javascript:alert(1))").replace("(javascript:", "")


@given(st.text())
def test_nothing_typed_makes_an_element_that_is_not_text(text: str) -> None:
    html = to_html(text)
    for name in ("script", "img", "iframe", "style", "svg", "h1"):
        assert f"<{name}" not in html
