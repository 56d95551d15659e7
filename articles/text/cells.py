"""A value in a cell of a table that somebody opens in a spreadsheet. Pure."""

from typing import Any, Final

# What a spreadsheet takes for the beginning of a formula, and the signs that hide one from view:
# OWASP, "CSV Injection". The wide ones are what East Asian keyboards write.
_BEGINS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe_cell(value: Any) -> str:
    """`value` as text that no spreadsheet takes for a formula; "" for None.

    A text that begins like one gets an apostrophe before it, which spreadsheets show as text.
    Numbers (int, float) are left as they are: `-3` is one, and no formula.
    """
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    text = str(value).replace("\x00", "")
    # A blank in front does not keep a spreadsheet from seeing the formula behind it.
    if text.startswith(_BEGINS) or text.lstrip().startswith(_BEGINS):
        return f"'{text}"
    return text
