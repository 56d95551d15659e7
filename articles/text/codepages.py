"""Æ, ø and å as programs show them that read them by another code page, one sign for one. Pure.

Of Danish letters: code pages 437, 850 and 865, Mac Roman, Windows-1250 and 1251, the old ISO 646 of
the Nordic countries, and the question mark of programs that know none of them.
"""

import re
from collections.abc import Iterator
from typing import Final

# In the middle of a word only, as a letter; most are signs of their own elsewhere.
_LETTERS: Final = {
    "ø": "›¢¿ř|ш",
    "å": "†ĺŒ}е",
    "æ": "¾ć{ж",
}
_MEANT: Final = {sign: letter for letter, signs in _LETTERS.items() for sign in signs}
_LETTER: Final = "[A-Za-zÆØÅæøå]"
# Letters of other languages: Jiří Dvořák, Petrović, Škvorecký have them.
_FOREIGN: Final = "řć"
_ANY: Final = "".join(re.escape(sign) for sign in _MEANT if sign not in _FOREIGN)
_INSIDE: Final = re.compile(rf"(?<={_LETTER})[{_ANY}](?=[a-zæøå])")
# p†, s}, nŒ: the commonest small words that end so, before another word.
_AT_END: Final = re.compile(r"(?<!\w)(?i:p|s|m|f|g|n|ogs|alts|bl|sm)(?P<sign>[†ĺŒ}])(?=\s[a-zæøå])")
_DANISH_WORDS: Final = re.compile(
    r"(?<!\w)(?i:fř|fřr|fřrst|fřrste|břr|břrn|křb|křbe|křbenhavn|střrre|střrst|grřn|grřnt|nřd|"
    r"třr|břger|sřndag|lřrdag|vćre|vćret|mćnd|hćnder|lćge|lćger|lćse|gćster|mćnger|nćste)(?!\w)"
)
# K?benhavn, for to ?r siden, p? vej.
_QUESTIONED: Final = re.compile(
    r"(?<=[^\W\d_])\?(?=[a-zæøå])|(?:(?<=\s)|^)\?(?=[a-zæøå])"
    r"|(?<!\w)(?i:p|s|m|f|g|n|st|bl|sm|gr|ogs|alts|opn|forst|foresl)\?(?=\s[a-zæøå\d])"
)
_SUSPECT: Final = re.compile(rf"[{_ANY}{_FOREIGN}]|\?[a-zæøå]|\w\? [a-zæøå\d]")
_ADDRESS_SIGNS: Final = re.compile(r"[/=&\\*\[(]|\.\w|\{\{|\}\}|\|\|")
_WORD: Final = re.compile(r"\S+")


def misshown(text: str) -> Iterator[re.Match[str]]:
    """Where a sign stands for æ, ø or å: `K¢benhavn`, `p† vej`, `K?benhavn`; not in an address."""
    if not _SUSPECT.search(text):
        return
    words = {place: found[0] for found in _WORD.finditer(text) for place in range(*found.span())}
    for pattern in (_INSIDE, _AT_END, _DANISH_WORDS, _QUESTIONED):
        for found in pattern.finditer(text):
            if not _ADDRESS_SIGNS.search(words.get(found.start(), "")):
                yield found


def restored(text: str) -> str:
    """`text` with those put right that stand for one letter and nothing else."""
    for found in [*misshown(text)]:
        sign = found.groupdict().get("sign") or found[0]
        if sign in _MEANT:
            at = found.end() - 1
            text = text[:at] + _MEANT[sign] + text[at + 1 :]
    return text
