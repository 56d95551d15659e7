"""Text as numbers, words and signs, for the reading of quantities. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from articles.text.numerals import AND, ARTICLES, SCALES, WORDS, Form, Numeral, joined

_BLANKS: Final = "\u00a0\u202f\u2009"
_TOKEN: Final = re.compile(
    rf"\d+(?:[.,:]\d+|[{_BLANKS}]\d{{3}}(?!\d))*|[^\W\d_]+|[%‰°£$€½¼¾⅓⅔+−–-]"
)
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+")
_VULGAR: Final = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
# By thousands: 1,500 in English, 1.500 in Danish, 1 500 in both.
_GROUPED: Final = {
    "en": re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?"),
    "da": re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?"),
}
# Abbreviations and words that mean a number only after one.
_ALONE_NOTHING: Final = frozenset({"score", "mn", "bn", "mio", "mia", "million", "billion"})
# A thousand and one, tusind og én; but not "hundred and a".
_ONE_MORE: Final = frozenset({"one", "én", "ét"})
_HYPHENS: Final = frozenset("-‑–")
_LARGEST: Final = 15  # digits that a float keeps


@dataclass(frozen=True, slots=True)
class Token:
    text: str
    low: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(slots=True)
class Figure:
    """A number in a text, from token `first` up to `last`, before its neighbours are looked at.

    `values` are what it may be: 8.40 is a number or, by `clock`, twenty to nine.
    """

    values: list[float]
    form: Form
    first: int
    last: int  # exclusive
    clock: int | None = None
    digits: str = field(default="")


def tokens(text: str) -> list[Token]:
    """Its numbers, words and signs; addresses say nothing that is translated."""
    if "@" in text or "://" in text or "www." in text:
        text = _ADDRESS.sub(lambda found: " " * len(found[0]), text)
    return [Token(m[0], m[0].lower(), m.start()) for m in _TOKEN.finditer(text)]


def value_of(digits: str, language: str) -> list[float]:
    """What digits with points and commas mean in `language`; several where that is open.

    A form of the other language is read as that one's where it can't be this one's (3,5 in
    English), so 1.500 in English is one and a half, as its readers take it.
    """
    plain = re.sub(f"[{_BLANKS}]", "", digits)
    if len(plain) > _LARGEST:
        return []
    if plain.isdecimal():
        return [float(plain)]
    thousands, decimal = (",", ".") if language == "en" else (".", ",")
    if _GROUPED[language].fullmatch(plain):
        return [float(plain.replace(thousands, "").replace(decimal, "."))]
    if re.fullmatch(r"\d+[.,]\d+", plain):
        return [float(plain.replace(",", "."))]
    found = [float(part) for part in re.split(r"[.,:]", plain) if part]
    if re.fullmatch(r"\d+:\d\d", plain):
        found.append(float(plain.replace(":", ".")))  # 41:30 into a film is 41.30 in Danish
    return found


def clock_of(digits: str) -> int | None:
    """Minutes of the day for 18.00 and 18:00."""
    found = re.fullmatch(r"([01]?\d|2[0-4])[.:]([0-5]\d)", digits)
    return int(found[1]) % 24 * 60 + int(found[2]) if found else None


class Scanner:
    """Finds the figures among the tokens of one text."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language
        self.tokens = tokens(text)
        self.words = WORDS[language]
        self.scales = SCALES[language]

    def between(self, place: int) -> str:
        """What stands between a token and the next one."""
        return self.text[self.tokens[place].end : self.tokens[place + 1].start]

    def low(self, place: int) -> str:
        return self.tokens[place].low if 0 <= place < len(self.tokens) else ""

    def is_joined(self, place: int) -> bool:
        """Whether nothing but a blank parts it from the next token."""
        return place + 1 < len(self.tokens) and not self.between(place).strip()

    def figures(self) -> Iterator[Figure]:
        place = 0
        while place < len(self.tokens):
            figure = self._at(place)
            if figure is None:
                place += 1
                continue
            yield figure
            place = max(figure.last, place + 1)

    def _at(self, place: int) -> Figure | None:
        token = self.tokens[place]
        if token.text[0].isdecimal():
            return self._in_digits(place)
        if token.low in self.words:
            value, form = self.words[token.low]
            return self._run(Figure([value], form, place, place + 1))
        if token.low in _VULGAR:
            return Figure([_VULGAR[token.low]], Form.SHARE, place, place + 1)
        if token.low in self.scales and token.low not in _ALONE_NOTHING:
            return self._of_a_scale(place)
        if self.language == "da" and len(token.low) > 5 and (number := joined(token.low)):
            return Figure([number], Form.LOOSE, place, place + 1)
        return None

    def _in_digits(self, place: int) -> Figure:
        token = self.tokens[place]
        values = value_of(token.text, self.language)
        figure = Figure(values, Form.DIGITS, place, place + 1, clock_of(token.text), token.text)
        before = self.text[max(token.start - 2, 0) : token.start]
        if before[-1:].isalpha() or (before[-1:] in _HYPHENS and before[:1].isalpha()):
            figure.form = Form.CODE
            return figure
        return self._run(figure) if len(values) == 1 else figure

    def _of_a_scale(self, place: int) -> Figure:
        """A hundred and five; but hundreds of gulls are no number."""
        before = self.low(place - 1) if place else ""
        has_one = before in ARTICLES[self.language] and self.is_joined(place - 1)
        figure = self._run(Figure([1], Form.LOOSE, place, place))
        is_bare = figure.last == place + 1
        figure.first = place - 1 if has_one else place
        figure.form = Form.LOOSE if is_bare else Form.WORD
        return figure

    def _run(self, figure: Figure) -> Figure:
        """Take in what follows as part of the number: forty-seven, 2.5 million, 300 and five."""
        if figure.form is Form.SHARE and figure.values == [0.5]:
            return self._half_a_scale(figure)
        if figure.form not in (Form.DIGITS, Form.WORD, Form.LOOSE):
            return figure
        total, current = 0.0, figure.values[0]
        # tohundrede is a scale already
        scale = 100.0 if figure.form is Form.WORD and current >= 100 else 0.0
        while True:
            place = self._next(figure.first, figure.last, after_scale=bool(scale))
            factor, added = (
                self.scales.get(self.low(place)),
                self._added(place, current, scale, figure),
            )
            if factor:
                current, scale = current * factor, factor
                if factor >= 1000:
                    total, current = total + current, 0.0
            elif added:
                current += added
                scale = 0.0 if added < 20 else scale
            else:
                break
            figure.last = place + 1
            figure.form = Form.WORD if figure.form is Form.LOOSE else figure.form
        figure.values = [total + current]
        return figure

    def _added(self, place: int, current: float, scale: float, figure: Figure) -> float:
        """What the word at `place` adds to the number before it; 0 for nothing."""
        if scale and self.low(place) in _ONE_MORE and self.low(place - 1) == AND[self.language]:
            return 1
        number = self.words.get(self.low(place))
        if number is None or not self._adds(current, scale, number, figure.form):
            return 0
        if number.form is Form.ORDINAL:
            figure.form = number.form
        return number.value

    def _half_a_scale(self, figure: Figure) -> Figure:
        """Half a million, en halv million."""
        place = figure.last
        if self.low(place) in ARTICLES["en"] and self.language == "en":
            place += 1
        factor = self.scales.get(self.low(place))
        if factor and factor >= 12 and self.is_joined(place - 1):
            return Figure([factor / 2], Form.WORD, figure.first, place + 1)
        return figure

    def _next(self, first: int, last: int, *, after_scale: bool) -> int:
        """The token that may go on with a number that ends before `last`, or -1."""
        if last >= len(self.tokens):
            return -1
        if last > first and not self.is_joined(last - 1):
            return -1
        passes = {"-", AND[self.language]} if after_scale else {"-"}
        if last > first and self.low(last) in passes:
            return last + 1 if self.is_joined(last) else -1
        return last

    def _adds(self, current: float, scale: float, number: Numeral, form: Form) -> bool:
        small = number.value
        if number.form not in (Form.WORD, Form.ORDINAL, Form.LOOSE) or small != int(small):
            return False
        if form is Form.WORD and current % 100 in range(20, 100, 10) and self.language == "en":
            return 0 < small < 10
        return bool(scale) and number.form is Form.WORD and current % 100 == 0 and small > 1
