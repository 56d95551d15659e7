"""What messages of rules have in common: values filled in when they are shown, and quotations."""

import datetime as dt
from collections.abc import Callable
from typing import Any, Final

from django.utils.functional import Promise, lazy
from django.utils.translation import get_language

from articles.text.dates import day, moment
from articles.text.languages import Language

_QUOTED: Final = 40


_later: Final = lazy(lambda say, *values, **named: say(*values, **named), str)


def later(say: Callable[..., str], *values: Any, **named: Any) -> str:
    """What `say` says of `values`, asked when it is shown: in the language active then.

    Each call of Django's `lazy` makes a class, a millisecond apiece, so there is one for all.
    """
    return _later(say, *values, **named)


def filled(message: str | Promise, **values: object) -> str:
    """`message` with `%(values)s`, translated when it is shown."""
    return later(lambda: str(message) % {name: _shown(each) for name, each in values.items()})


def quotation(words: str) -> str:
    """As much of `words` as a message can quote."""
    words = " ".join(words.split())
    return words if len(words) <= _QUOTED else f"{words[:_QUOTED].rstrip()} …"


def the_day(instant: str) -> str:
    """The day of an ISO 8601 instant, in the language of whoever reads the message."""
    return _dated(day, dt.datetime.fromisoformat(instant))


def the_moment(instant: dt.datetime) -> str:
    """The same with the time of day."""
    return _dated(moment, instant)


def _dated(told: Callable[[dt.datetime, str], str], instant: dt.datetime) -> str:
    return later(lambda: told(instant, _language()))


def _language() -> Language:
    return "da" if (get_language() or "").startswith("da") else "en"


def _shown(value: object) -> object:
    """A number as the reader of the message writes it: 1,409 or 1.409."""
    if not isinstance(value, int):
        return value
    return f"{value:,}" if _language() == "en" else f"{value:,}".replace(",", ".")
