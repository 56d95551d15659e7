"""Slide text: the few HTML elements that it may hold, and the editor's plain form of it."""

import html
import re
from typing import Final

import nh3

_TAGS: Final = {"p", "strong", "em", "a", "ul", "ol", "li", "br"}
_ATTRIBUTES: Final = {"a": {"href"}, "p": {"lang"}, "em": {"lang"}, "strong": {"lang"}}
_SCHEMES: Final = {"http", "https", "mailto"}
# Word and browsers write <b> and <i>; nh3 would drop the tags and with them the emphasis.
_RENAMED: Final = re.compile(r"<(/?)(b|i)(?=[\s>])", re.IGNORECASE)
# What else stands on lines of its own: without its tags, its words would run into the next.
_LIKE_A_PARAGRAPH: Final = re.compile(
    r"<(/?)(?:div|h[1-6]|blockquote|section|article|header|footer|figure|figcaption|pre|tr|dt|dd)"
    r"(?=[\s/>])[^>]*>",
    re.IGNORECASE,
)
_CELL: Final = re.compile(r"</t[dh]\s*>(?=\s*<t[dh])", re.IGNORECASE)
_BLOCK: Final = re.compile(r"<(p|ul|ol)[\s>]", re.IGNORECASE)
_TAG: Final = re.compile(r"</?(?:p|ul|ol|li)[\s>]")
_EDGE: Final = re.compile(r"(</?(?:p|ul|ol)(?:\s[^>]*)?>)")
_INLINE: Final = re.compile(r"<(/?)(strong|em|a|li)(?=[\s>])")
_EMPTY: Final = re.compile(r"<(p|li|ul|ol)(?:\s[^>]*)?>(?:\s|&nbsp;|<br>)*</\1>")
_HOLLOW: Final = re.compile(r"<(strong|em|a)(?:\s[^>]*)?>((?:\s|&nbsp;|<br>)*)</\1>")
# Misnested markup may take the parser more than one reading to settle; honest markup takes two.
_ROUNDS: Final = 5
# Blanks at the edges of a block and between two show nowhere, and hide its plain form.
_AT_BEGINNING: Final = re.compile(r"(</?(?:p|ul|ol|li)(?:\s[^>]*)?>)\s+(?=\S)")
_AT_END: Final = re.compile(r"\s+(?=</?(?:p|ul|ol|li)[\s>])")
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff\x00-\x08\x0b\x0c\x0e-\x1f]")


def clean_line(text: str) -> str:
    """One line of plain text: no control or invisible characters, single spaces, trimmed."""
    return " ".join(_INVISIBLE.sub("", text).split())


def clean_body(text: str) -> str:
    """`text` as safe HTML paragraphs and lists; "" where nothing visible is left.

    Text without block elements is taken as typed: a blank line parts paragraphs, lines that
    begin with "- " or "* " make a list. Cleaning what is clean changes nothing.
    """
    for _ in range(_ROUNDS):
        cleaned = _clean(text)
        if cleaned == text:
            return cleaned
        text = cleaned
    return _clean(html.escape(plain(text), quote=False))


def _clean(text: str) -> str:
    text = _INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    text = _RENAMED.sub(lambda m: f"<{m[1]}{'strong' if m[2].lower() == 'b' else 'em'}", text)
    text = _CELL.sub(" ", _LIKE_A_PARAGRAPH.sub(r"<\1p>", text))
    if not _BLOCK.search(text):
        text = "".join(_block(part) for part in re.split(r"\n\s*\n", text) if part.strip())
    cleaned = nh3.clean(
        text,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel="noopener",
    )
    tidy = _without_empty(_in_paragraphs(_without_empty(cleaned)))
    return _AT_END.sub("", _AT_BEGINNING.sub(r"\1", tidy))


def _without_empty(cleaned: str) -> str:
    previous = None
    while previous != cleaned:  # an emptied <li> may leave an empty <ul>
        previous, cleaned = cleaned, _EMPTY.sub("", _HOLLOW.sub(r"\2", cleaned))
    return cleaned.strip()


def _in_paragraphs(cleaned: str) -> str:
    """`cleaned` with what stands loose between its blocks in paragraphs of its own."""
    parts, depth = [], 0
    for place, piece in enumerate(_EDGE.split(cleaned)):
        if place % 2:
            depth += -1 if piece.startswith("</") else 1
        loose = not place % 2 and depth == 0 and piece.strip()
        parts.append(_paragraph(piece) if loose and _is_balanced(piece) else piece)
    return "".join(parts)


def _paragraph(piece: str) -> str:
    return f"<ul>{piece}</ul>" if "<li>" in piece else f"<p>{piece.strip()}</p>"


def _is_balanced(piece: str) -> bool:
    """Whether every element begins and ends in `piece`: one may reach over several blocks."""
    inside: list[str] = []
    for slash, tag in _INLINE.findall(piece):
        if not slash:
            inside.append(tag)
        elif not inside or inside.pop() != tag:
            return False
    return not inside


def _block(part: str) -> str:
    lines = [line.strip() for line in part.strip().split("\n")]
    if all(line.startswith(("- ", "* ", "• ")) for line in lines):
        return "<ul>" + "".join(f"<li>{line[2:].strip()}</li>" for line in lines) + "</ul>"
    return f"<p>{' '.join(lines)}</p>"


def from_paragraphs(paragraphs: list[str] | tuple[str, ...]) -> str:
    """Plain paragraphs, as a manuscript has them, as slide text."""
    return clean_body("".join(f"<p>{html.escape(p, quote=False)}</p>" for p in paragraphs))


def as_typed(body: str) -> str:
    """Slide text in the form an editor types it; `clean_body` turns it back into the same."""
    text = re.sub(r"</p>\s*<p>|</p>\s*(?=<[uo]l>)|(?<=</[uo]l>)\s*<p>", "\n\n", body)
    text = re.sub(
        r"<ul>(.*?)</ul>",
        lambda m: "\n".join(f"- {item}" for item in re.findall(r"<li>(.*?)</li>", m[1], re.DOTALL)),
        text,
        flags=re.DOTALL,
    )
    text = re.sub(r"^<p>|</p>$", "", text.strip())
    # Anything this simple form cannot say (a numbered list, an attribute) stays HTML.
    for typed in (html.unescape(text), text):
        if not _TAG.search(typed) and clean_body(typed) == body:
            return typed
    return body


def plain(body: str) -> str:
    """The words of slide text, without markup, paragraphs parted by a blank."""
    spaced = re.sub(r"</?(p|li|ul|ol)>|<br>", " ", body)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", spaced)).split())
