"""What a logo may be made of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.text.drawing import LONGEST, Unfit, logo

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" width="900">{}</svg>'


def test_shapes_come_through_and_nothing_that_acts() -> None:
    drawn = logo(
        SVG.format(
            "<!-- made by hand --><title>Mark</title>"
            '<g fill="currentColor" onclick="alert(1)" style="fill:red" class="x" id="y">'
            '<path d="M0 0h9" fill="url(#paint)" stroke="#123456"/></g>'
        )
    )
    assert drawn == (
        '<svg viewBox="0 0 100 50" class="word own" width="64" height="32" aria-hidden="true">'
        '<g fill="currentColor"><path d="M0 0h9" stroke="#123456" /></g></svg>'
    )


@pytest.mark.parametrize(
    ("source", "reason", "name"),
    [
        ("", "unreadable", ""),
        ("a picture", "unreadable", ""),
        ("<html/>", "unreadable", ""),
        ('<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("<path d='M0 0'/>"), "unreadable", ""),
        (SVG.format("<script>alert(1)</script>"), "element", "script"),
        (SVG.format("<text>Diptych</text>"), "element", "text"),
        (SVG.format('<g><image href="x.png"/></g>'), "element", "image"),
        (SVG.format("<style>path{}</style>"), "element", "style"),
        (SVG.format("<foreignObject/>"), "element", "foreignObject"),
        (SVG.format("<g/>"), "empty", ""),
        ('<svg><path d="M0 0h9"/></svg>', "box", ""),
        ('<svg viewBox="0 0 0 9"><path d="M0 0h9"/></svg>', "box", ""),
        ('<svg viewBox="0 0 1.2.3 9"><path d="M0 0h9"/></svg>', "box", ""),
        (SVG.format(f'<path d="M0 0{"h9" * LONGEST}"/>'), "long", ""),
    ],
)
def test_what_is_no_logo_says_why(source: str, reason: str, name: str) -> None:
    with pytest.raises(Unfit) as refusal:
        logo(source)
    assert (refusal.value.reason, refusal.value.name) == (reason, name)


@given(st.text())
def test_whatever_is_inside_nothing_but_shapes_leaves(text: str) -> None:
    try:
        drawn = logo(SVG.format(f'<path d="M0 0" {text}/>{text}'))
    except Unfit:
        return
    assert "on" not in {word.split("=")[0][:2] for word in drawn.split()[1:] if "=" in word}
    assert drawn.count("<svg") == 1
