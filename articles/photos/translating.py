"""The translation ledger of a photo's own words: its caption and its alt text."""

from collections.abc import Collection, Mapping
from typing import Final

from articles.models.photo import Photo
from articles.models.translated import column, read
from articles.text import ledger
from articles.text.languages import LANGUAGES, other

FIELDS: Final = ("caption", "alt")


def words(photo: Photo) -> dict[str, str]:
    """{"caption_en": text, …} as `photo` has them."""
    return {
        column(field, language): read(photo, field, language)
        for field in FIELDS
        for language in LANGUAGES
    }


def follow(photo: Photo, before: Mapping[str, str], still_right: Collection[str] = ()) -> bool:
    """Let the ledger of `photo` follow its words, which were `before`; whether it changed.

    `still_right` are columns of which somebody has said that they say what the other language says.
    """
    now, known = words(photo), photo.ledger
    for field in FIELDS:
        for language in LANGUAGES:
            name, twin = column(field, language), column(field, other(language))
            known = ledger.after(
                known, field, language, old=before[name], new=now[name], twin=now[twin]
            )
    for field in FIELDS:
        for language in LANGUAGES:
            if column(field, language) in still_right:
                twin = now[column(field, other(language))]
                known = ledger.settled(known, field, language, of=twin)
    changed = known != photo.ledger
    photo.ledger = dict(known)
    return changed


def behind(photo: Photo) -> dict[str, tuple[str, str]]:
    """{column: (what it was translated from, what that says now)} of what is behind."""
    texts: dict[str, dict[str, str]] = {
        language: {field: read(photo, field, language) for field in FIELDS}
        for language in LANGUAGES
    }
    return {
        column(field, to): (of, texts[other(to)][field])
        for field, (to, of) in ledger.stale(photo.ledger, texts).items()
    }
