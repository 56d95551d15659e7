"""Words written twice, and words that shout. As in `typography`: masked text and language in,
`Slip`s out."""

import re
from collections.abc import Iterator
from typing import Final

from articles.text.visible import Slip

# --- Twice ---------------------------------------------------------------------------------------

_TWICE: Final = re.compile(
    r"(?<![\w’'-])(?P<word>[^\W\d_]+)[ \xa0]+(?P<again>(?i:(?P=word)))(?![\w’'-])"
)
_PAIR_TWICE: Final = re.compile(
    r"(?<![\w’'-])(?P<pair>[^\W\d_]+ (?:the|a|an|en|et))[ \xa0]+(?i:(?P=pair))(?![\w’'-])"
)
# Often right when written twice (»er det det værd«, »dem, der der var«), or meant so (very very).
_MAY_REPEAT: Final = {
    "en": frozenset(
        "had that in on her you who do so very really too no yes long many far big much more bye ha he "
        "hey ho knock tut yum hear blah chop la da please pom dum beep tick woof miaow choo zzz aye "
        "boom well now there oh".split()
    ),
    "da": frozenset(
        "der så det den de ja nej jo nu meget mange mere rigtig helt lang langt virkelig ha hø hov "
        "hej bum tik tak dyt tut vov miav pip".split()
    ),
}
# Seldom right: »what it is is«, »det, han kom for for år siden«.
_MAY_SELDOM: Final = {
    "en": frozenset(
        "is was are were be does did can will has have may out up over to for with it this "
        "his what then again never go run wait please win".split()
    ),
    "da": frozenset(
        "er var har kan vil skal må for til på med om af i ud op ad fra ved under over efter ind "
        "som han hun man dem at en et du jeg her da alt alle kom går gør blev bliver altid aldrig "
        "end hjem ned vent stop".split()
    ),
}
_NO_NAMES: Final = frozenset("The And Of From This They We Og Vi Ikke Fra".split())


def doubled_words(text: str, language: str) -> Iterator[Slip]:
    """`the the`, `colour colour`, `of the of the`; what may be right is let through, as are names
    (Duran Duran). The slip is the second and the blank before it."""
    for match in _TWICE.finditer(text):
        word, again = match["word"], match["again"]
        is_name = again[0].isupper() and word not in _NO_NAMES
        if is_name or word.lower() in _MAY_REPEAT[language]:
            continue
        is_sure = again.islower() and word.lower() not in _MAY_SELDOM[language]
        if len(word) > 1 or again in {"a", "i"}:
            yield Slip(match.end("word"), match.end(), "" if is_sure else None)
    for match in _PAIR_TWICE.finditer(text):
        yield Slip(match.end("pair"), match.end(), "")


# --- Capitals ------------------------------------------------------------------------------------

_RUN: Final = re.compile(r"(?<![\w&])[A-ZÆØÅÄÖÜÉ]{2,}(?:[ ’'-][A-ZÆØÅÄÖÜÉ]+)*(?![\w&])")
_SMALL: Final = re.compile(r"[a-zæøåäöüéß]")
_WORD: Final = re.compile(r"[A-ZÆØÅÄÖÜÉ]+")
_ROMAN: Final = re.compile(r"[IVXLCDM]+")
_VOWEL: Final = re.compile("[AEIOUYÆØÅÄÖÜÉ]")
_SPOILER: Final = re.compile(r"SPOILER(?: ALERT| WARNING|ALARM|ADVARSEL)?:")  # written so
_QUOTES: Final = "\"“”„»«‘’'"
# Longer than an unknown abbreviation gets through with, or likely to stand beside another.
_NAMES: Final = frozenset(
    "NASA NATO UNESCO UNICEF UNHCR FIFA UEFA OPEC ASEAN BAFTA INTERPOL EUROPOL FRONTEX EUROJUST "
    "MERCOSUR NASDAQ COVID SARS MERS CRISPR LEGO IKEA SKAT OECD ECOWAS AIDS DSB DR FN EU USA UK "
    "BBC CNN ESA CERN NOAA IPCC LGBT LGBTQ LGBTQIA PISA ERASMUS LIDAR RADAR SONAR LASER DIIS "
    "COREPER EFTA GATT WHO HPV HIV DNA RNA MRNA TV DVD GPS DTU KU AU SDU AAU CBS RUC TDC ISS "
    "DONG KMD FDB FOA HK DF SF LA KF BUPL GAIS AIK JAXA ESO ALMA ATLAS BREXIT DAESH HAMAS "
    "CAPTCHA UNRWA UNIFIL UNPROFOR EUFOR KFOR ISAF SWIFT BASIC COBOL FORTRAN CHANEL".split()
)
_SHOUTS: Final = {
    "en": frozenset(
        "NOT NEVER VERY ONLY MUST FREE HUGE ALWAYS REALLY EVERY EVERYTHING NOTHING EVERYONE BEST "
        "WORST THIS THESE YOU YOUR AND WITH FROM AMAZING SHOCKING BREAKING WARNING".split()
    ),
    "da": frozenset(
        "IKKE ALDRIG ALTID ALLE KUN MEGET GRATIS DET DETTE DU DIN DIT OG HER LÆS INTET INGEN HELE "
        "STØRSTE BEDSTE VÆRSTE SKAL DERFOR NYE ALTING CHOK UTROLIG UTROLIGT ADVARSEL".split()
    ),
}


def capitals(text: str, language: str) -> Iterator[Slip]:
    """Words in capitals that are neither abbreviations nor names, nor a sign in quotation marks."""
    words = [] if _SMALL.search(text) else _WORD.findall(text)
    if len(words) > 1 and sum(len(word) for word in words if _may_shout(word)) > 7:
        yield Slip(0, len(text.rstrip()))
        return
    for match in _RUN.finditer(text):
        start, end = match.span()
        words = [word for word in _WORD.findall(match[0]) if _may_shout(word)]
        if not words or _is_quoted(text, start, end) or _SPOILER.match(text, start):
            continue
        if "".join(_WORD.findall(match[0])) != words[0]:
            if _shout(words, language):
                yield Slip(start, end)
        elif words[0] in _SHOUTS[language] and text[end : end + 1] != "-":
            begins = not start or text[max(0, start - 9) : start].rstrip(" ")[-1:] in {
                "",
                "\n",
                ".",
                "!",
                "?",
            }
            yield Slip(start, end, words[0].capitalize() if begins else words[0].lower())
        elif len(words[0]) > 6 and _VOWEL.search(words[0]) and text[start - 1 : start] != "(":
            yield Slip(start, end)


def _may_shout(word: str) -> bool:
    return word not in _NAMES and not _ROMAN.fullmatch(word)


def _shout(words: list[str], language: str) -> bool:
    """Whether words in a row do: abbreviations and names in capitals stand side by side as well."""
    long = [w for w in words if len(w) > 3 and _VOWEL.search(w)]
    is_long = sum(map(len, words)) > 7 and (bool(long) or len(words) > 3)
    return is_long or all(w in _SHOUTS[language] for w in words)


def _is_quoted(text: str, start: int, end: int) -> bool:
    after = text[end : end + 3].lstrip(".,!?")[:1]
    return bool(start) and text[start - 1] in _QUOTES and bool(after) and after in _QUOTES
