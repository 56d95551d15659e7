"""The languages of the site, named everywhere by their code."""

from typing import Final, Literal

from django.utils.translation import gettext_lazy as _

Language = Literal["en", "da"]

LANGUAGES: Final[tuple[Language, ...]] = ("en", "da")
# Each language's own name for itself: never translated.
AUTONYMS: Final[dict[str, str]] = {"en": "English", "da": "Dansk"}
CHOICES: Final = [("en", _("English")), ("da", _("Danish"))]


def other(language: str) -> Language:
    """The other of the two languages."""
    return "da" if language == "en" else "en"
