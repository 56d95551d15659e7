"""What commands share: whoever types at a terminal."""

import os

from articles.text.languages import LANGUAGES


def terminal_language() -> str:
    """Return the language of whoever types, as POSIX systems tell it."""
    told = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    language = next(filter(None, told), "")[:2]
    return language if language in LANGUAGES else "en"
