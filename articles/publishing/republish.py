"""Publish an old Edition again: its words, with today's photo facts and every notice since."""

import datetime as dt
from dataclasses import replace

from django.db import transaction

from articles.document.build import facts_in
from articles.document.schema import Document, PhotoFacts
from articles.document.serialise import load
from articles.models.edition import Edition
from articles.models.generation import advance
from articles.models.photo import Photo
from articles.models.staff import User
from articles.publishing.cancel import scheduled, strike
from articles.publishing.errors import InThePast, WasErased
from articles.publishing.issue import Draft, insert, require
from articles.publishing.lifetimes import retime
from articles.publishing.lock import hold, lock
from articles.publishing.snapshot import notices, working_photo


@transaction.atomic
def republish(
    *,
    edition: Edition,
    by: User | None,
    at: dt.datetime | None = None,
    kind: str = Edition.Kind.UPDATE,
) -> Edition:
    """A new Edition with the words of `edition`, live now or from `at`.

    Whatever was scheduled for later is cancelled: it was made on top of something else. Raises
    Refused when today's gate would not pass it, InThePast for a time gone by, WasErased.
    """
    article, now = lock(edition.article_id)
    if article.erased_at:
        raise WasErased
    if at is not None and at <= now:
        raise InThePast
    live_from = at or now
    language = edition.language
    strike(scheduled(article, language, live_from, now=now), by=by, now=now)
    retime(article.pk, language)
    old = load(edition.document)
    hold([photo.id for photo in old.photos()])
    document = replace(
        refreshed(old),
        notices=notices(article.pk, language=language, as_of=live_from),
    )
    draft = Draft(document, live_from, kind, tuple(edition.overrules))
    [issued] = insert(article, require(article, [draft]), by=by, now=now)
    advance()
    return issued


def refreshed(document: Document) -> Document:
    """`document` with each photo's facts as the library has them now: one query.

    A photo that is no longer in the library keeps the facts it was published with.
    """
    rows = Photo.objects.select_related("credit", "substitute__credit")
    library = rows.in_bulk([photo.id for photo in document.photos()])

    def facts(photo: PhotoFacts | None) -> PhotoFacts | None:
        if photo is None or photo.id not in library:
            return photo
        return facts_in(working_photo(library[photo.id]), document.language)

    return replace(
        document,
        lead=facts(document.lead),
        slides=tuple(replace(slide, photo=facts(slide.photo)) for slide in document.slides),
    )
