"""What messages of rules have in common: values filled in when they are shown, and quotations."""

from typing import Final

from django.utils.functional import Promise, lazy

_QUOTED: Final = 40


def filled(message: str | Promise, **values: object) -> str:
    """`message` with `%(values)s`, translated when it is shown."""
    return lazy(lambda: str(message) % values, str)()


def quotation(words: str) -> str:
    """As much of `words` as a message can quote."""
    words = " ".join(words.split())
    return words if len(words) <= _QUOTED else f"{words[:_QUOTED].rstrip()} …"
