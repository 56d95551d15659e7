"""What a headline promises: so many signs, reasons, pictures. Pure."""

import re
from typing import Final, NamedTuple


class Promise(NamedTuple):
    """`words` as they stand, and whether the headline, or a part of it, begins with them."""

    number: int
    words: str
    leads: bool


_FROM_TWO: Final = {
    "en": """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen twenty""",
    "da": """to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten
        atten nitten tyve""",
}
_NUMBERS: Final = {
    language: {word: number for number, word in enumerate(words.split(), 2)}
    for language, words in _FROM_TWO.items()
}
_THINGS: Final = {
    "en": r"(?:signs|reasons|ways|tips|things|facts|foods|steps|tricks|mistakes|ideas|habits|"
    r"symptoms|questions|lessons|rules|myths|places|secrets|recipes|benefits|causes|methods|"
    r"examples|answers|hacks|pictures|photos|images|slides|truths|dishes|exercises|suggestions)",
    "da": r"(?:\w*tegn|(?:\w*å)?rsager|grunde|måder|\w*råd|tips?|ting|fakta|(?:føde|mad)varer|trin|tricks?|"
    r"\w*fejl|idé?er|\w*vaner|\w*symptomer|spørgsmål|myter|steder|hemmeligheder|opskrifter|fordele|"
    r"metoder|eksempler|svar|\w*signaler|billeder|fotos|slides|regler|sandheder|øvelser|retter)",
}
# In news as well as in lists: “Five films compete for the prize”.
_AT_TIMES: Final = {
    "en": r"(?:films|books|series|shows|songs|albums|games|apps|gadgets|beaches|cities|towns|"
    r"islands|hotels|restaurants|museums|walks|gardens|plants|drinks|cakes|products|words)",
    "da": r"(?:film|bøger|serier|sange|album(?:mer)?|spil|apps|strande|byer|øer|hoteller|"
    r"restauranter|museer|gåture|haver|planter|drikke|kager|produkter|ord)",
}
# Between the number and its noun stand adjectives, and none of these.
_BETWEEN: Final = (
    r"(?:(?!(?:of|on|for|and|in|to|with|at|by|or|per|af|på|for|og|i|til|med|om|ved|der|som|har|"
    r"years?|people|år|kroner|procent|percent)\b)[^\W\d_][\w’'-]* ){0,3}"
)
_LEADS: Final = (
    r"(?:(?:the|these|here are|top|see|de|disse|her er|her får du|se|top)(?: the| de| disse)? )?"
)
_PATTERNS: Final = {
    language: re.compile(
        rf"(?P<leads>(?:^|[:!?.–—] ){_LEADS})?(?<![\w.,/–-])(?<!number )(?<!no\. )(?<!nr\. )"
        rf"(?P<number>\d{{1,2}}|{'|'.join(_NUMBERS[language])}) "
        rf"(?P<rest>{_BETWEEN}(?:{things}|(?P<at_times>{_AT_TIMES[language]})))\b(?!-)",
        re.IGNORECASE,
    )
    for language, things in _THINGS.items()
}
_MOST: Final = 60


def promise(headline: str, language: str) -> Promise | None:
    """How many things a headline promises: `11 surprising signs`, `Elleve tegn på …`.

    Other counts (12 stops, 412 people) are none, nor is a range. One of films or towns may be news,
    and never counts as leading.
    """
    for found in _PATTERNS[language].finditer(headline):
        count = found["number"].lower()
        number = int(count) if count.isdigit() else _NUMBERS[language][count]
        if 1 < number <= _MOST:
            leads = found["leads"] is not None and not found["at_times"]
            return Promise(number, f"{found['number']} {found['rest']}", leads)
    return None
