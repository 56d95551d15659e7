"""No longer usable from now: a photo's licence ends this instant."""

from django.db import transaction
from django.db.models import Q

from articles.models.clock import database_now
from articles.models.photo import Photo
from articles.models.staff import User
from articles.publishing.catch_up import Done, catch_up
from articles.publishing.due import due


def stop_using(*, photo: Photo, by: User | None) -> Done:
    """End the rights of `photo` now: pages show its substitute or go without, its files are denied.

    Call it outside any transaction. An end that has come already stays the date it is.
    """
    with transaction.atomic():
        now = database_now()
        lasting = Photo.objects.filter(Q(expires_at=None) | Q(expires_at__gt=now), pk=photo.pk)
        lasting.update(expires_at=now)
        due([photo])
    photo.refresh_from_db()
    return catch_up(photos=[photo], by=by)
