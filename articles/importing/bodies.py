"""Paragraphs of a manuscript to the text of a slide."""

import html
from collections.abc import Iterator, Sequence
from itertools import groupby

from articles.text.sanitise import clean_body

_BULLETS = ("- ", "* ", "• ")


def body(paragraphs: Sequence[str]) -> str:
    """Return `paragraphs` as slide text: plain words, and lists where lines make one."""
    return clean_body("".join(_blocks(paragraphs)))


def _blocks(paragraphs: Sequence[str]) -> Iterator[str]:
    for bulleted, group in groupby(paragraphs, key=lambda text: text.startswith(_BULLETS)):
        items = list(group)
        if bulleted and _is_list(items):
            yield "<ul>" + "".join(f"<li>{_escaped(item[2:])}</li>" for item in items) + "</ul>"
        else:
            yield from (f"<p>{_escaped(item)}</p>" for item in items)


def _is_list(items: Sequence[str]) -> bool:
    """Tell a list from speech: in Danish papers a hyphen opens what somebody says."""
    return len(items) > 1 and all(
        not item.startswith("-") or not item.endswith((".", "?", "!")) for item in items
    )


def _escaped(text: str) -> str:
    return html.escape(text.strip(), quote=False)
