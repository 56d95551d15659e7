"""Words that are replaced wherever they stand, so that nobody is named any more. Pure.

Words are found whole, in any case, with Danish and English genitive endings, whatever form their
letters are encoded in, and across markup: `<em>Jens</em> Hansen`. Addresses have their own form:
those of links are replaced whole, by a pair that gives a whole one (`https://…`).
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final, Literal

from articles.text.sanitise import clean_body
from articles.text.slugs import slugify
from articles.text.visible import Slip, visible

Kind = Literal["plain", "html", "slug", "address"]

_APOSTROPHES: Final = "'’‘`´ʼ"
_HYPHENS: Final = "-\u2010\u2011"
# What nobody sees and may stand between any two letters: a soft hyphen, say.
_HIDDEN: Final = "[\u00ad\u200b-\u200d\u2060\ufeff]*"
_MARKS: Final = "\u0300-\u036f"  # a letter that one of them follows is another letter
_HISSES: Final = ("s", "x", "z")
_AROUND: Final = 40  # characters on either side of what is shown
_SHORTEST: Final = 4  # letters of words that are looked for within others: “bo” is everywhere


@dataclass(frozen=True, slots=True)
class Pair:
    words: str
    instead: str


@dataclass(frozen=True, slots=True)
class Match:
    """One place: `before` and `after` are what stands there, with a few words around."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Replacing:
    """What replaces what. With `exact` capitals count; `addresses` are {old slug: new slug}."""

    pairs: tuple[Pair, ...]
    genitive: bool = True
    exact: bool = False
    addresses: Mapping[str, str] = field(default_factory=dict)

    def of(self, addresses: Mapping[str, str]) -> "Replacing":
        """The same for texts that may name these addresses of pages."""
        return replace(self, addresses=addresses)

    def apply(self, text: str, kind: Kind = "plain") -> str:
        """`text` with its words replaced."""
        if kind == "slug":
            return self.slug(text)
        text = self._readdressed(text)
        if kind == "address" or not self._may_hold(text):
            return text
        return self._html(text) if kind == "html" else self._plain(text)

    def matches(self, text: str, kind: Kind = "plain") -> tuple[Match, ...]:
        """What `apply` replaces in `text`, place by place."""
        if kind in ("slug", "address"):
            after = self.apply(text, kind)
            return (Match(text, after),) if after != text else ()
        seen = visible(text, "en", is_html=True).text if kind == "html" else text
        links = [
            Match(f"/{old}/", f"/{new}/") for old, new in self.addresses.items() if old in text
        ]
        return (*(_shown(seen, slip) for slip in self._slips(seen, kind)), *links)

    def slug(self, slug: str) -> str:
        """The part of an address that names an article, without the words; it may become empty."""
        if slug in self.addresses:
            return self.addresses[slug]
        for pair in sorted(self.pairs, key=lambda pair: -len(pair.words)):
            words = "" if _is_address(pair.words) else slugify(pair.words)
            if words:
                own = re.compile(rf"(?<![a-z0-9]){words}s?(?![a-z0-9])")
                slug = own.sub(slugify(pair.instead), slug)
        return re.sub("-{2,}", "-", slug).strip("-")

    def left(self, text: str) -> tuple[str, ...]:
        """What looks like the words, in a text where they were replaced: within longer words, in
        the addresses of links, parted by other signs. With a few words around."""
        found = []
        for pattern in _loosely(self.pairs):
            for match in pattern.finditer(text):
                start, end = max(0, match.start() - _AROUND), match.end() + _AROUND
                found.append(" ".join(text[start:end].split()))
        return tuple(dict.fromkeys(found))

    def problem(self) -> Pair | None:
        """A pair that would not let go of the words: its replacement holds some of them."""
        for pair in self.pairs:
            if self.apply(pair.instead) != pair.instead:
                return pair
        return None

    # --- Texts -----------------------------------------------------------------------------------

    def _may_hold(self, text: str) -> bool:
        return len(text) >= min((len(pair.words) for pair in self.pairs), default=1)

    def _plain(self, text: str) -> str:
        parts, at = [], 0
        for slip in self._slips(text, "plain"):
            parts += [text[at : slip.start], slip.new or ""]
            at = slip.end
        return "".join(parts) + text[at:]

    def _html(self, body: str) -> str:
        seen = visible(body, "en", is_html=True)
        slips = self._slips(seen.text, "html")
        if not slips:
            return body
        spliced = seen.spliced(slips)
        # An element that held nothing else is empty now; what was clean stays so.
        return clean_body(spliced) if clean_body(body) == body else spliced

    def _slips(self, text: str, kind: Kind) -> list[Slip]:
        pattern = _pattern(self.pairs, self.genitive, self.exact, kind == "plain")
        by_name = {f"p{number}": pair for number, pair in enumerate(self.pairs)}
        return [
            Slip(
                match.start(),
                match.end(),
                _instead(by_name[match.lastgroup or "p0"], match, text),
            )
            for match in pattern.finditer(text)
        ]

    def _readdressed(self, text: str) -> str:
        for old, new in self.addresses.items():
            if old in text:
                text = _within_link(old).sub(new, text)
        for pair in self.pairs:
            if _is_address(pair.words):
                text = text.replace(pair.words, pair.instead)
        return text

    def _links(self, text: str) -> list[Match]:
        pages = [
            Match(f"/{old}/", f"/{new}/")
            for old, new in self.addresses.items()
            if old in text and _within_link(old).search(text)
        ]
        whole = [pair for pair in self.pairs if _is_address(pair.words) and pair.words in text]
        return pages + [Match(pair.words, pair.instead) for pair in whole]


def _is_address(words: str) -> bool:
    return "://" in words


def _within_link(slug: str) -> re.Pattern[str]:
    return re.compile(rf"(?<=/){re.escape(slug)}(?=[/?#\"'\s<]|$)")


@lru_cache(maxsize=16)
def _pattern(
    pairs: tuple[Pair, ...], genitive: bool, exact: bool, across_lines: bool
) -> re.Pattern[str]:
    """Any of the words, the longest first. Its last group is named after the pair's number."""
    blank = r"\s+" if across_lines else r"[^\S\n]+"
    ending = rf"(?:[{_APOSTROPHES}]s|s|[{_APOSTROPHES}](?=\s+\w))?" if genitive else ""
    longest_first = sorted(enumerate(pairs), key=lambda each: -len(each[1].words))
    words = "|".join(
        f"(?P<p{number}>{_spelled(pair.words, blank)})"
        for number, pair in longest_first
        if pair.words.strip() and not _is_address(pair.words)
    )
    flags = re.NOFLAG if exact else re.IGNORECASE
    return re.compile(rf"(?<!\w)(?:{words or '(?!)'})(?i:{ending})(?![\w{_MARKS}])", flags)


def _spelled(words: str, blank: str) -> str:
    return blank.join(
        _HIDDEN.join(map(_letter, unicodedata.normalize("NFC", word))) for word in words.split()
    )


def _letter(letter: str) -> str:
    """The letter as one character or as several; signs that people type in several ways."""
    if letter in _APOSTROPHES:
        return f"[{_APOSTROPHES}]"
    if letter in _HYPHENS:
        return f"[{_HYPHENS}]"
    apart = unicodedata.normalize("NFD", letter)
    return re.escape(letter) if apart == letter else f"(?:{re.escape(letter)}|{re.escape(apart)})"


def _instead(pair: Pair, match: re.Match[str], text: str) -> str:
    found = match[match.lastgroup or 0]
    end = match[0][len(found) :]
    instead = _in_case(pair, found)
    if instead.endswith(".") and text[match.end() :][:1] == ".":
        instead = instead[:-1]  # a short form at the end of its sentence
    if len(end) == 1 and end in _APOSTROPHES and not _is_genitive(found, match, text):
        return instead + end
    return _with_ending(instead, end)


def _is_genitive(found: str, match: re.Match[str], text: str) -> bool:
    """Whether a mark alone after the words, as in “Jens’ bike”, is one and closes no quotation."""
    is_quoted = match.start() > 0 and text[match.start() - 1] in _APOSTROPHES
    return found.casefold().endswith(_HISSES) and not is_quoted


def _in_case(pair: Pair, found: str) -> str:
    """The replacement in capitals where the words stood so, or with one at its beginning."""
    if sum(map(str.isalpha, found)) > 1 and found.isupper() and not pair.words.isupper():
        return pair.instead.upper()
    if found[:1].isupper() and pair.words[:1].islower():
        return pair.instead[:1].upper() + pair.instead[1:]
    return pair.instead


def _with_ending(instead: str, end: str) -> str:
    """`instead` in the genitive, as the words were: `Hansens` by a Danish s, `Hansen’s`."""
    if not end or not instead:
        return instead
    hisses = instead.casefold().endswith(_HISSES)
    if end[0] in _APOSTROPHES:
        return instead + (end if len(end) > 1 or hisses else f"{end}s")
    if hisses:
        return f"{instead}’"
    is_short_form = instead[-1].isupper() or instead[-1].isdigit()  # JH’s, but J.H.s
    return f"{instead}’{end}" if is_short_form and end.islower() else instead + end


@lru_cache(maxsize=16)
def _loosely(pairs: tuple[Pair, ...]) -> tuple[re.Pattern[str], ...]:
    patterns = []
    for pair in pairs:
        runs = re.findall(r"[^\W_]+", unicodedata.normalize("NFC", pair.words))
        spelled = [rf"{_HIDDEN}".join(map(_letter, run)) for run in runs]
        # In an address letters have their ASCII spelling.
        forms = {r"[\W_]*".join(spelled), slugify(pair.words).replace("-", r"[\W_]*")}
        if sum(map(len, runs)) >= _SHORTEST:
            patterns.append(re.compile("|".join(sorted(filter(None, forms))), re.IGNORECASE))
    return tuple(patterns)


def _shown(text: str, slip: Slip) -> Match:
    start, end = max(0, slip.start - _AROUND), slip.end + _AROUND
    before = text[start : slip.start].rpartition("\n")[2]
    after = text[slip.end : end].partition("\n")[0]
    if len(before) == _AROUND and start:
        before = f"…{before.partition(' ')[2]}"
    if len(after) == _AROUND and end < len(text):
        after = f"{after.rpartition(' ')[0]}…"
    return Match(
        f"{before}{text[slip.start : slip.end]}{after}", f"{before}{slip.new or ''}{after}"
    )
