"""What a file says of itself fills the form in. The person decides."""

import datetime as dt
from collections.abc import Mapping
from typing import Final

from articles.models.clock import database_now
from articles.models.photo import ImageCredit, Photo
from articles.models.translated import write
from articles.photos.record import Metadata
from articles.photos.register import find
from articles.text.filenames import looks_like_filename
from articles.text.identify import guess
from articles.text.languages import LANGUAGES

_CAPTION: Final = 500
_ALT: Final = 300
_ADDRESS: Final = 200
_COMMONS: Final = "creativecommons.org/"


def prefill(photo: Photo, said: Metadata) -> None:
    """Set on a new photo, not saved yet, what its file says; all of it stays in `metadata`.

    Words go only where the file names their language, or their small words leave no doubt of it: a
    Danish caption must never stand in the English field. What is too long for its field is cut,
    but an address is left out.
    """
    photo.metadata = said.as_json()
    photo.taken_at = said.taken_at
    # A file without a credit line is often credited in its copyright notice alone.
    byline, photo.credit = find(said.credit or said.copyright_notice, said.creator)
    photo.byline = byline[:120]
    photo.copyright_notice = said.copyright_notice[:250]
    photo.usage_terms = said.usage_terms
    photo.license_url = said.license_url if len(said.license_url) <= _ADDRESS else ""
    photo.acquire_url = said.acquire_url if len(said.acquire_url) <= _ADDRESS else ""
    photo.stock_id = said.stock_id[:60]
    for language in LANGUAGES:
        for field, words, longest in (
            ("caption", said.captions, _CAPTION),
            ("alt", said.alts, _ALT),
        ):
            text = words.get(language, "") or _of_no_language(words, language)
            if not looks_like_filename(text):
                write(photo, field, language, _cut(text, longest))
    photo.basis = _basis(photo)
    if photo.credit and photo.credit.default_days:
        photo.expires_at = database_now() + dt.timedelta(days=photo.credit.default_days)


def _basis(photo: Photo) -> str:
    """Our right to the picture, as it seems; whoever answers for it looks at it."""
    if _COMMONS in photo.license_url:
        return Photo.Basis.COMMONS
    if photo.stock_id:
        return Photo.Basis.STOCK
    kind = photo.credit.kind if photo.credit else ""
    if kind == ImageCredit.Kind.OWN:
        return Photo.Basis.OWN
    return Photo.Basis.AGENCY if kind == ImageCredit.Kind.AGENCY else Photo.Basis.UNKNOWN


def _of_no_language(words: Mapping[str, str], language: str) -> str:
    """The text whose language the file does not name, if it seems to be in `language`."""
    text = words.get("", "")
    return text if guess(text) == language else ""


def _cut(text: str, longest: int) -> str:
    """`text`, cut between words where it is too long."""
    if len(text) <= longest:
        return text
    kept, _space, _rest = text[:longest].rpartition(" ")
    return f"{kept or text[: longest - 1]}…"[:longest]
