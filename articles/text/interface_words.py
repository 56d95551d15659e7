"""Words of a website's furniture, and the same in the other language: “Also read:”. Pure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from articles.text.languages import LANGUAGES
from articles.text.sentences import quotations

# (English, Danish). Labels stand before a colon, commands alone or in a sentence.
_LABELS: Final = (
    ("also read", "læs også"), ("read also", "læs også"), ("see also", "se også"),
    ("read more", "læs mere"), ("watch also", "se også"), ("related", "relateret"),
    ("photo", "foto"), ("photos", "fotos"), ("photo credit", "foto"), ("photograph", "foto"),
    ("picture", "billede"), ("pictures", "billeder"), ("source", "kilde"), ("sources", "kilder"),
    ("written by", "skrevet af"), ("published", "publiceret"), ("updated", "opdateret"),
    ("last updated", "sidst opdateret"), ("advertisement", "annonce"),
    ("share this article", "del denne artikel"), ("photographer", "fotograf"),
    ("file photo", "arkivfoto"), ("archive photo", "arkivfoto"), ("press photo", "pressefoto"),
    ("private photo", "privatfoto"), ("photo by", "foto"), ("graphics", "grafik"),
    ("author", "forfatter"), ("edited by", "redigeret af"), ("translated by", "oversat af"),
    ("category", "kategori"), ("categories", "kategorier"), ("topics", "emner"),
    ("fact box", "faktaboks"), ("facts", "fakta"), ("last edited", "sidst redigeret"),
    ("published on", "offentliggjort"), ("continue reading", "læs videre"),
)  # fmt: skip
_COMMANDS: Final = (
    ("also read", "læs også"), ("read also", "læs også"), ("read more", "læs mere"),
    ("read more here", "læs mere her"), ("click here", "klik her"), ("see also", "se også"),
    ("share this article", "del denne artikel"), ("continue reading", "læs videre"),
    ("related articles", "relaterede artikler"), ("other articles", "andre artikler"),
    ("advertisement", "annonce"), ("back to top", "til toppen"), ("sign up", "tilmeld dig"),
    ("subscribe to our newsletter", "tilmeld dig vores nyhedsbrev"), ("log in", "log ind"),
    ("next slide", "næste billede"), ("previous slide", "forrige billede"),
    ("sign up for our newsletter", "tilmeld dig vores nyhedsbrev"),
    ("sign up for the newsletter", "tilmeld dig nyhedsbrevet"),
    ("leave a comment", "skriv en kommentar"), ("follow us", "følg os"),
    ("read the full article", "læs hele artiklen"), ("read the full story", "læs hele historien"),
    ("share on facebook", "del på facebook"), ("most read", "mest læste"),
    ("latest news", "seneste nyt"), ("show more", "vis mere"), ("load more", "vis flere"),
    ("view all", "se alle"), ("go back", "gå tilbage"), ("skip to content", "gå til indhold"),
    ("watch the video", "se videoen"), ("article continues below", "artiklen fortsætter herunder"),
)  # fmt: skip
# Part of a sentence in either language now and then: only a warning there.
_IN_SENTENCES: Final = ("click here", "read more here", "also read", "klik her", "læs mere her")
# Two English labels may share a Danish one: back it goes to the first.
_TO: Final = {
    "da": dict(reversed((*_LABELS, *_COMMANDS))),
    "en": dict(reversed([(da, en) for en, da in (*_LABELS, *_COMMANDS)])),
}
_TAG: Final = re.compile(r"(<(?:\"[^\"]*\"|[^<>\"])*>)")
_OPENING_TAG: Final = re.compile(r"<(?:p|li|em|strong|a|br)\b")
_EDGE: Final = re.compile(r"</?(?:p|li|ul|ol|a)\b|<br>")
_LANG: Final = re.compile(r"\slang=\"(\w*)")
_SIGNS: Final = " \t\u00a0.:!…→›»>-"


@dataclass(frozen=True, slots=True)
class Furniture:
    """`words` as found, `meant` in the text's own language; `is_sure`: it can be nothing else."""

    words: str
    meant: str
    is_sure: bool


def _pattern(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(each).replace("\\ ", r"(?:\s|&nbsp;)+") for each in longest_first)


def _column(pairs: tuple[tuple[str, str], ...], language: str) -> list[str]:
    """The words that are foreign in `language`, and not the same in both."""
    foreign = {(en if language == "da" else da) for en, da in pairs}
    return sorted(foreign - {(da if language == "da" else en) for en, da in pairs})


_LABEL: Final[dict[str, re.Pattern[str]]] = {
    language: re.compile(
        rf"(?P<before>^\s*|[.!?(|–—]\s*)(?P<words>{_pattern(_column(_LABELS, language))})"
        r"(?=\s*:(?!//))",
        re.IGNORECASE,
    )
    for language in LANGUAGES
}
_COMMAND: Final[dict[str, re.Pattern[str]]] = {
    language: re.compile(
        rf"(?P<before>^\s*|[.!?…][”«\"]?\s+)(?P<words>{_pattern(_column(_COMMANDS, language))})"
        rf"(?=[{re.escape(_SIGNS)}]*$)",
        re.IGNORECASE,
    )
    for language in LANGUAGES
}
_PHRASE: Final[dict[str, re.Pattern[str]]] = {
    language: re.compile(
        rf"(?<![\w“”\"»«'’])(?P<words>{_pattern(_foreign)})(?![\w“”\"»«'’])", re.IGNORECASE
    )
    for language, _foreign in (
        ("da", [each for each in _IN_SENTENCES if each in dict(_COMMANDS)]),
        ("en", [each for each in _IN_SENTENCES if each not in dict(_COMMANDS)]),
    )
}


def furniture(stored: str, language: str) -> tuple[Furniture, ...]:
    """What `stored` (a line or slide text) has of the other language's furniture, in order."""
    found: list[Furniture] = []
    for piece in _pieces(stored, language):
        sure = _sure(piece, language)
        found += [_of(match["words"], language, is_sure=True) for match in sure]
        if not sure and piece.is_ours:
            doubtful = _outside_quotations(piece.text, _PHRASE[language])
            found += [_of(match["words"], language, is_sure=False) for match in doubtful]
    return tuple(found)


def mended(stored: str, language: str) -> str:
    """`stored` with what is surely furniture in its own language; markup stays as it is."""
    return "".join(_mended(piece, language) for piece in _pieces(stored, language))


def _mended(piece: "_Piece", language: str) -> str:
    text = piece.text
    for match in reversed(_sure(piece, language)):
        meant = _of(match["words"], language, is_sure=True).meant
        text = text[: match.start("words")] + meant + text[match.end("words") :]
    return text


def _sure(piece: "_Piece", language: str) -> list[re.Match[str]]:
    if not piece.is_ours:
        return []
    labels = _outside_quotations(piece.text, _LABEL[language])
    labels = [
        match for match in labels if match.start() > 0 or match["before"].strip() or piece.opens
    ]
    if labels or not piece.closes:
        return labels
    commands = _COMMAND[language].finditer(piece.text)
    return [match for match in commands if piece.opens or match["before"].strip()]


def _outside_quotations(text: str, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    quoted = quotations(text)
    return [
        match
        for match in pattern.finditer(text)
        if not any(start <= match.start("words") < end for start, end in quoted)
    ]


def _of(words: str, language: str, *, is_sure: bool) -> Furniture:
    key = re.sub(r"(?:\s|&nbsp;)+", " ", words.lower())
    meant = _TO[language][key]
    if words.isupper():
        meant = meant.upper()
    elif words[0].isupper():
        meant = meant[0].upper() + meant[1:]
    return Furniture(words, meant, is_sure)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Text between two tags, or a tag. `is_ours`: neither a tag, nor marked as foreign."""

    text: str
    is_ours: bool
    opens: bool  # nothing stands before it in its paragraph or element
    closes: bool


def _pieces(stored: str, language: str) -> Iterator[_Piece]:
    """`stored` in pieces that joined give it again."""
    pieces = _TAG.split(stored) if stored.startswith("<") else [stored]
    for place, piece in enumerate(pieces):
        before = pieces[place - 1] if place else ""
        after = pieces[place + 1] if place + 1 < len(pieces) else ""
        marked = _LANG.search(before)
        yield _Piece(
            piece,
            is_ours=not place % 2 and not (marked and marked[1].lower() != language),
            opens=not before or bool(_OPENING_TAG.match(before)),
            closes=not after or after.startswith("</") or bool(_EDGE.match(after)),
        )
