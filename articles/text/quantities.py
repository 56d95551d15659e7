"""What a translation must keep of a text: its numbers with their units, dates and times. Pure.

A quantity has several readings where the text leaves it open: 8.40 is a number or a time, and
English “ten to one” is two numbers or 0.50. Two quantities agree if any of their readings do.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from articles.text.hours import Hours
from articles.text.numerals import ARTICLES, ROMANS, WORDS, Form
from articles.text.readings import Quantity, Reading
from articles.text.tokens import Figure
from articles.text.units import (
    CLOCK,
    DAY_NUMBERS,
    DEGREES,
    MONTH,
    MONTH_NUMBERS,
    MONTHS,
    PERCENT,
    POUNDS,
    SIGNS,
    STERLING,
    UNITS,
    WEEKDAY,
    Unit,
    date_in,
    unit_in,
)

_MINUTES: Final = (5, 10, 20, 25, 15, 0.25)
_PAST: Final = {"en": {"past": 1, "to": -1}, "da": {"over": 1, "i": -1}}
_NOONS: Final = {
    "en": {"noon": 720, "midday": 720, "midnight": 0},
    "da": {"middagstid": 720, "middag": 720, "midnat": 0},
}
# Between –5 and +8 °C: the one unit is that of both.
_RANGES: Final = tuple(
    [*words.split(), *sign.split()]
    for words in ("and", "og", "to", "til", "or", "eller", "–", "-")
    for sign in ("", "+", "–", "-", "minus")
)
_SHORTENED: Final = frozenset({"mia", "mio"})  # 9,4 mia. kr.
_SCHOOL: Final = re.compile(r"\.(?:[-–]| (?:til|og|eller|klasse))")
_RATE: Final = re.compile(r"\w(?:procent|procenten|procenter)$")
_QUARTERS: Final = frozenset("first second third fourth last next this previous final".split())
_EACH: Final = frozenset({"every", "each", "hver", "hvert"})
_SHARED: Final = frozenset({"a", "one"})
_AMBIGUOUS: Final = frozenset({"may", "march"})


@lru_cache(maxsize=4096)
def quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """The quantities of a plain text in the order in which they stand there.

    `language` is `en` or `da`. Never raises; do not change what comes back.
    """
    return tuple(_Reader(text, language).read())


class _Reader(Hours):
    def read(self) -> Iterator[Quantity]:
        found = list(self.figures())
        read = [self._quantity(figure) for figure in found]
        for place, figure in enumerate(found):
            if place + 1 < len(found):
                self._together(figure, found[place + 1], read[place], read[place + 1])
        yield from (each for each in read if each.readings)
        yield from self._names()

    def _quantity(self, figure: Figure) -> Quantity:
        start, last = self.tokens[figure.first].start, figure.last
        value, form = (figure.values or [0.0])[0], figure.form
        halves = self._and_a_half(figure)
        if halves:
            value, last, form = value + 0.5, halves, Form.WORD if form is Form.LOOSE else form
        unit, end = self._unit(figure, last)
        if self.low(figure.first - 1) in SIGNS and self.is_a_prefix(figure):
            start = self.tokens[figure.first - 1].start
        text = self.text[start : self.tokens[max(end, last) - 1].end]
        quantity = Quantity(text, form, is_below=self._is_below(figure, end))
        if figure.values:
            quantity.readings = [Reading(value, unit)]
            quantity.readings += [Reading(each) for each in figure.values[1:]]
        before = self.low(figure.first - 1)
        if value == 1 and form in (Form.DIGITS, Form.WORD):
            quantity.form = Form.LOOSE
        elif value == 2 and form is Form.LOOSE and before in _EACH:
            quantity.form = Form.ORDINAL
        elif form is Form.ORDINAL and self.language == "en" and before in _SHARED:
            quantity.form = Form.SHARE  # a third of them, or a third boat
            quantity.readings = [Reading(1 / value), Reading(value)]
        self._more(figure, quantity, end)
        if self._is_no_number(figure, before):
            quantity.readings = []
        elif figure.digits == "7" and self.text[: self.tokens[figure.first].start].endswith("24/"):
            quantity.form = Form.LOOSE  # on all seven days, or just always
        return quantity

    def _is_no_number(self, figure: Figure, before: str) -> bool:
        """The third quarter of a year is no fourth part, 0. klasse no nought, 24/7 just always."""
        if figure.values == [0.25]:
            return before in _QUARTERS
        follows = self.text[self.tokens[figure.first].end :][:9]
        is_always = figure.digits == "24" and re.match(r"/7(?!\d)", follows)
        return bool(is_always or (figure.digits == "0" and _SCHOOL.match(follows)))

    def _and_a_half(self, figure: Figure) -> int:
        """The end of `two and a half`, `to en halv`, `2½`; 0 without a half."""
        words = [self.low(figure.last + step) for step in range(3)]
        if words[0] == "½" and figure.form is Form.DIGITS:
            return figure.last + 1
        if figure.form not in (Form.DIGITS, Form.WORD, Form.LOOSE):
            return 0
        if words == ["and", "a", "half"] or (
            words[0] == "og" and words[1] in ("en", "et") and words[2] in ("halv", "halvt")
        ):
            return figure.last + 3
        if words[0] in ("en", "et") and words[1] in ("halv", "halvt") and self.language == "da":
            return figure.last + 2
        return 0

    def _unit(self, figure: Figure, last: int) -> tuple[Unit | None, int]:
        """What it counts, before or after the number, and where that ends."""
        units, before = UNITS[self.language], self.low(figure.first - 1)
        if before in SIGNS and self.is_a_prefix(figure):
            return (STERLING if before == "£" else units[before]), last
        place = last + 1 if self.low(last) == "-" else last
        if place > len(self.tokens) - 1 or self._gap(last):
            return None, last
        words = [self.low(place + step) for step in range(3)]
        if figure.form in (Form.SHARE, Form.LOOSE) and words[0] in ("a", "an", "the", "of"):
            place, words = place + 1, words[1:] + [""]
        if words[0] in ("second", "seconds") and figure.form is Form.ORDINAL:
            return None, last
        unit, length = unit_in(words, self.language)
        return unit, place + length if unit else last

    def _gap(self, last: int) -> bool:
        """Whether more than a blank or a hyphen parts the token before from `last`."""
        if not last:
            return False
        between = self.between(last - 1).strip(" \u00a0\u202f\u2009")
        return bool(between) and not (between == "." and self.low(last - 1) in _SHORTENED)

    def _is_below(self, figure: Figure, end: int) -> bool:
        before = self.low(figure.first - 1)
        start = self.tokens[figure.first].start
        if before == "minus" or (
            before in ("−", "-", "–") and self.text[: start - 1][-1:] in ("", " ")
        ):
            return True
        following = {self.low(end + step) for step in range(2)}
        is_frost = bool(following & {"frost", "kulde", "frostgrader"}) or "below" in following
        return is_frost or "frostgrader" in self.low(end - 1) or "under" in following

    def _more(self, figure: Figure, quantity: Quantity, end: int) -> None:
        """What else it may be: a date, a time, a decade, a century, sterling."""
        value, add = (figure.values or [0.0])[0], quantity.readings.append
        before, after = self.low(figure.first - 1), self.low(figure.last)
        months = MONTH_NUMBERS[self.language]
        in_year = after if after != "of" else self.low(figure.last + 1)
        month = months.get(in_year) if figure.form is not Form.LOOSE else None
        if (
            not month
            and self.language == "en"
            and figure.first
            and self.is_joined(figure.first - 1)
        ):
            month = months.get(before)
        if month and value in range(1, 32):
            quantity.readings = [Reading(value, date_in(month))]
            name = in_year if in_year in months else before
            is_english = self.language == "en"
            quantity.text += f" {name.capitalize()}" if is_english else f". {name}"
            return
        self.read_clock(figure, quantity, end)
        if after == "s" or "erne" in after:
            add(Reading(value % 100))
        if after in ("tallet", "century") or self.low(figure.last + 1) == "tallet":
            add(Reading((value - 1) * 100 if value < 22 else value / 100 + 1))
        if after in POUNDS[self.language][0]:
            add(Reading(value, STERLING))
        if self.language == "da" and quantity.unit is None and self._is_rate(figure.first):
            add(Reading(value, PERCENT))
        if after in ("m", "k", "t") and figure.form is Form.DIGITS:
            add(Reading(value * (1e6 if after == "m" else 1e3)))
        if before in SIGNS and after in ("m", "k"):
            quantity.text += after
            quantity.readings[:] = [
                Reading(value * (1e6 if after == "m" else 1e3), UNITS[self.language].get(before))
            ]

    def _is_rate(self, first: int) -> bool:
        """Stemmeprocenten endte på 68,5; en redningsprocent på 43,6."""
        return any(_RATE.search(self.low(place)) for place in range(max(first - 4, 0), first))

    def _together(self, one: Figure, two: Figure, first: Quantity, second: Quantity) -> None:
        """What two numbers say together: ten to one, halv fem, seven in ten, a metre eighty."""
        value, other = (one.values or [0.0])[0], (two.values or [0.0])[0]
        between = [self.low(place) for place in range(one.last, two.first)]
        words = [word for word in between if word not in ("minutes", "minutter", "klokken", "kl")]
        past = _PAST[self.language].get(words[0]) if len(words) == 1 else None
        clock: int | None = None
        if past and value in _MINUTES and other in range(1, 13):
            clock = int(other * 60 + past * (value if value > 1 else 15))
        elif value == 0.5 and other in range(1, 13) and (words == ["past"] or not words):
            clock = int(other * 60 + (30 if words else -30))
        if clock is not None and (words or self.language == "da"):
            reading = Reading(clock % 720, CLOCK)
            if value < 1:  # half and quarter leave no doubt; “ten to one” may be a result
                first.form = Form.LOOSE
                first.readings, second.readings = [reading], [reading]
            else:
                first.readings.append(reading)
                second.readings.append(reading)
        if between in (["in"], ["out", "of"], ["ud", "af"], ["of"], ["af"]) and 0 < value < other:
            for each in (first, second):
                each.readings.append(Reading(100 * value / other, PERCENT))
        if second.unit == DEGREES and first.unit is None and between in _RANGES:
            first.readings[:] = [Reading(each.value, DEGREES) for each in first.readings]
        is_length = first.unit is not None and first.unit.dimension in ("length", "money")
        if is_length and other in range(10, 100) and self._follows(one, between):
            joint = Reading(value + other / 100, first.unit)
            first.readings.append(joint)
            second.readings.append(joint)

    def _follows(self, one: Figure, between: list[str]) -> bool:
        """One metre forty, en meter og firs: nothing but the unit parts the two."""
        words = [word for word in between if word != "og"]
        return len(words) == 1 and words[0] in UNITS[self.language]

    def _names(self) -> Iterator[Quantity]:
        """Months and weekdays, noon, kings: no numbers, but as good as."""
        months, days = MONTH_NUMBERS[self.language], DAY_NUMBERS[self.language]
        full, noons = MONTHS[self.language].split(), _NOONS[self.language]
        for place, token in enumerate(self.tokens):
            word = token.low
            if word in ARTICLES[self.language] and self.is_joined(place):
                if unit := UNITS[self.language].get(self.low(place + 1)):
                    yield self._one(place, unit)
                continue
            if word == "other" and self.low(place - 1) in _EACH:
                yield Quantity("every other", Form.ORDINAL, [Reading(2)])
            if word in noons:
                yield Quantity(token.text, Form.LOOSE, [Reading(noons[word], CLOCK)])
            elif word in full and (self.language == "da" or token.text[0].isupper()):
                form = Form.LOOSE if word in _AMBIGUOUS else Form.ORDINAL
                yield Quantity(token.text, form, [Reading(months[word], MONTH)])
            elif token.text in ROMANS:
                yield Quantity(token.text, Form.LOOSE, [Reading(ROMANS[token.text])])
            elif day := days.get(word.removesuffix("s") if word not in days else word):
                yield Quantity(token.text, Form.ORDINAL, [Reading(day, WEEKDAY)])
            elif self.language == "da" and len(word) > 5 and word not in WORDS["da"]:
                yield from self._in_compound(token.text, word)

    def _one(self, place: int, unit: Unit) -> Quantity:
        """An hour, an hour and a half."""
        is_longer = [self.low(place + step) for step in (2, 3, 4)] == ["and", "a", "half"]
        last = self.tokens[place + (4 if is_longer else 1)]
        text = self.text[self.tokens[place].start : last.end]
        return Quantity(text, Form.LOOSE, [Reading(1.5 if is_longer else 1, unit)])

    def _in_compound(self, text: str, word: str) -> Iterator[Quantity]:
        """Danish majaften, søndagsåbent."""
        for names, unit in ((MONTHS["da"].split(), MONTH), (list(DAY_NUMBERS["da"]), WEEKDAY)):
            for number, name in enumerate(names, 1):
                if word.startswith(name):
                    yield Quantity(text, Form.LOOSE, [Reading(number, unit)])
