"""Which live and scheduled Editions show what the library no longer says of a photo."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from articles.document.build import facts_in
from articles.document.patch import with_photo
from articles.document.schema import Document, PhotoFacts
from articles.document.serialise import load
from articles.models.clock import database_now
from articles.models.edition import Edition
from articles.models.photo import Photo
from articles.publishing.snapshot import working_photo
from articles.publishing.uses import unfinished


def outdated(
    photos: Iterable[Photo | int], *, as_of: dt.datetime | None = None
) -> tuple[Edition, ...]:
    """Live and scheduled Editions that show one of `photos` with other facts than it has now.

    In order of article, language and time; three queries.
    """
    ids = {photo if isinstance(photo, int) else photo.pk for photo in photos}
    shown = unfinished(as_of or database_now()).filter(photos__in=ids).select_related("topic")
    rows = shown.order_by("article_id", "language", "live_from", "number").distinct()
    known = library(ids)
    return tuple(row for row in rows.defer("card") if is_outdated(load(row.document), known))


def is_outdated(document: Document, known: Mapping[int, Photo]) -> bool:
    return todays(document, known) != document


def library(ids: Collection[int]) -> dict[int, Photo]:
    """Photos by id, with all that their facts are made of: one query."""
    return Photo.objects.select_related("credit", "substitute__credit").in_bulk(list(ids))


def todays(document: Document, known: Mapping[int, Photo]) -> Document:
    """`document` with what is known now of those photos."""
    for frozen in document.photos():
        if frozen.id in known:
            document = with_photo(document, _facts(known[frozen.id], frozen, document.language))
    return document


def _facts(photo: Photo, frozen: PhotoFacts, language: str) -> PhotoFacts:
    facts = facts_in(working_photo(photo), language)
    if facts is None:
        raise ValueError("a photo has facts")
    if photo.work != Photo.Work.READY:
        facts = _with_files_of(frozen, facts)
    spare, kept = facts.substitute, frozen.substitute
    if photo.substitute and photo.substitute.work == Photo.Work.READY:
        return facts
    if spare and kept and spare.id == kept.id:
        return replace(facts, substitute=_with_files_of(kept, spare))
    return facts


def _with_files_of(frozen: PhotoFacts, facts: PhotoFacts) -> PhotoFacts:
    """While a corrected file, or one with a new focal point, is in work, pages keep the one before."""
    return replace(
        facts,
        focal_x=frozen.focal_x,
        focal_y=frozen.focal_y,
        width=frozen.width,
        height=frozen.height,
        colour=frozen.colour,
        renditions=frozen.renditions,
    )
