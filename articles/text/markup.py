"""The text of a simple page, typed as Markdown (CommonMark), as safe HTML."""

from typing import Final

import nh3
from markdown_it import MarkdownIt

# HTML in the text is shown as typed, not obeyed; pictures have no rights that anybody checked.
_READER: Final = MarkdownIt("commonmark", {"html": False}).disable(["image", "code", "html_block"])
_TAGS: Final = {"h2", "h3", "p", "strong", "em", "a", "ul", "ol", "li", "br", "blockquote", "hr"}
# A page has its h1; what the writer takes for the largest heading comes below it.
_LEVELS: Final = {"h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3"}


def to_html(text: str) -> str:
    """`text` as paragraphs, headings (h2, h3), lists and links; "" for nothing."""
    tokens = _READER.parse(text)
    for token in tokens:
        token.tag = _LEVELS.get(token.tag, token.tag)
    html = _READER.renderer.render(tokens, _READER.options, {})
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    ).strip()
