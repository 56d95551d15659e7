"""What readers see of a stored text, and the way back: edits of its words that keep its markup.

A body is the HTML that `sanitise.clean_body` gives back. Its visible characters are counted one by
one, each with its place in the source, so that an edit replaces characters and never a tag.
"""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from articles.text.sanitise import clean_body

_LONGEST: Final = 90  # in a message
# Stands for what no rule about writing may judge: addresses, passages in another language.
MASK: Final = "\ue000"
_TOKEN: Final = re.compile(
    r"""(?P<tag><(?P<slash>/?)(?P<name>\w+)(?P<attributes>(?:[^<>"]|"[^"]*")*)>)
      | (?P<entity>&(?:\#\d+|\#[xX][\da-fA-F]+|\w+);)
      | (?P<gap>[ ]{0,40}[\n\r\t][ \n\r\t]*)  # shown as one blank, however the source is broken
      | (?P<words>(?:[^<&\n\r\t ]++|[ ](?![ ]{0,40}[\n\r\t]))++)
      | .""",
    re.VERBOSE | re.DOTALL,
)
_BLOCKS: Final = frozenset({"p", "ul", "ol", "li", "br"})
_LANG: Final = re.compile(r'\slang="([^"]*)"')
_TOP_LEVEL: Final = (
    "info|biz|edu|gov|io|ai|tv|app|dev|nu|se|no|de|fr|nl|fi|es|it|is|gl|fo|co|me|us|ca|example|test"
)
_FILE: Final = (
    "jpe?g|png|gif|webp|avif|svg|pdf|docx?|xlsx?|pptx?|csv|txt|html?|css|js|py|zip|mp[34]"
)
# A sentence's own mark may follow an address.
_TRIM: Final = "(?<![.,;:!?)\\]”»«\"'’])"
_MAYBE_ADDRESS: Final = re.compile(r"[.@#&]\w|:/")
_ADDRESS: Final = re.compile(
    rf"""(?<!\w)(?:https?://|www\.)\S+{_TRIM}
      | (?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+
      | (?<![\w.-])(?:[\w-]+\.)+(?:(?i:com|org|net|dk|eu|uk)|{_TOP_LEVEL})\b(?:/\S*{_TRIM})?
      | (?<![\w.-])[\w-]+\.(?:{_FILE})\b
      | (?<![\w&])[@\#]\w+(?:\.\w+)*
      | &(?:\#?\w+);""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, order=True)
class Slip:
    """Characters of a text that are wrong, and what to put for them where that is sure."""

    start: int
    end: int
    new: str | None = None


@dataclass(slots=True)
class Visible:
    """`text` has "\\n" between blocks; `starts` and `ends` are each character's place in `stored`.

    `masked` is as long as `text`, with MASK for each character that is not to be judged.
    """

    stored: str
    is_html: bool
    text: str = ""
    masked: str = ""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def mended(self, slips: Iterable[Slip]) -> str | None:
        """`stored` with what is sure of `slips` mended, or None where that would harm its markup.

        Slips that overlap an earlier one, or touch the border of a block, are left out.
        """
        mended = self.spliced(slips)
        return mended if not self.is_html or _is_kept(self.stored, mended) else None

    def spliced(self, slips: Iterable[Slip]) -> str:
        """The same, whatever becomes of its markup: an element may be left empty."""
        parts, at, last = [], 0, 0
        for slip in sorted(each for each in slips if each.new is not None):
            if slip.start < last or "\n" in self.text[slip.start : slip.end]:
                continue
            last, new = slip.end, self._escaped(slip.new or "")
            if slip.start == slip.end:
                place = self._between(slip.start)
                parts += [self.stored[at:place], new]
                at = place
            for index in range(slip.start, slip.end):
                parts += [self.stored[at : self.starts[index]], new]
                at, new = self.ends[index], ""
        return "".join(parts) + self.stored[at:]

    def _between(self, index: int) -> int:
        """Where to put something before the character: after what ends, before what begins."""
        if not index:
            return self.starts[0] if self.starts else 0
        before = self.ends[index - 1]
        after = self.starts[index] if index < len(self.starts) else before
        closing = self.stored.rfind("</", before, after)
        return before if closing < 0 else self.stored.index(">", closing) + 1

    def _escaped(self, new: str) -> str:
        return html.escape(new, quote=False).replace("\xa0", "&nbsp;") if self.is_html else new

    def around(self, start: int, end: int, words: int = 0) -> str:
        """The words that the characters stand in, and so many more on each side, for a message."""
        before = self.text[max(0, start - 60) : start].rpartition("\n")[2]
        after = self.text[end : end + 60].partition("\n")[0]
        left = re.search(rf"(?:\S*\s){{0,{words}}}\S*\Z", before)
        right = re.match(rf"\S*(?:\s\S*){{0,{words}}}", after)
        shown = (left[0] if left else "") + self.text[start:end] + (right[0] if right else "")
        if len(shown) > _LONGEST:
            return shown.partition("\n")[0][:_LONGEST].strip() + "…"
        if words or any(each.isalnum() for each in shown):
            return shown.strip()
        return self.around(start, end, 1)


@lru_cache(maxsize=512)  # each rule looks at every text of a document
def visible(stored: str, language: str, *, is_html: bool) -> Visible:
    """What readers see of `stored`, a text in `language`."""
    seen = Visible(stored, is_html)
    if is_html:
        foreign = _read(seen, language)
    else:
        seen.text, foreign = stored, []
        seen.starts, seen.ends = list(range(len(stored))), list(range(1, len(stored) + 1))
    masked = seen.text
    if _MAYBE_ADDRESS.search(masked):
        masked = _ADDRESS.sub(lambda m: MASK * len(m[0]), masked)
    for start, end in foreign:
        masked = masked[:start] + MASK * (end - start) + masked[end:]
    seen.masked = masked
    return seen


def _read(seen: Visible, language: str) -> list[tuple[int, int]]:
    """Fill `seen`; return where it is in another language than `language`."""
    parts: list[str] = []
    langs = [language]
    foreign = []
    for match in _TOKEN.finditer(seen.stored):
        kind, start, end = match.lastgroup, *match.span()
        if match["tag"]:
            _nest(langs, match)
            if match["name"] in _BLOCKS and parts and parts[-1] != "\n":
                _add(seen, parts, "\n", start, start)
            continue
        before = len(seen.starts)
        if kind == "words":
            parts.append(match[0])
            seen.starts.extend(range(start, end))
            seen.ends.extend(range(start + 1, end + 1))
        else:
            shown = " " if kind == "gap" else html.unescape(match[0])
            _add(seen, parts, shown if len(shown) == 1 else MASK, start, end)
        if langs[-1].partition("-")[0] != language:
            foreign.append((before, len(seen.starts)))
    seen.text = "".join(parts)
    return foreign


def _add(seen: Visible, parts: list[str], shown: str, start: int, end: int) -> None:
    """One character more. A line break that an entity hides is a blank to readers."""
    is_border = start == end
    parts.append(shown if is_border or shown not in "\n\r\t" else " ")
    seen.starts.append(start)
    seen.ends.append(end)


def _nest(langs: list[str], match: re.Match[str]) -> None:
    if match["name"] == "br":
        return
    if not match["slash"]:
        lang = _LANG.search(match["attributes"])
        langs.append(lang[1].lower() if lang and lang[1] else langs[-1])
    elif len(langs) > 1:
        langs.pop()


def _is_kept(stored: str, mended: str) -> bool:
    """Whether the markup is the same, and stays so when it is stored."""
    tags = [[m["tag"] for m in _TOKEN.finditer(each) if m["tag"]] for each in (stored, mended)]
    return tags[0] == tags[1] and clean_body(mended) == mended
