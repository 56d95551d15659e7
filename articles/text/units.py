"""What numbers count or measure, in English and Danish words. Pure tables."""

from typing import Final, NamedTuple


class Unit(NamedTuple):
    """`factor` turns a value into the dimension's base; units of one system convert exactly.

    `slack` is how far apart two values may lie once one of them was converted and rounded.
    """

    dimension: str
    factor: float = 1.0
    system: str = "metric"


PERCENT: Final = Unit("percent")
POINTS: Final = Unit("percentage points")
CLOCK: Final = Unit("clock")  # minutes of 12 hours
CLOCK_24: Final = Unit("clock", 1, "24 hours")  # minutes of the day
WEEKDAY: Final = Unit("weekday")
MONTH: Final = Unit("month name")
DEGREES: Final = Unit("degrees")
FAHRENHEIT: Final = Unit("degrees", 1, "fahrenheit")
# Per krone. Only the euro is pegged; the rest may have moved by a fifth since.
_KRONE: Final = Unit("money", 1, "kr")


def date_in(month: int) -> Unit:
    """Days of `month` (1 to 12)."""
    return Unit("date", month)


def _all(*rows: tuple[Unit, str]) -> dict[str, Unit]:
    return {name: unit for unit, names in rows for name in names.split()}


_BOTH: Final = _all(
    (Unit("length", 1e-3), "mm"),
    (Unit("length", 1e-2), "cm"),
    (Unit("length", 1), "m"),
    (Unit("length", 1e3), "km"),
    (Unit("mass", 1e-3), "mg"),
    (Unit("mass", 1), "g gram"),
    (Unit("mass", 1e3), "kg kilo kilos"),
    (Unit("mass", 1e6), "ton tons"),
    (Unit("volume", 1e-3), "ml"),
    (Unit("volume", 1e-2), "cl"),
    (Unit("volume", 1e-1), "dl"),
    (Unit("volume", 1), "l liter"),
    (Unit("area", 1e4), "ha hektar"),
    (Unit("energy", 1), "kwh"),
    (Unit("energy", 1e3), "mwh"),
    (Unit("energy", 1e6), "gwh"),
    (Unit("power", 1), "kw kilowatt"),
    (Unit("power", 1e3), "mw megawatt"),
    (Unit("power", 1e6), "gw gigawatt"),
    (PERCENT, "% procent percent pct"),
    (DEGREES, "° celsius"),
    (Unit("money", 0.01, "kr"), "øre"),
    (_KRONE, "kr dkk kroner krone nok sek"),
    (Unit("money", 7.46, "eur"), "€ eur euro euros"),
    (Unit("money", 6.7, "usd"), "$ usd dollar dollars"),
    (Unit("money", 8.7, "gbp"), "£ gbp"),
)
UNITS: Final = {
    "en": _BOTH
    | _all(
        (Unit("length", 1e-3), "millimetre millimetres millimeter millimeters"),
        (Unit("length", 1e-2), "centimetre centimetres centimeter centimeters"),
        (Unit("length", 1), "metre metres meter meters"),
        (Unit("length", 1e3), "kilometre kilometres kilometer kilometers"),
        (Unit("length", 1609.344, "imperial"), "mile miles mph"),
        (Unit("length", 0.3048, "imperial"), "foot feet ft"),
        (Unit("length", 0.0254, "imperial"), "inch inches"),
        (Unit("length", 0.9144, "imperial"), "yard yards"),
        (Unit("length", 1852, "sea"), "knots knot"),
        (Unit("mass", 1e-3), "milligram milligrams"),
        (Unit("mass", 1), "grams gramme grammes"),
        (Unit("mass", 1e3), "kilogram kilograms kilogramme kilogrammes"),
        (Unit("mass", 1e6), "tonne tonnes"),
        (Unit("mass", 453.6, "imperial"), "lb lbs"),
        (Unit("mass", 28.35, "imperial"), "ounce ounces oz"),
        (Unit("volume", 1e-3), "millilitre millilitres milliliter milliliters"),
        (Unit("volume", 1e-1), "decilitre decilitres"),
        (Unit("volume", 1), "litre litres liters"),
        (Unit("volume", 0.568, "imperial"), "pint pints"),
        (Unit("volume", 4.2, "imperial"), "gallon gallons"),
        (Unit("area", 1e4), "hectare hectares"),
        (Unit("area", 4047, "imperial"), "acre acres"),
        (Unit("time", 1), "second seconds"),
        (Unit("time", 60), "minute minutes"),
        (Unit("time", 3600), "hour hours"),
        (Unit("time", 86400), "day days"),
        (Unit("time", 7 * 86400), "week weeks"),
        (Unit("time", 14 * 86400), "fortnight fortnights"),
        (Unit("years", 1), "month months"),
        (Unit("years", 12), "year years"),
        (Unit("years", 120), "decade decades"),
        (Unit("years", 1200), "century centuries"),
        (DEGREES, "degree degrees"),
        (FAHRENHEIT, "fahrenheit"),
        (Unit("money", 0.087, "gbp"), "pence"),
        (Unit("money", 0.067, "usd"), "cents cent"),
    ),
    "da": _BOTH
    | _all(
        (Unit("length", 1e-3), "millimeter"),
        (Unit("length", 1e-2), "centimeter"),
        (Unit("length", 1), "meter"),
        (Unit("length", 1e3), "kilometer"),
        (Unit("length", 1609.344, "imperial"), "mile miles"),
        (Unit("length", 0.3048, "imperial"), "fod"),
        (Unit("length", 0.0254, "imperial"), "tomme tommer"),
        (Unit("length", 1852, "sea"), "knob"),
        (Unit("mass", 1e-3), "milligram"),
        (Unit("mass", 1e3), "kilogram kiloet"),
        (Unit("volume", 1e-3), "milliliter"),
        (Unit("volume", 1e-2), "centiliter"),
        (Unit("volume", 1e-1), "deciliter"),
        (Unit("time", 1), "sekund sekunder sekunders sek"),
        (Unit("time", 60), "minut minutter minutters min"),
        (Unit("time", 900), "kvarter"),
        (Unit("time", 3600), "time timer timers"),
        (Unit("time", 86400), "dag dage dages døgn døgns"),
        (Unit("time", 7 * 86400), "uge uger ugers"),
        (Unit("years", 1), "måned måneder måneders"),
        (Unit("years", 12), "år års årig årige årigt åriges"),
        (Unit("years", 120), "årti årtier"),
        (Unit("years", 1200), "århundrede århundreder"),
        (POINTS, "procentpoint"),
        (DEGREES, "grad grader graders frostgrader varmegrader plusgrader minusgrader"),
        (Unit("area", 1), "kvadratmeter kvm"),
        (Unit("area", 1e6), "kvadratkilometer"),
        (Unit("solid", 1), "kubikmeter"),
        (Unit("energy", 1), "kilowatttime kilowatttimer"),
        (Unit("energy", 1e3), "megawatttime megawatttimer"),
        (Unit("money", 0.067, "usd"), "cent"),
    ),
}
# Words that mean a weight here and money there.
POUNDS: Final = {
    "en": (frozenset({"pound", "pounds"}), Unit("mass", 453.6, "imperial")),
    "da": (frozenset({"pund"}), Unit("mass", 500)),
}
STERLING: Final = Unit("money", 8.7, "gbp")
_POWERS: Final = {"square": ("area", 2), "cubic": ("solid", 3)}
SIGNS: Final = frozenset("€ $ £ kr dkk eur usd gbp".split())  # also before the number

MONTHS: Final = {
    "en": "january february march april may june july august september october november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
}
WEEKDAYS: Final = {
    "en": "monday tuesday wednesday thursday friday saturday sunday",
    "da": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
}


def unit_in(words: list[str], language: str) -> tuple[Unit | None, int]:
    """The unit that the lower-case `words` (three, "" past the end) begin with, and its length."""
    units = UNITS[language]
    first, second = words[:2]
    if first == "per" and second == "cent":
        return PERCENT, 2
    if first == "percentage" and second.startswith("point"):
        return POINTS, 2
    if first in _POWERS and (length := units.get(second)):
        dimension, power = _POWERS[first]
        return Unit(dimension, length.factor**power, length.system), 2
    if first in ("°", "degrees", "grader") and second in ("c", "f", "fahrenheit"):
        return (DEGREES if second == "c" else FAHRENHEIT), 2
    if first == "kilowatt" and words[1:] in (["-", "hours"], ["-", "hour"]):
        return units["kwh"], 3
    if first in POUNDS[language][0]:
        return POUNDS[language][1], 1
    if language == "da" and first not in units:
        first = first.removesuffix("s")  # to meters dybde
    return units.get(first), 1


def named(names: dict[str, str], shortest: int = 3) -> dict[str, dict[str, int]]:
    """Each name, and its first letters as an abbreviation of months, by its number from 1."""
    return {
        language: {name: number for number, name in enumerate(row.split(), 1)}
        | {name[:shortest]: number for number, name in enumerate(row.split(), 1)}
        for language, row in names.items()
    }


MONTH_NUMBERS: Final = named(MONTHS)
DAY_NUMBERS: Final = {
    language: {name: number for number, name in enumerate(row.split(), 1)}
    for language, row in WEEKDAYS.items()
}
