"""Say that live pages have yet to show what the library says of some photos."""

from collections.abc import Collection, Iterable

from django.conf import settings
from django.db import transaction

from articles.models.clock import database_now
from articles.models.edition import Instant
from articles.models.generation import advance
from articles.models.photo import ImageCredit, Photo
from articles.photos import purge, storage


@transaction.atomic
def due(photos: Iterable[Photo | int]) -> None:
    """Mark `photos` as ahead of the pages that show them.

    Call it in the transaction that changes their facts (credit, byline, copyright, licence, words,
    focal point, expiry, substitute, file), and `catch_up` after its commit. From the commit on no
    page shows one of them whose rights have ended, even before it has been reissued.
    """
    ids = {photo if isinstance(photo, int) else photo.pk for photo in photos}
    if not ids:
        return
    Photo.objects.filter(pk__in=ids).update(pages_due=True)
    _set_instants(ids)
    _purge(ids)
    advance()


@transaction.atomic
def due_of_credit(credit: ImageCredit) -> None:
    """The same for every photo of a credit that was renamed, or whose pages changed."""
    due(Photo.objects.filter(credit=credit).values_list("pk", flat=True))


def _set_instants(ids: Collection[int]) -> None:
    """Let pages change at the hour when an expiry comes that no Edition knows of yet."""
    Instant.objects.filter(key__in=[key_of(pk) for pk in ids]).delete()
    ending = Photo.objects.filter(pk__in=ids, expires_at__gt=database_now())
    Instant.objects.bulk_create(
        Instant(key=key_of(pk), at=at) for pk, at in ending.values_list("pk", "expires_at") if at
    )


def _purge(ids: Collection[int]) -> None:
    """Caches in front may have been told to keep the files for longer than the rights last now."""
    ending = Photo.objects.filter(expires_at__isnull=False, pk__in=ids)
    purge.later(
        f"{settings.MEDIA_URL}{storage.RENDITIONS}/{rendition['name']}"
        for renditions in ending.values_list("renditions", flat=True)
        for rendition in renditions
    )


def settled(ids: Collection[int]) -> None:
    """No page is behind `ids` any more; under their lock, see catch_up."""
    Photo.objects.filter(pk__in=ids, pages_due=True).update(pages_due=False)
    Instant.objects.filter(key__in=[key_of(pk) for pk in ids]).delete()


def key_of(photo: int) -> str:
    return f"photo:{photo}"
