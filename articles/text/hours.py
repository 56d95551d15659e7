"""Hours of the day among the figures of a text: kl. 18.30, 6 pm, 18-tiden. Pure."""

from typing import Final

from articles.text.numerals import Form
from articles.text.readings import Quantity, Reading
from articles.text.tokens import Figure, Scanner
from articles.text.units import CLOCK, CLOCK_24

_LATE: Final = frozenset({"afternoon", "evening", "eftermiddagen", "aftenen", "pm"})
_EARLY: Final = frozenset({"morning", "morgenen", "formiddagen", "am"})


class Hours(Scanner):
    def read_clock(self, figure: Figure, quantity: Quantity, end: int) -> None:
        """Give `quantity` the time of day that it may be, or is; `end` is past its unit."""
        before = self.low(figure.first - 1)
        value = (figure.values or [-1.0])[0]
        is_danish = before in ("kl", "klokken") and self.is_a_prefix(figure)
        half, window = self._halves(end)
        is_marked = is_danish or half in ("am", "pm", "o")
        is_marked = is_marked or (half == "-" and self.low(end + 1) == "tiden")
        minutes = figure.clock
        if minutes is None and is_marked and value in range(25):
            minutes = int(value) % 24 * 60
        if minutes is None:
            return
        later = {half} if half in ("am", "pm") else window
        if later & _LATE and minutes < 720:
            minutes += 720
        elif later & _EARLY and half == "am":
            minutes %= 720
        known = minutes >= 720 or bool(later & (_LATE | _EARLY))
        known = known or (is_danish and figure.form is Form.DIGITS)
        reading = Reading(minutes, CLOCK_24 if known else CLOCK)
        if is_marked or figure.digits.count(":"):
            quantity.readings = [reading]
        else:
            quantity.readings.append(reading)

    def _halves(self, end: int) -> tuple[str, set[str]]:
        """What follows a time, with p.m. as `pm`, and the words that may say which half it is."""
        word = self.low(end)
        half = word + self.low(end + 1)[:1] if word in ("a", "p") else word
        window: set[str] = set()
        for step in range(4):
            word = self.low(end + step)
            if word[:1].isdigit():
                break
            window.add(word)
        return half, window

    def is_a_prefix(self, figure: Figure) -> bool:
        return self.between(figure.first - 1).strip() in ("", ".")
