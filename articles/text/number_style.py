"""Numbers in the other language's dress: 1,500 in Danish text, 1.500 or 3,5 in English. Pure.

In Danish a full stop parts thousands and a comma decimals, in English it is the other way round
(Retskrivningsordbogen § 43 and § 47). One group of three digits may be either, so what follows has
to say which is meant: people come whole, and nobody writes three decimals that end in noughts.
"""

import re
from collections.abc import Iterator
from typing import Final

from articles.text.visible import Slip

_MAYBE: Final = re.compile(r"\d[.,]\d")
# What comes in whole numbers.
_COUNTED: Final = {
    "en": r"""people|persons|patients|members|participants|homes|children|women|men|girls|boys|danes|
        citizens|visitors|guests|votes|voters|employees|staff|workers|companies|pupils|students|
        households|families|cars|animals|birds|spectators|readers|years|days|pages|words|steps|copies|
        deaths|cases|inhabitants|residents|soldiers|refugees|swimmers|tickets|jobs|schools|houses|
        kroner|crowns|euros|dollars|pounds""",
    "da": r"""mennesker|personer|patienter|medlemmer|deltagere|boliger|børn|kvinder|mænd|piger|drenge|
        danskere|borgere|besøgende|gæster|stemmer|vælgere|ansatte|medarbejdere|virksomheder|elever|
        studerende|husstande|familier|biler|dyr|fugle|tilskuere|læsere|år|dage|sider|ord|skridt|
        eksemplarer|døde|dødsfald|tilfælde|indbyggere|beboere|soldater|flygtninge|badende|badere|
        billetter|job|skoler|huse""",
}
# What comes in parts as well.
_MEASURED: Final = {
    "en": r"""%|per\ ?cent\b|percent\b|(?:million|billion|degrees|times|points|kilomet\w+|km|kilos?|kg|
        grams|tons|tonnes|metres|meters|miles|litres|liters|kroner|crowns|euros|dollars|pounds)\b|°""",
    "da": r"""%|(?:procent|pct|promille|mio|mia|million(?:er)?|milliard(?:er)?|grader|gange|point|km|
        kilometer|kilo|kg|gram|ton|tons|meter|cm|mm|liter|kr|kroner|euro|dollars?|pund|kWh)\b|°""",
}
_MONEY: Final = r"(?:[€$£]\ ?|\b(?:kr\.?|DKK|EUR|USD|GBP)\ )"
_NO_THINGS: Final = "(?:seconds|times|points|per|this|was|has|odds|metres|meters|litres|kilograms)"
_BETWEEN: Final = r"(?:(?!(?:per|of|to|in|for|and|pr|af|til|i|og)\b)[^\W\d_]+\ ){0,2}"
_NO_NUMBER: Final = r"(?<![\d.,/:–-])(?<!kl\.\ )(?<!klokken\ )(?<!version\ )(?<!nr\.\ )"


def _pattern(language: str) -> re.Pattern[str]:
    thousands, decimal = (",", r"\.") if language == "da" else (r"\.", ",")
    counted, measured = _COUNTED[language], _MEASURED[language]
    return re.compile(
        rf"""{_NO_NUMBER}(?:
          (?P<both>[1-9]\d{{0,2}}(?:{thousands}\d{{3}})+{decimal}\d\d?)(?![.,]?\d)
        | (?P<groups>[1-9]\d{{0,2}}(?:{thousands}\d{{3}}){{2,}})(?![.,]?\d)
        | (?P<group>(?P<money>{_MONEY})?(?P<number>[1-9]\d{{0,2}}{thousands}\d(?:00|(?P<odd>\d\d))))
          (?![.,]?\d)(?!\ (?:kg|kilo|liter|l)\b)(?=(?P<counted>\ {_BETWEEN}(?:{counted})\b)?)
          (?=(?P<things>\ (?!{_NO_THINGS}\b)[a-z]{{3,}}s\b)?)
        | (?P<paid>{_MONEY})?(?P<part>\d+{decimal}\d\d?)(?![.,]?\d)(?=(?P<measured>[ -]?(?:{measured}))?)
        )""",
        re.VERBOSE | re.IGNORECASE,
    )


_PATTERNS: Final = {language: _pattern(language) for language in _COUNTED}


def foreign_numbers(text: str, language: str) -> Iterator[Slip]:
    """What is surely written the other language's way; not 2,375 procent, kl. 8.30, 192.168.100.200."""
    if not _MAYBE.search(text):
        return
    for found in _PATTERNS[language].finditer(text):
        name = _kind(found, language)
        if name:
            number = found[name]
            yield Slip(*found.span(name), number.translate(str.maketrans(".,", ",.")))


def as_meant(text: str, language: str) -> str:
    """`text` with such numbers put right."""
    for slip in reversed(list(foreign_numbers(text, language))):
        text = text[: slip.start] + (slip.new or "") + text[slip.end :]
    return text


def _kind(found: re.Match[str], language: str) -> str:
    """Which of the pattern's groups is the number, "" where it may be right as it stands."""
    if found["both"]:
        return "both"
    if found["groups"]:
        return "" if _is_an_address(found["groups"]) else "groups"
    if found["group"]:
        is_round = not found["odd"] and (language == "da" or found["money"] or found["things"])
        return "number" if found["counted"] or is_round else ""
    return "part" if found["measured"] or found["paid"] else ""


def _is_an_address(number: str) -> bool:
    """192.168.100.200 is a computer's."""
    parts = number.split(".")
    return len(parts) == 4 and all(int(part) < 256 for part in parts)
