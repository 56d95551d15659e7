"""The number words of English and Danish, as tables. Pure.

Danish counts in scores from fifty (halvtreds, tres, halvfjerds, firs, halvfems), says the ones
first (femoghalvfjerds) and calls 10⁹ a milliard and 10¹² a billion: Dansk Sprognævn,
sproget.dk, “Tal”.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Final, NamedTuple


class Form(StrEnum):
    """How a number is written: what may be inferred from its absence depends on it."""

    DIGITS = "digits"
    CODE = "code"  # the 19 of COVID-19
    WORD = "word"
    ORDINAL = "ordinal"
    SHARE = "share"  # half, tredjedel
    TIMES = "times"  # twice, dobbelt
    LOOSE = "loose"  # one, both, hundreds: says a number in passing


class Numeral(NamedTuple):
    value: float
    form: Form


def _numbered(words: str, first: int, step: int = 1) -> dict[str, int]:
    return {word: first + step * place for place, word in enumerate(words.split())}


_EN_ONES: Final = _numbered("one two three four five six seven eight nine", 1)
_EN_TEENS: Final = _numbered(
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen", 10
)
_EN_TENS: Final = _numbered("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10)
_EN_ORDINALS: Final = {
    **_numbered("first second third fourth fifth sixth seventh eighth ninth tenth", 1),
    **_numbered("eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth", 11),
    **_numbered("eighteenth nineteenth", 18),
    **{f"{word[:-1]}ieth": value for word, value in _EN_TENS.items()},
    "hundredth": 100,
    "thousandth": 1000,
}
_DA_ONES: Final = _numbered("en to tre fire fem seks syv otte ni", 1)
_DA_TEENS: Final = _numbered(
    "ti elleve tolv tretten fjorten femten seksten sytten atten nitten", 10
)
_DA_TENS: Final = {
    **_numbered("tyve tredive fyrre halvtreds tres halvfjerds firs halvfems", 20, 10),
    "fyrretyve": 40,
    **{
        f"{word}indstyve": value
        for word, value in _numbered("halvtreds tres halvfjerds firs halvfems", 50, 10).items()
    },
}
_DA_ORDINALS: Final = {
    **_numbered("første anden tredje fjerde femte sjette syvende ottende niende tiende", 1),
    **_numbered("ellevte tolvte trettende fjortende femtende sekstende syttende attende", 11),
    "nittende": 19,
    "andet": 2,
    "tyvende": 20,
    "tredivte": 30,
    "fyrretyvende": 40,
    **{
        f"{word}indstyvende": value
        for word, value in _numbered("halvtreds tres halvfjerds firs halvfems", 50, 10).items()
    },
}

# Words that multiply what stands before them.
SCALES: Final[dict[str, dict[str, float]]] = {
    "en": {
        "hundred": 100,
        "thousand": 1e3,
        "million": 1e6,
        "billion": 1e9,
        "trillion": 1e12,
        "millions": 1e6,
        "billions": 1e9,
        "bn": 1e9,
        "mn": 1e6,
        "dozen": 12,
        "score": 20,
        "hundreds": 100,
        "thousands": 1e3,
        "dozens": 12,
    },
    "da": {
        "hundrede": 100,
        "hundred": 100,
        "tusind": 1e3,
        "tusinde": 1e3,
        "million": 1e6,
        "millioner": 1e6,
        "mio": 1e6,
        "milliard": 1e9,
        "milliarder": 1e9,
        "mia": 1e9,
        "billion": 1e12,
        "billioner": 1e12,
        "dusin": 12,
        "snes": 20,
        "hundreder": 100,
        "tusinder": 1e3,
        "hundredvis": 100,
        "tusindvis": 1e3,
        "snesevis": 20,
    },
}
# What may stand before a scale for one of it: "a hundred", "et dusin".
ARTICLES: Final = {"en": frozenset({"a", "an"}), "da": frozenset({"en", "et", "én", "ét"})}
AND: Final = {"en": "and", "da": "og"}


def _english() -> dict[str, Numeral]:
    words: dict[str, Numeral] = {}
    for value, names in (
        (0.5, "half halves halved halving halve"),
        (0.25, "quarter quarters"),
    ):
        words |= dict.fromkeys(names.split(), Numeral(value, Form.SHARE))
    for value, names in (
        (2, "twice double doubled doubles doubling twofold"),
        (3, "thrice triple tripled triples trebled tripling treble threefold"),
        (4, "quadruple quadrupled fourfold"),
        (5, "fivefold"),
        (10, "tenfold"),
    ):
        words |= dict.fromkeys(names.split(), Numeral(value, Form.TIMES))
    for value, names in (
        (1, "one single once"),
        (2, "both couple pair pairs twins duo either neither"),
        (3, "trio"),
        (4, "quartet"),
        (0, "none zero nil"),
    ):
        words |= dict.fromkeys(names.split(), Numeral(value, Form.LOOSE))
    for word, ordinal in _EN_ORDINALS.items():
        words[word] = Numeral(ordinal, Form.LOOSE if ordinal < 3 else Form.ORDINAL)
        if ordinal > 2:
            words[f"{word}s"] = Numeral(1 / ordinal, Form.SHARE)
    for word, number in ({**_EN_ONES, **_EN_TEENS, **_EN_TENS}).items():
        if number > 1:
            words[word] = Numeral(number, Form.WORD)
    return words


def _danish() -> dict[str, Numeral]:
    words: dict[str, Numeral] = {}
    for value, names in (
        (0.5, "halv halvt halve halvdel halvdelen halveret halverede halverer halvere"),
        (0.25, "kvart"),
    ):
        words |= dict.fromkeys(names.split(), Numeral(value, Form.SHARE))
    doubled = "dobbelt dobbelte fordoblet fordoblede fordobles fordobler fordoble"
    words |= dict.fromkeys(doubled.split(), Numeral(2, Form.TIMES))
    for value, names in (
        (1, "én ét ene eneste enkelt enkelte"),
        (2, "begge par tvillinger duo"),
        (3, "trio"),
        (4, "kvartet"),
        (0, "nul ingen intet"),
    ):
        words |= dict.fromkeys(names.split(), Numeral(value, Form.LOOSE))
    for word, ordinal in _DA_ORDINALS.items():
        words[word] = Numeral(ordinal, Form.LOOSE if ordinal < 3 else Form.ORDINAL)
        if ordinal > 2:
            for ending in ("del", "dele", "delen", "delene"):
                words[word + ending] = Numeral(1 / ordinal, Form.SHARE)
    words |= {word: Numeral(number, Form.WORD) for word, number in _danish_counted() if number > 1}
    for one, number in _DA_ONES.items():
        for ending in ("doblet", "dobles", "dobler", "doble", "doblede", "dobbelt", "dobbelte"):
            words[one + ending] = Numeral(number, Form.TIMES)
        for ten in ("tyvende", "tredivte"):
            words[f"{one}og{ten}"] = Numeral(number + _DA_ORDINALS[ten], Form.ORDINAL)
    words["tyve"] = Numeral(20, Form.TIMES)  # also thieves: asked for only where another stands
    return words | dict.fromkeys(("halvanden", "halvandet"), Numeral(1.5, Form.WORD))


def _danish_counted() -> Iterator[tuple[str, int]]:
    """The cardinals that Danish writes as one word, up to ni tusind."""
    yield from (*_DA_ONES.items(), *_DA_TEENS.items(), *_DA_TENS.items())
    for one, number in (*_DA_ONES.items(), ("et", 1)):
        yield from ((f"{one}og{ten}", number + tens) for ten, tens in _DA_TENS.items())
        yield from ((f"{one}{scale}", number * 100) for scale in ("hundrede", "hundred"))
        yield from ((f"{one}{scale}", number * 1000) for scale in ("tusind", "tusinde"))


WORDS: Final = {"en": _english(), "da": _danish()}
# Both languages write kings and world wars so; a lone I is a person.
ROMANS: Final = _numbered("II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI", 2)
# Danish joins a number to what it counts: toårig, tredages, femværelses, firecifret.
COUNTED_IN: Final = (
    "års årig dages døgns timers minutters sekunders ugers måneders meters kilometers kilos "
    "cifre værelses personers mands kant delt sporet linger bind stjerne punkts trins etagers krone"
).split()


def joined(word: str) -> float | None:
    """The number that a Danish compound begins with: 3 for `tredages`."""
    for ending in COUNTED_IN:
        at = word.find(ending, 2)
        if at > 0 and (numeral := WORDS["da"].get(word[:at])) and numeral.form is Form.WORD:
            return numeral.value
    return None
