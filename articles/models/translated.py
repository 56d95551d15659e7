"""The one way to read and write a translated field outside the admin: by naming the language.

A bare `article.headline` means "in whatever language the interface has now", which is never
what publishing, importing or a command wants.
"""

from typing import Any

from django.db import models

from articles.text.languages import LANGUAGES, other


def column(field: str, language: str) -> str:
    """The name of the field that holds `field` in `language`: `headline_da`."""
    if language not in LANGUAGES:
        raise ValueError(f"no such language: {language!r}")
    return f"{field}_{language}"


def read(instance: models.Model, field: str, language: str) -> str:
    """`field` of `instance` in `language`; "" where nothing was written."""
    return getattr(instance, column(field, language)) or ""


def write(instance: models.Model, field: str, language: str, value: Any) -> None:
    """Set `field` of `instance` in `language`; does not save."""
    setattr(instance, column(field, language), value)


def read_any(instance: models.Model, field: str, language: str) -> str:
    """`field` in `language`, else in the other: for the desk's own labels, never for readers."""
    return read(instance, field, language) or read(instance, field, other(language))
