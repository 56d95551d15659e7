"""Paragraphs become the text of a slide."""

import pytest

from articles.importing.bodies import body


@pytest.mark.parametrize(
    ("paragraphs", "html"),
    [
        ((), ""),
        (("One.", "Two & three < four."), "<p>One.</p><p>Two &amp; three &lt; four.</p>"),
        (
            ("You need:", "- a kettle", "- a cup", "Then wait."),
            "<p>You need:</p><ul><li>a kettle</li><li>a cup</li></ul><p>Then wait.</p>",
        ),
        (("• One thing.", "• Another."), "<ul><li>One thing.</li><li>Another.</li></ul>"),
        (
            ("- Det var min kedel, siger hun.", "- Den sang."),
            "<p>- Det var min kedel, siger hun.</p><p>- Den sang.</p>",
        ),
        (("- alone",), "<p>- alone</p>"),
        (("<script>alert(1)</script>",), "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        (("<p>typed</p>",), "<p>&lt;p&gt;typed&lt;/p&gt;</p>"),
    ],
)
def test_words_stay_words(paragraphs: tuple[str, ...], html: str) -> None:
    assert body(paragraphs) == html
